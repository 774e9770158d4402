//! Typography: quotes, dashes, spaces that must not break. Done on texts while pages are made, never in the source, and
//! never on words of documents, which stay as they were printed.
//!
//! Rules follow А. Э. Мильчин, Л. К. Чельцова, «Справочник издателя и автора» (quotes, dashes, what is not torn apart
//! at the end of a line) and ГОСТ 8.417 (a space between a number and its unit). Setting a text twice changes nothing
//! more, and no letter or digit is ever added, taken or moved.

mod dashes;
mod english;
mod guard;
mod marks;
mod quotes;
mod spaces;

pub use marks::{NBSP, OBJECT, SEAM};

use marks::ellipsis;

/// Whose rules a text follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Typography {
    /// «Ёлочки», dashes with spaces, short words kept with the next one.
    #[default]
    Russian,
    /// “Quotes”, ’ for apostrophes.
    English,
    /// Texts stay as written.
    AsWritten,
}

/// Names of the rules as files of languages write them.
const NAMES: &[(&str, Typography)] = &[
    ("russian", Typography::Russian),
    ("english", Typography::English),
    ("none", Typography::AsWritten),
];

impl Typography {
    /// The rules of this name: `russian`, `english`, `none`.
    pub fn named(name: &str) -> Option<Typography> {
        let found = NAMES.iter().find(|(known, _)| *known == name);
        found.map(|(_, typography)| *typography)
    }

    /// Sets a text. Paragraphs (parted by a blank line) are set one by one: a quote left open spoils only its own.
    pub fn set(self, text: &str) -> String {
        let paragraph: fn(&str) -> String = match self {
            Typography::Russian => russian,
            Typography::English => english::set,
            Typography::AsWritten => return text.to_owned(),
        };
        if !text.contains('\n') {
            return paragraph(text);
        }
        let set: Vec<String> = text.split("\n\n").map(paragraph).collect();
        set.join("\n\n")
    }

    /// Sets pieces of one text that tags stand between, as one text. A text that has [`SEAM`] itself is left alone.
    pub fn set_pieces(self, pieces: &[&str]) -> Vec<String> {
        if let [text] = pieces
            && !text.contains(SEAM)
        {
            return vec![self.set(text)];
        }
        let as_written = || pieces.iter().map(|piece| (*piece).to_owned()).collect();
        if pieces.iter().any(|piece| piece.contains(SEAM)) {
            return as_written();
        }
        let seam = SEAM.to_string();
        let set: Vec<String> = self
            .set(&pieces.join(&seam))
            .split(SEAM)
            .map(str::to_owned)
            .collect();
        match set.len() == pieces.len() {
            true => set,
            false => as_written(),
        }
    }
}

/// A text of our own by Russian rules: what editors and this program write, as opposed to words of documents.
pub fn own(text: &str) -> String {
    Typography::Russian.set(text)
}

/// One paragraph by Russian rules.
fn russian(text: &str) -> String {
    guard::outside_addresses(text, |text| {
        let text = ellipsis(text);
        let quoted = quotes::russian(&text);
        let mut letters: Vec<char> = quoted.unwrap_or(text).chars().collect();
        dashes::russian(&mut letters);
        spaces::spread(&mut letters);
        spaces::glue(&mut letters);
        // Russian letters take two bytes each.
        let mut set = String::with_capacity(letters.len() * 2);
        set.extend(letters);
        set
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written, and what is set; `~` is the space at which lines do not break.
    const RUSSIAN: &[(&str, &str)] = &[
        // Quotes.
        (r#"план "Точка роста""#, "план «Точка роста»"),
        ("план “Точка роста”", "план «Точка роста»"),
        (
            r#"проект «Школа «Восход» и дом»"#,
            "проект «Школа „Восход“ и~дом»",
        ),
        (r#"("школа")"#, "(«школа»)"),
        (r#""а "б" в""#, "«а~„б“ в»"),
        (r#"экран 5" и 7""#, r#"экран 5" и~7""#),
        ("«не закрыта", "«не~закрыта"),
        (r#"слово"слово"#, r#"слово"слово"#),
        // Short words.
        ("и в школе, о детях", "и~в~школе, о~детях"),
        ("(в школе)", "(в~школе)"),
        ("На уроке не был", "На~уроке не~был"),
        ("если бы он же, то ли да", "если~бы он~же, то~ли да"),
        ("в  школе", "в  школе"),
        // Numbers of acts and their parts.
        ("приказ № 114", "приказ №~114"),
        ("приказ №114-од", "приказ №~114-од"),
        ("§ 5 и §6", "§~5 и~§~6"),
        ("ст. 28, п. 3 ч. 1", "ст.~28, п.~3 ч.~1"),
        ("г. Зима, ул. Ленина, д. 5", "г.~Зима, ул.~Ленина, д.~5"),
        // Years, dates, units.
        ("30 апреля 2023 г. Зима была", "30~апреля 2023~г. Зима была"),
        ("2023-2024 гг.", "2023–2024~гг."),
        ("в 2024 году", "в~2024~году"),
        ("30% или 40 %", "30~% или 40~%"),
        ("100%-й охват", "100%-й охват"),
        ("10 тыс. рублей за 40 мин", "10~тыс. рублей за~40~мин"),
        ("2 300 муниципалитетов", "2~300 муниципалитетов"),
        ("5 школ", "5 школ"),
        // Initials.
        ("Л. В. Нетесова", "Л.~В.~Нетесова"),
        ("Л.В. Нетесова", "Л.В.~Нетесова"),
        ("Нетесова Л. В., Юшина О.А.", "Нетесова~Л.~В., Юшина~О.А."),
        // Dashes.
        ("ШНОР - это школы", "ШНОР~— это школы"),
        ("ШНОР – это, - сказал", "ШНОР~— это,~— сказал"),
        ("- пункт", "- пункт"),
        ("— Да", "— Да"),
        ("из-за 11-12 классов", "из-за 11–12 классов"),
        ("2023-04-30, 8-800-200", "2023-04-30, 8-800-200"),
        ("приказ № 5-12, тел. 2-15", "приказ №~5-12, тел.~2-15"),
        ("температура -5, (-3)", "температура −5, (−3)"),
        ("в 2023 — 114", "в~2023~— 114"),
        // Dots.
        ("и т. д...", "и~т.~д…"),
        ("ну.... вот", "ну.... вот"),
        // What is not words.
        (
            "в https://a.ru/x-1-2?q=\"a\" и a-1-2@b.ru",
            "в~https://a.ru/x-1-2?q=\"a\" и~a-1-2@b.ru",
        ),
        ("поле `a - b` в файле", "поле `a - b` в~файле"),
        ("в a/b - c.toml", "в~a/b~— c.toml"),
    ];

    #[test]
    fn russian_texts_are_set_by_the_rules() {
        for (written, expected) in RUSSIAN {
            let set = own(written).replace(NBSP, "~");
            assert_eq!(&set, expected, "of «{written}»");
        }
    }

    #[test]
    fn setting_twice_is_setting_once() {
        for (written, _) in RUSSIAN {
            let once = own(written);
            assert_eq!(own(&once), once, "of «{written}»");
        }
    }

    #[test]
    fn tags_between_words_change_nothing() {
        let pieces = |pieces: &[&str]| {
            let set = Typography::Russian.set_pieces(pieces);
            set.join("|").replace(NBSP, "~")
        };
        assert_eq!(
            pieces(&["смотрите в ", "плане", "."]),
            "смотрите в~|плане|."
        );
        assert_eq!(pieces(&["\"", "Школа", "\" и дом"]), "«|Школа|» и~дом");
        assert_eq!(pieces(&["слово ", "- это"]), "слово~|— это");
    }

    #[test]
    fn english_texts_have_their_own_rules() {
        let set = |text| Typography::English.set(text).replace(NBSP, "~");
        assert_eq!(set("the \"Start\" plan's"), "the “Start” plan’s");
        assert_eq!(set("2023-2024, No. 5 ..."), "2023–2024, No.~5 …");
        assert_eq!(set("a plan - and more"), "a plan~– and more");
        assert_eq!(
            Typography::named("none").map(|t| t.set("\"а\" ...")),
            Some("\"а\" ...".to_owned())
        );
    }
}
