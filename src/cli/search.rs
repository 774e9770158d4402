//! `portal search`: the answer of the search page, in the terminal. For editors who ask why something is not found, and for
//! tests.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::build::{self, Searchable};
use crate::cli::args::{AnswerFormat, Choices, SearchOptions};
use crate::cli::exit::{CONTENT, ENVIRONMENT, FINE};
use crate::cli::{input, report};
use crate::diag::Diagnostic;
use crate::search::query::filter::{Facet, Filters};
use crate::search::query::{self, Answer, Query};
use crate::text::russian::counted;

pub fn run(options: &SearchOptions) -> u8 {
    let sources = match input::content(&options.content) {
        Ok(sources) => sources,
        Err(code) => return code,
    };
    let (searchable, diagnostics) = build::searchable(&sources);
    if diagnostics.iter().any(Diagnostic::is_error) {
        report::show_problems(&diagnostics, &sources);
        return CONTENT;
    }
    let text = options.words.join(" ");
    let query = Query {
        text: &text,
        filters: filters(&options.choices),
        today: input::today(options.date),
        literal: options.literal,
        limit: options.limit,
    };
    let Some(answer) = answer(&searchable, &query) else {
        eprintln!("ошибка: указатель поиска не собран");
        return ENVIRONMENT;
    };
    match options.format {
        AnswerFormat::Json => report::say(json(&answer, options.explain)),
        AnswerFormat::Text => report::say(for_people(&answer, options.explain)),
    }
    FINE
}

fn answer(searchable: &Searchable, query: &Query<'_>) -> Option<Answer> {
    let files: BTreeMap<&str, &[u8]> = searchable
        .files
        .iter()
        .map(|file| (file.path.as_str(), file.bytes.as_slice()))
        .collect();
    let read = |path: &str| files.get(path).map(|bytes| bytes.to_vec());
    query::search(&read, &searchable.analyzer, query)
}

fn filters(choices: &Choices) -> Filters {
    let values = [
        (Facet::Region, &choices.region),
        (Facet::Place, &choices.rayon),
        (Facet::Year, &choices.god),
        (Facet::Month, &choices.mesyats),
        (Facet::Section, &choices.razdel),
        (Facet::Status, &choices.status),
        (Facet::Role, &choices.kto),
        (Facet::School, &choices.shkola),
        (Facet::Kind, &choices.vid),
    ];
    Filters {
        chosen: values
            .into_iter()
            .flat_map(|(facet, values)| values.iter().map(move |value| (facet, value.clone())))
            .collect(),
    }
}

/// A result for programs.
#[derive(Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    result: &'a query::Result,
    #[serde(skip_serializing_if = "Option::is_none")]
    explain: Option<Vec<String>>,
}

fn json(answer: &Answer, explain: bool) -> String {
    let rows: Vec<Row<'_>> = answer
        .results
        .iter()
        .map(|result| Row {
            result,
            explain: explain.then(|| reasons(answer, result)),
        })
        .collect();
    serde_json::to_string_pretty(&rows).unwrap_or_default()
}

fn for_people(answer: &Answer, explain: bool) -> String {
    let mut lines = Vec::new();
    for told in &answer.interpreted {
        lines.push(match told.how {
            "layout" => format!(
                "Показано по словам «{}»: «{}» набрано в другой раскладке.",
                told.to, told.from
            ),
            "typo" | "beginning" => {
                format!("Показано по слову «{}» вместо «{}».", told.to, told.from)
            }
            "everyday" => format!(
                "«{}»: показано, что об этом говорят документы — {}.",
                told.from, told.to
            ),
            "quote" => "Точно таких слов подряд нет; показано по отдельным словам.".to_owned(),
            _ => format!("Слова «{}» нет ни на одной странице.", told.from),
        });
    }
    if answer.results.is_empty() {
        lines.push("Ничего не нашлось.".to_owned());
        return lines.join("\n");
    }
    let found = counted(answer.total, ["ответ", "ответа", "ответов"]);
    lines.push(format!("{found}, со всеми словами: {}.", answer.full));
    for (number, result) in answer.results.iter().enumerate() {
        lines.push(format!("\n{}. {}", number + 1, result.title));
        let year = result.year.map(|year| year.to_string()).unwrap_or_default();
        let about = [&result.kind, &result.municipality, &year, &result.note];
        let about: Vec<&str> = about
            .into_iter()
            .map(String::as_str)
            .filter(|t| !t.is_empty())
            .collect();
        lines.push(format!("   {}", about.join(" · ")));
        lines.push(format!("   {}", result.url));
        if explain {
            lines.extend(
                reasons(answer, result)
                    .iter()
                    .map(|reason| format!("   = {reason}")),
            );
        }
    }
    lines.join("\n")
}

/// How the worth of a result came about.
fn reasons(answer: &Answer, result: &query::Result) -> Vec<String> {
    let ranked = &result.ranked;
    let mut reasons: Vec<String> = answer
        .words
        .iter()
        .zip(&ranked.shares)
        .map(|(word, share)| match share {
            Some(share) => format!("«{word}»: {share:.2}"),
            None => format!("«{word}»: нет"),
        })
        .collect();
    reasons.push(format!("соседство слов: {:.2}", ranked.near));
    reasons.push(format!("охват запроса: {:.0} %", ranked.cover * 100.0));
    reasons.push(format!("оценка: {}", ranked.score));
    reasons
}
