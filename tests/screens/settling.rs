//! Every window and form between the facts and the settlement: fact sheet and points, verdict, wish and
//! options, money, the look at a return.

use super::language::{form, over, settled};
use redress::app::{
    Board, BoardKind, DeskList, DeskRow, FormInput, FormKind, Model, OptionsList, Overlay,
    PointsList,
};
use redress::domain::{
    AgentName, Approval, ApprovalNo, Fen, Lang, Mark, MessageNo, Offer, Paid, PaidWhat, PaymentNo,
    Proposal, ProposalNo, ProposalsOffered, Ruling,
};

/// Each window by its name.
pub(crate) fn states(lang: Lang) -> Vec<(&'static str, Model)> {
    let zh = lang == Lang::Zh;
    let pick = |a: &str, b: &str| if zh { a.to_owned() } else { b.to_owned() };
    let source = Some(MessageNo(1));
    let model = || settled(lang);
    let mut waiting = model();
    let state = &mut waiting.open.as_mut().unwrap().state;
    state.settling.approvals = vec![asked(8_000, None)];
    state.settling.payments = vec![paid(&pick("流水号 8842", "serial 8842"))];
    state.settling.offers = vec![Offer { amount: Fen(1_000), message: MessageNo(3) }];
    state.settling.marks.insert((Mark::Occurrence, MessageNo(1)));
    let (_, mut wrong) = form(model(), "", FormKind::Pay);
    if let Some(Overlay::Form(form)) = wrong.overlays.last_mut() {
        form.complaint =
            Some(pick("这笔付过了：10.00 元", "The same was paid already: 10.00 yuan"));
        form.selected = 2;
    }
    let (_, mut cut) = form(model(), "", FormKind::Return);
    if let Some(Overlay::Form(form)) = cut.overlays.last_mut() {
        for (row, value) in [(0, 3), (1, 1), (2, 1), (7, 0)] {
            let FormInput::Choice { chosen, .. } = &mut form.rows[row].input else { continue };
            *chosen = Some(value);
        }
        form.selected = 1;
    }
    let struck = || {
        let mut model = model();
        let mut other = paid(&pick("重复", "noted twice"));
        (other.no, other.void) = (PaymentNo(2), Some(pick("记重了", "noted twice")));
        model.open.as_mut().unwrap().state.settling.payments = vec![paid("8842"), other];
        model
    };
    let changed = || {
        let mut model = model();
        let settling = &mut model.open.as_mut().unwrap().state.settling;
        settling.chosen = None;
        let nos: Vec<ProposalNo> = settling.feasible().map(|option| option.no).collect();
        settling.offered =
            vec![ProposalsOffered { message: MessageNo(3), nos, reason: String::new() }];
        let first = settling.options.iter().find(|option| option.is_feasible()).unwrap();
        let told = Proposal { give: Fen(500), ..first.clone() };
        settling.told = vec![(MessageNo(3), told)];
        model
    };
    vec![
        // 1: the sheet and the points said back.
        over("history", model(), Overlay::History("price".into())),
        over("points", model(), Overlay::Points(PointsList { selected: 1 })),
        form(model(), "answer", FormKind::Answer(2)),
        form(model(), "mark", FormKind::Mark(MessageNo(1))),
        // 2: the verdict.
        form(model(), "verdict", FormKind::Verdict),
        // 3: wish, options, agreement.
        form(model(), "wish", FormKind::Wish(source)),
        over("options", model(), Overlay::Options(OptionsList { selected: 1 })),
        form(model(), "option", FormKind::Option(ProposalNo(0))),
        form(model(), "option-known", FormKind::Option(ProposalNo(3))),
        form(model(), "only", FormKind::Only),
        form(model(), "choose", FormKind::Choose(ProposalNo(2), source)),
        // 4: money.
        form(model(), "money", FormKind::Money),
        form(model(), "ask", FormKind::Ask),
        form(waiting, "rule", FormKind::Rule),
        form(model(), "pay", FormKind::Pay),
        ("pay-twice", wrong),
        over(
            "payments",
            struck(),
            Overlay::Board(Board { kind: BoardKind::Payments, selected: 1 }),
        ),
        form(struck(), "void", FormKind::Void(PaymentNo(1))),
        over("options-changed", changed(), Overlay::Options(OptionsList { selected: 0 })),
        // 5: the look at a return.
        form(model(), "return", FormKind::Return),
        ("return-cut", cut),
        // And the list of them all.
        over("desk", model(), Overlay::Desk(DeskList { selected: 4 })),
    ]
}

fn ruling(granted: Option<i64>) -> Ruling {
    let (by, words, at) = ("王店长".into(), String::new(), super::fixture::now());
    Ruling { granted: granted.map(Fen), by, words, at }
}

fn asked(amount: i64, ruling: Option<Ruling>) -> Approval {
    Approval {
        no: ApprovalNo(1),
        amount: Fen(amount),
        role: "lead".into(),
        reason: String::new(),
        asked_at: super::fixture::now(),
        asked_by: AgentName::new("小林"),
        ruling,
    }
}

fn paid(proof: &str) -> Paid {
    Paid {
        no: PaymentNo(1),
        order: None,
        what: PaidWhat::Compensation,
        amount: Fen(1_000),
        proof: proof.into(),
        at: super::fixture::now(),
        by: AgentName::new("小林"),
        void: None,
    }
}

#[test]
fn approval_is_ticked_when_it_is_granted_or_nobody_needs_to_be_asked() {
    let row = |change: &dyn Fn(&mut redress::domain::Settling)| {
        let mut model = settled(Lang::En);
        change(&mut model.open.as_mut().unwrap().state.settling);
        model.desk_row(DeskRow::Approval)
    };
    let clear = |settling: &mut redress::domain::Settling| {
        settling.options.clear();
        settling.offers.clear();
        settling.wish = None;
    };
    assert_eq!(row(&|_| ()), ("not needed: ¥20.00 is within your limit of ¥50.00".into(), true));
    assert_eq!(
        row(&clear),
        ("you may decide up to ¥50.00".into(), false),
        "nothing is on the table yet"
    );
    let high = |settling: &mut redress::domain::Settling| {
        settling.wish.as_mut().unwrap().amount = Some(Fen(8_000));
    };
    assert_eq!(row(&high), ("needed: ¥80.00 is above your limit of ¥50.00".into(), false));
    let ruled = |ruling: Option<Ruling>| {
        row(&move |settling| {
            high(settling);
            settling.approvals = vec![asked(8_000, ruling.clone())];
        })
    };
    assert_eq!(ruled(None), ("¥80.00 waits for a decision".into(), false));
    assert_eq!(ruled(Some(ruling(Some(8_000)))), ("¥80.00 granted".into(), true));
    let refused = ("refused: ¥80.00 is above your limit of ¥50.00".into(), false);
    assert_eq!(ruled(Some(ruling(None))), refused);
    let half = ("needed: ¥80.00 is above your limit of ¥60.00".into(), false);
    assert_eq!(ruled(Some(ruling(Some(6_000)))), half, "half of it was granted");
}

#[test]
fn a_tool_begun_is_not_ticked_before_it_is_whole() {
    let row = |row| settled(Lang::En).desk_row(row);
    assert_eq!(row(DeskRow::Return), ("6 still open".into(), false));
    assert!(!row(DeskRow::Restate).1, "one of two points is answered");
    assert!(row(DeskRow::Options).1);
    assert_eq!(row(DeskRow::Pay), ("nothing yet".into(), false));
}
