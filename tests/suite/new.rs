//! New files from templates: what an editor gets, what `check` says while blanks are open, and that nothing else is
//! needed than to fill them.

use jiff::civil::date;
use shnor_portal::content::fields::{Field, FileKind, Form, Shape, locate};
use shnor_portal::desk::new::{Made, Order, make};

use crate::harness::Content;

const SAMPLE: &str = r#"--- portal.toml
title = "Портал"
description = "Портал для проверки."
--- 38-irkutskaya/region.toml
name = "Иркутская область"
name_of = "Иркутской области"
name_in = "в Иркутской области"
kind = "область"
--- 38-irkutskaya/bratskiy/municipality.toml
name = "Братский район"
name_of = "Братского района"
name_in = "в Братском районе"
kind = "район"
--- 38-irkutskaya/bratskiy/plans/2023.toml
title = "План"
period = "2023"
columns = [{ heading = "Мероприятие", holds = "title" }, { heading = "Срок", holds = "deadline" }]
[[event]]
id = "m01"
title = "Первое"
deadline = "апрель 2023 года"
[[event]]
id = "m20"
title = "Двадцатое"
deadline = "май 2023 года"
"#;

const PLACE: &str = "38-irkutskaya/bratskiy";

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn orders() -> Vec<Order> {
    let place = || PLACE.to_owned();
    vec![
        Order::Region {
            address: "39-kaliningradskaya".to_owned(),
            name: None,
        },
        Order::Municipality {
            address: "38-irkutskaya/angarskiy".to_owned(),
            name: None,
            region_name: None,
        },
        Order::Municipality {
            address: "70-tomskaya/gorod-tomsk".to_owned(),
            name: some("город Томск"),
            region_name: some("Томская область"),
        },
        Order::Plan {
            place: "Братский район".to_owned(),
            year: "2026".to_owned(),
            from: None,
        },
        Order::News {
            place: place(),
            title: "Прошло \"собрание\"".to_owned(),
            day: date(2026, 11, 22),
            id: None,
        },
        Order::Practice {
            place: place(),
            title: "Наставничество".to_owned(),
            id: None,
        },
        Order::School {
            place: place(),
            name: "МБОУ СОШ №1".to_owned(),
            id: None,
        },
        Order::Document {
            place: place(),
            number: some("114-од"),
            day: Some(date(2026, 3, 30)),
            title: None,
            id: None,
        },
        Order::Document {
            place: place(),
            number: None,
            day: None,
            title: some("Письмо о мониторинге"),
            id: None,
        },
    ]
}

fn made(content: &Content, order: &Order) -> Made {
    make(&content.sources(), order).unwrap_or_else(|why| panic!("{order:?}: {why}"))
}

fn put(content: &mut Content, made: &Made) {
    for change in &made.changes {
        content.put(&change.path, change.after.clone());
    }
}

/// The form of the table that a header begins.
fn form_of(root: &'static Form, header: &str) -> &'static Form {
    let path = header.trim_matches(['[', ']']);
    path.split('.').fold(root, |form, key| {
        match form.field(key).expect("a known table").shape {
            Shape::Table(inner) | Shape::Tables(inner) => inner,
            _ => panic!("{key} is no table"),
        }
    })
}

/// The example of a field as a value.
fn example(field: &Field) -> &'static str {
    match field.shape {
        Shape::Period => "\"2023\"",
        _ => field.example,
    }
}

/// A template with every blank filled by the example of its field.
fn filled(kind: FileKind, text: &str) -> String {
    let root = kind.form();
    let mut form = root;
    let lines: Vec<String> = text
        .lines()
        .map(|line| {
            let code = line.split("   #").next().unwrap_or_default();
            if code.starts_with('[') {
                form = form_of(root, code);
                return line.to_owned();
            }
            if let Some(row) = code.strip_prefix("  { ") {
                let (key, _) = row.split_once(" = ").expect("a key");
                let columns = form_of(root, "columns");
                let value = example(columns.field(key).expect("a known key"));
                return line.replacen("\"\"", value, 1);
            }
            match code.split_once(" = ") {
                Some((key, "\"\"" | "[]")) if !key.starts_with('#') => {
                    let field = form.field(key).expect("a known key");
                    format!("{key} = {}", example(field))
                }
                _ => line.to_owned(),
            }
        })
        .collect();
    let body = match kind {
        FileKind::News | FileKind::Practice => "Текст под свойствами.\n",
        _ => "",
    };
    lines.join("\n") + "\n" + body
}

#[test]
fn a_filled_template_is_published_as_it_is() {
    for order in orders() {
        let mut content = Content::written(SAMPLE);
        let done = made(&content, &order);
        for change in &done.changes {
            let text = String::from_utf8(change.after.clone()).expect("UTF-8");
            let kind = locate(&change.path).expect("a known place").kind;
            content.put(&change.path, filled(kind, &text));
        }
        let errors = content.errors();
        assert!(errors.is_empty(), "{order:?}\n{errors:#?}");
    }
}

#[test]
fn while_blanks_are_open_each_is_asked_for_by_name() {
    for order in orders() {
        let mut content = Content::written(SAMPLE);
        let done = made(&content, &order);
        put(&mut content, &done);
        let blanks: Vec<String> = done
            .changes
            .iter()
            .flat_map(|change| {
                let text = String::from_utf8(change.after.clone()).expect("UTF-8");
                let lines: Vec<String> = text
                    .lines()
                    .enumerate()
                    .filter(|(_, line)| !line.starts_with('#'))
                    .filter(|(_, line)| line.contains("= \"\"") || line.contains("= []"))
                    .map(|(number, _)| format!("content/{}:{}:", change.path, number + 1))
                    .collect();
                lines
            })
            .collect();
        let errors = content.errors();
        let told: Vec<&String> = errors.iter().map(|(place, _)| place).collect();
        assert_eq!(told.len(), blanks.len(), "{order:?}\n{errors:#?}");
        for blank in &blanks {
            assert!(
                told.iter().any(|place| place.starts_with(blank.as_str())),
                "{blank}: {told:?}"
            );
        }
        for (_, error) in &errors {
            assert!(["П104", "П103"].contains(&error.code.id), "{error:#?}");
            let told = |words: &str| error.help.iter().any(|help| help.contains(words));
            assert!(told("например") || told("уберите всю строку"), "{error:#?}");
        }
    }
}

#[test]
fn optional_keys_are_accepted_once_they_are_uncommented_and_filled() {
    for order in orders() {
        let mut content = Content::written(SAMPLE);
        let done = made(&content, &order);
        for change in &done.changes {
            let text = String::from_utf8(change.after.clone()).expect("UTF-8");
            let kind = locate(&change.path).expect("a known place").kind;
            let open: Vec<&str> = text
                .lines()
                .filter(|line| !line.contains("поля те же"))
                .map(|line| match line.strip_prefix('#') {
                    Some(rest)
                        if rest.starts_with(|c: char| c.is_ascii_lowercase() || c == '[') =>
                    {
                        rest
                    }
                    _ => line,
                })
                .collect();
            content.put(&change.path, filled(kind, &open.join("\n")));
        }
        // Examples name people and schools that the sample does not have; nothing else may be wrong.
        let wrong: Vec<_> = content
            .errors()
            .into_iter()
            .filter(|(_, error)| !matches!(error.code.id, "П203" | "П303"))
            .collect();
        assert!(wrong.is_empty(), "{order:?}\n{wrong:#?}");
    }
}

#[test]
fn a_template_names_its_schema_and_keeps_nothing_from_the_editor() {
    let content = Content::written(SAMPLE);
    for order in orders() {
        for change in made(&content, &order).changes {
            let text = String::from_utf8(change.after.clone()).expect("UTF-8");
            let kind = locate(&change.path).expect("a known place").kind;
            match change.path.ends_with(".toml") {
                true => {
                    let up = "../".repeat(change.path.matches('/').count());
                    assert!(
                        text.starts_with(&format!("#:schema {up}.schema/")),
                        "{text}"
                    );
                }
                false => assert!(text.starts_with("+++\n"), "{text}"),
            }
            for field in kind.form().fields {
                assert!(
                    text.contains(field.key) && text.contains(field.label),
                    "{}: {text}",
                    field.key
                );
            }
        }
    }
}

#[test]
fn what_the_editor_told_is_filled_in() {
    let content = Content::written(SAMPLE);
    let text = |order: &Order| {
        String::from_utf8(made(&content, order).changes[0].after.clone()).expect("UTF-8")
    };
    let place = || PLACE.to_owned();
    let news = Order::News {
        place: place(),
        title: "Прошло «собрание»".to_owned(),
        day: date(2026, 11, 22),
        id: None,
    };
    assert_eq!(
        made(&content, &news).changes[0].path,
        "38-irkutskaya/bratskiy/news/2026-11-22-proshlo-sobranie.md"
    );
    assert!(
        text(&news).contains("date = 2026-11-22 ")
            && text(&news).contains("title = \"Прошло «собрание»\" ")
    );
    let municipality = Order::Municipality {
        address: "38-irkutskaya/angarskiy".to_owned(),
        name: some("Ангарский городской округ"),
        region_name: None,
    };
    let told = text(&municipality);
    assert!(told.contains("name_of = \"Ангарского городского округа\"   # название в родительном падеже: предложено программой, проверьте"), "{told}");
    assert!(
        told.contains("name_in = \"в Ангарском городском округе\"")
            && told.contains("kind = \"городской округ\"")
    );
    let school = Order::School {
        place: place(),
        name: "МБОУ Кежемская СОШ №2".to_owned(),
        id: None,
    };
    let told = text(&school);
    assert!(
        told.contains("id = \"kezhemskaya-sosh-2\"")
            && told.contains("legal_form = \"МБОУ\"")
            && told.contains("level = \"СОШ\"")
    );
}

#[test]
fn a_school_is_added_without_changing_a_byte() {
    for old in [
        "# школы\r\n\r\n[[school]]\r\nid = \"a\"\r\nname = \"А\"   # слова\r\n",
        "[[school]]\nid = \"a\"\nname = \"А\"",
        "",
    ] {
        let mut content = Content::written(SAMPLE);
        let path = "38-irkutskaya/bratskiy/schools.toml";
        content.put(path, old);
        let order = Order::School {
            place: PLACE.to_owned(),
            name: "МБОУ СОШ №1".to_owned(),
            id: None,
        };
        let done = made(&content, &order);
        let new = String::from_utf8(done.changes[0].after.clone()).expect("UTF-8");
        assert!(new.starts_with(old));
        assert_eq!(old.contains("\r\n"), new.contains("\r\n"));
        put(&mut content, &done);
        assert!(content.errors().is_empty(), "{:#?}", content.errors());
        let again = make(&content.sources(), &order).expect_err("it is there");
        assert!(again.contains("уже есть"), "{again}");
    }
}

#[test]
fn a_plan_of_the_next_year_takes_words_and_no_facts() {
    let content = Content::real();
    for (place, from, next) in [
        ("04-altay", "2023", "2024"),
        ("10-kareliya/kemskiy", "2023", "2024"),
        ("38-irkutskaya/zhigalovskiy", "2023", "2024"),
        ("38-irkutskaya/ziminskoe", "2024", "2025"),
        ("70-tomskaya/pervomayskiy", "2022-2023", "2023-2024"),
        ("70-tomskaya/pervomayskiy", "2023", "2024"),
    ] {
        let order = Order::Plan {
            place: place.to_owned(),
            year: next.to_owned(),
            from: some(from),
        };
        let mut content = Content::real();
        let done = made(&content, &order);
        put(&mut content, &done);
        let errors = content.errors();
        assert!(
            !errors.is_empty(),
            "a copied plan cannot appear by accident"
        );
        assert!(
            errors.iter().all(|(_, error)| error.code.id == "П104"),
            "{errors:#?}"
        );
        let text = String::from_utf8(done.changes[0].after.clone()).expect("UTF-8");
        let live: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        for fact in [
            "remark",
            "as_printed",
            "pairing",
            "status",
            "proof",
            "fact =",
            "moved_to",
            "approval_stamp",
            "preamble",
        ] {
            assert!(
                !live.iter().any(|line| line.contains(fact)),
                "{place}: {fact}"
            );
        }
        assert!(text.contains("approved_by = \"\""));
        // Filled by hand, it is a plan with the same measures.
        let old = content.portal();
        let path = &done.changes[0].path;
        let document = old
            .territory(&shnor_portal::desk::place::address(place).expect("an address"))
            .expect("there")
            .plans[0]
            .approved_by
            .as_ref()
            .map(|reference| reference.to.to_string())
            .expect("approved");
        let whole = text
            .replace(
                "approved_by = \"\"",
                &format!("approved_by = \"{document}\""),
            )
            .replace("title = \"\"\n", "title = \"План\"\n")
            .replace("deadline = \"\"\n", "deadline = \"апрель\"\n");
        content.put(path, whole);
        assert!(content.errors().is_empty(), "{:#?}", content.errors());
        let portal = content.portal();
        let plans = &portal
            .territory(&shnor_portal::desk::place::address(place).expect("an address"))
            .expect("there")
            .plans;
        let words = |id: &str| -> Vec<(String, String, Option<String>)> {
            let plan = plans
                .iter()
                .find(|plan| plan.id.as_str() == id)
                .expect("there");
            plan.events()
                .map(|event| {
                    let who = event
                        .responsible
                        .as_ref()
                        .map(|cell| cell.value.verbatim.clone());
                    (event.id.to_string(), event.title.value.clone(), who)
                })
                .collect()
        };
        assert_eq!(words(from), words(next));
    }
    drop(content);
}

#[test]
fn statuses_and_comments_of_the_old_plan_do_not_pass_for_those_of_the_new() {
    let mut content = Content::written(SAMPLE);
    content.change(
        "38-irkutskaya/bratskiy/plans/2023.toml",
        "deadline = \"апрель 2023 года\"\n",
        "# так в приказе\ndeadline = \"апрель\"   # без года\nplain = \"Сделать первое.\"\nstatus = \"выполнено\"\nstatus_date = 2023-04-28\nfact = \"Готово\"\nremark = \"Моё\"\n[[event.proof]]\ntitle = \"Приказ\"\n",
    );
    let order = Order::Plan {
        place: PLACE.to_owned(),
        year: "2024".to_owned(),
        from: some("2023"),
    };
    let text = String::from_utf8(made(&content, &order).changes[0].after.clone()).expect("UTF-8");
    assert!(text.contains("# комментарий из плана 2023: так в приказе\n# комментарий из плана 2023: без года\ndeadline = \"апрель\"\n"), "{text}");
    assert!(text.contains("plain = \"Сделать первое.\"\n"));
    assert!(
        text.contains("# в плане 2023: deadline = \"май 2023 года\"\ndeadline = \"\"\n"),
        "{text}"
    );
    assert_eq!(text.matches("# проверьте по новому приказу").count(), 2);
    for fact in ["выполнено", "2023-04-28", "Готово", "Моё", "proof"] {
        assert!(!text.contains(fact), "{fact}: {text}");
    }
}

#[test]
fn what_cannot_be_made_is_said_with_what_to_type_instead() {
    let content = Content::written(SAMPLE);
    let municipality = |address: &str| Order::Municipality {
        address: address.to_owned(),
        name: None,
        region_name: None,
    };
    let plan = |place: &str, year: &str, from: Option<&str>| Order::Plan {
        place: place.to_owned(),
        year: year.to_owned(),
        from: from.map(str::to_owned),
    };
    let news = |title: &str, id: Option<&str>| Order::News {
        place: PLACE.to_owned(),
        title: title.to_owned(),
        day: date(2026, 11, 22),
        id: id.map(str::to_owned),
    };
    for (order, says) in [
        (municipality("../x"), "не адрес"),
        (municipality("/etc/x"), "не адрес"),
        (municipality("38-irkutskaya/../../x"), "не адрес"),
        (municipality("C:\\x"), "не адрес"),
        (
            municipality("Иркутская область/Ангарский район"),
            "подойдёт 38-irkutskaya/angarskiy",
        ),
        (
            municipality("irkutskaya/x"),
            "возможно, вы имели в виду его",
        ),
        (municipality("38-irkutsk/x"), "38-irkutskaya"),
        (municipality("moskva/x"), "номера субъекта"),
        (municipality("38-irkutskaya"), "муниципалитету нужен и свой"),
        (municipality(PLACE), "уже есть"),
        (
            plan("38-irkutskaya/angarskiy", "2026", None),
            "portal new municipality 38-irkutskaya/angarskiy",
        ),
        (
            plan("Братскй район", "2026", None),
            "возможно, вы имели в виду 38-irkutskaya/bratskiy",
        ),
        (plan(PLACE, "2023", None), "уже есть"),
        (plan(PLACE, "26", None), "возможно, 2026"),
        (plan(PLACE, "2025-26", None), "возможно, 2025-2026"),
        (plan(PLACE, "потом", None), "пишите 2026"),
        (plan(PLACE, "../2026", None), "пишите 2026"),
        (
            plan(PLACE, "2026", Some("2022")),
            "возможно, вы имели в виду 2023",
        ),
        (plan(PLACE, "2026", Some("2026")), "один и тот же"),
        (
            plan("38-irkutskaya", "2026", Some("2025")),
            "ещё нет планов",
        ),
        (news("***", None), "--id"),
        (news("Новость", Some("../../x")), "не годится для адреса"),
        (news("Новость", Some("Моя новость")), "--id moya-novost"),
    ] {
        let why = make(&content.sources(), &order).expect_err("nothing is made");
        assert!(why.contains(says), "{order:?}: {why}");
    }
}
