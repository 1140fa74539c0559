//! What the buyer wants, in their own words. Where the playbook asks for it as a fact, that is recorded
//! with it: one answer, not two.

use super::{SettlingRefusal, done, known, no_debt};
use crate::desk::{Desk, Refusal};
use crate::domain::{
    CaseState, Event, FactId, FactKind, FactStatus, FactValue, Fen, MessageNo, SettlingDeed, Wish,
};

/// Decides the events of noting the wish.
pub(super) fn note(
    case: &CaseState,
    wish: Wish,
    amount: Option<Fen>,
    quote: &str,
    source: Option<MessageNo>,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    known(case, source)?;
    no_debt(&[amount])?;
    let quote = quote.trim().to_owned();
    if quote.is_empty() && wish != Wish::Unsure {
        return Err(SettlingRefusal::QuoteWanted.into());
    }
    let same = case.settling.wish.as_ref().is_some_and(|noted| {
        (noted.wish, noted.amount, noted.source) == (wish, amount, source) && noted.quote == quote
    });
    if same {
        return Err(Refusal::NothingNew);
    }
    // The wish first: it names the act; what it answers follows from it.
    let noted = SettlingDeed::WishNoted { wish, amount, quote: quote.clone(), source };
    let mut events = done(noted);
    let facts = [
        ("wish", FactKind::Enum, FactValue::Enum(wish.name().to_owned())),
        ("wish_words", FactKind::Text, FactValue::Text(quote)),
    ];
    for (id, kind, value) in facts {
        let fact = FactId::from(id);
        let takes = desk.playbook.fact(&fact).is_some_and(|declared| {
            let named = declared.values.iter().any(|value| value.id == wish.name());
            declared.kind == kind && declared.compute.is_none() && (named || kind == FactKind::Text)
        });
        let known = case.facts.get(&fact).is_some_and(|fact| fact.value == value);
        if takes && !known && value != FactValue::Text(String::new()) {
            events.push(Event::FactRecorded { fact, value, status: FactStatus::Claimed, source });
        }
    }
    Ok(events)
}
