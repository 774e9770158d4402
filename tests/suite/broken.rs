//! Mistakes of editors, each in the real content: one message, at the right line, with a remedy, and nothing published.

use crate::harness::Content;

/// A mistake: file, what is replaced by what, and the one message expected: code, words on the line it points to, and words
/// of the message or its help.
struct Case {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    code: &'static str,
    line: &'static str,
    says: &'static [&'static str],
}

const PLAN: &str = "38-irkutskaya/zhigalovskiy/plans/2023.toml";
const NEWS: &str = "70-tomskaya/pervomayskiy/news/2023-04-11-prikaz-76-o.md";
const ORDER: &str = "38-irkutskaya/zhigalovskiy/documents/114-od.toml";
const SEARCH: &str = "search.toml";
const PLACE: &str = "38-irkutskaya/zhigalovskiy/municipality.toml";

const CASES: &[Case] = &[
    Case {
        file: PLAN,
        from: "deadline = \"май 2023 года\"\n",
        to: "",
        code: "П102",
        line: "[[section.event]]",
        says: &["не указано поле «deadline»", "срок"],
    },
    Case {
        file: PLAN,
        from: "indicator = \"100% ШНОР назначены кураторы\"",
        to: "indicater = \"100% ШНОР назначены кураторы\"",
        code: "П101",
        line: "indicater",
        says: &["нет поля «indicater»", "indicator"],
    },
    Case {
        file: PLAN,
        from: "id = \"m02\"",
        to: "id = \"m01\"",
        code: "П201",
        line: "id = \"m01\"",
        says: &["m01"],
    },
    Case {
        file: PLAN,
        from: "period = \"2023\"",
        to: "period = \"прошлый год\"",
        code: "П108",
        line: "period",
        says: &["период", "2022-2023"],
    },
    Case {
        file: PLAN,
        from: "approved_by = \"114-od\"",
        to: "approved_by = \"114-ud\"",
        code: "П203",
        line: "approved_by",
        says: &["114-od"],
    },
    Case {
        file: PLAN,
        from: "title = \"Определение кураторов ШНОР для оказания методической помощи\"",
        to: "title = \"Определение кураторов ШНОР для оказания методической помощи",
        code: "П005",
        line: "Определение кураторов",
        says: &["кавычк"],
    },
    Case {
        file: PLAN,
        from: "title = \"Определение кураторов ШНОР для оказания методической помощи\"",
        to: "title = \"\"",
        code: "П104",
        line: "title = \"\"",
        says: &["пуст"],
    },
    Case {
        file: PLAN,
        from: "id = \"m03\"",
        to: "id = \"M03 мероприятие\"",
        code: "П106",
        line: "M03",
        says: &["латинскими"],
    },
    Case {
        file: PLAN,
        from: "holds = \"deadline\"",
        to: "holds = \"deadlin\"",
        code: "П105",
        line: "deadlin",
        says: &["deadline"],
    },
    Case {
        file: PLAN,
        from: "indicator = \"100% ШНОР назначены кураторы\"",
        to: "indicator = \"100% ШНОР назначены кураторы\"\nstatus = \"сделано\"",
        code: "П105",
        line: "сделано",
        says: &["выполнено"],
    },
    Case {
        file: ORDER,
        from: "date = 2023-03-30",
        to: "date = 2023-02-31",
        code: "П107",
        line: "2023-02-31",
        says: &["28"],
    },
    Case {
        file: ORDER,
        from: "date = 2023-03-30",
        to: "date = 30.03.2023",
        code: "П107",
        line: "30.03.2023",
        says: &["2023-03-30"],
    },
    Case {
        file: ORDER,
        from: "text_known = true",
        to: "text_known = да",
        code: "П005",
        line: "да",
        says: &["true"],
    },
    Case {
        file: PLACE,
        from: "coordinator = \"netesova-lv\"",
        to: "coordinator = \"netesova-vl\"",
        code: "П203",
        line: "netesova-vl",
        says: &["netesova-lv"],
    },
    Case {
        file: PLACE,
        from: "kind = \"район\"",
        to: "<<<<<<< HEAD\nkind = \"район\"\n=======\nkind = \"округ\"\n>>>>>>> правка",
        code: "П002",
        line: "<<<<<<<",
        says: &["вариант"],
    },
    Case {
        file: PLACE,
        from: "kind = \"район\"",
        to: "kind = “район”",
        code: "П004",
        line: "“район”",
        says: &["кавычк"],
    },
    Case {
        file: PLACE,
        from: "kind = ",
        to: "kind\u{a0}= ",
        code: "П003",
        line: "kind",
        says: &["невидим"],
    },
    Case {
        file: NEWS,
        from: "](/70-tomskaya/pervomayskiy/plan/2023/",
        to: "](/70-tomskaya/pervomayskiy/plan/2032/",
        code: "П301",
        line: "2032",
        says: &["plan/2023"],
    },
    Case {
        file: NEWS,
        from: "date = 2023-04-11",
        to: "data = 2023-04-11",
        code: "П101",
        line: "data",
        says: &["date"],
    },
    Case {
        file: "questions/01-chto-takoe-shnor.md",
        from: "Все три слова",
        to: "<b>Все</b> три слова ![](foto.png)",
        code: "П304",
        line: "<b>",
        says: &["HTML"],
    },
    Case {
        file: "questions/02-plokhaya-li-shkola-zakroyut-li.md",
        from: "+++\n",
        to: "",
        code: "П006",
        line: "",
        says: &["+++"],
    },
    Case {
        file: SEARCH,
        from: "words = [\"педагог\",",
        to: "word = [\"педагог\",",
        code: "П101",
        line: "word = ",
        says: &["группы слов", "words"],
    },
    Case {
        file: SEARCH,
        from: "documents = [\"профессионального выгорания\", \"профессиональное выгорание\", \"эмоциональное выгорание\"]",
        to: "documents = []",
        code: "П104",
        line: "documents = []",
        says: &["список", "слова документов"],
    },
    Case {
        file: SEARCH,
        from: "\"лет\"]",
        to: "\"лет назад\"]",
        code: "П503",
        line: "лет назад",
        says: &["не одно слово", "[[same]]"],
    },
];

#[test]
fn each_mistake_has_its_message_at_its_line() {
    let mut wrong = Vec::new();
    for case in CASES {
        let mut content = Content::real();
        content.change(case.file, case.from, case.to);
        let errors: Vec<_> = content
            .errors()
            .into_iter()
            // The one case with two mistakes in a line is about the first of them.
            .filter(|(_, problem)| problem.code.id == case.code || case.code != "П304")
            .collect();
        let lines: Vec<String> = content.text(case.file).lines().map(str::to_owned).collect();
        let found: Vec<String> = errors
            .iter()
            .map(|(place, problem)| format!("{place} {} {}", problem.code.id, problem.message))
            .collect();
        let about = format!("{} «{}» → «{}»: {found:#?}", case.file, case.from, case.to);
        let [(place, problem), ..] = &errors[..] else {
            wrong.push(about);
            continue;
        };
        let said = format!(
            "{} {} {} {:?}",
            problem.message,
            problem.label,
            problem.help.join(" "),
            problem.patch
        );
        let number: usize = place
            .rsplit(':')
            .nth(1)
            .and_then(|n| n.parse().ok())
            .unwrap_or(0);
        let line = lines.get(number.wrapping_sub(1)).map_or("", String::as_str);
        let few = errors.len() == 1 || case.code == "П304";
        let right = few
            && problem.code.id == case.code
            && place.starts_with(&format!("content/{}", case.file))
            && line.contains(case.line)
            && case.says.iter().all(|words| said.contains(words));
        if !right {
            wrong.push(format!("{about}\n  line {number}: {line}\n  said: {said}"));
        }
        assert!(
            content.build().0.artifacts.is_none(),
            "nothing is published: {about}"
        );
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        CASES.len(),
        wrong.join("\n\n")
    );
}

#[test]
fn twenty_mistakes_in_many_files_are_reported_in_one_run() {
    let mut content = Content::real();
    let mut expected = Vec::new();
    let mut touched: Vec<(&str, &str)> = Vec::new();
    for case in CASES {
        // Two cases about the same words cannot both be made; nor can one that hides the others of its file.
        let hides = matches!(case.code, "П001" | "П006");
        if hides
            || touched.contains(&(case.file, case.from))
            || !content.text(case.file).contains(case.from)
        {
            continue;
        }
        touched.push((case.file, case.from));
        content.change(case.file, case.from, case.to);
        expected.push(case.code);
    }
    let codes: Vec<&str> = content
        .errors()
        .iter()
        .map(|(_, problem)| problem.code.id)
        .collect();
    let silent: Vec<_> = expected
        .iter()
        .filter(|code| !codes.contains(code))
        .collect();
    assert!(
        silent.is_empty(),
        "not reported together: {silent:?}; reported: {codes:?}"
    );
    assert!(codes.len() >= expected.len(), "{codes:?}");
}

#[test]
fn a_file_in_another_encoding_names_itself() {
    let mut content = Content::real();
    let text = content.text(PLACE);
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(&text);
    content.put(PLACE, bytes.into_owned());
    let errors = content.errors();
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert_eq!(errors[0].1.code.id, "П001");
    assert!(errors[0].0.starts_with(&format!("content/{PLACE}:1")));
    assert!(
        errors[0].1.message.contains("1251"),
        "{}",
        errors[0].1.message
    );
}

#[test]
fn a_missing_main_file_is_one_message() {
    let mut content = Content::real();
    content.remove(PLACE);
    let errors = content.errors();
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert!(errors[0].1.message.contains("municipality.toml"));
}

#[test]
fn the_real_content_has_no_error() {
    let errors = Content::real().errors();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// Mistakes that concern a whole file or folder are one message each, however much hangs on the file.
#[test]
fn a_missing_or_empty_file_is_one_message() {
    let region = "38-irkutskaya/region.toml";
    let cases: [(&str, Option<&str>, &str); 5] = [
        (region, None, "region.toml"),
        (PLAN, Some(""), "файл пуст"),
        ("portal.toml", None, "portal.toml"),
        (NEWS, Some(""), "файл пуст"),
        ("zametki.txt", Some("x"), "zametki.txt"),
    ];
    for (path, text, says) in cases {
        let mut content = Content::real();
        match text {
            Some(text) => content.put(path, text),
            None => content.remove(path),
        };
        let errors = content.errors();
        assert_eq!(errors.len(), 1, "{path}: {errors:#?}");
        assert!(
            errors[0].1.message.contains(says),
            "{path}: {}",
            errors[0].1.message
        );
    }
    let nothing = Content::written("").errors();
    assert_eq!(nothing.len(), 1, "{nothing:#?}");
}

/// What was judged once stays judged: a new warning on the real content is a fault of the rule or of the content.
#[test]
fn the_real_content_has_the_known_oddities_of_the_documents_and_no_other_warning() {
    let mut counts = std::collections::BTreeMap::new();
    for (_, problem) in Content::real().problems() {
        *counts.entry(problem.code.id).or_insert(0) += 1;
    }
    let known = [
        ("П109", 2),
        ("П402", 4),
        ("П404", 1),
        ("П406", 1),
        ("П407", 1),
        ("П408", 1),
        ("П409", 2),
        ("П410", 2),
        ("П411", 1),
        ("П412", 2),
        ("П416", 1),
    ];
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), known);
}
