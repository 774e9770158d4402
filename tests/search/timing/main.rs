//! How long the search index of some content takes, apart from everything else:
//! `cargo run --release --example index-time -- FOLDER [OUT]`.
//!
//! With `OUT`, the files of the index are written there, so that two versions can be compared byte for byte.
//! Prints documents, files and bytes of the index, wall and processor seconds of indexing alone, and memory: of the portal
//! as it was read, and the peak with the index.
//!
//! With `ASK` set in the environment to a file of queries, one a line, choices behind it as `\tregion=Республика Алтай`, the
//! answers of the program are printed instead, one a line: addresses with worth. `parts.mjs` compares them with the script's.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use std::time::Instant;

use jiff::civil::date;
use mimalloc::MiMalloc;
use shnor_portal::build;
use shnor_portal::files::disk::read_tree;
use shnor_portal::files::sources::Sources;
use shnor_portal::search::index::{File, Parts};
use shnor_portal::search::query::filter::{Facet, Filters};
use shnor_portal::search::query::{self, Query};

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| "content".to_owned());
    let out = arguments.next();
    let done = read_tree(Path::new(&folder))
        .map_err(|error| error.to_string())
        .and_then(|sources| match std::env::var("ASK") {
            Ok(queries) => answer(&sources, &queries, out.as_deref()),
            Err(_) => measure(sources, out.as_deref()),
        });
    if let Err(error) = done {
        eprintln!("{error}");
        std::process::exit(2);
    }
}

fn measure(sources: Sources, out: Option<&str>) -> Result<(), String> {
    let understood = build::understood(&sources);
    drop(sources);
    let before = memory("VmRSS");
    let (wall, cpu) = (Instant::now(), processor_seconds());
    let sums: Mutex<BTreeMap<&str, (usize, usize)>> = Mutex::default();
    understood.each_of_index(&|files| {
        if let Ok(mut sums) = sums.lock() {
            for file in &files {
                let sum = sums.entry(part(&file.path)).or_default();
                *sum = (sum.0 + 1, sum.1 + file.bytes.len());
            }
        }
        let written = out.map_or(Ok(()), |out| write(Path::new(out), &files));
        if let Err(error) = written {
            eprintln!("{error}");
        }
    });
    let (wall, cpu) = (wall.elapsed().as_secs_f64(), processor_seconds() - cpu);
    println!("events {}", understood.events());
    let sums = sums.into_inner().map_err(|error| error.to_string())?;
    let (count, bytes) = sums
        .values()
        .fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
    println!("files {count}, bytes {bytes}");
    for (name, (count, bytes)) in sums {
        println!("  {name}: {count} files, {bytes} bytes");
    }
    println!("wall {wall:.2} s, processor {cpu:.2} s");
    println!(
        "memory: portal {before} MB, peak with index {} MB",
        memory("VmHWM")
    );
    Ok(())
}

/// Answers of an index of several parts.
fn answer(sources: &Sources, queries: &str, out: Option<&str>) -> Result<(), String> {
    let queries = std::fs::read_to_string(queries).map_err(|error| error.to_string())?;
    let (searchable, _) = build::searchable_in(sources, Some(Parts::Regions));
    if let Some(out) = out {
        write(Path::new(out), &searchable.files)?;
    }
    let files: BTreeMap<&str, &[u8]> = searchable
        .files
        .iter()
        .map(|file| (file.path.as_str(), file.bytes.as_slice()))
        .collect();
    let read = |path: &str| files.get(path).map(|bytes| bytes.to_vec());
    for line in queries.lines() {
        let mut parts = line.split('\t');
        let text = parts.next().unwrap_or_default();
        let chosen = parts.filter_map(|choice| {
            let (name, value) = choice.split_once('=')?;
            let facet = Facet::ALL.into_iter().find(|facet| facet.name() == name)?;
            Some((facet, value.to_owned()))
        });
        let query = Query {
            text,
            filters: Filters {
                chosen: chosen.collect(),
            },
            today: date(2026, 11, 22),
            literal: false,
            limit: 60,
        };
        let answer = query::search(&read, &searchable.analyzer, &query).unwrap_or_default();
        let found: Vec<String> = answer
            .results
            .iter()
            .map(|result| format!("{} {}", result.url.trim_start_matches('/'), result.score))
            .collect();
        println!("{}", found.join("\t"));
    }
    Ok(())
}

fn write(out: &Path, files: &[File]) -> Result<(), String> {
    for file in files {
        let path = out.join(&file.path);
        let folder = path.parent().unwrap_or(out);
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&path, &file.bytes))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// What a file of the index holds, by its path: files of cards have a number before their hash.
fn part(path: &str) -> &'static str {
    let cards = path.matches('.').count() == 2;
    match (path.contains("/s/"), path.ends_with(".bin"), cards) {
        (true, _, _) => "offers",
        (false, false, true) => "cards",
        (false, false, false) => "words and columns",
        (false, true, true) => "cards of regions",
        (false, true, false) => "words, tables and columns of regions",
    }
}

/// Processor time of this process so far, all threads; 0 where `/proc` does not tell.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let ticks = |at: usize| {
        fields
            .get(at)
            .and_then(|field| field.parse::<f64>().ok())
            .unwrap_or(0.0)
    };
    // User and system time are fields 14 and 15; the clock of Linux has 100 ticks a second.
    (ticks(11) + ticks(12)) / 100.0
}

/// A line of `/proc/self/status` in megabytes; 0 where there is none.
fn memory(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status
        .lines()
        .find_map(|text| text.strip_prefix(line)?.strip_prefix(':'));
    let kilobytes = found.and_then(|text| text.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1024
}
