//! Before goods come back: what they look like, who pays the freight, and what the law says to a shop
//! that would refuse.

use super::done;
use super::options::is_unsaid;
use crate::desk::Refusal;
use crate::domain::{
    CaseState, Event, FreightPayer, Proposal, ReturnCheck, ReturnReason, SettlingDeed, Tags,
    Verdict, Worn,
};

/// Something to be known before one says yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    /// Opening and looking at it is no reason to refuse; the rules that say so are cited with it.
    OpenedIsNoReason,
    /// It was worn or used: no return without a reason, unless it is defective.
    UsedWithoutReason,
    /// With a defect, cut tags do not matter.
    TagsDoNotMatter,
    /// Tags are cut and nothing is wrong: agree on who pays before anything is sent back.
    TagsCut,
    /// What it came with does not come back: the price stated beforehand may be kept.
    GiftKept,
    /// The freight was put on the side that does not owe it.
    FreightOtherwise(FreightPayer),
}

impl Flag {
    /// The rules it rests on.
    #[must_use]
    pub const fn basis(self) -> &'static [&'static str] {
        match self {
            Self::OpenedIsNoReason => &["cn.cplr.19", "cn.cpl.25"],
            Self::UsedWithoutReason => &["cn.cpl.25"],
            Self::TagsDoNotMatter => &["cn.cpl.24"],
            Self::TagsCut => &["tb.disp.49"],
            Self::GiftKept => &["cn.7d.12"],
            Self::FreightOtherwise(_) => &["cn.cpl.24", "cn.cpl.25"],
        }
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OpenedIsNoReason => "opened-is-no-reason",
            Self::UsedWithoutReason => "used-without-reason",
            Self::TagsDoNotMatter => "tags-do-not-matter",
            Self::TagsCut => "tags-cut",
            Self::GiftKept => "gift-kept",
            Self::FreightOtherwise(_) => "freight-otherwise",
        }
    }
}

/// Decides the event of noting what is known of a return.
pub(super) fn check(case: &CaseState, more: ReturnCheck) -> Result<Vec<Event>, Refusal> {
    let check = case.settling.returning.with(more);
    if check == case.settling.returning {
        return Err(Refusal::NothingNew);
    }
    let mut events = done(SettlingDeed::ReturnChecked { check });
    // An option that has not said yet who pays for sending it back says it now.
    let freight = check.freight.filter(|_| check.freight != case.settling.returning.freight);
    if let Some(payer) = freight.filter(|payer| *payer != FreightPayer::None) {
        let open = case.settling.feasible().filter(|option| {
            option.remedy.takes_goods_back()
                && is_unsaid(option)
                && !case.settling.was_offered(option.no)
        });
        events.extend(open.map(|option| Event::Settling {
            deed: SettlingDeed::OptionPut { option: Proposal { payer, ..option.clone() } },
        }));
    }
    Ok(events)
}

/// Whether the shop answers for the return by its reason or the verdict.
fn ours(check: ReturnCheck, verdict: Option<Verdict>) -> Option<bool> {
    let by_verdict = matches!(verdict, Some(Verdict::Seller | Verdict::Logistics));
    let reason = check.reason?;
    Some(by_verdict || matches!(reason, ReturnReason::Defect | ReturnReason::NotAsShown))
}

/// Who pays the freight back where nothing else was agreed: the shop for what it answers for, the buyer
/// for what merely does not suit. Nothing before the reason is known.
#[must_use]
pub fn payer(check: ReturnCheck, verdict: Option<Verdict>) -> Option<FreightPayer> {
    let ours = ours(check, verdict)?;
    Some(if ours { FreightPayer::Shop } else { FreightPayer::Buyer })
}

/// What is to be known before one says yes or no.
#[must_use]
pub fn flags(check: ReturnCheck, verdict: Option<Verdict>) -> Vec<Flag> {
    let mut flags = Vec::new();
    let ours = ours(check, verdict);
    if check.worn == Some(Worn::Inspected) {
        flags.push(Flag::OpenedIsNoReason);
    }
    if check.worn == Some(Worn::Used) && ours == Some(false) {
        flags.push(Flag::UsedWithoutReason);
    }
    if check.tags == Some(Tags::Cut) {
        match ours {
            Some(true) => flags.push(Flag::TagsDoNotMatter),
            Some(false) => flags.push(Flag::TagsCut),
            None => {}
        }
    }
    if check.gift == Some(crate::domain::Gift::Kept) {
        flags.push(Flag::GiftKept);
    }
    if let (Some(said), Some(owed)) = (check.freight, payer(check, verdict))
        && said != owed
        && said != FreightPayer::None
        && owed == FreightPayer::Shop
    {
        flags.push(Flag::FreightOtherwise(owed));
    }
    flags
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pieces: &[(&str, &str)]) -> ReturnCheck {
        pieces.iter().fold(ReturnCheck::default(), |check, (piece, value)| {
            check.with(ReturnCheck::of(piece, value).unwrap())
        })
    }

    #[test]
    fn opened_to_look_is_told_from_worn() {
        let seen = of(&[("reason", "no-reason"), ("worn", "inspected")]);
        assert_eq!(flags(seen, None), [Flag::OpenedIsNoReason]);
        let used = of(&[("reason", "no-reason"), ("worn", "used")]);
        assert_eq!(flags(used, None), [Flag::UsedWithoutReason]);
        let broken = of(&[("reason", "defect"), ("worn", "used")]);
        assert_eq!(flags(broken, None), [], "a defect shows in use");
    }

    #[test]
    fn the_reason_decides_who_pays_the_freight_and_the_verdict_may_turn_it() {
        for (reason, verdict, pays) in [
            ("defect", None, FreightPayer::Shop),
            ("not-as-shown", None, FreightPayer::Shop),
            ("no-reason", None, FreightPayer::Buyer),
            ("does-not-suit", None, FreightPayer::Buyer),
            ("does-not-suit", Some(Verdict::Seller), FreightPayer::Shop),
            ("no-reason", Some(Verdict::Buyer), FreightPayer::Buyer),
        ] {
            assert_eq!(payer(of(&[("reason", reason)]), verdict), Some(pays), "{reason}");
        }
        assert_eq!(payer(ReturnCheck::default(), None), None);
        let wrong = of(&[("reason", "defect"), ("freight", "buyer")]);
        assert_eq!(flags(wrong, None), [Flag::FreightOtherwise(FreightPayer::Shop)]);
    }

    #[test]
    fn cut_tags_matter_only_where_nothing_is_wrong() {
        let cut = |reason| of(&[("reason", reason), ("tags", "cut")]);
        assert_eq!(flags(cut("does-not-suit"), None), [Flag::TagsCut]);
        assert_eq!(flags(cut("defect"), None), [Flag::TagsDoNotMatter]);
    }

    #[test]
    fn every_rule_a_flag_rests_on_is_on_the_shelf() {
        let shelf = crate::standard::Standards::shipped();
        for flag in [
            Flag::OpenedIsNoReason,
            Flag::UsedWithoutReason,
            Flag::TagsDoNotMatter,
            Flag::TagsCut,
            Flag::GiftKept,
            Flag::FreightOtherwise(FreightPayer::Shop),
        ] {
            assert!(flag.basis().iter().all(|id| shelf.get(id).is_some()), "{}", flag.name());
        }
    }
}
