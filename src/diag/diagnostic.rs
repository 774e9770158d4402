//! One problem in content: a code, how grave it is, what is wrong in Russian, where, and what to do about it.

use crate::diag::codes::{self, Code};
use crate::diag::span::Span;

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published until it is mended.
    Error,
    /// Published, but a person should look: usually the source document itself is odd.
    Warning,
}

/// A replacement of text that mends the problem, shown to the editor as a patch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patch {
    /// What to replace.
    pub span: Span,
    /// With what.
    pub text: String,
    /// True when it can be made without asking: it changes how a thing is written, never a word.
    pub safe: bool,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of problem; stable, so that it can be looked up.
    pub code: Code,
    /// How grave.
    pub severity: Severity,
    /// What is wrong, one sentence in Russian without a full stop.
    pub message: String,
    /// Where.
    pub span: Span,
    /// A few words under the underlined place; may be empty.
    pub label: String,
    /// Other places that belong to the problem, with a few words each.
    pub related: Vec<(Span, String)>,
    /// What to do, in Russian.
    pub help: Vec<String>,
    /// A safe replacement, when there is one.
    pub patch: Option<Patch>,
}

impl Diagnostic {
    /// An error with its place.
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, span, message.into())
    }

    /// A warning with its place.
    pub fn warning(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, span, message.into())
    }

    fn new(severity: Severity, code: Code, span: Span, message: String) -> Self {
        Diagnostic {
            code,
            severity,
            message,
            span,
            label: String::new(),
            related: Vec::new(),
            help: Vec::new(),
            patch: None,
        }
    }

    /// Adds the words under the underlined place.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds another place that belongs to the problem.
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }

    /// Adds advice.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds a replacement that mends the problem.
    pub fn patch(mut self, span: Span, text: impl Into<String>) -> Self {
        self.patch = Some(Patch {
            span,
            text: text.into(),
            safe: false,
        });
        self
    }

    /// Adds a replacement that `portal check --fix` makes without asking.
    pub fn safe_patch(mut self, span: Span, text: impl Into<String>) -> Self {
        self.patch = Some(Patch {
            span,
            text: text.into(),
            safe: true,
        });
        self
    }

    /// True for problems that stop publishing.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// True for errors in how a file is written, after which what it says cannot be relied on; not for words that must
    /// not be published, see [`codes::PERSONAL`].
    pub fn is_fault(&self) -> bool {
        self.is_error() && !codes::PERSONAL.contains(&self.code)
    }
}

/// Puts problems in the order people read them: by file and place, errors before warnings at one place.
/// Two equal problems at one place become one.
pub fn sorted(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by(|a, b| {
        (a.span, a.severity, a.code.id, &a.message)
            .cmp(&(b.span, b.severity, b.code.id, &b.message))
    });
    diagnostics.dedup();
    diagnostics
}
