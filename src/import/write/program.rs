//! The passport of a programme: `program.toml`. A territory has one.

use crate::import::understand::draft::{PartDraft, PassportRow, ProgramDraft};
use crate::import::write::marks::Spot;
use crate::import::write::toml::Toml;
use crate::import::write::work::{Desk, NewFile, Of, Written};
use crate::text::cell::one_line;

/// Writes the first passport; what further ones say is kept among what was left.
pub fn programs(desk: &Desk<'_>, written: &mut Written) {
    for (index, program) in desk.understood.programs.iter().enumerate() {
        if index > 0 {
            further(program, written);
            continue;
        }
        let path = desk.path("program.toml");
        let mut out = Toml::begun(desk.head(
            &path,
            "program",
            &format!("Паспорт программы ({})", program.at),
        ));
        out.comments(&desk.marks.at(Spot::Program(index)));
        title(program, &mut out);
        out.words("approved_by", desk.act(program.order));
        out.words("period", program.period.as_deref());
        for (at, row) in program.rows.iter().enumerate() {
            self::row(row, &desk.marks.at(Spot::Row(index, at)), &mut out);
        }
        for part in &program.parts {
            self::part(part, &mut out);
        }
        written.files.push(NewFile {
            path,
            text: out.text(),
            of: Of::Program(index),
        });
    }
}

/// The title; without one the name that the passport itself gives the programme.
fn title(program: &ProgramDraft, out: &mut Toml) {
    let own = program.title.as_ref().map(|title| title.words.as_str());
    if let Some(own) = own.filter(|words| !words.trim().is_empty()) {
        return out.words("title", Some(own));
    }
    let named = program.rows.iter().find(|row| {
        row.label.to_lowercase().contains("наименование") && !row.value.trim().is_empty()
    });
    out.comments(&[format!(
        "проверьте: заголовка над паспортом нет ({})",
        program.at
    )]);
    out.words(
        "title",
        Some(named.map_or("Паспорт программы", |row| {
            row.value.as_str()
        })),
    );
}

fn row(row: &PassportRow, marks: &[String], out: &mut Toml) {
    let joined = row.items.join("\n");
    let value = match row.value.trim().is_empty() {
        true => joined.as_str(),
        false => row.value.as_str(),
    };
    if row.label.trim().is_empty() || value.trim().is_empty() {
        out.raw("\n");
        out.comments(marks);
        out.comments(&[format!(
            "проверьте: в строке паспорта ({}) пуста ячейка: «{}» — «{value}»",
            row.at, row.label
        )]);
        return;
    }
    out.header("[[row]]", marks);
    out.words("label", Some(&row.label));
    out.words("value", Some(value));
    out.list("items", &row.items);
}

fn part(part: &PartDraft, out: &mut Toml) {
    out.header("[[part]]", &[]);
    out.words("kind", Some(part.kind));
    out.words("heading", part.heading.as_deref());
    out.words("intro", part.intro.as_deref());
    out.list("items", &part.items);
}

fn further(program: &ProgramDraft, written: &mut Written) {
    let why = "второй паспорт: у территории он один";
    for row in &program.rows {
        let words = format!("{}: {}", one_line(&row.label), one_line(&row.value));
        written.left.push((row.at.clone(), words, why.to_owned()));
    }
    for part in &program.parts {
        let texts = part.heading.iter().chain(&part.intro).chain(&part.items);
        let words: Vec<String> = texts.map(|text| one_line(text)).collect();
        written
            .left
            .push((part.at.clone(), words.join(" "), why.to_owned()));
    }
}
