//! What a build was asked for.

use jiff::civil::Date;

/// Where a site comes from, for its receipt: nothing of it changes what other pages say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// The commit of the content; none when it is not known or something in the content differed from it.
    pub commit: Option<String>,
    /// Words of the parts that are left out, pictures and history among them.
    pub without: Vec<String>,
}

/// What a build was asked for, as far as pages depend on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The day the pages speak of: «по данным на …», and what counts as past.
    pub today: Date,
    /// Address at which this very build will be served, with a slash at the end, when it is known. The page for unknown
    /// addresses is shown at any depth, so its links must start from here.
    pub base_url: Option<String>,
    /// Version of the generator, for the page about the build.
    pub generator: String,
}
