//! **Redress**: a terminal console for people who answer buyers' complaints.
//!
//! It opens a *case file* (one SQLite database), shows the buyer's conversation beside the current
//! step of the handling process and the replies that fit now, and writes every act back. This page
//! is the map of the code; the README is the map of the program.
//!
//! # Seven ideas
//!
//! 1. **The case file is a ledger.** Every act is one transaction: events are appended and the
//!    tables the screens read are brought up to date with them. [`domain::fold`] over the events is
//!    the truth, the tables are a convenience, and `redress verify` compares the two.
//! 2. **The playbook is data.** TOML says what to do, in what order, under which conditions and in
//!    which words. The engine knows no complaint vocabulary.
//! 3. **The core decides, the edge does.** [`desk::decide`] takes a state, a command, the shop's
//!    rules and a time, and gives events or a [`desk::Refusal`] with the reason and the way out.
//! 4. **One gate for every path.** Keys, palette, command line, import and demo end in that same
//!    function. There is no second way to send or to close.
//! 5. **Suggestions explain themselves.** [`guide::suggest`] says with each reply why it is offered,
//!    without a language model, and the same every time.
//! 6. **A buyer's text is hostile until cleaned.** [`domain::RawText`] is stored; only
//!    [`domain::CleanText`] is drawn, copied or printed.
//! 7. **Local first.** One file, no server, no account, no socket.
//!
//! # The house
//!
//! The rooms stand on floors, and a room may use only what stands below it.
//!
//! | floor | room | owns | must not know |
//! |---|---|---|---|
//! | 8 | [`cli`], [`runtime`] | arguments, subcommands, threads, effects, redraw | – |
//! | 7 | [`ui`] | the view of the model: layout, panes, overlays, theme, pictures | store, clock |
//! | 6 | [`app`] | the console without a screen: model, messages, actions, effects, update | SQL, terminal |
//! | 5 | [`store`] | the case file: the only place that speaks SQL | app, ui |
//! | 5 | [`exchange`] | files in and out, the shapes of `--json` | app, ui, store |
//! | 4 | [`desk`] | what an agent may do: one command a file, pure decisions | files, screen, clock |
//! | 3 | [`guide`] | what the buyer's words tell, and which replies fit | files, screen, clock |
//! | 2 | [`playbook`] | the language of playbooks: schema, compile, check, engine; asks `standard` for its names | desk, store |
//! | 2 | [`standard`] | law, platform and shop rules with source and date | desk, store |
//! | 1 | [`domain`] | case, message, fact, promise, timer, event, fold, clean text | everything else |
//! | – | [`term`] | the terminal itself: session, keys, screen, clipboard | what is shown |
//! | – | [`config`], [`i18n`] | settings and folders; the texts of the screen | everything else |
//!
//! A test reads every `use crate::` line against this table.
//!
//! # Message → update → effect → view
//!
//! ```text
//!   keys, paste, size ─┐                                    ┌─→ store threads ─┐
//!   the clock ─────────┤                                    ├─→ clipboard      │
//!   answers ───────────┴─→ Msg ─→ update(&mut Model) ─→ Effect ─→ playbooks    │
//!        ↑                            │                     └─→ quit, redraw   │
//!        │                            ↓                                        │
//!        │                     view(&Model) ─→ cells ─→ term                   │
//!        └─────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! - [`app::update`] is the only code that changes the [`app::Model`]. It asks neither clock nor
//!   disk: time comes in as a message, work leaves as [`app::Effect`]s, which are plain data that
//!   tests compare.
//! - [`runtime`] performs effects. It takes one message, drains the rest, and draws at most once,
//!   and only if something changed.
//! - [`store::Worker`] owns three threads: one has the write connection, one reads, one moves the
//!   write-ahead log into the file. A [`store::Job`] goes in, a [`store::Answer`] with the same
//!   number comes out; nothing a person waits for waits for the disk's housekeeping. These jobs are
//!   the seam behind which another engine can come: small, typed, free of SQL. The threads begin
//!   behind the first frame; its page is read where it is asked for.
//! - The guide listens and reads drafts on one more thread, which begins after the first frame and
//!   takes the newest conversation and the newest draft only.
//! - A panic ends a release build, whichever thread it is in: the hook gives the terminal back first.
//! - Every append carries the version it was decided on. If another window was faster, nothing is
//!   written, the person is told what changed, and what they typed stays.
//! - [`ui::view`] draws the model and says where the real cursor stands (an input method opens
//!   there) and what answers to a click. While only the draft changes, which
//!   [`app::Model::beyond_draft`] tells, the panes round the composer are taken from the frame
//!   before; debug builds draw them anew as well and compare. [`term::screen`] compares the frame with
//!   what it knows the terminal shows, and writes the difference.
//! - What every start needs is not read by one: the build script (`build/`) lays out the texts, the
//!   shipped keymap and the shipped playbooks, and tells the linker which functions stand together
//!   and that the program stands at a fixed address (`build/link.rs` says what that gives up).
//!
//! # Where a thing lives
//!
//! | to add | touch |
//! |---|---|
//! | a key | a row of [`app::ACTIONS`], a line of `assets/keymap.toml`, its words in `assets/i18n` |
//! | a popup | a variant of [`app::Overlay`] and a file in `ui/overlays` |
//! | something an agent can do | a variant of [`desk::Command`] and a file in `desk` |
//! | something that can happen | a variant of [`domain::Event`], its arm of the fold, its projection in `store` |
//! | a word of the playbook language | `playbook/schema.rs`, and a case in `tests/playbooks` |
//! | a playbook | a file in `playbooks` and its name in `playbook/library/shipped.rs`; `redress playbook check` says whether it holds |
//! | a table | a new numbered file in `assets/migrations`; a released one is never edited |
//! | a format to import | a reader beside [`exchange::READERS`] |
//! | a sentence on screen | both tables in `assets/i18n`, and the struct that names it; `build/texts.rs` lays them out |
//! | a subcommand | a variant in `cli/args.rs` and its name in `COMMANDS`, a file in `cli`, its help in `assets/i18n` |
//! | something listened for, or stopped in a draft | `playbooks/signals*.toml`, `playbooks/wording.toml`, with an example |
//! | a tool between facts and a settlement | what is recorded in `domain/settling`, its rule in `desk/settling`, its row in `app/settling` |
//!
//! Money is [`domain::Fen`]; time is [`domain::Stamp`], in UTC in the file and local on the screen;
//! widths are terminal cells, measured by [`domain::cells`]; the caret moves by grapheme.
//!
//! # Words
//!
//! One word per thing, the same in code, on screen and in the documents: case, message, buyer,
//! order, fact, promise, timer, standard, playbook, step, check, need, reply (scripted), draft,
//! event, policy, mood, issue; `Action`, `Msg`, `Effect`, `Model`, `Overlay`, `Pane`, `Chord`,
//! `Refusal`, `Diagnostic`.
//!
//! # Errors
//!
//! A refused act is not an error: a [`desk::Refusal`] carries the reason and the way out, and the
//! edge finds the words for it in the person's language. Rooms below the edge give typed errors
//! that say what happened, where, and what to do. Bad input never panics, never corrupts and never
//! vanishes: it is named by line and reason.

pub mod app;
pub mod cli;
pub mod config;
pub mod desk;
pub mod domain;
pub mod exchange;
pub mod guide;
pub mod i18n;
pub mod playbook;
pub mod runtime;
pub mod standard;
pub mod store;
pub mod term;
pub mod ui;
