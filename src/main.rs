//! The `portal` program: hands its arguments to the command line stage and returns its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    shnor_portal::cli::run(std::env::args_os())
}
