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
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use std::io::{self, Write};

const BEGIN_FRAME: &[u8] = b"\x1b[?2026h";
const END_FRAME: &[u8] = b"\x1b[?2026l";

/// Where the size of the screen comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SizeSource {
    /// The terminal is asked.
    Terminal,
    /// It is fixed: without a terminal, and in tests.
    Fixed(Size),
}

/// A ratatui backend over any writer. One frame is one write and one flush.
#[derive(Debug)]
pub struct Screen<W: Write> {
    writer: W,
    size: SizeSource,
    picture: Picture,
    pen: Pen,
    /// Where the terminal's cursor stands, when that is sure.
    at: Option<(u16, u16)>,
    /// Where it should stand when the frame is done.
    caret: Option<(u16, u16)>,
    shown: Option<bool>,
    doubt_ambiguous: bool,
    /// Bytes that go out before the next frame: clipboard, title.
    between: Vec<u8>,
    frame: Vec<u8>,
    drew: bool,
    sent: u64,
}

impl<W: Write> Screen<W> {
    /// A screen over a writer; nothing is written until the first frame.
    pub fn new(writer: W, size: SizeSource) -> Self {
        let mut picture = Picture::default();
        if let SizeSource::Fixed(size) = size {
            picture.fit(size);
        }
        Self {
            writer,
            size,
            picture,
            pen: Pen::default(),
            at: None,
            caret: None,
            shown: None,
            doubt_ambiguous: false,
            between: Vec::new(),
            frame: Vec::new(),
            drew: false,
            sent: 0,
        }
    }

    /// Whether characters of ambiguous width (`“ ” … ①`) may be two cells wide in this terminal:
    /// then the cursor is put right behind each of them.
    pub const fn doubt_ambiguous(&mut self, doubt: bool) {
        self.doubt_ambiguous = doubt;
    }

    /// Puts bytes that draw nothing (clipboard, title) in front of the next frame. They go out with
    /// the next [`Backend::flush`], never in the middle of a frame.
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

    /// Makes the screen of a fixed size another size.
    pub const fn resize(&mut self, size: Size) {
        self.size = SizeSource::Fixed(size);
    }

    /// Forgets what the terminal shows, after another program has used it. The next frame must be
    /// a full one: call [`ratatui::Terminal::clear`].
    pub fn forget(&mut self) {
        self.picture = Picture::default();
        self.at = None;
        self.shown = None;
        self.pen = Pen::default();
        self.frame.extend_from_slice(b"\x1b[m");
    }

    fn blank(&mut self, from: (u16, u16), to: (u16, u16)) {
        self.picture.blank(from, to);
    }
}

impl<W: Write> Backend for Screen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let size = self.size()?;
        self.picture.fit(size);
        for (x, y, cell) in content {
            self.picture.put(x, y, cell);
        }
        let before = self.frame.len();
        emit::Emitter {
            out: &mut self.frame,
            picture: &mut self.picture,
            pen: &mut self.pen,
            at: &mut self.at,
            doubt_ambiguous: self.doubt_ambiguous,
        }
        .emit();
        self.drew |= self.frame.len() > before;
        Ok(())
    }

    fn append_lines(&mut self, n: u16) -> io::Result<()> {
        self.frame.extend(std::iter::repeat_n(b'\n', usize::from(n)));
        self.at = None;
        self.picture = Picture::default();
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.caret = None;
        if self.shown != Some(false) {
            self.frame.extend_from_slice(b"\x1b[?25l");
            self.shown = Some(false);
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.shown != Some(true) {
            self.frame.extend_from_slice(b"\x1b[?25h");
            self.shown = Some(true);
        }
        Ok(())
    }

    /// Tells the place from memory: asking the terminal would wait for its answer.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        let (x, y) = self.caret.or(self.at).unwrap_or((0, 0));
        Ok(Position { x, y })
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        self.caret = Some((x, y));
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        let size = self.size()?;
        self.picture.fit(size);
        let (x, y) = self.caret.or(self.at).unwrap_or((0, 0));
        self.pen.switch(Pen::default(), &mut self.frame);
        let end = (size.width, size.height.saturating_sub(1));
        match clear_type {
            ClearType::All => {
                self.frame.extend_from_slice(b"\x1b[2J");
                self.blank((0, 0), end);
            }
            ClearType::AfterCursor => {
                emit::place(&mut self.frame, x, y);
                self.frame.extend_from_slice(b"\x1b[J");
                self.at = Some((x, y));
                self.blank((x, y), end);
            }
            ClearType::BeforeCursor => {
                emit::place(&mut self.frame, x, y);
                self.frame.extend_from_slice(b"\x1b[1J");
                self.at = Some((x, y));
                self.blank((0, 0), (x.saturating_add(1), y));
            }
            ClearType::CurrentLine => {
                emit::place(&mut self.frame, x, y);
                self.frame.extend_from_slice(b"\x1b[2K");
                self.at = Some((x, y));
                self.blank((0, y), (size.width, y));
            }
            ClearType::UntilNewLine => {
                emit::place(&mut self.frame, x, y);
                self.frame.extend_from_slice(b"\x1b[K");
                self.at = Some((x, y));
                self.blank((x, y), (size.width, y));
            }
        }
        self.drew = true;
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        match self.size {
            SizeSource::Terminal => {
                let (width, height) = crossterm::terminal::size()?;
                Ok(Size { width, height })
            }
            SizeSource::Fixed(size) => Ok(size),
        }
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pen.switch(Pen::default(), &mut self.frame);
        if let Some((x, y)) = self.caret
            && self.shown == Some(true)
            && self.at != self.caret
        {
            emit::place(&mut self.frame, x, y);
            self.at = self.caret;
        }
        let mut bytes = std::mem::take(&mut self.between);
        if std::mem::take(&mut self.drew) {
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
