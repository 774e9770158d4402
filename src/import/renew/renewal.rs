//! The steps of a renewal: the file in blocks, its rows paired with those of the paper, blocks changed, put into the order
//! of the paper and read once more.

use std::borrow::Cow;

use crate::content::typed::period;
use crate::content::typed::reader::Reader;
use crate::desk::toml_edit::layout::line_break;
use crate::import::renew::around;
use crate::import::renew::assemble::{Piece, ended, joined, rewritten};
use crate::import::renew::cells;
use crate::import::renew::faithful::{Expected, besides, reads_back};
use crate::import::renew::gone::{self, Kept};
use crate::import::renew::ids::Ids;
use crate::import::renew::matching::{self, Pair};
use crate::import::renew::old::{self, Old, OldEvent};
use crate::import::renew::order::out_of_order;
use crate::import::renew::row::{Cells, Row};
use crate::import::renew::said;
use crate::import::renew::sections::{self, NewSection};
use crate::import::renew::told::{Appeared, Changed, Renewed, Vanished};
use crate::import::renew::unfold::unfolded;
use crate::import::understand::draft::{EventDraft, PlanDraft};
use crate::model::plan::roadmap::ColumnRole;

/// Writes the block of a new measure: its row and its identifier to `[[section.event]]` or `[[event]]` with its keys.
pub type Fresh<'a> = &'a dyn Fn(&EventDraft, &str) -> String;

/// Renews a plan's file from a newly read paper. `path` is that of the file below the content folder; `approved_by` is
/// the identifier of the order that approves the new plan, when known.
///
/// Measures that are still there keep their identifier, status, proofs, notes and comments; only cells that changed are
/// replaced. What left the paper is kept in comments at the end of the file. The same paper again changes nothing.
///
/// # Errors
/// A Russian message when the file has errors, when the paper is the plan of another year, or when the file is laid out
/// so oddly that it could not be changed without loss.
pub fn renewed(
    path: &str,
    text: &str,
    draft: &PlanDraft,
    approved_by: Option<&str>,
    fresh: Fresh<'_>,
) -> Result<Renewed, String> {
    let root = old::table(path, text).ok_or_else(|| {
        format!(
            "в файле {path} есть ошибки, обновить его сейчас нельзя: исправьте то, что покажет portal check, и повторите"
        )
    })?;
    other_year(path, draft)?;
    let laid = unfolded(text, &root, old::head_end(text, &root));
    let mut done = blocks_renewed(path, &laid, draft, approved_by, fresh)?;
    if done.text == laid {
        text.clone_into(&mut done.text);
    } else if matches!(laid, Cow::Owned(_)) {
        done.doubts.push(
            "мероприятия были записаны в фигурных скобках, при обновлении каждое получило свой заголовок [[…]]".to_owned(),
        );
    }
    Ok(done)
}

/// Renews a file in which every section and measure has a header of its own.
fn blocks_renewed(
    path: &str,
    text: &str,
    draft: &PlanDraft,
    approved_by: Option<&str>,
    fresh: Fresh<'_>,
) -> Result<Renewed, String> {
    let old = Old::new(path, text).ok_or_else(|| {
        format!(
            "в файле {path} таблицы стоят в необычном порядке: поставьте столбцы (columns) выше разделов и мероприятий \
             и повторите"
        )
    })?;
    let (new, doubts) = sections::of(draft);
    let kept = gone::kept(text, old.blocks.tail.start);
    let mut work = Renewal {
        path,
        line_break: line_break(text, 0),
        rows: new
            .iter()
            .flat_map(|section| &section.events)
            .copied()
            .collect(),
        pairs: paired(&old, &kept, &new),
        old,
        new,
        kept,
        fresh,
        expected: Vec::new(),
        out: Renewed {
            doubts,
            ..Renewed::default()
        },
    };
    work.run(draft, approved_by)?;
    Ok(work.out)
}

/// Refuses the plan of another year: it is another plan with a file of its own.
fn other_year(path: &str, draft: &PlanDraft) -> Result<(), String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.trim_end_matches(".toml");
    let named = period::parse(stem);
    let Some((named, new)) = named.zip(draft.period.as_ref()) else {
        return Ok(());
    };
    if new.value.last.year() < named.first.year() || named.last.year() < new.value.first.year() {
        return Err(format!(
            "период нового документа — {}, а файл называется {name}: это другой план, импортируйте его в свой файл",
            new.written
        ));
    }
    Ok(())
}

/// The row of the file, or of its comments, for each row of the paper.
fn paired(old: &Old<'_>, kept: &[Kept], new: &[NewSection<'_>]) -> Vec<Option<Pair>> {
    let mut olds = old.rows();
    let alive = olds.len();
    olds.extend(
        kept.iter()
            .map(|kept| Row::new("", &old::cells(&kept.table))),
    );
    let news: Vec<Row> = new
        .iter()
        .flat_map(|section| {
            let row = |event: &&EventDraft| Row::new(section.title(), &cells_of(event));
            section.events.iter().map(row)
        })
        .collect();
    matching::pairs(&olds, &news, alive)
}

fn cells_of(event: &EventDraft) -> Cells {
    let mut cells = Cells::default();
    for ((_, role), cell) in ColumnRole::NAMES.iter().zip(&mut cells) {
        *cell = cells::words(event, *role).to_owned();
    }
    cells
}

struct Renewal<'a> {
    path: &'a str,
    line_break: &'static str,
    old: Old<'a>,
    new: Vec<NewSection<'a>>,
    /// The rows of the paper.
    rows: Vec<&'a EventDraft>,
    /// For each row of the paper the measure that it is; those behind the measures of the file are in `kept`.
    pairs: Vec<Option<Pair>>,
    kept: Vec<Kept>,
    fresh: Fresh<'a>,
    expected: Vec<Expected>,
    out: Renewed,
}

impl Renewal<'_> {
    fn run(&mut self, draft: &PlanDraft, approved_by: Option<&str>) -> Result<(), String> {
        let text = self.old.text;
        let head = around::head(text, &self.old.table, draft, approved_by);
        self.out.around.extend(head.words);
        self.out.doubts.extend(head.doubts);
        let head = rewritten(text, self.old.blocks.head.clone(), head.edits);
        let homes = self.homes();
        let pieces = self.pieces(&homes);
        self.order(&homes);
        self.another_plan();
        let comments = self.vanished(&homes);
        let body = joined(text, &self.old.blocks, &head, &pieces, self.line_break);
        let tail = ended(&self.tail(), &comments, self.line_break);
        self.out.text = body + &tail;
        match reads_back(self.path, &self.out.text, &self.expected) {
            true => Ok(()),
            false => Err(format!(
                "файл {} записан так необычно, что обновить его без потерь не удалось: внесите изменения сами",
                self.path
            )),
        }
    }

    /// Doubts a paper that has hardly a measure of the file.
    fn another_plan(&mut self) {
        let all = self.old.events.len();
        let found = self
            .pairs
            .iter()
            .flatten()
            .filter(|pair| pair.old < all)
            .count();
        if all >= 3 && found * 3 < all {
            self.out.doubts.push(format!(
                "из мероприятий файла в новом документе нашлось {found} (было {all}): тот ли это план?"
            ));
        }
    }

    /// The section of the file for each section of the paper.
    fn homes(&self) -> Vec<Option<usize>> {
        let titles: Vec<String> = (0..self.old.sections.len())
            .map(|at| self.old.section_title(Some(at)))
            .collect();
        let homes: Vec<Option<usize>> = self.old.events.iter().map(|event| event.section).collect();
        sections::pairs(&titles, &self.new, &self.pairs, &homes)
    }

    /// The blocks of the new file in the order of the paper.
    fn pieces(&mut self, homes: &[Option<usize>]) -> Vec<Piece> {
        let known: Vec<String> = self
            .old
            .events
            .iter()
            .map(|event| event.id.clone())
            .chain(self.kept.iter().map(|kept| kept.id.clone()))
            .collect();
        let mut ids = Ids::new(&known, self.old.text);
        let mut pieces = Vec::new();
        let mut row = 0;
        for (at, home) in homes.iter().enumerate() {
            pieces.extend(self.section(at, *home));
            for _ in 0..self.new[at].events.len() {
                pieces.push(self.event(row, &mut ids, self.new[at].draft.is_some()));
                row += 1;
            }
        }
        pieces
    }

    /// The block of a section's own keys; none in a plan without sections.
    fn section(&mut self, at: usize, home: Option<usize>) -> Option<Piece> {
        let draft = self.new[at].draft?;
        let Some(home) = home else {
            let title = said::quoted(self.new[at].title());
            self.out.around.push(format!("появился раздел {title}"));
            return Some(Piece {
                text: around::new_section(draft, self.line_break),
                origin: None,
            });
        };
        let old = &self.old.sections[home];
        let outcome = around::section(self.old.text, &old.table, draft);
        self.out.around.extend(outcome.words);
        Some(Piece {
            text: rewritten(self.old.text, self.old.range(old.block), outcome.edits),
            origin: Some(old.block),
        })
    }

    /// The block of a row of the paper.
    fn event(&mut self, row: usize, ids: &mut Ids, sectioned: bool) -> Piece {
        let draft = self.rows[row];
        let Some(pair) = self.pairs[row] else {
            return self.appeared(draft, ids);
        };
        match self.old.events.get(pair.old).cloned() {
            Some(event) => self.renewed_event(draft, &event, pair, sectioned),
            None => self.returned(draft, pair.old - self.old.events.len(), sectioned),
        }
    }

    fn appeared(&mut self, draft: &EventDraft, ids: &mut Ids) -> Piece {
        let id = ids.next();
        let block = (self.fresh)(draft, &id).replace("\r\n", "\n");
        self.out.appeared.push(appeared(draft, &id, false));
        self.expected.push(Expected { id, besides: None });
        Piece {
            text: block.trim_end().replace('\n', self.line_break),
            origin: None,
        }
    }

    fn renewed_event(
        &mut self,
        draft: &EventDraft,
        event: &OldEvent,
        pair: Pair,
        sectioned: bool,
    ) -> Piece {
        let text = self.old.text;
        let outcome = cells::change(text, &event.table, draft, sectioned, pair.sure);
        let doubts = outcome
            .doubts
            .into_iter()
            .chain(untold(draft, self.old.block(event.block)));
        let doubts = doubts.map(|doubt| format!("{}: {doubt} ({})", event.id, draft.at));
        self.out.doubts.extend(doubts);
        if !outcome.words.is_empty() || !pair.sure {
            self.out.changed.push(Changed {
                id: event.id.clone(),
                at: draft.at.clone(),
                words: outcome.words,
                sure: pair.sure,
            });
        }
        self.expected.push(Expected {
            id: event.id.clone(),
            besides: Some(besides(&event.table)),
        });
        Piece {
            text: rewritten(text, self.old.range(event.block), outcome.edits),
            origin: Some(event.block),
        }
    }

    /// A measure that comes back from its comment.
    fn returned(&mut self, draft: &EventDraft, kept: usize, sectioned: bool) -> Piece {
        let kept = &self.kept[kept];
        let outcome = cells::change(&kept.text, &kept.table, draft, sectioned, true);
        let doubts = outcome.doubts.into_iter();
        self.out
            .doubts
            .extend(doubts.map(|doubt| format!("{}: {doubt} ({})", kept.id, draft.at)));
        self.out.appeared.push(appeared(draft, &kept.id, true));
        self.expected.push(Expected {
            id: kept.id.clone(),
            besides: Some(besides(&kept.table)),
        });
        let text = rewritten(&kept.text, 0..kept.text.len(), outcome.edits);
        Piece {
            text: text.replace('\n', self.line_break),
            origin: None,
        }
    }

    /// Names the measures that stand elsewhere than they stood.
    fn order(&mut self, homes: &[Option<usize>]) {
        let section_of: Vec<usize> = self
            .new
            .iter()
            .enumerate()
            .flat_map(|(at, section)| section.events.iter().map(move |_| at))
            .collect();
        let alive: Vec<(usize, usize)> = self
            .pairs
            .iter()
            .enumerate()
            .filter_map(|(row, pair)| Some((row, pair.as_ref()?.old)))
            .filter(|(_, old)| *old < self.old.events.len())
            .collect();
        let places: Vec<usize> = alive.iter().map(|(_, old)| *old).collect();
        let apart = out_of_order(&places);
        let both = !self.old.sections.is_empty() && self.new.iter().all(|one| one.draft.is_some());
        for (place, (row, old)) in alive.iter().enumerate() {
            let home = self.old.events[*old].section;
            let now = section_of[*row];
            let words = if both && home != homes[now] {
                let (from, to) = (self.old.section_title(home), self.new[now].title());
                format!(
                    "перешло из раздела {} в раздел {}",
                    said::quoted(&from),
                    said::quoted(to)
                )
            } else if apart.contains(&place) {
                match row.checked_sub(1).map(|before| &self.expected[before].id) {
                    Some(before) => format!("стоит теперь после {before}"),
                    None => "стоит теперь первым".to_owned(),
                }
            } else {
                continue;
            };
            self.out.moved.push(Changed {
                id: self.old.events[*old].id.clone(),
                at: self.rows[*row].at.clone(),
                words: vec![words],
                sure: true,
            });
        }
        let found: Vec<usize> = homes.iter().flatten().copied().collect();
        if !out_of_order(&found).is_empty() {
            self.out
                .around
                .push("разделы стоят в другом порядке".to_owned());
        }
    }

    /// Tells what left the paper, and gives the comments that keep it.
    fn vanished(&mut self, homes: &[Option<usize>]) -> Vec<String> {
        let mut comments = Vec::new();
        for at in 0..self.old.sections.len() {
            if homes.contains(&Some(at)) {
                continue;
            }
            let title = said::quoted(&self.old.section_title(Some(at)));
            let block = self.old.block(self.old.sections[at].block);
            comments.push(gone::section(block, &title, self.line_break));
            self.out.around.push(format!(
                "раздел {title} исчез из документа, его слова сохранены в комментарии в конце файла"
            ));
        }
        for (at, event) in self.old.events.iter().enumerate() {
            if self.pairs.iter().flatten().any(|pair| pair.old == at) {
                continue;
            }
            let reader = Reader::new(&event.table);
            let vanished = Vanished {
                id: event.id.clone(),
                number: reader.text("number"),
                title: reader.required("title"),
                status: reader.text("status"),
                proofs: said::proofs(&event.table),
                fate: said::fate(&event.table),
            };
            let block = self.old.block(event.block);
            comments.push(gone::event(block, &vanished.line(), self.line_break));
            self.out.vanished.push(vanished);
        }
        comments
    }

    /// The end of the file without the comments of measures that came back.
    fn tail(&self) -> String {
        let tail = self.old.blocks.tail.clone();
        let mut text = self.old.text[tail.clone()].to_owned();
        let back = self.pairs.iter().flatten();
        let back = back.filter_map(|pair| pair.old.checked_sub(self.old.events.len()));
        let mut ranges: Vec<_> = back.map(|kept| self.kept[kept].range.clone()).collect();
        ranges.sort_by_key(|range| std::cmp::Reverse(range.start));
        for range in ranges {
            text.replace_range(range.start - tail.start..range.end - tail.start, "");
        }
        text
    }
}

fn appeared(draft: &EventDraft, id: &str, returned: bool) -> Appeared {
    Appeared {
        id: id.to_owned(),
        number: draft.number.clone(),
        title: draft.words(ColumnRole::Title).to_owned(),
        at: draft.at.clone(),
        returned,
    }
}

/// Words of columns that the portal has no place for and that no comment of the measure holds.
fn untold(draft: &EventDraft, block: &str) -> Vec<String> {
    let packed = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let block = packed(block);
    draft
        .extra
        .iter()
        .filter(|(_, words)| !block.contains(&packed(words)))
        .map(|(heading, words)| {
            let heading = if heading.is_empty() {
                "без заголовка"
            } else {
                heading
            };
            format!(
                "столбцу {} нет места на портале, его слова не записаны: {}",
                said::quoted(heading),
                said::quoted(words)
            )
        })
        .collect()
}
