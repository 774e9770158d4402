//! The page of the search: a field, and the places that the theme's script fills. What it finds, how, and from which
//! files is the business of `search`; here stand the words for it.

use serde::Serialize;

use crate::model::plan::standing::Standing;
use crate::model::plan::status::StatusWord;
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::standing::StandingView;
use crate::render::views::shared::cite::Cite;
use crate::site::PageKey;

#[derive(Serialize)]
struct SearchView {
    facets: &'static [Facet],
    /// Queries that parents ask.
    examples: &'static [&'static str],
    districts: String,
    index: String,
    words: String,
    parents: String,
    vocabulary: Vocabulary,
}

/// A way to refine a search.
#[derive(Serialize)]
struct Facet {
    /// Name in the address.
    code: &'static str,
    /// Words.
    name: &'static str,
}

/// Words for what the script shows.
#[derive(Debug, Clone, Serialize)]
pub struct Vocabulary {
    kinds: &'static [KindWords],
    statuses: Vec<StatusWords>,
}

/// How a status is shown.
#[derive(Debug, Clone, Serialize)]
struct StatusWords {
    /// The stored word, which the index has.
    word: &'static str,
    /// Shape, colour and word.
    view: StandingView,
}

/// Words for a kind of result.
#[derive(Debug, Serialize)]
struct KindWords {
    /// Code in the index.
    code: &'static str,
    /// «Мероприятие».
    name: &'static str,
    /// After «Нашлось 12:»: «мероприятий».
    many: &'static str,
    /// What stands before the second line: «Срок: ».
    before: &'static str,
}

impl Vocabulary {
    /// All words.
    pub fn all() -> Vocabulary {
        Vocabulary {
            kinds: KINDS,
            statuses: StatusWord::ALL
                .iter()
                .map(|word| StatusWords {
                    word: word.word(),
                    view: shown(*word).into(),
                })
                .collect(),
        }
    }
}

/// The look of a stored word. Whether a time has passed is said on the pages themselves, which are made for a day.
fn shown(word: StatusWord) -> Standing {
    match word {
        StatusWord::Done => Standing::Done,
        StatusWord::Planned => Standing::Ahead,
        StatusWord::Moved => Standing::Moved,
        StatusWord::Cancelled => Standing::Cancelled,
        StatusWord::NoData => Standing::NoData,
    }
}

const KINDS: &[KindWords] = &[
    kind("municipality", "Район или город", "районов"),
    kind("region", "Регион", "регионов"),
    kind("plan", "План", "планов"),
    KindWords {
        before: "Срок: ",
        ..kind("event", "Мероприятие", "мероприятий")
    },
    kind("school", "Школа", "школ"),
    kind("question", "Вопрос родителей", "вопросов родителей"),
    kind("practice", "Практика", "практик"),
    kind("collection", "Сборник практик", "сборников"),
    kind("news", "Новость", "новостей"),
    kind("act", "Документ", "документов"),
    kind("section", "Раздел", "разделов"),
    kind("person", "Человек", "людей"),
    kind("term", "Слово", "слов"),
    kind("page", "О портале", "страниц о портале"),
];

const fn kind(code: &'static str, name: &'static str, many: &'static str) -> KindWords {
    KindWords {
        code,
        name,
        many,
        before: "",
    }
}

const FACETS: &[Facet] = &[
    facet("vid", "Что это"),
    facet("region", "Регион"),
    facet("rayon", "Район или город"),
    facet("god", "Год"),
    facet("mesyats", "Месяц"),
    facet("status", "Состояние"),
    facet("razdel", "Раздел"),
    facet("kto", "Кто отвечает"),
    facet("shkola", "Школа"),
];

const fn facet(code: &'static str, name: &'static str) -> Facet {
    Facet { code, name }
}

const EXAMPLES: &[&str] = &[
    "кому звонить",
    "родительское собрание",
    "подготовка к экзаменам",
    "психолог",
    "ребёнок пропускает уроки",
    "ВПР",
    "помощь детям с ОВЗ",
    "день открытых дверей",
];

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Search;
    let cite = Cite::new(context, &key);
    let view = SearchView {
        facets: FACETS,
        examples: EXAMPLES,
        districts: cite.href(&PageKey::Districts),
        index: cite.href(&PageKey::Index),
        words: cite.href(&PageKey::Glossary),
        parents: cite.href(&PageKey::Parents),
        vocabulary: Vocabulary::all(),
    };
    let head = Head {
        title: "Поиск".to_owned(),
        description:
            "Поиск по планам, школам, людям, документам и вопросам родителей; он понимает падежи, сокращения и опечатки."
                .to_owned(),
        parents: Vec::new(),
    };
    framed(
        context,
        "search.html",
        &Shell::new(context, &key, head),
        &view,
    )
}
