//! What the words of the five documents were understood to mean, seen from outside: through the open data.

use std::collections::BTreeMap;

use crate::harness::Content;

fn rows() -> Vec<BTreeMap<String, String>> {
    let site = Content::real().build();
    let csv = site.text("dannye/sobytiya.csv").to_owned();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader
        .deserialize()
        .map(|row| row.expect("every line is a row"))
        .collect()
}

/// How many deadlines of a kind each plan has, as a careful reader counts them in the documents.
#[test]
fn deadlines_of_each_kind_are_counted_as_in_the_documents() {
    let expected = [
        ("38-irkutskaya", "zhigalovskiy", "2023", "within-year", 8),
        ("38-irkutskaya", "zhigalovskiy", "2023", "by-schedule", 2),
        ("38-irkutskaya", "zhigalovskiy", "2023", "until", 1),
        ("38-irkutskaya", "zhigalovskiy", "2023", "month-range", 4),
        ("38-irkutskaya", "zhigalovskiy", "2023", "month-list", 3),
        ("38-irkutskaya", "zhigalovskiy", "2023", "month", 12),
        ("38-irkutskaya", "ziminskoe", "2024", "within-year", 15),
        ("38-irkutskaya", "ziminskoe", "2024", "month-list", 1),
        ("38-irkutskaya", "ziminskoe", "2024", "month-range", 5),
        ("38-irkutskaya", "ziminskoe", "2024", "month", 10),
        ("10-kareliya", "kemskiy", "2023", "within-year", 10),
        ("10-kareliya", "kemskiy", "2023", "month-range", 4),
        ("10-kareliya", "kemskiy", "2023", "month", 8),
        ("04-altay", "", "2023", "within-year", 3),
        ("04-altay", "", "2023", "month-range", 6),
        ("04-altay", "", "2023", "month", 12),
        ("70-tomskaya", "pervomayskiy", "2022-2023", "continuous", 5),
        ("70-tomskaya", "pervomayskiy", "2022-2023", "open-ended", 2),
        ("70-tomskaya", "pervomayskiy", "2022-2023", "recurring", 5),
        ("70-tomskaya", "pervomayskiy", "2022-2023", "within-year", 1),
        ("70-tomskaya", "pervomayskiy", "2022-2023", "month", 1),
        ("70-tomskaya", "pervomayskiy", "2023", "within-year", 3),
        ("70-tomskaya", "pervomayskiy", "2023", "recurring", 1),
        ("70-tomskaya", "pervomayskiy", "2023", "mixed", 1),
        ("70-tomskaya", "pervomayskiy", "2023", "month-range", 3),
        ("70-tomskaya", "pervomayskiy", "2023", "month", 15),
    ];
    let mut counted: BTreeMap<(String, String, String, String), usize> = BTreeMap::new();
    for row in rows() {
        let key =
            ["region", "municipality", "plan", "deadline_kind"].map(|column| row[column].clone());
        *counted.entry(key.into()).or_default() += 1;
    }
    let expected: BTreeMap<_, usize> = expected
        .into_iter()
        .map(|(region, municipality, plan, kind, count)| {
            (
                (
                    region.to_owned(),
                    municipality.to_owned(),
                    plan.to_owned(),
                    kind.to_owned(),
                ),
                count,
            )
        })
        .collect();
    assert_eq!(counted, expected);
    assert_eq!(expected.values().sum::<usize>(), 141);
}

#[test]
fn years_come_from_the_cell_or_from_the_period_of_the_plan() {
    let days: BTreeMap<String, (String, String)> = rows()
        .into_iter()
        .map(|row| {
            (
                row["id"].clone(),
                (row["deadline_start"].clone(), row["deadline_end"].clone()),
            )
        })
        .collect();
    let expected = [
        (
            "38-irkutskaya/zhigalovskiy/2023/m17",
            "2023-01-01",
            "2023-12-31",
        ),
        (
            "38-irkutskaya/zhigalovskiy/2023/m29",
            "2023-03-01",
            "2023-03-31",
        ),
        (
            "38-irkutskaya/ziminskoe/2024/m04",
            "2024-01-01",
            "2024-04-30",
        ),
        ("10-kareliya/kemskiy/2023/m16", "2023-09-01", "2023-09-30"),
        ("10-kareliya/kemskiy/2023/m03", "2023-04-01", "2023-08-31"),
        (
            "70-tomskaya/pervomayskiy/2022-2023/m02",
            "2022-09-01",
            "2022-09-30",
        ),
        (
            "70-tomskaya/pervomayskiy/2022-2023/m08",
            "2022-09-01",
            "2023-08-31",
        ),
        ("70-tomskaya/pervomayskiy/2022-2023/m07", "2023-01-01", ""),
        (
            "70-tomskaya/pervomayskiy/2023/m13",
            "2023-04-20",
            "2023-10-31",
        ),
    ];
    for (id, first, last) in expected {
        assert_eq!(days[id], (first.to_owned(), last.to_owned()), "{id}");
    }
}
