//! The `portal` program: hands its arguments to the command line stage and returns its exit code.

use std::process::ExitCode;

use libmimalloc_sys::{mi_option_set, mi_option_t};
use mimalloc::MiMalloc;

/// A build makes and drops small strings by the hundred million on all threads: a quarter of its time went into the
/// system's allocator.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The option `purge_delay` of mimalloc by its place in `mi_option_e` of `mimalloc.h`, which its authors keep.
const PURGE_DELAY: mi_option_t = 15;

fn main() -> ExitCode {
    keep_memory();
    shnor_portal::cli::run(std::env::args_os())
}

/// Memory that was freed is kept for what comes next: giving it back to the system between two files and asking for it
/// again took a tenth of a build's time and saved a twentieth of its memory.
#[expect(unsafe_code, reason = "the allocator has no other interface")]
fn keep_memory() {
    // SAFETY: sets one number of the allocator, before there is a second thread. An unknown option changes nothing.
    unsafe { mi_option_set(PURGE_DELAY, -1) };
}
