//! Settling in the screen's language: names, one sentence for each deed, why an act was refused.

use crate::app::settling::{DeskRow, FormKind, Unfit};
use crate::desk::{Desk, Flag, SettlingRefusal};
use crate::domain::{
    Approval, CaseState, Fen, FreightPayer, Mark, PaidWhat, PointAnswer, Proposal, Remedy,
    SettlingDeed, Verdict, Wish,
};
use crate::i18n::{Named, SettlingTexts, Strings, fill};

/// A word by its name; the name itself where there is none.
fn of<'a>(named: &Named, name: &'a str) -> &'a str {
    named.get(name).unwrap_or(name)
}

/// Who answers for it.
#[must_use]
pub fn verdict(strings: &Strings, verdict: Verdict) -> &str {
    of(&strings.settling.verdict, verdict.name())
}

/// What the buyer wants.
#[must_use]
pub fn wish(strings: &Strings, wish: Wish) -> &str {
    of(&strings.settling.wish, wish.name())
}

/// What an option comes to.
#[must_use]
pub fn remedy(strings: &Strings, remedy: Remedy) -> &str {
    of(&strings.settling.remedy, remedy.name())
}

/// Who pays the freight.
#[must_use]
pub fn payer(strings: &Strings, payer: FreightPayer) -> &str {
    of(&strings.settling.payer, payer.name())
}

/// An option in a few words: its number, what it is, the money, who pays the freight.
#[must_use]
pub fn option(strings: &Strings, option: &Proposal) -> String {
    let mut text = format!("{} {}", option.no, remedy(strings, option.remedy));
    if option.give.0 > 0 {
        text = format!("{text} ¥{}", option.give);
    }
    if option.payer != FreightPayer::None {
        text = format!("{text} · {}", payer(strings, option.payer));
    }
    if option.text.is_empty() { text } else { format!("{text} · {}", option.text) }
}

/// A request for more than the own limit, in a few words.
#[must_use]
pub fn asked(strings: &Strings, asked: &Approval) -> String {
    let text = fill(strings.settling.say.approval_waits, &[("amount", &asked.amount)]);
    if asked.reason.is_empty() { text } else { format!("{text} · {}", asked.reason) }
}

/// What a payment was for.
#[must_use]
pub fn paid_what(strings: &Strings, what: PaidWhat) -> &str {
    of(&strings.settling.paid, what.name())
}

/// A place in the conversation.
#[must_use]
pub fn mark(strings: &Strings, mark: Mark) -> &str {
    of(&strings.settling.mark, mark.name())
}

/// A piece of a return.
#[must_use]
pub fn piece<'a>(strings: &'a Strings, piece: &'a str) -> &'a str {
    of(&strings.settling.piece, piece)
}

/// What a piece of a return can be.
#[must_use]
pub fn piece_value(strings: &Strings, piece: &str, value: &str) -> String {
    let name = format!("{piece}-{value}");
    of(&strings.settling.value, &name).to_owned()
}

/// What is to be known before one says yes or no to a return, with the rules it rests on.
#[must_use]
pub fn flag(strings: &Strings, flag: Flag) -> String {
    let text = of(&strings.settling.flag, flag.name());
    let text = match flag {
        Flag::FreightOtherwise(owed) => fill(text, &[("payer", &payer(strings, owed))]),
        _another => text.to_owned(),
    };
    format!("{text} ({})", flag.basis().join(", "))
}

/// What happened, in one sentence.
pub(super) fn settled(strings: &Strings, deed: &SettlingDeed) -> String {
    let texts: &SettlingTexts = &strings.settling;
    let text = of(&texts.event, deed.kind());
    match deed {
        SettlingDeed::VerdictGiven { verdict: Some(given), reason, .. } => {
            fill(text, &[("verdict", &verdict(strings, *given)), ("reason", reason)])
        }
        SettlingDeed::VerdictGiven { verdict: None, .. } => {
            of(&texts.event, "verdict-taken-back").to_owned()
        }
        SettlingDeed::WishNoted { wish: noted, quote, .. } => {
            fill(text, &[("wish", &wish(strings, *noted)), ("quote", quote)])
        }
        SettlingDeed::OptionPut { option } => {
            fill(text, &[("n", &option.no), ("remedy", &remedy(strings, option.remedy))])
        }
        SettlingDeed::OptionDropped { no } => fill(text, &[("n", no)]),
        SettlingDeed::OnlyOption { reason } | SettlingDeed::PaymentVoided { reason, .. } => {
            fill(text, &[("reason", reason)])
        }
        SettlingDeed::OptionsOffered { offered } => fill(text, &[("n", &offered.nos.len())]),
        SettlingDeed::OptionChosen { chosen } => {
            fill(text, &[("n", &chosen.no), ("quote", &chosen.quote)])
        }
        SettlingDeed::SettlementSaid { .. }
        | SettlingDeed::MoneyReckoned { .. }
        | SettlingDeed::ReturnChecked { .. } => text.to_owned(),
        SettlingDeed::ExposureReckoned { worst: Some(worst) } => fill(text, &[("amount", worst)]),
        SettlingDeed::ExposureReckoned { worst: None } => {
            of(&texts.event, "exposure-unknown").to_owned()
        }
        SettlingDeed::OfferMade { offer } => fill(text, &[("amount", &offer.amount)]),
        SettlingDeed::ApprovalAsked { approval } => {
            fill(text, &[("amount", &approval.amount), ("role", &approval.role)])
        }
        SettlingDeed::ApprovalDecided { ruling, .. } => {
            if let Some(amount) = ruling.granted {
                fill(text, &[("amount", &amount), ("by", &ruling.by)])
            } else {
                let text = of(&texts.event, "approval-refused");
                fill(text, &[("by", &ruling.by), ("words", &ruling.words)])
            }
        }
        SettlingDeed::PaymentNoted { payment } => {
            let what = paid_what(strings, payment.what);
            let values: [(&str, &dyn std::fmt::Display); 3] =
                [("what", &what), ("amount", &payment.amount), ("proof", &payment.proof)];
            fill(text, &values)
        }
        SettlingDeed::MessageMarked { mark: as_what, no, on } => {
            let text = if *on { text } else { of(&texts.event, "message-unmarked") };
            fill(text, &[("n", no), ("mark", &mark(strings, *as_what))])
        }
        SettlingDeed::PointsRestated { points, .. } => fill(text, &[("n", &points.len())]),
        SettlingDeed::PointAnswered { point, answer, .. } => {
            let text = match answer {
                PointAnswer::Confirmed => text,
                PointAnswer::Corrected => of(&texts.event, "point-corrected"),
            };
            fill(text, &[("n", point)])
        }
    }
}

/// Why an act was refused.
pub(super) fn refused(strings: &Strings, why: &SettlingRefusal) -> String {
    let texts = &strings.settling;
    let text = of(&texts.refusal, why.name());
    let amount = |amount: &Fen| fill(text, &[("amount", amount)]);
    match why {
        SettlingRefusal::Blames(words) => fill(text, &[("words", words)]),
        SettlingRefusal::FreightDiffers { no, option, looked } => {
            let (option, looked) = (payer(strings, *option), payer(strings, *looked));
            let values: [(&str, &dyn std::fmt::Display); 3] =
                [("n", no), ("option", &option), ("looked", &looked)];
            fill(text, &values)
        }
        SettlingRefusal::TwoWanted(n) => fill(text, &[("n", n)]),
        SettlingRefusal::NoSuchOption(no)
        | SettlingRefusal::NotFeasible(no)
        | SettlingRefusal::ChosenAlready(no)
        | SettlingRefusal::NotOffered(no) => fill(text, &[("n", no)]),
        SettlingRefusal::ReturnUnchecked(open) => {
            let names: Vec<&str> = open.iter().map(|name| piece(strings, name)).collect();
            fill(text, &[("list", &names.join(strings.refusal.list_mark))])
        }
        SettlingRefusal::OfferDown { last: sum }
        | SettlingRefusal::ApprovalWaits(sum)
        | SettlingRefusal::VerdictFirst(sum)
        | SettlingRefusal::AboveOrder(sum)
        | SettlingRefusal::PaidAlready { amount: sum, case: None } => amount(sum),
        SettlingRefusal::AboveLimit { limit, role } => {
            fill(text, &[("amount", limit), ("role", role)])
        }
        SettlingRefusal::MayNot { role, up_to } => fill(text, &[("amount", up_to), ("role", role)]),
        SettlingRefusal::PaidAlready { amount: paid, case: Some(case) } => {
            let text = of(&texts.refusal, "paid-in-another-case");
            fill(text, &[("amount", paid), ("case", case)])
        }
        SettlingRefusal::NoSuchPayment(no) => fill(text, &[("n", no)]),
        SettlingRefusal::NoSuchPoint(no) => fill(text, &[("n", no)]),
        SettlingRefusal::BadDue(due) => fill(text, &[("due", due)]),
        SettlingRefusal::FactFirst
        | SettlingRefusal::OwnFaultsFirst
        | SettlingRefusal::WishFirst
        | SettlingRefusal::QuoteWanted
        | SettlingRefusal::SumWanted
        | SettlingRefusal::NoApproval
        | SettlingRefusal::NothingAsked
        | SettlingRefusal::ChooseFirst
        | SettlingRefusal::NothingToSay
        | SettlingRefusal::BadAmount
        | SettlingRefusal::FiguresWanted => text.to_owned(),
    }
}

/// Why a form cannot be taken as it stands.
pub(in crate::app) fn unfit(strings: &Strings, kind: FormKind, why: Unfit) -> String {
    let texts = &strings.settling;
    let (text, name) = match why {
        Unfit::Amount(name) => (&texts.say.not_an_amount, name),
        Unfit::Choice(name) => (&texts.say.not_chosen, name),
    };
    fill(text, &[("field", &field(strings, kind, name))])
}

/// What a field of a form is called.
#[must_use]
pub fn field<'a>(strings: &'a Strings, kind: FormKind, name: &'a str) -> &'a str {
    if kind == FormKind::Return {
        return piece(strings, name);
    }
    strings.settling.field.get(name).unwrap_or_else(|| piece(strings, name))
}

/// A choice of a form as it is shown.
#[must_use]
pub fn form_choice(strings: &Strings, field: &str, name: &str) -> String {
    let texts = &strings.settling;
    let named = match field {
        "verdict" => &texts.verdict,
        "wish" => &texts.wish,
        "remedy" => &texts.remedy,
        "payer" => &texts.payer,
        "what" => &texts.paid,
        "mark" => &texts.mark,
        "answer" => &texts.answer,
        piece => return piece_value(strings, piece, name),
    };
    of(named, name).to_owned()
}

/// Where a tool of the desk stands, in a few words; nothing while there is nothing in it.
#[must_use]
pub fn desk_row(
    row: DeskRow,
    case: &CaseState,
    desk: &Desk<'_>,
    strings: &Strings,
) -> Option<String> {
    crate::app::settling::stands(row, case, desk, strings)
}
