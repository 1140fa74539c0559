//! What a click can meet, and what drawing found out that the next key needs to know.

use super::Pane;
use crate::domain::MessageNo;

/// Something on the screen that answers to a click.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hit {
    /// A case in the queue, by its place.
    Queue(usize),
    /// A message of the conversation.
    Message(MessageNo),
    /// A row of the step pane: checks first, then facts.
    Step(usize),
    /// A suggested reply, by its place.
    Reply(usize),
    /// A row of the overlay on top, by its place.
    Overlay(usize),
    /// Anywhere else in a pane.
    Pane(Pane),
}

/// Sizes the last frame had. Keys that move by page or by visual line need them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Metrics {
    /// Columns the draft is laid out in.
    pub composer_width: u16,
    /// Rows of the conversation on screen.
    pub thread_rows: u16,
    /// Rows of conversation above the first one on screen, among the loaded messages.
    pub thread_above: usize,
    /// Rows of the queue on screen.
    pub queue_rows: u16,
    /// Rows of the overlay's list on screen.
    pub overlay_rows: u16,
    /// Rows of the overlay in all.
    pub overlay_total: usize,
}
