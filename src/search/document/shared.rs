//! Documents of the whole portal.

use crate::model::id::Slug;
use crate::model::portal::Portal;
use crate::model::record::practice::Collection;
use crate::model::reference::{InfoPage, Question, Term};
use crate::search::document::shape::{Document, Field, Kind};
use crate::search::document::words::{EXCERPT, line, plain, shortened};
use crate::site::{PageKey, Site};

/// Pages that are lists or views of everything, by the names of menus.
const VIEWS: &[(PageKey, &str)] = &[
    (PageKey::Districts, "Районы от А до Я"),
    (PageKey::Calendar, "Календарь мероприятий"),
    (PageKey::Subscription, "Подписка на календарь"),
    (PageKey::Practices, "Практики поддержки школ"),
    (PageKey::News, "Новости всех районов"),
    (PageKey::Parents, "Вопросы родителей"),
    (PageKey::Glossary, "Словарь: слова и сокращения"),
    (PageKey::Completeness, "Полнота разделов"),
    (PageKey::Promises, "Обещания и подтверждения"),
    (PageKey::Comparison, "Сравнение муниципалитетов"),
    (PageKey::Changes(None), "Что изменилось"),
    (PageKey::Mistakes, "Редактору: ошибки и как их исправить"),
    (PageKey::Fields, "Редактору: какие бывают файлы и поля"),
    (PageKey::View, "Вид страницы: версия для слабовидящих"),
    (PageKey::MySchool, "Моя школа"),
    (PageKey::SiteMap, "Карта сайта"),
    (PageKey::Receipt, "Квитанция сборки"),
];

/// Questions, words, collections, pages.
pub fn documents(portal: &Portal, site: &Site) -> Vec<Document> {
    let views = VIEWS.iter().filter(|(key, _)| site.has(key));
    let views = views.map(|(key, title)| Document::new(Kind::Page, key.address().as_str(), *title));
    portal
        .questions
        .iter()
        .map(question)
        .chain(portal.terms.iter().map(term))
        .chain(portal.collections.iter().map(|one| collection(portal, one)))
        .chain(portal.pages.iter().map(page))
        .chain(views)
        .chain(mistakes(portal))
        .collect()
}

/// Codes of mistakes. They are found by their text alone and have no title to be found by: parents search with the same
/// words, «срок» or «новости», and must meet the documents first.
fn mistakes(portal: &Portal) -> impl Iterator<Item = Document> {
    let mistakes = portal
        .handbook
        .groups
        .iter()
        .flat_map(|group| &group.mistakes);
    mistakes.map(|mistake| {
        let page = PageKey::Mistakes.address();
        let address = format!("{}#{}", page.as_str(), mistake.anchor);
        let title = format!("{}: {}", mistake.code, mistake.about);
        let mut document = Document::new(Kind::Page, address, title.as_str());
        document.note = mistake.consequence.clone();
        document.text = shortened(&mistake.means, EXCERPT);
        document.fields.clear();
        document.add(Field::Number, mistake.code.as_str());
        document.add(Field::Extra, title);
        document.add(Field::Extra, "редактору: ошибки и как их исправить");
        document
    })
}

fn question(question: &Question) -> Document {
    let address = format!("{}#{}", PageKey::Parents.address().as_str(), question.id);
    let mut document = Document::new(Kind::Question, address, line(&question.title));
    let answer = plain(&question.answer);
    document.text = shortened(&answer, EXCERPT);
    document.add(Field::Body, answer);
    document.add(Field::Section, question.group.as_str());
    document
}

fn term(term: &Term) -> Document {
    let address = PageKey::Term(term.id.clone()).address();
    let mut document = Document::new(Kind::Term, address.as_str(), term.title());
    let meaning = term.meaning_in(None).or_else(|| term.meanings.first());
    document.note = meaning
        .map(|meaning| meaning.text.clone())
        .unwrap_or_default();
    document.text = shortened(term.plain.as_deref().unwrap_or_default(), EXCERPT);
    if term.abbr.is_some() {
        document.add_all(Field::Name, term.name.as_deref());
    }
    document.add_all(Field::Name, term.forms.iter().map(String::as_str));
    document.add_all(
        Field::Name,
        term.meanings.iter().map(|meaning| meaning.text.as_str()),
    );
    document.add_all(Field::Body, term.plain.as_deref());
    document.add(Field::Section, term.group.as_str());
    document
}

fn collection(portal: &Portal, collection: &Collection) -> Document {
    let address = PageKey::Collection(collection.id.clone()).address();
    let mut document = Document::new(Kind::Collection, address.as_str(), line(&collection.title));
    let intro = plain(&collection.intro);
    document.text = shortened(&intro, EXCERPT);
    document.add(Field::Body, intro);
    let inside = |id: &Slug| {
        collection
            .practices
            .iter()
            .any(|practice| &practice.to == id)
    };
    let practices = portal
        .practices()
        .filter(|(_, practice)| inside(&practice.id));
    document.add_all(
        Field::Extra,
        practices.map(|(_, practice)| line(&practice.title)),
    );
    let year = collection
        .year
        .as_deref()
        .and_then(|year| year.get(..4)?.parse().ok());
    document.year = year;
    document.dates = year.iter().map(|year: &i16| format!("@{year}")).collect();
    document
}

fn page(page: &InfoPage) -> Document {
    let address = PageKey::info(&page.id).address();
    let mut document = Document::new(Kind::Page, address.as_str(), line(&page.title));
    document.note = line(&page.description);
    let text = plain(&page.text);
    document.text = shortened(&text, EXCERPT);
    document.add(Field::Body, document.note.clone());
    document.add(Field::Body, text);
    document
}
