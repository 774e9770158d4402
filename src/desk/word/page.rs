//! The page: A4 on its side, margins as office rules of Russia ask for (ГОСТ Р 7.0.97-2016, 3.3: at least 20 mm at the
//! left, 10 mm at the right, 20 mm above and below), stamp at the right, title, preamble, table.

use crate::desk::word::table::table;
use crate::desk::word::words::{Counted, paragraph};
use crate::desk::word::xml::element;
use crate::model::plan::mark::Mark;
use crate::model::plan::roadmap::Roadmap;

/// Its text is as wide as [`TEXT_WIDTH`](crate::desk::word::widths::TEXT_WIDTH).
const SECTION: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rFooter\"/>\
<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>\
<w:pgMar w:top=\"1134\" w:right=\"567\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
</w:sectPr>";

/// The part `word/document.xml`.
pub fn document(plan: &Roadmap) -> String {
    let mut counted = Counted::default();
    let mut body = String::new();
    let parts = [
        ("PlanStamp", Mark::Stamp, plan.approval_stamp.as_deref()),
        ("PlanTitle", Mark::Title, Some(plan.title.as_str())),
        ("PlanText", Mark::Preamble, plan.preamble.as_deref()),
    ];
    for (style, mark, words) in parts {
        if let Some(words) = words {
            body.push_str(&paragraph(&mut counted, style, Some(mark), words));
        }
    }
    body.push_str(&table(plan, &mut counted));
    // A table may not be the last thing on a page of Word.
    body.push_str(&paragraph(&mut counted, "PlanEnd", None, ""));
    body.push_str(SECTION);
    let names = [
        (
            "xmlns:w",
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        ),
        (
            "xmlns:r",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        ),
        (
            "xmlns:m",
            "http://schemas.openxmlformats.org/officeDocument/2006/math",
        ),
    ];
    element("w:document", &names, &element("w:body", &[], &body))
}
