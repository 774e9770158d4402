//! A new plan: empty, or begun from the last one.

use std::borrow::Cow;

use crate::content::fields::FileKind;
use crate::content::read;
use crate::content::typed::period;
use crate::desk::literal;
use crate::desk::new::next_year::next_year;
use crate::desk::new::template::{Filling, file};
use crate::desk::new::workplace::{Desk, Made};
use crate::diag::Diagnostic;
use crate::model::id::{Slug, TerritoryPath};
use crate::text::nearest::nearest;

/// What a plan has although it need not: sections, measures, and the cells that nearly every document has.
const LIVE: [&str; 5] = [
    "section",
    "section.event",
    "section.event.number",
    "section.event.responsible",
    "section.event.indicator",
];

/// A plan of a year.
///
/// # Errors
/// When the territory or the plan to begin from is unknown, the year is none, or the file exists.
pub fn plan(desk: &Desk<'_>, place: &str, year: &str, from: Option<&str>) -> Result<Made, String> {
    let territory = desk.territory(place)?;
    let id = year_id(year)?;
    let path = format!("{territory}/plans/{id}.toml");
    let depth = path.matches('/').count();
    let Some(from) = from else {
        let filling = Filling {
            given: vec![
                ("period", literal::text(id.as_str(), "\n")),
                ("section.event.id", "\"m01\"".to_owned()),
            ],
            live: &LIVE,
            doubts: Vec::new(),
        };
        let change = desk.new_file(path, file(FileKind::Plan, depth, &filling))?;
        return Ok(Made {
            changes: vec![change],
            notes: Vec::new(),
            next: vec![
                "перепишите слова документа без изменений; следующее мероприятие — такой же блок [[section.event]] с id = \"m02\"".to_owned(),
                format!("приказ, который утвердил план: portal new document {territory} --number НОМЕР, потом approved_by"),
            ],
        });
    };
    let from = year_id(from)?;
    if from == id {
        return Err("новый план и тот, с которого начать, — один и тот же".to_owned());
    }
    let (old, table) = past(desk, &territory, &from)?;
    let text = next_year(&old, &table, from.as_str(), id.as_str(), depth);
    let change = desk.new_file(path, text)?;
    Ok(Made {
        changes: vec![change],
        notes: vec![format!(
            "слова взяты из плана {from} для сверки: статусы, подтверждения, примечания и сроки с годом не перенесены"
        )],
        next: vec!["сверьте каждую строку с новым приказом и заполните пропуски: пока они есть, сайт не соберётся".to_owned()],
    })
}

/// The text and the table of the plan to begin from.
fn past<'a>(
    desk: &'a Desk<'_>,
    territory: &TerritoryPath,
    id: &Slug,
) -> Result<(Cow<'a, str>, crate::content::raw::Table), String> {
    let path = format!("{territory}/plans/{id}.toml");
    let Some(source) = desk.sources.find(&path) else {
        return Err(without(desk, territory, id));
    };
    let old = desk.sources.file(source);
    let (raw, found) = read::document(source, old);
    let broken = found.iter().any(Diagnostic::is_error);
    match (old.text(), raw) {
        (Some(text), Some(raw)) if !broken => Ok((text, raw.table)),
        _ => Err(format!(
            "в файле {}/{path} есть ошибки: исправьте их (portal check) и повторите",
            desk.sources.label
        )),
    }
}

fn without(desk: &Desk<'_>, territory: &TerritoryPath, id: &Slug) -> String {
    let folder = format!("{territory}/plans/");
    let plans: Vec<&str> = desk
        .sources
        .iter()
        .filter_map(|(_, file)| file.path.strip_prefix(&folder)?.strip_suffix(".toml"))
        .collect();
    let name = desk.name(territory);
    match nearest(id.as_str(), plans.iter().copied()) {
        _ if plans.is_empty() => format!("у территории {name} ещё нет планов: уберите --from"),
        Some(near) => {
            format!("плана {id} у территории {name} нет; возможно, вы имели в виду {near}")
        }
        None => format!(
            "плана {id} у территории {name} нет; есть: {}",
            plans.join(", ")
        ),
    }
}

/// True for the period of a plan as content files write it: a year, a school year, two days.
pub fn is_period(text: &str) -> bool {
    period::parse(text).is_some()
}

/// A year or school year as the name of a plan's file.
fn year_id(asked: &str) -> Result<Slug, String> {
    let plain: String = asked
        .trim()
        .trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c == ' ')
        .chars()
        .map(|c| {
            if matches!(c, '–' | '—' | '/') {
                '-'
            } else {
                c
            }
        })
        .collect();
    let wrong = || {
        let proposal = proposed(&plain).map(|year| format!("; возможно, {year}"));
        format!(
            "«{asked}» — не год плана: пишите 2026 или 2025-2026 (учебный год){}",
            proposal.unwrap_or_default()
        )
    };
    period::parse(&plain).ok_or_else(wrong)?;
    Slug::parse(&plain).ok_or_else(wrong)
}

/// «2025-26» and «25» meant a year.
fn proposed(plain: &str) -> Option<String> {
    let full = |text: &str| match text.len() {
        2 => Some(format!("20{text}")),
        4 => Some(text.to_owned()),
        _ => None,
    };
    let written = match plain.split_once('-') {
        Some((first, last)) => format!("{}-{}", full(first)?, full(last)?),
        None => full(plain)?,
    };
    period::parse(&written).map(|_| written)
}
