//! `portal explain`: what a code means and what to do about it.

use crate::cli::args::ExplainOptions;
use crate::cli::exit::{ENVIRONMENT, FINE};
use crate::cli::report;
use crate::diag::explain::{self, Explanation, text};
use crate::text::nearest::nearest;

pub fn run(options: &ExplainOptions) -> u8 {
    if options.codes.is_empty() {
        report::say(text::list());
        report::say("Подробно о коде: portal explain П102");
        report::say(format!("То же на сайте портала: /{}", explain::PAGE));
        return FINE;
    }
    let asked: Vec<(&String, Option<&Explanation>)> = options
        .codes
        .iter()
        .map(|typed| (typed, explain::find(typed)))
        .collect();
    let known: Vec<String> = asked
        .iter()
        .filter_map(|(_, found)| found.map(text::one))
        .collect();
    if !known.is_empty() {
        let line = format!("\n{}\n\n", "—".repeat(40));
        report::say(known.join(&line).trim_end());
    }
    let unknown: Vec<&String> = asked
        .iter()
        .filter(|(_, found)| found.is_none())
        .map(|(typed, _)| *typed)
        .collect();
    for typed in &unknown {
        eprintln!("ошибка: {}", no_code(typed));
    }
    match unknown.is_empty() {
        true => FINE,
        false => ENVIRONMENT,
    }
}

fn no_code(typed: &str) -> String {
    let written = typed.to_uppercase().replace('P', "П");
    let ids = explain::all().iter().map(|one| one.code.id);
    match nearest(&written, ids) {
        Some(near) => format!("нет кода «{typed}»; возможно, вы имели в виду «{near}»"),
        None => format!("нет кода «{typed}»; все коды покажет portal explain"),
    }
}
