//! The clipboard: putting a reply where the agent can paste it into the shop's chat.
//!
//! Owns the choice of the way and the doing. Must not know what is copied. The way is chosen by the
//! environment and not by trying: over SSH a tool would succeed on the wrong machine. Escape bytes
//! are handed back and go out between frames; they are never written from here.

mod osc52;
mod tool;

pub use osc52::LIMIT;
pub use tool::Tool;

use crate::domain::{CleanText, SendWay};
use std::io;

/// What the clipboard setting says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ClipboardSetting {
    /// By the environment.
    #[default]
    Auto,
    /// Always by the terminal's escape.
    Osc52,
    /// Always by the system's tool.
    Command,
    /// Never.
    Off,
}

/// What the environment tells, read once at the edge.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one variable, set or not, and all can be"
)]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClipboardEnv {
    /// Whether `SSH_TTY` or `SSH_CONNECTION` is set.
    pub ssh: bool,
    /// Whether `TMUX` is set.
    pub tmux: bool,
    /// Whether `WAYLAND_DISPLAY` is set.
    pub wayland: bool,
    /// Whether `DISPLAY` is set.
    pub x11: bool,
    /// Whether `WSL_DISTRO_NAME` is set: a Linux within Windows, whose tool it can use.
    pub wsl: bool,
}

/// The way texts go to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClipboardChoice {
    /// By the terminal's escape; wrapped when tmux stands between.
    Osc52 {
        /// Whether tmux must pass it on.
        tmux: bool,
    },
    /// By a tool of the system.
    Tool(Tool),
    /// By a tool, but there is none.
    NoTool,
    /// Not at all.
    Off,
}

/// Why a text did not reach the clipboard.
#[derive(Debug, thiserror::Error)]
pub enum ClipboardError {
    /// Longer than terminals take.
    #[error(
        "the text takes {bytes} bytes, and terminals take at most {limit} by OSC 52; shorten it or set clipboard = \"command\""
    )]
    TooLong {
        /// What it would take.
        bytes: usize,
        /// What is taken.
        limit: usize,
    },
    /// The setting asks for a tool and none was found.
    #[error(
        "no clipboard tool was found in PATH; install wl-copy, xclip or xsel, or set clipboard = \"osc52\""
    )]
    NoTool,
    /// The tool did not run.
    #[error(
        "the clipboard tool '{tool}' did not work: {source}; set clipboard = \"osc52\" to do without it"
    )]
    Failed {
        /// The tool.
        tool: &'static str,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The tool ran and said no.
    #[error("the clipboard tool '{tool}' failed; set clipboard = \"osc52\" to do without it")]
    Refused {
        /// The tool.
        tool: &'static str,
    },
    /// The tool hung and was ended.
    #[error(
        "the clipboard tool '{tool}' did not answer within two seconds and was ended; set clipboard = \"osc52\" to do without it"
    )]
    Hung {
        /// The tool.
        tool: &'static str,
    },
}

impl ClipboardChoice {
    /// Chooses the way. Whether `there_is` a tool is asked only of those that would work: looking
    /// through the folders of a `PATH` takes its time.
    #[must_use]
    pub fn decide(
        env: &ClipboardEnv,
        setting: ClipboardSetting,
        there_is: impl Fn(Tool) -> bool,
    ) -> Self {
        let escape = Self::Osc52 { tmux: env.tmux };
        let tool = || Tool::ALL.into_iter().find(|&tool| tool.works_in(env) && there_is(tool));
        match setting {
            ClipboardSetting::Off => Self::Off,
            ClipboardSetting::Osc52 => escape,
            ClipboardSetting::Command => tool().map_or(Self::NoTool, Self::Tool),
            ClipboardSetting::Auto if env.ssh || env.tmux => escape,
            ClipboardSetting::Auto => tool().map_or(escape, Self::Tool),
        }
    }

    /// Copies a text. Bytes for the terminal are put into `escape`, for
    /// [`super::screen::Screen::send_between_frames`]. A tool may take up to two seconds: call this
    /// where that holds nobody up.
    ///
    /// # Errors
    /// When the text is too long for the terminal, or the tool is missing, fails or hangs.
    pub fn copy(self, text: &CleanText, escape: &mut Vec<u8>) -> Result<SendWay, ClipboardError> {
        match self {
            Self::Osc52 { tmux } => {
                osc52::copy(text.as_str(), tmux, escape)?;
                Ok(SendWay::Osc52)
            }
            Self::Tool(tool) => tool.copy(text.as_str()).map(|()| SendWay::Tool),
            Self::NoTool => Err(ClipboardError::NoTool),
            Self::Off => Ok(SendWay::Recorded),
        }
    }

    /// Empties the clipboard, as [`Self::copy`] fills it.
    ///
    /// # Errors
    /// When the tool is missing, fails or hangs.
    pub fn clear(self, escape: &mut Vec<u8>) -> Result<(), ClipboardError> {
        match self {
            Self::Osc52 { tmux } => {
                osc52::clear(tmux, escape);
                Ok(())
            }
            Self::Tool(tool) => tool.clear(),
            Self::NoTool => Err(ClipboardError::NoTool),
            Self::Off => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AUTO: ClipboardSetting = ClipboardSetting::Auto;

    fn desk() -> ClipboardEnv {
        ClipboardEnv { x11: true, ..ClipboardEnv::default() }
    }

    fn decide(env: &ClipboardEnv, setting: ClipboardSetting) -> ClipboardChoice {
        ClipboardChoice::decide(env, setting, |tool| matches!(tool, Tool::WlCopy | Tool::Xclip))
    }

    #[test]
    fn at_the_desk_the_tool_of_the_display_is_used() {
        assert_eq!(decide(&desk(), AUTO), ClipboardChoice::Tool(Tool::Xclip));
        let wayland = ClipboardEnv { wayland: true, ..desk() };
        assert_eq!(decide(&wayland, AUTO), ClipboardChoice::Tool(Tool::WlCopy));
    }

    #[test]
    fn far_away_and_in_tmux_the_terminal_is_asked() {
        let far = ClipboardEnv { ssh: true, ..desk() };
        assert_eq!(decide(&far, AUTO), ClipboardChoice::Osc52 { tmux: false });
        let tmux = ClipboardEnv { tmux: true, ..desk() };
        assert_eq!(decide(&tmux, AUTO), ClipboardChoice::Osc52 { tmux: true });
    }

    #[test]
    fn without_a_display_or_a_tool_the_terminal_is_asked() {
        let bare = ClipboardEnv { x11: false, ..desk() };
        let escape = ClipboardChoice::Osc52 { tmux: false };
        assert_eq!(decide(&bare, AUTO), escape);
        assert_eq!(decide(&ClipboardEnv::default(), AUTO), escape);
        assert_eq!(ClipboardChoice::decide(&desk(), AUTO, |_| false), escape);
    }

    #[test]
    fn the_setting_has_the_last_word() {
        let set = |setting| decide(&desk(), setting);
        assert_eq!(set(ClipboardSetting::Off), ClipboardChoice::Off);
        assert_eq!(set(ClipboardSetting::Osc52), ClipboardChoice::Osc52 { tmux: false });
        assert_eq!(set(ClipboardSetting::Command), ClipboardChoice::Tool(Tool::Xclip));
        let none = decide(&ClipboardEnv::default(), ClipboardSetting::Command);
        assert!(matches!(
            none.copy(&CleanText::new("a"), &mut vec![]),
            Err(ClipboardError::NoTool)
        ));
    }

    #[test]
    fn switched_off_nothing_is_copied() {
        let mut escape = Vec::new();
        let way = ClipboardChoice::Off.copy(&CleanText::new("回复"), &mut escape);
        assert!(matches!(way, Ok(SendWay::Recorded)));
        assert!(escape.is_empty());
    }
}
