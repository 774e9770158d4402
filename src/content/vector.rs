//! Drawings (SVG) are published as they are, and opened by their own address a browser would run what is written in
//! them. So a drawing may only draw: no scripts, no handlers of events, nothing from elsewhere (П320, error).
//!
//! Why: «content is text»; an editor's file must not become a program on the portal's address.
//!
//! Example: `<svg onload="…">`, `<script>` inside a logo saved from the web.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::diag::{Diagnostic, Span, codes};
use crate::files::sources::SourceId;

/// Elements that draw, and those that hold or describe them. Names are compared without their prefix.
const DRAWING: &[&str] = &[
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "title",
    "desc",
    "metadata",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "textPath",
    "linearGradient",
    "radialGradient",
    "stop",
    "pattern",
    "clipPath",
    "mask",
    "marker",
    "style",
    "switch",
    "view",
    "filter",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "feDropShadow",
    "image",
];

/// Prefixes of what drawing programs note for themselves; browsers pay no heed to it.
const NOTES: &[&str] = &["sodipodi", "inkscape", "rdf", "cc", "dc"];

/// What is wrong with a drawing; none when it only draws.
pub fn fault(id: SourceId, path: &str, bytes: &[u8]) -> Option<Diagnostic> {
    let is_drawing = path
        .rsplit_once('.')
        .is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("svg"));
    let why = if is_drawing { why(bytes) } else { None }?;
    Some(
        Diagnostic::error(
            codes::UNSAFE_DRAWING,
            Span::start_of(id),
            format!("рисунок SVG не только рисует: {why}"),
        )
        .help("сохраните рисунок как PNG или уберите из файла скрипты и внешние ссылки"),
    )
}

fn why(bytes: &[u8]) -> Option<String> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Some("файл записан не в UTF-8".to_owned());
    };
    let mut reader = Reader::from_str(text);
    let mut styled = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                styled = element.local_name().as_ref() == "style";
                if let Some(why) = of_element(&element) {
                    return Some(why);
                }
            }
            Ok(Event::Empty(element)) => {
                if let Some(why) = of_element(&element) {
                    return Some(why);
                }
            }
            Ok(Event::Text(text)) if styled && !is_tame(&text) => {
                return Some("в стилях есть ссылка на другой файл".to_owned());
            }
            Ok(Event::CData(text)) if styled && !is_tame(&text) => {
                return Some("в стилях есть ссылка на другой файл".to_owned());
            }
            Ok(Event::End(_)) => styled = false,
            Ok(Event::DocType(declared)) if declared.contains('[') => {
                return Some("в нём объявлены сокращения (ENTITY)".to_owned());
            }
            Ok(Event::PI(_)) => return Some("в нём есть указание программе (<?…?>)".to_owned()),
            Ok(Event::Eof) => return None,
            Ok(_) => {}
            Err(_) => return Some("файл повреждён, его запись не читается".to_owned()),
        }
    }
}

fn of_element(element: &BytesStart<'_>) -> Option<String> {
    let name = element.name().as_ref().to_owned();
    let (prefix, local) = name.split_once(':').unwrap_or(("", &name));
    let known = DRAWING.contains(&local) || NOTES.contains(&prefix);
    if !known {
        return Some(format!("в нём есть <{local}>"));
    }
    for attribute in element.attributes().with_checks(false) {
        let Ok(attribute) = attribute else {
            return Some("файл повреждён, его запись не читается".to_owned());
        };
        let name = attribute.key.as_ref().to_ascii_lowercase();
        let value = &*attribute.value;
        let local = name.rsplit(':').next().unwrap_or(&name);
        if local.starts_with("on") {
            return Some(format!("в нём есть обработчик {local}"));
        }
        let inside = value.starts_with('#')
            || ["data:image/png", "data:image/jpeg", "data:image/webp"]
                .iter()
                .any(|kind| value.starts_with(kind));
        if matches!(local, "href" | "src") && !inside {
            return Some("в нём есть ссылка на другой файл".to_owned());
        }
        if !name.starts_with("xmlns") && local != "href" && !is_tame(value) {
            return Some("в стилях есть ссылка на другой файл".to_owned());
        }
    }
    None
}

/// Whether a value names nothing but places of its own file.
fn is_tame(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let scripted = lower.contains("javascript:")
        || lower.contains("@import")
        || lower.contains("expression(")
        || lower.contains("&#");
    let mut calls = lower.match_indices("url(");
    let inside = |at: usize| {
        lower[at + 4..]
            .trim_start_matches([' ', '"', '\''])
            .starts_with('#')
    };
    !scripted && !lower.contains('\\') && calls.all(|(at, _)| inside(at))
}

#[cfg(test)]
mod tests {
    use super::fault;
    use crate::files::sources::SourceId;

    fn told(inside: &str) -> Option<String> {
        let text =
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{inside}</svg>");
        fault(SourceId(0), "a/logo.SVG", text.as_bytes()).map(|one| one.message)
    }

    #[test]
    fn what_draws_is_published() {
        for inside in [
            "<path d=\"M0 0\" fill=\"url(#g)\" style=\"fill:url('#g')\"/><title>Школа</title>",
            "<defs><linearGradient id=\"g\"/></defs><use href=\"#g\" xlink:href=\"#g\"/>",
            "<style>path { fill: #123 }</style><image href=\"data:image/png;base64,AA\"/>",
            "<sodipodi:namedview pagecolor=\"#fff\"/><metadata><rdf:RDF/></metadata>",
        ] {
            assert_eq!(told(inside), None, "{inside}");
        }
        assert_eq!(fault(SourceId(0), "a/scan.pdf", b"<script>"), None);
    }

    #[test]
    fn what_runs_or_asks_elsewhere_is_refused() {
        for inside in [
            "<script>alert(1)</script>",
            "<svg:script>alert(1)</svg:script>",
            "<path onclick=\"alert(1)\"/>",
            "<path OnLoad = 'alert(1)'/>",
            "<foreignObject><body/></foreignObject>",
            "<a href=\"javascript:alert(1)\"><path/></a>",
            "<use href=\"https://example.ru/x.svg#a\"/>",
            "<image href=\"data:image/svg+xml;base64,AA\"/>",
            "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
            "<set attributeName=\"onclick\" to=\"alert(1)\"/>",
            "<style>@import 'https://example.ru/x.css';</style>",
            "<path style=\"fill:url(https://example.ru/)\"/>",
            "<style><![CDATA[path{fill:u\\72l(//example.ru)}]]></style>",
            "<?xml-stylesheet href=\"x.css\"?>",
            "<path",
        ] {
            assert!(told(inside).is_some(), "{inside}");
        }
        let entities = b"<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>";
        assert!(fault(SourceId(0), "logo.svg", entities).is_some());
    }
}
