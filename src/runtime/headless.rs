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
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::buffer::Buffer;
use std::time::Duration;

/// How long anything may take to settle before it is given up.
const PATIENCE: Duration = Duration::from_secs(20);

/// A console that draws on any backend and copies nothing.
#[derive(Debug)]
pub struct Headless<B: Backend> {
    model: Model,
    world: World,
    theme: Theme,
    kept: Kept,
    terminal: Terminal<B>,
}

impl<B: Backend> Headless<B>
where
    B::Error: Send + Sync + 'static,
{
    /// Opens the file and draws the first frame.
    ///
    /// # Errors
    /// When the case file cannot be opened, or something does not settle.
    pub fn open(setup: &Setup, backend: B) -> anyhow::Result<Self> {
        let Started { mut model, mut world, theme, greetings, .. } = start(setup, true)?;
        world.begin()?;
        let terminal = Terminal::new(backend)?;
        let size = terminal.size()?;
        model.size = (size.width, size.height);
        let mut console = Self { model, world, theme, kept: Kept::default(), terminal };
        for msg in std::iter::once(Msg::Start).chain(greetings) {
            console.take(msg)?;
        }
        console.draw()?;
        Ok(console)
    }

    /// Presses a key and draws the frame it leads to.
    ///
    /// # Errors
    /// When something does not settle.
    pub fn press(&mut self, chord: Chord) -> anyhow::Result<()> {
        self.take(Msg::Key(chord))?;
        self.draw()
    }

    /// Draws the model as it stands.
    ///
    /// # Errors
    /// The backend's.
    pub fn draw(&mut self) -> anyhow::Result<()> {
        self.shown().map(drop)
    }

    /// Draws, and gives the frame itself: a backend may keep the other half of a wide character
    /// that is gone, where a terminal would not.
    ///
    /// # Errors
    /// The backend's.
    pub fn shown(&mut self) -> anyhow::Result<Buffer> {
        let Self { model, theme, kept, terminal, .. } = self;
        let mut drawn = Drawn::default();
        let shown = terminal.draw(|frame| drawn = view(model, theme, kept, frame))?;
        let buffer = shown.buffer.clone();
        update(model, Msg::Drawn(drawn.metrics));
        Ok(buffer)
    }

    /// What was drawn on.
    pub const fn backend(&self) -> &B {
        self.terminal.backend()
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
