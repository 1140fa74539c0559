//! What names in a playbook file can name.

use serde::Serialize;

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
    /// A group of steps.
    Group,
    /// An ending.
    Ending,
    /// A kind of exhibit.
    Exhibit,
    /// A standard.
    Standard,
    /// A sort of buyer.
    BuyerType,
    /// A language.
    Language,
    /// A shop's tone.
    Tone,
    /// A result of a case.
    Result,
    /// A status of a fact.
    Status,
    /// A rule for entering a step again.
    Rule,
    /// A guard.
    Guard,
    /// A test.
    Test,
    /// Something that can be missing.
    Missing,
    /// The code of a refusal.
    Refusal,
    /// What a case is about.
    Issue,
}

impl Thing {
    /// The page of the manual that lists what there is.
    pub(super) const fn page(self) -> Option<&'static str> {
        match self {
            Self::Exhibit => Some("exhibits"),
            Self::Guard => Some("guards"),
            Self::Issue => Some("issues"),
            Self::Result => Some("results"),
            Self::Refusal => Some("refusals"),
            Self::Fact
            | Self::Step
            | Self::Check
            | Self::Reply
            | Self::Promise
            | Self::Value
            | Self::FactType
            | Self::ReplyKind
            | Self::Platform
            | Self::Mood
            | Self::Playbook
            | Self::Timer
            | Self::Group
            | Self::Ending
            | Self::Standard
            | Self::BuyerType
            | Self::Language
            | Self::Tone
            | Self::Status
            | Self::Rule
            | Self::Test
            | Self::Missing => None,
        }
    }

    pub(super) const fn zh(self) -> &'static str {
        match self {
            Self::Fact => "事实",
            Self::Step => "步骤",
            Self::Check => "核对项",
            Self::Reply => "回复",
            Self::Promise => "承诺",
            Self::Value => "可选值",
            Self::FactType => "事实类型",
            Self::ReplyKind => "回复类别",
            Self::Platform => "平台",
            Self::Mood => "情绪",
            Self::Playbook => "方案",
            Self::Timer => "计时",
            Self::Group => "步骤组",
            Self::Ending => "结局",
            Self::Exhibit => "证据种类",
            Self::Standard => "规则",
            Self::BuyerType => "买家类型",
            Self::Language => "语言",
            Self::Tone => "语气",
            Self::Result => "处理结果",
            Self::Status => "事实状态",
            Self::Rule => "重入规则",
            Self::Guard => "守则",
            Self::Test => "测试",
            Self::Missing => "缺项",
            Self::Refusal => "拒绝代码",
            Self::Issue => "问题",
        }
    }

    pub(super) const fn en(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Step => "step",
            Self::Check => "check",
            Self::Reply => "reply",
            Self::Promise => "promise",
            Self::Value => "value",
            Self::FactType => "fact type",
            Self::ReplyKind => "kind of reply",
            Self::Platform => "platform",
            Self::Mood => "mood",
            Self::Playbook => "playbook",
            Self::Timer => "timer",
            Self::Group => "group",
            Self::Ending => "ending",
            Self::Exhibit => "kind of exhibit",
            Self::Standard => "standard",
            Self::BuyerType => "sort of buyer",
            Self::Language => "language",
            Self::Tone => "tone",
            Self::Result => "result",
            Self::Status => "status",
            Self::Rule => "rule for coming again",
            Self::Guard => "guard",
            Self::Test => "test",
            Self::Missing => "thing that can be missing",
            Self::Refusal => "code of a refusal",
            Self::Issue => "issue",
        }
    }
}
