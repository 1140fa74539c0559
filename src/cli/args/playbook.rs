//! `redress playbook`: the tools of those who write playbooks.

use super::JsonArgs;
use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Clone, Subcommand)]
pub(in crate::cli) enum PlaybookCommand {
    Check(CheckArgs),
    List(JsonArgs),
    Simulate(SimulateArgs),
    Test(TestArgs),
    Graph(GraphArgs),
    New(NewArgs),
    Diff(DiffArgs),
    Schema,
    Help(HelpArgs),
}

#[derive(Debug, Clone, ClapArgs)]
pub(in crate::cli) struct CheckArgs {
    #[arg(value_name = "PATH")]
    pub(in crate::cli) paths: Vec<PathBuf>,
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

#[derive(Debug, Clone, ClapArgs)]
pub(in crate::cli) struct SimulateArgs {
    #[arg(value_name = "PLAYBOOK")]
    pub(in crate::cli) playbook: String,
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) facts: PathBuf,
    #[arg(long)]
    pub(in crate::cli) json: bool,
    #[arg(long, conflicts_with = "json")]
    pub(in crate::cli) texts: bool,
}

#[derive(Debug, Clone, ClapArgs)]
pub(in crate::cli) struct TestArgs {
    #[arg(value_name = "PATH")]
    pub(in crate::cli) paths: Vec<PathBuf>,
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

#[derive(Debug, Clone, ClapArgs)]
pub(in crate::cli) struct GraphArgs {
    #[arg(value_name = "PLAYBOOK")]
    pub(in crate::cli) playbook: String,
    #[arg(long, conflicts_with = "text")]
    pub(in crate::cli) mermaid: bool,
    #[arg(long)]
    pub(in crate::cli) text: bool,
}

#[derive(Debug, Clone, ClapArgs)]
pub(in crate::cli) struct NewArgs {
    #[arg(value_name = "FILE")]
    pub(in crate::cli) file: PathBuf,
    #[arg(long, value_name = "PLAYBOOK")]
    pub(in crate::cli) extends: Option<String>,
}

#[derive(Debug, Clone, ClapArgs)]
pub(in crate::cli) struct DiffArgs {
    #[arg(value_name = "BEFORE")]
    pub(in crate::cli) before: String,
    #[arg(value_name = "AFTER")]
    pub(in crate::cli) after: String,
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

#[derive(Debug, Clone, ClapArgs)]
pub(in crate::cli) struct HelpArgs {
    #[arg(value_name = "CONSTRUCT")]
    pub(in crate::cli) construct: Option<String>,
}
