//! The columns of the table: what each holds, how it is headed, what else people head it.

use crate::content::fields::Form;
use crate::desk::place::folded;
use crate::desk::toml_edit::plan_tables::{event_form, proof_form};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Address of the territory.
    Address,
    /// Name of the territory.
    Territory,
    /// Identifier of the plan.
    Plan,
    /// Identifier of the measure.
    Code,
    /// A cell of the document: the key of the measure.
    Cell(&'static str),
    /// A key about the fate of the measure.
    Fate(&'static str),
    /// A key of a proof, and which proof, counted from 0.
    Proof(&'static str, usize),
}

/// Cells of the document that stand in the table to be read.
pub const CELLS: [&str; 4] = ["number", "title", "deadline", "responsible"];

/// Keys about the fate of a measure, before its proofs.
pub const FATE: [&str; 4] = ["status", "status_date", "fact", "moved_to"];

/// Keys of a proof.
pub const PROOF: [&str; 3] = ["title", "link", "date"];

/// The columns of a table with so many proofs a row, in order.
pub fn columns(proofs: usize) -> Vec<Column> {
    let mut columns = vec![
        Column::Address,
        Column::Territory,
        Column::Plan,
        Column::Code,
    ];
    columns.extend(CELLS.map(Column::Cell));
    columns.extend(FATE.map(Column::Fate));
    for place in 0..proofs {
        columns.extend(PROOF.map(|key| Column::Proof(key, place)));
    }
    columns.push(Column::Fate("remark"));
    columns
}

impl Column {
    /// Its heading. Headings of keys are the names that fields have everywhere.
    pub fn heading(self) -> String {
        match self {
            Column::Address => "Адрес".to_owned(),
            Column::Territory => "Территория".to_owned(),
            Column::Plan => "План".to_owned(),
            Column::Code => "Код".to_owned(),
            Column::Cell("number") => "№".to_owned(),
            Column::Cell(key) | Column::Fate(key) => {
                crate::text::russian::capitalized(label(event_form(), key))
            }
            Column::Proof(key, place) => {
                let number = match place {
                    0 => String::new(),
                    place => format!(" {}", place + 1),
                };
                match key {
                    "title" => format!("Подтверждение{number}"),
                    key => format!("Подтверждение{number}: {}", label(proof_form(), key)),
                }
            }
        }
    }

    /// True when the table may change what the column holds.
    pub fn is_ours(self) -> bool {
        matches!(self, Column::Fate(_) | Column::Proof(..))
    }

    /// The column that is headed so; none when there is no such column.
    pub fn headed(heading: &str) -> Option<Column> {
        let heading = plain(heading);
        if heading.is_empty() {
            return None;
        }
        // More proofs than anybody lists; a heading beyond is no column.
        let all = columns(50);
        let own = all
            .iter()
            .find(|column| plain(&column.heading()) == heading);
        own.copied().or_else(|| by_other_name(&heading))
    }
}

fn label(form: &Form, key: &str) -> &'static str {
    form.field(key).map_or("", |field| field.label)
}

/// Headings that people write instead: names of keys and everyday words.
fn by_other_name(heading: &str) -> Option<Column> {
    Some(match heading {
        "адрес района" | "адрес территории" | "адрес муниципалитета" => {
            Column::Address
        }
        "район" | "муниципалитет" | "округ" | "регион" => {
            Column::Territory
        }
        "id" | "идентификатор" | "код мероприятия" => Column::Code,
        "номер" | "номер по документу" | "n" | "п п" | "№ п п" => {
            Column::Cell("number")
        }
        "ответственный" | "ответственные" | "исполнитель" => {
            Column::Cell("responsible")
        }
        "сроки" | "срок исполнения" => Column::Cell("deadline"),
        "событие" | "название" | "наименование" => Column::Cell("title"),
        "состояние" => Column::Fate("status"),
        "факт" | "сделано" => Column::Fate("fact"),
        "перенесено на" | "новый срок" => Column::Fate("moved_to"),
        "примечание" => Column::Fate("remark"),
        "подтверждения" => Column::Proof("title", 0),
        "ссылка" | "ссылка на подтверждение" => Column::Proof("link", 0),
        "дата подтверждения" => Column::Proof("date", 0),
        other => {
            let key = FATE
                .iter()
                .chain(["remark"].iter())
                .find(|key| **key == other)?;
            Column::Fate(key)
        }
    })
}

/// A heading for comparison: without marks and in lower case. The number sign and the underscore of keys stay.
fn plain(heading: &str) -> String {
    let letters: String = heading
        .chars()
        .map(|c| {
            let kept = c.is_alphanumeric() || c == '№' || c == '_';
            if kept { c } else { ' ' }
        })
        .collect();
    folded(&letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_is_understood_as_its_own_column() {
        let all = columns(4);
        for column in &all {
            assert_eq!(Column::headed(&column.heading()), Some(*column));
            assert_eq!(
                Column::headed(&format!("  {} ", column.heading().to_uppercase())),
                Some(*column)
            );
        }
        let mut headings: Vec<String> = all.iter().map(|column| column.heading()).collect();
        headings.sort();
        headings.dedup();
        assert_eq!(headings.len(), all.len(), "no heading stands twice");
    }

    #[test]
    fn other_names_are_understood_and_foreign_ones_not() {
        assert_eq!(
            Column::headed("status_date"),
            Some(Column::Fate("status_date"))
        );
        assert_eq!(
            Column::headed("Ответственный"),
            Some(Column::Cell("responsible"))
        );
        assert_eq!(
            Column::headed("Подтверждение 2: ссылка"),
            Some(Column::Proof("link", 1))
        );
        assert_eq!(Column::headed("Бюджет"), None);
        assert_eq!(Column::headed(""), None);
    }
}
