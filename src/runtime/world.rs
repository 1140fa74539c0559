//! The world effects act on: the case file's threads, the playbooks, the clipboard.
//!
//! Owns performing effects and handing what comes of them back as messages. Decides nothing.

use super::import;
use super::library::{self, Books};
use super::listener::{Listener, Question};
use crate::app::{Compiled, CopyFailure, Effect, Msg, Reloaded};
use crate::desk::Policy;
use crate::domain::{AgentName, CleanText, Lang, PlaybookRef, Stamp};
use crate::guide::Wits;
use crate::i18n::fill;
use crate::playbook::{Library, Playbook, Work};
use crate::standard::{Standards, evidence_with, own_faults, standards_with};
use crate::store::{Job, JobId, StoreError, Worker};
use crate::term::clipboard::{ClipboardChoice, ClipboardError};
use crossbeam_channel::{Receiver, Sender, unbounded};
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

/// What import and playbooks need to know; shared with the threads that do the work.
#[derive(Debug)]
pub(super) struct Grounds {
    /// The case file.
    pub(super) path: PathBuf,
    /// The playbooks.
    pub(super) books: Arc<Books>,
    /// The shop's rules.
    pub(super) policy: Arc<Policy>,
    /// Who works here.
    pub(super) agent: AgentName,
    /// The language of replies.
    pub(super) lang: Lang,
    /// What the guide knows, made when it is first asked for, and anew when the folder is read again.
    wits: Mutex<Option<Arc<Wits>>>,
}

impl Grounds {
    pub(super) fn new(
        path: PathBuf,
        books: Arc<Books>,
        policy: Arc<Policy>,
        agent: AgentName,
        lang: Lang,
    ) -> Self {
        Self { path, books, policy, agent, lang, wits: Mutex::new(None) }
    }

    /// The playbooks, each read when it is first asked for.
    pub(super) fn library(&self) -> Arc<Library> {
        self.books.library()
    }

    /// The standards, the shop's own over the shipped.
    pub(super) fn standards(&self) -> Standards {
        standards_with(&library::shelves(&self.books.folder))
    }

    /// What the guide knows, read when it is first asked for.
    pub(super) fn wits(&self) -> Arc<Wits> {
        let mut slot = self.wits.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = &self.books.folder;
        let config = folder.parent().unwrap_or(folder);
        Arc::clone(slot.get_or_insert_with(|| Arc::new(library::wits(config))))
    }

    /// The playbook of a case, and the newest version where that is another.
    fn compiled(&self, reference: PlaybookRef, pinned: Option<&str>) -> Msg {
        let library = self.library();
        let book = library::version(&library, &reference, pinned);
        let newer = self.newer(&reference);
        Msg::Compiled(Box::new(Compiled { reference, book, newer }))
    }

    fn newer(&self, reference: &PlaybookRef) -> Option<Arc<Playbook>> {
        let newest = self.library().get(&reference.id).ok();
        newest.filter(|newest| newest.reference != *reference)
    }

    /// What is wrong with the method the shop builds its cases on, if anything is.
    fn spine_fault(&self) -> Option<String> {
        match self.library().get(&self.policy.spine) {
            Ok(book) if book.spine || book.reference.id.as_str() == "core" => None,
            Ok(_no_method) => Some(String::new()),
            Err(wrong) => Some(library::first_line(&wrong)),
        }
    }
}

/// The world.
#[derive(Debug)]
pub(super) struct World {
    pub(super) worker: Worker,
    grounds: Arc<Grounds>,
    clipboard: ClipboardChoice,
    compiled: HashMap<PlaybookRef, Arc<Playbook>>,
    listener: Listener,
    done: Sender<Msg>,
    /// What side threads have done.
    pub(super) news: Receiver<Msg>,
    /// Messages that are there at once.
    ready: Vec<Msg>,
    /// Bytes for the terminal, to be written between frames.
    pub(super) escape: Vec<u8>,
    /// Jobs and side work whose outcome has not come back yet.
    pub(super) outstanding: usize,
    /// Those of them the screen shows, and when the newest of them began.
    awaited: HashSet<JobId>,
    compiling: usize,
    begun: Option<Instant>,
    /// What the first frame does not need, until it is there; nothing waits afterwards.
    later: Option<Vec<Effect>>,
    /// Whether everything is to be drawn anew.
    pub(super) redraw: bool,
    /// Whether the program is to end.
    pub(super) quit: bool,
}

impl World {
    pub(super) fn new(worker: Worker, grounds: Arc<Grounds>, clipboard: ClipboardChoice) -> Self {
        let (done, news) = unbounded();
        let listener = Listener::new(Arc::clone(&grounds), done.clone());
        Self {
            worker,
            grounds,
            listener,
            clipboard,
            compiled: HashMap::new(),
            done,
            news,
            ready: Vec::new(),
            escape: Vec::new(),
            outstanding: 0,
            awaited: HashSet::new(),
            compiling: 0,
            begun: None,
            later: Some(Vec::new()),
            redraw: false,
            quit: false,
        }
    }

    /// Looks whether the method the shop builds its cases on can be used, and tells if not.
    pub(super) fn check_spine(&mut self, sentence: String) {
        self.beside(move |grounds| match grounds.spine_fault() {
            None => Msg::Looked,
            Some(why) => Msg::Told(fill(&sentence, &[("why", &why)])),
        });
    }

    /// Lets the threads of the file and of the guide begin, and what was put off: the first frame is
    /// there.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(super) fn begin(&mut self, now: Stamp) -> Result<(), StoreError> {
        self.worker.wake()?;
        self.outstanding += self.listener.begin();
        for effect in self.later.take().unwrap_or_default() {
            self.perform(effect, now);
        }
        Ok(())
    }

    /// How much of the playbooks was looked at so far.
    pub(super) fn work(&self) -> Work {
        self.grounds.books.work()
    }

    /// Messages that came of effects at once.
    pub(super) fn take_ready(&mut self) -> Vec<Msg> {
        std::mem::take(&mut self.ready)
    }

    /// Notes a message from a thread: one piece of work less is under way.
    pub(super) fn arrived(&mut self, msg: &Msg) {
        self.outstanding = self.outstanding.saturating_sub(1);
        self.outstanding += self.listener.answered(msg);
        if let Msg::Compiled(compiled) = msg {
            self.compiling = self.compiling.saturating_sub(1);
            if let Ok(book) = &compiled.book {
                self.compiled.insert(compiled.reference.clone(), Arc::clone(book));
            }
        }
    }

    /// Notes an answer of the case file.
    pub(super) fn answered(&mut self, id: JobId) {
        self.outstanding = self.outstanding.saturating_sub(1);
        self.awaited.remove(&id);
    }

    /// When the newest work began that the screen will show. Drafts being saved, the look at the
    /// file, an import: no frame waits for these.
    pub(super) fn awaits_since(&self) -> Option<Instant> {
        self.begun.filter(|_| self.compiling > 0 || !self.awaited.is_empty())
    }

    /// Performs one effect.
    pub(super) fn perform(&mut self, effect: Effect, now: Stamp) {
        match effect {
            Effect::ReadStandards | Effect::Fetch(_) if self.later.is_some() => {
                self.later.get_or_insert_default().push(effect);
            }
            Effect::Store(id, job) => {
                self.outstanding += 1;
                if is_shown(&job) {
                    self.awaited.insert(id);
                    self.begun = Some(Instant::now());
                }
                self.worker.ask(id, job);
            }
            Effect::Copy(text) => self.copy(text),
            Effect::ClearClipboard => self.clear(),
            Effect::Compile(reference, pinned) => {
                let early = || self.grounds.books.at_hand(&reference);
                let known = self.compiled.get(&reference).cloned();
                if let Some(book) = known.or_else(early) {
                    let newer = self.grounds.newer(&reference);
                    let compiled = Compiled { reference, book: Ok(book), newer };
                    self.ready.push(Msg::Compiled(Box::new(compiled)));
                } else if self.later.is_some() {
                    // The first frame shows it: another thread would only be waited for.
                    self.ready.push(self.grounds.compiled(reference, pinned.as_deref()));
                } else {
                    let begun =
                        self.beside(move |grounds| grounds.compiled(reference, pinned.as_deref()));
                    self.compiling += usize::from(begun);
                    self.begun = Some(Instant::now());
                }
            }
            Effect::CompileNewest(id) => {
                self.beside(move |grounds| {
                    let newest = grounds.library().get(&id);
                    Msg::Chosen(newest.map_err(|wrong| library::first_line(&wrong)))
                });
            }
            Effect::Fetch(id) => {
                self.beside(move |grounds| {
                    let newest = grounds.library().get(&id);
                    let newest = newest.map_err(|wrong| library::first_line(&wrong));
                    Msg::Fetched(id, newest)
                });
            }
            Effect::ReadStandards => {
                self.beside(|grounds| {
                    let own = library::shelves(&grounds.books.folder);
                    let (standards, evidence) = (standards_with(&own), evidence_with(&own));
                    // Told once, when it is read; the shipped files were checked by the tests.
                    let fault = own_faults(&own).into_iter().next();
                    Msg::Standards(Arc::new(standards), Arc::new(evidence), fault)
                });
            }
            Effect::ReloadPlaybooks(current) => {
                self.beside(move |grounds| {
                    let library = grounds.books.reloaded();
                    let newest = current.and_then(|id| library.get(&id).ok());
                    Msg::Reloaded(Box::new(Reloaded { entries: library.list(), newest }))
                });
            }
            Effect::ListPlaybooks => {
                self.beside(|grounds| Msg::Listed(grounds.library().list()));
            }
            Effect::Import(conversations) => {
                self.beside(move |grounds| {
                    Msg::Imported(import::into_file(grounds, conversations, now))
                });
            }
            Effect::Listen(case, scene) => {
                self.outstanding += self.listener.ask(Question::Listen(case, scene));
            }
            Effect::Guard(case, scene, draft) => {
                self.outstanding += self.listener.ask(Question::Guard(case, scene, draft));
            }
            Effect::Bell => self.escape.push(7),
            Effect::Redraw => self.redraw = true,
            Effect::Quit => self.quit = true,
        }
    }

    /// Does something on a thread of its own, so that no key waits for it. Tells whether it began.
    fn beside(&mut self, work: impl FnOnce(&Grounds) -> Msg + Send + 'static) -> bool {
        let grounds = Arc::clone(&self.grounds);
        let done = self.done.clone();
        let spawned = std::thread::Builder::new().name("beside".to_owned()).spawn(move || {
            // Nobody listens any more only when the program ends.
            let _ = done.send(work(&grounds));
        });
        self.outstanding += usize::from(spawned.is_ok());
        spawned.is_ok()
    }

    fn copy(&mut self, text: CleanText) {
        let choice = self.clipboard;
        match choice {
            ClipboardChoice::Tool(_) => {
                self.beside(move |_| {
                    let copied = choice.copy(&text, &mut Vec::new());
                    Msg::Copied(copied.map_err(|error| failure(&error)))
                });
            }
            ClipboardChoice::Osc52 { .. } | ClipboardChoice::NoTool | ClipboardChoice::Off => {
                let copied = choice.copy(&text, &mut self.escape);
                self.ready.push(Msg::Copied(copied.map_err(|error| failure(&error))));
            }
        }
    }

    fn clear(&mut self) {
        // Taking the text off again is a courtesy: where it fails, the reply was taken back all the
        // same, and the person is told that the draft has it.
        let _ = self.clipboard.clear(&mut self.escape);
    }
}

/// Whether the answer of a job is something to see.
const fn is_shown(job: &Job) -> bool {
    match job {
        Job::Append(_)
        | Job::Queue(_)
        | Job::Case { .. }
        | Job::Messages { .. }
        | Job::Message { .. }
        | Job::Timeline { .. }
        | Job::Restore { .. }
        | Job::QueueOf { .. }
        | Job::Buyer { .. }
        | Job::Views
        | Job::Locate { .. } => true,
        Job::SaveDraft { .. } | Job::SaveView { .. } | Job::Look => false,
    }
}

fn failure(error: &ClipboardError) -> CopyFailure {
    match error {
        ClipboardError::TooLong { .. } => CopyFailure::TooLong,
        ClipboardError::NoTool
        | ClipboardError::Failed { .. }
        | ClipboardError::Refused { .. }
        | ClipboardError::Hung { .. } => CopyFailure::Failed(error.to_string()),
    }
}
