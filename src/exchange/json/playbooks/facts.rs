//! The file `redress playbook simulate --facts` reads: what happens, in order of arrival.
//!
//! Reads entry by entry, so that each fault is told with its line and column in the whole file.

use crate::domain::{
    BuyerType, CheckId, CloseResult, ExhibitKind, FactId, FactKind, FactStatus, FactValue, Fen,
    Issue, Lang, Mood, Platform, ReplyId, StepId, Tone,
};
use crate::playbook::{Act, Deed, DueRule, Next, Place, Playbook, Setting, ToolDeed};
use serde::Deserialize;
use serde_json::{Map, Value};

/// What happens, read.
#[derive(Debug, Clone, Default)]
pub struct Script {
    /// The case it begins with, if an entry says.
    pub setting: Setting,
    /// What happens, in order.
    pub acts: Vec<Act>,
}

/// What is wrong with the file, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {why}")]
pub struct FactsError {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub why: String,
}

/// One entry as written.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Entry {
    case: Option<Case>,
    fact: Option<String>,
    record: Option<String>,
    value: Option<Value>,
    status: Option<String>,
    say: Option<String>,
    tick: Option<String>,
    exhibit: Option<String>,
    send: Option<String>,
    mood: Option<String>,
    buyer_type: Option<String>,
    advance: Option<bool>,
    back: Option<bool>,
    calm: Option<bool>,
    skip: Option<bool>,
    enter: Option<String>,
    keep: Option<u32>,
    wait: Option<String>,
    pass: Option<bool>,
    to: Option<String>,
    close: Option<String>,
    #[serde(flatten)]
    tools: Map<String, Value>,
}

/// The case as an entry describes it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Case {
    platform: Option<String>,
    mood: Option<String>,
    buyer_type: Option<String>,
    issue: Option<String>,
    order_amount: Option<Value>,
    earlier_cases: u32,
    lang: Option<String>,
    shop: Option<String>,
    tone: Option<String>,
}

/// Reads a script for a playbook; `file` is its name in what is told of it.
///
/// # Errors
/// [`FactsError`] with the place of what cannot be read or is not in the playbook.
pub fn read_facts(text: &str, file: &str, book: &Playbook) -> Result<Script, FactsError> {
    let mut script = Script::default();
    let mut at = blanks(text, 0);
    // Some editors put a mark before everything.
    if let Some(rest) = text.strip_prefix('\u{feff}') {
        at = blanks(text, text.len() - rest.len());
    }
    if !rest(text, at).starts_with('[') {
        return Err(wrong(text, at, "a list of entries is wanted: [ … ]"));
    }
    at = blanks(text, at + 1);
    if rest(text, at).starts_with(']') {
        return after_end(text, at + 1).map(|()| script);
    }
    loop {
        let mut entries = serde_json::Deserializer::from_str(rest(text, at)).into_iter::<Entry>();
        let entry = match entries.next() {
            Some(Ok(entry)) => entry,
            Some(Err(error)) => return Err(fault(text, at, &error)),
            None => return Err(wrong(text, at, "an entry is wanted: { … }")),
        };
        let end = at + entries.byte_offset();
        let (line, column) = place(text, at);
        if let Some(case) = entry.case {
            if !script.acts.is_empty() {
                return Err(wrong(text, at, "'case' stands first"));
            }
            script.setting = setting(case).map_err(|why| wrong(text, at, &why))?;
        } else {
            let deed = deed(entry, book).map_err(|why| wrong(text, at, &why))?;
            let place = Place { file: file.to_owned(), line, column, span: at..end };
            script.acts.push(Act { deed, refused: None, missing: None, place });
        }
        at = blanks(text, end);
        match rest(text, at).chars().next() {
            Some(',') => at = blanks(text, at + 1),
            Some(']') => return after_end(text, at + 1).map(|()| script),
            Some(_) | None => return Err(wrong(text, at, "a comma or ] is wanted")),
        }
    }
}

fn rest(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

fn blanks(text: &str, at: usize) -> usize {
    let tail = rest(text, at);
    at + (tail.len() - tail.trim_start_matches([' ', '\t', '\n', '\r']).len())
}

fn after_end(text: &str, at: usize) -> Result<(), FactsError> {
    let at = blanks(text, at);
    if at == text.len() { Ok(()) } else { Err(wrong(text, at, "nothing may follow the list")) }
}

/// Line and column, both from 1, the column in characters.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

fn wrong(text: &str, at: usize, why: &str) -> FactsError {
    let (line, column) = place(text, at);
    FactsError { line, column, why: why.to_owned() }
}

/// A fault within an entry: its place counts from there, its column in bytes.
fn fault(text: &str, at: usize, error: &serde_json::Error) -> FactsError {
    let inner: usize = rest(text, at)
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    let at =
        text.floor_char_boundary((at + inner + error.column().saturating_sub(1)).min(text.len()));
    let told = error.to_string();
    let why = told.rsplit_once(" at line ").map_or(told.as_str(), |(why, _)| why);
    wrong(text, at, why)
}

fn deed(entry: Entry, book: &Playbook) -> Result<Deed, String> {
    let Entry {
        case: _,
        fact,
        record,
        value,
        status,
        say,
        tick,
        exhibit,
        send,
        mood,
        buyer_type,
        advance,
        back,
        calm,
        skip,
        enter,
        keep,
        wait,
        pass,
        to,
        close,
        tools,
    } = entry;
    let bare = |is: Option<bool>, deed: Deed| is.filter(|is| *is).map(|_| Ok(deed));
    let fact = fact.or(record);
    let recorded = fact.is_some();
    let all = [
        fact.map(|fact| self::record(&fact, value.as_ref(), status.as_deref(), book)),
        say.map(|text| Ok(Deed::Say(text))),
        tick.map(|check| Ok(Deed::Tick(CheckId::new(check)))),
        exhibit.map(|kind| Ok(Deed::Exhibit(ExhibitKind::new(kind)))),
        send.map(|reply| Ok(Deed::Send(ReplyId::new(reply)))),
        mood.map(|name| named(&name, "mood", Mood::from_name).map(Deed::Mood)),
        buyer_type.map(|name| {
            named(&name, "buyer_type", BuyerType::from_name).map(|_| Deed::BuyerType(name))
        }),
        bare(advance, Deed::Advance),
        bare(back, Deed::Back),
        bare(calm, Deed::Calm),
        bare(skip, Deed::Skip),
        bare(pass, Deed::Pass),
        enter.map(|step| Ok(Deed::Enter(StepId::new(step)))),
        keep.map(|no| Ok(Deed::Keep(no))),
        wait.map(|due| named(&due, "wait", DueRule::parse).map(Deed::Wait)),
        to.map(|name| goal(&name, book).map(Deed::To)),
        close.map(|name| named(&name, "close", CloseResult::from_name).map(Deed::Close)),
    ];
    let mut deeds = all.into_iter().flatten().chain(tool(&tools)?.map(Ok));
    let (Some(deed), None) = (deeds.next(), deeds.next()) else {
        return Err("an entry says exactly one thing: fact, say, mood, exhibit, send …".to_owned());
    };
    if !recorded && value.is_some() {
        return Err("'value' goes with 'fact' only".to_owned());
    }
    deed
}

/// What is done with a tool of the desk, if an entry says so; keys nothing has are told.
fn tool(written: &Map<String, Value>) -> Result<Option<Deed>, String> {
    let all = ToolDeed::keys();
    let beside = |key: &str| all.iter().flat_map(|(_, beside)| *beside).any(|name| *name == key);
    if let Some(key) = written
        .keys()
        .find(|key| !beside(key) && !all.iter().any(|(name, _)| *name == key.as_str()))
    {
        return Err(format!("unknown field '{key}'"));
    }
    let Some((key, with)) = all.iter().find(|(name, _)| written.contains_key(*name)) else {
        return match written.keys().next() {
            Some(key) => Err(format!("'{key}' goes with a tool of the desk only")),
            None => Ok(None),
        };
    };
    let alien = |name: &&String| name.as_str() != *key && !with.contains(&name.as_str());
    if let Some(other) = written.keys().find(alien) {
        return Err(format!("'{other}' does not go with '{key}'"));
    }
    ToolDeed::of(key, |name| written.get(name).cloned().and_then(plain))
        .map(|deed| Some(Deed::Tool(deed)))
}

/// A JSON value as a deed takes it.
fn plain(value: Value) -> Option<FactValue> {
    match value {
        Value::Bool(yes) => Some(FactValue::Bool(yes)),
        Value::Number(n) => n.as_i64().map(FactValue::Number),
        Value::String(text) => Some(FactValue::Text(text)),
        Value::Array(list) => {
            let texts = list.iter().map(|text| text.as_str().map(str::to_owned));
            texts.collect::<Option<Vec<String>>>().map(FactValue::List)
        }
        Value::Null | Value::Object(_) => None,
    }
}

fn record(
    name: &str,
    value: Option<&Value>,
    status: Option<&str>,
    book: &Playbook,
) -> Result<Deed, String> {
    let fact = FactId::from(name);
    let declared = book.fact(&fact).ok_or_else(|| {
        let known: Vec<&str> = book.facts.iter().map(|fact| fact.id.as_str()).collect();
        format!("the playbook has no fact '{name}'; it has: {}", known.join(", "))
    })?;
    let value = value.ok_or_else(|| format!("fact '{name}' has no value"))?;
    let value = typed(declared.kind, value)
        .ok_or_else(|| format!("{value} is no value of '{name}', which is {:?}", declared.kind))?;
    if let FactValue::Enum(id) = &value
        && declared.choice(id).is_none()
    {
        let known: Vec<&str> = declared.values.iter().map(|choice| choice.id.as_str()).collect();
        return Err(format!("'{id}' is no value of '{name}'; it has: {}", known.join(", ")));
    }
    let status = status
        .map_or(Ok(FactStatus::Confirmed), |name| named(name, "status", FactStatus::from_name))?;
    Ok(Deed::Record { fact, value, status })
}

/// A JSON value as one of a kind: money is whole fen, or yuan in quotes.
fn typed(kind: FactKind, value: &Value) -> Option<FactValue> {
    match (kind, value) {
        (FactKind::Bool, Value::Bool(yes)) => Some(FactValue::Bool(*yes)),
        (FactKind::Number, Value::Number(n)) => n.as_i64().map(FactValue::Number),
        (FactKind::Money, Value::Number(n)) => n.as_i64().map(|fen| FactValue::Money(Fen(fen))),
        (FactKind::List, Value::Array(list)) => {
            let texts: Option<Vec<String>> =
                list.iter().map(|text| text.as_str().map(str::to_owned)).collect();
            texts.map(FactValue::List)
        }
        (
            FactKind::Enum | FactKind::Text | FactKind::Date | FactKind::Money | FactKind::List,
            Value::String(text),
        ) => FactValue::parse(kind, text).ok(),
        (
            FactKind::Bool
            | FactKind::Enum
            | FactKind::Text
            | FactKind::Number
            | FactKind::Money
            | FactKind::Date
            | FactKind::List,
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_)
            | Value::Object(_),
        ) => None,
    }
}

fn named<T>(name: &str, key: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, String> {
    read(name).ok_or_else(|| format!("'{name}' is no {key}"))
}

fn goal(name: &str, book: &Playbook) -> Result<Next, String> {
    let ending = book.endings.iter().find(|ending| ending.id.as_str() == name);
    if name == "end" {
        Ok(Next::End)
    } else if let Some(step) = book.step(&StepId::from(name)) {
        Ok(Next::Step(step.id.clone()))
    } else if let Some(ending) = ending {
        Ok(Next::Ending(ending.id.clone()))
    } else {
        Err(format!("the playbook has no step or ending '{name}'"))
    }
}

fn setting(case: Case) -> Result<Setting, String> {
    let Case { platform, mood, buyer_type, issue, order_amount, earlier_cases, lang, shop, tone } =
        case;
    let amount = order_amount.map(|value| {
        typed(FactKind::Money, &value).ok_or_else(|| format!("{value} is no order_amount"))
    });
    for (name, key, known) in [
        (
            &buyer_type,
            "buyer_type",
            (|name| BuyerType::from_name(name).is_some()) as fn(&str) -> bool,
        ),
        (&tone, "tone", |name| Tone::from_name(name).is_some()),
    ] {
        if let Some(name) = name.as_deref().filter(|name| !known(name)) {
            return Err(format!("'{name}' is no {key}"));
        }
    }
    Ok(Setting {
        platform: platform.map(|name| named(&name, "platform", Platform::from_name)).transpose()?,
        mood: mood.map(|name| named(&name, "mood", Mood::from_name)).transpose()?,
        buyer_type,
        issue: issue.map(Issue::new),
        order_amount: match amount.transpose()? {
            Some(FactValue::Money(fen)) => Some(fen),
            Some(_) | None => None,
        },
        earlier_cases,
        lang: lang
            .map(|name| {
                named(&name, "lang", |name| {
                    [Lang::Zh, Lang::En].into_iter().find(|lang| lang.code() == name)
                })
            })
            .transpose()?,
        shop,
        tone,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::Library;

    fn told(text: &str) -> Result<usize, (usize, usize)> {
        let library = Library::new(Library::shipped());
        let book = library.get(&"core".into()).unwrap();
        read_facts(text, "facts.json", &book)
            .map(|script| script.acts.len())
            .map_err(|error| (error.line, error.column))
    }

    #[test]
    fn entries_are_read_in_order() {
        assert_eq!(told("[]"), Ok(0));
        assert_eq!(
            told("\u{feff} [ {\"say\": \"碎了\"} ,\n{\"fact\":\"photos\",\"value\":true}]\n"),
            Ok(2)
        );
        let all = r#"[{"case":{"platform":"jd","mood":"angry","order_amount":"59.00"}},
            {"fact":"feeling","value":"worried","status":"claimed"},{"record":"points","value":["a"]},
            {"mood":"calm"},{"buyer_type":"vip"},{"exhibit":"ev.photos"},{"send":"ack-sorry"},
            {"tick":"answered"},{"advance":true},{"back":true},{"calm":true},{"skip":true},
            {"enter":"ask"},{"keep":1},{"wait":"2d"},{"pass":true},{"to":"verify"},{"to":"end"},
            {"close":"settled"},{"verdict":"seller"},{"wish":"refund","sum":"59.00"},
            {"option":"refund","sum":5900},{"offer":"10"},{"choose":1,"quote":"好"},
            {"pay":"refund","sum":"59.00","proof":"T1"},{"return_check":["tags=on"]},
            {"points":true},{"ruling":"no"},{"task":"finance","due":"2h"}]"#;
        assert_eq!(told(all), Ok(28));
    }

    #[test]
    fn a_fault_is_told_with_its_line_and_column() {
        for (text, place) in [
            ("", (1, 1)),
            ("{}", (1, 1)),
            ("[", (1, 2)),
            ("[{\"say\":\"a\"}", (1, 13)),
            ("[{\"say\":\"a\"} {\"say\":\"b\"}]", (1, 14)),
            ("[\n  {\"say\":\"照片\"},\n  {\"fact\":\"nope\",\"value\":1}\n]", (3, 3)),
            ("[\n{\"fact\":\"photos\",\"value\":\"yes\"}]", (2, 1)),
            ("[{\"mood\":\"happy\"}]", (1, 2)),
            ("[{\"say\":\"a\",\"mood\":\"calm\"}]", (1, 2)),
            ("[{}]", (1, 2)),
            ("[{\"pay\":\"refund\"}]", (1, 2)),
            ("[{\"pay\":\"gift\",\"sum\":\"1\"}]", (1, 2)),
            ("[{\"verdict\":\"seller\",\"sum\":\"1\"}]", (1, 2)),
            ("[{\"verdict\":\"seller\",\"wish\":\"refund\"}]", (1, 2)),
            ("[{\"sum\":\"1\"}]", (1, 2)),
            ("[{\"say\":\"a\"}] x", (1, 15)),
            ("[{\"to\":\"nowhere\"}]", (1, 2)),
            ("[{\"advance\":false}]", (1, 2)),
            ("[{\"say\":\"a\"},{\"case\":{}}]", (1, 14)),
        ] {
            assert_eq!(told(text), Err(place), "{text}");
        }
        for (text, line) in
            [("[\n{\"sey\":\"a\"}]", 2), ("[{\"say\":\n\n}]", 3), ("[{\"say\":\"\n\"}]", 2)]
        {
            assert_eq!(told(text).map_err(|(line, _)| line), Err(line), "{text}");
        }
    }
}
