//! Promises and proofs, municipalities side by side, the sheet of addresses: figures on pages follow from the content.

use jiff::civil::date;
use shnor_portal::model::comparison::{Figure, YARDSTICKS, figures};
use shnor_portal::model::ledger::{Counts, Entry, EvidenceKind, by_month, by_section};
use shnor_portal::model::plan::standing::Standing;
use shnor_portal::model::portal::Portal;
use shnor_portal::render::Edition;
use shnor_portal::site::{self, Site};

use crate::harness::{Content, edition};

/// A made-up portal: one municipality with a plan in which everything has become of something, one with a short plan,
/// and one whose plan nobody has reported on.
const MADE_UP: &str = r#"
--- portal.toml
title = "Портал"
description = "Проба."
address = "https://proba.example/"
--- 01-proba/region.toml
name = "Пробная область"
name_of = "Пробной области"
name_in = "в Пробной области"
kind = "область"
--- 01-proba/bor/municipality.toml
name = "Борский район"
name_of = "Борского района"
name_in = "в Борском районе"
kind = "район"
--- 01-proba/bor/documents/7.toml
kind = "приказ"
level = "муниципальный"
number = "7"
date = 2026-01-20
issuer = "Управление образования"
title = "Об итогах"
text_known = true
order_word = "ПРИКАЗЫВАЮ:"
signatory = "И.И. Иванов"
[[point]]
number = "1"
text = "Утвердить итоги."
--- 01-proba/bor/news/2026-03-05-vstrecha.md
+++
date = 2026-03-05
title = "Прошла встреча"
summary = "Встреча прошла."
+++
Встреча прошла.
--- 01-proba/bor/files/spravka.pdf
abc
--- 01-proba/bor/plans/2026.toml
title = "План мероприятий"
period = "2026"
approved_by = "7"
columns = [
  { heading = "Мероприятие", holds = "title" },
  { heading = "Срок", holds = "deadline" },
  { heading = "Показатель", holds = "indicator" },
]
[[section]]
title = "Организация"
[[section.event]]
id = "m01"
title = "Утвердить состав группы"
deadline = "январь 2026 года"
indicator = "Приказ"
status = "выполнено"
status_date = 2026-01-20
fact = "Группа утверждена"
[[section.event.proof]]
title = "Документ о группе"
link = "/01-proba/bor/dokumenty/7/"
[[section.event]]
id = "m02"
title = "Провести встречу"
deadline = "март 2026 года"
indicator = "1 встреча"
status = "выполнено"
status_date = 2026-03-05
[[section.event.proof]]
title = "Сообщение"
link = "/01-proba/bor/novosti/2026-03-05-vstrecha/"
[[section.event.proof]]
title = "Справка о встрече"
link = "/01-proba/bor/files/spravka.pdf"
date = 2026-03-06
[[section.event]]
id = "m03"
title = "Собрать отзывы"
deadline = "март 2026 года"
indicator = "Отзывы"
status = "выполнено"
status_date = 2026-03-30
[[section.event]]
id = "m04"
title = "Составить список"
deadline = "до 15 апреля 2026 года"
indicator = "Список"
status = "выполнено"
status_date = 2026-04-10
[[section.event.proof]]
title = "Протокол, лежит в управлении"
[[section]]
title = "Сопровождение"
[[section.event]]
id = "m05"
title = "Посетить школы"
deadline = "май 2026 года"
indicator = "100% школ"
status = "перенесено"
moved_to = "ноябрь 2026 года"
[[section.event]]
id = "m06"
title = "Провести конкурс"
deadline = "июнь 2026 года"
indicator = "Конкурс"
status = "отменено"
[[section.event]]
id = "m07"
title = "Разместить раздел на сайте"
deadline = "1 сентября 2026 года"
indicator = "Ссылка на раздел сайта"
[[section.event]]
id = "m08"
title = "Подвести итоги"
deadline = "декабрь 2026 года"
indicator = "Справка"
[[section.event]]
id = "m09"
title = "Помогать школам"
deadline = "постоянно"
indicator = "Помощь"
[[section.event]]
id = "m10"
title = "Сверить планы"
deadline = "декабрь 2026 года"
indicator = "Сверка"
--- 01-proba/gay/municipality.toml
name = "Гайский округ"
name_of = "Гайского округа"
name_in = "в Гайском округе"
kind = "муниципальный округ"
--- 01-proba/gay/plans/2026.toml
title = "План мероприятий"
period = "2026"
columns = [
  { heading = "Мероприятие", holds = "title" },
  { heading = "Срок", holds = "deadline" },
]
[[event]]
id = "m01"
title = "Провести совещание"
deadline = "октябрь 2026 года"
"#;

fn content() -> Content {
    let content = Content::written(MADE_UP);
    let errors = content.errors();
    assert!(errors.is_empty(), "{errors:#?}");
    content
}

fn all<'a>(portal: &'a Portal, site: &Site) -> Vec<Entry<'a>> {
    let today = edition().today;
    let territories = portal.territories.iter();
    territories
        .flat_map(|territory| site::ledger(portal, site, territory, today))
        .collect()
}

#[test]
fn every_way_of_counting_gives_the_same_sum() {
    let today = edition().today;
    for content in [Content::real(), content()] {
        let portal = content.portal();
        let site = Site::new(&portal);
        let entries = all(&portal, &site);
        let counts = Counts::of(&entries, today);
        assert_eq!(counts.total(), portal.event_count());
        let by_standing: usize = Standing::ALL.iter().map(|one| counts.standing(*one)).sum();
        assert_eq!(by_standing, counts.total());
        let (months, undated) = by_month(&entries, today);
        let by_month: usize = months.values().map(Counts::total).sum();
        assert_eq!(by_month + undated.total(), counts.total());
        let by_section: usize = by_section(&entries, today)
            .iter()
            .map(|(_, c)| c.total())
            .sum();
        assert_eq!(by_section, counts.total());
        let days = entries.iter().filter(|entry| entry.days_overdue.is_some());
        assert_eq!(days.count(), counts.overdue());
    }
}

#[test]
fn proofs_are_known_by_where_they_lead() {
    let content = content();
    let portal = content.portal();
    let site = Site::new(&portal);
    let entries = all(&portal, &site);
    let evidence = |id: &str| {
        let entry = entries.iter().find(|entry| entry.event.id.as_str() == id);
        entry.expect("the measure is there").evidence.clone()
    };
    let kinds = |id: &str| evidence(id).iter().map(|one| one.kind).collect::<Vec<_>>();
    assert_eq!(kinds("m01"), [EvidenceKind::Order]);
    assert_eq!(evidence("m01")[0].date, Some(date(2026, 1, 20)));
    assert_eq!(kinds("m02"), [EvidenceKind::News, EvidenceKind::Report]);
    assert_eq!(kinds("m04"), [EvidenceKind::Named]);
    let file = evidence("m02")[1].file.expect("a published file");
    let bytes = content.bytes("01-proba/bor/files/spravka.pdf");
    assert_eq!(file.fingerprint.bytes, bytes.len());
    assert_eq!(
        file.fingerprint.sha256,
        "edeaaff3f1774ad2888673770c6d64097e391bc362d7d6fb34982ddf0efd18cb"
    );
}

#[test]
fn the_page_of_a_district_says_what_is_proven_and_what_is_not() {
    let page = content()
        .build()
        .words("01-proba/bor/obeshchaniya/index.html");
    let page = page.replace('\u{a0}', " ");
    for said in [
        "О выполнении сообщили по 4 из 10 мероприятий. С подтверждением — 3, без него — 1.",
        "У 1 мероприятия срок прошёл, а сведений нет.",
        "Обещано в планах 10 Срок прошёл 7 70 % Сообщили, что выполнено 4 40 % Из них с подтверждением 3 30 % Подтверждение можно открыть 2 20 %",
        // Section, promised, with proof, without, overdue, others.
        "Организация 4 3 1 0 0 Сопровождение 6 0 0 1 5 Всего 10 3 1 1 5",
        "Март 2026 г. 2 1 1 0 0",
        "Без своего месяца 1 0 0 0 1",
        "приказ Документ о группе, 20 января 2026 г. на портале: Приказ от 20.01.2026 № 7",
        "новость Сообщение, 5 марта 2026 г. на портале: Прошла встреча",
        "справка или отчёт Справка о встрече, 6 марта 2026 г.",
        "SHA-256 файла в день сборки портала: edeaaff3",
        "только название Протокол, лежит в управлении",
        "Подтверждение не приложено",
        "Новый срок: ноябрь 2026 года",
        "Срок прошёл, сведений нет уже 82 дня",
    ] {
        assert!(page.contains(said), "no «{said}»: {page}");
    }
}

#[test]
fn a_portal_that_was_told_nothing_says_so() {
    let site = Content::real().build();
    let page = site.words("obeshchaniya/index.html").replace('\u{a0}', " ");
    assert!(
        page.contains("Ни по одному из 141 мероприятия портал не знает, выполнено ли оно."),
        "{page}"
    );
    assert!(page.contains("Это не значит, что ничего не сделано"));
    assert!(page.contains("Всего 141 0 0 132 9"), "{page}");
    assert!(!page.contains("О чём сообщили последним"));
}

#[test]
fn sums_of_the_portal_are_those_of_its_places() {
    let content = content();
    let site = content.build();
    let whole = site.words("obeshchaniya/index.html").replace('\u{a0}', " ");
    assert!(
        whole.contains("Борский район 10 3 1 1 5 Гайский округ 1 0 0 1 0 Всего 11 3 1 2 5"),
        "{whole}"
    );
    let region = site.words("01-proba/obeshchaniya/index.html");
    assert!(region.contains("Всего 11 3 1 2 5"), "{region}");
    assert!(
        whole.contains("О чём сообщили последним 10 апреля 2026 г."),
        "{whole}"
    );
}

#[test]
fn overdue_depends_on_the_day_of_the_build() {
    let early = Edition {
        today: date(2026, 8, 30),
        ..edition()
    };
    let page = content()
        .build_with(&early)
        .words("01-proba/bor/obeshchaniya/index.html");
    assert!(!page.contains("срок прошёл, а сведений нет"), "{page}");
}

#[test]
fn shares_of_few_are_hidden_and_the_unknown_is_called_so() {
    let site = content().build();
    let page = site.words("sravnenie/index.html").replace('\u{a0}', " ");
    // Ten measures are enough, one is not.
    for said in [
        "4 из 10, это 40 % Борский район",
        "не показано: меньше 10 Гайский округ",
        "Не показано из-за малого числа у 1 муниципалитета.",
        "Неизвестно у 1 муниципалитета.",
        "А: 10 Борский район Б: 1 Гайский округ От 1 до 10. Сколько мероприятий",
        "Районы: школы по именам не названы",
        "Округа: школы по именам не названы",
    ] {
        assert!(page.contains(said), "no «{said}»: {page}");
    }
    assert!(!page.contains("Посередине"), "two have no middle: {page}");
}

#[test]
fn every_yardstick_has_its_figure_and_its_definition() {
    let content = Content::real();
    let portal = content.portal();
    let site = content.build();
    let page = site.words("sravnenie/index.html").replace('\u{a0}', " ");
    for territory in portal.municipalities() {
        let figures = figures(territory, edition().today, (8, 17));
        assert_eq!(figures.len(), YARDSTICKS.len());
        let plan = territory.current_plan().expect("a plan");
        let number = plan.events().count();
        assert_eq!(figures[0], Figure::Number(number));
        // Deadlines to the day, to the month and without a date are all measures.
        let part = |figure: Figure| match figure {
            Figure::Share { part, whole } => {
                assert_eq!(whole, number);
                part
            }
            other => panic!("{other:?}"),
        };
        assert_eq!(
            figures[1..4].iter().map(|one| part(*one)).sum::<usize>(),
            number
        );
    }
    for yardstick in YARDSTICKS {
        let definition = yardstick.counted.replace('\u{a0}', " ");
        assert!(page.contains(&definition), "{definition}");
    }
    for word in ["лучш", "худш", "рейтинг", "место"] {
        let said = page.to_lowercase().replace("лучше.", "");
        assert!(!said.contains(word), "{word}");
    }
}

#[test]
fn a_municipality_stands_beside_similar_ones_first() {
    let site = Content::real().build();
    let page = site.words("38-irkutskaya/zhigalovskiy/sravnenie/index.html");
    let at = |words: &str| {
        page.find(words)
            .unwrap_or_else(|| panic!("no «{words}»: {page}"))
    };
    // Another district before a town, whatever the alphabet says.
    assert!(at("Б Первомайский район") < at("Г Зиминское городское"));
    assert!(page.contains("А Жигаловский район эта страница"));
}

#[test]
fn the_sheet_for_the_report_has_full_addresses_and_dates() {
    let site = content().build();
    let page = site
        .words("01-proba/bor/podtverzhdenie/2026/index.html")
        .replace('\u{a0}', " ");
    for said in [
        "Дорожная карта https://proba.example/01-proba/bor/plan/ 20 января 2026 г. есть 1 план",
        "Муниципальная программа https://proba.example/01-proba/bor/programma/ не указана нет",
        "20 января 2026 г. Приказ от 20.01.2026 № 7 https://proba.example/01-proba/bor/dokumenty/7/",
        "5 марта 2026 г. Прошла встреча https://proba.example/01-proba/bor/novosti/2026-03-05-vstrecha/",
        "За срок плана на портале: 1 новость. Месяцы без новостей: январь 2026 года, февраль 2026 года, апрель 2026 года",
        "Разместить раздел на сайте",
        "https://proba.example/01-proba/bor/plan/2026/#m07",
    ] {
        assert!(page.contains(said), "no «{said}»: {page}");
    }
    let mut nowhere = content();
    nowhere.change("portal.toml", "address = \"https://proba.example/\"\n", "");
    let page = nowhere
        .build()
        .words("01-proba/bor/podtverzhdenie/2026/index.html");
    assert!(
        page.contains("Адрес портала в настройках не указан"),
        "{page}"
    );
    assert!(page.contains(" /01-proba/bor/plan/ "), "{page}");
}

#[test]
fn the_sheet_lists_what_document_e_asks_links_for() {
    let site = Content::real().build();
    let page = site.words("70-tomskaya/pervomayskiy/podtverzhdenie/2023/index.html");
    for said in [
        "Информационное сопровождение ШНОР и ШНСУ",
        "Ссылка на новости о работе ШНОР на сайтах РУО и образовательных организаций",
        "Создание и размещение на сайтах РУО разделов по поддержке ШНОР",
        "Ссылки на разделы сайтов",
    ] {
        assert!(page.contains(said), "no «{said}»: {page}");
    }
}
