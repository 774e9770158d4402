//! Code blocks with classes, and the stylesheet for them. Pages carry no colours: the classes get them from
//! [`stylesheet`], in light and dark.

use std::fmt::Write as _;
use std::sync::OnceLock;

use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::{SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

use crate::render::words::{Html, escape};

const CLASSES: ClassStyle = ClassStyle::SpacedPrefixed { prefix: "hl-" };

/// A block of code as HTML. `language` is the word after the fence, with anything behind a space or comma left out.
pub fn code(text: &str, language: &str) -> Html {
    let language = language
        .split([' ', ',', '{'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let inner = match language.as_str() {
        "toml" => lines(text, toml_line),
        "csv" => lines(text, csv_line),
        name => syntax(name)
            .and_then(|syntax| by_grammar(text, syntax))
            .unwrap_or_else(|| escape(text)),
    };
    // A long line scrolls inside its own box, so the box must be reachable by keyboard and have a name.
    Html(format!(
        "<pre class=\"code\" role=\"region\" tabindex=\"0\" aria-label=\"Пример кода\"><code>{inner}</code></pre>\n"
    ))
}

/// One line of a table, without the box around it.
pub fn toml(line: &str) -> String {
    let mut out = String::new();
    toml_line(line, &mut out);
    out
}

fn syntaxes() -> &'static SyntaxSet {
    static SYNTAXES: OnceLock<SyntaxSet> = OnceLock::new();
    SYNTAXES.get_or_init(SyntaxSet::load_defaults_newlines)
}

fn syntax(name: &str) -> Option<&'static SyntaxReference> {
    // «text» and an empty name are found as plain text, which has nothing to colour.
    syntaxes()
        .find_syntax_by_token(name)
        .filter(|syntax| syntax.name != "Plain Text")
}

fn by_grammar(text: &str, syntax: &SyntaxReference) -> Option<String> {
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, syntaxes(), CLASSES);
    for line in LinesWithEndings::from(text) {
        generator
            .parse_html_for_line_which_includes_newline(line)
            .ok()?;
    }
    Some(generator.finalize())
}

fn lines(text: &str, one: fn(&str, &mut String)) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for line in text.split_inclusive('\n') {
        one(line, &mut out);
    }
    out
}

fn span(out: &mut String, class: &str, text: &str) {
    if text.trim().is_empty() {
        out.push_str(text);
    } else {
        let _ = write!(out, "<span class=\"hl-{class}\">{}</span>", escape(text));
    }
}

/// The default grammars lack TOML. A line of the content format is a comment, a table header, or a key with a value.
fn toml_line(line: &str, out: &mut String) {
    let trimmed = line.trim_start();
    if trimmed.starts_with('#') {
        return span(out, "comment", line);
    }
    if trimmed.starts_with('[') && !trimmed.contains('=') {
        return span(out, "entity", line);
    }
    match line.split_once('=') {
        Some((key, value))
            if key
                .trim()
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"_-.\"".contains(&b)) =>
        {
            span(out, "variable", key);
            out.push('=');
            toml_value(value, out);
        }
        _ => toml_value(line, out),
    }
}

fn toml_value(value: &str, out: &mut String) {
    let mut rest = value;
    while let Some(c) = rest.chars().next() {
        let (class, length) = match c {
            '"' | '\'' => ("string", quoted(rest, c)),
            '#' => ("comment", rest.len()),
            c if c.is_alphanumeric() => (
                "constant",
                rest.find([',', ' ', ']', '}', '\n']).unwrap_or(rest.len()),
            ),
            c => ("", c.len_utf8()),
        };
        let (piece, after) = rest.split_at(length);
        match class {
            "" => out.push_str(&escape(piece)),
            class => span(out, class, piece),
        }
        rest = after;
    }
}

/// Length of a quoted text with both quotes; the whole rest when the quote is not closed on this line.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Cells of a CSV line in turn get one of two classes, so that columns can be told apart.
fn csv_line(line: &str, out: &mut String) {
    let mut column = 0;
    let mut start = 0;
    let mut quoted = false;
    let class = |column: usize| {
        if column.is_multiple_of(2) {
            "string"
        } else {
            "constant"
        }
    };
    for (at, c) in line.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ',' | ';' if !quoted => {
                span(out, class(column), &line[start..at]);
                out.push(c);
                start = at + 1;
                column += 1;
            }
            _ => {}
        }
    }
    span(out, class(column), &line[start..]);
}

/// Grounds of code blocks: light and dark.
const GROUND: (&str, &str) = ("#F3F1EA", "#10151A");

/// Classes that share a colour, with the colour on light and on dark ground; each is readable on [`GROUND`].
const INKS: &[(&[&str], &str, &str)] = &[
    (&["comment"], "#5A6470", "#A3AFBB"),
    (&["string"], "#14532D", "#A7E3B8"),
    (&["constant"], "#7A2E0E", "#FFC3A3"),
    (&["keyword", "storage"], "#5B3A8C", "#C3A6F0"),
    (&["entity"], "#0B4A75", "#A9D6F7"),
    (&["variable", "support"], "#1F4E5F", "#9FD8D8"),
];

/// The stylesheet of the classes that [`code`] writes.
pub fn stylesheet() -> String {
    let mut css = String::from("@layer components {\n");
    let ink = |css: &mut String, dark: bool| {
        for (classes, light_ink, dark_ink) in INKS {
            let selectors: Vec<String> = classes
                .iter()
                .map(|class| format!(".code .hl-{class}"))
                .collect();
            let colour = if dark { dark_ink } else { light_ink };
            let _ = writeln!(css, "{} {{ color: {colour} }}", selectors.join(", "));
        }
    };
    let _ = writeln!(css, ".code {{ background: {} }}", GROUND.0);
    ink(&mut css, false);
    let _ = writeln!(
        css,
        "@media (prefers-color-scheme: dark) {{\n.code {{ background: {} }}",
        GROUND.1
    );
    ink(&mut css, true);
    css.push_str("}\n@media print { .code, .code span { background: none; color: #000 } }\n}\n");
    css
}

#[cfg(test)]
mod tests {
    use super::*;

    fn light(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_colour_is_readable() {
        for (classes, on_light, on_dark) in INKS {
            assert!(contrast(on_light, GROUND.0) >= 4.5, "{classes:?} on light");
            assert!(contrast(on_dark, GROUND.1) >= 4.5, "{classes:?} on dark");
        }
        let css = stylesheet();
        assert!(css.contains(".hl-string") && css.matches('{').count() == css.matches('}').count());
    }

    #[test]
    fn languages_without_a_grammar_are_coloured_by_hand() {
        let toml = code("# да\nid = \"m<01>\" # нет\nn = 3\n[[event]]\n", "toml").0;
        assert!(
            toml.contains("<span class=\"hl-comment\"># да\n</span>"),
            "{toml}"
        );
        assert!(
            toml.contains("<span class=\"hl-string\">&quot;m&lt;01&gt;&quot;</span>"),
            "{toml}"
        );
        assert!(
            toml.contains("<span class=\"hl-constant\">3</span>"),
            "{toml}"
        );
        assert!(
            toml.contains("<span class=\"hl-entity\">[[event]]"),
            "{toml}"
        );
        let csv = code("a;\"b;c\";d\n", "csv").0;
        assert!(
            csv.contains("<span class=\"hl-constant\">&quot;b;c&quot;</span>"),
            "{csv}"
        );
    }

    #[test]
    fn grammars_and_unknown_languages() {
        assert!(code("{\"a\": 1}\n", "json").0.contains("hl-constant"));
        assert!(
            code("fn main() {}\n", "rust,ignore")
                .0
                .contains("hl-storage")
        );
        assert!(code("echo 1\n", "bash").0.contains("hl-"));
        let plain = code("<a> & b\n", "");
        assert!(
            plain.0.contains("<code>&lt;a&gt; &amp; b\n</code>"),
            "{}",
            plain.0
        );
        assert!(
            code("x < y\n", "неизвестно")
                .0
                .contains("<code>x &lt; y\n</code>")
        );
    }
}
