//! Cells of the five sources and of similar plans, read with the names of their territories.

use super::{Names, responsible};
use crate::model::plan::responsible::{Directory, Party, Role};

/// A party as `role<words @body :person #school>`.
fn show(party: &Party) -> String {
    let mut shown = format!("{}<{}", party.role.code(), party.words);
    if let Some(body) = &party.body {
        shown += &format!(" @{body}");
    }
    for id in &party.people {
        shown += &format!(" :{id}");
    }
    for id in &party.schools {
        shown += &format!(" #{id}");
    }
    shown + ">"
}

fn directory(
    bodies: &[(&str, &str, Role)],
    schools: &[(&str, &str)],
    people: &[(&str, &str)],
) -> Directory {
    let pairs = |forms: &[(&str, &str)]| -> Vec<(String, String)> {
        forms
            .iter()
            .map(|(form, id)| ((*form).to_owned(), (*id).to_owned()))
            .collect()
    };
    Directory {
        bodies: bodies
            .iter()
            .map(|(form, id, role)| ((*form).to_owned(), (*id).to_owned(), *role))
            .collect(),
        schools: pairs(schools),
        people: pairs(people),
    }
}

/// The parties are as expected and, with nothing but separators between them, they cover the cell.
#[track_caller]
fn check(directory: &Directory, table: &[(&str, &[&str])]) {
    let mut wrong = String::new();
    let names = Names::new(directory);
    for (cell, expected) in table {
        let parties = responsible(cell, &names).parties.clone();
        let shown: Vec<String> = parties.iter().map(show).collect();
        if shown != *expected {
            wrong += &format!("\n{cell}\n  expected {expected:#?}\n  found    {shown:#?}");
        }
        if let Some(lost) = lost_words(cell, &parties) {
            wrong += &format!("\n{cell}\n  lost {lost:?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What of the cell is neither in a party nor a separator.
fn lost_words(cell: &str, parties: &[Party]) -> Option<String> {
    let mut rest = cell;
    let mut gaps = String::new();
    for party in parties {
        let (gap, after) = rest.split_once(party.words.as_str())?;
        gaps += gap;
        gaps += "|";
        rest = after;
    }
    gaps += rest;
    let lost: String = gaps
        .split('|')
        .filter(|gap| gap.trim() != "и")
        .flat_map(str::chars)
        .filter(|c| !c.is_whitespace() && !",;./-–".contains(*c))
        .collect();
    (!lost.is_empty()).then_some(lost)
}

fn altay() -> Directory {
    directory(
        &[
            (
                "Министерство образования и науки Республики Алтай",
                "authority",
                Role::Authority,
            ),
            ("Минобрнауки РА", "authority", Role::Authority),
            (
                "Министерства образования и науки Республики Алтай",
                "authority",
                Role::Authority,
            ),
            ("Минобрнауки РА", "minobrnauki-ra", Role::RegionalMinistry),
            (
                "Министерство образования и науки Республики Алтай",
                "minobrnauki-ra",
                Role::RegionalMinistry,
            ),
            (
                "Министерства образования и науки Республики Алтай",
                "minobrnauki-ra",
                Role::RegionalMinistry,
            ),
            (
                "ЦНППМ РА БУ ДПО РА «ИПКиППРО РА»",
                "tsnppm-ra",
                Role::RegionalInstitute,
            ),
            ("ИПКиППРО РА", "tsnppm-ra", Role::RegionalInstitute),
            (
                "бюджетное учреждение дополнительного профессионального образования Республики Алтай «Институт повышения квалификации и профессиональной переподготовки работников образования Республики Алтай»",
                "tsnppm-ra",
                Role::RegionalInstitute,
            ),
            ("ОО", "oo", Role::Schools),
        ],
        &[],
        &[],
    )
}

#[test]
fn cells_of_altay() {
    check(
        &altay(),
        &[
            (
                "Минобрнауки РА, ЦНППМ РА БУ ДПО РА «ИПКиППРО РА»",
                &[
                    "regional-ministry<Минобрнауки РА @minobrnauki-ra>",
                    "regional-institute<ЦНППМ РА БУ ДПО РА «ИПКиППРО РА» @tsnppm-ra>",
                ],
            ),
            (
                "Минобрнауки РА, ЦНППМ РА БУ ДПО РА «ИПКиППРО РА», МОУО,",
                &[
                    "regional-ministry<Минобрнауки РА @minobrnauki-ra>",
                    "regional-institute<ЦНППМ РА БУ ДПО РА «ИПКиППРО РА» @tsnppm-ra>",
                    "municipal-authorities<МОУО>",
                ],
            ),
            (
                "ЦНППМ РА БУ ДПО РА «ИПКиППРО РА»",
                &["regional-institute<ЦНППМ РА БУ ДПО РА «ИПКиППРО РА» @tsnppm-ra>"],
            ),
            (
                "ЦНППМ РА БУ ДПО РА «ИПКиППРО РА», МОУО",
                &[
                    "regional-institute<ЦНППМ РА БУ ДПО РА «ИПКиППРО РА» @tsnppm-ra>",
                    "municipal-authorities<МОУО>",
                ],
            ),
            (
                "ЦНППМ РА БУ ДПО РА «ИПКиППРО РА», МОУО, ОО",
                &[
                    "regional-institute<ЦНППМ РА БУ ДПО РА «ИПКиППРО РА» @tsnppm-ra>",
                    "municipal-authorities<МОУО>",
                    "schools<ОО @oo>",
                ],
            ),
        ],
    );
}

fn kemskiy() -> Directory {
    directory(
        &[
            ("МКУ Кемское УО", "authority", Role::Authority),
            ("УО", "authority", Role::Authority),
            ("МКУ Кемского УО", "authority", Role::Authority),
            (
                "районные методические объединения",
                "rayonnye-mo",
                Role::MethodicalAssociation,
            ),
            (
                "районных методических объединений",
                "rayonnye-mo",
                Role::MethodicalAssociation,
            ),
            (
                "общеобразовательные организации",
                "obshcheobrazovatelnye-organizatsii",
                Role::Schools,
            ),
            (
                "общеобразовательных организаций",
                "obshcheobrazovatelnye-organizatsii",
                Role::Schools,
            ),
            (
                "общеобразовательным организациям",
                "obshcheobrazovatelnye-organizatsii",
                Role::Schools,
            ),
            (
                "общеобразовательных школ",
                "obshcheobrazovatelnye-organizatsii",
                Role::Schools,
            ),
        ],
        &[
            ("МБОУ СОШ №1", "sosh-1"),
            ("МБОУ Кемская СОШ №2", "kemskaya-sosh-2"),
            ("МБОУ Кемской СОШ №2", "kemskaya-sosh-2"),
            ("МБОУ Кривопорожская СОШ", "krivoporozhskaya-sosh"),
            ("МБОУ Кривопорожской СОШ", "krivoporozhskaya-sosh"),
            ("МБОУ Рабочеостровская СОШ", "rabocheostrovskaya-sosh"),
            ("МБОУ Рабочеостровской СОШ", "rabocheostrovskaya-sosh"),
        ],
        &[],
    )
}

#[test]
fn cells_of_kemskiy() {
    check(
        &kemskiy(),
        &[
            ("МКУ Кемское УО", &["authority<МКУ Кемское УО @authority>"]),
            (
                "Руководители МБОУ СОШ №1, МБОУ Кемская СОШ №2, МБОУ Кривопорожская СОШ, МБОУ Рабочеостровская СОШ",
                &[
                    "school-head<Руководители МБОУ СОШ №1, МБОУ Кемская СОШ №2, МБОУ Кривопорожская СОШ, МБОУ Рабочеостровская СОШ #sosh-1 #kemskaya-sosh-2 #krivoporozhskaya-sosh #rabocheostrovskaya-sosh>",
                ],
            ),
            (
                "МБОУ Рабочеостровская СОШ",
                &["named-school<МБОУ Рабочеостровская СОШ #rabocheostrovskaya-sosh>"],
            ),
            (
                "Руководители МБОУ СОШ №1, МБОУ Кемская СОШ №2, МБОУ Кривопорожская СОШ, МБОУ Рабочеостровская СОШ, МКУ Кемского УО,  администрация Кемского муниципального района",
                &[
                    "school-head<Руководители МБОУ СОШ №1, МБОУ Кемская СОШ №2, МБОУ Кривопорожская СОШ, МБОУ Рабочеостровская СОШ #sosh-1 #kemskaya-sosh-2 #krivoporozhskaya-sosh #rabocheostrovskaya-sosh>",
                    "authority<МКУ Кемского УО @authority>",
                    "administration<администрация Кемского муниципального района>",
                ],
            ),
            (
                "Руководители МБОУ СОШ №1, МБОУ Кемская СОШ №2, МБОУ Кривопорожская СОШ, МБОУ Рабочеостровская СОШ, МКУ Кемское УО",
                &[
                    "school-head<Руководители МБОУ СОШ №1, МБОУ Кемская СОШ №2, МБОУ Кривопорожская СОШ, МБОУ Рабочеостровская СОШ #sosh-1 #kemskaya-sosh-2 #krivoporozhskaya-sosh #rabocheostrovskaya-sosh>",
                    "authority<МКУ Кемское УО @authority>",
                ],
            ),
            (
                "Руководители общеобразовательных школ, МКУ Кемское УО",
                &[
                    "school-head<Руководители общеобразовательных школ @obshcheobrazovatelnye-organizatsii>",
                    "authority<МКУ Кемское УО @authority>",
                ],
            ),
            (
                "Руководители районных методических объединений, МКУ Кемское УО",
                &[
                    "methodical-association<Руководители районных методических объединений @rayonnye-mo>",
                    "authority<МКУ Кемское УО @authority>",
                ],
            ),
            (
                "Педагоги, руководители общеобразовательных организаций, специалисты МКУ Кемского УО",
                &[
                    "teachers<Педагоги>",
                    "school-head<руководители общеобразовательных организаций @obshcheobrazovatelnye-organizatsii>",
                    "specialist<специалисты МКУ Кемского УО @authority>",
                ],
            ),
            (
                "Педагоги общеобразовательных организаций",
                &[
                    "teachers<Педагоги общеобразовательных организаций @obshcheobrazovatelnye-organizatsii>",
                ],
            ),
            (
                "МБОУ СОШ №1, МБОУ Кемская СОШ №2, МБОУ Кривопорожская СОШ, МБОУ Рабочеостровская СОШ",
                &[
                    "named-school<МБОУ СОШ №1, МБОУ Кемская СОШ №2, МБОУ Кривопорожская СОШ, МБОУ Рабочеостровская СОШ #sosh-1 #kemskaya-sosh-2 #krivoporozhskaya-sosh #rabocheostrovskaya-sosh>",
                ],
            ),
            (
                "Специалисты служб сопровождения МБОУ СОШ №1, МБОУ Кемской СОШ №2, МБОУ Кривопорожской СОШ, МБОУ Рабочеостровской СОШ",
                &[
                    "teachers<Специалисты служб сопровождения МБОУ СОШ №1, МБОУ Кемской СОШ №2, МБОУ Кривопорожской СОШ, МБОУ Рабочеостровской СОШ #sosh-1 #kemskaya-sosh-2 #krivoporozhskaya-sosh #rabocheostrovskaya-sosh>",
                ],
            ),
            (
                "Педагоги – психологи, классные руководители МБОУ СОШ №1, МБОУ Кемской СОШ №2, МБОУ Кривопорожской СОШ, МБОУ Рабочеостровской СОШ",
                &[
                    "teachers<Педагоги – психологи>",
                    "teachers<классные руководители МБОУ СОШ №1, МБОУ Кемской СОШ №2, МБОУ Кривопорожской СОШ, МБОУ Рабочеостровской СОШ #sosh-1 #kemskaya-sosh-2 #krivoporozhskaya-sosh #rabocheostrovskaya-sosh>",
                ],
            ),
        ],
    );
}

fn zhigalovskiy() -> Directory {
    directory(
        &[
            (
                "Управление образование администрации муниципального образования «Жигаловский район»",
                "authority",
                Role::Authority,
            ),
            ("управление образования", "authority", Role::Authority),
            (
                "управления образования администрации муниципального образования «Жигаловский район»",
                "authority",
                Role::Authority,
            ),
            ("управления образования", "authority", Role::Authority),
            ("УО", "authority", Role::Authority),
            ("РМО", "rmo", Role::MethodicalAssociation),
            ("предметных РМО", "rmo", Role::MethodicalAssociation),
            ("предметные РМО", "rmo", Role::MethodicalAssociation),
            (
                "РМО педагогов-психологов",
                "rmo-pedagogov-psikhologov",
                Role::MethodicalAssociation,
            ),
            ("ОО", "oo", Role::Schools),
            ("образовательных организаций", "oo", Role::Schools),
            ("школ", "oo", Role::Schools),
        ],
        &[
            ("Жигаловская СОШ №1", "zhigalovskaya-sosh-1"),
            ("МКОУ Рудовская СОШ", "rudovskaya-sosh"),
            ("МКОУ СОШ №2 п.Жигалово", "sosh-2-zhigalovo"),
            ("Тутурская школа", "tuturskaya-shkola"),
            ("Тимошинская школа", "timoshinskaya-shkola"),
            ("Чиканская средняя школа", "chikanskaya-srednyaya-shkola"),
            (
                "Дальнезагорская средняя школа",
                "dalnezagorskaya-srednyaya-shkola",
            ),
            (
                "Дальнезагорской средней школы",
                "dalnezagorskaya-srednyaya-shkola",
            ),
        ],
        &[
            ("Богатова Ю.Л.", "bogatova-yul"),
            ("Ю.Л.Богатова", "bogatova-yul"),
            ("Нетесова Л.В.", "netesova-lv"),
            ("Нетесову Л.В.", "netesova-lv"),
            ("Калиненко О.В.", "kalinenko-ov"),
            ("Зелинская Т.П.", "zelinskaya-tp"),
            ("Дворникова М.Л.", "dvornikova-ml"),
            ("Масленникова Т.А.", "maslennikova-ta"),
            ("Кляхина Т.А.", "klyakhina-ta"),
            ("Коротких Е.В.", "korotkikh-ev"),
            ("Берденникова И.А.", "berdennikova-ia"),
            ("Кислицына О.А.", "kislitsyna-oa"),
            ("Аксаментова Л.Л.", "aksamentova-ll"),
            ("Кузнецова Э.Р.", "kuznetsova-er"),
            ("Петрова М.А.", "petrova-ma"),
            ("Жучева И.М.", "zhucheva-im"),
            ("Спиридонова Л.М.", "spiridonova-lm"),
            ("Головных Е.К.", "golovnykh-ek"),
            ("Ожегова Ю.В.", "ozhegova-yuv"),
            ("Власова М.В.", "vlasova-mv"),
            ("Лазарева Л.В.", "lazareva-lv"),
            ("Суворова А.А.", "suvorova-aa"),
            ("Шевцова С.М.", "shevtsova-sm"),
        ],
    )
}

#[test]
fn cells_of_zhigalovskiy() {
    check(
        &zhigalovskiy(),
        &[
            (
                "Муниципальный координатор Нетесова Л.В.",
                &["coordinator<Муниципальный координатор Нетесова Л.В. :netesova-lv>"],
            ),
            (
                "Руководители ОО Берденникова И.А., Кислицына О.А., Аксаментова Л.Л., Кузнецова Э.Р., Петрова М.А., Жучева И.М., Спиридонова Л.М.",
                &[
                    "school-head<Руководители ОО Берденникова И.А., Кислицына О.А., Аксаментова Л.Л., Кузнецова Э.Р., Петрова М.А., Жучева И.М., Спиридонова Л.М. @oo :berdennikova-ia :kislitsyna-oa :aksamentova-ll :kuznetsova-er :petrova-ma :zhucheva-im :spiridonova-lm>",
                ],
            ),
            (
                "Административные команды школ",
                &["school-team<Административные команды школ @oo>"],
            ),
            (
                "Административные команды школ, муниципальный координатор Нетесова Л.В.",
                &[
                    "school-team<Административные команды школ @oo>",
                    "coordinator<муниципальный координатор Нетесова Л.В. :netesova-lv>",
                ],
            ),
            (
                "Административные команды школ; ведущий специалист УО Головных Е.К.",
                &[
                    "school-team<Административные команды школ @oo>",
                    "specialist<ведущий специалист УО Головных Е.К. @authority :golovnykh-ek>",
                ],
            ),
            (
                "Заместитель начальника отдела общего образования Ожегова Ю.В.",
                &[
                    "specialist<Заместитель начальника отдела общего образования Ожегова Ю.В. :ozhegova-yuv>",
                ],
            ),
            (
                "Руководители образовательных организаций",
                &["school-head<Руководители образовательных организаций @oo>"],
            ),
            (
                "Руководители образовательных организаций, кураторы ШНОР",
                &[
                    "school-head<Руководители образовательных организаций @oo>",
                    "curator<кураторы ШНОР>",
                ],
            ),
            (
                "Руководители образовательных организаций, кураторы ШНОР, муниципальный координатор Нетесова Л.В.",
                &[
                    "school-head<Руководители образовательных организаций @oo>",
                    "curator<кураторы ШНОР>",
                    "coordinator<муниципальный координатор Нетесова Л.В. :netesova-lv>",
                ],
            ),
            (
                "Жигаловская СОШ №1, МКОУ Рудовская СОШ;  МКОУ СОШ №2 п.Жигалово, Тутурская школа;  Тимошинская школа, Чиканская средняя школа;  Дальнезагорская средняя школа",
                &[
                    "named-school<Жигаловская СОШ №1, МКОУ Рудовская СОШ #zhigalovskaya-sosh-1 #rudovskaya-sosh>",
                    "named-school<МКОУ СОШ №2 п.Жигалово, Тутурская школа #sosh-2-zhigalovo #tuturskaya-shkola>",
                    "named-school<Тимошинская школа, Чиканская средняя школа #timoshinskaya-shkola #chikanskaya-srednyaya-shkola>",
                    "named-school<Дальнезагорская средняя школа #dalnezagorskaya-srednyaya-shkola>",
                ],
            ),
            (
                "Руководители РМО, муниципальный куратор Нетесова Л.В.",
                &[
                    "methodical-association<Руководители РМО @rmo>",
                    "coordinator<муниципальный куратор Нетесова Л.В. :netesova-lv>",
                ],
            ),
            (
                "Жигаловская СОШ №1 (Власова М.В.) Тутурская школа (Лазарева Л.В.) МКОУ СОШ №2 п.Жигалово (Суворова А.А.) МКОУ Рудовская СОШ (Шевцова С.М.)",
                &[
                    "named-school<Жигаловская СОШ №1 (Власова М.В.) :vlasova-mv #zhigalovskaya-sosh-1>",
                    "named-school<Тутурская школа (Лазарева Л.В.) :lazareva-lv #tuturskaya-shkola>",
                    "named-school<МКОУ СОШ №2 п.Жигалово (Суворова А.А.) :suvorova-aa #sosh-2-zhigalovo>",
                    "named-school<МКОУ Рудовская СОШ (Шевцова С.М.) :shevtsova-sm #rudovskaya-sosh>",
                ],
            ),
            (
                "Начальник отдела общего образования Калиненко О.В.",
                &["specialist<Начальник отдела общего образования Калиненко О.В. :kalinenko-ov>"],
            ),
            (
                "Руководители РМО, ведущий специалист УО Зелинская Т.П.",
                &[
                    "methodical-association<Руководители РМО @rmo>",
                    "specialist<ведущий специалист УО Зелинская Т.П. @authority :zelinskaya-tp>",
                ],
            ),
            (
                "Заместитель начальника управления образования Нетесова Л.В.",
                &[
                    "authority-head<Заместитель начальника управления образования Нетесова Л.В. @authority :netesova-lv>",
                ],
            ),
            (
                "Директор Дальнезагорской средней школы Берденникова И.А.",
                &[
                    "school-head<Директор Дальнезагорской средней школы Берденникова И.А. :berdennikova-ia #dalnezagorskaya-srednyaya-shkola>",
                ],
            ),
            (
                "Муниципальный координатор Нетесова Л.В., руководители РМО",
                &[
                    "coordinator<Муниципальный координатор Нетесова Л.В. :netesova-lv>",
                    "methodical-association<руководители РМО @rmo>",
                ],
            ),
            (
                "Муниципальный координатор Нетесова Л.В. ведущий специалист Зелинская Т.П.",
                &[
                    "coordinator<Муниципальный координатор Нетесова Л.В. :netesova-lv>",
                    "specialist<ведущий специалист Зелинская Т.П. :zelinskaya-tp>",
                ],
            ),
            (
                "Руководитель РМО педагогов-психологов Коротких Е.В. Начальник управления образования Богатова Ю.Л.",
                &[
                    "methodical-association<Руководитель РМО педагогов-психологов Коротких Е.В. @rmo-pedagogov-psikhologov :korotkikh-ev>",
                    "authority-head<Начальник управления образования Богатова Ю.Л. @authority :bogatova-yul>",
                ],
            ),
        ],
    );
}

fn ziminskoe() -> Directory {
    directory(
        &[
            (
                "Комитет по образованию администрации ЗГМО",
                "authority",
                Role::Authority,
            ),
            ("Комитет по образованию", "authority", Role::Authority),
            (
                "Комитета по образованию администрации ЗГМО",
                "authority",
                Role::Authority,
            ),
            ("Комитета по образованию", "authority", Role::Authority),
            ("Комитат по образованию", "authority", Role::Authority),
            ("ГМО", "gmo", Role::MethodicalAssociation),
            (
                "городских методических объединений",
                "gmo",
                Role::MethodicalAssociation,
            ),
            (
                "городских методических объединений учителей-предметников",
                "gmo",
                Role::MethodicalAssociation,
            ),
            ("ШНОР", "shnor", Role::Schools),
            (
                "общеобразовательные организации, имеющие низкие образовательные результаты обучающихся",
                "shnor",
                Role::Schools,
            ),
            ("ШНСУ", "shnsu", Role::Schools),
            (
                "общеобразовательные организации, функционирующие в неблагоприятных социальных условиях",
                "shnsu",
                Role::Schools,
            ),
        ],
        &[],
        &[],
    )
}

#[test]
fn cells_of_ziminskoe() {
    check(
        &ziminskoe(),
        &[
            (
                "Комитет по образованию администрации ЗГМО (далее – Комитет по образованию)",
                &[
                    "authority<Комитет по образованию администрации ЗГМО (далее – Комитет по образованию) @authority>",
                ],
            ),
            (
                "Комитет по образованию",
                &["authority<Комитет по образованию @authority>"],
            ),
            (
                "Муниципальный координатор",
                &["coordinator<Муниципальный координатор>"],
            ),
            (
                "Управленческая команда ШНОР, муниципальный координатор, куратор",
                &[
                    "school-team<Управленческая команда ШНОР @shnor>",
                    "coordinator<муниципальный координатор>",
                    "curator<куратор>",
                ],
            ),
            (
                "Муниципальный координатор, куратор, управленческая команда ШНОР",
                &[
                    "coordinator<Муниципальный координатор>",
                    "curator<куратор>",
                    "school-team<управленческая команда ШНОР @shnor>",
                ],
            ),
            (
                "Управленческая команда ШНОР, куратор",
                &[
                    "school-team<Управленческая команда ШНОР @shnor>",
                    "curator<куратор>",
                ],
            ),
            (
                "Специалисты Комитета по образованию, муниципальный координатор",
                &[
                    "specialist<Специалисты Комитета по образованию @authority>",
                    "coordinator<муниципальный координатор>",
                ],
            ),
            (
                "Комитет по образованию, муниципальный координатор, куратор, ШНОР, ШНСУ",
                &[
                    "authority<Комитет по образованию @authority>",
                    "coordinator<муниципальный координатор>",
                    "curator<куратор>",
                    "schools<ШНОР @shnor>",
                    "schools<ШНСУ @shnsu>",
                ],
            ),
            (
                "Муниципальный координатор, члены рабочей группы",
                &[
                    "coordinator<Муниципальный координатор>",
                    "working-group<члены рабочей группы>",
                ],
            ),
            (
                "Комитет по образованию, муниципальный координатор",
                &[
                    "authority<Комитет по образованию @authority>",
                    "coordinator<муниципальный координатор>",
                ],
            ),
            (
                "Комитет по образованию, руководители ГМО",
                &[
                    "authority<Комитет по образованию @authority>",
                    "methodical-association<руководители ГМО @gmo>",
                ],
            ),
            (
                "Муниципальный координатор, куратор",
                &["coordinator<Муниципальный координатор>", "curator<куратор>"],
            ),
            (
                "Комитат по образованию",
                &["authority<Комитат по образованию @authority>"],
            ),
            (
                "Муниципальный координатор, управленческая команда ШНОР",
                &[
                    "coordinator<Муниципальный координатор>",
                    "school-team<управленческая команда ШНОР @shnor>",
                ],
            ),
        ],
    );
}

fn pervomayskiy() -> Directory {
    directory(
        &[
            (
                "МУНИЦИПАЛЬНОЕ КАЗЕННОЕ УЧРЕЖДЕНИЕ УПРАВЛЕНИЕ ОБРАЗОВАНИЯ АДМИНИСТРАЦИИ ПЕРВОМАЙСКОГО РАЙОНА",
                "authority",
                Role::Authority,
            ),
            ("Первомайское РУО", "authority", Role::Authority),
            ("РУО", "authority", Role::Authority),
            (
                "МКУ «УО Администрации Первомайского района»",
                "authority",
                Role::Authority,
            ),
            (
                "МКУ «Управление образования Администрации Первомайского района»",
                "authority",
                Role::Authority,
            ),
            (
                "МКУ «Управление образования Администрации Первомайского района",
                "authority",
                Role::Authority,
            ),
            (
                "МКУ Управление образования Администрации Первомайского района",
                "authority",
                Role::Authority,
            ),
            ("ТОИПКРО", "toipkro", Role::RegionalInstitute),
            (
                "РМО учителей по предметам",
                "rmo-uchiteley",
                Role::MethodicalAssociation,
            ),
            (
                "Методкабинет МКУ «УО Администрации Первомайского района»",
                "metodkabinet",
                Role::MethodicalOffice,
            ),
            ("ОО", "oo", Role::Schools),
            ("ОУ", "oo", Role::Schools),
            ("Образовательные организации", "oo", Role::Schools),
        ],
        &[],
        &[],
    )
}

#[test]
fn cells_of_pervomayskiy() {
    check(
        &pervomayskiy(),
        &[
            (
                "МКУ «УО Администрации Первомайского района»",
                &["authority<МКУ «УО Администрации Первомайского района» @authority>"],
            ),
            (
                "МКУ «Управление образования Администрации Первомайского района»",
                &[
                    "authority<МКУ «Управление образования Администрации Первомайского района» @authority>",
                ],
            ),
            (
                "МКУ «Управление образования Администрации Первомайского района РМО учителей по предметам",
                &[
                    "authority<МКУ «Управление образования Администрации Первомайского района @authority>",
                    "methodical-association<РМО учителей по предметам @rmo-uchiteley>",
                ],
            ),
            (
                "Методкабинет МКУ «УО Администрации Первомайского района» ОО",
                &[
                    "methodical-office<Методкабинет МКУ «УО Администрации Первомайского района» @metodkabinet>",
                    "schools<ОО @oo>",
                ],
            ),
            ("Руководители ОУ", &["school-head<Руководители ОУ @oo>"]),
            (
                "Методкабинет МКУ «УО Администрации Первомайского района»",
                &[
                    "methodical-office<Методкабинет МКУ «УО Администрации Первомайского района» @metodkabinet>",
                ],
            ),
            (
                "МКУ «Управление образования Администрации Первомайского района» ОО",
                &[
                    "authority<МКУ «Управление образования Администрации Первомайского района» @authority>",
                    "schools<ОО @oo>",
                ],
            ),
            ("РУО", &["authority<РУО @authority>"]),
            (
                "Куратор ШНОР РУО",
                &["curator<Куратор ШНОР>", "authority<РУО @authority>"],
            ),
            (
                "РУО, куратор, руководители ОО",
                &[
                    "authority<РУО @authority>",
                    "curator<куратор>",
                    "school-head<руководители ОО @oo>",
                ],
            ),
            (
                "ТОИПКРО, кураторы, руководители ШНОР",
                &[
                    "regional-institute<ТОИПКРО @toipkro>",
                    "curator<кураторы>",
                    "school-head<руководители ШНОР>",
                ],
            ),
            ("ТОИПКРО", &["regional-institute<ТОИПКРО @toipkro>"]),
            (
                "РУО, кураторы",
                &["authority<РУО @authority>", "curator<кураторы>"],
            ),
            ("РУО, ОО", &["authority<РУО @authority>", "schools<ОО @oo>"]),
            (
                "ТОИПКРО РУО, ОО",
                &[
                    "regional-institute<ТОИПКРО @toipkro>",
                    "authority<РУО @authority>",
                    "schools<ОО @oo>",
                ],
            ),
            (
                "ТОИПКРО, РУО, ОО",
                &[
                    "regional-institute<ТОИПКРО @toipkro>",
                    "authority<РУО @authority>",
                    "schools<ОО @oo>",
                ],
            ),
            (
                "ТОИПКРО, РУО, кураторы ШНОР",
                &[
                    "regional-institute<ТОИПКРО @toipkro>",
                    "authority<РУО @authority>",
                    "curator<кураторы ШНОР>",
                ],
            ),
            (
                "Кураторы ШНОР, ТОИПКРО",
                &[
                    "curator<Кураторы ШНОР>",
                    "regional-institute<ТОИПКРО @toipkro>",
                ],
            ),
        ],
    );
}

#[test]
fn without_a_directory() {
    check(
        &Directory::default(),
        &[
            (
                "Комитат по образованию",
                &["authority<Комитат по образованию>"],
            ),
            (
                "Комитет по образованию администрации ЗГМО (далее – Комитет по образованию)",
                &[
                    "authority<Комитет по образованию администрации ЗГМО (далее – Комитет по образованию)>",
                ],
            ),
            (
                "Куратор ШНОР РУО",
                &["curator<Куратор ШНОР>", "authority<РУО>"],
            ),
            (
                "ЦНППМ РА БУ ДПО РА «ИПКиППРО РА», МОУО, ОО",
                &[
                    "regional-institute<ЦНППМ РА БУ ДПО РА «ИПКиППРО РА»>",
                    "municipal-authorities<МОУО>",
                    "schools<ОО>",
                ],
            ),
            (
                "Минобрнауки РА, ЦНППМ РА БУ ДПО РА «ИПКиППРО РА», МОУО,",
                &[
                    "regional-ministry<Минобрнауки РА>",
                    "regional-institute<ЦНППМ РА БУ ДПО РА «ИПКиППРО РА»>",
                    "municipal-authorities<МОУО>",
                ],
            ),
            (
                "МКУ «Управление образования Администрации Первомайского района РМО учителей по предметам",
                &[
                    "authority<МКУ «Управление образования Администрации Первомайского района>",
                    "methodical-association<РМО учителей по предметам>",
                ],
            ),
            (
                "Методкабинет МКУ «УО Администрации Первомайского района» ОО",
                &[
                    "methodical-office<Методкабинет МКУ «УО Администрации Первомайского района»>",
                    "schools<ОО>",
                ],
            ),
            (
                "Руководители МБОУ СОШ №1, МБОУ Кемская СОШ №2",
                &["school-head<Руководители МБОУ СОШ №1, МБОУ Кемская СОШ №2>"],
            ),
            (
                "Руководители ОО Берденникова И.А., Кислицына О.А.",
                &["school-head<Руководители ОО Берденникова И.А., Кислицына О.А.>"],
            ),
            (
                "Руководитель РМО педагогов-психологов Коротких Е.В. Начальник управления образования Богатова Ю.Л.",
                &[
                    "methodical-association<Руководитель РМО педагогов-психологов Коротких Е.В.>",
                    "authority-head<Начальник управления образования Богатова Ю.Л.>",
                ],
            ),
            (
                "Заместитель начальника управления образования Нетесова Л.В., Зелинская Т.П.",
                &[
                    "authority-head<Заместитель начальника управления образования Нетесова Л.В.>",
                    "other<Зелинская Т.П.>",
                ],
            ),
            (
                "Нетесова Л.В., муниципальный координатор, Зелинская Т.П., ведущий специалист",
                &[
                    "coordinator<Нетесова Л.В., муниципальный координатор>",
                    "specialist<Зелинская Т.П., ведущий специалист>",
                ],
            ),
            (
                "Иванова Мария Петровна, методист РМК",
                &["methodical-office<Иванова Мария Петровна, методист РМК>"],
            ),
            (
                "А.В.Тимков, Бибенина О.А",
                &["other<А.В.Тимков>", "other<Бибенина О.А>"],
            ),
            ("Тимков А,В.", &["other<Тимков А,В.>"]),
            (
                "Администрация школ, педагоги",
                &["school-team<Администрация школ>", "teachers<педагоги>"],
            ),
            (
                "Администрация МБОУ СОШ №1",
                &["school-team<Администрация МБОУ СОШ №1>"],
            ),
            (
                "Директор и педагоги школы",
                &["school-head<Директор>", "teachers<педагоги школы>"],
            ),
            (
                "Министерство образования и науки Республики Алтай",
                &["regional-ministry<Министерство образования и науки Республики Алтай>"],
            ),
            (
                "Департамент общего образования Томской области",
                &["regional-ministry<Департамент общего образования Томской области>"],
            ),
            (
                "Учителя русского языка, математики и физики",
                &["teachers<Учителя русского языка, математики и физики>"],
            ),
            (
                "Учителя-предметники, классные руководители, социальные педагоги",
                &[
                    "teachers<Учителя-предметники>",
                    "teachers<классные руководители>",
                    "teachers<социальные педагоги>",
                ],
            ),
            (
                "Заместители директоров по УВР",
                &["school-team<Заместители директоров по УВР>"],
            ),
            (
                "заместители руководителей ОО",
                &["school-team<заместители руководителей ОО>"],
            ),
            ("Рабочая группа", &["working-group<Рабочая группа>"]),
            (
                "Председатель комитета по образованию",
                &["authority-head<Председатель комитета по образованию>"],
            ),
            (
                "Начальник отдела образования",
                &["authority-head<Начальник отдела образования>"],
            ),
            ("Заведующий РМК", &["methodical-office<Заведующий РМК>"]),
            ("Родители", &["other<Родители>"]),
            ("Директора школ", &["school-head<Директора школ>"]),
            ("ОО, РУО", &["schools<ОО>", "authority<РУО>"]),
            ("Опытные педагоги", &["teachers<Опытные педагоги>"]),
            (
                "Методическая служба; РМО учителей математики",
                &[
                    "methodical-office<Методическая служба>",
                    "methodical-association<РМО учителей математики>",
                ],
            ),
            ("- РУО; - ОО", &["authority<РУО>", "schools<ОО>"]),
            ("РУО/ОО", &["authority<РУО>", "schools<ОО>"]),
            ("РУО и школы", &["authority<РУО>", "schools<школы>"]),
            ("", &[]),
            (",", &[]),
            ("😀 Петров", &["other<😀 Петров>"]),
            ("Службы сопровождения", &["teachers<Службы сопровождения>"]),
            (
                "Члены муниципальной рабочей группы",
                &["working-group<Члены муниципальной рабочей группы>"],
            ),
            (
                "Управление образования, общеобразовательные организации",
                &[
                    "authority<Управление образования>",
                    "schools<общеобразовательные организации>",
                ],
            ),
            (
                "муниципальные органы управления образованием",
                &["municipal-authorities<муниципальные органы управления образованием>"],
            ),
            ("Специалисты МОУО", &["specialist<Специалисты МОУО>"]),
            (
                "Тьюторы, региональные методисты",
                &[
                    "teachers<Тьюторы>",
                    "methodical-office<региональные методисты>",
                ],
            ),
            (
                "Руководители ШНОР и ШНСУ",
                &["school-head<Руководители ШНОР и ШНСУ>"],
            ),
            ("школы-партнёры", &["schools<школы-партнёры>"]),
            (
                "Педагоги, обучающиеся, родители",
                &["teachers<Педагоги>", "other<обучающиеся, родители>"],
            ),
        ],
    );
}

#[test]
fn homoglyphs_and_breaks_do_not_hide_names() {
    check(
        &kemskiy(),
        &[
            (
                "МБOУ Кемской\nСОШ №\u{a0}2",
                &["named-school<МБOУ Кемской\nСОШ №\u{a0}2 #kemskaya-sosh-2>"],
            ),
            (
                "MКУ  Кемское УO,",
                &["authority<MКУ  Кемское УO @authority>"],
            ),
        ],
    );
}

#[test]
fn people_are_never_bent() {
    let directory = directory(&[], &[], &[("Петров И.И.", "petrov-ii")]);
    check(
        &directory,
        &[
            (
                "Куратор Петров И.И.",
                &["curator<Куратор Петров И.И. :petrov-ii>"],
            ),
            ("Куратор Петрова И.И.", &["curator<Куратор Петрова И.И.>"]),
        ],
    );
}

#[test]
fn nothing_panics() {
    let pieces = [
        "Руководители",
        "МБОУ",
        "СОШ",
        "№",
        "1",
        "(",
        ")",
        "«",
        "»",
        ",",
        ";",
        "и",
        "-",
        ".",
        "Нетесова",
        "Л",
        "Л.В.",
        "УО",
        "МКУ",
        "начальник",
        "отдела",
        "😀",
        "\u{301}",
        "педагогов",
        "ОО",
        "администрации",
        "заместитель",
    ];
    let (directory, nobody) = (zhigalovskiy(), Directory::default());
    let (names, none) = (Names::new(&directory), Names::new(&nobody));
    for one in pieces {
        for two in pieces {
            for three in pieces {
                for cell in [format!("{one} {two} {three}"), format!("{one}{two}{three}")] {
                    let parties = responsible(&cell, &none).parties.clone();
                    assert!(
                        parties.iter().all(|party| !party.words.is_empty()),
                        "{cell}"
                    );
                }
            }
            responsible(&format!("{one} {two}"), &names);
        }
        responsible(&one.repeat(10_000 / one.len()), &names);
        responsible(&format!("{one} ").repeat(2_000), &names);
    }
    responsible(&"я".repeat(10_000), &names);
}
