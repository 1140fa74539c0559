//! The clipboard by a tool of the system.
//!
//! Owns which tools there are and how each is run. A tool that hangs is ended: an agent must never
//! wait for a clipboard.

use super::{ClipboardEnv, ClipboardError};
use std::ffi::OsStr;
use std::io::{self, Write};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(2);

/// A clipboard tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// Wayland's.
    WlCopy,
    /// X11's, the first choice.
    Xclip,
    /// X11's other one.
    Xsel,
    /// The Mac's.
    Pbcopy,
    /// That of Windows, also seen from WSL.
    Clip,
}

impl Tool {
    /// All of them, the best first.
    pub(super) const ALL: [Self; 5] =
        [Self::WlCopy, Self::Xclip, Self::Xsel, Self::Pbcopy, Self::Clip];

    /// The command's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::WlCopy => "wl-copy",
            Self::Xclip => "xclip",
            Self::Xsel => "xsel",
            Self::Pbcopy => "pbcopy",
            Self::Clip => "clip.exe",
        }
    }

    /// Whether it stands in one of the folders of a `PATH`.
    #[must_use]
    pub fn is_in(self, path: &OsStr) -> bool {
        std::env::split_paths(path).any(|folder| folder.join(self.name()).is_file())
    }

    /// Whether there is something for the tool to talk to.
    pub(super) const fn works_in(self, env: &ClipboardEnv) -> bool {
        match self {
            Self::WlCopy => env.wayland,
            Self::Xclip | Self::Xsel => env.x11,
            Self::Pbcopy => cfg!(target_os = "macos"),
            Self::Clip => cfg!(windows) || env.wsl,
        }
    }

    pub(super) fn copy(self, text: &str) -> Result<(), ClipboardError> {
        let mut command = Command::new(self.name());
        match self {
            Self::WlCopy => command.args(["--type", "text/plain;charset=utf-8"]),
            Self::Xclip => command.args(["-selection", "clipboard", "-in"]),
            Self::Xsel => command.args(["--clipboard", "--input"]),
            Self::Pbcopy => command.env("LC_CTYPE", "UTF-8"),
            Self::Clip => &mut command,
        };
        let bytes = match self {
            // It reads its input in the old code page unless that is plainly UTF-16.
            Self::Clip => "\u{feff}"
                .encode_utf16()
                .chain(text.encode_utf16())
                .flat_map(u16::to_le_bytes)
                .collect(),
            Self::WlCopy | Self::Xclip | Self::Xsel | Self::Pbcopy => text.as_bytes().to_vec(),
        };
        run(self.name(), command, bytes, PATIENCE)
    }

    pub(super) fn clear(self) -> Result<(), ClipboardError> {
        let mut command = Command::new(self.name());
        match self {
            Self::WlCopy => command.arg("--clear"),
            Self::Xsel => command.args(["--clipboard", "--clear"]),
            Self::Xclip | Self::Pbcopy | Self::Clip => return self.copy(""),
        };
        run(self.name(), command, Vec::new(), PATIENCE)
    }
}

/// Runs a tool with `input`, for at most `patience`.
fn run(
    tool: &'static str,
    mut command: Command,
    input: Vec<u8>,
    patience: Duration,
) -> Result<(), ClipboardError> {
    let failed = |source: io::Error| ClipboardError::Failed { tool, source };
    // The tools of X11 and Wayland stay in the background to serve the clipboard: they must not
    // hold our terminal.
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(failed)?;
    if let Some(mut stdin) = child.stdin.take() {
        // On a thread of its own: a tool that does not read would block us for ever.
        thread::spawn(move || stdin.write_all(&input));
    }
    wait(tool, &mut child, patience)
}

fn wait(tool: &'static str, child: &mut Child, patience: Duration) -> Result<(), ClipboardError> {
    let begun = Instant::now();
    let mut pause = Duration::from_millis(1);
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(_)) => return Err(ClipboardError::Refused { tool }),
            Ok(None) if begun.elapsed() >= patience => {
                // It may have ended in this very moment; either way it is gone afterwards.
                let _ = child.kill();
                let _ = child.wait();
                return Err(ClipboardError::Hung { tool });
            }
            Ok(None) => thread::sleep(pause),
            Err(source) => return Err(ClipboardError::Failed { tool, source }),
        }
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::path::Path;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn the_tool_gets_the_text() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("copied");
        let mut command = shell("cat > \"$OUT\"");
        command.env("OUT", &file);
        run("sh", command, "退款".as_bytes().to_vec(), PATIENCE).unwrap();
        assert_eq!(std::fs::read_to_string(file).unwrap(), "退款");
    }

    #[test]
    fn a_tool_that_hangs_is_ended() {
        let begun = Instant::now();
        let huge = vec![b'a'; 1 << 20];
        let hung = run("sh", shell("exec sleep 60"), huge, Duration::from_millis(50));
        assert!(matches!(hung, Err(ClipboardError::Hung { .. })));
        assert!(begun.elapsed() < Duration::from_secs(5));
    }

    #[test]
    fn a_failure_is_told() {
        assert!(matches!(
            run("sh", shell("exit 3"), vec![], PATIENCE),
            Err(ClipboardError::Refused { .. })
        ));
        assert!(matches!(
            run("gone", Command::new("/nowhere/gone"), vec![], PATIENCE),
            Err(ClipboardError::Failed { .. })
        ));
    }

    #[test]
    fn a_tool_is_found_in_the_path() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("xsel"), "").unwrap();
        let path = std::env::join_paths([Path::new("/nowhere"), folder.path()]).unwrap();
        assert!(Tool::Xsel.is_in(&path));
        assert!(!Tool::WlCopy.is_in(&path));
        assert!(!Tool::Xsel.is_in(OsStr::new("")));
    }
}
