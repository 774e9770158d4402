//! How the events of a plan stand on the day of the edition: a bar with numbers, and a sentence.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::plan::roadmap::Roadmap;
use crate::model::plan::standing::{Standing, standing};
use crate::render::views::parts::standing::StandingView;
use crate::text::russian;

/// How the events of a plan stand, counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// How many events the plan has.
    pub total: usize,
    /// The standings that occur, in the order of a status bar.
    pub parts: Vec<TallyPart>,
}

/// One part of a status bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TallyPart {
    /// The standing.
    pub standing: StandingView,
    /// How many events.
    pub count: usize,
    /// Where the part begins in a bar of 1000.
    pub start: usize,
    /// How wide it is there, with a gap before the next part.
    pub width: usize,
    /// True where nothing is known: such parts are hatched, so that they differ on paper, too.
    pub hatched: bool,
}

impl Tally {
    /// Counts a plan.
    pub fn of(plan: &Roadmap, today: Date) -> Tally {
        let standings: Vec<Standing> = plan.events().map(|event| standing(event, today)).collect();
        let total = standings.len().max(1);
        let mut parts = Vec::new();
        let mut before = 0;
        for kind in Standing::ALL {
            let count = standings
                .iter()
                .filter(|standing| *standing == kind)
                .count();
            if count > 0 {
                let (start, end) = (before * 1000 / total, (before + count) * 1000 / total);
                let width = (end - start).saturating_sub(4).max(1);
                parts.push(TallyPart {
                    standing: (*kind).into(),
                    count,
                    start,
                    width,
                    hatched: matches!(kind, Standing::PastWithoutNews | Standing::NoData),
                });
                before += count;
            }
        }
        Tally {
            total: standings.len(),
            parts,
        }
    }

    fn count(&self, standing: Standing) -> usize {
        self.parts
            .iter()
            .find(|part| part.standing.code == standing.code())
            .map_or(0, |part| part.count)
    }

    /// What the numbers say, in one sentence: nothing is called undone only because nobody reported.
    pub fn sentence(&self, plan: &Roadmap, today: Date) -> String {
        let done = self.count(Standing::Done) + self.count(Standing::DoneWithoutProof);
        let silent = self.count(Standing::PastWithoutNews);
        let words = plan.period.words();
        let of = russian::counted(self.total, ["мероприятия", "мероприятий", "мероприятий"]);
        if plan.period.last < today {
            let reported = match done {
                0 => format!("Сообщений о том, что сделано, нет ни по одному из {of}."),
                _ if done == self.total => {
                    "О выполнении сообщили по каждому мероприятию.".to_owned()
                }
                _ => format!("О выполнении сообщили по {done} из {of}, по остальным сведений нет."),
            };
            return format!("Срок плана на {words} прошёл. {reported}");
        }
        let (underway, ahead) = (self.count(Standing::Underway), self.count(Standing::Ahead));
        let mut said = format!(
            "По плану на {words} сделано {done} из {}, идёт {underway}, впереди {ahead}.",
            self.total
        );
        if silent > 0 {
            said.push_str(&format!(" По {silent} срок прошёл, а сведений нет."));
        }
        said
    }
}
