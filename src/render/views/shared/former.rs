//! The page at an address that nothing stands at any more, and what a page says of places that it had.

use serde::Serialize;

use crate::model::lasting::Kind;
use crate::render::context::Context;
use crate::render::linker::Linker;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::site::PageKey;
use crate::site::lasting::{Answer, Gone};

#[derive(Serialize)]
struct FormerView {
    heading: String,
    /// Where it stands now, relative to the page; none for what is no more.
    moved: Option<String>,
    /// What stood here.
    what: Option<String>,
    title: String,
    rows: Vec<Row>,
    /// True for lists and files that the portal makes itself.
    own: bool,
    /// Where to look now.
    see: String,
    /// The address to read aloud.
    address: String,
}

#[derive(Serialize)]
struct Row {
    name: String,
    words: String,
}

/// The HTML of the page that answers at an old address.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>, address: &str) -> Result<String, ThemeError> {
    let key = PageKey::Former(address.to_owned());
    let linker = context.linker(&key);
    let words = context.words;
    let nothing = Answer::Gone(Box::default());
    let answer = context.site.lasting().behind(address).unwrap_or(&nothing);
    let (view, description) = match answer {
        Answer::Moved { to } => {
            let heading = words.phrase("Страница переехала", &[]);
            let view = FormerView {
                heading,
                moved: Some(linker.path(to)),
                what: None,
                title: String::new(),
                rows: Vec::new(),
                own: false,
                see: linker.path(to),
                address: format!("/{to}"),
            };
            let description = words.phrase(
                "То, что было по адресу /{1}, теперь здесь: /{2}.",
                &[address, to],
            );
            (view, description)
        }
        Answer::Gone(gone) => {
            let description =
                words.phrase("Что было по адресу /{1} и где смотреть теперь.", &[address]);
            (ended(context, &linker, gone), description)
        }
    };
    let head = Head {
        title: format!("{}: /{address}", view.heading),
        description,
        parents: Vec::new(),
    };
    framed(
        context,
        "former.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

fn ended(context: &Context<'_>, linker: &Linker, gone: &Gone) -> FormerView {
    let words = context.words;
    let day = |day: &Option<String>| {
        let day = day.as_ref()?.parse().ok()?;
        Some(words.date(day))
    };
    let until = gone
        .reason
        .as_ref()
        .map(|_| day(&gone.until).unwrap_or_else(|| words.date(context.edition.today)));
    let row = |name: &str, words_of: Option<String>| {
        Some(Row {
            name: words.phrase(name, &[]),
            words: words_of?,
        })
    };
    let rows = [
        row("Где", gone.place.clone()),
        row("Опубликовано", day(&gone.since)),
        row("Снято", until),
        row("Почему", gone.reason.clone()),
    ];
    let heading = match gone.reason {
        Some(_) => words.phrase("Страница снята с публикации", &[]),
        None => words.phrase("Здесь больше ничего нет", &[]),
    };
    FormerView {
        heading,
        moved: None,
        what: gone.kind.map(|kind| words.phrase(stood(kind), &[])),
        title: gone.title.clone(),
        rows: rows.into_iter().flatten().collect(),
        own: gone.kind.is_none() && gone.reason.is_none(),
        see: linker.path(&gone.see),
        address: format!("/{}", gone.see),
    }
}

/// What stood at an address, by its kind.
fn stood(kind: Kind) -> &'static str {
    match kind {
        Kind::Place => "Здесь были страницы территории",
        Kind::Plan => "Здесь был план",
        Kind::Event => "Здесь было мероприятие плана",
        Kind::Document => "Здесь был документ",
        Kind::School => "Здесь была страница школы",
        Kind::Person => "Здесь был человек из списка контактов",
        Kind::News => "Здесь была новость",
        Kind::Practice => "Здесь была практика",
        Kind::Collection => "Здесь был сборник практик",
        Kind::Term => "Здесь было слово словаря",
        Kind::Page => "Здесь была страница о портале",
        Kind::Question => "Здесь был вопрос родителей",
        Kind::File => "Здесь был файл",
    }
}
