//! The desk's tools in a played case: the same acts a person does by key.

use crate::desk::{Command, Desk, Handover, Reply, Settle, carried_text, offer_id};
use crate::domain::{
    CaseState, Fen, Lang, PointAnswer, Proposal, ProposalNo, RawText, Reckoning, ReplyId, SendWay,
    TaskNo,
};
use crate::playbook::ToolDeed;

/// The acts a deed with a tool comes to; several where every point is answered.
#[must_use]
pub fn tool_acts(deed: &ToolDeed, case: &CaseState, desk: &Desk<'_>) -> Vec<Command> {
    let word = || match desk.lang {
        Lang::Zh => "演练".to_owned(),
        Lang::En => "rehearsed".to_owned(),
    };
    let settle = match deed.clone() {
        ToolDeed::Verdict { verdict, own_faults } => {
            Settle::Verdict { verdict, reason: word(), own_faults }
        }
        ToolDeed::Wish { wish, sum, quote } => {
            Settle::Wish { wish, amount: sum, quote, source: None }
        }
        ToolDeed::Option { remedy, sum, freight, payer, due } => Settle::Put(Proposal {
            no: ProposalNo(0),
            remedy,
            give: sum,
            cost: Fen(0),
            freight,
            payer,
            steps: String::new(),
            due,
            condition: String::new(),
            text: String::new(),
            obstacle: String::new(),
            dropped: false,
        }),
        ToolDeed::Only(why) => Settle::Only(why),
        ToolDeed::Choose { no, quote } => {
            Settle::Choose { no: ProposalNo(no), quote, source: None }
        }
        ToolDeed::Resale { resale, cost, freight, defect } => Settle::Reckon(Reckoning {
            resale: Some(resale),
            cost,
            freight_back: freight,
            defect,
            ..Reckoning::default()
        }),
        ToolDeed::Approval(amount) => Settle::Ask { amount, reason: word() },
        ToolDeed::Ruling(granted) => {
            Settle::Rule { granted, by: word(), role: None, words: word() }
        }
        ToolDeed::Pay { what, sum, proof } => {
            Settle::Pay { what, amount: sum, proof, order: None, again: String::new() }
        }
        ToolDeed::ReturnCheck(check) => Settle::Return(check),
        ToolDeed::Points => return points_right(case),
        ToolDeed::Offer(amount) => return vec![own_text(&offer_id(amount), case, desk)],
        ToolDeed::Did { what, proof } => {
            return vec![Command::Did { what, proof, exhibit: None }];
        }
        ToolDeed::Satisfied(satisfied) => {
            return vec![Command::Confirm { satisfied, words: word(), message: None }];
        }
        ToolDeed::Task { department, due } => {
            let due = due.from(desk.now, &desk.policy.calendar);
            let (owner, what, tried) = (word(), word(), word());
            return vec![Command::Task(Handover { department, owner, what, tried, due })];
        }
        ToolDeed::TaskDone(no) => {
            return vec![Command::FinishTask { no: TaskNo(no), result: word() }];
        }
    };
    vec![Command::Settle(settle)]
}

/// One of the desk's own texts, as it would be sent now; empty while something is missing.
pub(super) fn own_text(id: &ReplyId, case: &CaseState, desk: &Desk<'_>) -> Command {
    let text = carried_text(id, case, desk).unwrap_or_default();
    Command::Send(Reply {
        text: RawText::new(text),
        adopted: vec![id.clone()],
        way: SendWay::Recorded,
        written: None,
        pledges: Some(Vec::new()),
        overrule: None,
    })
}

/// Every point said back last that nobody has answered is right. Without any, the first is asked
/// after, so that the refusal tells why.
fn points_right(case: &CaseState) -> Vec<Command> {
    let answer = |point| {
        let answer = PointAnswer::Confirmed;
        Command::Settle(Settle::Answer { point, answer, value: None })
    };
    let last = case.settling.restated.last();
    let open = last.into_iter().flat_map(|said| (1..).zip(&said.points));
    let open: Vec<Command> =
        open.filter(|(_, point)| point.answer.is_none()).map(|(no, _)| answer(no)).collect();
    if open.is_empty() { vec![answer(1)] } else { open }
}
