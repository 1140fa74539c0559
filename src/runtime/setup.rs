//! What a console is started with: everything that was read from arguments, files and environment.

use super::library::Books;
use crate::config::{Paths, Settings, ShopRules};
use crate::desk::Policy;
use crate::domain::{AgentName, Lang, Stamp};
use crate::i18n::Strings;
use chrono::FixedOffset;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

/// Everything a console needs to start.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The case file.
    pub path: PathBuf,
    /// The settings.
    pub settings: Settings,
    /// The shop's rules.
    pub rules: ShopRules,
    /// The same, as the desk goes by them.
    pub policy: Policy,
    /// The settings that no longer count because the shop's rules say otherwise.
    pub overruled: Vec<&'static str>,
    /// The folders.
    pub paths: Paths,
    /// The playbooks, perhaps being read already.
    pub books: Arc<Books>,
    /// The language.
    pub lang: Lang,
    /// Its texts.
    pub strings: &'static Strings,
    /// Who works here.
    pub agent: AgentName,
    /// A fixed time, for tests and pictures; the system's clock otherwise.
    pub now: Option<Stamp>,
    /// The machine's time zone.
    pub offset: FixedOffset,
    /// What the terminal's edge needs of the environment.
    pub environment: Environment,
    /// Whether the file is the demo's.
    pub demo: bool,
}

/// The environment, read once.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one variable, set or not, and all can be"
)]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Environment {
    /// Whether `SSH_TTY` or `SSH_CONNECTION` is set.
    pub ssh: bool,
    /// Whether `TMUX` is set.
    pub tmux: bool,
    /// Whether `WAYLAND_DISPLAY` is set.
    pub wayland: bool,
    /// Whether `DISPLAY` is set.
    pub x11: bool,
    /// Whether `WSL_DISTRO_NAME` is set.
    pub wsl: bool,
    /// Whether `NO_COLOR` is set to something.
    pub no_color: bool,
    /// `COLORFGBG`: what some terminals tell of their ground.
    pub colorfgbg: String,
    /// `PATH`.
    pub path: OsString,
    /// `TERM`.
    pub term: String,
    /// `TERM_PROGRAM`.
    pub term_program: String,
}
