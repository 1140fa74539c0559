//! The environment, read once. Nothing below the command line asks for it.

use crate::runtime::Environment;
use std::ffi::OsString;
use std::path::PathBuf;

/// Variables that matter to the command line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Variables {
    /// `REDRESS_FILE`.
    pub(super) file: Option<PathBuf>,
    /// `REDRESS_AGENT`.
    pub(super) agent: Option<String>,
    /// The login name.
    pub(super) user: Option<String>,
    /// `LC_ALL`, `LC_MESSAGES` or `LANG`, whichever says something first.
    pub(super) locale: Option<String>,
    /// What the terminal's edge needs.
    pub(super) terminal: Environment,
}

/// Reads them.
pub(super) fn read() -> Variables {
    let is_set = |name| variable(name).is_some();
    let first = |names: &[&str]| names.iter().find_map(|name| text(name));
    Variables {
        file: variable("REDRESS_FILE").map(PathBuf::from),
        agent: text("REDRESS_AGENT"),
        user: first(&["USER", "LOGNAME", "USERNAME"]),
        locale: first(&["LC_ALL", "LC_MESSAGES", "LANG"]),
        terminal: Environment {
            ssh: is_set("SSH_TTY") || is_set("SSH_CONNECTION"),
            tmux: is_set("TMUX"),
            wayland: is_set("WAYLAND_DISPLAY"),
            x11: is_set("DISPLAY"),
            wsl: is_set("WSL_DISTRO_NAME"),
            no_color: is_set("NO_COLOR"),
            colorfgbg: text("COLORFGBG").unwrap_or_default(),
            path: variable("PATH").unwrap_or_default(),
            term: text("TERM").unwrap_or_default(),
            term_program: text("TERM_PROGRAM").unwrap_or_default(),
        },
    }
}

fn text(name: &str) -> Option<String> {
    variable(name).map(|value| value.to_string_lossy().into_owned())
}

/// A variable that is set to something.
#[expect(clippy::disallowed_methods, reason = "here the environment is read, and nowhere else")]
fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}
