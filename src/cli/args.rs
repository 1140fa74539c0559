//! The arguments, as types. Their help stands in the text tables, by the names used here.

mod deed;
mod playbook;
mod settling;

pub(super) use deed::{Deed, DoArgs};
pub(super) use playbook::{
    CheckArgs, DiffArgs, GraphArgs, HelpArgs, NewArgs, PlaybookCommand, SimulateArgs, TestArgs,
};
pub(super) use settling::{MoneyArgs, OptionArgs, SettlingArgs};

use crate::config::Paths;
use crate::domain::{Lang, Platform, Stamp};
use clap::{Args as ClapArgs, Parser, Subcommand};
use clap_complete::Shell;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone, Parser)]
#[command(name = "redress", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) opening: Opening,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// The arguments where no subcommand is named: those that open the console.
#[derive(Debug, Clone, Parser)]
#[command(name = "redress", disable_help_flag = true)]
pub(super) struct Opening {
    #[arg(value_name = "FILE")]
    pub(super) name: Option<PathBuf>,
    #[command(flatten)]
    pub(super) common: Common,
    #[command(flatten)]
    pub(super) frame: FrameArgs,
}

impl Opening {
    /// Reads arguments that open the console; nothing when they ask for something else or are
    /// wrong. To lay out what two dozen subcommands understand would hold up the first frame.
    pub(super) fn of(arguments: &[OsString]) -> Option<Self> {
        let opening = Self::try_parse_from(arguments).ok()?;
        let command = |name: &PathBuf| COMMANDS.iter().any(|command| name.as_os_str() == *command);
        (!opening.name.as_ref().is_some_and(command)).then_some(opening)
    }
}

/// The subcommands, by the names they are called with.
pub(super) const COMMANDS: &[&str] = &[
    "demo",
    "import",
    "do",
    "queue",
    "buyer",
    "reconcile",
    "show",
    "verify",
    "backup",
    "playbook",
    "listen",
    "guard",
    "holidays",
    "keys",
    "completions",
    "man",
];

/// What every command understands.
#[derive(Debug, Clone, ClapArgs)]
pub(super) struct Common {
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "zh|en", value_parser = lang)]
    pub(super) lang: Option<Lang>,
    #[arg(long, global = true, value_name = "TIME", value_parser = stamp)]
    pub(super) now: Option<Stamp>,
    #[arg(long, global = true, value_name = "NAME")]
    pub(super) agent: Option<String>,
    #[arg(long, global = true, value_name = "DIR", hide = true)]
    pub(super) home: Option<PathBuf>,
}

impl Common {
    /// The folders of this machine, or those below the one that was named.
    pub(super) fn paths(&self) -> Paths {
        let paths = self.home.as_deref().map(Paths::below).or_else(Paths::usual);
        paths.unwrap_or_else(|| Paths::below(Path::new(".")))
    }
}

/// How a frame is printed.
#[derive(Debug, Clone, ClapArgs)]
pub(super) struct FrameArgs {
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub(super) frame: Option<(u16, u16)>,
    #[arg(long, value_name = "KEYS", requires = "frame")]
    pub(super) keys: Option<String>,
    #[arg(long, requires = "frame")]
    pub(super) svg: bool,
}

#[derive(Debug, Clone, Subcommand)]
pub(super) enum Command {
    Demo(DemoArgs),
    Import(ImportArgs),
    Do(DoArgs),
    Queue(QueueArgs),
    Buyer(BuyerArgs),
    Reconcile(ReconcileArgs),
    Show(ShowArgs),
    Verify(JsonArgs),
    Backup(BackupArgs),
    #[command(subcommand)]
    Playbook(PlaybookCommand),
    Listen(ListenArgs),
    Guard(GuardArgs),
    Holidays(JsonArgs),
    Keys,
    Completions(ShellArgs),
    Man,
}

#[derive(Debug, Clone, ClapArgs)]
pub(super) struct DemoArgs {
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub(super) frame: Option<(u16, u16)>,
    #[arg(long, value_name = "KEYS")]
    pub(super) keys: Option<String>,
    #[arg(long)]
    pub(super) svg: bool,
    #[arg(long, value_name = "FILE")]
    pub(super) keep: Option<PathBuf>,
}

#[derive(Debug, Clone, ClapArgs)]
pub(super) struct ImportArgs {
    #[arg(value_name = "FILE")]
    pub(super) log: PathBuf,
    #[arg(long, value_name = "PLATFORM", value_parser = platform)]
    pub(super) platform: Option<Platform>,
    #[arg(long, value_name = "NAME")]
    pub(super) shop: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) buyer: Option<String>,
    #[arg(long)]
    pub(super) skip_bad: bool,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Clone, ClapArgs)]
pub(super) struct QueueArgs {
    #[arg(long, value_name = "N", default_value_t = 50, hide_default_value = true)]
    pub(super) limit: u32,
    #[arg(long, value_name = "FILTER", default_value = "", hide_default_value = true)]
    pub(super) filter: String,
    #[arg(long)]
    pub(super) why: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Clone, Copy, ClapArgs)]
pub(super) struct BuyerArgs {
    #[arg(value_name = "CASE")]
    pub(super) case: i64,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Clone, ClapArgs)]
pub(super) struct ReconcileArgs {
    #[arg(value_name = "LINES")]
    pub(super) lines: String,
    #[arg(long, value_name = "YUAN")]
    pub(super) billed: String,
}

#[derive(Debug, Clone, ClapArgs)]
pub(super) struct ShowArgs {
    #[arg(value_name = "CASE")]
    pub(super) case: i64,
    #[arg(long, value_name = "N", default_value_t = 20, hide_default_value = true)]
    pub(super) messages: u32,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Clone, Copy, ClapArgs)]
pub(super) struct JsonArgs {
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Clone, ClapArgs)]
pub(super) struct ListenArgs {
    #[arg(value_name = "FILE", required = true)]
    pub(super) chats: Vec<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Clone, ClapArgs)]
pub(super) struct GuardArgs {
    #[arg(value_name = "FILE", required = true)]
    pub(super) drafts: Vec<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Clone, ClapArgs)]
pub(super) struct BackupArgs {
    #[arg(value_name = "FILE")]
    pub(super) to: PathBuf,
}

#[derive(Debug, Clone, Copy, ClapArgs)]
pub(super) struct ShellArgs {
    #[arg(value_name = "SHELL", hide_possible_values = true)]
    pub(super) shell: Shell,
}

fn lang(text: &str) -> Result<Lang, String> {
    Lang::from_locale(text).ok_or_else(|| "zh, en".to_owned())
}

fn stamp(text: &str) -> Result<Stamp, String> {
    Stamp::parse(text).map_err(|_not_a_time| "2026-11-22T10:00:00+08:00".to_owned())
}

fn platform(text: &str) -> Result<Platform, String> {
    Platform::from_name(text).ok_or_else(|| Platform::ALL.map(Platform::name).join(", "))
}

/// Reads `120x36`; no screen is larger than a thousand cells in either direction.
fn size(text: &str) -> Result<(u16, u16), String> {
    let wrong = || "120x36".to_owned();
    let (width, height) = text.split_once(['x', 'X', '×']).ok_or_else(wrong)?;
    let side =
        |text: &str| text.trim().parse::<u16>().ok().filter(|cells| (1..=1_000).contains(cells));
    side(width).zip(side(height)).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_absurd_ones_are_not() {
        assert_eq!(size("120x36"), Ok((120, 36)));
        assert_eq!(size("80×24"), Ok((80, 24)));
        for wrong in ["", "120", "0x3", "120x", "99999x10", "x", "5000x5000", "-1x2"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
    }
}
