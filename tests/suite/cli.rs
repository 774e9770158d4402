//! The program as people start it: exit codes, where words go, what is left on disk.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn portal(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_portal"))
        .current_dir(folder)
        .args(arguments)
        .env_remove("SOURCE_DATE_EPOCH")
        .env_remove("GITHUB_WORKSPACE")
        .env_remove("GITHUB_STEP_SUMMARY")
        .output()
        .expect("the program starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn copy_of_content() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for entry in walkdir::WalkDir::new("content")
        .into_iter()
        .filter_map(Result::ok)
    {
        let target = folder.path().join(entry.path());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("made");
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
    folder
}

#[test]
fn a_build_writes_the_site_and_says_so_in_a_few_lines() {
    let folder = copy_of_content();
    let output = portal(folder.path(), &["build", "--date", "2026-11-22"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let words = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        words.contains("141 мероприятие") && words.contains("страниц"),
        "{words}"
    );
    assert!(words.lines().count() <= 5, "{words}");
    assert!(
        folder
            .path()
            .join("public/38-irkutskaya/zhigalovskiy/plan/2023/index.html")
            .is_file()
    );
}

#[test]
fn what_stands_already_is_not_built_again() {
    let folder = copy_of_content();
    let build = |more: &[&str]| {
        let arguments = [&["build", "--date", "2026-11-22"][..], more].concat();
        let output = portal(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let nothing = |words: &str| words.contains("Ничего не изменилось");
    let memo = folder.path().join(".portal-memo");
    assert!(!nothing(&build(&["--no-memo"])) && !memo.exists());
    assert!(!nothing(&build(&[])));
    let again = build(&[]);
    assert!(
        nothing(&again) && again.contains("141 мероприятие"),
        "{again}"
    );
    assert!(
        !nothing(&build(&["--no-cards"])),
        "another site is asked for"
    );
    assert!(!nothing(&build(&[])) && nothing(&build(&[])));

    // Files that were only fetched anew, as in CI, are as they were.
    let path = folder.path().join("content/glossary.toml");
    let text = fs::read_to_string(&path).expect("readable");
    fs::write(&path, &text).expect("written");
    assert!(nothing(&build(&[])));
    fs::write(&path, text.replacen("ШНОР", "ШНОРР", 1)).expect("written");
    assert!(!nothing(&build(&[])) && nothing(&build(&[])));

    let page = folder.path().join("public/index.html");
    let html = fs::read(&page).expect("built");
    fs::write(&page, "spoilt").expect("written");
    assert!(!nothing(&build(&[])));
    assert_eq!(fs::read(&page).expect("there"), html);

    for entry in fs::read_dir(&memo)
        .expect("a folder")
        .filter_map(Result::ok)
    {
        fs::write(entry.path(), "damaged").expect("written");
    }
    assert!(!nothing(&build(&[])) && nothing(&build(&[])));
}

#[test]
fn a_table_tells_what_each_stage_cost_and_parts_may_be_left_out() {
    let folder = copy_of_content();
    let public = folder.path().join("public");
    let whole = ["build", "--date", "2026-11-22", "--timings"];
    let output = portal(folder.path(), &whole);
    let table = said(&output);
    for stage in [
        "Этап",
        "Чтение",
        "Разбор",
        "Проверки",
        "Страницы",
        "Поиск",
        "Всего",
    ] {
        assert!(
            table.lines().any(|line| line.starts_with(stage)),
            "{stage}: {table}"
        );
    }
    let has = |path: &str| public.join(path).exists();
    let parts = ["kalendar.ics", "novosti/lenta.xml", "dannye/v1/events.json"];
    assert!(parts.into_iter().all(has));
    let without = ["--without", "search,data,calendars,feeds,cards,history"];
    let output = portal(folder.path(), &[&whole[..], &without].concat());
    assert_eq!(output.status.code(), Some(0));
    assert!(
        said(&output).contains("такой сайт не публикуют"),
        "{}",
        said(&output)
    );
    assert!(!parts.into_iter().any(has) && has("index.html"));
}

#[test]
fn mending_shows_its_lines_and_a_rehearsal_writes_nothing() {
    let folder = copy_of_content();
    let path = folder
        .path()
        .join("content/38-irkutskaya/zhigalovskiy/municipality.toml");
    let sound = fs::read_to_string(&path).expect("content is UTF-8");
    let spoilt = sound.replace("kind = \"район\"", "kind: “район”");
    let bytes = encoding_rs::WINDOWS_1251.encode(&spoilt).0.into_owned();
    fs::write(&path, &bytes).expect("written");
    let day = ["--date", "2026-11-22"];

    let told = portal(folder.path(), &[&["check"][..], &day].concat());
    assert_eq!(told.status.code(), Some(1));
    assert!(
        said(&told).contains("1 проблему можно исправить командой portal check --fix"),
        "{}",
        said(&told)
    );

    let shown = portal(
        folder.path(),
        &[&["check", "--fix", "--dry-run"][..], &day].concat(),
    );
    let words = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert_eq!(shown.status.code(), Some(0), "{words}{}", said(&shown));
    for part in [
        "municipality.toml",
        "перекодирован в UTF-8, был в Windows-1251",
        "5 - kind: “район”",
        "5 + kind = \"район\"",
        "Файлы не тронуты",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert_eq!(fs::read(&path).expect("still there"), bytes);

    let mended = portal(folder.path(), &[&["check", "--fix"][..], &day].concat());
    assert_eq!(mended.status.code(), Some(0));
    assert!(
        said(&mended).contains("осталось: ошибок нет"),
        "{}",
        said(&mended)
    );
    assert_eq!(fs::read_to_string(&path).expect("UTF-8 again"), sound);
    let again = portal(folder.path(), &[&["check", "--fix"][..], &day].concat());
    assert!(String::from_utf8_lossy(&again.stdout).contains("Исправлять нечего"));
}

#[test]
fn broken_content_is_exit_code_1_and_leaves_the_last_site_whole() {
    let folder = copy_of_content();
    portal(folder.path(), &["build", "--date", "2026-11-22"]);
    let before = fs::read(folder.path().join("public/index.html")).expect("built");
    let broken = folder.path().join("content/glossary.toml");
    let text = fs::read_to_string(&broken).expect("readable");
    fs::write(&broken, text.replacen("[[term]]", "[[term]", 1)).expect("written");
    let output = portal(folder.path(), &["build", "--date", "2026-11-22"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("content/glossary.toml:"),
        "{}",
        said(&output)
    );
    assert!(output.stdout.is_empty(), "problems go to standard error");
    assert_eq!(
        fs::read(folder.path().join("public/index.html")).expect("kept"),
        before
    );
    assert_eq!(portal(folder.path(), &["check"]).status.code(), Some(1));
}

#[test]
fn usage_and_environment_are_exit_code_2() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for arguments in [
        &["buld"][..],
        &["build", "--dat", "x"],
        &["build", "--date", "завтра"],
        &["build"],
        &["check"],
        &[],
    ] {
        let output = portal(folder.path(), arguments);
        assert_eq!(
            output.status.code(),
            Some(2),
            "{arguments:?}: {}",
            said(&output)
        );
        assert!(!said(&output).is_empty() || arguments.is_empty());
    }
    let typo = said(&portal(folder.path(), &["buld"]));
    assert!(typo.contains("возможно, вы имели в виду «build»"), "{typo}");
}

#[test]
fn a_folder_of_somebody_else_is_not_touched() {
    let folder = copy_of_content();
    let home = folder.path().join("home");
    fs::create_dir(&home).expect("made");
    fs::write(home.join("diploma.doc"), "x").expect("written");
    let output = portal(folder.path(), &["build", "--out", "home"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("чужие файлы"), "{}", said(&output));
    assert_eq!(fs::read_dir(&home).expect("there").count(), 1);
}

#[test]
fn reports_for_programs_go_to_standard_output() {
    let folder = copy_of_content();
    let broken = folder.path().join("content/glossary.toml");
    let text = fs::read_to_string(&broken).expect("readable");
    fs::write(&broken, text.replacen("group = ", "grup = ", 1)).expect("written");
    let github = portal(folder.path(), &["check", "--format", "github"]);
    let annotations = String::from_utf8_lossy(&github.stdout).into_owned();
    assert_eq!(github.status.code(), Some(1));
    assert!(
        annotations.starts_with("::error file=content/glossary.toml,line="),
        "{annotations}"
    );
    let json = portal(folder.path(), &["check", "--format", "json"]);
    let problems: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    let first = problems
        .as_array()
        .expect("a list")
        .iter()
        .find(|p| p["severity"] == "error")
        .expect("an error");
    assert_eq!(first["code"], "П101");
    assert!(first["line"].is_u64() && first["help"].is_array());
}

#[test]
fn github_gets_paths_from_the_root_of_the_repository_and_a_summary() {
    let folder = copy_of_content();
    let root = folder.path().parent().expect("it lies somewhere");
    let broken = folder.path().join("content/glossary.toml");
    let text = fs::read_to_string(&broken).expect("readable");
    fs::write(&broken, text.replacen("group = ", "grup = ", 1)).expect("written");
    let summary = folder.path().join("summary.md");
    let output = Command::new(env!("CARGO_BIN_EXE_portal"))
        .current_dir(folder.path())
        .args(["check", "--format", "github"])
        .env("GITHUB_WORKSPACE", root)
        .env("GITHUB_STEP_SUMMARY", &summary)
        .env("GITHUB_SERVER_URL", "https://github.com")
        .env("GITHUB_REPOSITORY", "rayon/portal")
        .env("GITHUB_SHA", "0123abc")
        .output()
        .expect("the program starts");
    let name = folder.path().file_name().expect("a name").to_string_lossy();
    let annotations = String::from_utf8_lossy(&output.stdout).into_owned();
    let start = format!("::error file={name}/content/glossary.toml,line=");
    assert!(annotations.starts_with(&start), "{annotations}");
    let page = fs::read_to_string(&summary).expect("written");
    assert!(
        page.contains(&format!("### {name}/content/glossary.toml")),
        "{page}"
    );
    assert!(page.contains("| **П101** ошибка |"), "{page}");
    let link = "](https://github.com/rayon/portal/blob/0123abc/";
    assert!(page.contains(link), "{page}");
}

#[test]
fn warnings_stop_only_those_who_want_it() {
    let folder = copy_of_content();
    let code = |arguments: &[&str]| portal(folder.path(), arguments).status.code();
    assert_eq!(code(&["check", "--date", "2026-11-22"]), Some(0));
    assert_eq!(
        code(&["check", "--strict", "--date", "2026-11-22"]),
        Some(1)
    );
}

#[test]
fn codes_are_explained() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let words = |arguments: &[&str]| {
        let output = portal(folder.path(), arguments);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        (output.status.code(), text, said(&output))
    };
    for typed in ["П102", "п102", "P102", "102"] {
        let (code, text, _) = words(&["explain", typed]);
        assert_eq!(code, Some(0), "{typed}");
        assert!(text.starts_with("П102: нет обязательного поля"), "{text}");
    }
    let (_, several, _) = words(&["explain", "П102", "П406"]);
    assert!(several.contains("\nП406: цель не задана"), "{several}");
    let (code, list, _) = words(&["explain"]);
    assert!(
        code == Some(0) && list.contains("Поля и значения\n  П101  "),
        "{list}"
    );
    let (code, _, why) = words(&["explain", "П10"]);
    assert_eq!(code, Some(2));
    assert!(why.contains("возможно, вы имели в виду «П10"), "{why}");
    let (code, _, why) = words(&["explain", "всё"]);
    assert!(code == Some(2) && why.contains("portal explain"), "{why}");
}

#[test]
fn the_same_input_gives_the_same_bytes_in_another_folder() {
    let (one, two) = (copy_of_content(), copy_of_content());
    for folder in [&one, &two] {
        portal(
            folder.path(),
            &[
                "build",
                "--date",
                "2026-11-22",
                "--base-url",
                "https://example.ru/portal/",
            ],
        );
    }
    let files = |folder: &tempfile::TempDir| {
        let root = folder.path().join("public");
        let mut files: Vec<_> = walkdir::WalkDir::new(&root)
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| {
                let name = entry.path().strip_prefix(&root).expect("inside").to_owned();
                (name, fs::read(entry.path()).expect("readable"))
            })
            .collect();
        files.sort();
        files
    };
    assert!(files(&one) == files(&two));
}

#[test]
fn a_warning_switched_off_with_a_reason_is_counted_and_not_shown() {
    let folder = copy_of_content();
    let check = || portal(folder.path(), &["check", "--date", "2026-11-22"]);
    let before = said(&check());
    assert!(before.contains("[П402]"), "{before}");
    let settings = folder.path().join("content/portal.toml");
    let mut text = fs::read_to_string(&settings).expect("readable");
    text.push_str(
        "\n[[disabled_check]]\ncode = \"П402\"\nreason = \"Планы утверждали позже начала работ\"\n",
    );
    fs::write(&settings, text).expect("written");
    let output = check();
    let after = said(&output);
    assert_eq!(output.status.code(), Some(0), "{after}");
    assert!(
        !after.contains("[П402]")
            && after.contains("Не показано по решению портала")
            && after.contains("4 предупреждения"),
        "{after}"
    );
}

#[test]
fn an_editor_makes_a_municipality_with_a_plan_and_is_told_what_is_next() {
    let folder = copy_of_content();
    let new = |arguments: &[&str]| {
        let output = portal(folder.path(), &[&["new"], arguments].concat());
        let words = String::from_utf8_lossy(&output.stdout).into_owned();
        (output.status.code(), words, said(&output))
    };
    let (code, words, _) = new(&[
        "municipality",
        "39-kaliningradskaya/gusevskiy",
        "--name",
        "Гусевский район",
        "--region-name",
        "Калининградская область",
    ]);
    assert_eq!(code, Some(0));
    for told in [
        "Создан файл content/39-kaliningradskaya/gusevskiy/municipality.toml",
        "Создан файл content/39-kaliningradskaya/region.toml",
        "portal check",
    ] {
        assert!(words.contains(told), "{words}");
    }
    // The names were told and their cases are certain: nothing is left to fill.
    let check = portal(folder.path(), &["check", "--date", "2026-11-22"]);
    assert_eq!(check.status.code(), Some(0), "{}", said(&check));

    assert_eq!(new(&["plan", "Гусевский район", "2026"]).0, Some(0));
    let check = portal(folder.path(), &["check", "--date", "2026-11-22"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(
        said(&check).contains("поле «deadline» (срок) пустое"),
        "{}",
        said(&check)
    );
    let (code, _, why) = new(&["plan", "Гусевский район", "2026"]);
    assert_eq!(code, Some(2));
    assert!(why.contains("уже есть"), "{why}");
    let (code, _, why) = new(&["plan", "Гусевский", "2026", "--from", "2025"]);
    assert_eq!(code, Some(2), "{why}");
    for bare in [
        &["plan"][..],
        &[],
        &["school"],
        &["municipality"],
        &["plan", "zhigalovskiy"],
    ] {
        let (code, _, why) = new(bare);
        assert_eq!(code, Some(2));
        assert!(why.contains("portal new"), "{bare:?}: {why}");
    }
    let outside = folder.path().join("x");
    assert_eq!(new(&["municipality", "../x"]).0, Some(2));
    assert!(!outside.exists());
}

#[test]
fn statuses_go_out_as_a_table_and_come_back() {
    let folder = copy_of_content();
    let status = |arguments: &[&str]| {
        let all = [&["status"], arguments, &["--date", "2026-11-22"]].concat();
        let output = portal(folder.path(), &all);
        let words = String::from_utf8_lossy(&output.stdout).into_owned();
        (output.status.code(), words, said(&output))
    };
    let plan = folder
        .path()
        .join("content/38-irkutskaya/zhigalovskiy/plans/2023.toml");
    let before = fs::read_to_string(&plan).expect("readable");
    let chosen = ["--rayon", "Жигаловский район", "--year", "2023"];
    let (code, words, _) = status(&[&["--out", "status.csv"][..], &chosen].concat());
    assert_eq!(code, Some(0));
    assert!(words.contains("30 мероприятий"), "{words}");
    let (code, words, _) = status(&["--apply", "status.csv"]);
    assert_eq!(code, Some(0));
    assert!(words.contains("Изменений нет"), "{words}");

    let table = folder.path().join("status.csv");
    let csv = fs::read_to_string(&table).expect("readable");
    let told = |word: &str| {
        let row = format!(
            "апрель 2023 года\";\"Муниципальный координатор Нетесова Л.В.\";\"{word}\";\"28.04.2023\""
        );
        csv.replace(
            "апрель 2023 года\";\"Муниципальный координатор Нетесова Л.В.\";\"\";\"\"",
            &row,
        )
    };
    fs::write(&table, told("сделано")).expect("written");
    let (code, _, why) = status(&["--apply", "status.csv"]);
    assert_eq!(code, Some(1));
    assert!(
        why.contains("возможно, вы имели в виду «выполнено»"),
        "{why}"
    );
    assert!(why.contains("ничего не изменено"), "{why}");

    fs::write(&table, told("выполнено")).expect("written");
    let (code, words, _) = status(&["--apply", "status.csv", "--dry-run"]);
    assert_eq!(code, Some(0));
    assert!(words.contains("+status = \"выполнено\"") && words.contains("Ничего не записано"));
    assert_eq!(fs::read_to_string(&plan).expect("readable"), before);
    // A table with statuses that the plans do not have is not written over.
    let (code, _, why) = status(&[&["--out", "status.csv"][..], &chosen].concat());
    assert_eq!(code, Some(2));
    assert!(why.contains("уже есть"), "{why}");

    let (code, words, _) = status(&["--apply", "status.csv"]);
    assert_eq!(code, Some(0));
    assert!(
        words.contains("Обновлено 2 мероприятия в 1 файле"),
        "{words}"
    );
    let after = fs::read_to_string(&plan).expect("readable");
    let kept: Vec<&str> = after
        .lines()
        .filter(|line| !line.starts_with("status"))
        .collect();
    assert_eq!(kept, before.lines().collect::<Vec<_>>());
    assert_eq!(
        status(&[&["--out", "status.csv"][..], &chosen].concat()).0,
        Some(0)
    );

    // A change that the rules of the portal refuse is not made.
    let link = "Адрес;План;Код;Подтверждение;Подтверждение: ссылка\n38-irkutskaya/zhigalovskiy;2023;m01;Приказ;/net-takoy/\n";
    fs::write(&table, link).expect("written");
    let (code, _, why) = status(&["--apply", "status.csv"]);
    assert_eq!(code, Some(1));
    assert!(
        why.contains("П301") && why.contains("ничего не изменено"),
        "{why}"
    );
    assert_eq!(fs::read_to_string(&plan).expect("readable"), after);
}

#[test]
fn a_plan_is_given_out_as_a_document_and_no_file_is_lost() {
    let folder = copy_of_content();
    let path = folder.path();
    let run = |arguments: &[&str]| portal(path, &[&["export", "plan"], arguments].concat());
    let plan = ["Жигаловский район", "2023"];
    let output = run(&plan);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        told.contains("30 мероприятий") && told.contains("plan-zhigalovskiy-2023.docx"),
        "{told}"
    );
    let file = path.join("plan-zhigalovskiy-2023.docx");
    let bytes = fs::read(&file).expect("a document");
    assert_eq!(run(&plan).status.code(), Some(0), "the same once more");

    fs::write(&file, "чужое").expect("written");
    let refused = run(&plan);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("уже есть") && said(&refused).contains("--replace"));
    assert_eq!(fs::read(&file).expect("kept"), "чужое".as_bytes());
    let replaced = run(&[&plan[..], &["--replace"]].concat());
    assert_eq!(replaced.status.code(), Some(0), "{}", said(&replaced));
    assert_eq!(fs::read(&file).expect("replaced"), bytes);

    let streamed = run(&[&plan[..], &["--docx", "-"]].concat());
    assert_eq!(streamed.stdout, bytes);
    fs::create_dir(path.join("out")).expect("made");
    assert_eq!(
        run(&[&plan[..], &["--docx", "out"]].concat()).status.code(),
        Some(0)
    );
    assert!(path.join("out/plan-zhigalovskiy-2023.docx").is_file());

    for (arguments, words) in [
        (
            &["Жигаловский район", "2023", "--docx", "нет/план.docx"][..],
            "нет папки нет",
        ),
        (
            &["Жигаловский район", "2023", "--docx", "план.doc"],
            "--docx план.docx",
        ),
        (
            &["Жигаловский район", "2030"],
            "плана «2030» нет; есть: 2023",
        ),
        (&["Жигаловскй", "2023"], "Жигаловский район"),
        (&["Жигаловский район"], "не указан параметр <ГОД>"),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            said(&output).contains(words),
            "{arguments:?}: {}",
            said(&output)
        );
    }
}
