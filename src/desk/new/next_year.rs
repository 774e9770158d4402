//! The plan of the next year, begun from the last one without its facts. What a document said is taken over as words to be
//! compared with the new document, each row marked so; what was done, proved, remarked or approved is not taken over at
//! all; words that name the old year stand in a comment beside a blank. The blanks keep the draft from being published.

use std::fmt::Write;

use crate::content::fields::FileKind;
use crate::content::raw::{Entry, Node, Table, Value};
use crate::desk::literal;
use crate::desk::new::past::{Past, names_year, words};
use crate::desk::new::template::schema;

/// Keys of a section that are words of the document.
const SECTION: [&str; 5] = ["numeral", "title", "goal", "tasks_heading", "tasks"];
/// Keys of a measure that are words of the document, and its name through the years.
const EVENT: [&str; 6] = [
    "id",
    "number",
    "title",
    "responsible",
    "indicator",
    "result",
];

/// The text of a new plan named `id`, begun from the plan named `from`; `depth` folders below the content folder.
pub fn next_year(text: &str, table: &Table, from: &str, id: &str, depth: usize) -> String {
    let mut draft = Draft {
        past: Past::new(text, table),
        from,
        out: opening(from, id, depth),
    };
    draft.plan(table, id);
    draft.out
}

fn opening(from: &str, id: &str, depth: usize) -> String {
    let up = "../".repeat(depth);
    let schema = schema(FileKind::Plan).unwrap_or("plan");
    format!(
        "#:schema {up}.schema/{schema}.json
# Черновик плана {id}, начатый с плана {from}. Это ещё не слова документа: сверьте каждую строку с новым приказом.
# Взято из плана {from}: столбцы, разделы, слова мероприятий, исполнители, показатели, пересказы простыми словами и id —
# одинаковый id говорит, что это то же мероприятие, и годы можно сравнить. Новому мероприятию дайте новый id.
# Не взято: статусы и их даты, что сделано, подтверждения, примечания, гриф, номер приказа, сроки по школам.
# Срок или название с годом стоят в комментарии рядом с пропуском. Пока пропуски не заполнены, сайт не соберётся.

"
    )
}

struct Draft<'a> {
    past: Past<'a>,
    from: &'a str,
    out: String,
}

impl Draft<'_> {
    fn plan(&mut self, table: &Table, id: &str) {
        let approved = table.get("approved_by").is_some();
        for entry in &table.entries {
            match entry.key.as_str() {
                "title" => self.dated(entry, Year::Blank),
                "plain" => self.dated(entry, Year::Comment),
                "period" => {
                    self.comments(entry);
                    self.say(&format!("period = {}", literal::text(id, "\n")));
                    if !approved {
                        self.approval();
                    }
                }
                "approved_by" => self.approval(),
                "columns" => {
                    self.comments(entry);
                    self.say("# сверьте заголовки столбцов с новым документом");
                    self.keep(entry);
                }
                "section" => self.sections(&entry.node),
                "event" => self.events(&entry.node, "event"),
                key => {
                    let field = FileKind::Plan.form().field(key);
                    let label = field.map_or("", |field| field.label);
                    self.say(&format!("#{key} = \"\"   # {label}: из нового документа"));
                }
            }
        }
    }

    fn approval(&mut self) {
        self.say("approved_by = \"\"   # чем утверждён: имя файла нового приказа в documents, например «114-od»");
    }

    fn sections(&mut self, node: &Node) {
        for section in tables(node) {
            self.out.push('\n');
            self.above(section.span.range().start);
            self.check(section, &SECTION);
            self.say("[[section]]");
            for entry in &section.entries {
                match entry.key.as_str() {
                    "event" => self.events(&entry.node, "section.event"),
                    key if SECTION.contains(&key) => self.keep_with_comments(entry),
                    _ => {}
                }
            }
        }
    }

    fn events(&mut self, node: &Node, header: &str) {
        for event in tables(node) {
            self.out.push('\n');
            self.above(event.span.range().start);
            self.check(event, &EVENT);
            if event.get("pairing").is_some() {
                self.say(&format!(
                    "# в плане {} у этой строки были и сроки по школам (pairing)",
                    self.from
                ));
            }
            self.say(&format!("[[{header}]]"));
            for entry in &event.entries {
                match entry.key.as_str() {
                    "deadline" => self.dated(entry, Year::Blank),
                    "plain" => self.dated(entry, Year::Comment),
                    key if EVENT.contains(&key) => self.keep_with_comments(entry),
                    _ => {}
                }
            }
            if event.get("deadline").is_none() {
                self.say("deadline = \"\"   # срок");
            }
        }
    }

    /// The mark of a row: compare it with the new document; and that its words name a year.
    fn check(&mut self, table: &Table, keys: &[&str]) {
        let named = table
            .entries
            .iter()
            .filter(|entry| keys.contains(&entry.key.as_str()))
            .any(|entry| names_year(&words(&entry.node)));
        let year = if named {
            ": в его словах назван год"
        } else {
            ""
        };
        self.say(&format!("# проверьте по новому приказу{year}"));
    }

    /// Words that may name the old year.
    fn dated(&mut self, entry: &Entry, year: Year) {
        self.comments(entry);
        let old = words(&entry.node);
        if !names_year(&old) {
            self.keep(entry);
            return;
        }
        let key = &entry.key;
        match year {
            Year::Blank => {
                let quoted = literal::text(&old, "\n");
                self.say(&format!("# в плане {}: {key} = {quoted}", self.from));
                self.say(&format!("{key} = \"\""));
            }
            Year::Comment => {
                let quoted = literal::text(&old, "\n");
                self.say(&format!(
                    "# {key} = {quoted}   # назван прошлый год: поправьте и уберите # в начале"
                ));
            }
        }
    }

    fn keep_with_comments(&mut self, entry: &Entry) {
        self.comments(entry);
        self.keep(entry);
    }

    fn keep(&mut self, entry: &Entry) {
        let value = self.past.written(&entry.node);
        self.say(&format!("{} = {value}", entry.key));
    }

    /// Comments around an entry: they were said of the old plan, and it stays visible.
    fn comments(&mut self, entry: &Entry) {
        self.above(entry.key_span.range().start);
        if let Some(comment) = self.past.behind(&entry.node) {
            self.old(&comment);
        }
    }

    fn above(&mut self, at: usize) {
        for comment in self.past.above(at) {
            self.old(&comment);
        }
    }

    fn old(&mut self, comment: &str) {
        if !comment.is_empty() {
            self.say(&format!("# комментарий из плана {}: {comment}", self.from));
        }
    }

    fn say(&mut self, line: &str) {
        // Writing to a text cannot fail.
        let _ = writeln!(self.out, "{line}");
    }
}

/// What becomes of words that name the old year.
#[derive(Clone, Copy)]
enum Year {
    /// A blank that must be filled, with the old words in a comment.
    Blank,
    /// The old words in a comment: the key is optional.
    Comment,
}

fn tables(node: &Node) -> impl Iterator<Item = &Table> {
    let items = match &node.value {
        Value::List(items) => items.as_slice(),
        _ => &[],
    };
    items.iter().filter_map(|item| match &item.value {
        Value::Table(table) => Some(table),
        _ => None,
    })
}
