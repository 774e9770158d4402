//! Problems counted in Russian.

/// How many problems there are: «3 ошибки, 1 предупреждение».
pub fn summary_line(errors: usize, warnings: usize) -> String {
    let errors = match errors {
        0 => "ошибок нет".to_owned(),
        count => format!("{count} {}", plural(count, ["ошибка", "ошибки", "ошибок"])),
    };
    match warnings {
        0 => errors,
        count => format!(
            "{errors}, {count} {}",
            plural(
                count,
                ["предупреждение", "предупреждения", "предупреждений"]
            )
        ),
    }
}

/// The form of a word after a number: for 1, for 2, for 5.
pub(super) fn plural(count: usize, [one, few, many]: [&str; 3]) -> &str {
    match (count % 10, count % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}
