//! The `redress` command: maps the outcome of a run to an exit code.

use redress::cli::{self, Ended};
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Ended::Done => ExitCode::SUCCESS,
        Ended::Failed => ExitCode::FAILURE,
        Ended::Misused => ExitCode::from(2),
    }
}
