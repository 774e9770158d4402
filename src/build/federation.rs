//! What a build leaves for whoever joins sites: its manifest and the list of its files.

use xxhash_rust::xxh3::Xxh3;

use crate::build::Artifact;
use crate::content::fields::locate;
use crate::export;
use crate::federation::listing::{self, Listing, Print};
use crate::federation::manifest::{Files, PATH, ThemePrint};
use crate::federation::{self, About};
use crate::files::sources::Sources;
use crate::model::lasting::lock;
use crate::render::{Context, Theme};

pub use crate::federation::Manifest;

/// The manifest of a site, all but its files, which are not known before the last of them is made.
pub(super) fn manifest(sources: &Sources, context: &Context<'_>) -> Manifest {
    federation::manifest(
        context.portal,
        About {
            generator: &context.edition.generator,
            theme: print(context.theme),
            shared: shared(sources),
            today: context.edition.today,
            address: context.edition.base_url.as_deref(),
            words: &export::data::words(),
            files: Files::default(),
        },
    )
}

/// The manifest and the list as the last two files of a site.
pub fn finished(mut manifest: Manifest, files: &Listing) -> [Artifact; 2] {
    manifest.files = files.files();
    [
        Artifact {
            path: listing::PATH.to_owned(),
            bytes: files.bytes(),
        },
        Artifact {
            path: PATH.to_owned(),
            bytes: manifest.bytes(),
        },
    ]
}

/// Lists files: path, bytes and xxh3-128 of each.
pub fn listed(files: impl IntoIterator<Item = (String, u64, u128)>) -> Listing {
    let mut listing = Listing::default();
    for (path, bytes, xxh3) in files {
        listing.add(&path, Print { xxh3, bytes });
    }
    listing
}

fn print(theme: &Theme) -> ThemePrint {
    ThemePrint {
        templates: format!("{:016x}", theme.fingerprint() as u64),
        files: format!("{:016x}", theme.files_hash()),
    }
}

/// Of the files that all territories share; the settings are each site's own.
fn shared(sources: &Sources) -> String {
    let mut hash = Xxh3::new();
    for (_, file) in sources.iter() {
        let in_place = file.path.starts_with(|c: char| c.is_ascii_digit())
            || locate(&file.path).is_ok_and(|location| location.territory.is_some());
        // The lock grows with every site that is built.
        if !in_place && file.path != "portal.toml" && file.path != lock::NAME {
            hash.update(file.path.as_bytes());
            hash.update(&file.hash().to_le_bytes());
        }
    }
    format!("{:016x}", hash.digest())
}
