//! The live console: input, signals, answers and time in; frames out.

use super::clock::Clock;
use super::setup::Setup;
use super::start::{Started, crash_line, start};
use super::world::World;
use crate::app::{ClockFace, Hit, Model, Msg, Pane, update};
use crate::domain::Span;
use crate::store::JobId;
use crate::term::crash::{self, CrashReport};
use crate::term::input::{Input, Reader};
use crate::term::screen::Screen;
use crate::term::session::{Session, Wanted, tells_keys_apart};
use crate::term::signal::{Caught, Listener, Signal, stop_here};
use crate::term::{size_or, title};
use crate::ui::{Drawn, Kept, Theme, view};
use crossbeam_channel::{Receiver, at, never, select, unbounded};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use std::io::{Stdout, stdout};
use std::time::{Duration, Instant};

/// How long the first frame waits for the first page of the queue: a screen that is complete at
/// once is calmer than one that fills up.
const FIRST_PAGE: Duration = Duration::from_millis(40);
/// How long a frame waits for an answer that is under way: shorter than anyone can see, long enough
/// for an indexed query.
const GRACE: Duration = Duration::from_millis(4);
/// How long the mark of a saved draft waits for a next key to be drawn with: while one types it
/// would only flicker, and a key that comes meanwhile would wait for its frame.
const REST: Duration = Duration::from_millis(200);
/// How long what the guide says waits for a next key to be drawn with: less than a glance takes.
const GLANCE: Duration = Duration::from_millis(20);
/// The look at the file for another window's acts.
const LOOK: Span = Span::millis(1_000);

/// Runs the console until the person leaves or the process is asked to end.
///
/// # Errors
/// When the case file cannot be opened or the terminal cannot be used.
pub fn console(setup: &Setup) -> anyhow::Result<()> {
    let Started { mut model, mut world, clock, theme, greetings } = start(setup, false)?;
    model.size = size_or(model.size);
    for effect in update(&mut model, Msg::Start) {
        world.perform(effect, model.now);
    }
    let environment = &setup.environment;
    let session = Session::ready(Wanted {
        mouse: setup.settings.mouse,
        enhanced_keys: tells_keys_apart(&environment.term, &environment.term_program),
    })?;
    crash::install(
        &session,
        CrashReport { folder: setup.paths.state.clone(), line: crash_line(setup.lang).to_owned() },
    );
    let caught = Caught::begin()?;
    let mut live = Live {
        model,
        world,
        clock,
        theme,
        kept: Kept::default(),
        session,
        screen: Screen::new(stdout()),
        frame: Buffer::default(),
        drawn: Drawn::default(),
        face: ClockFace::default(),
        dirty: true,
        resting: None,
    };
    live.world.escape.extend(title::bytes(&format!("{} · redress", live.model.file.name)));
    for greeting in greetings {
        live.take(greeting);
    }
    live.wait_for_answers(FIRST_PAGE);
    // Taken over as late as can be: until there is something to see, it shows what it showed.
    live.session.resume()?;
    live.draw()?;
    let (to_signals, signals) = unbounded();
    let _listener = Listener::start(caught, to_signals)?;
    // Keys wait in the terminal until there is something to see.
    let (to_input, input) = unbounded();
    let _reader = Reader::start(to_input)?;
    live.world.begin(live.model.now)?;
    live.run(&input, &signals)
}

struct Live {
    model: Model,
    world: World,
    clock: Clock,
    theme: Theme,
    kept: Kept,
    session: Session,
    screen: Screen<Stdout>,
    /// What is drawn on.
    frame: Buffer,
    drawn: Drawn,
    face: ClockFace,
    dirty: bool,
    /// When that is drawn at the latest which is not worth a frame of its own while keys come.
    resting: Option<Instant>,
}

impl Live {
    fn run(&mut self, input: &Receiver<Input>, signals: &Receiver<Signal>) -> anyhow::Result<()> {
        while !self.world.quit {
            let answers = self.world.worker.answers().clone();
            let news = self.world.news.clone();
            let timer = self.timer();
            select! {
                recv(input) -> input => match input {
                    Ok(input) => self.input(input),
                    // The terminal is gone; there is nobody to draw for.
                    Err(_gone) => self.take(Msg::Terminate),
                },
                recv(signals) -> signal => if let Ok(signal) = signal { self.signal(signal)? },
                recv(answers) -> answer => if let Ok((id, answer)) = answer {
                    self.answered(id, answer);
                },
                recv(news) -> msg => if let Ok(msg) = msg { self.news(msg) },
                recv(timer) -> _ => {}
            }
            self.tick();
            while let Ok(more) = input.try_recv() {
                self.input(more);
            }
            self.drain();
            self.wait_for_answers(GRACE);
            self.draw()?;
        }
        Ok(())
    }

    /// When there is something to do though nothing comes in.
    fn timer(&self) -> Receiver<std::time::Instant> {
        let now = self.clock.now();
        let look = now.plus(LOOK);
        let wake = self.model.wake_at().map_or(look, |wake| wake.min(look));
        let left = u64::try_from(wake.since(now).as_millis()).unwrap_or(0).max(1);
        let wake = Instant::now() + Duration::from_millis(left);
        let wake = self.resting.map_or(wake, |rest| rest.min(wake));
        if self.world.quit { never() } else { at(wake) }
    }

    fn tick(&mut self) {
        let now = self.clock.now();
        let effects = update(&mut self.model, Msg::Tick(now));
        // A tick that changes nothing visible draws nothing.
        self.perform(effects);
        let rested = self.resting.is_some_and(|rest| rest <= Instant::now());
        if rested || self.model.clock_face() != self.face {
            self.dirty = true;
        }
    }

    /// Takes a message in that may change the screen.
    fn take(&mut self, msg: Msg) {
        self.dirty = true;
        let effects = update(&mut self.model, msg);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<crate::app::Effect>) {
        let now = self.model.now;
        for effect in effects {
            self.world.perform(effect, now);
        }
        for msg in self.world.take_ready() {
            self.take(msg);
        }
    }

    fn answered(
        &mut self,
        id: JobId,
        answer: Result<crate::store::Answer, crate::store::StoreError>,
    ) {
        self.world.answered(id);
        let saved = matches!(answer, Ok(crate::store::Answer::DraftSaved { .. }));
        let quiet = saved || matches!(answer, Ok(crate::store::Answer::Looked { changed: false }));
        let dirty = self.dirty;
        self.take(Msg::Answered(id, Box::new(answer)));
        if quiet {
            self.dirty = dirty;
        }
        if saved {
            self.resting.get_or_insert_with(|| Instant::now() + REST);
        }
    }

    fn news(&mut self, msg: Msg) {
        self.world.arrived(&msg);
        let of_guide = matches!(msg, Msg::Heard(..) | Msg::Guarded(..));
        let dirty = self.dirty;
        self.take(msg);
        if of_guide && self.model.toast.is_none() && !self.world.redraw {
            // What the guide says may wait for the next key's frame, but not for long.
            self.dirty = dirty;
            if std::mem::take(&mut self.model.guide_news) {
                let at = Instant::now() + GLANCE;
                self.resting = Some(self.resting.map_or(at, |rest| rest.min(at)));
            }
        }
    }

    fn drain(&mut self) {
        while let Ok((id, answer)) = self.world.worker.answers().try_recv() {
            self.answered(id, answer);
        }
        while let Ok(msg) = self.world.news.try_recv() {
            self.news(msg);
        }
    }

    /// Waits a moment for what the screen is about to show, so that a key and what it brings make
    /// one frame. The moment counts from the question: what is late holds up no further key.
    fn wait_for_answers(&mut self, at_most: Duration) {
        while let Some(begun) = self.world.awaits_since().filter(|_| self.dirty) {
            let deadline = at(begun + at_most);
            let answers = self.world.worker.answers().clone();
            let news = self.world.news.clone();
            select! {
                recv(answers) -> answer => if let Ok((id, answer)) = answer {
                    self.answered(id, answer);
                },
                recv(news) -> msg => if let Ok(msg) = msg { self.news(msg) },
                recv(deadline) -> _ => return,
            }
        }
    }

    fn input(&mut self, input: Input) {
        match input {
            Input::Chord(chord) => self.take(Msg::Key(chord)),
            Input::Text(text) => self.take(Msg::Text(text)),
            Input::Paste(text) => self.take(Msg::Paste(text)),
            Input::Resize(columns, rows) => self.resize((columns, rows)),
            Input::Focus(_) => {}
            Input::Click { col, row } => {
                if let Some(hit) = self.hit(col, row) {
                    self.take(Msg::Click(hit));
                }
            }
            Input::Scroll { col, row, lines } => {
                if let Some(pane) = self.pane(col, row) {
                    self.take(Msg::Scroll(pane, lines));
                }
            }
        }
    }

    fn resize(&mut self, size: (u16, u16)) {
        self.take(Msg::Resize(size.0, size.1));
    }

    /// What lies at a cell; of overlapping places the last one drawn.
    fn hit(&self, col: u16, row: u16) -> Option<Hit> {
        let at = Position::new(col, row);
        self.drawn.hits.iter().rev().find(|(area, _)| area.contains(at)).map(|(_, hit)| *hit)
    }

    fn pane(&self, col: u16, row: u16) -> Option<Pane> {
        self.hit(col, row).and_then(|hit| match hit {
            Hit::Queue(_) => Some(Pane::Queue),
            Hit::Message(_) => Some(Pane::Conversation),
            Hit::Step(_) => Some(Pane::Step),
            Hit::Reply(_) => Some(Pane::Replies),
            Hit::Pane(pane) => Some(pane),
            Hit::Overlay(_) => None,
        })
    }

    fn signal(&mut self, signal: Signal) -> anyhow::Result<()> {
        match signal {
            Signal::Quit(_) => self.take(Msg::Terminate),
            Signal::Suspend => {
                self.session.leave()?;
                stop_here()?;
                self.again()?;
            }
            Signal::Resume => self.again()?,
        }
        Ok(())
    }

    /// After another program has had the terminal.
    fn again(&mut self) -> anyhow::Result<()> {
        self.session.resume()?;
        self.resize(size_or(self.model.size));
        self.screen.forget();
        self.dirty = true;
        Ok(())
    }

    fn draw(&mut self) -> anyhow::Result<()> {
        if self.world.redraw {
            self.world.redraw = false;
            self.screen.forget();
            self.dirty = true;
        }
        if !self.world.escape.is_empty() {
            let escape = std::mem::take(&mut self.world.escape);
            self.screen.send_between_frames(&escape);
            self.dirty = true;
        }
        if !self.dirty {
            return Ok(());
        }
        self.dirty = false;
        self.resting = None;
        self.face = self.model.clock_face();
        let area = Rect::from(Size::from(self.model.size));
        if self.frame.area == area {
            self.frame.reset();
        } else {
            self.frame = Buffer::empty(area);
        }
        self.drawn = view(&self.model, &self.theme, &mut self.kept, &mut self.frame);
        self.screen.draw(&self.frame, self.drawn.cursor)?;
        // Sizes change nothing that is drawn; the next key needs them.
        update(&mut self.model, Msg::Drawn(self.drawn.metrics));
        Ok(())
    }
}
