//! The points that are said back to the buyer, and what the buyer says to them.

use super::{SettlingRefusal, done};
use crate::desk::{Desk, Refusal};
use crate::domain::{
    CaseState, Event, Fact, FactId, FactStatus, FactValue, Lang, MessageNo, Point, PointAnswer,
    SettlingDeed,
};
use crate::playbook::{FactDecl, Playbook, value_said};

/// As many points as one message can hold.
const MOST: usize = 9;

/// The points of a case: what was bought, what the buyer told, what they want. What we found or judged
/// ourselves is not the buyer's to confirm, and stays with us.
#[must_use]
pub fn points(case: &CaseState, playbook: &Playbook, lang: Lang) -> Vec<Point> {
    let mut points = Vec::new();
    if let Some(title) = case.order.as_ref().and_then(|order| order.title.as_ref()) {
        points.push(Point { text: title.clone(), fact: None, answer: None });
    }
    let mut told: Vec<(Option<MessageNo>, Point)> = Vec::new();
    for declared in &playbook.facts {
        let Some(fact) =
            case.facts.get(&declared.id).filter(|fact| of_buyer(case, &declared.id, fact))
        else {
            continue;
        };
        let text = said(declared, &fact.value, lang);
        let point = Point { text, fact: Some(declared.id.clone()), answer: None };
        told.push((fact.source, point));
    }
    // In the order it was told; what has no place in the conversation last.
    told.sort_by_key(|(source, _)| source.unwrap_or(MessageNo(u32::MAX)));
    points.extend(told.into_iter().map(|(_, point)| point));
    let wish = case.settling.wish.as_ref().filter(|wish| !wish.quote.is_empty());
    points.truncate(if wish.is_some() { MOST - 1 } else { MOST });
    points.extend(wish.map(|wish| Point {
        text: wish.quote.clone(),
        fact: Some(FactId::from(WISH)),
        answer: None,
    }));
    points
}

/// The fact of the wish: said in the buyer's words, once.
pub(super) const WISH: &str = "wish";

/// What one of our own replies has said or set is not the buyer's.
fn of_buyer(case: &CaseState, id: &FactId, fact: &Fact) -> bool {
    let wish = matches!(id.as_str(), WISH | "wish_words");
    let ours = |no: MessageNo| case.sent.iter().any(|sent| sent.no == no);
    !wish && fact.source.map_or(fact.status == FactStatus::Claimed, |no| !ours(no))
}

fn said(declared: &FactDecl, value: &FactValue, lang: Lang) -> String {
    let label = declared.label.get(lang);
    let colon = match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    let value = value_said(declared, value, lang);
    format!("{label}{colon}{value}")
}

/// Decides the events of the buyer's answer to a point said back last. A correction is the fact as it is
/// now; how it was before stays in its history.
pub(super) fn answer(
    case: &CaseState,
    point: u32,
    answer: PointAnswer,
    value: Option<FactValue>,
    desk: &Desk<'_>,
) -> Result<Vec<Event>, Refusal> {
    let no_such = || SettlingRefusal::NoSuchPoint(point);
    let last = case.settling.restated.last().ok_or_else(no_such)?;
    let place = usize::try_from(point).ok().and_then(|place| place.checked_sub(1));
    let said = place.and_then(|place| last.points.get(place)).ok_or_else(no_such)?;
    let mut events = Vec::new();
    match (answer, value, &said.fact) {
        (PointAnswer::Confirmed, _, _) => {
            if said.answer == Some(answer) {
                return Err(Refusal::NothingNew);
            }
        }
        (PointAnswer::Corrected, Some(value), Some(fact)) if fact.as_str() != WISH => {
            let source = Some(case.tally.last_no).filter(|no| no.0 > 0);
            let status = FactStatus::Claimed;
            let fact = fact.clone();
            events.extend(crate::desk::record::record(case, fact, value, status, source, desk)?);
        }
        // What was bought and what is wished are corrected where they are noted.
        (PointAnswer::Corrected, None, Some(fact)) if fact.as_str() != WISH => {
            return Err(SettlingRefusal::QuoteWanted.into());
        }
        (PointAnswer::Corrected, _, _) => {}
    }
    let message = last.message;
    events.extend(done(SettlingDeed::PointAnswered { message, point, answer }));
    Ok(events)
}
