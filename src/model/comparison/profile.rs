//! The figures of one municipality, and how much two of them are alike.

use jiff::civil::Date;

use crate::model::comparison::figure::Figure;
use crate::model::comparison::yardstick::Class;
use crate::model::place::territory::Territory;
use crate::model::plan::deadline::WhenKind;
use crate::model::plan::period::PeriodKind;
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::model::plan::standing::{Standing, standing};
use crate::model::plan::status::StatusWord;

/// A municipality among others.
#[derive(Debug, Clone)]
pub struct Profile<'a> {
    /// The municipality.
    pub territory: &'a Territory,
    /// The plan that is compared.
    pub plan: Option<&'a Roadmap>,
    /// Kind of territory.
    pub class: Class,
    /// Schools that get support, where documents name any.
    pub schools: Option<usize>,
    /// A figure for each yardstick, in their order.
    pub figures: &'a [Figure],
}

/// The figures of a municipality on a day. `filled` is how many of how many required sections it has.
pub fn figures(territory: &Territory, today: Date, filled: (usize, usize)) -> Vec<Figure> {
    let plan = territory.current_plan();
    let of_plan = |of: &dyn Fn(&Roadmap) -> Figure| plan.map_or(Figure::Unknown, of);
    let share = |is: &dyn Fn(&Event) -> bool| of_plan(&|plan| share(plan.events(), is));
    let stands = |wanted: &[Standing]| share(&|event| wanted.contains(&standing(event, today)));
    let newest = territory.news.iter().map(|item| item.date).max();
    let precise = |wanted: Precision| share(&|event| precision(event) == wanted);
    vec![
        of_plan(&|plan| Figure::Number(plan.events().count())),
        precise(Precision::Day),
        precise(Precision::Month),
        precise(Precision::None),
        of_plan(&december),
        share(&has_number),
        share(&names_person),
        share(&is_reported),
        stands(&[Standing::Done, Standing::DoneWithoutProof]),
        stands(&[Standing::Done]),
        stands(&[Standing::PastWithoutNews]),
        Figure::Share {
            part: filled.0,
            whole: filled.1,
        },
        supported(territory).map_or(Figure::Unknown, Figure::Number),
        newest.map_or(Figure::Unknown, |day| days(day, today)),
        plan.and_then(|plan| told_after(territory, plan))
            .unwrap_or(Figure::Unknown),
    ]
}

/// Schools that get support; none where documents name no such school.
fn supported(territory: &Territory) -> Option<usize> {
    let schools = territory.schools.iter();
    let schools = schools.filter(|school| school.is_supported()).count();
    (schools > 0).then_some(schools)
}

fn share<'e>(events: impl Iterator<Item = &'e Event>, is: &dyn Fn(&Event) -> bool) -> Figure {
    let (mut part, mut whole) = (0, 0);
    for event in events {
        whole += 1;
        part += usize::from(is(event));
    }
    Figure::Share { part, whole }
}

/// Whole days from one day to another; unknown when the first is later, as news of the future are.
fn days(from: Date, to: Date) -> Figure {
    usize::try_from((to - from).get_days()).map_or(Figure::Unknown, Figure::Number)
}

/// How exactly a deadline is set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Precision {
    Day,
    Month,
    None,
}

/// The finest of the times a deadline names.
fn precision(event: &Event) -> Precision {
    let mut found = Precision::None;
    for when in event.deadline.iter().flat_map(|cell| &cell.value.whens) {
        match when.kind {
            WhenKind::Day | WhenKind::DayRange | WhenKind::Until => return Precision::Day,
            kind if kind.is_dated() => found = Precision::Month,
            _ => {}
        }
    }
    found
}

/// Of the measures with a date, those whose last time ends in December.
fn december(plan: &Roadmap) -> Figure {
    let dated = |event: &&Event| precision(event) != Precision::None;
    let last = |event: &Event| {
        let whens = event.deadline.iter().flat_map(|cell| &cell.value.whens);
        let dated = whens.filter(|when| when.kind.is_dated());
        dated.filter_map(|when| when.last.or(when.first)).max()
    };
    share(plan.events().filter(dated), &|event| {
        last(event).is_some_and(|day| day.month() == 12)
    })
}

fn has_number(event: &Event) -> bool {
    let cells = event.indicator.iter().chain(&event.result);
    let mut goals = cells.flat_map(|cell| &cell.value.goals);
    goals.any(|goal| goal.target.is_some())
}

fn names_person(event: &Event) -> bool {
    let parties = event
        .responsible
        .iter()
        .flat_map(|cell| &cell.value.parties);
    parties.into_iter().any(|party| !party.people.is_empty())
}

fn is_reported(event: &Event) -> bool {
    matches!(
        event.status.word,
        StatusWord::Done | StatusWord::Moved | StatusWord::Cancelled
    )
}

/// Days from the date of the approving act to the first news item that names the act.
fn told_after(territory: &Territory, plan: &Roadmap) -> Option<Figure> {
    let act = &plan.approved_by.as_ref()?.to;
    let approved = territory.document(act)?.date.as_ref()?.value;
    let about = territory
        .news
        .iter()
        .filter(|item| item.documents.iter().any(|one| &one.to == act));
    Some(days(approved, about.map(|item| item.date).min()?))
}

/// The kind of a territory by its own word: «муниципальный район», «городской округ», «городское муниципальное
/// образование».
fn class(kind: &str) -> Class {
    let kind = kind.to_lowercase();
    let signs = [
        ("округ", Class::Okrug),
        ("район", Class::District),
        ("город", Class::Town),
    ];
    let mut signs = signs.into_iter();
    signs
        .find(|(sign, _)| kind.contains(sign))
        .map_or(Class::Other, |(_, class)| class)
}

impl<'a> Profile<'a> {
    /// A municipality with its [`figures`].
    pub fn new(territory: &'a Territory, figures: &'a [Figure]) -> Profile<'a> {
        Profile {
            territory,
            plan: territory.current_plan(),
            class: class(&territory.kind),
            schools: supported(territory),
            figures,
        }
    }

    /// How much another municipality differs: the kind of territory weighs most, then the kind of the plan's year, then
    /// the numbers of schools and of measures. Zero for the same.
    pub fn distance(&self, other: &Profile<'_>) -> usize {
        let class = usize::from(self.class != other.class) * 200;
        let year = usize::from(self.year() != other.year()) * 100;
        let events = |one: &Profile<'_>| one.plan.map(|plan| plan.events().count());
        class + year + apart(self.schools, other.schools) + apart(events(self), events(other))
    }

    fn year(&self) -> Option<PeriodKind> {
        self.plan.map(|plan| plan.period.kind)
    }
}

/// How far apart two numbers are, in percent of the greater; half way when one of them is unknown.
fn apart(one: Option<usize>, other: Option<usize>) -> usize {
    match (one, other) {
        (Some(one), Some(other)) => one.abs_diff(other) * 100 / one.max(other).max(1),
        (None, None) => 0,
        _ => 50,
    }
}
