//! Words that documents are found by beside their own, with the real glossary and search vocabulary.

use shnor_portal::model::id::{Slug, TerritoryPath};
use shnor_portal::search::analysis::{Analyzer, Cached, TermNumber, Terms};
use shnor_portal::search::vocabulary::{Expansion, Expansions, Strength};

use crate::harness::Content;

struct Words {
    analyzer: Analyzer,
    expansions: Expansions,
}

impl Words {
    fn of(content: &Content) -> Words {
        let portal = content.portal();
        let analyzer = Analyzer::new(&portal.vocabulary.form_groups());
        Words {
            expansions: Expansions::new(&portal, &analyzer),
            analyzer,
        }
    }

    fn real() -> Words {
        Words::of(&Content::real())
    }

    fn found(&self, place: &str, text: &str) -> Vec<Expansion<'_>> {
        let (region, municipality) = place.split_once('/').unwrap_or((place, ""));
        let path = Slug::parse(region).map(|region| TerritoryPath {
            region,
            municipality: Slug::parse(municipality),
        });
        let mut cached = Cached::new(&self.analyzer, self.expansions.terms().clone());
        let terms = cached.terms_of(text);
        self.expansions.of(path.as_ref(), &terms)
    }

    /// The number of a word's term in the vocabulary; one of no phrase when the vocabulary does not know it.
    fn number(&self, word: &str) -> TermNumber {
        let mut terms: Terms = self.expansions.terms().clone();
        terms.number(&self.analyzer.term(word))
    }

    /// Whether a text is found by every word of a query, by its own words or by added ones.
    fn answers(&self, text: &str, query: &str) -> bool {
        let own: Vec<String> = self
            .analyzer
            .tokens(text)
            .into_iter()
            .map(|t| t.term)
            .collect();
        let added = self.found("", text);
        self.analyzer
            .tokens(query)
            .iter()
            .filter(|word| !word.stop)
            .all(|word| {
                let number = self.expansions.terms().clone().number(&word.term);
                own.contains(&word.term) || added.iter().any(|one| one.terms.contains(&number))
            })
    }

    fn strength(&self, place: &str, text: &str, word: &str) -> Option<Strength> {
        let term = self.number(word);
        let added = self.found(place, text);
        added
            .iter()
            .find(|one| one.terms.contains(&term))
            .map(|one| one.strength)
    }
}

#[test]
fn an_abbreviation_is_as_good_as_written_where_its_full_form_is() {
    let words = Words::real();
    let full = "Проведение всероссийских проверочных работ";
    assert_eq!(words.strength("", full, "ВПР"), Some(Strength::Strong));
    let short = "Анализ результатов ВПР-2023";
    assert_eq!(
        words.strength("", short, "всероссийские"),
        Some(Strength::Company)
    );
    assert!(words.answers(short, "анализ всероссийских проверочных работ"));
    let added = words.found("", full);
    assert!(added.iter().all(|one| one.at <= 3 && !one.terms.is_empty()));
}

#[test]
fn a_meaning_holds_in_its_territory_only() {
    let words = Words::real();
    let strength = |place| words.strength(place, "районных МО", "методическое");
    assert_eq!(
        strength("70-tomskaya/pervomayskiy"),
        Some(Strength::Company)
    );
    assert_eq!(strength("70-tomskaya"), None);
    assert_eq!(strength("04-altay"), None);
    let region = |place| words.strength(place, "школ Республики Алтай", "РА");
    assert_eq!(region("04-altay"), Some(Strength::Strong));
    assert_eq!(region("04-altay/gornyy"), Some(Strength::Strong));
    assert_eq!(region("10-kareliya"), None);
}

#[test]
fn equal_words_lead_both_ways() {
    let words = Words::real();
    assert!(words.answers("Педагоги всех школ", "учителя"));
    assert!(words.answers("Учителя всех школ", "педагоги"));
    assert_eq!(
        words.strength(
            "",
            "внутренней системы оценки качества образования",
            "ВСОКО"
        ),
        Some(Strength::Strong)
    );
    // Words that stand in the text themselves are not added once more.
    let term = words.number("педагог");
    let both = words.found("", "педагоги и учителя");
    assert!(both.iter().all(|one| !one.terms.contains(&term)));
}

#[test]
fn everyday_words_find_what_documents_call_otherwise_and_not_the_other_way_round() {
    let words = Words::real();
    for (text, query) in [
        (
            "организации работы со слабоуспевающими обучающимися",
            "двоечники",
        ),
        (
            "Распространение лучших практик подготовки к ГИА (ОГЭ, ЕГЭ)",
            "подготовка к экзаменам 9 класс",
        ),
        ("основной государственный экзамен", "экзамены 9 класс"),
        (
            "профессионального выгорания педагогов",
            "усталость учителей",
        ),
        (
            "определение школы –партнёра (наставника)",
            "сильная школа помогает слабой",
        ),
        (
            "Утверждение списка школ-участников Проекта",
            "как отобрали школы",
        ),
        (
            "пополнение материально– технической базы",
            "ремонт и компьютеры",
        ),
        (
            "Участие в выездном семинаре для управленческих команд",
            "приехали эксперты",
        ),
        (
            "детей «группы риска»: пропускающих занятия",
            "прогуливает уроки",
        ),
        ("сопровождение обучающихся с ОВЗ", "особенный ребёнок"),
    ] {
        assert!(
            words.answers(text, query),
            "«{query}» does not find «{text}»"
        );
    }
    assert!(!words.answers("Двоечники и прогульщики", "слабоуспевающие"));
    assert!(!words.answers("Организация образовательного процесса", "двоечники"));
    assert!(!words.answers("Разработка плана работы", "экзамены"));
}

#[test]
fn what_is_shown_for_everyday_words_is_polite() {
    let words = Words::real();
    let term = words.analyzer.term("двоечники");
    let shown: Vec<&str> = words
        .expansions
        .shown()
        .filter(|(terms, _)| *terms == [term.as_str()])
        .map(|(_, shown)| shown)
        .collect();
    assert_eq!(shown, ["помощь ученикам, которым трудно даётся учёба"]);
    assert!(words.expansions.shown().count() > 700);
}

#[test]
fn forms_of_one_word_are_one_term() {
    let words = Words::real();
    let term = |word| words.analyzer.term(word);
    assert_eq!(term("дети"), term("ребёнка"));
    assert_eq!(term("лет"), term("годов"));
}

#[test]
fn a_portal_without_the_file_has_only_its_glossary() {
    let mut content = Content::real();
    content.remove("search.toml");
    assert!(content.errors().is_empty());
    let words = Words::of(&content);
    assert_eq!(words.expansions.shown().count(), 0);
    assert!(words.strength("", "анализ ВПР", "проверочные").is_some());
    assert!(!words.answers("педагоги", "учителя"));
}

#[test]
fn the_vocabulary_has_nothing_idle_and_nothing_twice() {
    let found: Vec<String> = Content::real()
        .problems()
        .into_iter()
        .filter(|(_, problem)| problem.code.id.starts_with("П5"))
        .map(|(place, problem)| format!("{place} {}", problem.message))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}
