//! Formulas as Word sets them (OMML, ECMA-376 part 1, 22.1), with a real bar between the halves of a fraction.

use crate::desk::word::xml::{element, escaped, value};
use crate::text::formula::Part;

/// A formula on the line of a paragraph. It stands in a content control whose tag is the formula as the plan writes it,
/// so that reading the document back gives the same words.
pub fn formula(source: &str, parts: &[Part], number: usize) -> String {
    let properties = [
        value("w:alias", "Формула"),
        value("w:tag", source),
        value("w:id", &number.to_string()),
    ];
    let equation = element("m:oMath", &[], &inside(parts));
    element(
        "w:sdt",
        &[],
        &[
            element("w:sdtPr", &[], &properties.concat()),
            element("w:sdtContent", &[], &equation),
        ]
        .concat(),
    )
}

fn inside(parts: &[Part]) -> String {
    parts.iter().map(part).collect()
}

fn part(part: &Part) -> String {
    let held = |name: &str, parts: &[Part]| element(name, &[], &inside(parts));
    match part {
        Part::Letters(letters) => element(
            "m:r",
            &[],
            &[
                FONT.to_owned(),
                element("m:t", &[("xml:space", "preserve")], &escaped(letters)),
            ]
            .concat(),
        ),
        Part::Fraction(above, below) => element(
            "m:f",
            &[],
            &[held("m:num", above), held("m:den", below)].concat(),
        ),
        Part::Root(degree, under) => {
            let hidden = "<m:radPr><m:degHide m:val=\"1\"/></m:radPr>";
            let properties = if degree.is_empty() { hidden } else { "" };
            element(
                "m:rad",
                &[],
                &[
                    properties.to_owned(),
                    held("m:deg", degree),
                    held("m:e", under),
                ]
                .concat(),
            )
        }
        Part::Raised(base, power) => element(
            "m:sSup",
            &[],
            &[held("m:e", base), held("m:sup", power)].concat(),
        ),
        Part::Lowered(base, index) => element(
            "m:sSub",
            &[],
            &[held("m:e", base), held("m:sub", index)].concat(),
        ),
    }
}

/// The font of formulas; others have no bars and roots.
const FONT: &str = "<w:rPr><w:rFonts w:ascii=\"Cambria Math\" w:hAnsi=\"Cambria Math\"/></w:rPr>";
