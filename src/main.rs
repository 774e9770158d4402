//! The `portal` program: hands its arguments to the command line stage and returns its exit code.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// A build makes and drops small strings by the hundred million on all threads: a quarter of its time went into the
/// system's allocator.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    shnor_portal::cli::run(std::env::args_os())
}
