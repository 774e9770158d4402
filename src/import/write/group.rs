//! The working group: `working-group.toml`. A territory has one.

use crate::desk::literal;
use crate::import::understand::draft::{GroupDraft, MemberDraft};
use crate::import::write::marks::Spot;
use crate::import::write::toml::Toml;
use crate::import::write::work::{Desk, NewFile, Of, Written};
use crate::text::cell::one_line;

/// Words for a post that the paper does not name: the page shows them as they are.
const NO_POST: &str = "должность в документе не указана";

/// Writes the first group; members of further ones are kept among what was left.
pub fn groups(desk: &Desk<'_>, written: &mut Written) {
    for (index, group) in desk.understood.groups.iter().enumerate() {
        if index > 0 {
            further(group, written);
            continue;
        }
        let path = desk.path("working-group.toml");
        let mut out = Toml::begun(desk.head(
            &path,
            "working-group",
            &format!("Рабочая группа ({})", group.at),
        ));
        out.comments(&desk.marks.at(Spot::Group(index)));
        title(group, &mut out);
        out.words("approved_by", desk.act(group.order));
        columns(group, &mut out);
        for (at, member) in group.members.iter().enumerate() {
            self::member(member, &desk.marks.at(Spot::Member(index, at)), &mut out);
        }
        written.files.push(NewFile {
            path,
            text: out.text(),
            of: Of::Group(index),
        });
    }
}

fn title(group: &GroupDraft, out: &mut Toml) {
    let own = group.title.as_ref().map(|title| title.words.as_str());
    if let Some(own) = own.filter(|words| !words.trim().is_empty()) {
        return out.words("title", Some(own));
    }
    out.comments(&[format!(
        "проверьте: заголовка над списком нет ({})",
        group.at
    )]);
    out.words("title", Some("Рабочая группа"));
}

/// Headings of the table; one that is empty would shift the others, so then there are none.
fn columns(group: &GroupDraft, out: &mut Toml) {
    if group.columns.is_empty() {
        return;
    }
    if group
        .columns
        .iter()
        .any(|heading| heading.trim().is_empty())
    {
        out.comments(&[format!("шапка таблицы: {}", group.columns.join(" | "))]);
        return;
    }
    let headings: Vec<String> = group
        .columns
        .iter()
        .map(|heading| literal::line(heading))
        .collect();
    out.value("columns", &format!("[{}]", headings.join(", ")));
}

fn member(member: &MemberDraft, marks: &[String], out: &mut Toml) {
    if member.name.trim().is_empty() {
        out.raw("\n");
        out.comments(marks);
        out.comments(&[format!(
            "проверьте: строка без имени ({}): {}",
            member.at, member.post
        )]);
        return;
    }
    out.header("[[member]]", marks);
    out.words("number", member.number.as_deref());
    out.words("name", Some(&member.name));
    match member.post.trim().is_empty() {
        true => {
            out.comments(&[format!(
                "проверьте: должности в документе нет ({})",
                member.at
            )]);
            out.words("post", Some(NO_POST));
        }
        false => out.words("post", Some(&member.post)),
    }
    out.words("role", Some(member.role));
}

fn further(group: &GroupDraft, written: &mut Written) {
    for member in &group.members {
        let words = format!("{} {}", one_line(&member.name), one_line(&member.post));
        let why = "вторая рабочая группа: у территории она одна";
        written
            .left
            .push((member.at.clone(), words, why.to_owned()));
    }
}
