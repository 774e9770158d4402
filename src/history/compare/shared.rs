//! What the whole portal shares: settings, questions, pages, words, collections.

use crate::history::compare::draft::{Draft, Told, minor};
use crate::history::compare::list::{Arrivals, arrivals, matched};
use crate::history::names::headed;
use crate::history::words::property::{Gender, Name, Property, Weight, compared};
use crate::model::history::{Subject, What};
use crate::model::portal::Settings;
use crate::model::record::practice::Collection;
use crate::model::reference::{InfoPage, Question, Term};
use crate::text::russian;

/// Settings that readers see.
pub fn settings(before: &Settings, after: &Settings) -> Told {
    let own = |settings: &Settings| {
        let email = settings.email.as_ref().map(|email| email.value.clone());
        let hidden: Vec<&str> = settings
            .disabled_checks
            .iter()
            .map(|one| one.code.value.as_str())
            .collect();
        vec![
            Property::new(
                Name("название портала", Gender::It),
                Some(settings.title.clone()),
            )
            .what(What::Title),
            Property::new(
                Name("описание портала", Gender::It),
                Some(settings.description.clone()),
            ),
            Property::new(Name("адрес портала", Gender::He), settings.address.clone()),
            Property::new(Name("почта для замечаний", Gender::She), email),
            Property::new(
                Name("список выключенных проверок", Gender::He),
                Some(hidden.join(", ")),
            )
            .weight(Weight::Minor),
        ]
    };
    let details = compared(&own(before), &own(after));
    Told::one(Draft::new(Subject::Portal, headed(&after.title), details))
}

/// A question of parents.
pub fn question(before: &Question, after: &Question) -> Told {
    let own = |question: &Question| {
        vec![
            Property::new(Name("вопрос", Gender::He), Some(question.title.clone()))
                .what(What::Title),
            Property::new(
                Name("ответ", Gender::He),
                Some(question.answer.markdown.clone()),
            )
            .what(What::Text)
            .weight(Weight::Text),
            Property::new(
                Name("группа вопроса", Gender::She),
                Some(question.group.clone()),
            )
            .weight(Weight::Minor),
            Property::new(
                Name("дата следующей проверки", Gender::She),
                question.review_by.map(russian::date),
            )
            .weight(Weight::Minor),
        ]
    };
    let details = compared(&own(before), &own(after));
    let subject = Subject::Question(after.id.clone());
    Told::one(Draft::new(subject, headed(&after.title), details))
}

/// A page about the portal.
pub fn page(before: &InfoPage, after: &InfoPage) -> Told {
    let own = |page: &InfoPage| {
        vec![
            Property::new(
                Name("название страницы", Gender::It),
                Some(page.title.clone()),
            )
            .what(What::Title),
            Property::new(
                Name("описание страницы", Gender::It),
                Some(page.description.clone()),
            )
            .weight(Weight::Minor),
            Property::new(
                Name("текст страницы", Gender::He),
                Some(page.text.markdown.clone()),
            )
            .what(What::Text)
            .weight(Weight::Text),
            Property::new(
                Name("дата следующей проверки", Gender::She),
                page.review_by.map(russian::date),
            )
            .weight(Weight::Minor),
        ]
    };
    let details = compared(&own(before), &own(after));
    Told::one(Draft::new(
        Subject::Page(after.id.clone()),
        headed(&after.title),
        details,
    ))
}

/// A collection of practices.
pub fn collection(before: &Collection, after: &Collection) -> Told {
    let own = |collection: &Collection| {
        let practices: Vec<&str> = collection
            .practices
            .iter()
            .map(|one| one.to.as_str())
            .collect();
        vec![
            Property::new(
                Name("название сборника", Gender::It),
                Some(collection.title.clone()),
            )
            .what(What::Title),
            Property::new(Name("год сборника", Gender::He), collection.year.clone()),
            Property::new(
                Name("состав сборника", Gender::He),
                Some(practices.join(", ")),
            )
            .what(What::Members)
            .weight(Weight::Text),
            Property::new(
                Name("вступление", Gender::It),
                Some(collection.intro.markdown.clone()),
            )
            .what(What::Text)
            .weight(Weight::Text),
        ]
    };
    let details = compared(&own(before), &own(after));
    let subject = Subject::Collection(after.id.clone());
    Told::one(Draft::new(subject, headed(&after.title), details))
}

/// Words and abbreviations.
pub fn terms(before: &[Term], after: &[Term]) -> Told {
    let found = matched(before, after, |term| &term.id);
    let how = Arrivals {
        added: "слово добавлено в словарь",
        removed: "слово убрано из словаря",
        noun: ["слово словаря", "слова словаря", "слов словаря"],
        owner: (Subject::Portal, "Словарь".to_owned()),
    };
    let named = |term: &Term| (Subject::Term(term.id.clone()), term.title().to_owned());
    let mut drafts = arrivals(&found, &how, named);
    for (old, new) in found.kept {
        let own = |term: &Term| {
            let meanings: Vec<String> = term
                .meanings
                .iter()
                .map(|one| {
                    let scope: Vec<String> = one.scope.iter().map(ToString::to_string).collect();
                    let confirmed = if one.confirmed {
                        ""
                    } else {
                        " (требует сверки)"
                    };
                    format!("{}{confirmed} {}", one.text, scope.join(", "))
                        .trim_end()
                        .to_owned()
                })
                .collect();
            vec![
                Property::new(Name("слово", Gender::It), Some(term.title().to_owned()))
                    .what(What::Title),
                Property::new(Name("значение", Gender::It), Some(meanings.join("; ")))
                    .what(What::Text),
                Property::new(
                    Name("объяснение для родителей", Gender::It),
                    term.plain.clone(),
                )
                .what(What::Text),
                Property::new(
                    Name("формы слова", Gender::They),
                    Some(term.forms.join("; ")),
                )
                .weight(Weight::MinorText),
                Property::new(Name("группа слова", Gender::She), Some(term.group.clone()))
                    .weight(Weight::Minor),
            ]
        };
        let (subject, title) = named(new);
        drafts.push(Draft::new(subject, title, compared(&own(old), &own(new))));
    }
    Told {
        drafts,
        ..Told::default()
    }
}

/// What a shared list is called.
pub fn list_title(name: &str) -> &'static str {
    match name {
        "risks" => "Факторы риска",
        "cycle" => "Шаги управленческого цикла",
        _ => "Словарь поиска",
    }
}

/// A list that is told only as changed: readers do not see it, or see it whole.
pub fn list(name: &'static str, before: &str, after: &str) -> Told {
    if before == after {
        return Told::default();
    }
    let detail = minor(What::Text, "список изменён");
    Told::one(Draft::new(
        Subject::Reference(name),
        list_title(name),
        vec![detail],
    ))
}
