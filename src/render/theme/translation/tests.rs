use super::{script, template};
use crate::text::language::{Words, read, russian};

fn english(phrases: &[(&str, &str)]) -> Words {
    let months =
        "[\"m\", \"m\", \"m\", \"m\", \"m\", \"m\", \"m\", \"m\", \"m\", \"m\", \"m\", \"m\"]";
    let mut file = format!(
        "name = \"English\"\nlocale = \"en_GB\"\ntypography = \"english\"\nplural = \"one-other\"\n[dates]\nday = \"{{day}}\"\nmonths = {months}\n[phrases]\n"
    );
    for (russian, text) in phrases {
        file.push_str(&format!("'{russian}' = '{text}'\n"));
    }
    read("en", &file).expect("a good file")
}

/// Phrases that were met, with their lines.
fn phrases(source: &str) -> Vec<(String, usize)> {
    let (_, found) = template(source, &russian());
    found
        .into_iter()
        .map(|found| (found.phrase, found.line))
        .collect()
}

#[test]
fn a_sentence_is_one_phrase_whatever_stands_in_it() {
    let source = "<p>По данным\n на {{ day }}: <a href=\"{{ a }}\">план</a>, {{ <ui.x y={z} /> }}.</p>\n<p>Ещё</p>";
    let expected = [
        ("По данным на {1}: <1>план</1>, {2}.".to_owned(), 1),
        ("Ещё".to_owned(), 3),
    ];
    assert_eq!(phrases(source), expected);
}

#[test]
fn a_language_puts_the_places_in_its_own_order() {
    let words = english(&[("Из {1} сделано <1>{2}</1>", "<1>{2}</1> of {1} done")]);
    let (text, found) = template(
        "<p> Из {{ all }} сделано <b class=\"x\">{{ done }}</b></p>",
        &words,
    );
    assert_eq!(
        text,
        "<p> <b class=\"x\">{{ done }}</b> of {{ all }} done</p>"
    );
    assert!(found[0].translated);
}

#[test]
fn statements_and_blocks_and_whole_elements_part_phrases() {
    let source = "<li><a href=\"x\">{{ a }}</a> <span>практика</span>{% if b %} с датой{% else %}, без даты{% endif %}<br>Всё</li>";
    let said: Vec<String> = phrases(source)
        .into_iter()
        .map(|(phrase, _)| phrase)
        .collect();
    assert_eq!(said, ["практика", "с датой", ", без даты", "Всё"]);
}

#[test]
fn a_tag_whose_end_stands_elsewhere_parts_phrases_too() {
    let source = "<a{% if x %} class=\"да\"{% endif %}>Предыдущее {% if y %}из{% endif %}</a>";
    let said: Vec<String> = phrases(source)
        .into_iter()
        .map(|(phrase, _)| phrase)
        .collect();
    assert_eq!(said, ["Предыдущее", "из"]);
}

#[test]
fn attributes_and_texts_in_code_are_words_too() {
    let words = english(&[
        ("Разделы: {1}", "Sections: {1}"),
        ("везде", "every\"where"),
        ("Пусто", "Nothing"),
    ]);
    let source = "<nav aria-label=\"Разделы: {{ a }}\" data-x=\"Разделы\">{{ b or \"везде\" }}{{ <ui.empty reason=\"Пусто\" /> }}{% if c == \"да\" %}{% set d = 'Пусто' %}{% endif %}</nav>";
    let (text, _) = template(source, &words);
    let expected = "<nav aria-label=\"Sections: {{ a }}\" data-x=\"Разделы\">{{ b or `every\"where` }}{{ <ui.empty reason=\"Nothing\" /> }}{% if c == \"да\" %}{% set d = \"Nothing\" %}{% endif %}</nav>";
    // The straight quote is curled by the typography of English only where it pairs.
    assert_eq!(text, expected);
}

#[test]
fn pages_say_their_language_and_documents_theirs() {
    let source = "<html lang=\"ru\"><meta property=\"og:locale\" content=\"ru_RU\"><div class=\"verbatim x\"></div><p class=\"verbatim-not\">";
    let (text, _) = template(source, &english(&[]));
    assert_eq!(
        text,
        "<html lang=\"en\"><meta property=\"og:locale\" content=\"en_GB\"><div lang=\"ru\" class=\"verbatim x\"></div><p class=\"verbatim-not\">"
    );
    assert_eq!(template(source, &russian()).0, source);
}

#[test]
fn russian_words_are_set_and_the_rest_is_left() {
    let source = "{# в школе #}<p title=\"в школе\" class=\"в школе\">\n  в школе <b>- это</b> {{ \"и дом\" }}\n</p><script>'в школе'</script>";
    let (text, _) = template(source, &russian());
    assert_eq!(
        text.replace('\u{a0}', "~"),
        "{# в школе #}<p title=\"в~школе\" class=\"в школе\"> в~школе~<b>— это</b> {{ \"и~дом\" }}\n</p><script>'в школе'</script>"
    );
}

#[test]
fn a_phrase_without_a_translation_stays_russian_and_is_told() {
    let (text, found) = template("<p>\n\nСрок</p>", &english(&[]));
    assert_eq!(text, "<p> Срок</p>");
    assert_eq!((found[0].line, found[0].translated), (3, false));
}

#[test]
fn scripts_say_sentences_and_keep_data() {
    let words = english(&[
        ("Нашлось {1}{2}.", "{2} found: {1}."),
        ("Убрать", "Don\"t"),
        ("Да", "It is"),
    ]);
    let source = "// Да\nconst a = /[\"'Да]/.test('да') ? `Нашлось ${f({ b: 1 })}${c}.` : ' Убрать' + \"Да\";\nconst d = a / 2, e = 'Нет';\n";
    let (text, found) = script(source, &words);
    assert_eq!(
        text,
        "// Да\nconst a = /[\"'Да]/.test('да') ? `${c} found: ${f({ b: 1 })}.` : ' Don\"t' + \"It is\";\nconst d = a / 2, e = 'Нет';\n"
    );
    let missing: Vec<_> = found
        .iter()
        .filter(|found| !found.translated)
        .map(|found| (found.phrase.as_str(), found.line))
        .collect();
    assert_eq!(missing, [("Нет", 3)]);
}
