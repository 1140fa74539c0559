//! A console without a screen over a real case file in a folder of its own: keys go in, effects are
//! performed when the test says so, and what the world saw is kept.

use crate::app::{Chord, Compiled, Effect, Key, Keymap, Model, Msg, OpenCase, Reloaded, update};
use crate::config::{ClosingRules, Settings};
use crate::desk::{Desk, Known, Opening, Policy, fresh, open};
use crate::domain::{
    AgentName, Author, BuyerName, CaseId, Conversation, Event, Issue, Lang, NewMessage, Platform,
    RawText, Span, Stamp, Version,
};
use crate::guide::Wits;
use crate::i18n::Strings;
use crate::playbook::{Library, Playbook};
use crate::store::{Access, Act, CaseFile, DraftKind as Kept, Job, Outcome, Worker};
use chrono::FixedOffset;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};
use tempfile::TempDir;

static WITS: LazyLock<Arc<Wits>> = LazyLock::new(|| Arc::new(Wits::shipped()));
static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::new(Library::shipped()));

pub(super) fn playbook(id: &str) -> Arc<Playbook> {
    LIBRARY.get(&id.into()).expect("a shipped playbook")
}

/// 2026-11-02, ten o'clock in China.
pub(super) fn morning() -> Stamp {
    Stamp::parse("2026-11-02T10:00:00+08:00").expect("a time")
}

pub(super) struct Console {
    pub(super) model: Model,
    worker: Worker,
    path: PathBuf,
    /// Effects nobody has performed yet.
    pub(super) pending: VecDeque<Effect>,
    /// What was put on the clipboard, and `None` for each time it was taken off.
    pub(super) clipboard: Vec<Option<String>>,
    /// Names of all effects since the last look, as they were asked for.
    asked: Vec<&'static str>,
    pub(super) left: bool,
    /// The playbooks, where they are not the shipped ones.
    pub(super) library: Option<Library>,
    _folder: TempDir,
}

/// A file with cases of these buyers on `core`, the first due first; nothing asked for yet.
pub(super) fn with_cases(buyers: &[&str]) -> Console {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("cases.redress");
    let mut file = CaseFile::open(&path, Access::Write).expect("a new file");
    for (minutes, buyer) in (0..).zip(buyers) {
        let at = morning().plus(Span::minutes(minutes - 10));
        opens(&mut file, buyer, vec![said(Author::Buyer, at, "收到全碎了")]);
    }
    drop(file);
    let strings = Strings::of(Lang::Zh);
    let (keymap, _) = Keymap::new(None);
    let mut model = Model::new(
        morning(),
        china(),
        Lang::Zh,
        strings,
        AgentName::new("小林"),
        Arc::new(policy()),
        Arc::new(keymap),
    );
    // The guide is read long before anybody has written a reply; tests of that moment forget it.
    model.wits = Some(Arc::clone(&WITS));
    let (worker, _) = Worker::start(&path).expect("the file's threads");
    Console {
        model,
        worker,
        path,
        pending: VecDeque::new(),
        clipboard: Vec::new(),
        asked: Vec::new(),
        left: false,
        library: None,
        _folder: folder,
    }
}

/// The same, started and settled: the first case is on screen.
pub(super) fn started(buyers: &[&str]) -> Console {
    let mut console = with_cases(buyers);
    console.hear(Msg::Start);
    console.settle();
    console.asked();
    console
}

/// One case on screen, at the step, with the caret in the replies.
pub(super) fn one_case() -> Console {
    let mut console = started(&["小鱼"]);
    console.press("enter");
    console
}

pub(super) fn said(author: Author, at: Stamp, text: &str) -> NewMessage {
    NewMessage { author, speaker: None, at, timed: true, text: RawText::new(text) }
}

fn china() -> FixedOffset {
    FixedOffset::east_opt(8 * 3_600).expect("an offset")
}

fn policy() -> Policy {
    let policy = Policy::from_settings(&Settings::default(), Lang::Zh, china());
    // What the shop wants before closing has tests of its own.
    Policy { closing: ClosingRules::NOTHING, ..policy }
}

fn desk<'a>(book: &'a Playbook, policy: &'a Policy, agent: &'a AgentName, now: Stamp) -> Desk<'a> {
    Desk {
        playbook: book,
        policy,
        agent,
        lang: Lang::Zh,
        now,
        library: None,
        earlier_cases: 0,
        paid_elsewhere: &[],
        shelf: None,
        guard: None,
    }
}

fn opens(file: &mut CaseFile, buyer: &str, messages: Vec<NewMessage>) -> CaseId {
    let (book, policy, agent) = (playbook("core"), policy(), AgentName::new("小林"));
    let at = messages.iter().map(|message| message.at).max().unwrap_or_else(morning);
    let opening = Opening {
        key: None,
        platform: Platform::Taobao,
        buyer: BuyerName::new(buyer),
        order: None,
        issue: Issue::new("damage"),
        messages,
    };
    let events = open(opening, &desk(&book, &policy, &agent, at)).expect("a case opens");
    let pin = serde_json::to_string(&book.pin()).expect("a pin");
    let act = Act {
        case: None,
        expected: Version(0),
        events,
        agent,
        at,
        clear_draft: None,
        pin: Some((book.reference.clone(), pin)),
    };
    match file.append(act).expect("written") {
        Outcome::Appended { case, .. } => case,
        Outcome::Conflict { .. } => panic!("a new case has no other window"),
    }
}

impl Console {
    /// Takes a message in; its effects wait.
    pub(super) fn hear(&mut self, msg: Msg) {
        let effects = update(&mut self.model, msg);
        // The guide is asked with nearly every message; what it is asked has tests of its own.
        let named = effects.iter().map(name).filter(|name| !matches!(*name, "listen" | "guard"));
        self.asked.extend(named);
        self.pending.extend(effects);
    }

    /// Presses keys named as in the keymap file, without waiting for anything.
    pub(super) fn rush(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            let chord: Chord = key.parse().unwrap_or_else(|wrong| panic!("{key}: {wrong}"));
            self.hear(Msg::Key(chord));
        }
    }

    /// Presses keys, each when all before has come to rest.
    pub(super) fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.rush(key);
            self.settle();
        }
    }

    /// Types characters, one key each.
    pub(super) fn types(&mut self, text: &str) {
        for c in text.chars() {
            self.hear(Msg::Key(Chord::plain(Key::Char(c))));
        }
        self.settle();
    }

    pub(super) fn pastes(&mut self, text: &str) {
        self.hear(Msg::Paste(text.to_owned()));
        self.settle();
    }

    /// Time passes.
    pub(super) fn wait(&mut self, span: Span) {
        let now = self.model.now.plus(span);
        self.hear(Msg::Tick(now));
        self.settle();
    }

    /// Performs effects until nothing is left to do.
    pub(super) fn settle(&mut self) {
        while self.step() {}
    }

    /// Performs the oldest effect and takes in what comes of it.
    pub(super) fn step(&mut self) -> bool {
        // What the guide is asked comes behind what the person asked for.
        let guides = |effect: &Effect| matches!(effect, Effect::Listen(..) | Effect::Guard(..));
        let place = self.pending.iter().position(|effect| !guides(effect)).unwrap_or(0);
        let Some(effect) = self.pending.remove(place) else { return false };
        if let Some(msg) = self.perform(effect) {
            self.hear(msg);
        }
        true
    }

    /// Performs the first waiting effect of that name and keeps what comes of it for later.
    pub(super) fn performs(&mut self, wanted: &str) -> Msg {
        let place = self.pending.iter().position(|effect| name(effect) == wanted);
        let effect = place.and_then(|place| self.pending.remove(place));
        let effect = effect.unwrap_or_else(|| panic!("{wanted} was not asked for"));
        self.perform(effect).expect("something comes of it")
    }

    fn perform(&mut self, effect: Effect) -> Option<Msg> {
        Some(match effect {
            Effect::Store(id, job) => {
                self.worker.ask(id, job);
                let (id, answer) = self.worker.answers().recv().expect("an answer");
                Msg::Answered(id, Box::new(answer))
            }
            Effect::Copy(text) => {
                self.clipboard.push(Some(text.as_str().to_owned()));
                Msg::Copied(Ok(self.model.way))
            }
            Effect::ClearClipboard => {
                self.clipboard.push(None);
                return None;
            }
            Effect::Compile(reference, _pinned) => {
                let newest = self.newest(reference.id.as_str());
                let newer =
                    newest.as_ref().ok().filter(|book| book.reference != reference).cloned();
                let book = LIBRARY.get(&reference.id).map_err(|wrong| format!("{wrong:?}"));
                let book = book.or(newest);
                Msg::Compiled(Box::new(Compiled { reference, book, newer }))
            }
            Effect::Fetch(id) => {
                let newest = self.newest(id.as_str());
                Msg::Fetched(id, newest)
            }
            Effect::ReloadPlaybooks(current) => {
                let newest = current.and_then(|id| self.newest(id.as_str()).ok());
                let entries = self.library.as_ref().unwrap_or(&LIBRARY).list();
                Msg::Reloaded(Box::new(Reloaded { entries, newest }))
            }
            Effect::CompileNewest(id) => Msg::Chosen(self.newest(id.as_str())),
            Effect::ListPlaybooks => Msg::Listed(self.library.as_ref().unwrap_or(&LIBRARY).list()),
            Effect::Import(conversations) => Msg::Imported(Ok(self.import(conversations))),
            Effect::ReadStandards => Msg::Standards(
                Arc::new(crate::standard::Standards::shipped()),
                Arc::new(crate::standard::Evidence::shipped()),
                None,
            ),
            Effect::Listen(case, scene) => {
                let heard = Arc::new(WITS.signals.heard(&scene.utterances()));
                Msg::Heard(case, scene, heard, Arc::clone(&WITS))
            }
            Effect::Guard(case, scene, draft) => {
                let found = WITS.guard().read(&draft, &scene.known.context(&scene.utterances()));
                Msg::Guarded(case, draft, found, Arc::clone(&WITS))
            }
            Effect::Bell | Effect::Redraw => return None,
            Effect::Quit => {
                self.left = true;
                return None;
            }
        })
    }

    /// The newest version of a playbook in this console's folder.
    fn newest(&self, id: &str) -> Result<Arc<Playbook>, String> {
        let library = self.library.as_ref().unwrap_or(&LIBRARY);
        library.get(&id.into()).map_err(|wrong| format!("{wrong:?}"))
    }

    /// A plain import: a new case each, or what is new of it into the buyer's open case.
    fn import(&mut self, conversations: Vec<Conversation>) -> crate::app::Imported {
        let mut done = crate::app::Imported::default();
        let mut file = self.other_window();
        for one in conversations {
            let found = file.find_case(None, one.platform, &one.buyer, None).expect("looked up");
            let Some(case) = found else {
                done.messages += one.messages.len();
                done.cases += 1;
                done.last = Some(opens(&mut file, one.buyer.as_str(), one.messages));
                continue;
            };
            let (first, last) = (Stamp::from_millis(i64::MIN), Stamp::from_millis(i64::MAX));
            let known: Vec<Known> = file
                .overlap(case, first, last)
                .expect("read")
                .into_iter()
                .map(|m| Known {
                    no: m.no,
                    author: m.author,
                    at: m.at,
                    text: m.text.clean(),
                    ours: m.ours,
                })
                .collect();
            let new = fresh(&known, one.messages);
            done.messages += new.len();
            if !new.is_empty() {
                drop(file);
                self.elsewhere(case, crate::desk::Command::Receive(new));
                file = self.other_window();
                done.last = Some(case);
            }
        }
        done
    }

    /// A second connection to the same file.
    pub(super) fn other_window(&self) -> CaseFile {
        CaseFile::open(&self.path, Access::Write).expect("the file opens twice")
    }

    /// Another window does something to a case.
    pub(super) fn elsewhere(&self, case: CaseId, command: crate::desk::Command) {
        let mut file = self.other_window();
        let state = file.load(case).expect("read").expect("there");
        let (policy, agent) = (policy(), AgentName::new("阿杰"));
        let book = playbook(state.playbook.id.as_str());
        let desk = desk(&book, &policy, &agent, self.model.now);
        let events = crate::desk::decide(&state, command, &desk).expect("accepted");
        let act = Act {
            case: Some(case),
            expected: state.version,
            events,
            agent,
            at: self.model.now,
            clear_draft: None,
            pin: None,
        };
        assert!(matches!(file.append(act), Ok(Outcome::Appended { .. })));
    }

    /// Names of the effects asked for since the last look.
    pub(super) fn asked(&mut self) -> Vec<&'static str> {
        std::mem::take(&mut self.asked)
    }

    pub(super) fn open(&self) -> &OpenCase {
        self.model.open.as_ref().expect("a case is on screen")
    }

    /// The draft of the reply.
    pub(super) fn reply(&self) -> &str {
        self.open().reply.text()
    }

    /// The sentence at the bottom.
    pub(super) fn told(&self) -> &str {
        self.model.toast.as_ref().map_or("", |toast| toast.text.as_str())
    }

    /// The buyer on screen.
    pub(super) fn buyer(&self) -> &str {
        self.open().state.buyer.as_str()
    }

    /// A draft as the file has it.
    pub(super) fn kept(&self, case: i64, kind: Kept) -> String {
        let draft = self.other_window().draft(CaseId(case), kind).expect("read");
        draft.map_or_else(String::new, |draft| draft.body)
    }

    /// The names of a case's events in the file.
    pub(super) fn ledger(&self, case: i64) -> Vec<&'static str> {
        let records = self.other_window().timeline(CaseId(case), None, 10_000).expect("read");
        records.iter().rev().map(|recorded| recorded.event.kind()).collect()
    }

    /// How many replies a case has in the file, without those taken back.
    pub(super) fn sent(&self, case: i64) -> usize {
        let state = self.other_window().load(CaseId(case)).expect("read").expect("there");
        state.sent.iter().filter(|sent| !sent.retracted).count()
    }
}

fn name(effect: &Effect) -> &'static str {
    match effect {
        Effect::Store(_, job) => match job {
            Job::Queue(_) => "queue",
            Job::Case { .. } => "case",
            Job::Messages { .. } => "messages",
            Job::Message { .. } => "message",
            Job::Timeline { .. } => "timeline",
            Job::Locate { .. } => "locate",
            Job::Restore { .. } => "restore",
            Job::QueueOf { .. } => "queue-of",
            Job::Buyer { .. } => "buyer",
            Job::Views => "views",
            Job::SaveView { .. } => "save-view",
            Job::Append(_) => "append",
            Job::SaveDraft { .. } => "draft",
            Job::Look => "look",
        },
        Effect::Copy(_) => "copy",
        Effect::ClearClipboard => "clear",
        Effect::Compile(..) => "compile",
        Effect::CompileNewest(_) => "compile-newest",
        Effect::Fetch(_) => "fetch",
        Effect::ReloadPlaybooks(_) => "reload",
        Effect::ReadStandards => "standards",
        Effect::ListPlaybooks => "list",
        Effect::Import(_) => "import",
        Effect::Listen(..) => "listen",
        Effect::Guard(..) => "guard",
        Effect::Bell => "bell",
        Effect::Redraw => "redraw",
        Effect::Quit => "quit",
    }
}

/// The events an effect would write.
pub(super) fn events(effect: &Effect) -> &[Event] {
    match effect {
        Effect::Store(_, Job::Append(act)) => &act.events,
        _other => &[],
    }
}
