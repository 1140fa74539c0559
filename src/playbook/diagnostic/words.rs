//! What is wrong, in sentences of both languages: with `advice`, the one place below the screen
//! that speaks.

use super::super::fact_type::type_name;
use super::super::schema::Table;
use super::{Code, Thing};
use crate::domain::{FactKind, Lang, PlaybookId, Words};

impl Thing {
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
        }
    }
}

impl Code {
    /// What is wrong.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one sentence for each fault")]
    pub fn message(&self) -> Words {
        let (zh, en) = match self {
            Self::Syntax { detail } => {
                (format!("TOML 语法有误：{detail}。"), format!("This is not valid TOML: {detail}."))
            }
            Self::TooLarge { bytes } => (
                format!("文件有 {bytes} 字节，太大，不像方案文件。"),
                format!("The file has {bytes} bytes, too many for a playbook."),
            ),
            Self::UnknownKey { key, table, .. } => (
                format!("{} 里没有 '{key}' 这个键。", place(*table).0),
                format!("There is no key '{key}' in {}.", place(*table).1),
            ),
            Self::MissingKey { key, table } => (
                format!("{} 缺少 '{key}'。", place(*table).0),
                format!("The key '{key}' is missing in {}.", place(*table).1),
            ),
            Self::WrongType { key, wanted, found } => (
                format!("'{key}' 要写成 {}，这里是 {}。", written_zh(wanted), type_zh(found)),
                format!("'{key}' takes {wanted}, and this is of type {found}."),
            ),
            Self::EmptyText { key } => {
                (format!("'{key}' 没有内容。"), format!("There is no text in '{key}'."))
            }
            Self::OneLanguage { missing } => (
                format!("这段文字缺少{}。", language(*missing).0),
                format!("This text has no {} version.", language(*missing).1),
            ),
            Self::LongTitle { lang, limit } => (
                format!("{}标题太长，列表里最多显示 {limit} 格。", language(*lang).0),
                format!(
                    "The {} title is too long: the list shows {limit} cells.",
                    language(*lang).1
                ),
            ),
            Self::BadId { thing, id } => (
                format!("'{id}' 不能作{}的 id。", thing.zh()),
                format!("'{id}' cannot be the id of a {}.", thing.en()),
            ),
            Self::ReservedName { name } => (
                format!("条件里 '{name}' 已有别的含义，不能作事实的 id。"),
                format!(
                    "'{name}' already means something in conditions and cannot be a fact's id."
                ),
            ),
            Self::DuplicateId { thing, id } => (
                format!("{} '{id}' 写了两次。", thing.zh()),
                format!("The {} '{id}' is written twice.", thing.en()),
            ),
            Self::UnknownName { thing, name, .. } => (
                format!("没有名为 '{name}' 的{}。", thing.zh()),
                format!("There is no {} '{name}'.", thing.en()),
            ),
            Self::RequiredNotAsked { fact } => (
                format!("'requires' 里的 '{fact}' 没有写进 'asks'。"),
                format!("'requires' names '{fact}', which 'asks' does not."),
            ),
            Self::AfterAndBefore => (
                "同一步骤里 'after' 和 'before' 只能写一个。".to_owned(),
                "A step has either 'after' or 'before', not both.".to_owned(),
            ),
            Self::AnchorOnParentStep { step } => (
                format!("步骤 '{step}' 在上级方案里已有位置，这里的位置不起作用。"),
                format!("The step '{step}' keeps its place in the parent; this has no effect."),
            ),
            Self::AnchorCircle { step } => (
                format!("步骤 '{step}' 的位置绕成了圈，无从安放。"),
                format!("The place of step '{step}' leads round in a circle."),
            ),
            Self::EnumValues { fact, kind } if *kind == FactKind::Enum => (
                format!("事实 '{fact}' 是 enum，却没有 'values'。"),
                format!("The fact '{fact}' is an enum without 'values'."),
            ),
            Self::EnumValues { fact, kind } => (
                format!("事实 '{fact}' 是 {}，不用 'values'。", type_name(*kind)),
                format!("The fact '{fact}' is of type {} and has no 'values'.", type_name(*kind)),
            ),
            Self::ValueType { fact, kind, found } => (
                format!("事实 '{fact}' 是 {}，这里的值是 {}。", type_name(*kind), type_zh(found)),
                format!(
                    "The fact '{fact}' is of type {}, and this value is {}.",
                    type_name(*kind),
                    with_article(found)
                ),
            ),
            Self::BadDue { text } => {
                (format!("看不懂期限 '{text}'。"), format!("'{text}' is no due rule."))
            }
            Self::ConditionSyntax { found: Some(found) } => (
                format!("条件语法有误：这里不能写 '{found}'。"),
                format!("The condition cannot be read: '{found}' cannot stand here."),
            ),
            Self::ConditionSyntax { found: None } => {
                ("条件没有写完。".to_owned(), "The condition ends too early.".to_owned())
            }
            Self::ConditionTooBig => (
                "条件太长或嵌套太深。".to_owned(),
                "The condition is too long, or nested too deep.".to_owned(),
            ),
            Self::ConditionName { name, .. } => (
                format!("条件里的 '{name}' 没有声明过。"),
                format!("Nothing is called '{name}' in conditions here."),
            ),
            Self::ConditionFunction { name, .. } => {
                (format!("没有函数 '{name}'。"), format!("There is no function '{name}'."))
            }
            Self::ConditionArgument { function } => (
                format!("'{function}' 要写成 {function}(\"名字\")，括号里只放一个带引号的名字。"),
                format!("'{function}' takes one name in quotes: {function}(\"name\")."),
            ),
            Self::ConditionOperands { operator, found } => (
                format!("'{operator}' 不能用在 {} 上。", found.join("、")),
                format!("'{operator}' does not go with {}.", found.join(" and ")),
            ),
            Self::ConditionNotBool { found } => (
                format!("条件的结果要是真或假，这里是 {found}。"),
                format!("A condition must be true or false, and this is {}.", with_article(found)),
            ),
            Self::TemplateSyntax { detail } => (
                format!("回复模板语法有误：{detail}。"),
                format!("The reply's template cannot be read: {detail}."),
            ),
            Self::TemplateTooLong { limit } => (
                format!("回复模板太长，最多 {limit} 字节。"),
                format!("The reply's template is too long: it may have {limit} bytes."),
            ),
            Self::TemplateName { name, .. } => (
                format!("模板里的 '{name}' 没有声明过。"),
                format!("Nothing is called '{name}' in templates here."),
            ),
            Self::DeadBranch { goto } => (
                format!("前一条出路没有条件，通往 '{goto}' 的这条永远走不到。"),
                format!("The way before always holds, so this one to '{goto}' is never taken."),
            ),
            Self::Unreachable { step } => (
                format!("没有任何出路通往步骤 '{step}'。"),
                format!("No way leads to the step '{step}'."),
            ),
            Self::NoEnd { step } => (
                format!("从步骤 '{step}' 走不到结束。"),
                format!("The end cannot be reached from the step '{step}'."),
            ),
            Self::NoSteps => {
                ("方案里没有步骤。".to_owned(), "The playbook has no steps.".to_owned())
            }
            Self::NoCalming => (
                "没有安抚步骤：买家再次发火时无处可退。".to_owned(),
                "No step is calming: there is nowhere to go back to when the buyer flares up."
                    .to_owned(),
            ),
            Self::SeveralCalming { steps } => (
                format!("安抚步骤只能有一个，这里有 {}。", steps.join("、")),
                format!("Only one step may be calming; these are: {}.", steps.join(", ")),
            ),
            Self::Cycle { path } => {
                let path: Vec<&str> = path.iter().map(PlaybookId::as_str).collect();
                let path = path.join(" → ");
                (
                    format!("方案的继承绕成了圈：{path}。"),
                    format!("The playbook is its own ancestor: {path}."),
                )
            }
            Self::ParentBroken { parent } => (
                format!("上级方案 '{parent}' 有错误，所以本方案也用不了。"),
                format!("The parent '{parent}' has errors, so this playbook cannot be used."),
            ),
            Self::SameId { id, other } => (
                format!("'{other}' 也叫 '{id}'，以本文件为准。"),
                format!("'{other}' has the id '{id}' too; this file counts."),
            ),
            Self::SkipWithoutParent => (
                "没有上级方案，'skip' 无步骤可跳。".to_owned(),
                "There is nothing to skip without a parent.".to_owned(),
            ),
        };
        Words::both(zh, en)
    }
}

pub(super) const fn place(table: Table) -> (&'static str, &'static str) {
    match table {
        Table::Book => ("文件开头", "the top of the file"),
        Table::Skip
        | Table::Fact
        | Table::Choice
        | Table::Step
        | Table::Timer
        | Table::Need
        | Table::Branch
        | Table::Check
        | Table::Reply
        | Table::Sets
        | Table::Promise
        | Table::Words => (table.written(), table.written()),
    }
}

const fn language(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => ("中文", "Chinese"),
        Lang::En => ("英文", "English"),
    }
}

pub(super) fn type_zh(found: &str) -> &str {
    match found {
        "string" => "文字",
        "integer" => "整数",
        "integer out of range" => "过大的整数",
        "float" => "小数",
        "boolean" => "真假值",
        "date" => "日期",
        "array" => "列表",
        "table" => "表",
        other => other,
    }
}

pub(super) fn written_zh(wanted: &str) -> &str {
    match wanted {
        "a text in quotes" => "带引号的文字",
        "true or false" => "true 或 false",
        "a list of texts" => "文字列表 [\"…\"]",
        "a list of tables" => "表的列表",
        "a table" => "一个表 { … }",
        other => other,
    }
}

fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {noun}")
}
