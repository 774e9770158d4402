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
use crate::text::language::Words;

#[derive(Serialize)]
struct SearchView {
    facets: Vec<Facet>,
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
    name: String,
}

/// Words for what the script shows.
#[derive(Debug, Clone, Serialize)]
pub struct Vocabulary {
    kinds: Vec<KindWords>,
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
#[derive(Debug, Clone, Serialize)]
struct KindWords {
    /// Code in the index.
    code: &'static str,
    /// «Мероприятие».
    name: String,
    /// After «Нашлось 12:»: «мероприятий».
    many: String,
    /// What stands before the second line: «Срок: ».
    before: String,
}

impl Vocabulary {
    /// All words.
    pub fn new(words: &Words) -> Vocabulary {
        Vocabulary {
            kinds: KINDS
                .iter()
                .map(|(code, name, many)| KindWords {
                    code,
                    name: words.phrase(name, &[]),
                    many: words.phrase(many, &[]),
                    before: match *code {
                        "event" => words.phrase("Срок: ", &[]),
                        _ => String::new(),
                    },
                })
                .collect(),
            statuses: StatusWord::ALL
                .iter()
                .map(|word| StatusWords {
                    word: word.word(),
                    view: StandingView::new(shown(*word), words),
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

const KINDS: &[(&str, &str, &str)] = &[
    ("municipality", "Район или город", "районов"),
    ("region", "Регион", "регионов"),
    ("plan", "План", "планов"),
    ("event", "Мероприятие", "мероприятий"),
    ("school", "Школа", "школ"),
    ("question", "Вопрос родителей", "вопросов родителей"),
    ("practice", "Практика", "практик"),
    ("collection", "Сборник практик", "сборников"),
    ("news", "Новость", "новостей"),
    ("act", "Документ", "документов"),
    ("section", "Раздел", "разделов"),
    ("person", "Человек", "людей"),
    ("term", "Слово", "слов"),
    ("page", "О портале", "страниц о портале"),
];

const FACETS: &[(&str, &str)] = &[
    ("vid", "Что это"),
    ("region", "Регион"),
    ("rayon", "Район или город"),
    ("god", "Год"),
    ("mesyats", "Месяц"),
    ("status", "Состояние"),
    ("razdel", "Раздел"),
    ("kto", "Кто отвечает"),
    ("shkola", "Школа"),
];

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
        facets: FACETS
            .iter()
            .map(|(code, name)| Facet {
                code,
                name: cite.say(name, &[]),
            })
            .collect(),
        examples: EXAMPLES,
        districts: cite.href(&PageKey::Districts),
        index: cite.href(&PageKey::Index),
        words: cite.href(&PageKey::Glossary),
        parents: cite.href(&PageKey::Parents),
        vocabulary: Vocabulary::new(context.words),
    };
    let head = Head {
        title: cite.say("Поиск", &[]),
        description: cite.say(
            "Поиск по планам, школам, людям, документам и вопросам родителей; он понимает падежи, сокращения и опечатки.",
            &[],
        ),
        parents: Vec::new(),
    };
    framed(
        context,
        "search.html",
        &Shell::new(context, &key, head),
        &view,
    )
}
