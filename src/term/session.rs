//! Entering the terminal and leaving it as it was found.
//!
//! Owns the modes that are switched on and the one list by which they are switched off again, in
//! reverse: at the end, for another program, on a signal, and in a panic. Must not know what is
//! shown.

use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste,
    EnableFocusChange, EnableMouseCapture, KeyboardEnhancementFlags, PopKeyboardEnhancementFlags,
    PushKeyboardEnhancementFlags,
};
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{
    DisableLineWrap, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Mutex, PoisonError};

/// What is wanted of the terminal besides the needful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Clicks and the wheel; takes the terminal's own selection away.
    pub mouse: bool,
    /// Keys the plain protocol cannot tell apart: see [`tells_keys_apart`].
    pub enhanced_keys: bool,
}

/// One thing that is switched on, and off again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Raw,
    Title,
    AlternateScreen,
    NoLineWrap,
    BracketedPaste,
    Focus,
    Mouse,
    EnhancedKeys,
}

impl Mode {
    fn on(self, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Raw => enable_raw_mode(),
            Self::Title => queue!(out, Print("\x1b[22;2t")),
            Self::AlternateScreen => queue!(out, EnterAlternateScreen),
            Self::NoLineWrap => queue!(out, DisableLineWrap),
            Self::BracketedPaste => queue!(out, EnableBracketedPaste),
            Self::Focus => queue!(out, EnableFocusChange),
            Self::Mouse => queue!(out, EnableMouseCapture),
            Self::EnhancedKeys => queue!(
                out,
                PushKeyboardEnhancementFlags(KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES)
            ),
        }
    }

    fn off(self, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Raw => disable_raw_mode(),
            Self::Title => queue!(out, Print("\x1b[23;2t")),
            Self::AlternateScreen => queue!(out, Show, LeaveAlternateScreen),
            Self::NoLineWrap => queue!(out, EnableLineWrap),
            Self::BracketedPaste => queue!(out, DisableBracketedPaste),
            Self::Focus => queue!(out, DisableFocusChange),
            Self::Mouse => queue!(out, DisableMouseCapture),
            Self::EnhancedKeys => queue!(out, PopKeyboardEnhancementFlags),
        }
    }
}

/// The modes that are on. Shared with the panic hook, which may be the one to switch them off.
#[derive(Debug, Clone, Default)]
pub(super) struct Entered(Arc<Mutex<Vec<Mode>>>);

impl Entered {
    fn enter(&self, modes: &[Mode], out: &mut impl Write) -> io::Result<()> {
        for mode in modes {
            // Noted first: a mode that failed half-way is switched off too.
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(*mode);
            mode.on(out)?;
        }
        out.flush()
    }

    /// Switches everything off, the last first. Goes on after a failure and tells the first one.
    pub(super) fn leave(&self, out: &mut impl Write) -> io::Result<()> {
        let modes = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        if modes.is_empty() {
            return Ok(());
        }
        // The end of a frame that was cut short, and of its colours.
        let mut result = out.write_all(b"\x1b[?2026l\x1b[m");
        for mode in modes.into_iter().rev() {
            let done = mode.off(out);
            if result.is_ok() {
                result = done;
            }
        }
        let done = out.flush();
        if result.is_ok() { done } else { result }
    }
}

/// The terminal while it is ours. Dropping it gives the terminal back.
#[derive(Debug)]
pub struct Session {
    entered: Entered,
    wanted: Wanted,
}

impl Session {
    /// Takes the terminal over. Nothing is asked of it, so that a slow line delays nothing.
    ///
    /// # Errors
    /// When standard output is no terminal or cannot be written; it is restored then.
    pub fn enter(wanted: Wanted) -> io::Result<Self> {
        let session = Self::ready(wanted)?;
        session.resume()?;
        Ok(session)
    }

    /// The same, with the terminal left as it is until [`Self::resume`].
    ///
    /// # Errors
    /// When standard output is no terminal.
    pub fn ready(wanted: Wanted) -> io::Result<Self> {
        if !io::stdout().is_terminal() {
            return Err(io::Error::new(
                io::ErrorKind::NotConnected,
                "standard output is no terminal",
            ));
        }
        Ok(Self { entered: Entered::default(), wanted })
    }

    /// Gives the terminal back until [`Self::resume`]. Safe to call twice.
    ///
    /// # Errors
    /// The first failure; everything else is undone all the same.
    pub fn leave(&self) -> io::Result<()> {
        self.entered.leave(&mut io::stdout())
    }

    /// Takes the terminal over again, also after a stop that took raw mode away. Afterwards call
    /// [`super::screen::Screen::forget`]: the next frame clears it and is drawn whole.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    pub fn resume(&self) -> io::Result<()> {
        self.leave()?;
        self.entered.enter(&modes(self.wanted), &mut io::stdout())
    }

    /// Gives the terminal to another program while `run` lasts. Stop the input reader before.
    ///
    /// # Errors
    /// When the terminal cannot be given or taken back.
    pub fn suspend<T>(&self, run: impl FnOnce() -> T) -> io::Result<T> {
        self.leave()?;
        let result = run();
        self.resume()?;
        Ok(result)
    }

    /// Switches mouse reporting on or off.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    pub fn set_mouse(&mut self, mouse: bool) -> io::Result<()> {
        if self.wanted.mouse == mouse {
            return Ok(());
        }
        self.wanted.mouse = mouse;
        let mut out = io::stdout();
        if mouse {
            return self.entered.enter(&[Mode::Mouse], &mut out);
        }
        let mut modes = self.entered.0.lock().unwrap_or_else(PoisonError::into_inner);
        modes.retain(|mode| *mode != Mode::Mouse);
        drop(modes);
        Mode::Mouse.off(&mut out)?;
        out.flush()
    }

    /// What the panic hook needs to give the terminal back.
    pub(super) fn entered(&self) -> Entered {
        self.entered.clone()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // There is nobody left to tell.
        let _ = self.leave();
    }
}

fn modes(wanted: Wanted) -> Vec<Mode> {
    let mut modes = vec![
        Mode::Raw,
        Mode::Title,
        Mode::AlternateScreen,
        Mode::NoLineWrap,
        Mode::BracketedPaste,
        Mode::Focus,
    ];
    if wanted.mouse {
        modes.push(Mode::Mouse);
    }
    if wanted.enhanced_keys {
        modes.push(Mode::EnhancedKeys);
    }
    modes
}

/// Whether a terminal is known to tell all keys apart when asked, by its `TERM` and `TERM_PROGRAM`.
/// Known by name, for asking it would mean waiting for an answer.
#[must_use]
pub fn tells_keys_apart(term: &str, term_program: &str) -> bool {
    let known = ["kitty", "ghostty", "foot", "wezterm", "alacritty", "rio"];
    let term = term.to_ascii_lowercase();
    let program = term_program.to_ascii_lowercase();
    known.iter().any(|name| term.contains(name) || program.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Wanted = Wanted { mouse: true, enhanced_keys: true };

    /// All modes but raw mode, which needs a terminal.
    fn written() -> Vec<Mode> {
        modes(ALL).into_iter().filter(|mode| *mode != Mode::Raw).collect()
    }

    #[test]
    fn what_is_switched_on_is_switched_off_in_reverse() {
        let entered = Entered::default();
        let mut out = Vec::new();
        entered.enter(&written(), &mut out).unwrap();
        let on = String::from_utf8(std::mem::take(&mut out)).unwrap();
        entered.leave(&mut out).unwrap();
        let off = String::from_utf8(out).unwrap();
        let mut last_on = 0;
        let mut last_off = usize::MAX;
        for (set, unset) in [
            ("\x1b[22;2t", "\x1b[23;2t"),
            ("\x1b[?1049h", "\x1b[?1049l"),
            ("\x1b[?7l", "\x1b[?7h"),
            ("\x1b[?2004h", "\x1b[?2004l"),
            ("\x1b[?1004h", "\x1b[?1004l"),
            ("\x1b[?1006h", "\x1b[?1006l"),
            ("\x1b[>1u", "\x1b[<1u"),
        ] {
            let set = on.find(set).unwrap_or_else(|| panic!("{set:?} in {on:?}"));
            let unset = off.find(unset).unwrap_or_else(|| panic!("{unset:?} in {off:?}"));
            assert!(set >= last_on && unset < last_off);
            (last_on, last_off) = (set, unset);
        }
        assert!(off.contains("\x1b[?25h"), "the cursor shows again");
    }

    #[test]
    fn leaving_twice_writes_once() {
        let entered = Entered::default();
        let mut out = Vec::new();
        entered.enter(&written(), &mut out).unwrap();
        entered.leave(&mut out).unwrap();
        let len = out.len();
        entered.leave(&mut out).unwrap();
        assert_eq!(out.len(), len);
    }

    #[test]
    fn a_failure_does_not_stop_the_leaving() {
        struct Broken(u32);
        impl Write for Broken {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0 += 1;
                if self.0 == 2 { Err(io::Error::other("once")) } else { Ok(bytes.len()) }
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let entered = Entered::default();
        entered.enter(&written(), &mut Vec::new()).unwrap();
        let mut out = Broken(0);
        assert!(entered.leave(&mut out).is_err());
        assert!(out.0 > 5, "went on: {}", out.0);
    }

    #[test]
    fn only_known_terminals_are_asked_for_more_keys() {
        assert!(tells_keys_apart("xterm-kitty", ""));
        assert!(tells_keys_apart("xterm-256color", "WezTerm"));
        assert!(!tells_keys_apart("xterm-256color", "Apple_Terminal"));
        assert!(!tells_keys_apart("", ""));
    }
}
