//! Orders: `documents/114-od.toml`.

use crate::import::understand::draft::{BasisDraft, OrderDraft, PointDraft, Text};
use crate::import::write::marks::Spot;
use crate::import::write::toml::Toml;
use crate::import::write::work::{Desk, NewFile, Of, Written};
use crate::text::cell::one_line;
use crate::text::russian::capitalized;

/// Kinds of acts that content files name.
const KINDS: [&str; 5] = ["приказ", "распоряжение", "письмо", "положение", "программа"];

/// Words for what a file must have and the paper does not say: the page shows them as they are.
const NOT_SAID: &str = "в документе не указано";

/// Writes the orders of a paper.
pub fn orders(desk: &Desk<'_>, written: &mut Written) {
    for (index, order) in desk.understood.orders.iter().enumerate() {
        let Some(named) = desk.named.get(index).and_then(Option::as_ref) else {
            written.notes.push(format!(
                "у акта из грифа ({}) нет ни номера, ни даты: отдельного файла для него нет, слова грифа стоят в плане",
                order.at
            ));
            continue;
        };
        let path = match &named.path {
            Some(path) => path.clone(),
            None => desk.path(&format!("documents/{}.toml", named.id)),
        };
        let text = text(desk, order, index, &path, written);
        written.files.push(NewFile {
            path,
            text,
            of: Of::Order(index),
        });
    }
}

fn text(
    desk: &Desk<'_>,
    order: &OrderDraft,
    index: usize,
    path: &str,
    written: &mut Written,
) -> String {
    let kind = KINDS.iter().find(|kind| **kind == order.kind).copied();
    let mut out = Toml::begun(desk.head(path, "document", &capitalized(order.kind)));
    out.comments(&desk.marks.at(Spot::Order(index)));
    out.words("kind", Some(kind.unwrap_or("иной документ")));
    out.words(
        "level",
        Some(if desk.is_region() {
            "региональный"
        } else {
            "муниципальный"
        }),
    );
    out.words("number", words(&order.number));
    if let Some(date) = order.date {
        out.value("date", &date.to_string());
    }
    out.words("date_verbatim", words(&order.date_verbatim));
    issuer(desk, order, &mut out);
    out.words("place", words(&order.place));
    title(order, &mut out);
    out.words("letterhead", words(&order.letterhead));
    out.words("heading", words(&order.heading));
    out.words("approval_stamp", words(&order.stamp));
    out.words("preamble", words(&order.preamble));
    out.words("order_word", words(&order.order_word));
    basis(desk, order, &mut out, written);
    out.value(
        "text_known",
        if order.text_known { "true" } else { "false" },
    );
    out.words("signatory", words(&order.signatory));
    out.words("signatory_post", words(&order.signatory_post));
    if !order.text_known {
        out.words("source", Some("гриф утверждения плана"));
    }
    points(desk, order, index, &mut out);
    out.text()
}

fn words(text: &Option<Text>) -> Option<&str> {
    text.as_ref()
        .map(|text| text.words.as_str())
        .filter(|words| !words.trim().is_empty())
}

fn issuer(desk: &Desk<'_>, order: &OrderDraft, out: &mut Toml) {
    if let Some(issuer) = words(&order.issuer) {
        return out.words("issuer", Some(issuer));
    }
    let known = desk.acts.issuer();
    out.comments(&[match known {
        Some(_) => format!(
            "проверьте: кто издал акт, в файле не сказано; взят орган территории ({})",
            order.at
        ),
        None => format!(
            "проверьте: кто издал акт, в файле не сказано; впишите орган ({})",
            order.at
        ),
    }]);
    out.words("issuer", Some(known.unwrap_or(NOT_SAID)));
}

fn title(order: &OrderDraft, out: &mut Toml) {
    if let Some(title) = words(&order.title) {
        return out.words("title", Some(title));
    }
    out.comments(&[format!(
        "проверьте: названия акта в файле нет, он назван по дате и номеру ({})",
        order.at
    )]);
    let day = words(&order.date_verbatim).map(|day| match day.trim_start().starts_with("от ") {
        true => day.to_owned(),
        false => format!("от {day}"),
    });
    let number = words(&order.number).map(|number| format!("№ {number}"));
    let parts = [Some(capitalized(order.kind)), day, number];
    let named: Vec<String> = parts.into_iter().flatten().collect();
    out.words("title", Some(&one_line(&named.join(" "))));
}

/// The acts it rests on: those that the portal has are named, the others are said in a comment.
fn basis(desk: &Desk<'_>, order: &OrderDraft, out: &mut Toml, written: &mut Written) {
    let found = |act: &BasisDraft| desk.acts.known(&act.number, act.date).map(str::to_owned);
    let known: Vec<String> = order.basis.iter().filter_map(found).collect();
    for act in order.basis.iter().filter(|act| found(act).is_none()) {
        out.comments(&[format!(
            "основание, которого на портале нет: {}; если нужно, опишите его (portal new document) и впишите его имя в basis",
            act.words
        )]);
        written.notes.push(format!(
            "основание акта «{}» не связано: такого документа на портале нет",
            one_line(&act.words)
        ));
    }
    if !known.is_empty() {
        let ids: Vec<String> = known.iter().map(|id| format!("\"{id}\"")).collect();
        out.value("basis", &format!("[{}]", ids.join(", ")));
    }
}

fn points(desk: &Desk<'_>, order: &OrderDraft, index: usize, out: &mut Toml) {
    for (at, point) in order.points.iter().enumerate() {
        let marks = desk.marks.at(Spot::Point(index, at));
        if point.text.trim().is_empty() {
            out.raw("\n");
            out.comments(&marks);
            let said = format!("проверьте: пункт {} пуст ({})", point.number, point.at);
            out.comments(&[said]);
            continue;
        }
        out.header("[[point]]", &marks);
        number(point, out);
        out.words("text", Some(&point.text));
        out.words("deadline", point.deadline.as_deref());
        if point.control {
            out.value("control", "true");
        }
    }
}

fn number(point: &PointDraft, out: &mut Toml) {
    if point.number.trim().is_empty() {
        out.comments(&[format!("проверьте: у пункта нет номера ({})", point.at)]);
        return out.words("number", Some("без номера"));
    }
    out.words("number", Some(&point.number));
}
