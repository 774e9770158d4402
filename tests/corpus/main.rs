//! `cargo run --release --example corpus -- --municipalities 2300 --out DIR [--seed 1] [--content content]`: writes a
//! content folder with so many municipalities, the real ones among them.

#[path = "mod.rs"]
mod corpus;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use corpus::seeds::Seeds;

fn main() -> Result<(), Box<dyn Error>> {
    let options = options()?;
    let content = read(&options.content)?;
    let texts = texts(&content);
    if options.out.exists() && fs::read_dir(&options.out)?.next().is_some() {
        return Err(format!("{} is not empty", options.out.display()).into());
    }
    for (path, bytes) in &content {
        write(&options.out, path, bytes)?;
    }
    let real = content
        .keys()
        .filter(|path| path.ends_with("/municipality.toml"))
        .count();
    let invented = options.municipalities.saturating_sub(real);
    let seeds = Seeds::new(&texts);
    let counts: Result<Vec<usize>, String> = (0..invented)
        .into_par_iter()
        .map(|number| municipality(&seeds, options.seed, number, &options.out))
        .collect();
    let count = content.len() + counts?.into_iter().sum::<usize>();
    println!("{count} files in {}", options.out.display());
    Ok(())
}

/// Writes the files of the municipality with this number; gives their count.
fn municipality(seeds: &Seeds, seed: u64, number: usize, out: &Path) -> Result<usize, String> {
    let files = corpus::everything_of(seeds, seed, number);
    for (path, bytes) in &files {
        write(out, path, bytes).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(files.len())
}

struct Options {
    municipalities: usize,
    seed: u64,
    content: PathBuf,
    out: PathBuf,
}

fn options() -> Result<Options, Box<dyn Error>> {
    let mut options = Options {
        municipalities: 100,
        seed: 1,
        content: "content".into(),
        out: PathBuf::new(),
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words
            .next()
            .ok_or_else(|| format!("{word} needs a value"))?;
        match word.as_str() {
            "--municipalities" => options.municipalities = value.parse()?,
            "--seed" => options.seed = value.parse()?,
            "--content" => options.content = value.into(),
            "--out" => options.out = value.into(),
            _ => {
                return Err(format!(
                    "unknown option {word}; known: --municipalities --seed --content --out"
                )
                .into());
            }
        }
    }
    if options.out.as_os_str().is_empty() {
        return Err("--out DIR is needed".into());
    }
    Ok(options)
}

/// What is text; pictures are copied only.
fn texts(content: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    content
        .iter()
        .filter_map(|(path, bytes)| Some((path.clone(), str::from_utf8(bytes).ok()?.to_owned())))
        .collect()
}

fn read(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Box<dyn Error>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let path = entry
                .path()
                .strip_prefix(folder)?
                .to_string_lossy()
                .replace('\\', "/");
            files.insert(path, fs::read(entry.path())?);
        }
    }
    Ok(files)
}

fn write(out: &Path, path: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let path = out.join(path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, bytes)?)
}
