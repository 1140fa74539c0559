//! The console without a terminal: every key is followed to its end before the next.
//!
//! Owns the settling that pictures, tests and benches need; the live loop waits for nothing.

use super::setup::Setup;
use super::start::{Started, start};
use super::world::World;
use crate::app::{Chord, Effect, Model, Msg, update};
use crate::playbook::Work;
use crate::ui::{Drawn, Kept, Theme, view};
use anyhow::bail;
use crossbeam_channel::{after, select};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::time::Duration;

/// How long anything may take to settle before it is given up.
const PATIENCE: Duration = Duration::from_secs(20);

/// A console that shows its frames to nobody and copies nothing.
#[derive(Debug)]
pub struct Headless {
    model: Model,
    world: World,
    theme: Theme,
    kept: Kept,
    frame: Buffer,
    drawn: Drawn,
}

impl Headless {
    /// Opens the file and draws the first frame.
    ///
    /// # Errors
    /// When the case file cannot be opened, or something does not settle.
    pub fn open(setup: &Setup, size: (u16, u16)) -> anyhow::Result<Self> {
        let Started { mut model, mut world, theme, greetings, .. } = start(setup, true)?;
        world.begin(model.now)?;
        model.size = size;
        let frame = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        let (kept, drawn) = (Kept::default(), Drawn::default());
        let mut console = Self { model, world, theme, kept, frame, drawn };
        for msg in std::iter::once(Msg::Start).chain(greetings) {
            console.take(msg)?;
        }
        console.draw();
        Ok(console)
    }

    /// Presses a key and draws the frame it leads to.
    ///
    /// # Errors
    /// When something does not settle.
    pub fn press(&mut self, chord: Chord) -> anyhow::Result<()> {
        self.take(Msg::Key(chord))?;
        self.draw();
        Ok(())
    }

    /// Draws the model as it stands.
    pub fn draw(&mut self) {
        self.frame.reset();
        self.drawn = view(&self.model, &self.theme, &mut self.kept, &mut self.frame);
        update(&mut self.model, Msg::Drawn(self.drawn.metrics));
    }

    /// The frame as it was drawn last.
    #[must_use]
    pub const fn shown(&self) -> &Buffer {
        &self.frame
    }

    /// Where the real cursor would stand.
    #[must_use]
    pub const fn caret(&self) -> Option<Position> {
        self.drawn.cursor
    }

    /// How much of the playbooks was looked at so far; nothing before a case is shown.
    #[must_use]
    pub fn work(&self) -> Work {
        self.world.work()
    }

    /// What it was drawn with.
    pub const fn theme(&self) -> &Theme {
        &self.theme
    }

    /// Takes a message in and performs effects until nothing is under way any more.
    fn take(&mut self, msg: Msg) -> anyhow::Result<()> {
        let effects = update(&mut self.model, msg);
        self.perform(effects);
        let deadline = after(PATIENCE);
        while self.world.outstanding > 0 {
            let answers = self.world.worker.answers().clone();
            let news = self.world.news.clone();
            let msg = select! {
                recv(answers) -> answer => match answer {
                    Ok((id, answer)) => {
                        self.world.answered(id);
                        Msg::Answered(id, Box::new(answer))
                    }
                    Err(_stopped) => bail!("the case file's threads have ended"),
                },
                recv(news) -> msg => {
                    let msg = msg?;
                    self.world.arrived(&msg);
                    msg
                }
                recv(deadline) -> _ => {
                    bail!("nothing settled within {} s", PATIENCE.as_secs())
                }
            };
            let effects = update(&mut self.model, msg);
            self.perform(effects);
        }
        Ok(())
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.world.perform(effect, self.model.now);
        }
        for msg in self.world.take_ready() {
            let effects = update(&mut self.model, msg);
            self.perform(effects);
        }
    }
}
