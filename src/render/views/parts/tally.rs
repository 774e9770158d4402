//! How the events of a plan stand on the day of the edition: a bar with numbers, and a sentence.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::plan::roadmap::Roadmap;
use crate::model::plan::standing::{Standing, standing};
use crate::render::views::parts::count;
use crate::render::views::parts::period::period;
use crate::render::views::parts::standing::StandingView;
use crate::text::language::Words;

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
    pub fn of(plan: &Roadmap, today: Date, words: &Words) -> Tally {
        let standings: Vec<Standing> = plan.events().map(|event| standing(event, today)).collect();
        let count = |kind| {
            standings
                .iter()
                .filter(|standing| **standing == kind)
                .count()
        };
        Tally::counted(&count, words)
    }

    /// Shows what was counted elsewhere.
    pub fn counted(count: &dyn Fn(Standing) -> usize, words: &Words) -> Tally {
        let all: usize = Standing::ALL.iter().map(|kind| count(*kind)).sum();
        let total = all.max(1);
        let mut parts = Vec::new();
        let mut before = 0;
        for kind in Standing::ALL {
            let count = count(*kind);
            if count > 0 {
                let (start, end) = (before * 1000 / total, (before + count) * 1000 / total);
                let width = (end - start).saturating_sub(4).max(1);
                parts.push(TallyPart {
                    standing: StandingView::new(*kind, words),
                    count,
                    start,
                    width,
                    hatched: matches!(kind, Standing::PastWithoutNews | Standing::NoData),
                });
                before += count;
            }
        }
        Tally { total: all, parts }
    }

    fn count(&self, standing: Standing) -> usize {
        self.parts
            .iter()
            .find(|part| part.standing.code == standing.code())
            .map_or(0, |part| part.count)
    }

    /// What the numbers say, in one sentence: nothing is called undone only because nobody reported.
    pub fn sentence(&self, plan: &Roadmap, today: Date, words: &Words) -> String {
        let period = period(&plan.period, words);
        if plan.period.last < today {
            return words.phrase(
                "Срок плана на {1} прошёл. {2}",
                &[&period, &self.reported(words)],
            );
        }
        let count = |standing| self.count(standing).to_string();
        let said = words.phrase(
            "По плану на {1} сделано {2} из {3}, идёт {4}, впереди {5}.",
            &[
                &period,
                &self.done().to_string(),
                &self.total.to_string(),
                &count(Standing::Underway),
                &count(Standing::Ahead),
            ],
        );
        match self.count(Standing::PastWithoutNews) {
            0 => said,
            silent => words.phrase(
                "{1} По {2} срок прошёл, а сведений нет.",
                &[&said, &silent.to_string()],
            ),
        }
    }

    fn done(&self) -> usize {
        self.count(Standing::Done) + self.count(Standing::DoneWithoutProof)
    }

    /// What was told about a plan whose time has passed.
    fn reported(&self, words: &Words) -> String {
        let of = words.counted(self.total, count::EVENTS_OF);
        match self.done() {
            0 => words.phrase(
                "Сообщений о том, что сделано, нет ни по одному из {1}.",
                &[&of],
            ),
            done if done == self.total => {
                words.phrase("О выполнении сообщили по каждому мероприятию.", &[])
            }
            done => words.phrase(
                "О выполнении сообщили по {1} из {2}, по остальным сведений нет.",
                &[&done.to_string(), &of],
            ),
        }
    }
}
