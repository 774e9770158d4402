//! Lines of a text parted into cells. The clipboard of Excel puts quotation marks around a cell that has line breaks; a
//! cell of Word that happens to stand in such marks keeps them.

use crate::import::read::room::MOST_COLUMNS;

/// A line, or several when a cell in quotation marks goes over line breaks.
#[derive(Debug)]
pub struct Record {
    /// Its cells.
    pub fields: Vec<String>,
    /// Number of its first line.
    pub line: u32,
}

/// How far a closing quotation mark is looked for.
const LONGEST_CELL: usize = 64 << 10;

/// What stands between cells: a tab wherever there is one; else, in a file that is a table throughout, a semicolon or a
/// comma. None when there are no cells.
pub fn separator(name: &str, text: &str) -> Option<char> {
    if text.contains('\t') {
        return Some('\t');
    }
    let is_table = name.to_lowercase().ends_with(".csv");
    [';', ','].into_iter().find(|sign| {
        let counts: Vec<usize> = records(text, Some(*sign))
            .map(|record| record.fields)
            .filter(|fields| fields.len() > 1 || !fields[0].trim().is_empty())
            .map(|fields| fields.len())
            .take(200)
            .collect();
        let widest = counts.iter().max().copied().unwrap_or(0);
        let alike = counts.iter().filter(|count| **count == widest).count();
        // Prose has commas and semicolons too, but never the same number in every line.
        widest > 1 && (is_table || (counts.len() > 1 && widest > 2 && alike == counts.len()))
    })
}

/// The lines of a text as cells.
pub fn records(text: &str, separator: Option<char>) -> impl Iterator<Item = Record> {
    let mut rest = Some(text);
    let mut line = 1_u32;
    std::iter::from_fn(move || {
        let text = rest?;
        // The break after the last line begins no other line.
        if text.is_empty() && line > 1 {
            return None;
        }
        let (record, after) = record(text, separator, line);
        let used = text.len() - after.map_or(0, str::len);
        line += text[..used].matches('\n').count() as u32;
        rest = after;
        Some(record)
    })
}

fn record(text: &str, separator: Option<char>, line: u32) -> (Record, Option<&str>) {
    let mut fields = Vec::new();
    let mut rest = text;
    loop {
        // A line of thousands of separators is no row: its rest is one cell.
        let separator = separator.filter(|_| fields.len() + 1 < MOST_COLUMNS);
        let (field, after) = match separator.and_then(|sign| quoted(rest, sign)) {
            Some(found) => found,
            None => bare(rest, separator),
        };
        fields.push(field);
        let mut letters = after.chars();
        let ended = letters.next();
        rest = letters.as_str();
        match ended {
            Some(letter) if Some(letter) == separator => {}
            Some('\r') => {
                let rest = rest.strip_prefix('\n').unwrap_or(rest);
                return (Record { fields, line }, Some(rest));
            }
            Some(_) => return (Record { fields, line }, Some(rest)),
            None => return (Record { fields, line }, None),
        }
    }
}

fn bare(text: &str, separator: Option<char>) -> (String, &str) {
    let ends = |letter: char| matches!(letter, '\n') || Some(letter) == separator;
    let end = text.find(ends).unwrap_or(text.len());
    let end = if text[..end].ends_with('\r') && text[end..].starts_with('\n') {
        end - 1
    } else {
        end
    };
    (text[..end].to_owned(), &text[end..])
}

/// A cell in quotation marks and what follows; none when the marks belong to the words.
fn quoted(text: &str, separator: char) -> Option<(String, &str)> {
    let inside = text.strip_prefix('"')?;
    let mut field = String::new();
    let mut needed = separator != '\t';
    let mut letters = inside.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if at > LONGEST_CELL {
            return None;
        }
        match letter {
            '"' if letters.peek().is_some_and(|(_, next)| *next == '"') => {
                letters.next();
                needed = true;
                field.push('"');
            }
            '"' => {
                let after = &inside[at + 1..];
                let ends = after
                    .chars()
                    .next()
                    .is_none_or(|next| next == separator || matches!(next, '\r' | '\n'));
                return (ends && needed).then_some((field, after));
            }
            '\r' if letters.peek().is_some_and(|(_, next)| *next == '\n') => {}
            letter => {
                needed |= matches!(letter, '\n' | '\t');
                field.push(letter);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{records, separator};

    fn cells(text: &str) -> Vec<Vec<String>> {
        let separator = separator("план.csv", text);
        records(text, separator)
            .map(|record| record.fields)
            .collect()
    }

    #[test]
    fn quotation_marks_hold_line_breaks_and_are_else_words() {
        let text = "1\t\"урок\nматематики \"\"А\"\"\"\t\"Школа\" района\n2\t\"Школа\"\tмай\n";
        let found = cells(text);
        assert_eq!(found[0][1], "урок\nматематики \"А\"");
        assert_eq!(found[0][2], "\"Школа\" района");
        assert_eq!(found[1][1], "\"Школа\"");
    }

    #[test]
    fn lines_are_counted_over_cells_of_several_lines() {
        let lines: Vec<u32> = records("а\t\"б\nв\"\r\n\r\nг\tд", Some('\t'))
            .map(|record| record.line)
            .collect();
        assert_eq!(lines, [1, 3, 4]);
    }

    #[test]
    fn semicolons_part_cells_of_a_table_only() {
        assert_eq!(cells("№;Срок\n1;\"май; июнь\"\n")[1][1], "май; июнь");
        assert_eq!(separator("письмо.txt", "Первое; второе.\nТретье.\n"), None);
    }
}
