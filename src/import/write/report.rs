//! What an editor is told after an import: what was read, where each measure comes from, what to look at, what was left.

use std::fmt::Write;

use crate::import::understand::draft::Understood;
use crate::import::write::marks::column;
use crate::import::write::work::Written;
use crate::text::cell::one_line;
use crate::text::russian::counted;

/// How many letters of a measure or of skipped words are shown.
const SHOWN: usize = 70;

/// «Прочитано: …», then a table for each plan, doubts, what was skipped, what was decided. `label` is the content folder.
pub fn report(understood: &Understood, written: &Written, label: &str) -> String {
    let mut out = format!("Прочитано: {}", summary(understood, written));
    match written.left.len() {
        0 => out.push_str("; ничего не пропущено\n"),
        left => {
            let places = counted(
                left,
                ["место пропущено", "места пропущены", "мест пропущено"],
            );
            let verb = if left == 1 {
                "вот оно"
            } else {
                "вот они"
            };
            let _ = writeln!(out, "; {places} — {verb} ниже");
        }
    }
    for plan in &written.plans {
        let _ = writeln!(out, "\nПлан {label}/{}:", plan.path);
        for row in &plan.events {
            let number = row
                .number
                .as_deref()
                .map_or("—".to_owned(), |number| format!("№ {}", one_line(number)));
            let _ = writeln!(
                out,
                "  {}  {}  {}  {}",
                row.id,
                number,
                row.at,
                cut(&row.title)
            );
        }
    }
    let doubts: Vec<String> = understood
        .doubts
        .iter()
        .map(|doubt| match column(doubt) {
            Some(column) => format!("{}, {column}: {}", doubt.at, one_line(&doubt.words)),
            None => format!("{}: {}", doubt.at, one_line(&doubt.words)),
        })
        .collect();
    list(&mut out, "Проверьте", &doubts);
    let left: Vec<String> = written
        .left
        .iter()
        .map(|(at, words, why)| format!("{at}: «{}» — {why}", cut(words)))
        .collect();
    list(&mut out, "Пропущено", &left);
    list(&mut out, "Что ещё решено", &written.notes);
    // Words of a file must not command the terminal.
    out.retain(|letter| letter == '\n' || !letter.is_control());
    out
}

fn list(out: &mut String, heading: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{heading} ({}):", lines.len());
    for line in lines {
        let _ = writeln!(out, "  {line}");
    }
}

/// «30 мероприятий, 3 раздела, приказ, рабочая группа (8 человек)»
fn summary(understood: &Understood, written: &Written) -> String {
    let events = written.plans.iter().map(|plan| plan.events.len()).sum();
    let sections = understood
        .plans
        .iter()
        .flat_map(|plan| &plan.sections)
        .filter(|section| section.title.is_some())
        .count();
    let mut parts = Vec::new();
    if understood.plans.len() > 1 {
        parts.push(counted(understood.plans.len(), ["план", "плана", "планов"]));
    }
    if !understood.plans.is_empty() {
        parts.push(counted(
            events,
            ["мероприятие", "мероприятия", "мероприятий"],
        ));
        parts.push(match sections {
            0 => "без разделов".to_owned(),
            count => counted(count, ["раздел", "раздела", "разделов"]),
        });
    }
    for order in &understood.orders {
        let number = order
            .number
            .as_ref()
            .map(|number| format!(" № {}", one_line(&number.words)));
        let whole = if order.text_known {
            ""
        } else {
            " (только назван)"
        };
        parts.push(format!(
            "{}{}{whole}",
            order.kind,
            number.unwrap_or_default()
        ));
    }
    for program in &understood.programs {
        parts.push(format!(
            "паспорт ({})",
            counted(program.rows.len(), ["строка", "строки", "строк"])
        ));
    }
    for group in &understood.groups {
        parts.push(format!(
            "рабочая группа ({})",
            counted(group.members.len(), ["человек", "человека", "человек"])
        ));
    }
    parts.join(", ")
}

/// The first words.
fn cut(words: &str) -> String {
    let line = one_line(words);
    let short: String = line.chars().take(SHOWN).collect();
    match short.len() == line.len() {
        true => line,
        false => format!("{}…", short.trim_end()),
    }
}
