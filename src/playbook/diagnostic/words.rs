//! The sentences of diagnostics, in both languages: the one place below the screen that speaks.

use super::super::fact_type::{sample, type_name};
use super::super::schema::Table;
use super::{Code, Thing};
use crate::domain::{FactKind, Lang, PlaybookId, Words};

impl Thing {
    const fn zh(self) -> &'static str {
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

    const fn en(self) -> &'static str {
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

    /// What to do.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one sentence for each fault")]
    pub fn advice(&self) -> Words {
        let (zh, en) = match self {
            Self::Syntax { .. } => (
                "检查引号、括号和等号是否成对、完整。".to_owned(),
                "Look for a missing quote, bracket or equals sign.".to_owned(),
            ),
            Self::TooLarge { .. } => (
                "方案文件上限 1 MB，把不相干的内容移走。".to_owned(),
                "A playbook has at most 1 MB; move out what does not belong in it.".to_owned(),
            ),
            Self::UnknownKey { near, table, .. } => match near {
                Some(near) => did_you_mean(near),
                None => one_of(table.keys()),
            },
            Self::MissingKey { key, table } => (
                format!("在 {} 里加一行 {}。", place(*table).0, key_sample(key)),
                format!("Add {} to {}.", key_sample(key), place(*table).1),
            ),
            Self::WrongType { wanted, .. } => {
                (format!("改成 {}。", written_zh(wanted)), format!("Write {wanted} instead."))
            }
            Self::EmptyText { .. } => (
                "写上内容，或删掉这个键。".to_owned(),
                "Write the text, or take the key out.".to_owned(),
            ),
            Self::OneLanguage { missing } => (
                format!("补上 {} = \"…\"；不补时显示另一种语言。", missing.code()),
                format!("Add {} = \"…\"; until then the other language is shown.", missing.code()),
            ),
            Self::LongTitle { lang: Lang::Zh, .. } => (
                "缩到 12 个汉字以内。".to_owned(),
                "Keep it within 12 Chinese characters.".to_owned(),
            ),
            Self::LongTitle { lang: Lang::En, .. } => {
                ("缩到 28 个字母以内。".to_owned(), "Keep it within 28 letters.".to_owned())
            }
            Self::BadId { thing: Thing::Fact | Thing::Promise, .. } => (
                "用小写字母、数字和下划线，字母开头，如 signed_by。".to_owned(),
                "Use lower-case letters, digits and '_', a letter first, as in signed_by."
                    .to_owned(),
            ),
            Self::BadId { thing: Thing::Timer, .. } => (
                "用小写字母、数字和连字符，字母开头，如 plan；'answer' 是买家等待答复的计时。"
                    .to_owned(),
                "Use lower-case letters, digits and '-', a letter first, as in plan; 'answer' is \
                 the clock of the waiting buyer."
                    .to_owned(),
            ),
            Self::BadId { .. } => (
                "用小写字母、数字和连字符，字母开头，如 ask-waybill；'end' 另有用途。".to_owned(),
                "Use lower-case letters, digits and '-', a letter first, as in ask-waybill; \
                 'end' is taken."
                    .to_owned(),
            ),
            Self::ReservedName { name } => {
                (format!("换个名字，如 {name}_told。"), format!("Call it {name}_told, say."))
            }
            Self::DuplicateId { .. } => (
                "给其中一个换个 id，或删掉一个。".to_owned(),
                "Give one of them another id, or take one out.".to_owned(),
            ),
            Self::UnknownName { near: Some(near), .. }
            | Self::ConditionName { near: Some(near), .. }
            | Self::ConditionFunction { near: Some(near), .. }
            | Self::TemplateName { near: Some(near), .. } => did_you_mean(near),
            Self::UnknownName { known, .. } if !known.is_empty() => one_of(known),
            Self::UnknownName { thing, .. } => (
                format!("先声明这个{}，或改用已有的。", thing.zh()),
                format!("Declare the {} first, or use one that is declared.", thing.en()),
            ),
            Self::RequiredNotAsked { fact } => {
                (format!("把 '{fact}' 也写进 'asks'。"), format!("Put '{fact}' into 'asks' too."))
            }
            Self::AfterAndBefore => {
                ("删掉其中一个。".to_owned(), "Take one of them out.".to_owned())
            }
            Self::AnchorOnParentStep { .. } => {
                ("删掉这个键。".to_owned(), "Take the key out.".to_owned())
            }
            Self::AnchorCircle { .. } => (
                "让其中一步挨着一个位置已定的步骤。".to_owned(),
                "Put one of them next to a step that has a place.".to_owned(),
            ),
            Self::EnumValues { kind, .. } if *kind == FactKind::Enum => (
                "加上 values = [{ id = \"…\", zh = \"…\", en = \"…\" }]。".to_owned(),
                "Add values = [{ id = \"…\", zh = \"…\", en = \"…\" }].".to_owned(),
            ),
            Self::EnumValues { .. } => (
                "删掉 'values'，或把 type 改成 \"enum\"。".to_owned(),
                "Take 'values' out, or make the type \"enum\".".to_owned(),
            ),
            Self::ValueType { kind, .. } => {
                (format!("写成 {}。", sample(*kind)), format!("Write {}.", sample(*kind)))
            }
            Self::BadDue { .. } => (
                "可写 30m、2h、3d，30m working、2h working，today，1wd、3wd。".to_owned(),
                "Write 30m, 2h or 3d; 30m working or 2h working; today; 1wd or 3wd.".to_owned(),
            ),
            Self::ConditionSyntax { .. } => (
                "条件写法如 photos && signed_by == 'proxy'：并且用 &&，或者用 ||，非用 !，\
                 文字加引号。"
                    .to_owned(),
                "Conditions look like photos && signed_by == 'proxy': && for and, || for or, \
                 ! for not, texts in quotes."
                    .to_owned(),
            ),
            Self::ConditionTooBig => (
                "拆成几条 'needs' 或 'next'。".to_owned(),
                "Split it into several entries of 'needs' or 'next'.".to_owned(),
            ),
            Self::ConditionName { name, near: None } => (
                format!("用 [[fact]] 声明 '{name}'；若是文字，加上引号。"),
                format!("Declare '{name}' as a [[fact]]; if it is a text, put it in quotes."),
            ),
            Self::ConditionFunction { near: None, .. } => (
                "可用 known、confirmed、disputed、done、sent、seen 和 CEL 自带的函数。".to_owned(),
                "There are known, confirmed, disputed, done, sent, seen, and those of CEL itself."
                    .to_owned(),
            ),
            Self::ConditionArgument { function } => (
                format!("如 {}。", function_sample(function)),
                format!("As in {}.", function_sample(function)),
            ),
            Self::ConditionOperands { .. } => (
                "两边要同一类型：文字加引号，金额以分计，日期写成 '2026-11-22'。".to_owned(),
                "Both sides must be of one type: texts in quotes, money in fen, dates as \
                 '2026-11-22'."
                    .to_owned(),
            ),
            Self::ConditionNotBool { .. } => (
                "加上比较，如 amount > 5000 或 known('carrier')。".to_owned(),
                "Compare it with something, as in amount > 5000, or ask known('carrier')."
                    .to_owned(),
            ),
            Self::TemplateSyntax { .. } => (
                "名字写成 {{ order.tail }}，条件写成 {% if … %}…{% endif %}，都要成对。".to_owned(),
                "Names are written {{ order.tail }}, conditions {% if … %}…{% endif %}, in pairs."
                    .to_owned(),
            ),
            Self::TemplateName { near: None, .. } => (
                "可用事实的 id、order.no/tail/title/amount、buyer.name、shop.name/address、\
                 agent.name，以及本回复承诺的 due.ID。"
                    .to_owned(),
                "There are facts by id, order.no/tail/title/amount, buyer.name, \
                 shop.name/address, agent.name, and due.ID for the reply's own promises."
                    .to_owned(),
            ),
            Self::DeadBranch { .. } => (
                "把没有条件的那条放在最后。".to_owned(),
                "Put the one without a condition last.".to_owned(),
            ),
            Self::Unreachable { step } => (
                format!("在前面步骤的 'next' 里加 {{ goto = \"{step}\" }}，或删掉这一步。"),
                format!("Add {{ goto = \"{step}\" }} to an earlier 'next', or take the step out."),
            ),
            Self::NoEnd { .. } => (
                "在圈里某一步的 'next' 加一条 goto = \"end\" 或通往后面的出路。".to_owned(),
                "Give one of the steps it circles through a way to \"end\" or onwards.".to_owned(),
            ),
            Self::NoSteps => (
                "至少写一个 [[step]]，或用 extends = \"core\" 继承。".to_owned(),
                "Write a [[step]], or inherit with extends = \"core\".".to_owned(),
            ),
            Self::NoCalming => (
                "在一个步骤里写 calming = true。".to_owned(),
                "Write calming = true in one step.".to_owned(),
            ),
            Self::SeveralCalming { .. } => (
                "留下一个，其余写 calming = false。".to_owned(),
                "Keep one and write calming = false in the others.".to_owned(),
            ),
            Self::Cycle { .. } => {
                ("去掉其中一个 'extends'。".to_owned(), "Take one 'extends' out.".to_owned())
            }
            Self::ParentBroken { parent } => {
                (format!("先修好 '{parent}'。"), format!("Mend '{parent}' first."))
            }
            Self::SameId { .. } => {
                ("给其中一个换个 id。".to_owned(), "Give one of them another id.".to_owned())
            }
            Self::SkipWithoutParent => (
                "加上 extends = \"core\"，或删掉 'skip'。".to_owned(),
                "Add extends = \"core\", or take 'skip' out.".to_owned(),
            ),
        };
        Words::both(zh, en)
    }
}

fn did_you_mean(near: &str) -> (String, String) {
    (format!("是不是想写 '{near}'？"), format!("Did you mean '{near}'?"))
}

fn one_of<T: AsRef<str>>(names: &[T]) -> (String, String) {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    (format!("可用：{}。", names.join("、")), format!("There are: {}.", names.join(", ")))
}

const fn place(table: Table) -> (&'static str, &'static str) {
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

fn type_zh(found: &str) -> &str {
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

fn written_zh(wanted: &str) -> &str {
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

fn key_sample(key: &str) -> String {
    match key {
        "title" | "about" | "why" | "label" | "ask" | "text" | "what" | "else" => {
            format!("{key} = {{ zh = \"…\", en = \"…\" }}")
        }
        other => format!("{other} = \"…\""),
    }
}

fn function_sample(function: &str) -> &'static str {
    match function {
        "done" => "done(\"verify/read-thread\")",
        "sent" => "sent(\"ask-waybill\")",
        "seen" => "seen(\"verify\")",
        "confirmed" => "confirmed(\"photos\")",
        "disputed" => "disputed(\"photos\")",
        _known => "known(\"photos\")",
    }
}
