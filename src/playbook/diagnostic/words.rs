//! What is wrong, in sentences of both languages: with `advice`, the one place below the screen
//! that speaks.

use super::super::fact_type::type_name;
use super::super::schema::Table;
use super::Code;
use crate::domain::{FactKind, Lang, PlaybookId, Words};

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
            Self::ShadowedName { name } => (
                format!("条件里 '{name}' 本来另有含义，这个方案里它指这个事实。"),
                format!("'{name}' means something by itself; in this playbook it is the fact."),
            ),
            Self::DuplicateId { thing, id } => (
                format!("{} '{id}' 写了两次。", thing.zh()),
                format!("The {} '{id}' is written twice.", thing.en()),
            ),
            Self::UnknownName { thing, name, .. } => (
                format!("没有名为 '{name}' 的{}。", thing.zh()),
                format!("There is no {} '{name}'.", thing.en()),
            ),
            Self::OwnIssue { issue, .. } => (
                format!("自带的方案没有管 '{issue}' 的；店里自己的问题可以这样写。"),
                format!("No shipped playbook is for '{issue}'; an issue of your own is welcome."),
            ),
            Self::RequiredNotAsked { fact } => (
                format!("'requires' 里的 '{fact}' 没有写进 'asks'。"),
                format!("'requires' names '{fact}', which 'asks' does not."),
            ),
            Self::NeedNotAsked { fact } => (
                format!("'needs' 要看 '{fact}'，可没有一步问它，也没有回复记下它。"),
                format!("A need rests on '{fact}', which no step asks for and no reply sets."),
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
            Self::ConditionFraction { operator } => (
                format!("整数和小数不能用 '{operator}' 一起算，永远没有结果。"),
                format!("'{operator}' with a whole number and a fraction never comes to anything."),
            ),
            Self::ConditionWays { found } => (
                format!("a ? b : c 的两边要是同一类型，这里是 {}。", found.join("、")),
                format!(
                    "Both ways of a ? b : c must be of one type; these are {}.",
                    found.join(" and ")
                ),
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
            Self::ConditionArguments { sample, found } => (
                format!("函数要写成 {sample}，这里给的是 {}。", nothing(found, "空", "、")),
                format!("Call it as {sample}; this is with {}.", nothing(found, "nothing", ", ")),
            ),
            Self::ComputeResult { wanted, found } => (
                format!("这个事实要的是 {wanted}，算出来却是 {found}。"),
                format!("The fact takes {wanted}, and this comes to {}.", with_article(found)),
            ),
            Self::Computed { fact } => (
                format!("事实 '{fact}' 是算出来的，不问、不记、没有默认值。"),
                format!("The fact '{fact}' is computed: never asked, recorded or given."),
            ),
            Self::ComputeCircle { facts } => {
                let round = facts.join(" → ");
                (
                    format!("算出来的事实互相依赖，绕成了圈：{round}。"),
                    format!("These computed facts need each other: {round}."),
                )
            }
            Self::OneOfKeys { keys, many: true } => (
                format!("这些键只能写一个：{}。", keys.join("、")),
                format!("Only one of these keys can be written: {}.", keys.join(", ")),
            ),
            Self::OneOfKeys { keys, many: false } => (
                format!("这些键要写一个：{}。", keys.join("、")),
                format!("One of these keys must be written: {}.", keys.join(", ")),
            ),
            Self::NumberRange { key, least, most } => (
                format!("'{key}' 要在 {least} 到 {most} 之间。"),
                format!("'{key}' must be from {least} to {most}."),
            ),
            Self::BadTime { text } => {
                (format!("看不懂时间 '{text}'。"), format!("'{text}' is no moment."))
            }
            Self::NameTaken { thing, id, by } => (
                format!("'{id}' 已是{}的 id，不能再作{}的 id。", by.zh(), thing.zh()),
                format!(
                    "'{id}' is {} already and cannot name {}.",
                    with_article(by.en()),
                    with_article(thing.en())
                ),
            ),
            Self::OnlyInherited { key } => (
                format!("'{key}' 改的是上级方案的步骤，这一步不是继承来的。"),
                format!("'{key}' changes what a parent's step says, and this step has none."),
            ),
            Self::Looser { due, parent } => (
                format!("收紧后的期限 '{due}' 反而比上级的 '{parent}' 长。"),
                format!("'{due}' runs longer than the parent's '{parent}'."),
            ),
            Self::NoDate { fact, kind } => (
                format!("这里要日期，事实 '{fact}' 是 {}。", type_name(*kind)),
                format!("A date is wanted, and the fact '{fact}' is of type {}.", type_name(*kind)),
            ),
            Self::GroupApart { group, step } => (
                format!("步骤 '{step}' 和组 '{group}' 的其他步骤没有挨在一起。"),
                format!("The step '{step}' stands apart from the others of group '{group}'."),
            ),
            Self::GroupEmpty { group } => {
                (format!("组 '{group}' 里没有步骤。"), format!("The group '{group}' has no steps."))
            }
            Self::GroupEnough { group, steps } => (
                format!("组 '{group}' 只有 {steps} 步，'enough' 要得更多。"),
                format!("The group '{group}' has {steps} steps, and 'enough' wants more."),
            ),
            Self::GroupWay { step, last } => (
                format!("组里只有最后一步 '{last}' 的出路算数，'{step}' 的不起作用。"),
                format!("The ways of the group's last step '{last}' count, not those of '{step}'."),
            ),
            Self::CallWith { key } => (
                format!("调用别的方案的步骤不能有 '{key}'。"),
                format!("A step that calls a playbook cannot have '{key}'."),
            ),
            Self::CallItself { playbook } => (
                format!("方案 '{playbook}' 调用了自己。"),
                format!("The playbook '{playbook}' calls itself."),
            ),
            Self::CallNested { step } => (
                format!("被调用的步骤 '{step}' 自己又调用了方案。"),
                format!("The called step '{step}' itself calls a playbook."),
            ),
            Self::CallBroken { playbook } => (
                format!("被调用的方案 '{playbook}' 有错误。"),
                format!("The called playbook '{playbook}' has errors."),
            ),
            Self::CallNothing { playbook } => (
                format!("这里没有从 '{playbook}' 调来任何步骤。"),
                format!("No step of '{playbook}' is called here."),
            ),
            Self::CallFact { fact, playbook } => (
                format!("事实 '{fact}' 在 '{playbook}' 里是另一种类型。"),
                format!("The fact '{fact}' is of another type in '{playbook}'."),
            ),
            Self::CallReaches { step, name } => (
                format!("被调用的步骤 '{step}' 用到了 '{name}'，它不在这里走。"),
                format!("The called step '{step}' asks after '{name}', which does not run here."),
            ),
            Self::WithinAlone => (
                "'within' 只用于从某个日期事实算起的承诺。".to_owned(),
                "'within' is for a promise that counts from a date fact.".to_owned(),
            ),
            Self::LadderShort => (
                "阶梯不到两级，没有可退的一步。".to_owned(),
                "A ladder of fewer than two rungs leads nowhere.".to_owned(),
            ),
            Self::EndingUnreached { ending } => (
                format!("没有任何出路通往结局 '{ending}'。"),
                format!("No way leads to the ending '{ending}'."),
            ),
            Self::PromiseAtEnd { ending, reply } => (
                format!(
                    "结局 '{ending}' 要的回复 '{reply}' 会作出承诺；承诺没兑现，案子结不了案。"
                ),
                format!(
                    "'{reply}', wanted by the ending '{ending}', makes a promise: until it is \
                     kept the case cannot be closed."
                ),
            ),
            Self::OverlayForAll => (
                "这个叠加没有写给谁用。".to_owned(),
                "This overlay does not say for whom it is.".to_owned(),
            ),
            Self::FewWordings { step, count } => (
                format!("步骤 '{step}' 一共只有 {count} 种说法。"),
                format!("All the wordings of step '{step}' come to {count}."),
            ),
            Self::NoReply { step } => (
                format!("步骤 '{step}' 没有可说的话。"),
                format!("The step '{step}' has nothing to say."),
            ),
            Self::LoneOffer { step } => (
                format!("步骤 '{step}' 只给了一个方案。"),
                format!("The step '{step}' offers one single way out."),
            ),
            Self::Wording { rule, phrase, why, .. } => (
                format!("“{phrase}”不宜这样说（{rule}）：{}", why.get(Lang::Zh)),
                format!(
                    "\u{201c}{phrase}\u{201d} had better not be said ({rule}): {}",
                    why.get(Lang::En)
                ),
            ),
            Self::InTest(fault) => return fault.message(),
        };
        Words::both(zh, en)
    }
}

pub(super) fn place(table: Table) -> (&'static str, &'static str) {
    let zh = if table == Table::Book { "文件开头" } else { table.written() };
    (zh, table.written())
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
        "a whole number" => "整数",
        "a list of numbers" => "整数列表 [50, 75]",
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

fn nothing(found: &[&str], nothing: &str, between: &str) -> String {
    if found.is_empty() { nothing.to_owned() } else { found.join(between) }
}
