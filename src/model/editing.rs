//! Where the content is edited: addresses of the site that keeps its files, and the editor in the browser.

use crate::diag::span::Spanned;

/// Templates of addresses on the site that keeps the files of the content: any host, since only the portal's owner knows
/// which. A blank is a name in braces: `{path}`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EditAddresses {
    /// The page where a file is edited.
    pub edit: Option<Spanned<String>>,
    /// The page that shows a line of a file.
    pub source: Option<Spanned<String>>,
    /// The page where a new file is made.
    pub new: Option<Spanned<String>>,
    /// The page that shows a change of the content.
    pub commit: Option<Spanned<String>>,
}

/// The editor in the browser and the repository it writes to. Without it the editor works with a folder of the
/// editor's own computer only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admin {
    /// What kind of site keeps the repository.
    pub backend: Backend,
    /// «Owner/name» of the repository.
    pub repo: Spanned<String>,
    /// The branch that is published; the repository's main one when not given.
    pub branch: Option<String>,
    /// Address of the programming interface of a site of one's own.
    pub api: Option<Spanned<String>>,
    /// Folder of the content in the repository, parts joined by `/`; see [`Admin::folder`].
    pub folder: Option<Spanned<String>>,
}

impl Admin {
    /// Folder of the content in the repository, without slashes at its ends.
    pub fn folder(&self) -> &str {
        let given = self.folder.as_ref();
        given.map_or("content", |folder| folder.value.trim_matches('/'))
    }
}

/// Kinds of sites that keep repositories and that the editor in the browser can write to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Backend {
    /// GitHub.
    #[default]
    Github,
    /// GitLab.
    Gitlab,
    /// Gitea and Forgejo.
    Gitea,
}

/// The blanks each kind of address may have and must have.
pub struct Blanks {
    /// The key of the setting.
    pub key: &'static str,
    /// Blanks that must be there.
    pub needed: &'static [&'static str],
    /// Blanks that may be there as well.
    pub allowed: &'static [&'static str],
}

/// Blanks of [`EditAddresses::edit`].
pub const EDIT: Blanks = Blanks {
    key: "edit_url",
    needed: &["path"],
    allowed: &[],
};

/// Blanks of [`EditAddresses::source`].
pub const SOURCE: Blanks = Blanks {
    key: "source_url",
    needed: &["path", "line"],
    allowed: &[],
};

/// Blanks of [`EditAddresses::new`].
pub const NEW: Blanks = Blanks {
    key: "new_url",
    needed: &["folder"],
    allowed: &["name", "text"],
};

/// Blanks of [`EditAddresses::commit`].
pub const COMMIT: Blanks = Blanks {
    key: "commit_url",
    needed: &["commit"],
    allowed: &[],
};

impl Backend {
    /// Every backend with the word for it in settings.
    pub const ALL: [(&'static str, Backend); 3] = [
        ("github", Backend::Github),
        ("gitlab", Backend::Gitlab),
        ("gitea", Backend::Gitea),
    ];

    /// The word for it in settings.
    pub fn word(self) -> &'static str {
        match self {
            Backend::Github => "github",
            Backend::Gitlab => "gitlab",
            Backend::Gitea => "gitea",
        }
    }

    /// Where its programming interface answers unless a site of one's own is named.
    pub fn api(self) -> &'static str {
        match self {
            Backend::Github => "https://api.github.com",
            Backend::Gitlab => "https://gitlab.com/api/v4",
            Backend::Gitea => "https://gitea.com/api/v1",
        }
    }
}
