//! Which part of the country a site stands for. Addresses of pages are the same in all three, so a district may move from
//! a site of its own into that of its region without breaking a link.

/// Which part of the country a site stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// One municipality, with what its region publishes itself.
    Municipality,
    /// A region, or a few of them, in every detail.
    Region,
    /// The country: every municipality, without the pages that only repeat what another page says.
    Hub,
}

impl Scope {
    /// All, from small to large.
    pub const ALL: [Scope; 3] = [Scope::Municipality, Scope::Region, Scope::Hub];

    /// The words used in settings, options and manifests.
    pub const CODES: &'static [&'static str] = &["municipality", "region", "hub"];

    /// Its word.
    pub const fn code(self) -> &'static str {
        match self {
            Scope::Municipality => "municipality",
            Scope::Region => "region",
            Scope::Hub => "hub",
        }
    }

    /// Reads its word.
    pub fn parse(code: &str) -> Option<Scope> {
        Scope::ALL.into_iter().find(|scope| scope.code() == code)
    }
}
