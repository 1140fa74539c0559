//! The screen: turns changed cells into as few bytes as a terminal needs.
//!
//! Owns the bytes of a frame. Must not know what is drawn. It keeps a picture of what the terminal
//! shows, and with it knows three things the stock backend does not: that the cursor stands two
//! cells on after a Chinese character, that a short gap is cheaper written over than jumped over,
//! and what must be written again behind a character whose width terminals disagree on.

mod emit;
mod pen;
mod picture;
mod symbol;

use pen::Pen;
use picture::Picture;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};
use std::io::{self, Write};

const BEGIN_FRAME: &[u8] = b"\x1b[?2026h";
const END_FRAME: &[u8] = b"\x1b[?2026l";

/// A screen over any writer. One frame is one write and one flush.
///
/// Frames are drawn on a [`Buffer`] by ratatui's means. Its `Terminal` would keep the frame before
/// beside the picture kept here, which is as large and knows more.
#[derive(Debug)]
pub struct Screen<W: Write> {
    writer: W,
    picture: Picture,
    pen: Pen,
    /// Where the terminal's cursor stands, when that is sure.
    at: Option<(u16, u16)>,
    shown: Option<bool>,
    doubt_ambiguous: bool,
    /// Whether the terminal is to be cleared before the next frame.
    unknown: bool,
    /// Bytes that go out before the next frame: clipboard, title.
    between: Vec<u8>,
    frame: Vec<u8>,
    sent: u64,
}

impl<W: Write> Screen<W> {
    /// A screen over a writer; nothing is written until the first frame, which finds it blank.
    pub fn new(writer: W) -> Self {
        Self {
            writer,
            picture: Picture::default(),
            pen: Pen::default(),
            at: None,
            shown: None,
            doubt_ambiguous: false,
            unknown: false,
            between: Vec::new(),
            frame: Vec::new(),
            sent: 0,
        }
    }

    /// Whether characters of ambiguous width (`“ ” … ①`) may be two cells wide in this terminal:
    /// then the cursor is put right behind each of them.
    pub const fn doubt_ambiguous(&mut self, doubt: bool) {
        self.doubt_ambiguous = doubt;
    }

    /// Puts bytes that draw nothing (clipboard, title) in front of the next frame. They go out with
    /// it, never in the middle of one.
    pub fn send_between_frames(&mut self, bytes: &[u8]) {
        self.between.extend_from_slice(bytes);
    }

    /// How many bytes were written since the start.
    pub const fn sent(&self) -> u64 {
        self.sent
    }

    /// The writer.
    pub const fn writer(&self) -> &W {
        &self.writer
    }

    /// Forgets what the terminal shows, after another program has used it: the next frame clears it
    /// and is a full one.
    pub const fn forget(&mut self) {
        self.unknown = true;
    }

    /// Shows a frame, with the real cursor at `caret` or hidden. A frame of another size than the
    /// one before clears the terminal first.
    ///
    /// # Errors
    /// The writer's.
    pub fn draw(&mut self, frame: &Buffer, caret: Option<Position>) -> io::Result<()> {
        let size = Size { width: frame.area.width, height: frame.area.height };
        if self.unknown {
            self.picture = Picture::default();
        }
        let first = self.at.is_none() && self.shown.is_none() && !self.unknown;
        if self.picture.fit(size) && !first {
            self.clear();
        }
        self.picture.take_over(frame);
        emit::Emitter {
            out: &mut self.frame,
            picture: &mut self.picture,
            pen: &mut self.pen,
            at: &mut self.at,
            doubt_ambiguous: self.doubt_ambiguous,
        }
        .emit();
        let drew = !self.frame.is_empty();
        self.pen.switch(Pen::default(), &mut self.frame);
        self.put_caret(caret.map(|at| (at.x, at.y)));
        self.flush(drew)
    }

    fn clear(&mut self) {
        if self.unknown {
            self.frame.extend_from_slice(b"\x1b[m");
            self.pen = Pen::default();
            self.shown = None;
        }
        self.unknown = false;
        self.at = None;
        self.pen.switch(Pen::default(), &mut self.frame);
        self.frame.extend_from_slice(b"\x1b[2J");
    }

    fn put_caret(&mut self, caret: Option<(u16, u16)>) {
        if self.shown != Some(caret.is_some()) {
            let way: &[u8] = if caret.is_some() { b"\x1b[?25h" } else { b"\x1b[?25l" };
            self.frame.extend_from_slice(way);
            self.shown = Some(caret.is_some());
        }
        if let Some((x, y)) = caret.filter(|_| self.at != caret) {
            emit::place(&mut self.frame, x, y);
            self.at = caret;
        }
    }

    fn flush(&mut self, drew: bool) -> io::Result<()> {
        let mut bytes = std::mem::take(&mut self.between);
        if drew {
            bytes.extend_from_slice(BEGIN_FRAME);
            bytes.append(&mut self.frame);
            bytes.extend_from_slice(END_FRAME);
        } else {
            bytes.append(&mut self.frame);
        }
        if bytes.is_empty() {
            return Ok(());
        }
        self.sent += bytes.len() as u64;
        self.writer.write_all(&bytes)?;
        self.writer.flush()
    }
}
