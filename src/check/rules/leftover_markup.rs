//! Traces of another program in a cell (П409, warning).
//!
//! Why: converters leave LaTeX fractions (document A, lines 51, 70, 73, 76) and bookmarks (document C, line 87) in
//! cells. Pages show clean text; the stored cell stays as it came, and an editor may want to mend it.
//!
//! Example: `не менее $\frac{3}{4}$ педагогов`, `[bookmark: _GoBack]`.

use crate::check::gathered::{Place, warning};
use crate::check::part::Part;
use crate::check::table::cells;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::text::cell::has_leftovers;
use crate::text::russian::counted;

/// Finds cells that pages show otherwise than they are written.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for plan in part.plans() {
        let marked = cells(plan)
            .into_iter()
            .filter(|cell| has_leftovers(cell.words));
        let places: Vec<Place> = marked
            .map(|cell| Place::new(cell.span, cell.called()))
            .collect();
        let gathered = warning(codes::LEFTOVER_MARKUP, places, |count| match count {
            1 => "в ячейке остался след вёрстки".to_owned(),
            count => format!(
                "в {} остался след вёрстки",
                counted(count, ["ячейке", "ячейках", "ячейках"])
            ),
        });
        found.extend(gathered.map(|warning| {
            warning.help("на странице он не показан; если хотите, замените его обычными знаками: ¾ вместо $\\frac{3}{4}$")
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, plan, portal, run, territory, titled};
    use crate::model::portal::Portal;

    fn with_title(title: &str) -> Portal {
        let mut place = territory("38-irkutskaya/zhigalovskiy");
        place.plans = vec![plan(2023, [titled("m04", title, 5)])];
        portal([place])
    }

    #[test]
    fn a_fraction_of_another_program_is_found() {
        let found = run(check, &with_title(r"не менее $\frac{3}{4}$ педагогов"));
        assert_eq!(brief(&found), ["п409 5 в ячейке остался след вёрстки"]);
        assert_eq!(found[0].label, "название мероприятия m04");
    }

    #[test]
    fn plain_words_are_silent() {
        assert_eq!(
            brief(&run(check, &with_title("не менее ¾  педагогов"))),
            [""; 0]
        );
    }
}
