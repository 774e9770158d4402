//! Acts, the programme, news and practices.

use crate::history::compare::draft::Both;
use crate::history::compare::draft::{Draft, Told};
use crate::history::compare::list::matched;
use crate::history::names::{Names, headed};
use crate::history::words::property::{Gender, Name, Property, Weight, compared};
use crate::history::words::quote::quoted;
use crate::history::words::sameness::line;
use crate::model::history::{Detail, Subject, What};
use crate::model::record::document::{Document, Point};
use crate::model::record::news::NewsItem;
use crate::model::record::practice::{PRACTICE_FACTS, Practice};
use crate::model::record::program::{PartKind, PassportRow, Program, ProgramPart};
use crate::text::russian;

/// An act.
pub fn document(before: &Document, after: &Document, names: Both<'_>) -> Told {
    let mut details = Vec::new();
    if before.text_known != after.text_known {
        let words = match after.text_known {
            true => "опубликован текст документа",
            false => "текст документа убран: осталось упоминание",
        };
        details.push(crate::history::compare::draft::plain(What::Text, words));
    }
    details.extend(compared(&act(before, names.0), &act(after, names.1)));
    // The text that came as a whole is not told point by point.
    if before.text_known == after.text_known {
        details.extend(points(&before.points, &after.points));
    }
    let title = headed(&after.short_name());
    Told::one(Draft::new(
        Subject::Document(after.id.clone()),
        title,
        details,
    ))
}

fn act(act: &Document, names: &Names<'_>) -> Vec<Property> {
    let date = act.date.as_ref().map(|date| russian::date(date.value));
    let number = act.number.as_ref().map(|number| number.value.clone());
    let basis = Names::all(act.basis.iter().map(|one| &one.to), |id| names.document(id));
    let signed: Vec<&str> = [&act.signatory.post, &act.signatory.name]
        .into_iter()
        .filter_map(|text| text.as_deref())
        .collect();
    let around: Vec<&str> = [
        &act.letterhead,
        &act.heading,
        &act.order_word,
        &act.approval_stamp,
        &act.date_verbatim,
    ]
    .into_iter()
    .filter_map(|text| text.as_deref())
    .collect();
    let file = act.file.as_ref().map(|file| file.value.clone());
    vec![
        Property::new(Name("название", Gender::It), Some(act.title.clone())).what(What::Title),
        Property::new(Name("номер", Gender::He), number),
        Property::new(Name("дата", Gender::She), date),
        Property::new(Name("вид документа", Gender::He), Some(act.kind.clone())),
        Property::new(Name("уровень", Gender::He), Some(act.level.clone())),
        Property::new(
            Name("автор документа", Gender::He),
            Some(act.issuer.clone()),
        ),
        Property::new(Name("файл документа", Gender::He), file).what(What::Text),
        Property::new(Name("вступление", Gender::It), act.preamble.clone()).what(What::Text),
        Property::new(Name("основание", Gender::It), basis),
        Property::new(Name("подпись", Gender::She), Some(signed.join(" "))),
        Property::new(Name("место издания", Gender::It), act.place.clone()),
        Property::new(Name("слова бланка", Gender::They), Some(around.join(" ")))
            .what(What::Text)
            .weight(Weight::MinorText),
        Property::new(Name("источник", Gender::He), act.source.clone()).weight(Weight::Minor),
    ]
}

fn points(before: &[Point], after: &[Point]) -> Vec<Detail> {
    let found = matched(before, after, |point| point.number.trim());
    let mut details = Vec::new();
    for (old, new) in &found.kept {
        let of = new.number.trim().trim_end_matches('.').to_owned();
        let text = |point: &Point| {
            let text = Some(point.text.clone());
            vec![
                Property::new(Name("пункт", Gender::He), text)
                    .of(&of)
                    .what(What::Text),
            ]
        };
        details.extend(compared(&text(old), &text(new)));
    }
    let number = |point: &Point| point.number.trim().trim_end_matches('.').to_owned();
    details.extend(found.added.iter().map(|new| Detail {
        what: What::Text,
        before: None,
        after: Some(new.text.clone()),
        words: format!("добавлен пункт {}: {}", number(new), quoted(&new.text)),
        minor: false,
    }));
    details.extend(found.removed.iter().map(|old| Detail {
        what: What::Text,
        before: Some(old.text.clone()),
        after: None,
        words: format!("пункт {} убран: был {}", number(old), quoted(&old.text)),
        minor: false,
    }));
    details
}

/// The programme: its passport row by row, its texts by their headings.
pub fn program(before: &Program, after: &Program, names: Both<'_>) -> Told {
    let own = |program: &Program, names: &Names<'_>| {
        let act = program
            .approved_by
            .as_ref()
            .map(|act| names.document(&act.to));
        let period = program.period.as_ref().map(|period| period.value.clone());
        vec![
            Property::new(Name("название", Gender::It), Some(program.title.clone()))
                .what(What::Title),
            Property::new(Name("срок программы", Gender::He), period),
            Property::new(Name("утверждающий документ", Gender::He), act),
        ]
    };
    let mut details = compared(&own(before, names.0), &own(after, names.1));
    details.extend(rows(&before.rows, &after.rows));
    details.extend(parts(&before.parts, &after.parts));
    Told::one(Draft::new(Subject::Program, headed(&after.title), details))
}

fn rows(before: &[PassportRow], after: &[PassportRow]) -> Vec<Detail> {
    let found = matched(before, after, |row| line(&row.label));
    let value = |row: Option<&PassportRow>, of: &str| {
        let value = row.map(|row| row.value.value.clone());
        vec![Property::new(Name("строка паспорта", Gender::She), value).of(of)]
    };
    let mut details = Vec::new();
    for (old, new) in &found.kept {
        let of = quoted(&new.label);
        details.extend(compared(&value(Some(old), &of), &value(Some(new), &of)));
    }
    for new in &found.added {
        let of = quoted(&new.label);
        details.extend(compared(&value(None, &of), &value(Some(new), &of)));
    }
    for old in &found.removed {
        let of = quoted(&old.label);
        details.extend(compared(&value(Some(old), &of), &value(None, &of)));
    }
    details
}

fn parts(before: &[ProgramPart], after: &[ProgramPart]) -> Vec<Detail> {
    let kind = |part: &ProgramPart| PartKind::NAMES.iter().find(|(_, kind)| *kind == part.kind);
    let name = |part: &ProgramPart| match &part.heading {
        Some(heading) => line(heading),
        None => kind(part).map_or("", |(name, _)| name).to_owned(),
    };
    let found = matched(before, after, name);
    let text = |part: Option<&ProgramPart>, of: &str| {
        let text = part.map(|part| {
            let ends = [&part.intro, &part.outro];
            let ends: Vec<&str> = ends
                .into_iter()
                .filter_map(|text| text.as_deref())
                .collect();
            format!("{} {}", part.items.join(" "), ends.join(" "))
        });
        vec![
            Property::new(Name("часть программы", Gender::She), text)
                .of(of)
                .what(What::Text)
                .weight(Weight::Text),
        ]
    };
    let mut details = Vec::new();
    for (old, new) in &found.kept {
        let of = quoted(&name(new));
        details.extend(compared(&text(Some(old), &of), &text(Some(new), &of)));
    }
    for new in &found.added {
        let of = quoted(&name(new));
        details.extend(compared(&text(None, &of), &text(Some(new), &of)));
    }
    for old in &found.removed {
        let of = quoted(&name(old));
        details.extend(compared(&text(Some(old), &of), &text(None, &of)));
    }
    details
}

/// A news item: corrected.
pub fn news(before: &NewsItem, after: &NewsItem, names: Both<'_>) -> Told {
    let own = |item: &NewsItem, names: &Names<'_>| {
        let documents = Names::all(item.documents.iter().map(|one| &one.to), |id| {
            names.document(id)
        });
        let schools = Names::all(item.schools.iter().map(|one| &one.to), |id| {
            names.school(id)
        });
        let events: Vec<String> = item.events.iter().map(|one| one.to.to_string()).collect();
        vec![
            Property::new(Name("заголовок", Gender::He), Some(item.title.clone()))
                .what(What::Title),
            Property::new(
                Name("дата новости", Gender::She),
                Some(russian::date(item.date)),
            ),
            Property::new(
                Name("краткое изложение", Gender::It),
                Some(item.summary.clone()),
            )
            .what(What::Text),
            Property::new(
                Name("текст новости", Gender::He),
                Some(item.text.markdown.clone()),
            )
            .what(What::Text)
            .weight(Weight::Text),
            Property::new(Name("документы новости", Gender::They), documents),
            Property::new(Name("школы новости", Gender::They), schools),
            Property::new(
                Name("мероприятия новости", Gender::They),
                Some(events.join(", ")),
            ),
        ]
    };
    let mut details = compared(&own(before, names.0), &own(after, names.1));
    if let Some(first) = details.first_mut() {
        first.words = format!("новость исправлена: {}", first.words);
    }
    Told::one(Draft::new(
        Subject::News(after.id.clone()),
        headed(&after.title),
        details,
    ))
}

/// A practice card.
pub fn practice(before: &Practice, after: &Practice, names: Both<'_>) -> Told {
    let details = compared(&card(before, names.0), &card(after, names.1));
    let title = headed(&after.title);
    Told::one(Draft::new(
        Subject::Practice(after.id.clone()),
        title,
        details,
    ))
}

fn card(practice: &Practice, names: &Names<'_>) -> Vec<Property> {
    let schools = Names::all(practice.schools.iter().map(|one| &one.to), |id| {
        names.school(id)
    });
    let people = Names::all(practice.people.iter().map(|one| &one.to), |id| {
        names.person(id)
    });
    let events: Vec<String> = practice
        .events
        .iter()
        .map(|one| one.to.to_string())
        .collect();
    let risks: Vec<&str> = practice.risks.iter().map(|one| one.to.as_str()).collect();
    let mut card = vec![
        Property::new(Name("название", Gender::It), Some(practice.title.clone())).what(What::Title),
        Property::new(
            Name("вид практики", Gender::He),
            Some(practice.kind.clone()),
        ),
        Property::new(Name("уровень", Gender::He), Some(practice.level.clone())),
        Property::new(Name("год", Gender::He), Some(practice.year.clone())),
        Property::new(
            Name("степень проверки", Gender::She),
            Some(practice.status.clone()),
        )
        .what(What::Status),
        Property::new(
            Name("краткое изложение", Gender::It),
            Some(practice.summary.clone()),
        )
        .what(What::Text),
        Property::new(Name("школы практики", Gender::They), schools),
        Property::new(Name("люди практики", Gender::They), people).what(What::Members),
        Property::new(
            Name("мероприятия практики", Gender::They),
            Some(events.join(", ")),
        ),
        Property::new(Name("факторы риска", Gender::They), Some(risks.join(", "))),
        Property::new(Name("шаги", Gender::They), Some(practice.steps.join(" ")))
            .what(What::Text)
            .weight(Weight::Text),
        Property::new(
            Name("текст практики", Gender::He),
            Some(practice.text.markdown.clone()),
        )
        .what(What::Text)
        .weight(Weight::Text),
    ];
    card.extend(PRACTICE_FACTS.iter().map(|(key, label)| {
        let value = practice.fact(key).map(str::to_owned);
        Property::new(Name("поле", Gender::It), value)
            .of(&quoted(label))
            .what(What::Text)
    }));
    card
}
