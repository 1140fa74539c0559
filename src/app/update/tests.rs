//! The console played by keys over a real case file.

mod ahead;
mod chores;
mod console;
mod drafts;
mod guide;
mod language;
mod overlays;
mod pasting;
mod replying;
mod walking;
mod windows;
