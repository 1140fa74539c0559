//! Threads that begin to work at once.

use std::hint::black_box;
use std::io;
use std::thread::{Builder, JoinHandle};

/// Room that is never asked for in one piece; see [`spawn`].
const MOST: usize = 4 << 20;

/// Spawns a thread whose heap has room for so many bytes.
///
/// By itself the heap of a thread grows page by page, some hundred times for a playbook, and each
/// time every other thread on the way to the first frame is held up. Room that was asked for in one
/// piece and given back is not touched before it is used.
///
/// # Errors
/// When the system has no thread left.
pub fn spawn(
    name: &str,
    room: usize,
    work: impl FnOnce() + Send + 'static,
) -> io::Result<JoinHandle<()>> {
    Builder::new().name(name.to_owned()).spawn(move || {
        // glibc keeps what is given back only below twice the largest piece it ever had given back.
        drop(black_box(Vec::<u8>::with_capacity(MOST)));
        drop(black_box(Vec::<u8>::with_capacity(room.min(MOST / 2))));
        work();
    })
}
