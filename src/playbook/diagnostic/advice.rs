//! What to do about a fault, in sentences of both languages.

use super::super::condition::names;
use super::super::fact_type::sample;
use super::words::{place, written_zh};
use super::{Code, Thing};
use crate::domain::{FactKind, Lang, Words};

impl Code {
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
            Self::ReservedName { name } | Self::ShadowedName { name } => {
                (format!("换个名字，如 {name}_told。"), format!("Call it {name}_told, say."))
            }
            Self::DuplicateId { .. } => (
                "给其中一个换个 id，或删掉一个。".to_owned(),
                "Give one of them another id, or take one out.".to_owned(),
            ),
            Self::UnknownName { thing, near, known, .. } if thing.page().is_some() => {
                listed(*thing, near.as_deref(), known)
            }
            Self::OwnIssue { near, .. } => listed(Thing::Issue, near.as_deref(), &[]),
            Self::ConditionOperands { operator, .. } if operator == "?" => (
                "问号前面写真假，如 loss > 0 ? 3 : 5。".to_owned(),
                "Before the ? stands what is true or false, as in loss > 0 ? 3 : 5.".to_owned(),
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
            Self::NeedNotAsked { fact } => (
                format!("在用到它的步骤里写 asks = [\"{fact}\"]。"),
                format!("Write asks = [\"{fact}\"] in the step that needs it."),
            ),
            Self::AfterAndBefore => {
                ("删掉其中一个。".to_owned(), "Take one of them out.".to_owned())
            }
            Self::AnchorOnParentStep { .. } | Self::OnlyInherited { .. } => {
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
                "可写 30m、2h、3d，30m working、2h working，4h 9-18，today，1wd、3wd；承诺还可写 3wd \
                 after 日期事实。".to_owned(),
                "Write 30m, 2h or 3d; 30m working or 2h working; 4h 9-18; today; 1wd or 3wd; in a \
                 promise also 3wd after a date fact."
                    .to_owned(),
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
                format!("可用 {}，以及 CEL 自带的函数。", all_functions("、")),
                format!("There are {}, and those of CEL itself.", all_functions(", ")),
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
            Self::ConditionFraction { .. }
            | Self::ComputeResult { found: "fraction", .. } => (
                "只用整数：三成写成 * 30 / 100（先乘后除）。".to_owned(),
                "Use whole numbers only: * 30 / 100 is thirty per cent, the division last."
                    .to_owned(),
            ),
            Self::ConditionWays { .. } => (
                "让两边得出同样的东西：都是数、都是真假或都是文字。".to_owned(),
                "Let both come to a number, both to true or false, or both to a text.".to_owned(),
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
            Self::TemplateTooLong { .. } => {
                ("分成两条回复。".to_owned(), "Make two replies of it.".to_owned())
            }
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
            Self::ConditionArguments { sample, .. } => {
                (format!("如 {sample}。"), format!("As in {sample}."))
            }
            Self::ComputeResult { .. } => (
                "改 'compute' 或改 'type'；金额以分计，比较得出真假。".to_owned(),
                "Change 'compute' or 'type'; money is in fen, a comparison is true or false."
                    .to_owned(),
            ),
            Self::Computed { .. } => (
                "从这里删掉；要人来填就删掉 'compute'。".to_owned(),
                "Take it out here; for a fact to be filled in, take 'compute' out.".to_owned(),
            ),
            Self::ComputeCircle { .. } => (
                "让其中一个由人来填。".to_owned(),
                "Let one of them be filled in by hand.".to_owned(),
            ),
            Self::OneOfKeys { many: true, .. } => {
                ("留下一个。".to_owned(), "Keep one.".to_owned())
            }
            Self::OneOfKeys { keys, many: false } => one_of(keys),
            Self::NumberRange { least, most, .. } => (
                format!("写 {least} 到 {most} 之间的整数。"),
                format!("Write a whole number from {least} to {most}."),
            ),
            Self::BadTime { .. } => (
                "写成 2026-11-23T10:00:00+08:00。".to_owned(),
                "Write it as 2026-11-23T10:00:00+08:00.".to_owned(),
            ),
            Self::NameTaken { .. } => (
                "换个 id：步骤、步骤组和结局的 id 不能相同。".to_owned(),
                "Choose another id: steps, groups and endings share theirs.".to_owned(),
            ),
            Self::Looser { .. } => (
                "写得短些；要放宽就直接写 timer = { … }。".to_owned(),
                "Make it shorter; to loosen it, write timer = { … } itself.".to_owned(),
            ),
            Self::NoDate { .. } => (
                "换一个 type = \"date\" 的事实。".to_owned(),
                "Name a fact of type = \"date\".".to_owned(),
            ),
            Self::GroupApart { .. } => (
                "用 'after' 或 'before' 把它放到组里其他步骤旁边。".to_owned(),
                "Put it beside the others with 'after' or 'before'.".to_owned(),
            ),
            Self::GroupEmpty { group } => (
                format!("在步骤里写 group = \"{group}\"，或删掉这个组。"),
                format!("Write group = \"{group}\" in steps, or take the group out."),
            ),
            Self::GroupEnough { steps, .. } => (
                format!("最多写 {steps}；全都要就删掉 'enough'。"),
                format!("Write {steps} at most; for all of them take 'enough' out."),
            ),
            Self::GroupWay { last, .. } => (
                format!("把 'next' 移到 '{last}'。"),
                format!("Move 'next' to '{last}'."),
            ),
            Self::CallWith { .. } => (
                "删掉它，或另写一步；可用 title、why、feel、when、after、before、next、optional。"
                    .to_owned(),
                "Take it out or make another step of it; there are title, why, feel, when, after, \
                 before, next, optional."
                    .to_owned(),
            ),
            Self::CallItself { .. } => (
                "换成别的方案，或用 'next' 回到前面的步骤。".to_owned(),
                "Call another playbook, or lead back with 'next'.".to_owned(),
            ),
            Self::CallNested { step } => (
                format!("用 'only' 避开 '{step}'，再单独调用它调用的方案。"),
                format!("Leave '{step}' out with 'only' and call its playbook in a step of its own."),
            ),
            Self::CallBroken { playbook } => {
                (format!("先修好 '{playbook}'。"), format!("Mend '{playbook}' first."))
            }
            Self::CallNothing { .. } => (
                "在 'only' 里写上它的步骤。".to_owned(),
                "Name some of its steps in 'only'.".to_owned(),
            ),
            Self::CallFact { .. } => (
                "两边改成同一类型，或换个 id。".to_owned(),
                "Give both one type, or choose another id.".to_owned(),
            ),
            Self::CallReaches { .. } => (
                "把相关的步骤也写进 'only'。".to_owned(),
                "Put the step it belongs to into 'only' as well.".to_owned(),
            ),
            Self::WithinAlone => (
                "删掉它，或把 due 写成 \"3wd after goods_back_on\"。".to_owned(),
                "Take it out, or write due = \"3wd after goods_back_on\".".to_owned(),
            ),
            Self::LadderShort => (
                "至少写两条回复，由小到大。".to_owned(),
                "Name two replies or more, the smallest offer first.".to_owned(),
            ),
            Self::EndingUnreached { ending } => (
                format!("在某一步的 'next' 里加 {{ goto = \"{ending}\" }}，或删掉这个结局。"),
                format!("Add {{ goto = \"{ending}\" }} to a 'next', or take the ending out."),
            ),
            Self::PromiseAtEnd { .. } => (
                "有意如此，就在一个测试里写 { keep = 1 } 和 { close = \"settled\" }；不然去掉承诺。"
                    .to_owned(),
                "If that is meant, show it in a test with { keep = 1 } and { close = \"settled\" }; \
                 else take the promise out."
                    .to_owned(),
            ),
            Self::OverlayForAll => (
                "写 for = { buyer_type = [\"emotional\"] }；可用 buyer_type、mood、platform、lang、shop。"
                    .to_owned(),
                "Write for = { buyer_type = [\"emotional\"] }; there are buyer_type, mood, \
                 platform, lang, shop."
                    .to_owned(),
            ),
            Self::FewWordings { .. } => (
                "凑到三种：加回复，或在回复里加 wordings = [{ zh = \"…\", en = \"…\" }]。".to_owned(),
                "Make it three: add a reply, or wordings = [{ zh = \"…\", en = \"…\" }] to one."
                    .to_owned(),
            ),
            Self::NoReply { .. } => (
                "加一条 [[step.reply]]。".to_owned(),
                "Add a [[step.reply]].".to_owned(),
            ),
            Self::LoneOffer { .. } => (
                "再给一个方案让买家选；只有一个时用 'when' 写明是什么情形。".to_owned(),
                "Add another to choose from; where there is but one, say with 'when' in which case."
                    .to_owned(),
            ),
            Self::Wording { better: Some(better), .. } => {
                (format!("可以说：{better}"), format!("Say, for instance: {better}"))
            }
            Self::Wording { better: None, .. } => {
                ("删掉这几个字。".to_owned(), "Leave these words out.".to_owned())
            }
            Self::InTest(fault) => return fault.advice(),
        };
        Words::both(zh, en)
    }
}

fn all_functions(between: &str) -> String {
    let own = names::functions().map(|function| function.name);
    names::ASKED.into_iter().chain(own).collect::<Vec<_>>().join(between)
}

/// The nearest name, or the few there are, and the page with all of them.
fn listed(thing: Thing, near: Option<&str>, known: &[String]) -> (String, String) {
    let page = thing.page().unwrap_or_default();
    let (zh, en) = match near {
        Some(near) => did_you_mean(near),
        None if !known.is_empty() => one_of(known),
        None => {
            return (
                format!("全部：redress playbook help {page}"),
                format!("All of them: redress playbook help {page}"),
            );
        }
    };
    (
        format!("{zh}全部：redress playbook help {page}"),
        format!("{en} All of them: redress playbook help {page}"),
    )
}

fn did_you_mean(near: &str) -> (String, String) {
    (format!("是不是想写 '{near}'？"), format!("Did you mean '{near}'?"))
}

fn one_of<T: AsRef<str>>(names: &[T]) -> (String, String) {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    (format!("可用：{}。", names.join("、")), format!("There are: {}.", names.join(", ")))
}

fn key_sample(key: &str) -> String {
    match key {
        "title" | "about" | "why" | "label" | "ask" | "text" | "what" | "else" | "to" => {
            format!("{key} = {{ zh = \"…\", en = \"…\" }}")
        }
        "for" => "for = { mood = [\"angry\"] }".to_owned(),
        "most" => "most = 3".to_owned(),
        "value" => "value = true".to_owned(),
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
        "exhibit" => "exhibit(\"ev.photos\")",
        _known => "known(\"photos\")",
    }
}
