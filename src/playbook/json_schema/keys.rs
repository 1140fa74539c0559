//! What sort of value each key of the file format takes, and whether it must be written.
//!
//! Which keys there are is the reader's table; a test holds the two together.

use crate::domain::Platform;
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

use Kind::{Condition, Due, Flag, Id, Many, One, OneOf, Several, Text, Texts, Value};

/// Every table that can be written.
pub(super) const fn tables() -> &'static [Table] {
    &[
        Table::Book,
        Table::Skip,
        Table::Fact,
        Table::Choice,
        Table::Step,
        Table::Timer,
        Table::Need,
        Table::Branch,
        Table::Check,
        Table::Reply,
        Table::Sets,
        Table::Promise,
        Table::Words,
    ]
}

/// The page of the manual a table is explained on.
pub(super) const fn page(table: Table) -> &'static str {
    match table {
        Table::Book => "file",
        Table::Skip => "skip",
        Table::Fact | Table::Choice => "fact",
        Table::Step => "step",
        Table::Timer => "timer",
        Table::Need => "needs",
        Table::Branch => "next",
        Table::Check => "check",
        Table::Reply | Table::Sets => "reply",
        Table::Promise => "promise",
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
        Table::Book => vec![
            must("id", Id),
            must("title", WORDS),
            may("about", WORDS),
            may("extends", Id),
            may("issue", Texts),
            may("platform", Several(platforms)),
            may("skip", Many(Table::Skip)),
            may("fact", Many(Table::Fact)),
            may("step", Many(Table::Step)),
        ],
        Table::Skip => vec![must("step", Id), must("why", WORDS)],
        Table::Fact => vec![
            must("id", Id),
            must("type", OneOf(fact_types)),
            must("label", WORDS),
            may("ask", WORDS),
            may("values", Many(Table::Choice)),
            may("default", Value),
        ],
        Table::Choice => vec![must("id", Id), may("zh", Text), may("en", Text)],
        Table::Step => vec![
            must("id", Id),
            may("after", Id),
            may("before", Id),
            may("title", WORDS),
            may("why", WORDS),
            may("feel", WORDS),
            may("calming", Flag),
            may("optional", Flag),
            may("asks", Texts),
            may("requires", Texts),
            may("standard", Texts),
            may("timer", One(Table::Timer)),
            may("needs", Many(Table::Need)),
            may("next", Many(Table::Branch)),
            may("check", Many(Table::Check)),
            may("reply", Many(Table::Reply)),
        ],
        Table::Timer => vec![must("id", Id), must("due", Due)],
        Table::Need => vec![must("when", Condition), must("else", WORDS)],
        Table::Branch => vec![may("when", Condition), may("goto", Id)],
        Table::Check => vec![must("id", Id), must("text", WORDS), may("optional", Flag)],
        Table::Reply => vec![
            must("id", Id),
            must("kind", OneOf(reply_kinds)),
            must("title", WORDS),
            may("when", Condition),
            must("text", WORDS),
            may("done", Texts),
            may("sets", Many(Table::Sets)),
            may("promise", Many(Table::Promise)),
            may("asks", Texts),
        ],
        Table::Sets => vec![must("fact", Id), must("value", Value)],
        Table::Promise => vec![must("id", Id), must("what", WORDS), must("due", Due)],
        Table::Words => vec![may("zh", Text), may("en", Text)],
    }
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
