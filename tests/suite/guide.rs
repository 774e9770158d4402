//! The editor's guide: a person who does what it says, and nothing else, gets a district with a plan and news.

use shnor_portal::diag::{codes, show};

use crate::harness::Content;
use shnor_portal::desk::word::export;
use shnor_portal::import::read::paper;
use shnor_portal::import::understand::understand;
use shnor_portal::import::write::{self, TerritoryPath, Wishes};

const GUIDE: &str = "pages/redaktor.md";
const PLAN: &str = "99-primer/lesnoy/plans/2026.toml";

/// The files that the guide tells to create: path in the content folder and text.
fn files(guide: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for part in guide.split("\nФайл `content/").skip(1) {
        let (path, rest) = part.split_once('`').expect("the path ends");
        let block = rest.split("```").nth(1).expect("a block follows the path");
        let (_, text) = block.split_once('\n').expect("a language and the text");
        files.push((path.to_owned(), text.to_owned()));
    }
    files
}

/// The fenced block that follows these words of the guide.
fn block_after<'a>(guide: &'a str, words: &str) -> &'a str {
    let (_, rest) = guide.split_once(words).expect("the guide has these words");
    let block = rest.split("```").nth(1).expect("a block follows");
    block.split_once('\n').expect("a language and the text").1
}

/// The portal's content with everything that the guide adds.
fn followed() -> (Content, String) {
    let mut content = Content::real();
    let guide = content.text(GUIDE);
    for (path, text) in files(&guide) {
        content.put(&path, text);
    }
    (content, guide)
}

#[test]
fn who_follows_the_guide_gets_a_district_with_a_plan_and_news() {
    let (content, guide) = followed();
    let made: Vec<String> = files(&guide).into_iter().map(|(path, _)| path).collect();
    for end in [
        "region.toml",
        "municipality.toml",
        "plans/2026.toml",
        ".md",
        "documents/12-od.toml",
    ] {
        assert!(
            made.iter().any(|path| path.ends_with(end)),
            "{end}: {made:?}"
        );
    }
    let problems: Vec<_> = content
        .problems()
        .into_iter()
        .filter(|(place, _)| place.contains("99-primer") || place.contains(GUIDE))
        // The example is older than the day of the tests: its news are stale by then.
        .filter(|(_, problem)| problem.code != codes::STALE_NEWS)
        .collect();
    assert!(problems.is_empty(), "{problems:#?}");
    let site = content.build();
    let plan = site.words("99-primer/lesnoy/plan/2026/index.html");
    assert!(
        plan.contains("Родительские собрания в девятых классах"),
        "{plan}"
    );
    let news = site.words("99-primer/lesnoy/novosti/2026-04-20-sobranie/index.html");
    assert!(news.contains("Собрание прошло 20 апреля"), "{news}");
}

#[test]
fn a_status_written_as_the_guide_says_is_shown_with_its_proof() {
    let (mut content, guide) = followed();
    let status = block_after(&guide, "## Отметить, что сделано");
    let plain = "перед экзаменом.\"\n";
    content.change(PLAN, plain, &format!("{plain}{status}"));
    let errors = content.errors();
    assert!(errors.is_empty(), "{errors:#?}");
    let page = content
        .build()
        .words("99-primer/lesnoy/plan/2026/m01/index.html");
    for words in ["Выполнено", "пришли 42 родителя", "Протокол собрания"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[test]
fn the_plan_of_the_guide_goes_to_word_and_back_as_the_guide_says() {
    let (content, guide) = followed();
    let word = export(&content.sources(), "99-primer/lesnoy", "2026").expect("a document");
    let understood = understand(&paper("prikaz.docx", &word.bytes).expect("is read"));
    let mut content = content;
    content.remove(PLAN);
    let place = TerritoryPath::parse("99-primer/lesnoy");
    let wishes = Wishes {
        place: place.as_ref(),
        file: "prikaz.docx",
        period: None,
        title: None,
    };
    let written = write::write(&understood, &wishes, &content.sources());
    let report = write::report(&understood, &written, "content");
    let told = block_after(&guide, "скажет, что прочла");
    for line in told.lines() {
        assert!(
            report.contains(line.trim_end()),
            "«{line}» is not said:\n{report}"
        );
    }
    content.put(PLAN, written.files[0].text.clone());
    let errors = content.errors();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn the_message_in_the_guide_is_the_one_of_the_program() {
    let (mut content, guide) = followed();
    content.change(PLAN, "deadline = \"апрель", "dedline = \"апрель");
    let sources = content.sources();
    let errors: Vec<_> = content.errors().into_iter().map(|(_, one)| one).collect();
    let drawn = show::text(&errors, &sources, false);
    let told = block_after(&guide, "В каждом сообщении четыре части");
    let lines = |text: &str| -> Vec<String> {
        text.lines()
            .map(|line| line.trim_end().to_owned())
            .filter(|line| !line.is_empty())
            .collect()
    };
    let drawn = lines(&drawn);
    for line in lines(told) {
        assert!(
            drawn.contains(&line),
            "«{line}» is not said:\n{}",
            drawn.join("\n")
        );
    }
}
