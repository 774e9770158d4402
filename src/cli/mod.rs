//! Commands for people: the only code that prints. Results go to standard output, progress and problems to standard error.

mod args;
mod build;
mod check;
mod common;
mod serve;

use std::ffi::OsString;
use std::process::ExitCode;

use args::Command;

/// Everything is as it should be.
const FINE: u8 = 0;
/// Something in the content stops publishing.
const CONTENT: u8 = 1;
/// The command line, the disk or the theme is at fault.
const ENVIRONMENT: u8 = 2;

/// Runs the program with the arguments it was started with.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let code = match args::parse(arguments) {
        Ok(Command::Build(options)) => build::run(&options),
        Ok(Command::Check(options)) => check::run(&options),
        Ok(Command::Serve(options)) => serve::run(&options),
        Err(stop) => stop.print(),
    };
    ExitCode::from(code)
}
