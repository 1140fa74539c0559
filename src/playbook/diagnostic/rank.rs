//! How bad each fault is, and its name for `--json`.

use super::{Code, Severity, Thing};
use serde::{Serialize, Serializer};

impl Code {
    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::OwnIssue { .. } | Self::PromiseAtEnd { .. } => Severity::Note,
            // The shop may have standards of its own that are not at hand here.
            Self::UnknownName { thing: Thing::Standard | Thing::Guard, .. }
            | Self::OneLanguage { .. }
            | Self::LongTitle { .. }
            | Self::Unreachable { .. }
            | Self::DeadBranch { .. }
            | Self::AnchorOnParentStep { .. }
            | Self::SameId { .. }
            | Self::GroupEmpty { .. }
            | Self::GroupWay { .. }
            | Self::LadderShort
            | Self::EndingUnreached { .. }
            | Self::NeedNotAsked { .. }
            | Self::FewWordings { .. }
            | Self::NoReply { .. }
            | Self::LoneOffer { .. }
            | Self::ShadowedName { .. }
            | Self::Wording { stopped: false, .. }
            | Self::InTest(_) => Severity::Warning,
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
            | Self::ConditionFraction { .. }
            | Self::ConditionWays { .. }
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
            | Self::SkipWithoutParent
            | Self::Wording { stopped: true, .. }
            | Self::ConditionArguments { .. }
            | Self::ComputeResult { .. }
            | Self::Computed { .. }
            | Self::ComputeCircle { .. }
            | Self::OneOfKeys { .. }
            | Self::NumberRange { .. }
            | Self::BadTime { .. }
            | Self::NameTaken { .. }
            | Self::OnlyInherited { .. }
            | Self::Looser { .. }
            | Self::NoDate { .. }
            | Self::GroupApart { .. }
            | Self::GroupEnough { .. }
            | Self::CallWith { .. }
            | Self::CallItself { .. }
            | Self::CallNested { .. }
            | Self::CallBroken { .. }
            | Self::CallNothing { .. }
            | Self::CallFact { .. }
            | Self::WithinAlone
            | Self::CallReaches { .. }
            | Self::OverlayForAll => Severity::Error,
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
            Self::ShadowedName { .. } => "shadowed-name",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::UnknownName { .. } => "unknown-name",
            Self::OwnIssue { .. } => "own-issue",
            Self::PromiseAtEnd { .. } => "promise-at-end",
            Self::RequiredNotAsked { .. } => "required-not-asked",
            Self::NeedNotAsked { .. } => "need-not-asked",
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
            Self::ConditionFraction { .. } => "condition-fraction",
            Self::ConditionWays { .. } => "condition-ways",
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
            Self::ConditionArguments { .. } => "condition-arguments",
            Self::ComputeResult { .. } => "compute-result",
            Self::Computed { .. } => "computed",
            Self::ComputeCircle { .. } => "compute-circle",
            Self::OneOfKeys { .. } => "one-of-keys",
            Self::NumberRange { .. } => "number-range",
            Self::BadTime { .. } => "bad-time",
            Self::NameTaken { .. } => "name-taken",
            Self::OnlyInherited { .. } => "only-inherited",
            Self::Looser { .. } => "looser",
            Self::NoDate { .. } => "no-date",
            Self::GroupApart { .. } => "group-apart",
            Self::GroupEnough { .. } => "group-enough",
            Self::CallWith { .. } => "call-with",
            Self::CallItself { .. } => "call-itself",
            Self::CallNested { .. } => "call-nested",
            Self::CallBroken { .. } => "call-broken",
            Self::CallNothing { .. } => "call-nothing",
            Self::CallFact { .. } => "call-fact",
            Self::WithinAlone => "within-alone",
            Self::CallReaches { .. } => "call-reaches",
            Self::OverlayForAll => "overlay-for-all",
            Self::GroupEmpty { .. } => "group-empty",
            Self::GroupWay { .. } => "group-way",
            Self::LadderShort => "ladder-short",
            Self::EndingUnreached { .. } => "ending-unreached",
            Self::FewWordings { .. } => "few-wordings",
            Self::NoReply { .. } => "no-reply",
            Self::LoneOffer { .. } => "lone-offer",
            Self::Wording { .. } => "wording",
            Self::InTest(fault) => fault.name(),
        }
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
