//! The console without a screen: what it knows (`Model`), what can happen (`Msg`), what a person
//! can do (`Action`), what the world is asked to do (`Effect`), and `update`, the only code that
//! changes the model.
//!
//! Knows no clock, no terminal, no SQL: time comes with messages, work leaves as effects.

mod action;
mod adoption;
mod bell;
mod board;
pub mod chord;
mod clocks;
mod composer;
mod due_text;
mod effect;
mod hit;
mod jobs;
mod keymap;
mod model;
mod msg;
mod notice;
mod open_case;
mod outlook;
mod overlay;
mod palette;
mod parked;
mod search;
mod settling;
mod slip;
mod standing;
mod update;
mod wake;
mod watch;
pub mod words;
mod writing;

pub use action::{ACTIONS, Action, ActionRow, Context, Group, Standing};
pub use board::{Board, BoardKind, BoardLook, BoardRow, BoardView};
use chord::fold_width;
pub use chord::{Chord, ChordError, Key};
pub use clocks::{ClockName, RunningClock};
pub use composer::{Composer, ComposerLayout, Motion, Row};
pub use due_text::{as_counted, as_rule, read_due, said_rule};
pub use effect::{Effect, JobId};
pub use hit::{Hit, Metrics};
pub use keymap::{Keymap, KeymapProblem};
pub use model::{
    Adopted, DraftKind, FileFacts, Looking, Model, OpenCase, Pane, Queue, QueueEntry, Thread,
    Toast, Tone,
};
pub use msg::{Compiled, CopyFailure, Imported, Msg, Reloaded};
pub use open_case::StepRow;
pub use outlook::{Adjusted, Leads, LockedRung, OtherStep, StepStanding};
pub use overlay::{
    BookRow, BuyerTypeChoice, Clocks, CloseForm, Confirm, ExhibitForm, ExhibitRow, Exhibits,
    FactForm, Facts, Field, Findings, HeardList, Incoming, MoodChoice, Overlay, Overrule, Palette,
    PastePreview, PlaybookChoice, PlaybookPage, PromiseForm, Promises, StepsChoice, Target,
    Timeline, Upgrade,
};
pub use search::{ReplySearch, SearchEntry};
pub use settling::{
    DESK_ROWS, DeskList, DeskRow, Form, FormInput, FormKind, FormRow, OptionsList, PointsList,
};
pub use slip::{Slip, SlipField, SlipKind, SlipValue};
pub use update::update;
pub use wake::ClockFace;
pub use watch::{Proposal, ReadDraft, Watch};
