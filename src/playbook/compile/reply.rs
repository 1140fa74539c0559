//! A reply as written to one that can be rendered.

use super::super::book::{PromiseRule, Reply, ReplyKind, Tones};
use super::super::due::DueRule;
use super::super::fact_type::typed;
use super::super::merge::Merged;
use super::super::schema::{RawPromise, RawReply, RawWords};
use super::super::template::Template;
use super::step::facts;
use super::{condition, texts};
use crate::domain::{CheckId, FactId, ReplyId};

/// When a promise without a date is looked at again: 15 days.
const WITHIN: DueRule = DueRule::Wall(15 * 24 * 60);

pub(super) fn reply(reply: &RawReply, merged: &Merged) -> Option<Reply> {
    let sets = reply.sets.iter().filter_map(|set| {
        let fact = merged.book.facts.iter().find(|fact| fact.id.value == set.fact.value)?;
        let value = typed(fact.kind.value, &set.value.value)?;
        Some((FactId::new(set.fact.value.clone()), value))
    });
    let template = |words: &RawWords| Template::new(words.words());
    Some(Reply {
        id: ReplyId::new(reply.id.value.clone()),
        kind: ReplyKind::from_name(reply.kind.as_str())?,
        title: reply.title.words(),
        when: condition(reply.when.as_ref()),
        text: template(&reply.text),
        wordings: reply.wordings.iter().map(template).collect(),
        fallback: reply.fallback.as_ref().map(template),
        tones: Tones {
            polite: reply.polite.as_ref().map(template),
            plain: reply.plain.as_ref().map(template),
        },
        attach: texts(&reply.attach),
        done: reply.done.iter().map(|check| CheckId::new(check.value.clone())).collect(),
        sets: sets.collect(),
        promises: reply.promises.iter().filter_map(promise).collect(),
        asks: reply.asks.as_ref().map(|asks| facts(Some(asks))),
    })
}

fn promise(promise: &RawPromise) -> Option<PromiseRule> {
    let (due, after) = promise.parts();
    let within = promise.within.as_ref().and_then(|within| DueRule::parse(within.as_str()));
    Some(PromiseRule {
        id: promise.id.value.clone(),
        what: promise.what.words(),
        due: DueRule::parse(due)?,
        after: after.map(FactId::from),
        within: within.unwrap_or(WITHIN),
    })
}
