//! The thread the guide listens on: conversations and drafts in, what was made of them out. One
//! question of each kind is under way at a time, and only the newest waits behind it.
//!
//! What the guide knows is read on that thread, when it is first asked for, and never before the
//! first frame is drawn.

use super::world::Grounds;
use crate::app::Msg;
use crate::domain::CaseId;
use crate::guide::Scene;
use crossbeam_channel::{Receiver, Sender, unbounded};
use std::sync::Arc;
use std::thread;

/// A question for the guide.
#[derive(Debug)]
pub(super) enum Question {
    /// What does the conversation tell?
    Listen(CaseId, Arc<Scene>),
    /// What must this draft not say?
    Guard(CaseId, Arc<Scene>, String),
}

/// Questions of one kind: whether one is under way, and the newest that waits.
#[derive(Debug, Default)]
struct Line {
    busy: bool,
    next: Option<Question>,
}

/// The guide's thread, and what it is asked.
#[derive(Debug)]
pub(super) struct Listener {
    grounds: Arc<Grounds>,
    done: Sender<Msg>,
    thread: Option<Sender<Question>>,
    listen: Line,
    guard: Line,
    /// Whether it may begin.
    begun: bool,
}

impl Listener {
    pub(super) fn new(grounds: Arc<Grounds>, done: Sender<Msg>) -> Self {
        let (listen, guard) = (Line::default(), Line::default());
        Self { grounds, done, thread: None, listen, guard, begun: false }
    }

    /// Takes a question; gives back how many more answers are to come.
    pub(super) fn ask(&mut self, question: Question) -> usize {
        let begun = self.begun;
        let line = self.line(&question);
        if line.busy || !begun {
            line.next = Some(question);
            return 0;
        }
        line.busy = true;
        self.send(question)
    }

    /// Lets it begin: the first frame is there. Gives back how many answers are to come.
    pub(super) fn begin(&mut self) -> usize {
        self.begun = true;
        let waiting: Vec<Question> =
            [self.guard.next.take(), self.listen.next.take()].into_iter().flatten().collect();
        waiting.into_iter().map(|question| self.ask(question)).sum()
    }

    /// Notes an answer; gives back how many more are to come.
    pub(super) fn answered(&mut self, msg: &Msg) -> usize {
        let line = match msg {
            Msg::Heard(..) => &mut self.listen,
            Msg::Guarded(..) => &mut self.guard,
            _another => return 0,
        };
        line.busy = false;
        let next = line.next.take();
        next.map_or(0, |question| self.ask(question))
    }

    const fn line(&mut self, question: &Question) -> &mut Line {
        match question {
            Question::Listen(..) => &mut self.listen,
            Question::Guard(..) => &mut self.guard,
        }
    }

    fn send(&mut self, question: Question) -> usize {
        if self.thread.is_none() {
            let (to, questions) = unbounded();
            let (grounds, done) = (Arc::clone(&self.grounds), self.done.clone());
            let spawned = thread::Builder::new()
                .name("guide".to_owned())
                .spawn(move || listen(&grounds, &questions, &done));
            self.thread = spawned.is_ok().then_some(to);
        }
        let Some(thread) = &self.thread else {
            // No thread to be had: slower, but nothing goes out unread.
            return usize::from(self.done.send(answer(&self.grounds, question)).is_ok());
        };
        usize::from(thread.send(question).is_ok())
    }
}

fn listen(grounds: &Grounds, questions: &Receiver<Question>, done: &Sender<Msg>) {
    for question in questions {
        // Nobody listens any more only when the program ends.
        if done.send(answer(grounds, question)).is_err() {
            return;
        }
    }
}

fn answer(grounds: &Grounds, question: Question) -> Msg {
    let wits = grounds.wits();
    match question {
        Question::Listen(case, scene) => {
            let heard = Arc::new(wits.signals.heard(&scene.utterances()));
            Msg::Heard(case, scene, heard, wits)
        }
        Question::Guard(case, scene, draft) => {
            let said = scene.utterances();
            let found = wits.guard().read(&draft, &scene.known.context(&said));
            Msg::Guarded(case, draft, found, wits)
        }
    }
}
