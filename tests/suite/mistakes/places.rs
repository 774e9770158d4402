//! Files with a wrong name or in a wrong folder.

use super::case::{Mistake, PLAN, change, put};

const TEXT: &str = "title = \"План\"\nperiod = \"2025\"\ncolumns = [{ heading = \"Событие\", holds = \"title\" }]\n";
const ITEM: &str = "+++\ndate = 2026-11-20\ntitle = \"Собрание\"\nsummary = \"Прошло собрание.\"\n+++\nВ школе прошло собрание.\n";

pub const CASES: &[Mistake] = &[
    put(
        "38-irkutskaya/zhigalovskiy/Plans/2025.toml",
        TEXT,
        ("П007", ""),
        &["plans/2025.toml"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/plan/2025.toml",
        TEXT,
        ("П007", ""),
        &["plans/2025.toml"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/планы/2025.toml",
        TEXT,
        ("П007", ""),
        &["plans"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/plans/2025.TOML",
        TEXT,
        ("П007", ""),
        &["2025.toml"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/plans/2025.toml.txt",
        TEXT,
        ("П007", ""),
        &["2025.toml"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/plans/2025.toml.toml",
        TEXT,
        ("П008", ""),
        &["2025.toml"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/plans/2025",
        TEXT,
        ("П007", ""),
        &["2025.toml"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/plans/2025.md",
        TEXT,
        ("П007", ""),
        &["2025.toml"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/plans/План 2025.toml",
        TEXT,
        ("П008", ""),
        &["plan-2025.toml"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/plans/2025 (1).toml",
        TEXT,
        ("П008", ""),
        &["2025-1.toml"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/2025.toml",
        TEXT,
        ("П007", ""),
        &["plans/2025.toml"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/news/новость.md",
        ITEM,
        ("П008", ""),
        &["novost.md"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/news/2026-11-20-sobranie.toml",
        ITEM,
        ("П007", ""),
        &["2026-11-20-sobranie.md"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/new/2026-11-20-sobranie.md",
        ITEM,
        ("П007", ""),
        &["news/"],
    ),
    put("news/2026-11-20-sobranie.md", ITEM, ("П007", ""), &["news"]),
    put(
        "38-irkutskaya/zhigalovskiy/plans/2025.docx",
        "PK\u{3}\u{4}",
        ("П007", ""),
        &["Word", "plans/2025.toml"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/plans/План.docx",
        "PK\u{3}\u{4}",
        ("П008", ""),
        &["plan.docx"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/sections/itogi-goda.md",
        "+++\ntitle = \"Итоги\"\n+++\nИтоги года.\n",
        ("П007", ""),
        &["itogi"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/People.toml",
        "",
        ("П007", ""),
        &["people.toml"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/school.toml",
        "[[school]]\nid = \"x\"\nname = \"Школа\"\n",
        ("П007", ""),
        &["schools.toml"],
    ),
    put(
        "38-irkutskaya/zhigalovskiy/Снимок экрана.png",
        "\u{1}",
        ("П008", ""),
        &["snimok-ekrana.png"],
    ),
    put(
        "Жигаловский район/plans/2025.toml",
        TEXT,
        ("П008", ""),
        &["zhigalovskiy-rayon"],
    ),
    put("faq.md", "# Вопросы\n", ("П007", ""), &["questions"]),
    // The year of the name is not the year inside.
    change(
        PLAN,
        ("period = \"2023\"", "period = \"2024\""),
        ("П108", "\"2024\""),
        &["2023"],
    ),
];
