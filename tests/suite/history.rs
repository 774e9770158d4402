//! «Что изменилось»: a year of commits to the real content, and what the portal tells of each.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use shnor_portal::build::history::{ENDINGS, told};
use shnor_portal::build::{self, Extras};
use shnor_portal::export::changes::entries;
use shnor_portal::export::tables::changes::{CHANGES, by_place};
use shnor_portal::files::git;
use shnor_portal::model::history::{History, State, Subject};
use shnor_portal::model::id::{EventRef, TerritoryPath};

use shnor_portal::site::Site;

use crate::harness::{Built, Content, edition, theme};

const PLACE: &str = "38-irkutskaya/zhigalovskiy";
const PLAN: &str = "38-irkutskaya/zhigalovskiy/plans/2023.toml";

/// Content in a repository whose commits have fixed days and names.
struct Story {
    folder: tempfile::TempDir,
    content: Content,
    written: BTreeMap<String, Vec<u8>>,
    day: i32,
}

impl Story {
    /// A repository whose content lies in a folder with a space and Russian letters.
    fn new(content: Content) -> Story {
        let story = Story {
            folder: tempfile::tempdir().expect("a temporary folder"),
            content,
            written: BTreeMap::new(),
            day: 0,
        };
        story.git(&["init", "--quiet", "--initial-branch=main"]);
        story
    }

    fn root(&self) -> std::path::PathBuf {
        self.folder.path().join("сайт района/content")
    }

    fn git(&self, arguments: &[&str]) -> String {
        let date = format!(
            "2023-{:02}-{:02}T23:30:00 +0800",
            self.day / 28 + 1,
            self.day % 28 + 1
        );
        let output = Command::new("git")
            .args([
                "-c",
                "commit.gpgsign=false",
                "-c",
                "core.autocrlf=false",
                "-c",
                "protocol.file.allow=always",
            ])
            .args(arguments)
            .current_dir(self.folder.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("GIT_AUTHOR_NAME", "Редактор")
            .env("GIT_AUTHOR_EMAIL", "editor@example.ru")
            .env("GIT_COMMITTER_NAME", "Редактор")
            .env("GIT_COMMITTER_EMAIL", "editor@example.ru")
            .env("GIT_AUTHOR_DATE", &date)
            .env("GIT_COMMITTER_DATE", &date)
            .output()
            .expect("git is on every machine that builds");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "git {arguments:?}: {said}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Writes the content as it is now.
    fn write(&mut self) {
        let root = self.root();
        let sources = self.content.sources();
        let now: BTreeMap<String, Vec<u8>> = sources
            .iter()
            .map(|(_, file)| (file.path.clone(), file.bytes().into_owned()))
            .collect();
        for path in self.written.keys().filter(|path| !now.contains_key(*path)) {
            fs::remove_file(root.join(path)).expect("removed");
        }
        for (path, bytes) in &now {
            if self.written.get(path) != Some(bytes) {
                let target = root.join(path);
                fs::create_dir_all(target.parent().expect("a folder")).expect("made");
                fs::write(target, bytes).expect("written");
            }
        }
        self.written = now;
    }

    /// A commit of the content as it is now, a day after the last one.
    fn commit(&mut self) -> &mut Story {
        self.write();
        self.day += 1;
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "-m", "Правка"]);
        self
    }

    /// A commit of one edit.
    fn edit(&mut self, path: &str, from: &str, to: &str) -> &mut Story {
        self.content.change(path, from, to);
        self.commit()
    }

    fn history(&self) -> History {
        told(&git::past(&self.root(), ENDINGS))
    }

    /// What the last commit is told as: «subject: words», a line a thing.
    fn last(&self) -> Vec<String> {
        let head = self.git(&["rev-parse", "HEAD"]);
        let history = self.history();
        assert_eq!(history.state, State::Known);
        let changes = history.changes().iter();
        changes
            .filter(|change| change.commit == head.trim())
            .map(|change| {
                let subject = match change.subject.id() {
                    id if id.is_empty() => change.subject.code().to_owned(),
                    id => id,
                };
                format!("{subject}: {}", change.words())
            })
            .collect()
    }

    /// Edits, commits and says what is told.
    fn says(&mut self, path: &str, from: &str, to: &str, expected: &[&str]) {
        self.edit(path, from, to);
        assert_eq!(self.last(), expected);
    }

    /// Commits and says what is told.
    fn tells(&mut self, expected: &[&str]) {
        self.commit();
        assert_eq!(self.last(), expected);
    }
}

/// The real content of one district and what the portal shares, committed once.
fn begun() -> Story {
    let mut story = Story::new(Content::around(&format!("{PLACE}/plans/2023.toml")));
    story.commit();
    story
}

#[test]
fn the_first_commit_is_one_sentence_a_place() {
    let mut story = Story::new(Content::real());
    story.commit();
    let last = story.last();
    assert_eq!(
        last[0],
        "portal: портал открыт: 4 региона, 4 муниципалитета, 6 планов, 141 мероприятие, 9 документов, 26 практик, 5 новостей, 15 вопросов родителей, 25 школ"
    );
    assert_eq!(last.len(), 9, "{last:#?}");
    assert!(last.contains(&"territory: страницы открыты: 1 план, 30 мероприятий, 2 документа, 10 практик, 1 новость, 7 школ".to_owned()), "{last:#?}");
}

#[test]
fn cells_of_an_event() {
    let mut story = begun();
    let mut says = |from: &str, to: &str, expected: &str| {
        let id = "2023/m02: ";
        let expected: Vec<String> = match expected {
            "" => Vec::new(),
            words => vec![format!("{id}{words}")],
        };
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        story.says(
            PLAN,
            &format!("id = \"m02\"{}", from),
            &format!("id = \"m02\"{}", to),
            &expected,
        );
    };
    let event = |deadline: &str, responsible: &str, indicator: &str, rest: &str| {
        format!(
            "\nnumber = \"2.\"\ntitle = \"Определение кураторов ШНОР для оказания методической помощи\"\nplain = \"Выбрать кураторов, чтобы они помогали советами школам, которым нужна поддержка.\"\ndeadline = \"{deadline}\"\nresponsible = \"{responsible}\"\nindicator = \"{indicator}\"{rest}"
        )
    };
    let who = "Муниципальный координатор Нетесова Л.В.";
    let april = event("апрель 2023 года", who, "100% ШНОР назначены кураторы", "");
    let may = event("май 2023 года", who, "100% ШНОР назначены кураторы", "");
    says(&april, &may, "срок перенесён с апреля на май");
    says(&may, &april, "срок сдвинут раньше: с мая на апрель");
    let less = event("апрель 2023 года", who, "75% ШНОР назначены кураторы", "");
    says(&april, &less, "показатель снижен со 100 % до 75 %");
    says(&less, &april, "показатель повышен с 75 % до 100 %");
    let both = event("в течение года", who, "Не менее 5 собеседований", "");
    says(
        &april,
        &both,
        "срок изменён: было «апрель 2023 года», стало «в течение года»; показатель переписан: было «100% ШНОР назначены кураторы», стало «Не менее 5 собеседований»",
    );
    let fewer = event("в течение года", who, "Не менее 3 собеседований", "");
    says(&both, &fewer, "показатель снижен с 5 до 3 собеседований");
    let other = event(
        "в течение года",
        "Калиненко О.В.",
        "Не менее 3 собеседований",
        "",
    );
    says(
        &fewer,
        &other,
        "ответственный изменён: было «Муниципальный координатор Нетесова Л.В.», стало «Калиненко О.В.»",
    );
    let status = |rest: &str| {
        event(
            "в течение года",
            "Калиненко О.В.",
            "Не менее 3 собеседований",
            rest,
        )
    };
    let done = status(
        "\nstatus = \"выполнено\"\nstatus_date = 2023-05-10\nfact = \"назначены 4 куратора\"",
    );
    says(
        &other,
        &done,
        "отмечено: выполнено 10 мая 2023 года — «назначены 4 куратора»",
    );
    let proof = |title: &str| {
        format!(
            "\n[[section.event.proof]]\ntitle = \"{title}\"\nlink = \"https://example.ru/p.pdf\""
        )
    };
    let proven = format!("{done}{}", proof("Протокол № 2"));
    says(&done, &proven, "добавлено подтверждение: «Протокол № 2»");
    says(&proven, &done, "подтверждение убрано: «Протокол № 2»");
    says(&done, &other, "статус снят: было «выполнено»");
    let cancelled = status("\nstatus = \"отменено\"\nstatus_date = 2023-05-12");
    says(&other, &cancelled, "отменено 12 мая 2023 года");
    let moved = status(
        "\nstatus = \"перенесено\"\nstatus_date = 2023-05-12\nmoved_to = \"октябрь 2023 года\"",
    );
    says(&cancelled, &moved, "перенесено на октябрь 2023 года");
    let remark = status("\nremark = \"Срок в документе не указан.\"");
    says(
        &moved,
        &remark,
        "статус снят: было «перенесено»; указано примечание портала: «Срок в документе не указан.»",
    );
}

#[test]
fn titles_slips_and_formatting() {
    let mut story = begun();
    story.says(
        PLAN,
        "Определение кураторов ШНОР для",
        "Опредиление кураторов ШНОР для",
        &["2023/m02: формулировка: исправлено написание, было «Определение кураторов ШНОР для оказания методической помощи», стало «Опредиление кураторов ШНОР для оказания методической помощи»"],
    );
    story.says(
        PLAN,
        "Опредиление кураторов ШНОР для оказания методической помощи",
        "Назначение кураторов ШНОР",
        &["2023/m02: формулировка изменена: было «Опредиление кураторов ШНОР для оказания методической помощи», стало «Назначение кураторов ШНОР»"],
    );
    let text = story.content.text(PLAN);
    story.content.put(PLAN, text.replace('\n', "\r\n"));
    story.tells(&[]);
    story
        .content
        .put(PLAN, format!("# Новое пояснение\n\n{text}"));
    story.tells(&[]);
    let line = "deadline = \"апрель 2023 года\"\nresponsible = \"Муниципальный координатор Нетесова Л.В.\"\nindicator = \"Сформирована муниципальная рабочая группа\"\n";
    let turned = "indicator   = \"Сформирована  муниципальная рабочая группа\"\nresponsible = \"Муниципальный координатор Нетесова Л.В.\"\ndeadline = \"апрель 2023 года\"\n";
    story.says(PLAN, line, turned, &[]);
}

#[test]
fn events_come_go_and_move() {
    let mut story = begun();
    let new = "[[section.event]]\nid = \"m31\"\nnumber = \"12.\"\ntitle = \"Встреча с родителями\"\ndeadline = \"май 2023 года\"\n\n";
    let second = "[[section]]\ntitle = \"Методическое сопровождение\"";
    let third = "[[section]]\ntitle = \"Информационно-аналитическое обеспечение\"";
    story.says(
        PLAN,
        second,
        &format!("{new}{second}"),
        &["2023/m31: мероприятие добавлено"],
    );
    story.content.change(PLAN, new, "");
    story.content.change(PLAN, third, &format!("{new}{third}"));
    story.tells(&["2023/m31: перенесено из раздела «Организационные мероприятия, направленные на оказание адресной помощи школам с низкими образовательными результатами и функционирующих в неблагоприятных условиях» в раздел «Методическое сопровождение»"]);
    story.says(
        PLAN,
        "number = \"12.\"\ntitle = \"Встреча",
        "number = \"13.\"\ntitle = \"Встреча",
        &["2023/m31: номер изменён: было 12, стало 13"],
    );
    story.content.change(PLAN, &new.replace("12.", "13."), "");
    story.tells(&["2023/m31: мероприятие убрано из плана"]);
    story.says(
        PLAN,
        "title = \"Методическое сопровождение\"",
        "title = \"Помощь педагогам\"",
        &["2023: раздел переименован: было «Методическое сопровождение», стало «Помощь педагогам»"],
    );
    let place = TerritoryPath::parse(PLACE).expect("a path");
    let event = EventRef::parse("2023/m31").expect("an event");
    let revision = story.history().revision(&place, &event);
    assert_eq!(revision.sequence, 3);
    assert_eq!(
        revision.modified.expect("known").to_string(),
        "2023-01-06T15:30:00Z"
    );
}

#[test]
fn plans_are_opened_moved_and_reworded() {
    let mut story = begun();
    let text = story.content.text(PLAN);
    let next = format!("{PLACE}/plans/2024.toml");
    story.content.put(&next, text.replace("2023", "2024"));
    story.tells(&["2024: план опубликован: 30 мероприятий"]);
    story.content.remove(&next);
    story.tells(&["2024: план убран с портала"]);
    story.content.remove(PLAN);
    let school = format!("{PLACE}/plans/2023-2024.toml");
    story.content.put(
        &school,
        text.replace("period = \"2023\"", "period = \"2023-2024\""),
    );
    story.commit();
    let last = story.last();
    assert!(
        last[0].starts_with(
            "2023-2024: период плана изменён: было «2023 год», стало «2023–2024 учебный год»"
        ),
        "{last:#?}"
    );
    assert!(
        last[0].contains("адрес страницы изменён: было «2023», стало «2023-2024»"),
        "{last:#?}"
    );
    assert!(
        !last
            .iter()
            .any(|line| line.contains("добавлено") || line.contains("убрано")),
        "{last:#?}"
    );
}

#[test]
fn a_broken_version_is_passed_over() {
    let mut story = begun();
    let good = story.content.text(PLAN);
    story
        .content
        .put(PLAN, good.replace("апрель 2023 года", "апрель 2023 года\n"));
    story.tells(&[]);
    story.content.put(
        PLAN,
        good.replacen(
            "deadline = \"май 2023 года\"",
            "deadline = \"июнь 2023 года\"",
            1,
        ),
    );
    story.tells(&["2023/m10: срок перенесён с мая на июнь"]);
    // Back to the broken version, of which nothing can be told, and from it to the first good one.
    story.git(&["revert", "--no-edit", "HEAD"]);
    assert_eq!(story.last(), [""; 0]);
    story.git(&["revert", "--no-edit", "HEAD~2"]);
    assert_eq!(
        story.last(),
        ["2023/m10: срок сдвинут раньше: с июня на май"]
    );
}

#[test]
fn records_of_a_territory() {
    let mut story = begun();
    let file = |tail: &str| format!("{PLACE}/{tail}");
    let news = file("news/2023-05-12-sobranie.md");
    story.content.put(&news, "+++\ndate = 2023-05-12\ntitle = \"Прошло собрание\"\nsummary = \"Родители задали вопросы.\"\n+++\nПришли двадцать человек.\n");
    story.tells(&["2023-05-12-sobranie: новость опубликована"]);
    story.says(
        &news,
        "двадцать",
        "тридцать",
        &["2023-05-12-sobranie: новость исправлена: текст новости изменён"],
    );
    story.content.remove(&news);
    story.tells(&["2023-05-12-sobranie: новость убрана"]);
    story.says(
        &file("schools.toml"),
        "id = \"zhigalovskaya-sosh-1\"\nname = \"Жигаловская СОШ №1\"\nlevel = \"СОШ\"\ncontact_persons = [\"vlasova-mv\"]\nsource = \"план, мероприятие 1 раздела «Методическое сопровождение», мероприятие 3 того же раздела\"\n\n[[school.category]]\nyear = \"2023\"\ncategory = \"участник плана\"",
        "id = \"zhigalovskaya-sosh-1\"\nname = \"Жигаловская СОШ №1\"\nlevel = \"СОШ\"\ncontact_persons = [\"vlasova-mv\"]\nsource = \"план, мероприятие 1 раздела «Методическое сопровождение», мероприятие 3 того же раздела\"\n\n[[school.category]]\nyear = \"2023\"\ncategory = \"ШНОР\"",
        &["zhigalovskaya-sosh-1: категория на 2023 год изменена: было «участник плана», стало «ШНОР»"],
    );
    story.says(
        &file("working-group.toml"),
        "[[member]]\nname = \"Калиненко О.В.\"",
        "[[member]]\nname = \"Петрова М.А.\"\npost = \"директор школы\"\nrole = \"член группы\"\n\n[[member]]\nname = \"Калиненко О.В.\"",
        &["working-group: в рабочую группу добавлен участник: «Петрова М.А., директор школы»"],
    );
    story.says(
        &file("people.toml"),
        "title = \"начальник управления образования\"",
        "title = \"руководитель управления образования\"",
        &["bogatova-yul: добавлена должность: «руководитель управления образования»; должность убрана: «начальник управления образования»"],
    );
    story.says(
        &file("municipality.toml"),
        "coordinator = \"netesova-lv\"",
        "coordinator = \"bogatova-yul\"",
        &["territory: координатор изменён: было «Нетесова Л.В.», стало «Богатова Ю.Л.»"],
    );
    let note = file("sections/monitoring.md");
    story.content.put(&note, "+++\nempty_reason = \"Мониторинг пройдёт осенью\"\nstated_by = \"управление образования\"\nstated_on = 2023-05-12\n+++\n");
    story.tells(&["monitoring: указано, почему раздел пуст: «Мониторинг пройдёт осенью»"]);
    story
        .content
        .put(&note, "+++\n+++\nМониторинг прошёл в октябре.\n");
    story.commit();
    assert_eq!(
        story.last()[0].split(';').next(),
        Some("monitoring: раздел заполнен: добавлен текст")
    );
    story
        .content
        .remove(&file("practices/sistema-nastavnichestva.md"));
    story.tells(&["sistema-nastavnichestva: практика убрана"]);
}

#[test]
fn a_territory_that_moves_keeps_its_past() {
    let mut story = begun();
    story.edit(
        PLAN,
        "deadline = \"май 2023 года\"",
        "deadline = \"июнь 2023 года\"",
    );
    let old: Vec<String> = story
        .written
        .keys()
        .filter(|path| path.starts_with(PLACE))
        .cloned()
        .collect();
    for path in old {
        let bytes = story.content.bytes(&path);
        story.content.remove(&path);
        story
            .content
            .put(&path.replace("zhigalovskiy", "zhigalovo"), bytes);
    }
    story.tells(&["territory: адрес страницы изменён: было «38-irkutskaya/zhigalovskiy», стало «38-irkutskaya/zhigalovo»"]);
    let place = TerritoryPath::parse("38-irkutskaya/zhigalovo").expect("a path");
    let event = Subject::Event(EventRef::parse("2023/m10").expect("an event"));
    let history = story.history();
    let words: Vec<String> = history
        .of(Some(&place), &event)
        .map(|change| change.words())
        .collect();
    assert_eq!(words, ["срок перенесён с мая на июнь"]);
}

#[test]
fn joined_lines_of_work_are_told_once() {
    let mut story = begun();
    story.git(&["checkout", "--quiet", "-b", "side"]);
    story.edit(
        PLAN,
        "deadline = \"май 2023 года\"",
        "deadline = \"июнь 2023 года\"",
    );
    let side = story.content.text(PLAN);
    story.git(&["checkout", "--quiet", "main"]);
    story.written.insert(PLAN.to_owned(), Vec::new());
    story.content.put(
        PLAN,
        side.replace(
            "deadline = \"июнь 2023 года\"",
            "deadline = \"май 2023 года\"",
        ),
    );
    story.edit(
        PLAN,
        "100% ШНОР назначены кураторы",
        "75% ШНОР назначены кураторы",
    );
    story.git(&["merge", "--quiet", "--no-edit", "side"]);
    assert_eq!(story.last(), [""; 0]);
    let history = story.history();
    let told: Vec<String> = history
        .changes()
        .iter()
        .filter(|change| matches!(change.subject, Subject::Event(_)))
        .map(|change| change.words())
        .collect();
    assert_eq!(told.len(), 2, "{told:#?}");
}

#[test]
fn without_git_or_with_a_part_of_it_the_reason_is_told() {
    let empty = tempfile::tempdir().expect("a temporary folder");
    let reason = |folder: &Path| told(&git::past(folder, ENDINGS)).state;
    assert_eq!(
        reason(empty.path()),
        State::Unknown("папка с содержимым лежит не в хранилище git".to_owned())
    );
    let mut story = Story::new(Content::around(PLAN));
    story.write();
    let uncommitted = "файлы содержимого ещё ни разу не сохраняли в хранилище git";
    assert_eq!(
        reason(&story.root()),
        State::Unknown(uncommitted.to_owned())
    );
    story.commit();
    story.edit(
        PLAN,
        "deadline = \"май 2023 года\"",
        "deadline = \"июнь 2023 года\"",
    );
    let clone = empty.path().join("clone");
    let from = format!("file://{}", story.folder.path().display());
    let to = clone.display().to_string();
    story.git(&["clone", "--quiet", "--depth=1", &from, &to]);
    let history = told(&git::past(&clone.join("сайт района/content"), ENDINGS));
    assert!(
        matches!(history.state, State::Shallow(_)),
        "{:?}",
        history.state
    );
    assert!(history.changes().is_empty());
}

/// The site of the content with a history.
fn site(content: &Content, history: History) -> Built {
    let extras = Extras {
        history,
        ..Extras::default()
    };
    let sources = content.sources();
    Built(build::build_with(&sources, &theme(), &edition(), &extras, &|_, _| {}).expect("renders"))
}

#[test]
fn pages_tell_the_history() {
    let mut story = begun();
    story.content.change(
        "portal.toml",
        "# commit_url = \"https://github.com/owner/name/commit/{commit}\"",
        "commit_url = \"https://git.example.ru/o/r/commit/{commit}\"",
    );
    story.edit(
        PLAN,
        "deadline = \"май 2023 года\"",
        "deadline = \"июнь 2023 года\"",
    );
    let head = story.git(&["rev-parse", "HEAD"]);
    let site = site(&story.content, story.history());
    let moved = "Срок перенесён с мая на июнь";
    for page in [
        "izmeneniya/index.html".to_owned(),
        format!("{PLACE}/izmeneniya/index.html"),
        format!("{PLACE}/index.html"),
        format!("{PLACE}/plan/2023/m10/index.html"),
    ] {
        let words = site.words(&page);
        assert!(words.contains(moved), "{page}: {words}");
        assert!(words.contains("3 января 2023 г."), "{page}: {words}");
        let commit = format!("https://git.example.ru/o/r/commit/{}", head.trim());
        assert!(site.text(&page).contains(&commit), "{page}");
    }
    let all = site.text("izmeneniya/index.html");
    assert!(
        all.contains("href=\"../38-irkutskaya/zhigalovskiy/plan/2023/m10/\""),
        "{all}"
    );
    let other = site.words(&format!("{PLACE}/plan/2023/m11/index.html"));
    let since = "Не менялось с тех пор, как появилось на портале 2 января 2023 г.";
    assert!(other.contains(since), "{other}");
}

#[test]
fn without_a_history_the_page_says_why() {
    let content = Content::around(PLAN);
    let unread = site(&content, History::default()).words("izmeneniya/index.html");
    assert!(unread.contains("история правок не читалась"), "{unread}");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let history = told(&git::past(folder.path(), ENDINGS));
    let unknown = site(&content, history).words(&format!("{PLACE}/izmeneniya/index.html"));
    let reason =
        "Что менялось, портал сказать не может: папка с содержимым лежит не в хранилище git.";
    assert!(unknown.contains(reason), "{unknown}");
}

#[test]
fn rows_and_entries_say_what_the_pages_say() {
    let mut story = begun();
    story.edit(
        PLAN,
        "deadline = \"май 2023 года\"",
        "deadline = \"июнь 2023 года\"",
    );
    let mut portal = story.content.portal();
    portal.history = story.history().into();
    let site = Site::new(&portal);
    let tables = by_place(&portal);
    let place = TerritoryPath::parse(PLACE).expect("a path");
    let row = tables[&Some(&place)].last().expect("a row");
    let told: Vec<String> = row.iter().map(ToString::to_string).collect();
    let column = |name: &str| {
        let at = CHANGES
            .columns
            .iter()
            .position(|column| column.name == name);
        told[at.expect(name)].as_str()
    };
    assert_eq!(
        [
            "day",
            "time",
            "territory",
            "kind",
            "subject",
            "field",
            "before",
            "after",
            "words"
        ]
        .map(column),
        [
            "2023-01-03",
            "2023-01-03T15:30:00Z",
            PLACE,
            "event",
            &format!("{PLACE}/2023/m10"),
            "deadline",
            "май 2023 года",
            "июнь 2023 года",
            "срок перенесён с мая на июнь",
        ]
    );
    let place = TerritoryPath::parse(PLACE).expect("a path");
    let told = entries(&portal, &site, Some(&place), 50);
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(
        told[0]
            .title
            .starts_with("Срок перенесён с мая на июнь: Разработка ШНОР"),
        "{told:#?}"
    );
    assert_eq!(told[0].place.as_deref(), Some("Жигаловский район"));
    let all = entries(&portal, &site, None, 1);
    assert_eq!(all.len(), 1);
}
