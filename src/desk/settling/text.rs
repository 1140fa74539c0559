//! The texts of the desk's own making: options, offers, agreements, points. They are the shop's to change
//! before they are sent; what they do is done by their ids.

use super::carried::{OFFER, OPTIONS, RESTATE, SETTLEMENT, amount};
use super::dated::dated;
use super::sheet::{WISH, points};
use super::sorted;
use crate::desk::{Desk, owed};
use crate::domain::{CaseState, FactId, Fen, FreightPayer, Lang, Point, Proposal, Remedy, ReplyId};
use crate::i18n::{BuyerTexts, buyer_texts, fill};

/// The ids of the desk's texts.
pub const TEXTS: [&str; 4] = [RESTATE, OPTIONS, OFFER, SETTLEMENT];

/// The id of an offer of an amount.
#[must_use]
pub fn offer_id(amount: Fen) -> ReplyId {
    ReplyId::new(format!("{OFFER}.{}", amount.0))
}

/// What one of them is called, in the language of replies.
#[must_use]
pub fn carried_title(id: &ReplyId, lang: Lang) -> Option<&'static str> {
    let texts = buyer_texts(lang);
    Some(match id.as_str() {
        RESTATE => texts.title_restate,
        OPTIONS => texts.title_options,
        SETTLEMENT => texts.title_settlement,
        id if id.starts_with(OFFER) => texts.title_offer,
        _word_owed => return owed::title(id, texts),
    })
}

/// The words of one of them as they would be sent now; nothing when there is nothing to say yet.
#[must_use]
pub fn carried_text(id: &ReplyId, case: &CaseState, desk: &Desk<'_>) -> Option<String> {
    let texts = buyer_texts(desk.lang);
    match id.as_str() {
        RESTATE => restated(&points(case, desk.playbook, desk.lang), texts),
        OPTIONS => options(case, desk, texts),
        SETTLEMENT => {
            let line = line(case.settling.agreed()?, case, desk, texts)?;
            Some(fill(texts.settlement, &[("line", &line)]))
        }
        name if name.starts_with(OFFER) => {
            let amount = amount(name, case, desk)?;
            let first = case.settling.offers.is_empty();
            let text = if first { &texts.offer_first } else { &texts.offer_more };
            Some(fill(text, &[("give", &amount)]))
        }
        _word_owed => owed::text(id, case, desk),
    }
}

/// Short enough to be said in one sentence.
const SENTENCE: usize = 3;
const SENTENCE_CHARS: usize = 48;

/// One sentence, or one to nine numbered points, and the two questions.
fn restated(points: &[Point], texts: &BuyerTexts) -> Option<String> {
    let phrased: Vec<String> = points
        .iter()
        .map(|point| match point.fact.as_ref().map(FactId::as_str) {
            None => fill(texts.bought, &[("text", &point.text)]),
            Some(WISH) => fill(texts.wished, &[("text", &point.text)]),
            Some(_) => point.text.clone(),
        })
        .collect();
    let chars: usize = phrased.iter().map(|text| text.chars().count()).sum();
    if phrased.is_empty() {
        return None;
    }
    if phrased.len() <= SENTENCE && chars <= SENTENCE_CHARS {
        return Some(fill(texts.one_sentence, &[("list", &phrased.join(texts.sentence_mark))]));
    }
    let head = fill(texts.points_head, &[("n", &numeral(phrased.len(), texts))]);
    Some(format!("{head}\n{}\n{}", numbered(&phrased), texts.points_end))
}

fn numbered(lines: &[String]) -> String {
    let lines: Vec<String> =
        (1..).zip(lines).map(|(no, text): (u32, _)| format!("{no}. {text}")).collect();
    lines.join("\n")
}

/// A small number as it is said.
fn numeral(count: usize, texts: &BuyerTexts) -> String {
    let spoken = texts.numerals.split(' ').nth(count.saturating_sub(1));
    spoken.map_or_else(|| count.to_string(), str::to_owned)
}

/// What an option comes to, in a few words.
pub(super) fn what(option: &Proposal, lang: Lang) -> String {
    let own = option.text.trim().trim_end_matches(['。', '.']);
    if !own.is_empty() {
        return own.to_owned();
    }
    let texts = buyer_texts(lang);
    let text = match option.remedy {
        Remedy::Apology => &texts.apology,
        Remedy::Explanation => &texts.explanation,
        Remedy::Improve => &texts.improve,
        Remedy::Refund => &texts.refund,
        Remedy::Return => &texts.r#return,
        Remedy::Exchange => &texts.exchange,
        Remedy::Resend => &texts.resend,
        Remedy::Repair => &texts.repair,
        Remedy::Compensate => &texts.compensate,
        Remedy::Coupon => &texts.coupon,
    };
    let what = fill(text, &[("give", &option.give)]);
    match option.steps.trim() {
        "" => what,
        steps => fill(texts.with_steps, &[("what", &what), ("steps", &steps)]),
    }
}

/// An option in one line: what, who pays the freight, by when, on what condition.
fn line(
    option: &Proposal,
    case: &CaseState,
    desk: &Desk<'_>,
    texts: &BuyerTexts,
) -> Option<String> {
    let dated = dated(option, case, desk).ok()?;
    let date = dated.words;
    let freight = match option.payer {
        FreightPayer::Shop => &texts.freight_shop,
        FreightPayer::Buyer => &texts.freight_buyer,
        FreightPayer::None => &texts.freight_none,
    };
    let what = what(option, desk.lang);
    let line = if dated.pending { texts.line_after } else { texts.line };
    let line = fill(line, &[("what", &what), ("freight", freight), ("date", &date)]);
    Some(match option.condition.trim() {
        "" => line,
        on => fill(texts.with_condition, &[("line", &line), ("condition", &on)]),
    })
}

fn options(case: &CaseState, desk: &Desk<'_>, texts: &BuyerTexts) -> Option<String> {
    let lines: Vec<String> =
        sorted(case).into_iter().filter_map(|option| line(option, case, desk, texts)).collect();
    match lines.as_slice() {
        [] => None,
        [only] => Some(fill(texts.one_option, &[("line", only)])),
        many => {
            let head = fill(texts.options_head, &[("n", &numeral(many.len(), texts))]);
            Some(format!("{head}\n{}\n{}", numbered(many), texts.options_end))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn playbooks_know_the_desks_texts_by_these_names() {
        assert_eq!(TEXTS, crate::playbook::OWN_REPLIES);
    }
}
