//! What sort of value each key of the file format takes, and whether it must be written.
//!
//! Which keys there are is the reader's table; a test holds the two together.

use crate::domain::{BuyerType, CloseResult, FactStatus, Lang, Mood, Platform, Tone};
use crate::playbook::book::ReplyKind;
use crate::playbook::fact_type::FACT_TYPES;
use crate::playbook::schema::Table;

/// A sort of value.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// Any text.
    Text,
    /// A name.
    Id,
    /// A CEL text.
    Condition,
    /// A due rule.
    Due,
    /// True or false.
    Flag,
    /// A whole number, not below zero.
    Whole,
    /// A list of percents.
    Percents,
    /// One of these names.
    OneOf(fn() -> Vec<&'static str>),
    /// A list of these names.
    Several(fn() -> Vec<&'static str>),
    /// A list of texts.
    Texts,
    /// What a fact may be.
    Value,
    /// What facts may be, by name.
    Values,
    /// A table.
    One(Table),
    /// Tables.
    Many(Table),
}

use Kind::{
    Condition, Due, Flag, Id, Many, One, OneOf, Percents, Several, Text, Texts, Value, Values,
    Whole,
};

/// The page of the manual a table is explained on.
pub(super) const fn page(table: Table) -> &'static str {
    match table {
        Table::Book => "file",
        Table::Skip => "skip",
        Table::Evidence => "evidence",
        Table::Trigger | Table::TriggerWords => "trigger",
        Table::Fact | Table::Choice => "fact",
        Table::Step => "step",
        Table::Timer => "timer",
        Table::Repeat => "repeat",
        Table::Escalate => "escalate",
        Table::Ladder => "ladder",
        Table::Call => "call",
        Table::Tighten => "tighten",
        Table::Need => "needs",
        Table::Branch => "next",
        Table::Check => "check",
        Table::Reply | Table::Sets => "reply",
        Table::Tones => "tones",
        Table::Promise => "promise",
        Table::Group => "group",
        Table::Ending => "ending",
        Table::Overlay | Table::OverlayFor | Table::OverlayStep => "overlay",
        Table::CaseTimer => "case-timer",
        Table::Test | Table::TestCase | Table::Act | Table::Expect => "test",
        Table::Words => "words",
    }
}

/// A key: its name, what it takes, and whether the table is nothing without it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) wanted: bool,
}

const fn must(name: &'static str, kind: Kind) -> Key {
    Key { name, kind, wanted: true }
}

const fn may(name: &'static str, kind: Kind) -> Key {
    Key { name, kind, wanted: false }
}

/// A text in two languages.
const WORDS: Kind = One(Table::Words);

/// The keys of a table.
pub(super) fn keys(table: Table) -> Vec<Key> {
    match table {
        Table::Book => book(),
        Table::Step => step(),
        Table::Reply => reply(),
        Table::Act => act(),
        Table::Skip => vec![must("step", Id), must("why", WORDS)],
        Table::Evidence => vec![may("must", Texts), may("nice", Texts)],
        Table::Trigger => vec![must("words", One(Table::TriggerWords))],
        Table::TriggerWords => vec![may("zh", Texts), may("en", Texts)],
        Table::Fact => vec![
            must("id", Id),
            must("type", OneOf(fact_types)),
            must("label", WORDS),
            may("ask", WORDS),
            may("values", Many(Table::Choice)),
            may("default", Value),
            may("compute", Condition),
        ],
        Table::Choice => {
            vec![must("id", Id), may("zh", Text), may("en", Text), may("say", WORDS)]
        }
        Table::Timer => {
            vec![must("id", Id), must("due", Due), may("pause", Condition), may("warn", Percents)]
        }
        Table::Repeat => vec![must("until", Condition), must("most", Whole), must("then", Id)],
        Table::Escalate => vec![must("to", WORDS), must("due", Due)],
        Table::Ladder => vec![must("replies", Texts), may("while", Condition)],
        Table::Call => vec![must("playbook", Id), may("only", Texts), may("returns", Texts)],
        Table::Tighten => vec![
            may("needs", Many(Table::Need)),
            may("requires", Texts),
            may("exhibits", Texts),
            may("timer", One(Table::Timer)),
        ],
        Table::Need => vec![must("when", Condition), must("else", WORDS)],
        Table::Branch => vec![may("when", Condition), may("goto", Id), may("playbook", Id)],
        Table::Check => vec![
            must("id", Id),
            must("text", WORDS),
            may("optional", Flag),
            may("holds", Condition),
            may("hand", Flag),
        ],
        Table::Tones => vec![may("polite", WORDS), may("plain", WORDS)],
        Table::Sets => vec![must("fact", Id), must("value", Value)],
        Table::Promise => {
            vec![must("id", Id), must("what", WORDS), must("due", Due), may("within", Due)]
        }
        Table::Group => vec![must("id", Id), must("title", WORDS), may("enough", Whole)],
        Table::Ending => vec![
            must("id", Id),
            must("title", WORDS),
            must("result", OneOf(results)),
            may("reply", Id),
        ],
        Table::Overlay => {
            vec![must("for", One(Table::OverlayFor)), may("step", Many(Table::OverlayStep))]
        }
        Table::OverlayFor => vec![
            may("buyer_type", Several(buyer_types)),
            may("mood", Several(moods)),
            may("platform", Several(platforms)),
            may("lang", Several(langs)),
            may("shop", Texts),
        ],
        Table::OverlayStep => vec![
            must("id", Id),
            may("why", WORDS),
            may("feel", WORDS),
            may("skip", Flag),
            may("timer", One(Table::Timer)),
            may("needs", Many(Table::Need)),
            may("check", Many(Table::Check)),
            may("reply", Many(Table::Reply)),
        ],
        Table::CaseTimer => case_timer(),
        Table::Test => vec![
            must("name", Text),
            may("case", One(Table::TestCase)),
            may("at", Text),
            may("do", Many(Table::Act)),
            may("expect", One(Table::Expect)),
        ],
        Table::TestCase => test_case(),
        Table::Expect => expect(),
        Table::Words => vec![may("zh", Text), may("en", Text)],
    }
}

fn book() -> Vec<Key> {
    vec![
        must("id", Id),
        must("title", WORDS),
        may("about", WORDS),
        may("extends", Id),
        may("issue", Texts),
        may("platform", Several(platforms)),
        may("spine", Flag),
        may("evidence", One(Table::Evidence)),
        may("guards", Texts),
        may("trigger", One(Table::Trigger)),
        may("skip", Many(Table::Skip)),
        may("fact", Many(Table::Fact)),
        may("step", Many(Table::Step)),
        may("group", Many(Table::Group)),
        may("ending", Many(Table::Ending)),
        may("overlay", Many(Table::Overlay)),
        may("timer", Many(Table::CaseTimer)),
        may("test", Many(Table::Test)),
    ]
}

fn step() -> Vec<Key> {
    vec![
        must("id", Id),
        may("after", Id),
        may("before", Id),
        may("title", WORDS),
        may("why", WORDS),
        may("feel", WORDS),
        may("calming", Flag),
        may("optional", Flag),
        may("when", Condition),
        may("group", Id),
        may("again", OneOf(agains)),
        may("repeat", One(Table::Repeat)),
        may("asks", Texts),
        may("requires", Texts),
        may("exhibits", Texts),
        may("standard", Texts),
        may("timer", One(Table::Timer)),
        may("escalate", One(Table::Escalate)),
        may("ladder", One(Table::Ladder)),
        may("call", One(Table::Call)),
        may("drop", Texts),
        may("tighten", One(Table::Tighten)),
        may("needs", Many(Table::Need)),
        may("next", Many(Table::Branch)),
        may("check", Many(Table::Check)),
        may("reply", Many(Table::Reply)),
    ]
}

fn reply() -> Vec<Key> {
    vec![
        must("id", Id),
        must("kind", OneOf(reply_kinds)),
        must("title", WORDS),
        may("when", Condition),
        must("text", WORDS),
        may("wordings", Many(Table::Words)),
        may("fallback", WORDS),
        may("tones", One(Table::Tones)),
        may("attach", Texts),
        may("done", Texts),
        may("sets", Many(Table::Sets)),
        may("promise", Many(Table::Promise)),
        may("asks", Texts),
    ]
}

fn act() -> Vec<Key> {
    vec![
        may("say", Text),
        may("record", Id),
        may("value", Value),
        may("status", OneOf(statuses)),
        may("tick", Id),
        may("exhibit", Id),
        may("send", Id),
        may("mood", OneOf(moods)),
        may("buyer_type", OneOf(buyer_types)),
        may("advance", Flag),
        may("back", Flag),
        may("calm", Flag),
        may("skip", Flag),
        may("enter", Id),
        may("keep", Whole),
        may("wait", Due),
        may("pass", Flag),
        may("to", Id),
        may("close", OneOf(results)),
        may("verdict", Id),
        may("own_faults", Text),
        may("wish", Id),
        may("quote", Text),
        may("option", Id),
        may("sum", Value),
        may("freight", Value),
        may("payer", Id),
        may("due", Due),
        may("only", Text),
        may("offer", Value),
        may("choose", Whole),
        may("resale", Value),
        may("cost", Value),
        may("defect", Value),
        may("approval", Value),
        may("ruling", Value),
        may("pay", Id),
        may("proof", Text),
        may("return_check", Texts),
        may("points", Flag),
        may("did", Text),
        may("satisfied", Flag),
        may("task", Id),
        may("task_done", Whole),
        may("expect", One(Table::Expect)),
        may("refused", Id),
        may("missing", Texts),
    ]
}

fn case_timer() -> Vec<Key> {
    vec![
        must("id", Id),
        must("title", WORDS),
        may("start", Condition),
        may("stop", Condition),
        may("pause", Condition),
        may("from", Id),
        must("due", Due),
        may("warn", Percents),
        may("basis", Texts),
    ]
}

fn test_case() -> Vec<Key> {
    vec![
        may("platform", OneOf(platforms)),
        may("mood", OneOf(moods)),
        may("buyer_type", OneOf(buyer_types)),
        may("issue", Id),
        may("order_amount", Value),
        may("earlier_cases", Whole),
        may("lang", OneOf(langs)),
        may("shop", Text),
        may("tone", OneOf(tones)),
    ]
}

fn expect() -> Vec<Key> {
    vec![
        may("path", Texts),
        may("at", Id),
        may("ending", Id),
        may("suggests", Texts),
        may("hides", Texts),
        may("missing", Texts),
        may("facts", Values),
        may("timers", Texts),
        may("promises", Whole),
        may("playbook", Id),
    ]
}

fn platforms() -> Vec<&'static str> {
    Platform::ALL.map(Platform::name).to_vec()
}

fn fact_types() -> Vec<&'static str> {
    FACT_TYPES.map(|(name, _)| name).to_vec()
}

fn reply_kinds() -> Vec<&'static str> {
    ReplyKind::ALL.map(ReplyKind::name).to_vec()
}

fn agains() -> Vec<&'static str> {
    vec!["keep", "fresh"]
}

fn results() -> Vec<&'static str> {
    CloseResult::ALL.map(CloseResult::name).to_vec()
}

fn statuses() -> Vec<&'static str> {
    FactStatus::ALL.map(FactStatus::name).to_vec()
}

fn moods() -> Vec<&'static str> {
    Mood::ALL.map(Mood::name).to_vec()
}

fn buyer_types() -> Vec<&'static str> {
    BuyerType::ALL.map(BuyerType::name).to_vec()
}

fn tones() -> Vec<&'static str> {
    Tone::ALL.map(Tone::name).to_vec()
}

fn langs() -> Vec<&'static str> {
    [Lang::Zh, Lang::En].map(Lang::code).to_vec()
}
