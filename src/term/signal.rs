//! Signals from outside, made into messages for the loop.
//!
//! Owns the listening; does nothing by itself, so that a kill ends the program the way a key does:
//! draft saved, terminal restored.

use crossbeam_channel::Sender;
use std::io;
#[cfg(unix)]
use std::sync::Arc;

/// What the system asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// End: the number is the signal's, for the exit code 128 + number.
    Quit(i32),
    /// Stop until continued: leave the terminal, then call [`stop_here`].
    Suspend,
    /// Continued after a stop: enter the terminal again and draw everything.
    Resume,
}

/// The listening; ends when dropped.
#[derive(Debug)]
pub struct Listener {
    #[cfg(unix)]
    handle: signal_hook::iterator::Handle,
}

/// Signals that are caught but not told yet.
#[derive(Debug)]
pub struct Caught {
    #[cfg(unix)]
    signals: signal_hook::iterator::Signals,
}

#[cfg(unix)]
impl Caught {
    /// Catches SIGTERM, SIGHUP, SIGINT, SIGTSTP and SIGCONT from now on.
    ///
    /// # Errors
    /// When the system refuses a handler.
    pub fn begin() -> io::Result<Self> {
        use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
        let signals =
            signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
        Ok(Self { signals })
    }
}

#[cfg(unix)]
impl Listener {
    /// Tells of the signals caught so far and of every one to come.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(caught: Caught, sender: Sender<Signal>) -> io::Result<Self> {
        use signal_hook::consts::{SIGCONT, SIGTSTP};
        let Caught { mut signals } = caught;
        let handle = signals.handle();
        std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for number in &mut signals {
                let signal = match number {
                    SIGTSTP => Signal::Suspend,
                    SIGCONT => Signal::Resume,
                    number => Signal::Quit(number),
                };
                if sender.send(signal).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { handle })
    }
}

#[cfg(not(unix))]
impl Caught {
    /// Catches nothing: there are no signals here.
    ///
    /// # Errors
    /// Never.
    pub fn begin() -> io::Result<Self> {
        Ok(Self {})
    }
}

#[cfg(not(unix))]
impl Listener {
    /// Listens to nothing: there are no signals here.
    ///
    /// # Errors
    /// Never.
    pub fn start(_caught: Caught, _sender: Sender<Signal>) -> io::Result<Self> {
        Ok(Self {})
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        #[cfg(unix)]
        self.handle.close();
    }
}

/// Lets a write beyond the system's limit on file sizes fail with an error that can be told, where
/// the signal for it would end the program without a word.
///
/// # Errors
/// When the system refuses a handler.
pub fn outlive_full_files() -> io::Result<()> {
    #[cfg(unix)]
    signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default())?;
    Ok(())
}

/// Stops the program until it is continued, as Ctrl-Z does in a shell.
///
/// # Errors
/// When the system refuses.
pub fn stop_here() -> io::Result<()> {
    #[cfg(unix)]
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use signal_hook::consts::{SIGCONT, SIGHUP};
    use std::time::Duration;

    #[test]
    fn signals_become_messages() {
        let (sender, receiver) = crossbeam_channel::unbounded();
        let listener = Listener::start(Caught::begin().unwrap(), sender).unwrap();
        for (number, signal) in [(SIGHUP, Signal::Quit(SIGHUP)), (SIGCONT, Signal::Resume)] {
            signal_hook::low_level::raise(number).unwrap();
            assert_eq!(receiver.recv_timeout(Duration::from_secs(5)), Ok(signal));
        }
        drop(listener);
        assert!(receiver.recv_timeout(Duration::from_secs(5)).is_err(), "the thread has ended");
    }
}
