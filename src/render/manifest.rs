//! The web manifest: name and icons of the portal for the home screen of a phone.

use serde::Serialize;

use crate::render::context::Context;

/// Where it lies; its addresses are relative to it.
pub const PATH: &str = "manifest.webmanifest";

/// Icons by their names in the theme: side in pixels, and whether a system may cut it into its own shape.
const ICONS: [(&str, &str, &str); 3] = [
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable.png", "512x512", "maskable"),
];

#[derive(Serialize)]
struct Manifest<'a> {
    name: &'a str,
    short_name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    lang: &'a str,
    dir: &'a str,
    start_url: &'a str,
    scope: &'a str,
    /// With the way back and the address in sight: pages are cited by their addresses.
    display: &'a str,
    background_color: &'a str,
    theme_color: &'a str,
    icons: Vec<Icon<'a>>,
}

#[derive(Serialize)]
struct Icon<'a> {
    src: &'a str,
    sizes: &'a str,
    r#type: &'a str,
    purpose: &'a str,
}

/// The manifest; icons that the theme does not have are left out.
pub fn manifest(context: &Context<'_>) -> String {
    let settings = &context.portal.settings;
    let icon = |(name, sizes, purpose)| {
        let (_, src) = context.theme.assets().find(|(asset, _)| *asset == name)?;
        Some(Icon {
            src,
            sizes,
            r#type: "image/png",
            purpose,
        })
    };
    let manifest = Manifest {
        name: &settings.title,
        short_name: &settings.title,
        description: &settings.description,
        lang: "ru",
        dir: "ltr",
        start_url: "./",
        scope: "./",
        display: "minimal-ui",
        background_color: "#FBFAF7",
        theme_color: "#FBFAF7",
        icons: ICONS.into_iter().filter_map(icon).collect(),
    };
    let mut text = serde_json::to_string_pretty(&manifest).expect("plain text is JSON");
    text.push('\n');
    text
}
