//! `portal ids`: addresses that would be lost, and words on what became of them.

use crate::build;
use crate::cli::args::{IdsCommand, IdsOptions};
use crate::cli::exit::{CONTENT, FINE};
use crate::cli::{input, report};
use crate::desk::ids::{NAME, Word, added};
use crate::diag::{Diagnostic, codes};
use crate::files::disk::{self, unread};

pub fn run(options: &IdsOptions) -> u8 {
    match &options.what {
        None => listed(options),
        Some(what) => said(options, words(what)),
    }
}

fn words(what: &IdsCommand) -> Vec<Word> {
    match what.clone() {
        IdsCommand::Moved { from, to } => vec![Word::Moved { from, to }],
        IdsCommand::Removed {
            addresses,
            reason,
            see,
            date,
        } => {
            let date = input::today(date).to_string();
            let removed = |address| Word::Removed {
                address,
                date: date.clone(),
                reason: reason.clone(),
                see: see.clone(),
            };
            addresses.into_iter().map(removed).collect()
        }
        IdsCommand::Reused { addresses, reason } => {
            let reused = |address| Word::Reused {
                address,
                reason: reason.clone(),
            };
            addresses.into_iter().map(reused).collect()
        }
    }
}

/// Adds the words to their file.
fn said(options: &IdsOptions, words: Vec<Word>) -> u8 {
    let sources = match input::opened(&options.content) {
        Ok(sources) => sources,
        Err(code) => return code,
    };
    let before = sources.find(NAME).and_then(|id| {
        let text = sources.file(id).text();
        text.map(|text| text.into_owned())
    });
    let file = options.content.join(NAME);
    let text = added(before.as_deref(), &words);
    if let Err(error) = disk::replace(&file, text.as_bytes()) {
        return report::environment(&error);
    }
    report::say(format!("Записано в {}.", file.display()));
    listed(options)
}

/// What is wrong with addresses, and nothing else.
fn listed(options: &IdsOptions) -> u8 {
    let sources = match input::opened(&options.content) {
        Ok(sources) => sources,
        Err(code) => return code,
    };
    let outcome = build::check(&sources, None);
    if let Some(error) = unread(&options.content, &sources) {
        return report::environment(&error);
    }
    let of_addresses = [
        codes::LOST_ADDRESS,
        codes::TAKEN_ADDRESS,
        codes::IDLE_WORD,
        codes::SPOILT_LOCK,
    ];
    let (found, others): (Vec<Diagnostic>, Vec<_>) = outcome
        .diagnostics
        .into_iter()
        .partition(|one| of_addresses.contains(&one.code));
    report::show_problems(&found, &sources);
    if others.iter().any(Diagnostic::is_error) {
        eprintln!("В содержимом есть и другие ошибки: portal check");
    }
    match found.iter().any(Diagnostic::is_error) {
        true => CONTENT,
        false => {
            report::say("Все опубликованные адреса на месте.");
            FINE
        }
    }
}
