//! Reads `[[test]]` and what stands in it.

use super::super::book::ToolDeed;
use super::super::diagnostic::Code;
use super::super::schema::{RawAct, RawDeed, RawExpect, RawSetting, RawTest, Table};
use super::reader::{Node, Reader};

/// What can happen in a test, by its key; an act has exactly one of them. The tools of the desk stand
/// behind the others.
const ALL: [&str; 34] = [
    "say",
    "record",
    "tick",
    "exhibit",
    "send",
    "mood",
    "buyer_type",
    "advance",
    "back",
    "calm",
    "skip",
    "enter",
    "keep",
    "wait",
    "pass",
    "to",
    "close",
    "expect",
    "verdict",
    "wish",
    "option",
    "only",
    "offer",
    "choose",
    "resale",
    "approval",
    "ruling",
    "pay",
    "return_check",
    "points",
    "did",
    "satisfied",
    "task",
    "task_done",
];

/// How many of them are no tools.
const PLAIN: usize = 18;

pub(super) fn test(r: &mut Reader, node: &Node<'_>) -> Option<RawTest> {
    const T: Table = Table::Test;
    let name = r.text(node, T, "name", true);
    Some(RawTest {
        case: r.one(node, Table::TestCase, "case", setting).unwrap_or_default(),
        at: r.text(node, T, "at", false),
        acts: r.each(node, Table::Act, "do", act).unwrap_or_default(),
        expect: r.one(node, Table::Expect, "expect", expect).unwrap_or_default(),
        name: name?,
    })
}

fn setting(r: &mut Reader, node: &Node<'_>) -> RawSetting {
    const T: Table = Table::TestCase;
    RawSetting {
        platform: r.text(node, T, "platform", false),
        mood: r.text(node, T, "mood", false),
        buyer_type: r.text(node, T, "buyer_type", false),
        issue: r.text(node, T, "issue", false),
        order_amount: r.value(node, "order_amount"),
        earlier_cases: r.count(node, "earlier_cases", 0, 9_999),
        lang: r.text(node, T, "lang", false),
        shop: r.text(node, T, "shop", false),
        tone: r.text(node, T, "tone", false),
    }
}

fn act(r: &mut Reader, node: &Node<'_>) -> Option<RawAct> {
    const T: Table = Table::Act;
    let tools = ToolDeed::KEYS.into_iter().filter(|(key, _)| node.has(key));
    let tools: Vec<(&'static str, &'static [&'static str])> = tools.collect();
    let written: Vec<&'static str> =
        ALL.into_iter().take(PLAIN).filter(|deed| node.has(deed)).collect();
    let deed = match (written.as_slice(), tools.as_slice()) {
        ([deed], []) => deed_of(r, node, deed)?,
        ([], [(key, beside)]) => tool(r, node, key, beside),
        (plain, others) => {
            let many = !(plain.is_empty() && others.is_empty());
            r.tell(node.span.clone(), Code::OneOfKeys { keys: &ALL, many });
            return None;
        }
    };
    beside(r, node, &deed);
    let only_with_record = [("value", Table::Act), ("status", Table::Act)];
    if !matches!(deed, RawDeed::Record { .. }) {
        for (key, table) in only_with_record.into_iter().filter(|(key, _)| node.has(key)) {
            r.unknown_key(node, key, table);
        }
    }
    let refused = r.text(node, T, "refused", false);
    let missing = r.texts(node, T, "missing");
    if missing.is_some() && refused.is_none() {
        r.missing(node, T, "refused");
    }
    Some(RawAct { spot: r.spot(node.span.clone()), deed, refused, missing })
}

/// What is done with a tool: its key and what stands beside it.
fn tool(r: &mut Reader, node: &Node<'_>, key: &'static str, beside: &[&'static str]) -> RawDeed {
    let keys = std::iter::once(&key).chain(beside);
    let with = keys.filter_map(|key| Some((*key, r.value(node, key)?))).collect();
    RawDeed::Tool { key, with }
}

/// Tells of keys that go with another tool.
fn beside(r: &mut Reader, node: &Node<'_>, deed: &RawDeed) {
    let known: Vec<&str> = match deed {
        RawDeed::Tool { key, .. } => {
            let tool = ToolDeed::KEYS.into_iter().find(|(name, _)| name == key);
            tool.into_iter().flat_map(|(_, beside)| beside.iter().copied()).collect()
        }
        _another => Vec::new(),
    };
    let mut told: Vec<&str> = Vec::new();
    for key in ToolDeed::KEYS.into_iter().flat_map(|(_, beside)| beside) {
        if node.has(key) && !known.contains(key) && !told.contains(key) {
            told.push(key);
            r.unknown_key(node, key, Table::Act);
        }
    }
}

fn deed_of(r: &mut Reader, node: &Node<'_>, deed: &'static str) -> Option<RawDeed> {
    const T: Table = Table::Act;
    let mut text = || r.text(node, T, deed, true);
    Some(match deed {
        "say" => RawDeed::Say(text()?),
        "tick" => RawDeed::Tick(text()?),
        "exhibit" => RawDeed::Exhibit(text()?),
        "send" => RawDeed::Send(text()?),
        "mood" => RawDeed::Mood(text()?),
        "buyer_type" => RawDeed::BuyerType(text()?),
        "enter" => RawDeed::Enter(text()?),
        "wait" => RawDeed::Wait(text()?),
        "to" => RawDeed::To(text()?),
        "close" => RawDeed::Close(text()?),
        "record" => {
            let fact = text();
            let value = r.value(node, "value");
            if value.is_none() {
                r.missing(node, T, "value");
            }
            let status = r.text(node, T, "status", false);
            RawDeed::Record { fact: fact?, value: value?, status }
        }
        "keep" => RawDeed::Keep(r.count(node, "keep", 1, 999)?),
        "expect" => RawDeed::Expect(r.one(node, Table::Expect, "expect", expect)?),
        plain => {
            r.yes(node, deed)?;
            match plain {
                "advance" => RawDeed::Advance,
                "back" => RawDeed::Back,
                "calm" => RawDeed::Calm,
                "skip" => RawDeed::Skip,
                _pass => RawDeed::Pass,
            }
        }
    })
}

fn expect(r: &mut Reader, node: &Node<'_>) -> RawExpect {
    const T: Table = Table::Expect;
    RawExpect {
        path: r.texts(node, T, "path"),
        at: r.text(node, T, "at", false),
        ending: r.text(node, T, "ending", false),
        suggests: r.texts(node, T, "suggests").unwrap_or_default(),
        hides: r.texts(node, T, "hides").unwrap_or_default(),
        missing: r.texts(node, T, "missing"),
        facts: r.values(node, "facts"),
        timers: r.texts(node, T, "timers"),
        promises: r.count(node, "promises", 0, 999),
        playbook: r.text(node, T, "playbook", false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tools_stand_behind_the_others() {
        let tools: Vec<&str> = ToolDeed::KEYS.into_iter().map(|(key, _)| key).collect();
        assert_eq!(ALL.get(PLAIN..), Some(tools.as_slice()));
    }
}
