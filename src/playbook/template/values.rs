//! What names in templates stand for.

use super::super::book::{FactDecl, Playbook, Reply};
use super::super::due::{dependent, spoken};
use super::super::situation::Situation;
use super::{Gap, address, gap_text, names};
use crate::domain::{CleanText, FactKind, FactValue, Lang};
use minijinja::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The names a template uses, with their values in a situation.
pub(super) struct Values<'a> {
    book: &'a Playbook,
    lang: Lang,
    known: Vec<(&'a str, Value)>,
    unknown: Vec<String>,
    filled: BTreeSet<String>,
}

impl<'a> Values<'a> {
    pub(super) fn new(
        book: &'a Playbook,
        reply: &'a Reply,
        situation: &Situation<'_>,
        names: &'a [String],
    ) -> Self {
        let mut known = Vec::with_capacity(names.len());
        let mut unknown = Vec::new();
        for name in names {
            match value(book, reply, situation, name) {
                Some(value) => known.push((name.as_str(), value)),
                // `{% if order %}` asks for the whole group, which is always there.
                None if is_group(name) => {}
                None => unknown.push(name.clone()),
            }
        }
        Self { book, lang: situation.lang, known, unknown, filled: BTreeSet::new() }
    }

    pub(super) fn unknown(&self) -> &[String] {
        &self.unknown
    }

    pub(super) fn fill_all(&mut self) {
        self.filled = self.unknown.iter().cloned().collect();
    }

    pub(super) fn fill(&mut self, name: &str) {
        self.filled.insert(name.to_owned());
    }

    pub(super) fn empty(&mut self, name: &str) {
        self.filled.remove(name);
    }

    pub(super) fn gaps(&self) -> Vec<Gap> {
        let gaps = self.unknown.iter().filter(|name| self.filled.contains(*name));
        gaps.map(|name| self.gap(name)).collect()
    }

    pub(super) fn context(&self) -> Value {
        let filled = self
            .filled
            .iter()
            .map(|name| (name.as_str(), Value::from(gap_text(self.lang, &self.gap(name).label))));
        context(self.known.iter().cloned().chain(filled))
    }

    fn gap(&self, name: &str) -> Gap {
        let fact = self.book.facts.iter().find(|fact| fact.id.as_str() == name);
        let label = match fact {
            Some(fact) => fact.label.get(self.lang).to_owned(),
            None => label(name, self.lang).unwrap_or(name).to_owned(),
        };
        Gap { name: name.to_owned(), label, fact: fact.map(|fact| fact.id.clone()) }
    }
}

/// A context of dotted names: `order.tail` is `tail` in the map `order`.
pub(crate) fn context<'n>(values: impl IntoIterator<Item = (&'n str, Value)>) -> Value {
    let mut groups: BTreeMap<&str, BTreeMap<&str, Value>> =
        names::GROUPS.iter().map(|(group, _)| (*group, BTreeMap::new())).collect();
    groups.insert(names::DUE, BTreeMap::new());
    let mut top: BTreeMap<&str, Value> = BTreeMap::new();
    for (name, value) in values {
        match name.split_once('.') {
            Some((group, key)) => {
                groups.entry(group).or_default().insert(key, value);
            }
            None => {
                top.insert(name, value);
            }
        }
    }
    for (group, keys) in groups {
        top.entry(group).or_insert_with(|| Value::from_pairs(keys));
    }
    Value::from_pairs(top)
}

/// A context in which every name a template may use is known, to try it out.
pub(crate) fn plain(facts: &[(String, FactKind)], promises: &[String]) -> Value {
    let groups = names::GROUPS
        .iter()
        .flat_map(|(group, keys)| keys.iter().map(move |key| format!("{group}.{key}")));
    let dues = promises.iter().map(|id| format!("{}.{id}", names::DUE));
    let texts: Vec<(String, Value)> =
        groups.chain(dues).map(|name| (name, Value::from("x"))).collect();
    let facts = facts.iter().map(|(id, kind)| {
        let value = match kind {
            FactKind::Bool => Value::from(true),
            FactKind::Number => Value::from(1),
            FactKind::List => Value::from(vec!["x"]),
            FactKind::Date => Value::from("2026-11-25"),
            FactKind::Enum | FactKind::Text | FactKind::Money => Value::from("1"),
        };
        (id.as_str(), value)
    });
    context(texts.iter().map(|(name, value)| (name.as_str(), value.clone())).chain(facts))
}

fn value(book: &Playbook, reply: &Reply, situation: &Situation<'_>, name: &str) -> Option<Value> {
    if let Some(fact) = book.facts.iter().find(|fact| fact.id.as_str() == name) {
        let known = book.value(&fact.id, situation)?;
        return Some(match &known {
            FactValue::Bool(yes) => Value::from(*yes),
            FactValue::Number(n) => Value::from(*n),
            FactValue::List(list) => list.iter().map(|text| Value::from(clean(text))).collect(),
            FactValue::Enum(_) | FactValue::Text(_) | FactValue::Money(_) | FactValue::Date(_) => {
                Value::from(said(fact, &known, situation.lang))
            }
        });
    }
    let (group, key) = name.split_once('.')?;
    let order = situation.case.order.as_ref();
    let text = match (group, key) {
        ("order", "no") => clean(order?.no.as_str()),
        ("order", "tail") => clean(&order?.no.tail()),
        ("order", "title") => clean(order?.title.as_deref()?),
        ("order", "amount") => order?.amount?.to_string(),
        ("buyer", "name") => clean(situation.case.buyer.as_str()),
        ("shop", "name") => clean(&situation.shop.name),
        ("shop", "address") => {
            let set = clean(&situation.shop.address);
            let usual = situation.shop.tone.address(situation.lang);
            let address = if set.is_empty() { usual } else { set.as_str() };
            return Some(Value::from(if address.is_empty() { address::NONE } else { address }));
        }
        ("agent", "name") => clean(situation.agent.as_str()),
        (names::DUE, id) => {
            let promise = reply.promises.iter().find(|promise| promise.id == id)?;
            let (due, pending) = book.due_of(promise, situation);
            match promise.after.as_ref().filter(|_| pending).and_then(|fact| book.fact(fact)) {
                Some(after) => {
                    dependent(promise.due, after.label.get(situation.lang), situation.lang)
                }
                None => spoken(due, situation.now, situation.calendar, situation.lang),
            }
        }
        _no_such_name => return None,
    };
    (!text.is_empty()).then(|| Value::from(text))
}

fn is_group(name: &str) -> bool {
    name == names::DUE || names::GROUPS.iter().any(|(group, _)| *group == name)
}

/// A value as a buyer reads it: in its words for the buyer, where it has any.
#[must_use]
pub fn said(fact: &FactDecl, value: &FactValue, lang: Lang) -> String {
    let say = match value {
        FactValue::Enum(id) => fact.choice(id).and_then(|choice| choice.say.as_ref()),
        _another => None,
    };
    let say = say.map(|say| say.get(lang)).filter(|text| !text.is_empty());
    say.map_or_else(|| shown(fact, value, lang), str::to_owned)
}

/// A value as the agent reads it.
#[must_use]
pub fn shown(fact: &FactDecl, value: &FactValue, lang: Lang) -> String {
    match value {
        FactValue::Bool(yes) => yes_no(*yes, lang).to_owned(),
        FactValue::Enum(id) => fact
            .choice(id)
            .map(|choice| choice.text.get(lang))
            .filter(|text| !text.is_empty())
            .map_or_else(|| clean(id), str::to_owned),
        FactValue::List(list) => {
            let texts: Vec<String> = list.iter().map(|text| clean(text)).collect();
            texts.join(comma(lang))
        }
        FactValue::Text(_) | FactValue::Number(_) | FactValue::Money(_) | FactValue::Date(_) => {
            clean(&value.to_string())
        }
    }
}

/// What a buyer or an import wrote never reaches a reply uncleaned.
fn clean(text: &str) -> String {
    CleanText::new(text).one_line()
}

pub(super) const fn yes_no(yes: bool, lang: Lang) -> &'static str {
    match (lang, yes) {
        (Lang::Zh, true) => "是",
        (Lang::Zh, false) => "否",
        (Lang::En, true) => "yes",
        (Lang::En, false) => "no",
    }
}

pub(super) const fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

fn label(name: &str, lang: Lang) -> Option<&'static str> {
    let (zh, en) = match name {
        "order.no" => ("订单号", "order number"),
        "order.tail" => ("订单尾号", "last digits of the order number"),
        "order.title" => ("商品名", "what was bought"),
        "order.amount" => ("实付金额", "amount paid"),
        "buyer.name" => ("买家昵称", "buyer's name"),
        "shop.name" => ("店铺名", "shop name"),
        "shop.address" => ("称呼", "form of address"),
        "agent.name" => ("客服名", "agent's name"),
        _no_group => return None,
    };
    Some(match lang {
        Lang::Zh => zh,
        Lang::En => en,
    })
}
