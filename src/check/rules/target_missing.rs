//! An indicator names a share without a target (П406, warning).
//!
//! Why: «Доля ШНОР, принявших участие в НПК» (document D, eleven rows) can be measured but never reached or missed;
//! readers are told «цель не задана», and the authors of the next plan should know why.
//!
//! Example: «Доля педагогов, прошедших обучение».

use crate::check::gathered::{Place, warning};
use crate::check::part::Part;
use crate::check::table::quoted;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::plan::indicator::GoalKind;
use crate::model::plan::roadmap::Event;
use crate::text::russian::counted;

/// Finds shares of nothing in particular.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for plan in part.plans() {
        let places: Vec<Place> = plan.events().flat_map(shares).collect();
        let gathered = warning(codes::TARGET_MISSING, places, |count| match count {
            1 => "в показателе названа доля, а цель не задана".to_owned(),
            count => {
                let cells = counted(count, ["показателе", "показателях", "показателях"]);
                format!("в {cells} названа доля, а цель не задана")
            }
        });
        found.extend(gathered.map(|warning| {
            warning.help("на странице будет сказано «цель не задана»; в следующем плане укажите, сколько процентов")
        }));
    }
}

fn shares(event: &Event) -> impl Iterator<Item = Place> {
    let cells = event.indicator.iter().chain(&event.result);
    cells.filter_map(|cell| {
        let goal = cell
            .value
            .goals
            .iter()
            .find(|goal| goal.kind == GoalKind::ShareWithoutTarget)?;
        Some(Place::new(
            cell.span,
            format!("мероприятие {}: {}", event.id, quoted(&goal.words)),
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, event, indicator, plan, portal, run, territory};
    use crate::model::plan::indicator::GoalKind;
    use crate::model::portal::Portal;

    fn with_goals(kinds: &[GoalKind]) -> Portal {
        let events = kinds.iter().zip(1..).map(|(kind, n)| {
            let mut event = event(&format!("m{n:02}"), n);
            event.indicator = Some(indicator("Доля ШНОР", &[*kind], 20 + n));
            event
        });
        let mut place = territory("04-altay");
        place.plans = vec![plan(2023, events)];
        portal([place])
    }

    #[test]
    fn eleven_shares_make_one_warning() {
        let found = run(check, &with_goals(&[GoalKind::ShareWithoutTarget; 11]));
        assert_eq!(
            brief(&found),
            ["п406 21 в 11 показателях названа доля, а цель не задана"]
        );
        assert_eq!(found[0].related.len(), 5);
        assert_eq!(found[0].label, "мероприятие m01: «Доля ШНОР»");
    }

    #[test]
    fn other_goals_are_silent() {
        assert_eq!(
            brief(&run(
                check,
                &with_goals(&[GoalKind::Share, GoalKind::Participation])
            )),
            [""; 0]
        );
    }
}
