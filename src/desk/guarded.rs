//! The guard before a reply: what must not go out, and what the record says beside it.

use super::refusal::Stopped;
use super::{Desk, Refusal};
use crate::domain::{CaseState, CleanText, FactValue, Fen, Lang};
use crate::guide::{Finding, Known, Record};
use crate::standard::{WordingCategory, WordingLevel};

/// As much of the stopped words as is quoted, in characters.
const QUOTE: usize = 16;

/// What a draft on a case is read beside, but for the conversation.
#[must_use]
pub fn known(case: &CaseState, lang: Lang) -> Known {
    Known {
        lang,
        mood: Some(case.mood),
        buyer: Some(case.buyer.as_str().to_owned()).filter(|name| !name.is_empty()),
        amounts: amounts(case),
        record: Some(record(case)),
    }
}

/// What the record says was done: a payment of the ledger, or a deed that was noted, by its words.
/// Nothing else bears it: a sum among the facts may be what the buyer paid, a waybill the first
/// parcel's. Where the case is not about sending, nobody doubts that it was sent.
fn record(case: &CaseState) -> Record {
    let did = |words: &[&str]| case.sheet.deeds.iter().any(|deed| is_done(&deed.what, words));
    let resent = did(&["补发", "重发", "重新发", "补寄", "resen", "reship", "replacement"]);
    let refunded = did(&["退款", "退了", "打款", "refund"]);
    Record {
        refunded: refunded || case.settling.paid_sum() > Fen(0),
        resent,
        shipped: resent
            || case.issue.as_str() != "shipping"
            || did(&["发货", "发出", "寄出", "shipped", "dispatched"]),
    }
}

/// Whether a deed in these words is one of those, and not that it was refused or is to come.
fn is_done(what: &str, words: &[&str]) -> bool {
    const NOT: [&str; 16] = [
        "没", "未", "不", "拒", "驳回", "待", "等", "申请", "准备", "not ", "n't", "refus",
        "reject", "declin", "pending", "request",
    ];
    let what = what.to_lowercase();
    words.iter().any(|word| what.contains(word)) && !NOT.iter().any(|word| what.contains(word))
}

/// Amounts that are on record. Where only the price is known, no amount can be called wrong: a part
/// of it, a fee, a voucher are amounts too.
fn amounts(case: &CaseState) -> Vec<Fen> {
    let of_facts = case.facts.values().filter_map(|fact| match &fact.value {
        FactValue::Money(fen) => Some(*fen),
        _another_kind => None,
    });
    let settling = &case.settling;
    let settled = settling.options.iter().map(|option| option.give);
    let settled = settled.chain(settling.offers.iter().map(|offer| offer.amount));
    let settled = settled.chain(settling.paid().map(|paid| paid.amount));
    let settled = settled.chain(settling.wish.iter().filter_map(|noted| noted.amount));
    let mut amounts: Vec<Fen> = of_facts.chain(settled.filter(|fen| fen.0 > 0)).collect();
    if !amounts.is_empty() {
        amounts.extend(case.order.as_ref().and_then(|order| order.amount));
    }
    amounts
}

/// Reads what is to go out: the rules that were overruled and why, or the refusal. A statement to the
/// platform may show what a buyer must not see; of that nothing is stopped for good.
pub(super) fn read(
    case: &CaseState,
    text: &CleanText,
    statement: bool,
    overrule: Option<&str>,
    desk: &Desk<'_>,
) -> Result<Option<(Vec<String>, String)>, Refusal> {
    let Some(guard) = desk.guard else { return Ok(None) };
    let known = known(case, desk.lang);
    let found = guard.read(text.as_str(), &known.context(&[]));
    let blocks = found.iter().filter(|finding| finding.level == WordingLevel::Block);
    let stopped: Vec<Stopped> =
        blocks.map(|one| stopped(one, text, statement, desk.lang)).collect();
    if stopped.is_empty() {
        return Ok(None);
    }
    let reason = overrule.map(str::trim).filter(|reason| !reason.is_empty());
    match reason {
        Some(reason) if !stopped.iter().any(|one| one.firm) => {
            let mut rules: Vec<String> = stopped.into_iter().map(|one| one.rule).collect();
            rules.dedup();
            Ok(Some((rules, reason.to_owned())))
        }
        Some(_) | None => Err(Refusal::Guarded(stopped)),
    }
}

fn stopped(finding: &Finding, text: &CleanText, statement: bool, lang: Lang) -> Stopped {
    let words = text.as_str().get(finding.span.clone()).unwrap_or_default();
    let shown = statement && finding.category == WordingCategory::Privacy;
    Stopped {
        rule: finding.rule.clone(),
        words: CleanText::new(&words.chars().take(QUOTE).collect::<String>()).one_line(),
        why: finding.why.get(lang).to_owned(),
        better: finding.rewrite.as_ref().map(|rewrite| rewrite.text.clone()),
        firm: finding.firm && !shown,
    }
}

#[cfg(test)]
mod tests {
    use super::is_done;

    #[test]
    fn what_was_refused_or_is_to_come_is_not_done() {
        for done in ["退款59元", "已退款", "Refunded 12.00"] {
            assert!(is_done(done, &["退款", "refund"]), "{done}");
        }
        for open in
            ["退款申请驳回", "没退款", "申请退款", "Refund refused", "refund pending", "补发"]
        {
            assert!(!is_done(open, &["退款", "refund"]), "{open}");
        }
    }
}
