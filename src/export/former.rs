//! Files for programs at old addresses: each says in its own notation that there is nothing more, and where to look.
//! Subscriptions and downloads go on working; nobody takes silence for a fault.

use jiff::civil::Date;
use serde_json::json;

use crate::export::DataFile;
use crate::export::calendar;
use crate::export::feeds::{Entry, Feed, atom, json as json_feed, moment, tag};
use crate::export::formats::xlsx::{Lines, workbook};
use crate::export::table::{Column, ColumnKind, Definition, Value};
use crate::site::Site;
use crate::site::lasting::{Answer, Gone};
use crate::text::tame::tamed;

/// What such files depend on beside the site.
#[derive(Clone, Copy)]
pub struct Publishing<'a> {
    /// The day of the data.
    pub today: Date,
    /// Where the portal is published, with a slash at the end.
    pub address: Option<&'a str>,
    /// Its name.
    pub portal: &'a str,
}

/// A table that says that there is no table any more.
const NOTICE: Definition = Definition {
    name: "soobshchenie",
    api: "notice",
    title: "Сообщение",
    about: "Таблицы здесь больше нет.",
    columns: &[
        Column::new(
            "message",
            ColumnKind::Text,
            "Сообщение",
            "Что здесь было и почему этого больше нет.",
        ),
        Column::new(
            "see",
            ColumnKind::Text,
            "Где смотреть",
            "Адрес, по которому искать теперь.",
        ),
    ],
};

/// What is told.
struct Notice {
    path: String,
    words: String,
    see: String,
    day: Date,
}

/// All such files.
pub fn files(site: &Site, publishing: Publishing<'_>) -> Vec<DataFile> {
    let told = site.lasting().told();
    told.filter_map(|(path, answer)| file(path, answer, publishing))
        .collect()
}

/// The file at an old address; none for kinds of files that cannot tell.
pub fn file(path: &str, answer: &Answer, publishing: Publishing<'_>) -> Option<DataFile> {
    let home = publishing.address.unwrap_or_default();
    let (words, see, until) = match answer {
        Answer::Moved { to } => ("Это теперь по другому адресу".to_owned(), to, None),
        Answer::Gone(gone) => (words(gone), &gone.see, gone.until.as_deref()),
    };
    let notice = Notice {
        path: path.to_owned(),
        words,
        see: format!("{home}{see}"),
        day: until
            .and_then(|day| day.parse().ok())
            .unwrap_or(publishing.today),
    };
    let bytes = match path.rsplit_once('.')?.1 {
        "ics" => calendar::ended(&notice.path, notice.day, &notice.words, &notice.see),
        "xml" => atom(&feed(&notice, publishing)),
        "json" if path.ends_with("lenta.json") => json_feed(&feed(&notice, publishing)),
        "json" => format!("{:#}\n", object(&notice)).into_bytes(),
        "jsonl" => format!("{}\n", object(&notice)).into_bytes(),
        "csv" if path.ends_with("-excel.csv") => format!(
            "\u{feff}Сообщение;Где смотреть\r\n{};{}\r\n",
            quoted(&notice.words),
            quoted(&notice.see)
        )
        .into_bytes(),
        "xlsx" => {
            let row = vec![Value::text(&*notice.words), Value::text(&*notice.see)];
            let lines = Lines::of(&NOTICE, &[row]);
            workbook(&NOTICE, &[&lines], (publishing.portal, notice.day))
        }
        "csv" => format!(
            "message,see\r\n{},{}\r\n",
            quoted(&notice.words),
            quoted(&notice.see)
        )
        .into_bytes(),
        _ => return None,
    };
    Some(DataFile {
        path: path.to_owned(),
        bytes,
    })
}

fn words(gone: &Gone) -> String {
    let what = match (gone.kind, gone.title.as_str()) {
        (_, "") | (None, _) => "Здесь больше ничего нет".to_owned(),
        (Some(kind), title) => format!("Здесь {} {}: {title}", kind.was(), kind.word()),
    };
    let place = gone.place.as_ref().map(|place| format!(" ({place})"));
    let reason = gone.reason.as_ref().map(|reason| format!(". {reason}"));
    format!(
        "{what}{}{}",
        place.unwrap_or_default(),
        reason.unwrap_or_default()
    )
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", tamed(text).replace('"', "\"\""))
}

fn object(notice: &Notice) -> serde_json::Value {
    json!({
        "gone": true,
        "message": notice.words,
        "see": notice.see,
        "until": notice.day.to_string(),
    })
}

/// A feed whose one entry says so.
fn feed(notice: &Notice, publishing: Publishing<'_>) -> Feed {
    let home = publishing.address.unwrap_or_default();
    let own = format!("{home}{}", notice.path);
    let updated = moment(notice.day);
    Feed {
        id: tag(&notice.path),
        title: publishing.portal.to_owned(),
        description: notice.words.clone(),
        author: publishing.portal.to_owned(),
        updated,
        page: notice.see.clone(),
        atom: own.clone(),
        json: own,
        entries: vec![Entry {
            id: tag(&format!("{}#gone", notice.path)),
            title: "Лента больше не ведётся".to_owned(),
            updated,
            link: notice.see.clone(),
            summary: notice.words.clone(),
            html: String::new(),
            text: notice.words.clone(),
        }],
    }
}
