//! Papers changed at random, always the same way: whatever happens to the rows, no fact is lost.

use shnor_portal::import::understand::draft::PlanDraft;
use shnor_portal::model::plan::roadmap::ColumnRole;

use super::drafts::{draft, renew, row, set};
use super::{ids, in_lines};
use crate::harness::Content;

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit.max(1)
    }
}

/// A plan of the content with a fact of its own at every measure.
fn with_facts(text: &str) -> String {
    let mut out = String::new();
    let mut number = 0;
    for line in text.lines() {
        out.push_str(line);
        out.push('\n');
        if line.starts_with("id = ") {
            number += 1;
            out.push_str(&format!("fact = \"Сделано дело {number}\"\n"));
        }
    }
    out
}

/// The ids of a text with their facts, whether they stand in the plan or in its comments.
fn facts(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut id = String::new();
    for line in text.lines() {
        let line = line.strip_prefix("# ").unwrap_or(line);
        if let Some(rest) = line.strip_prefix("id = ") {
            id = rest.to_owned();
        }
        if let Some(rest) = line.strip_prefix("fact = ") {
            found.push((id.clone(), rest.to_owned()));
        }
    }
    found.sort();
    found
}

/// All changes of [`change`].
const ALL: [usize; 9] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/// Makes one of the given changes.
fn change(paper: &mut PlanDraft, chance: &mut Chance, which: &[usize]) {
    const TITLES: [&str; 4] = [
        "Неделя открытых уроков в школах района",
        "Олимпиада для пятиклассников",
        "Опрос выпускников прошлых лет",
        "Встреча с родителями будущих первоклассников",
    ];
    let section = chance.below(paper.sections.len());
    let other = chance.below(paper.sections.len());
    let count = paper.sections[section].events.len();
    let at = chance.below(count);
    let what = which[chance.below(which.len())];
    if count == 0 && what != 1 {
        return;
    }
    match what {
        0 => {
            paper.sections[section].events.remove(at);
        }
        1 => {
            let title = format!("{} № {}", TITLES[chance.below(4)], chance.below(50));
            let at = chance.below(count + 1);
            let new = row("", &title, "ноябрь", "Управление");
            paper.sections[section].events.insert(at, new);
        }
        2 => {
            let with = chance.below(count);
            paper.sections[section].events.swap(at, with);
        }
        3 => {
            let event = paper.sections[section].events.remove(at);
            let to = chance.below(paper.sections[other].events.len() + 1);
            paper.sections[other].events.insert(to, event);
        }
        4 => set(
            &mut paper.sections[section].events[at],
            ColumnRole::Deadline,
            "сентябрь 2023 года",
        ),
        5 => {
            let event = &mut paper.sections[section].events[at];
            let title = event.words(ColumnRole::Title).replacen('о', "а", 1);
            set(event, ColumnRole::Title, &title);
        }
        6 => set(
            &mut paper.sections[section].events[at],
            ColumnRole::Title,
            TITLES[chance.below(4)],
        ),
        7 => {
            let event = paper.sections[section].events[at].clone();
            paper.sections[section].events.push(event);
        }
        _ => {
            let mut number = 0;
            for event in paper
                .sections
                .iter_mut()
                .flat_map(|section| &mut section.events)
            {
                number += 1;
                set(event, ColumnRole::Number, &format!("{number})"));
            }
            if paper.sections[section].title.is_some() {
                paper.sections[section].title =
                    Some("Новое название раздела\nв две строки".to_owned());
            }
        }
    }
}

#[test]
fn whatever_happens_to_the_rows_no_fact_is_lost() {
    let mut chance = Chance(2023);
    let content = Content::real();
    let sources = content.sources();
    let plans: Vec<_> = sources
        .iter()
        .filter(|(_, file)| file.path.contains("/plans/"))
        .collect();
    for round in 0..30 {
        let (_, file) = plans[round % plans.len()];
        let line_break = if round % 2 == 0 { "\n" } else { "\r\n" };
        let mut text = in_lines(&with_facts(&file.text().expect("text")), line_break);
        let all = facts(&text);
        for _ in 0..3 {
            let mut paper = draft(&text);
            for _ in 0..chance.below(6) {
                change(&mut paper, &mut chance, &ALL);
            }
            let renewed = renew(&file.path, &text, &paper);
            assert_eq!(
                facts(&renewed.text),
                all,
                "{}: {:#?}\n{}",
                file.path,
                renewed.report(),
                super::diff(&text, &renewed.text)
            );
            let events = paper.events().count();
            let read: Vec<String> = draft(&renewed.text)
                .events()
                .map(|event| event.words(ColumnRole::Title).to_owned())
                .collect();
            assert_eq!(read.len(), events);
            let again = renew(&file.path, &renewed.text, &paper);
            assert!(
                again.is_same(&renewed.text),
                "{}\n{}\n{:#?}",
                file.path,
                super::diff(&renewed.text, &again.text),
                again.report()
            );
            assert_eq!(renewed.text.contains('\r'), line_break == "\r\n");
            text = renewed.text;
        }
        if file.path.contains("zhigalovskiy") {
            let mut content = Content::around(&file.path);
            content.put(&file.path, text.as_str());
            let place = format!("{}:", file.path);
            let errors: Vec<_> = content
                .errors()
                .into_iter()
                .filter(|(at, _)| at.starts_with(&place))
                .collect();
            assert!(errors.is_empty(), "{errors:#?}");
        }
    }
}

#[test]
fn the_plan_of_another_place_shares_no_measures_and_is_doubted() {
    let content = Content::real();
    let path = |place: &str| format!("{place}/plans/2023.toml");
    let places = [
        "38-irkutskaya/zhigalovskiy",
        "04-altay",
        "10-kareliya/kemskiy",
        "70-tomskaya/pervomayskiy",
    ];
    for old in places {
        for new in places.into_iter().filter(|new| *new != old) {
            let paper = draft(&content.text(&path(new)));
            let text = content.text(&path(old));
            let renewed = renew(&path(old), &text, &paper);
            let kept = paper.events().count() - renewed.appeared.len();
            assert_eq!(kept, 0, "{:#?}", renewed.report());
            let doubt = renewed.doubts.last().expect("a doubt");
            assert!(doubt.contains("тот ли это план"), "{doubt}");
        }
    }
}

#[test]
fn corrected_rows_keep_their_ids() {
    // Taken out, put in, swapped, moved, another deadline, a slip, numbered anew.
    const GENTLE: [usize; 7] = [0, 1, 2, 3, 4, 5, 8];
    let mut chance = Chance(7);
    let content = Content::real();
    let sources = content.sources();
    let mut wrong = Vec::new();
    let mut all = 0;
    for (_, file) in sources
        .iter()
        .filter(|(_, file)| file.path.contains("/plans/"))
    {
        let text = file.text().expect("text");
        let known: Vec<String> = ids(&text).split(' ').map(str::to_owned).collect();
        for _ in 0..6 {
            let mut paper = draft(&text);
            for _ in 0..8 {
                change(&mut paper, &mut chance, &GENTLE);
            }
            let renewed = renew(&file.path, &text, &paper);
            let found = ids(&renewed.text);
            for (event, id) in paper.events().zip(found.split(' ')) {
                all += 1;
                let meant = known.get(event.at.row as usize - 1);
                let right = match meant {
                    Some(meant) => meant == id,
                    None => !known.iter().any(|known| known == id),
                };
                if !right {
                    wrong.push(format!("{}: {meant:?} got {id}", file.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {all}: {wrong:#?}", wrong.len());
}
