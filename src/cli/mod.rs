//! Commands for people: the only code that prints. Results go to standard output, progress and problems to standard error.

mod admin;
mod args;
mod build;
mod check;
mod exit;
mod explain;
mod export;
mod fix;
mod harm;
mod ids;
mod import;
mod input;
mod join;
mod new;
mod output;
mod remembered;
mod report;
mod schema;
mod search;
mod serve;
mod snapshot;
mod status;
mod timings;
mod verify;

use std::ffi::OsString;
use std::process::ExitCode;

use args::Command;

/// Runs the program with the arguments it was started with.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let code = match args::parse(arguments) {
        Ok(Command::Build(options)) => build::run(&options),
        Ok(Command::Check(options)) => check::run(&options),
        Ok(Command::Serve(options)) => serve::run(&options),
        Ok(Command::Explain(options)) => explain::run(&options),
        Ok(Command::Admin(options)) => admin::run(&options),
        Ok(Command::Schema(options)) => schema::run(&options),
        Ok(Command::Search(options)) => search::run(&options),
        Ok(Command::New(options)) => new::run(&options),
        Ok(Command::Status(options)) => status::run(&options),
        Ok(Command::Import(options)) => import::run(&options),
        Ok(Command::Export(options)) => export::run(&options),
        Ok(Command::Join(options)) => join::run(&options),
        Ok(Command::Ids(options)) => ids::run(&options),
        Ok(Command::Verify(options)) => verify::run(&options),
        Ok(Command::Snapshot(options)) => snapshot::run(&options),
        Err(stop) => stop.print(),
    };
    ExitCode::from(code)
}
