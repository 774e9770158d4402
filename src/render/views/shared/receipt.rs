//! The receipt of a build: from what and by what the site was made, and how anybody can check it. The fingerprints of its
//! files are in its manifest, which is made when all pages are.

use serde::Serialize;

use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::shared::cite::Cite;
use crate::site::PageKey;

/// Files that a build leaves beside the pages: what it was made by, and the list of all files.
const MANIFEST: [&str; 2] = ["manifest.json", "manifest-files.txt"];

#[derive(Serialize)]
struct ReceiptView<'a> {
    day: String,
    generator: &'a str,
    commit: Option<&'a str>,
    /// As the manifest has it.
    theme: String,
    address: Option<&'a str>,
    /// Words of the parts that were left out.
    without: String,
    territories: usize,
    plans: usize,
    events: usize,
    pages: usize,
    manifest: String,
    list: String,
    /// What `portal verify` is told.
    site: &'a str,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Receipt;
    let cite = Cite::new(context, &key);
    let (portal, edition) = (context.portal, context.edition);
    let [manifest, list] = MANIFEST.map(|path| cite.file(path));
    let address = edition.base_url.as_deref();
    let view = ReceiptView {
        day: context.words.date(edition.today),
        generator: &edition.generator,
        commit: context.origin.commit.as_deref(),
        theme: format!("{:016x}", context.theme.fingerprint() as u64),
        address,
        without: context.origin.without.join(", "),
        territories: portal.territories.len(),
        plans: portal.places().map(|place| place.plans.len()).sum(),
        events: portal.event_count(),
        pages: context.site.pages().len(),
        manifest,
        list,
        site: address.unwrap_or("public"),
    };
    let head = Head {
        title: cite.say("Квитанция сборки", &[]),
        description: cite.say("Из чего и чем собран сайт и как это проверить.", &[]),
        parents: Vec::new(),
    };
    framed(
        context,
        "receipt.html",
        &Shell::new(context, &key, head),
        &view,
    )
}
