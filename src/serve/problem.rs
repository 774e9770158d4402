//! A problem as the server shows it over a page: text alone.

/// One problem as the page shows it. All of it is plain text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ShownProblem {
    /// An error when true, a warning when false.
    pub severe: bool,
    /// Where it is, e.g. `content/38/plan.md:12:5`.
    pub place: String,
    /// What is wrong, in one sentence.
    pub title: String,
    /// The excerpt with its marks, several monospaced lines.
    pub drawing: String,
    /// What can be done about it.
    pub help: Vec<String>,
    /// What kind of problem, and where the served site explains it.
    pub code: Option<ShownCode>,
}

/// A code, «П102», that a page of the site explains.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ShownCode {
    /// As it is printed.
    pub id: String,
    /// The address from the root of the site: `redaktor/oshibki/#p102`.
    pub address: String,
}
