//! References to what is not there, and identifiers that are there twice.

use super::case::{
    CURATORS, GROUP, Mistake, NEWS, ORDER, PEOPLE, PLACE, PLAN, PRACTICE, SCHOOLS, change, put,
};

pub const CASES: &[Mistake] = &[
    change(
        PLAN,
        ("approved_by = \"114-od\"", "approved_by = \"114-ud\""),
        ("П203", "\"114-ud\""),
        &["114-od"],
    ),
    change(
        PLACE,
        ("document = \"114-od\"", "document = \"114-odd\""),
        ("П203", "\"114-odd\""),
        &["114-od"],
    ),
    change(
        PLACE,
        (
            "coordinator = \"netesova-lv\"",
            "coordinator = \"netesova-vl\"",
        ),
        ("П203", "\"netesova-vl\""),
        &["netesova-lv", "Нетесова"],
    ),
    change(
        PLACE,
        ("head = \"bogatova-yul\"", "head = \"ivanov-ii\""),
        ("П203", "\"ivanov-ii\""),
        &["people.toml"],
    ),
    change(
        ORDER,
        ("basis = [\"55-310-mr\"]", "basis = [\"55-301-mr\"]"),
        ("П203", "\"55-301-mr\""),
        &["55-310-mr"],
    ),
    change(
        ORDER,
        (
            "signatory_person = \"bogatova-yul\"",
            "signatory_person = \"bogatova-ul\"",
        ),
        ("П203", "\"bogatova-ul\""),
        &["bogatova-yul"],
    ),
    change(
        ORDER,
        ("people = [\"netesova-lv\"]", "people = [\"netesova\"]"),
        ("П203", "\"netesova\""),
        &["netesova-lv"],
    ),
    change(
        GROUP,
        ("person = \"bogatova-yul\"", "person = \"bogatova\""),
        ("П203", "\"bogatova\""),
        &["bogatova-yul"],
    ),
    put(
        CURATORS,
        "[[curator]]\nperson = \"netesova-lv\"\nschools = [\"tutuskaya\"]\n",
        ("П203", "\"tutuskaya\""),
        &["школ"],
    ),
    change(
        SCHOOLS,
        (
            "id = \"ezhinskaya-oosh\"",
            "id = \"ezhinskaya-oosh\"\nhead = \"timkov-a\"",
        ),
        ("П203", "\"timkov-a\""),
        &["timkov-av"],
    ),
    change(
        PEOPLE,
        (
            "aliases = [\"Ю.Л.Богатова\"]",
            "aliases = [\"Ю.Л.Богатова\"]\nschool = \"zhigalovskaya-sosh-11\"",
        ),
        ("П203", "\"zhigalovskaya-sosh-11\""),
        &["zhigalovskaya-sosh-1"],
    ),
    change(
        NEWS,
        ("documents = [\"114-od\"]", "documents = [\"114od\"]"),
        ("П203", "\"114od\""),
        &["114-od"],
    ),
    change(
        NEWS,
        (
            "documents = [\"114-od\"]",
            "documents = [\"114-od\"]\nevents = [\"2023/m99\"]",
        ),
        ("П203", "\"2023/m99\""),
        &["2023"],
    ),
    change(
        NEWS,
        (
            "documents = [\"114-od\"]",
            "documents = [\"114-od\"]\nevents = [\"2032/m01\"]",
        ),
        ("П203", "\"2032/m01\""),
        &["2023"],
    ),
    change(
        NEWS,
        (
            "documents = [\"114-od\"]",
            "documents = [\"114-od\"]\nschools = [\"zhigalovskaja-sosh-1\"]",
        ),
        ("П203", "\"zhigalovskaja"),
        &["zhigalovskaya-sosh-1"],
    ),
    change(
        PRACTICE,
        ("people = [\"kalinenko-ov\"]", "people = [\"kalinenko-vo\"]"),
        ("П203", "\"kalinenko-vo\""),
        &["kalinenko-ov"],
    ),
    change(
        PRACTICE,
        (
            "people = [",
            "risks = [\"nizkaya-motivatsiya\"]\npeople = [",
        ),
        ("П203", "\"nizkaya-motivatsiya\""),
        &["risks.toml"],
    ),
    change(
        "collections/sbornik-2023.toml",
        ("\"sistema-nastavnichestva\"", "\"sistema-nastavnichetva\""),
        ("П203", "\"sistema-nastavnichetva\""),
        &["sistema-nastavnichestva"],
    ),
    change(
        "cycle.toml",
        ("section = \"tseli\"", "section = \"celi\""),
        ("П203", "\"celi\""),
        &["tseli"],
    ),
    change(
        "glossary.toml",
        (
            "scope = [\"38-irkutskaya/ziminskoe\"]",
            "scope = [\"38-irkutskaya/ziminskoye\"]",
        ),
        ("П203", "\"38-irkutskaya/ziminskoye\""),
        &["38-irkutskaya/ziminskoe"],
    ),
    change(
        "glossary.toml",
        (
            "scope = [\"38-irkutskaya/ziminskoe\"]",
            "scope = [\"Зиминское\"]",
        ),
        ("П106", "\"Зиминское\""),
        &["38-irkutskaya/ziminskoe"],
    ),
    // The same identifier twice.
    change(
        PLAN,
        ("id = \"m02\"", "id = \"m01\""),
        ("П201", ""),
        &["m01"],
    ),
    change(
        PEOPLE,
        ("id = \"netesova-lv\"", "id = \"bogatova-yul\""),
        ("П201", ""),
        &["bogatova-yul"],
    ),
    change(
        SCHOOLS,
        ("id = \"ezhinskaya-oosh\"", "id = \"komsomolskaya-sosh\""),
        ("П201", ""),
        &["komsomolskaya-sosh"],
    ),
    change(
        "glossary.toml",
        ("id = \"shnsu\"", "id = \"shnor\""),
        ("П201", ""),
        &["shnor"],
    ),
    put(
        "38-irkutskaya/ziminskoe/practices/sistema-nastavnichestva.md",
        "+++\ntitle = \"Наставники\"\nkind = \"наставничество\"\nlevel = \"муниципальный\"\nyear = \"2023\"\nsummary = \"Учителя помогают друг другу.\"\nevents = [\"2024/m01\"]\nstatus = \"описана в плане\"\n+++\nОпытные учителя помогают молодым.\n",
        ("П201", ""),
        &["sistema-nastavnichestva"],
    ),
];
