//! HTML of our own texts as plain text, for programs that show no HTML.

/// Elements after which a new paragraph or line begins.
const BLOCKS: &[&str] = &[
    "p",
    "li",
    "br",
    "tr",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "dt",
    "dd",
];

/// The text without tags: a line for each paragraph, item and row.
pub fn plain(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        push(&mut out, &rest[..at]);
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end);
        let tag = &rest[at + 1..end];
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        match (name.as_str(), tag.starts_with('/')) {
            ("li", false) => {
                out.push_str("\n• ");
            }
            ("td" | "th", true) => out.push(' '),
            (name, _) if BLOCKS.contains(&name) => out.push('\n'),
            _ => {}
        }
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    push(&mut out, rest);
    let lines = out
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Text between tags; only the five signs are written as entities by us.
fn push(out: &mut String, text: &str) {
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    // A line break in the source is only the editor's edge of the window.
    out.push_str(&text.replace('\n', " "));
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn paragraphs_and_items_stay_apart() {
        assert_eq!(
            plain(
                "<p>В плане <a href=\"x\">30&amp;1</a>\nдел:</p>\n<ul>\n<li>раз;</li>\n<li><p>два &lt;b&gt;</p></li>\n</ul>\n"
            ),
            "В плане 30&1 дел:\n• раз;\n•\nдва <b>"
        );
    }
}
