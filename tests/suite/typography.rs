//! Typography of the shipped texts: nothing is lost, and setting twice is setting once.

use shnor_portal::text::typography;

use crate::harness::{Content, edition};

/// Lines of all texts of the portal, ours and those of documents: rules must be safe on any of them.
fn lines() -> Vec<String> {
    let content = Content::real();
    let sources = content.sources();
    let texts = sources.iter().filter_map(|(_, file)| file.text());
    let lines = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
    lines.collect()
}

/// A text with its marks made alike: only letters, digits and their order remain.
fn bare(text: &str) -> String {
    let alike = text.replace("...", "…");
    let alike = alike.chars().filter_map(|c| match c {
        c if c.is_whitespace() => None,
        '«' | '»' | '„' | '“' | '”' => Some('"'),
        '—' | '–' | '−' => Some('-'),
        c => Some(c),
    });
    alike.collect::<String>().replace("--", "-")
}

#[test]
fn words_stay_and_setting_twice_is_setting_once() {
    for line in lines() {
        let once = typography::own(&line);
        assert_eq!(typography::own(&once), once, "of «{line}»");
        assert_eq!(bare(&once), bare(&line));
    }
}

#[test]
fn our_words_are_set_and_words_of_documents_are_not() {
    let site = Content::real().build_with(&edition());
    let home = site.text("index.html");
    assert!(
        home.contains("к\u{a0}какому сроку и\u{a0}кто"),
        "a sentence of the template"
    );
    let plan = site.text("38-irkutskaya/zhigalovskiy/plan/2023/index.html");
    let cells = plan.split("class=\"verbatim\">").skip(1);
    let cells: Vec<String> = cells
        .filter_map(|rest| {
            let end = ["</div>", "</span>"]
                .iter()
                .filter_map(|tag| rest.find(tag))
                .min();
            rest.get(..end?)
        })
        .map(without_tags)
        .collect();
    assert!(cells.iter().any(|cell| cell.contains(" в ")), "{cells:?}");
    // A document may have such spaces of its own; none is added.
    let printed = Content::real().text("38-irkutskaya/zhigalovskiy/plans/2023.toml");
    let spaces = |text: &str| text.matches('\u{a0}').count();
    let shown: usize = cells.iter().map(|cell| spaces(cell)).sum();
    assert!(shown <= spaces(&printed), "{cells:?}");
}

/// Text between tags: titles of abbreviations are our words.
fn without_tags(html: &str) -> String {
    let pieces = html.split('<').enumerate();
    let texts = pieces.map(|(at, piece)| match at {
        0 => piece,
        _ => piece.split_once('>').map_or("", |(_, text)| text),
    });
    texts.collect()
}

#[test]
fn sentences_of_markdown_are_set_and_quotations_are_not() {
    let content = Content::written(
        "--- portal.toml\ntitle = \"Портал \\\"Школа\\\"\"\ndescription = \"Проба.\"\n\
         --- pages/o-portale.md\n+++\ntitle = \"О портале\"\ndescription = \"Проба.\"\n+++\n\
         Слово \"*в* доме\" - это `a - \"b\"` и дом.\n\n> \"в доме\" - так\n",
    );
    let site = content.build();
    let page = site.text("o-portale/index.html").replace('\u{a0}', "~");
    assert!(page.contains("Портал «Школа»"), "{page}");
    assert!(
        page.contains("Слово «<em>в</em>~доме»~— это <code>a - &quot;b&quot;</code> и~дом."),
        "{page}"
    );
    assert!(page.contains("&quot;в доме&quot; - так"), "{page}");
}
