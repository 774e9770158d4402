//! HTML as a list of tags and texts, enough to see that a page is well formed.

/// A tag or a text.
enum Piece {
    Open {
        name: String,
        attributes: Vec<(String, String)>,
    },
    Close(String),
    Text(String),
}

/// A page taken apart.
pub struct Markup {
    pieces: Vec<Piece>,
}

const VOID: &[&str] = &[
    "meta", "br", "link", "img", "hr", "input", "path", "circle", "rect", "line",
];
/// Tags that must not stand inside themselves.
const NO_NESTING: &[&str] = &["a", "p", "h1", "h2", "h3", "h4", "main"];
/// Blocks, which end a paragraph for a browser.
const BLOCKS: &[&str] = &[
    "div", "p", "ul", "ol", "dl", "section", "table", "nav", "h2", "h3", "h4",
];

impl Markup {
    /// Takes a page apart.
    pub fn read(html: &str) -> Markup {
        let mut pieces = Vec::new();
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            pieces.push(Piece::Text(rest[..at].to_owned()));
            let end = rest[at..].find('>').expect("a tag is closed") + at;
            let tag = &rest[at + 1..end];
            match tag.strip_prefix('/') {
                _ if tag.starts_with('!') => {}
                Some(name) => pieces.push(Piece::Close(name.to_owned())),
                None => pieces.push(open(tag)),
            }
            rest = &rest[end + 1..];
        }
        pieces.push(Piece::Text(rest.to_owned()));
        Markup { pieces }
    }

    /// All words of `<main>` on one line.
    pub fn text(&self) -> String {
        let texts = self.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => text.as_str(),
            Piece::Open { name, .. } | Piece::Close(name) if INLINE.contains(&name.as_str()) => "",
            _ => " ",
        });
        texts
            .collect::<String>()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Words of `<title>`.
    pub fn title(&self) -> String {
        element_texts(self, "title").concat()
    }

    /// The description of the page.
    pub fn description(&self) -> String {
        self.opened()
            .find(|(name, attributes)| {
                *name == "meta" && get(attributes, "name") == Some("description")
            })
            .and_then(|(_, attributes)| get(attributes, "content"))
            .unwrap_or_default()
            .to_owned()
    }

    /// Addresses of all links.
    pub fn hrefs(&self) -> Vec<String> {
        let links = self.opened().filter(|(name, _)| *name == "a");
        links
            .map(|(_, attributes)| get(attributes, "href").expect("a link has href").to_owned())
            .collect()
    }

    /// True when some element has this id.
    pub fn has_id(&self, id: &str) -> bool {
        self.opened()
            .any(|(_, attributes)| get(attributes, "id") == Some(id))
    }

    fn opened(&self) -> impl Iterator<Item = (&str, &[(String, String)])> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Open { name, attributes } => Some((name.as_str(), attributes.as_slice())),
            _ => None,
        })
    }
}

const INLINE: &[&str] = &["a", "span", "strong", "abbr", "time"];

fn open(tag: &str) -> Piece {
    let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        let text = rest.trim_start();
        let end = text.find([' ', '=']).unwrap_or(text.len());
        let key = text[..end].to_owned();
        match text[end..].strip_prefix("=\"") {
            Some(value) => {
                let (value, after) = value.split_once('"').expect("a value is closed");
                attributes.push((key, value.to_owned()));
                rest = after;
            }
            None => {
                attributes.push((key, String::new()));
                rest = &text[end..];
            }
        }
    }
    Piece::Open {
        name: name.to_owned(),
        attributes,
    }
}

fn get<'a>(attributes: &'a [(String, String)], key: &str) -> Option<&'a str> {
    attributes
        .iter()
        .find(|(name, _)| name == key)
        .map(|(_, value)| value.as_str())
}

/// What is wrong with a page: tags, headings, ids, references between elements.
pub fn faults(markup: &Markup) -> Vec<String> {
    let mut faults = nesting_faults(markup);
    let mut level = 0;
    let mut ids: Vec<&str> = Vec::new();
    for (name, attributes) in markup.opened() {
        if let Some(next) = name
            .strip_prefix('h')
            .and_then(|digit| digit.parse::<u8>().ok())
        {
            if next > level + 1 || (next == 1 && level > 0) {
                faults.push(format!("h{next} after h{level}"));
            }
            level = next;
        }
        if let Some(id) = get(attributes, "id") {
            if id.is_empty() || ids.contains(&id) {
                faults.push(format!("id «{id}» twice or empty"));
            }
            ids.push(id);
        }
        for key in ["style", "onclick"] {
            if get(attributes, key).is_some() {
                faults.push(format!("{key} on {name}"));
            }
        }
        if name == "nav"
            && get(attributes, "aria-label")
                .or(get(attributes, "aria-labelledby"))
                .is_none()
        {
            faults.push("nav without a name".to_owned());
        }
    }
    for (_, attributes) in markup.opened() {
        if let Some(id) = get(attributes, "aria-labelledby")
            && !ids.contains(&id)
        {
            faults.push(format!("aria-labelledby «{id}» names nothing"));
        }
    }
    for heading in ["h1", "h2", "h3", "h4", "a", "li", "dd", "summary"] {
        let empty = element_texts(markup, heading)
            .iter()
            .filter(|text| text.trim().is_empty())
            .count();
        if empty > 0 {
            faults.push(format!("{empty} empty {heading}"));
        }
    }
    if element_texts(markup, "h1").len() != 1 {
        faults.push("not one h1".to_owned());
    }
    faults
}

/// The words of each element of one name, the words of its children among them.
fn element_texts(markup: &Markup, wanted: &str) -> Vec<String> {
    let mut open: Vec<usize> = Vec::new();
    let mut texts: Vec<String> = Vec::new();
    for piece in &markup.pieces {
        match piece {
            Piece::Open { name, .. } if name == wanted => {
                open.push(texts.len());
                texts.push(String::new());
            }
            Piece::Close(name) if name == wanted => drop(open.pop()),
            Piece::Text(text) => open.iter().for_each(|at| texts[*at].push_str(text)),
            _ => {}
        }
    }
    texts
}

fn nesting_faults(markup: &Markup) -> Vec<String> {
    let mut faults = Vec::new();
    let mut stack: Vec<&str> = Vec::new();
    for piece in &markup.pieces {
        match piece {
            Piece::Open { name, .. } => {
                let name = name.as_str();
                if NO_NESTING.contains(&name) && stack.contains(&name) {
                    faults.push(format!("{name} inside {name}"));
                }
                if BLOCKS.contains(&name) && stack.last() == Some(&"p") {
                    faults.push(format!("{name} inside p"));
                }
                if name == "li" && !matches!(stack.last(), Some(&("ul" | "ol"))) {
                    faults.push("li outside a list".to_owned());
                }
                if matches!(stack.last(), Some(&("ul" | "ol"))) && name != "li" {
                    faults.push(format!("{name} directly in a list"));
                }
                if !VOID.contains(&name) {
                    stack.push(name);
                }
            }
            Piece::Close(name) => {
                if stack.pop() != Some(name.as_str()) {
                    faults.push(format!("</{name}> closes something else"));
                }
            }
            Piece::Text(text) => {
                if text.contains("{{") || text.contains("{%") {
                    faults.push(format!("template left in «{text}»"));
                }
            }
        }
    }
    faults.extend(stack.iter().map(|name| format!("{name} is not closed")));
    faults
}
