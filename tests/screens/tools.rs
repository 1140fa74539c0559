//! The desk's tools: tasks, what closing rests on, reasons, views, the buyer, undo, and their forms.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "in tests that is how one fails")]

use super::fixture::{self, Stage, now};
use redress::app::{Board, BoardKind, Clocks, Group, Model, Overlay, Slip, SlipKind, SlipValue};
use redress::config::Settings;
use redress::desk::{Pledge, Policy};
use redress::domain::{
    BuyerType, CaseId, Cause, CleanText, CloseResult, Closing, Deed, Department, Fen, FollowUp,
    Issue, Lang, Lesson, PaidWhat, Promise, PromiseNo, PromiseStatus, Snooze, Span,
    Stage as CaseStage, Task, TaskNo, TaskStatus, Wish,
};
use redress::store::{
    EarlierCase, Glance, GlanceDeed, GlanceFlag, GlanceOrder, GlancePayment, SimilarCase,
};
use std::sync::Arc;

fn model(lang: Lang) -> Model {
    let mut model = fixture::open(lang, Stage::Midway);
    let zh = lang == Lang::Zh;
    let pick = |a: &str, b: &str| if zh { a.to_owned() } else { b.to_owned() };
    let offset = model.offset;
    model.policy = Arc::new(Policy::from_settings(&Settings::default(), lang, offset));
    let state = &mut model.open.as_mut().unwrap().state;
    let task = |no, department, what: String, minutes: i64, status| Task {
        no: TaskNo(no),
        department,
        owner: pick("老周", "Zhou"),
        what,
        tried: pick("对过明细", "added up the lines"),
        due: now().plus(Span::minutes(minutes)),
        opened_at: now().plus(Span::minutes(-200)),
        status,
        moved: 0,
        result: String::new(),
    };
    state.tasks = vec![
        task(1, Department::Finance, pick("退 54 元", "refund 54"), -30, TaskStatus::Open),
        task(2, Department::Warehouse, pick("查监控", "look at the tape"), 120, TaskStatus::Open),
        task(3, Department::Courier, pick("催派件", "hurry the parcel"), -90, TaskStatus::Done),
    ];
    state.sheet.deeds = vec![Deed {
        what: pick("退款", "refunded"),
        proof: pick("流水号 8842", "serial 8842"),
        exhibit: None,
        at: now(),
    }];
    state.sheet.causes = vec![Cause::parse("logistics/broken").unwrap()];
    state.sheet.lesson =
        Some(Lesson { words: pick("多包一层", "wrap it twice"), skipped: false });
    let first = &mut model.queue.entries[0];
    first.snoozed = true;
    first.breaches = 1;
    first.waits_for = Some(Department::Finance);
    first.due_since = Some(now().plus(Span::minutes(-300)));
    model
}

pub(crate) fn glance(zh: bool) -> Glance {
    let pick = |a: &str, b: &str| CleanText::new(if zh { a } else { b });
    Glance {
        case: CaseId(1),
        cases: 3,
        open: 2,
        breaches: 1,
        flags: vec![
            GlanceFlag::Type(BuyerType::Emotional),
            GlanceFlag::Often(2),
            GlanceFlag::SameOrder(1),
        ],
        paid: Fen(1_200),
        payments: vec![GlancePayment {
            what: PaidWhat::Refund,
            amount: Fen(1_200),
            at: now().plus(Span::days(-38)),
            case: CaseId(4),
        }],
        orders: vec![GlanceOrder {
            tail: "8842".into(),
            title: Some(pick("玻璃杯", "Glass tumbler")),
            amount: Some(Fen(5_900)),
            case: CaseId(1),
        }],
        history: vec![EarlierCase {
            id: CaseId(4),
            open: false,
            issue: Issue::new("refund"),
            playbook: "core".into(),
            order_tail: Some("8842".into()),
            opened_at: now().plus(Span::days(-40)),
            changed_at: now().plus(Span::days(-38)),
            result: Some(CloseResult::Settled),
        }],
        deeds: vec![GlanceDeed {
            what: pick("退款 12 元", "refunded 12"),
            at: now().plus(Span::days(-38)),
            case: CaseId(4),
        }],
        asked: String::new(),
        similar: vec![SimilarCase {
            id: CaseId(9),
            like: 62,
            wish: Some(Wish::Resend),
            result: Some(CloseResult::Settled),
            words: pick("补发一只", "sent another"),
            paid: Fen(1_200),
            replies: vec!["ack-hot".into()],
            closed_at: now().plus(Span::days(-3)),
        }],
    }
}

fn typed(form: &mut Slip, place: usize, text: &str) {
    if let SlipValue::Text(field) = &mut form.fields[place].value {
        field.input.insert(text);
    }
}

/// The case pane when something comes before the step: a promise about to lapse, work that lies with
/// others, a case laid aside; and asking again on a closed case.
pub(crate) fn duties(lang: Lang) -> Vec<(&'static str, Model)> {
    let zh = lang == Lang::Zh;
    let pick = |a: &str, b: &str| if zh { a.to_owned() } else { b.to_owned() };
    let mut pressing = model(lang);
    let state = &mut pressing.open.as_mut().unwrap().state;
    state.promises = vec![Promise {
        no: PromiseNo(1),
        what: pick("查到物流", "find the parcel"),
        due: now().plus(Span::minutes(10)),
        made_at: now().plus(Span::minutes(-110)),
        message: None,
        status: PromiseStatus::Open,
        moved: 0,
        after: None,
        pending: false,
        broken_at: None,
    }];
    pressing.survey();
    let mut aside = model(lang);
    let state = &mut aside.open.as_mut().unwrap().state;
    state.tasks.truncate(1);
    let until = Some(now().plus(Span::days(1)));
    state.snooze = Some(Snooze { until, on_reply: true, since: now() });
    aside.survey();
    let mut again = model(lang);
    let state = &mut again.open.as_mut().unwrap().state;
    state.tasks.clear();
    state.stage = CaseStage::Closed(Closing {
        result: CloseResult::Settled,
        words: String::new(),
        ending: None,
        at: now().plus(Span::days(-3)),
    });
    state.sheet.follow_up = Some(FollowUp::Planned {
        due: now(),
        at: now().plus(Span::days(-3)),
        script: pick("杯子用着还好吗？", "Is the tumbler all right by now?"),
    });
    again.survey();
    vec![("duty-lapse", pressing), ("duty-aside", aside), ("duty-again", again)]
}

/// Each window by its name.
pub(crate) fn states(lang: Lang) -> Vec<(&'static str, Model)> {
    let zh = lang == Lang::Zh;
    let pick = |a: &str, b: &str| if zh { a.to_owned() } else { b.to_owned() };
    let with = |overlay: &dyn Fn(&Model) -> Overlay| {
        let mut model = model(lang);
        let overlay = overlay(&model);
        model.overlays.push(overlay);
        model
    };
    let board = |kind: BoardKind| {
        let mut model = model(lang);
        model.overlays.push(Overlay::Board(Board { kind, selected: 1 }));
        model
    };
    let slip =
        |kind: SlipKind| with(&|model: &Model| Overlay::Slip(Slip::new(kind.clone(), model)));
    let state = model(lang).open.unwrap().state;
    let saved = vec![pick("情绪>=生气 到期<2h", "mood>=angry due<2h"), "platform=jd".to_owned()];
    let found = vec![
        Pledge {
            what: pick("今天给您补发", "we'll ship it today"),
            due: now().plus(Span::hours(9)),
            after: None,
        },
        Pledge {
            what: pick("三天内退运费", "freight within 3 days"),
            due: now().plus(Span::days(3)),
            after: None,
        },
    ];
    let task = with(&|model: &Model| {
        let mut form = Slip::new(SlipKind::Task, model);
        typed(&mut form, 0, &pick("补开发票", "Issue the invoice again"));
        typed(&mut form, 1, &pick("纸 5x20, 夹子 3x18 = 100", "paper 5x20, folders 3x18 = 100"));
        form.at = 2;
        Overlay::Slip(form)
    });
    vec![
        ("tasks", board(BoardKind::Tasks)),
        ("wrap", board(BoardKind::Wrap)),
        ("why", board(BoardKind::Why(CaseId(1)))),
        ("buyer", board(BoardKind::Buyer(Some(Box::new(glance(zh))), Vec::new()))),
        (
            "views",
            board(BoardKind::Views {
                filter: redress::app::Field::with_text("mood>=angry"),
                saved,
            }),
        ),
        ("pledges", board(BoardKind::Pledges { found, counts: vec![true, false], overrule: None })),
        (
            "undo",
            board(BoardKind::Undo {
                redo: false,
                to: Box::new(state),
                lines: vec![pick(
                    "记录事实：损失 = ¥59.00（已确认）",
                    "Fact recorded: Loss = ¥59.00 (confirmed)",
                )],
            }),
        ),
        ("form-task", task),
        ("form-task-done", slip(SlipKind::TaskDone(TaskNo(1)))),
        ("form-task-drop", slip(SlipKind::TaskDrop(TaskNo(1)))),
        ("form-task-move", slip(SlipKind::TaskMove(TaskNo(1)))),
        ("form-deed", slip(SlipKind::Deed)),
        ("form-confirm", slip(SlipKind::Confirm)),
        ("form-lesson", slip(SlipKind::Lesson)),
        ("form-follow-up-result", slip(SlipKind::FollowUpResult)),
        ("form-despite", slip(SlipKind::Despite(CloseResult::Settled, String::new()))),
        ("clocks", with(&|_| Overlay::Clocks(Clocks::default()))),
        ("calendar", {
            let mut model = with(&|_| Overlay::Clocks(Clocks::default()));
            let mut policy = Policy::clone(&model.policy);
            policy.calendar.week = [true, true, true, true, true, false, false];
            // It runs out soon: 2026-12-31 is known, 2027 is not.
            policy.calendar =
                redress::config::Holidays::with(None).unwrap().kept_by(policy.calendar);
            model.policy = Arc::new(policy);
            model
        }),
        ("help-time", with(&|_| Overlay::Help { scroll: 0, group: Some(Group::Time) })),
        ("form-cause", with(&|model| Overlay::Slip(Slip::new(SlipKind::Cause, model)))),
        ("form-follow-up", with(&|model| Overlay::Slip(Slip::new(SlipKind::FollowUp, model)))),
        ("form-snooze", with(&|model| Overlay::Slip(Slip::new(SlipKind::Snooze, model)))),
        (
            "form-tell-first",
            with(&|model| Overlay::Slip(Slip::new(SlipKind::TellFirst(PromiseNo(1)), model))),
        ),
    ]
}
