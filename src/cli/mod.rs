//! Commands for people: the only code that prints. Results go to standard output, progress and problems to standard error.

mod args;
mod build;
mod check;
mod exit;
mod fix;
mod input;
mod report;
mod search;
mod serve;

use std::ffi::OsString;
use std::process::ExitCode;

use args::Command;

/// Runs the program with the arguments it was started with.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let code = match args::parse(arguments) {
        Ok(Command::Build(options)) => build::run(&options),
        Ok(Command::Check(options)) => check::run(&options),
        Ok(Command::Serve(options)) => serve::run(&options),
        Ok(Command::Search(options)) => search::run(&options),
        Err(stop) => stop.print(),
    };
    ExitCode::from(code)
}
