//! The thread that waits for the terminal.
//!
//! Owns the waiting: it sleeps until something comes (an idle console wakes nobody), and can be
//! stopped with certainty, for two programs reading one terminal would share its keys between them.
//! Crossterm is built with `use-dev-tty` for this: its other source sleeps on when a key and a change
//! of size come at the same moment, and gives the key only with the next one.

use super::{Input, group::group};
use crossbeam_channel::{Receiver, Sender, bounded};
use crossterm::event::{self, Event};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How close characters follow each other in a paste that comes as keys.
const BURST: Duration = Duration::from_millis(5);
/// How long to look for more behind a first event, for every key waits as long. Not zero: asked for
/// zero, crossterm does not look.
const GLANCE: Duration = Duration::from_micros(50);
/// How long a stop may take before it is given up.
const STOP: Duration = Duration::from_secs(1);
/// A burst is handed over at this length at the latest.
const MOST_AT_ONCE: usize = 1 << 20;

/// The reading of the terminal's input; goes on until stopped or dropped.
#[derive(Debug)]
pub struct Reader {
    stop: Arc<AtomicBool>,
    ended: Receiver<()>,
}

impl Reader {
    /// Begins to read. When the terminal is gone the thread ends, and with it the channel.
    ///
    /// # Errors
    /// When there is no terminal to read from, or no thread to do it.
    pub fn start(sender: Sender<Input>) -> io::Result<Self> {
        // Sets up the terminal's reader here, so that a stop right after finds it ready to be woken.
        event::poll(Duration::ZERO)?;
        let stop = Arc::new(AtomicBool::new(false));
        let (ending, ended) = bounded::<()>(0);
        let seen = Arc::clone(&stop);
        std::thread::Builder::new().name("input".to_owned()).spawn(move || {
            // Dropped when the thread ends, however it ends: that is the acknowledgement.
            let _ending = ending;
            while let Ok(Some(events)) = burst(&seen) {
                for input in group(events) {
                    if sender.send(input).is_err() {
                        return;
                    }
                }
            }
        })?;
        Ok(Self { stop, ended })
    }

    /// Stops the reading and waits until it has stopped. Tells whether it did; nothing is read
    /// afterwards. Begin again with [`Self::start`].
    #[must_use]
    pub fn stop(self) -> bool {
        self.halt();
        matches!(
            self.ended.recv_timeout(STOP),
            Err(crossbeam_channel::RecvTimeoutError::Disconnected)
        )
    }

    fn halt(&self) {
        self.stop.store(true, Ordering::SeqCst);
        // A change of size wakes whoever waits for the terminal; that it is none does not matter.
        #[cfg(unix)]
        let _ = signal_hook::low_level::raise(signal_hook::consts::SIGWINCH);
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.halt();
    }
}

/// Waits for events and takes all that came at once; none when the reading is to stop.
fn burst(stop: &AtomicBool) -> io::Result<Option<Vec<Event>>> {
    // Where a signal cannot wake the wait, it looks up now and then.
    let patience = if cfg!(unix) { Duration::from_hours(1) } else { Duration::from_millis(200) };
    loop {
        if stop.load(Ordering::SeqCst) {
            return Ok(None);
        }
        if event::poll(patience)? {
            break;
        }
    }
    let mut events = Vec::new();
    // A single key is handed over at once; only when more stand behind it is it worth waiting.
    let mut wait = GLANCE;
    while events.len() < MOST_AT_ONCE && (events.is_empty() || event::poll(wait)?) {
        if stop.load(Ordering::SeqCst) {
            return Ok(None);
        }
        let event = event::read()?;
        if !events.is_empty() && matches!(event, Event::Key(_)) {
            wait = BURST;
        }
        events.push(event);
    }
    Ok(Some(events))
}
