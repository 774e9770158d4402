//! What a comparison gives: changes without the commit they belong to.

use crate::history::names::Names;
use crate::model::history::{Detail, Subject, What};

/// Names before and after a change.
pub type Both<'a> = (&'a Names<'a>, &'a Names<'a>);

/// A change of one thing.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The thing.
    pub subject: Subject,
    /// What it was called.
    pub title: String,
    /// What happened to it; empty when nothing did.
    pub details: Vec<Detail>,
}

/// All changes of a file.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// The changes; those without details are left out later.
    pub drafts: Vec<Draft>,
    /// Things that got another identifier: the old name and the new one.
    pub renamed: Vec<(Subject, Subject)>,
}

impl Draft {
    /// A change made of details.
    pub fn new(subject: Subject, title: impl Into<String>, details: Vec<Detail>) -> Draft {
        Draft {
            subject,
            title: title.into(),
            details,
        }
    }

    /// Something new.
    pub fn appeared(subject: Subject, title: String, words: impl Into<String>) -> Draft {
        let detail = Detail {
            what: What::Appeared,
            before: None,
            after: Some(title.clone()),
            words: words.into(),
            minor: false,
        };
        Draft::new(subject, title, vec![detail])
    }

    /// Something that is gone.
    pub fn vanished(subject: Subject, title: String, words: impl Into<String>) -> Draft {
        let detail = Detail {
            what: What::Vanished,
            before: Some(title.clone()),
            after: None,
            words: words.into(),
            minor: false,
        };
        Draft::new(subject, title, vec![detail])
    }
}

impl Told {
    /// One change.
    pub fn one(draft: Draft) -> Told {
        Told {
            drafts: vec![draft],
            renamed: Vec::new(),
        }
    }

    /// Keeps what another comparison with the same result tells, too: of joined lines of work, what none of them had.
    pub fn keep_common(&mut self, other: &Told) {
        for draft in &mut self.drafts {
            let twin = other
                .drafts
                .iter()
                .filter(|twin| twin.subject == draft.subject);
            let told: Vec<&Detail> = twin.flat_map(|twin| &twin.details).collect();
            draft.details.retain(|detail| {
                told.iter()
                    .any(|one| one.what == detail.what && one.after == detail.after)
            });
        }
    }

    /// Adds another comparison of the same file.
    pub fn merge(&mut self, other: Told) {
        self.drafts.extend(other.drafts);
        self.renamed.extend(other.renamed);
    }
}

/// A detail without words before and after.
pub fn plain(what: What, words: impl Into<String>) -> Detail {
    Detail {
        what,
        before: None,
        after: None,
        words: words.into(),
        minor: false,
    }
}

/// The same of what changes no promise and no fact.
pub fn minor(what: What, words: impl Into<String>) -> Detail {
    Detail {
        minor: true,
        ..plain(what, words)
    }
}
