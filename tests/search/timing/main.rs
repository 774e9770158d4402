//! How long the search index of some content takes, apart from everything else:
//! `cargo run --release --example index-time -- FOLDER [OUT]`.
//!
//! With `OUT`, the files of the index are written there, so that two versions can be compared byte for byte.
//! Prints documents, files and bytes of the index, wall and processor seconds of indexing alone, and memory: of the portal
//! as it was read, and the peak with the index.

use std::path::Path;
use std::time::Instant;

use shnor_portal::build;
use shnor_portal::files::disk::read_tree;
use shnor_portal::search::index::File;

fn main() {
    let folder = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "content".to_owned());
    let sources = match read_tree(Path::new(&folder)) {
        Ok(sources) => sources,
        Err(error) => {
            eprintln!("{folder}: {error}");
            std::process::exit(2);
        }
    };
    let understood = build::understood(&sources);
    drop(sources);
    let before = memory("VmRSS");
    let (wall, cpu) = (Instant::now(), processor_seconds());
    let files = understood.index();
    let (wall, cpu) = (wall.elapsed().as_secs_f64(), processor_seconds() - cpu);
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    println!("events {}", understood.events());
    println!("files {}, bytes {bytes}", files.len());
    for name in ["cards", "offers", "words and columns"] {
        let found = files.iter().filter(|file| part(&file.path) == name);
        let (count, bytes) = found.fold((0, 0), |(count, sum), file| {
            (count + 1, sum + file.bytes.len())
        });
        println!("  {name}: {count} files, {bytes} bytes");
    }
    println!("wall {wall:.2} s, processor {cpu:.2} s");
    println!(
        "memory: portal {before} MB, peak with index {} MB",
        memory("VmHWM")
    );
    if let Some(out) = std::env::args().nth(2)
        && let Err(error) = write(Path::new(&out), &files)
    {
        eprintln!("{out}: {error}");
        std::process::exit(2);
    }
}

fn write(out: &Path, files: &[File]) -> std::io::Result<()> {
    for file in files {
        let path = out.join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap_or(out))?;
        std::fs::write(path, &file.bytes)?;
    }
    Ok(())
}

/// What a file of the index holds, by its path: files of cards have a number before their hash.
fn part(path: &str) -> &'static str {
    match (path.contains("/s/"), path.matches('.').count()) {
        (true, _) => "offers",
        (false, 2) => "cards",
        _ => "words and columns",
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
