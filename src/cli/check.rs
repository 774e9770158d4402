//! `portal check`: every problem of the content at once.

use crate::build;
use crate::cli::args::{CheckOptions, Format};
use crate::cli::{CONTENT, FINE, common};
use crate::diag::show;

pub fn run(options: &CheckOptions) -> u8 {
    let sources = match common::content(&options.content) {
        Ok(sources) => sources,
        Err(code) => return code,
    };
    let outcome = build::check(&sources);
    let (errors, warnings) = common::count(&outcome.diagnostics);
    match options.format {
        Format::Text => {
            common::show_problems(&outcome.diagnostics, &sources);
            eprintln!("{}", show::summary_line(errors, warnings));
        }
        Format::Github => print!("{}", show::github(&outcome.diagnostics, &sources, "")),
        Format::Json => println!("{}", show::json(&outcome.diagnostics, &sources)),
    }
    if errors > 0 { CONTENT } else { FINE }
}
