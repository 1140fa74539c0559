//! Every kind of fault a playbook file can have.

use super::super::schema::Table;
use super::Thing;
use crate::domain::{FactKind, Lang, PlaybookId, Words, nearest};

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
    /// A fact named as newer playbooks name something else in conditions; the fact counts.
    ShadowedName {
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
    /// An issue no shipped playbook is for: the shop's own, or a slip.
    OwnIssue {
        /// The issue.
        issue: String,
        /// What was probably meant.
        near: Option<String>,
    },
    /// `requires` names a fact that `asks` does not.
    RequiredNotAsked {
        /// The fact.
        fact: String,
    },
    /// A need rests on a fact that no step asks for and no reply sets.
    NeedNotAsked {
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
    /// A function called with other things than it takes.
    ConditionArguments {
        /// How it is called.
        sample: String,
        /// What it was called with.
        found: Vec<&'static str>,
    },
    /// Operands that do not go together.
    ConditionOperands {
        /// The operator as it is written.
        operator: String,
        /// The types it is given.
        found: Vec<&'static str>,
    },
    /// A whole number worked together with a fraction: it comes to nothing in any case.
    ConditionFraction {
        /// The operator as it is written.
        operator: String,
    },
    /// `a ? b : c` whose two ways come to different things.
    ConditionWays {
        /// What each comes to.
        found: Vec<&'static str>,
    },
    /// A condition that is not true or false.
    ConditionNotBool {
        /// What it is.
        found: &'static str,
    },
    /// An expression that gives something else than its fact is.
    ComputeResult {
        /// What the fact takes.
        wanted: &'static str,
        /// What the expression gives.
        found: &'static str,
    },
    /// A computed fact where one is asked, recorded or given.
    Computed {
        /// The fact.
        fact: String,
    },
    /// Computed facts that need each other.
    ComputeCircle {
        /// The facts, the first one again at the end.
        facts: Vec<String>,
    },
    /// Keys of which there can be only one, or must be one.
    OneOfKeys {
        /// The keys.
        keys: &'static [&'static str],
        /// Whether more than one is written.
        many: bool,
    },
    /// A number out of its range.
    NumberRange {
        /// The key.
        key: &'static str,
        /// The least it may be.
        least: i64,
        /// The most it may be.
        most: i64,
    },
    /// A moment that cannot be read.
    BadTime {
        /// As it is written.
        text: String,
    },
    /// An id that already names something else in the same space of names.
    NameTaken {
        /// What it is to name.
        thing: Thing,
        /// The id.
        id: String,
        /// What it names already.
        by: Thing,
    },
    /// A key that changes what a parent says, in a step without a parent's.
    OnlyInherited {
        /// The key.
        key: &'static str,
    },
    /// A timer tightened to run longer.
    Looser {
        /// As it is written.
        due: String,
        /// The parent's.
        parent: String,
    },
    /// A fact of another type where a date is wanted.
    NoDate {
        /// The fact.
        fact: String,
        /// The type it has.
        kind: FactKind,
    },
    /// A step that stands apart from the others of its group.
    GroupApart {
        /// The group.
        group: String,
        /// The step.
        step: String,
    },
    /// A group without steps.
    GroupEmpty {
        /// The group.
        group: String,
    },
    /// A group that wants more steps than it has.
    GroupEnough {
        /// The group.
        group: String,
        /// How many it has.
        steps: usize,
    },
    /// Ways on from a step of a group that is not its last.
    GroupWay {
        /// The step.
        step: String,
        /// The last of the group, whose ways count.
        last: String,
    },
    /// A key that a step which calls a playbook cannot have.
    CallWith {
        /// The key.
        key: &'static str,
    },
    /// A playbook that calls itself.
    CallItself {
        /// The playbook.
        playbook: String,
    },
    /// A called step that itself calls a playbook.
    CallNested {
        /// The step.
        step: String,
    },
    /// A called playbook with errors.
    CallBroken {
        /// The playbook.
        playbook: String,
    },
    /// A call that brings no step.
    CallNothing {
        /// The called playbook.
        playbook: String,
    },
    /// A fact of a called playbook that is another here.
    CallFact {
        /// The fact.
        fact: String,
        /// The called playbook.
        playbook: String,
    },
    /// `within` of a promise that has a date anyway.
    WithinAlone,
    /// Something a called step asks after that does not run here.
    CallReaches {
        /// The called step.
        step: String,
        /// What it asks after.
        name: String,
    },
    /// An ending whose reply promises something, in a file whose tests keep no promise.
    PromiseAtEnd {
        /// The ending.
        ending: String,
        /// The reply.
        reply: String,
    },
    /// A ladder with fewer than two rungs.
    LadderShort,
    /// An ending no way leads to.
    EndingUnreached {
        /// The ending.
        ending: String,
    },
    /// An overlay that does not say for whom.
    OverlayForAll,
    /// A step whose replies can be worded in too few ways.
    FewWordings {
        /// The step.
        step: String,
        /// How many there are.
        count: usize,
    },
    /// A step without anything to say.
    NoReply {
        /// The step.
        step: String,
    },
    /// A step with one single offer.
    LoneOffer {
        /// The step.
        step: String,
    },
    /// Words the shop's own rules would not let out.
    Wording {
        /// The rule.
        rule: String,
        /// The words.
        phrase: String,
        /// Why they had better not be said.
        why: Words,
        /// What to say instead.
        better: Option<String>,
        /// Whether the file cannot be used with them.
        stopped: bool,
    },
    /// The fault stands in a test: the playbook can be used all the same.
    InTest(Box<Self>),
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
}
