//! Every kind of fault a playbook file can have.

use super::super::nearest::nearest;
use super::super::schema::Table;
use super::Severity;
use crate::domain::{FactKind, Lang, PlaybookId};
use serde::{Serialize, Serializer};

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Thing {
    /// A fact.
    Fact,
    /// A step.
    Step,
    /// A check.
    Check,
    /// A reply.
    Reply,
    /// A promise of a reply.
    Promise,
    /// A declared value of an enum fact.
    Value,
    /// A type of facts.
    FactType,
    /// A kind of reply.
    ReplyKind,
    /// A platform.
    Platform,
    /// A mood.
    Mood,
    /// A playbook.
    Playbook,
    /// A timer.
    Timer,
}

/// What is wrong, with what the sentence about it needs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Code {
    /// The file is no TOML.
    Syntax {
        /// The TOML reader's words.
        detail: String,
    },
    /// The file is too long to be a playbook.
    TooLarge {
        /// Its length.
        bytes: usize,
    },
    /// A key the table may not have.
    UnknownKey {
        /// The key.
        key: String,
        /// The table.
        table: Table,
        /// What was probably meant.
        near: Option<String>,
    },
    /// A key the table must have.
    MissingKey {
        /// The key.
        key: &'static str,
        /// The table.
        table: Table,
    },
    /// A value of another type than the key takes.
    WrongType {
        /// The key.
        key: &'static str,
        /// What it takes.
        wanted: &'static str,
        /// What stands there.
        found: &'static str,
    },
    /// A text without a word in it.
    EmptyText {
        /// Its key.
        key: &'static str,
    },
    /// A text in one language only.
    OneLanguage {
        /// The language that is missing.
        missing: Lang,
    },
    /// A title that does not fit the list of replies.
    LongTitle {
        /// Its language.
        lang: Lang,
        /// How long it may be, in cells of the screen.
        limit: usize,
    },
    /// An id in another form than such ids have.
    BadId {
        /// What it names.
        thing: Thing,
        /// The id.
        id: String,
    },
    /// A fact named as conditions already name something else.
    ReservedName {
        /// The name.
        name: String,
    },
    /// An id given twice.
    DuplicateId {
        /// What it names.
        thing: Thing,
        /// The id.
        id: String,
    },
    /// A name of nothing that is declared.
    UnknownName {
        /// What it should name.
        thing: Thing,
        /// The name.
        name: String,
        /// What was probably meant.
        near: Option<String>,
        /// What there is, if it is not much.
        known: Vec<String>,
    },
    /// `requires` names a fact that `asks` does not.
    RequiredNotAsked {
        /// The fact.
        fact: String,
    },
    /// `after` and `before` on one step.
    AfterAndBefore,
    /// `after` or `before` on a step the parent has: it keeps its place.
    AnchorOnParentStep {
        /// The step.
        step: String,
    },
    /// Steps that name each other, and no other, as their place.
    AnchorCircle {
        /// One of them.
        step: String,
    },
    /// An enum fact without values, or values on another type.
    EnumValues {
        /// The fact.
        fact: String,
        /// Its type.
        kind: FactKind,
    },
    /// A value that is none of the fact's type.
    ValueType {
        /// The fact.
        fact: String,
        /// Its type.
        kind: FactKind,
        /// The TOML type found.
        found: &'static str,
    },
    /// A due rule nobody can read.
    BadDue {
        /// As written.
        text: String,
    },
    /// A condition that is no CEL.
    ConditionSyntax {
        /// What cannot stand there; `None` when the condition ends too early.
        found: Option<String>,
    },
    /// A condition too long or too deep to be run safely.
    ConditionTooBig,
    /// A name in a condition that is nothing.
    ConditionName {
        /// The name.
        name: String,
        /// What was probably meant.
        near: Option<String>,
    },
    /// A function in a condition that does not exist.
    ConditionFunction {
        /// The function.
        name: String,
        /// What was probably meant.
        near: Option<String>,
    },
    /// A function called in another way than with one name in quotes.
    ConditionArgument {
        /// The function.
        function: String,
    },
    /// Operands that do not go together.
    ConditionOperands {
        /// The operator as it is written.
        operator: String,
        /// The types it is given.
        found: Vec<&'static str>,
    },
    /// A condition that is not true or false.
    ConditionNotBool {
        /// What it is.
        found: &'static str,
    },
    /// A reply's text that is no template.
    TemplateSyntax {
        /// The template reader's words.
        detail: String,
    },
    /// A reply's text longer than templates may be.
    TemplateTooLong {
        /// How many bytes it may have.
        limit: usize,
    },
    /// A name in a template that is nothing.
    TemplateName {
        /// The name.
        name: String,
        /// What was probably meant.
        near: Option<String>,
    },
    /// A branch behind one that always holds.
    DeadBranch {
        /// Where it would lead.
        goto: String,
    },
    /// A step no way leads to.
    Unreachable {
        /// The step.
        step: String,
    },
    /// A step from which the end cannot be reached.
    NoEnd {
        /// The step.
        step: String,
    },
    /// A playbook without a step.
    NoSteps,
    /// No step to go back to when the buyer flares up.
    NoCalming,
    /// Several such steps.
    SeveralCalming {
        /// Which.
        steps: Vec<String>,
    },
    /// A playbook that is its own ancestor.
    Cycle {
        /// From the playbook back to itself.
        path: Vec<PlaybookId>,
    },
    /// A parent with errors of its own.
    ParentBroken {
        /// The parent.
        parent: PlaybookId,
    },
    /// Two files of the same origin with the same id; the later one counts.
    SameId {
        /// The id.
        id: PlaybookId,
        /// The file that does not count.
        other: String,
    },
    /// `skip` in a playbook without a parent.
    SkipWithoutParent,
}

impl Code {
    /// A name of nothing, with what was probably meant.
    pub(crate) fn unknown<'a>(
        thing: Thing,
        name: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let mut all: Vec<&str> = Vec::new();
        for name in known {
            if !all.contains(&name) {
                all.push(name);
            }
        }
        let near = nearest(name, all.iter().copied()).map(str::to_owned);
        let few = if all.len() <= 12 { all } else { Vec::new() };
        let known = few.into_iter().map(str::to_owned).collect();
        Self::UnknownName { thing, name: name.to_owned(), near, known }
    }

    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::OneLanguage { .. }
            | Self::LongTitle { .. }
            | Self::Unreachable { .. }
            | Self::DeadBranch { .. }
            | Self::AnchorOnParentStep { .. }
            | Self::SameId { .. } => Severity::Warning,
            Self::Syntax { .. }
            | Self::TooLarge { .. }
            | Self::UnknownKey { .. }
            | Self::MissingKey { .. }
            | Self::WrongType { .. }
            | Self::EmptyText { .. }
            | Self::BadId { .. }
            | Self::ReservedName { .. }
            | Self::DuplicateId { .. }
            | Self::UnknownName { .. }
            | Self::RequiredNotAsked { .. }
            | Self::AfterAndBefore
            | Self::AnchorCircle { .. }
            | Self::EnumValues { .. }
            | Self::ValueType { .. }
            | Self::BadDue { .. }
            | Self::ConditionSyntax { .. }
            | Self::ConditionTooBig
            | Self::ConditionName { .. }
            | Self::ConditionFunction { .. }
            | Self::ConditionArgument { .. }
            | Self::ConditionOperands { .. }
            | Self::ConditionNotBool { .. }
            | Self::TemplateSyntax { .. }
            | Self::TemplateTooLong { .. }
            | Self::TemplateName { .. }
            | Self::NoEnd { .. }
            | Self::NoSteps
            | Self::NoCalming
            | Self::SeveralCalming { .. }
            | Self::Cycle { .. }
            | Self::ParentBroken { .. }
            | Self::SkipWithoutParent => Severity::Error,
        }
    }

    /// A short name that stays the same, for `--json`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "syntax",
            Self::TooLarge { .. } => "too-large",
            Self::UnknownKey { .. } => "unknown-key",
            Self::MissingKey { .. } => "missing-key",
            Self::WrongType { .. } => "wrong-type",
            Self::EmptyText { .. } => "empty-text",
            Self::OneLanguage { .. } => "one-language",
            Self::LongTitle { .. } => "long-title",
            Self::BadId { .. } => "bad-id",
            Self::ReservedName { .. } => "reserved-name",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::UnknownName { .. } => "unknown-name",
            Self::RequiredNotAsked { .. } => "required-not-asked",
            Self::AfterAndBefore => "after-and-before",
            Self::AnchorOnParentStep { .. } => "anchor-on-parent-step",
            Self::AnchorCircle { .. } => "anchor-circle",
            Self::EnumValues { .. } => "enum-values",
            Self::ValueType { .. } => "value-type",
            Self::BadDue { .. } => "bad-due",
            Self::ConditionSyntax { .. } => "condition-syntax",
            Self::ConditionTooBig => "condition-too-big",
            Self::ConditionName { .. } => "condition-name",
            Self::ConditionFunction { .. } => "condition-function",
            Self::ConditionArgument { .. } => "condition-argument",
            Self::ConditionOperands { .. } => "condition-operands",
            Self::ConditionNotBool { .. } => "condition-not-bool",
            Self::TemplateSyntax { .. } => "template-syntax",
            Self::TemplateTooLong { .. } => "template-too-long",
            Self::TemplateName { .. } => "template-name",
            Self::DeadBranch { .. } => "dead-branch",
            Self::Unreachable { .. } => "unreachable",
            Self::NoEnd { .. } => "no-end",
            Self::NoSteps => "no-steps",
            Self::NoCalming => "no-calming",
            Self::SeveralCalming { .. } => "several-calming",
            Self::Cycle { .. } => "cycle",
            Self::ParentBroken { .. } => "parent-broken",
            Self::SameId { .. } => "same-id",
            Self::SkipWithoutParent => "skip-without-parent",
        }
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
