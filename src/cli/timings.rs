//! `portal build --timings`: what each stage of a build cost. Watches the build and stands between it and its sink.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::build::{Artifact, Key, Sink, Stage, Watch};
use crate::files::usage::{peak_memory, processor_seconds};

/// A build shorter than this shows no progress bar.
const PATIENCE: Duration = Duration::from_millis(400);

/// Watches a build: moves the progress bar, and measures.
pub struct Watcher {
    started: Instant,
    bar: ProgressBar,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    now: Option<Begun>,
    stages: BTreeMap<Stage, Cost>,
    kinds: BTreeMap<&'static str, (usize, Duration)>,
}

/// A stage that goes on.
struct Begun {
    stage: Stage,
    at: Instant,
    /// Seconds of processors until then.
    processor: Option<f64>,
}

/// What a stage cost.
#[derive(Default, Clone, Copy)]
struct Cost {
    wall: Duration,
    processor: Option<f64>,
    files: usize,
    bytes: u64,
}

impl Watcher {
    pub fn new() -> Watcher {
        let bar = ProgressBar::new(0);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} из {len} страниц")
        {
            bar.set_style(style);
        }
        Watcher {
            started: Instant::now(),
            bar,
            state: Mutex::default(),
        }
    }

    /// Since the watcher was made.
    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// The last stage is over.
    pub fn ends(&self) {
        self.bar.finish_and_clear();
        self.state().end();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn count(&self, bytes: usize) {
        let mut state = self.state();
        let Some(stage) = state.now.as_ref().map(|begun| begun.stage) else {
            return;
        };
        let cost = state.stages.entry(stage).or_default();
        cost.files += 1;
        cost.bytes += bytes as u64;
    }

    /// The table. `disk` is how long threads were busy with writing.
    pub fn table(&self, disk: Duration) -> String {
        let state = self.state();
        let mut rows = vec![["Этап", "секунд", "процессора", "файлов", "МБ"].map(str::to_owned)];
        let mut all = Cost::default();
        for (stage, cost) in &state.stages {
            all.wall += cost.wall;
            all.processor = cost
                .processor
                .map(|more| more + all.processor.unwrap_or(0.0));
            all.files += cost.files;
            all.bytes += cost.bytes;
            rows.push(row(name(*stage).to_owned(), cost));
            if *stage == Stage::Pages {
                for (kind, (pages, took)) in &state.kinds {
                    let cost = Cost {
                        wall: Duration::ZERO,
                        processor: Some(took.as_secs_f64()),
                        files: *pages,
                        bytes: 0,
                    };
                    rows.push(row(format!("  {kind}"), &cost));
                }
            }
        }
        rows.push(row("Всего".to_owned(), &all));
        let mut table = aligned(&rows);
        table.push_str(&format!(
            "Из них на запись файлов, по всем потокам: {:.2} с.\n",
            disk.as_secs_f64()
        ));
        if let Some(bytes) = peak_memory() {
            table.push_str(&format!(
                "Памяти самое большее: {} МБ.\n",
                bytes / 1_000_000
            ));
        }
        table
    }
}

impl State {
    fn end(&mut self) {
        let Some(begun) = self.now.take() else {
            return;
        };
        let cost = self.stages.entry(begun.stage).or_default();
        cost.wall += begun.at.elapsed();
        if let (Some(before), Some(now)) = (begun.processor, processor_seconds()) {
            cost.processor = Some(cost.processor.unwrap_or(0.0) + now - before);
        }
    }
}

impl Watch for Watcher {
    fn begins(&self, stage: Stage) {
        let mut state = self.state();
        state.end();
        state.now = Some(Begun {
            stage,
            at: Instant::now(),
            processor: processor_seconds(),
        });
    }

    fn pages(&self, done: usize, of: usize) {
        if self.started.elapsed() > PATIENCE {
            self.bar.set_length(of as u64);
            self.bar.set_position(done as u64);
        }
    }

    fn page(&self, kind: &'static str, took: Duration) {
        let mut state = self.state();
        let (pages, time) = state.kinds.entry(kind).or_default();
        *pages += 1;
        *time += took;
    }
}

/// A sink whose files are counted under the stage that makes them.
pub struct Counted<'a> {
    pub sink: &'a dyn Sink,
    pub watcher: &'a Watcher,
}

impl Sink for Counted<'_> {
    fn put(&self, file: Artifact) {
        self.watcher.count(file.bytes.len());
        self.sink.put(file);
    }

    fn put_made(&self, file: Artifact, from: Key) {
        self.watcher.count(file.bytes.len());
        self.sink.put_made(file, from);
    }

    fn remembers(&self) -> bool {
        self.sink.remembers()
    }

    fn keep(&self, path: &str, from: Key) -> bool {
        self.sink.keep(path, from)
    }

    fn keep_all(&self, from: Key) -> Option<Vec<u8>> {
        self.sink.keep_all(from)
    }

    fn note(&self, from: Key, note: Vec<u8>) {
        self.sink.note(from, note);
    }

    fn is_broken(&self) -> bool {
        self.sink.is_broken()
    }
}

fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Comparing => "Сверка с прошлой сборкой",
        Stage::Reading => "Чтение",
        Stage::Understanding => "Разбор",
        Stage::Map => "Карта страниц",
        Stage::Checking => "Проверки",
        Stage::CardOrders => "Картинки: разметка",
        Stage::Data => "Открытые данные",
        Stage::Pages => "Страницы",
        Stage::Calendars => "Календари",
        Stage::Feeds => "Ленты",
        Stage::Search => "Поиск",
        Stage::Rest => "Тема, вложения, карта сайта",
        Stage::Cards => "Картинки: рисование",
        Stage::Writing => "Замена файлов сайта",
        Stage::Memo => "Память о сборке",
    }
}

fn row(name: String, cost: &Cost) -> [String; 5] {
    let shown = |is: bool, text: String| if is { text } else { String::new() };
    [
        name,
        shown(
            !cost.wall.is_zero(),
            format!("{:.2}", cost.wall.as_secs_f64()),
        ),
        cost.processor
            .map(|seconds| format!("{seconds:.2}"))
            .unwrap_or_default(),
        shown(cost.files > 0, cost.files.to_string()),
        shown(cost.bytes > 0, format!("{:.1}", cost.bytes as f64 / 1e6)),
    ]
}

/// The first column to the left, numbers to the right.
fn aligned(rows: &[[String; 5]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: [usize; 5] = std::array::from_fn(|column| width(column).unwrap_or_default());
    let mut text = String::new();
    for row in rows {
        let mut line = format!("{:<1$}", row[0], widths[0]);
        for (cell, width) in row.iter().zip(widths).skip(1) {
            line.push_str(&format!("  {cell:>width$}"));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
