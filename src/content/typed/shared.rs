//! Files that belong to the whole portal.

use crate::content::typed::prose;
use crate::content::typed::reader::Reader;
use crate::diag::Diagnostic;
use crate::model::editing::{Admin, Backend, EditAddresses};
use crate::model::id::{Slug, TerritoryPath};
use crate::model::portal::{DisabledCheck, Settings};
use crate::model::prose::{Origin, Prose};
use crate::model::record::practice::Collection;
use crate::model::reference::{CycleStep, InfoPage, Meaning, Question, RiskFactor, Term};
use crate::model::scope::Scope;
use crate::model::vocabulary::{Everyday, Vocabulary, WordGroup};

/// `portal.toml`.
pub fn settings(file: Reader<'_>) -> Option<Settings> {
    Some(Settings {
        title: file.own("title"),
        description: file.own("description"),
        address: file
            .text("address")
            .map(|address| format!("{}/", address.trim_end_matches('/'))),
        address_span: file.has("address").then(|| file.span_of("address")),
        language: file.spanned("language"),
        email: file.spanned("email"),
        news_stale_days: file.number("news_stale_days").unwrap_or(31),
        disabled_checks: file
            .tables("disabled_check")
            .filter_map(disabled_check)
            .collect(),
        edit_addresses: EditAddresses {
            edit: file.spanned("edit_url"),
            source: file.spanned("source_url"),
            new: file.spanned("new_url"),
            commit: file.spanned("commit_url"),
        },
        admin: file.table("admin").and_then(admin),
        scope: file.text("scope").as_deref().and_then(Scope::parse),
        span: Some(file.span_of("title")),
    })
}

fn disabled_check(table: Reader<'_>) -> Option<DisabledCheck> {
    Some(DisabledCheck {
        code: table.spanned("code")?,
        reason: table.required("reason"),
        folder: table.spanned("folder"),
    })
}

fn admin(table: Reader<'_>) -> Option<Admin> {
    let word = table.text("backend");
    let backend = Backend::ALL
        .into_iter()
        .find(|(known, _)| word.as_deref() == Some(known))
        .map_or_else(Backend::default, |(_, backend)| backend);
    Some(Admin {
        backend,
        repo: table.spanned("repo")?,
        branch: table.text("branch"),
        api: table.spanned("api"),
        folder: table.spanned("folder"),
    })
}

/// `collections/<id>.toml`.
pub fn collection(id: Slug, file: Reader<'_>, found: &mut Vec<Diagnostic>) -> Option<Collection> {
    let intro = file.spanned("intro");
    Some(Collection {
        id,
        span: file.span_of("title"),
        title: file.own("title"),
        year: file.text("year"),
        intro: intro
            .map(|intro| prose::read(&intro.value, Origin::Value(intro.span), found))
            .unwrap_or_default(),
        practices: file.references("practices"),
    })
}

/// `questions/NN-<id>.md`.
pub fn question(id: Slug, file: Reader<'_>, answer: Prose) -> Option<Question> {
    Some(Question {
        id,
        span: file.span_of("title"),
        title: file.own("title"),
        group: file.text("group").unwrap_or_else(|| "Разное".to_owned()),
        answer,
        review_by: file.date("review_by"),
    })
}

/// `pages/<id>.md`.
pub fn page(id: Slug, file: Reader<'_>, text: Prose) -> Option<InfoPage> {
    Some(InfoPage {
        id,
        span: file.span_of("title"),
        title: file.own("title"),
        description: file.own("description"),
        text,
        review_by: file.date("review_by"),
    })
}

/// `glossary.toml`.
pub fn terms(file: Reader<'_>) -> Vec<Term> {
    file.tables("term").filter_map(term).collect()
}

fn term(table: Reader<'_>) -> Option<Term> {
    Some(Term {
        id: table.slug("id")?,
        span: table.span_of("id"),
        abbr: table.text("abbr"),
        name: table.text("name"),
        forms: table.texts("forms"),
        group: table.required("group"),
        plain: table.own_text("plain"),
        meanings: table.tables("meaning").filter_map(meaning).collect(),
    })
}

fn meaning(table: Reader<'_>) -> Option<Meaning> {
    let named = table.spanned_texts("scope");
    let (scope, scope_places) = named
        .into_iter()
        .filter_map(|path| Some((TerritoryPath::parse(&path.value)?, path.span)))
        .unzip();
    Some(Meaning {
        text: table.own("text"),
        scope,
        scope_places,
        source: table.text("source"),
        confirmed: table.flag("confirmed").unwrap_or(true),
    })
}

/// `risks.toml`.
pub fn risks(file: Reader<'_>) -> Vec<RiskFactor> {
    file.tables("risk")
        .filter_map(|table| {
            Some(RiskFactor {
                id: table.slug("id")?,
                span: table.span_of("id"),
                name: table.required("name"),
                plain: table.own_text("plain"),
                confirmed: table.flag("confirmed").unwrap_or(true),
            })
        })
        .collect()
}

/// `cycle.toml`.
pub fn cycle(file: Reader<'_>) -> Vec<CycleStep> {
    file.tables("step")
        .filter_map(|table| {
            Some(CycleStep {
                number: table.number("number")?,
                name: table.required("name"),
                section: table.text("section")?,
                span: table.span_of("section"),
                source: table.text("source").or_else(|| file.text("source")),
            })
        })
        .collect()
}

/// `search.toml`.
pub fn vocabulary(file: Reader<'_>) -> Vocabulary {
    Vocabulary {
        forms: file.tables("forms").map(words).collect(),
        same: file.tables("same").map(words).collect(),
        everyday: file.tables("everyday").map(everyday).collect(),
    }
}

fn words(table: Reader<'_>) -> WordGroup {
    WordGroup {
        span: table.span(),
        words: table.spanned_texts("words"),
    }
}

fn everyday(table: Reader<'_>) -> Everyday {
    Everyday {
        said: words(table),
        documents: table.spanned_texts("documents"),
        shown: table.text("shown"),
    }
}
