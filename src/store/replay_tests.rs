//! Random histories: whatever happens to cases, the tables say what the fold says.

use super::{Access, Act, CaseFile, Outcome};
use crate::domain::*;
use proptest::prelude::*;

/// A random step of a history: what, on which of the cases, and a number to vary it.
type Move = (u8, usize, u32);

#[expect(clippy::too_many_lines, reason = "one short arm for each kind of event")]
fn event(state: &CaseState, what: u8, n: u32, at: Stamp) -> Option<Event> {
    let no = state.tally.last_no.next();
    let text = |words: &str| RawText::new(format!("{words}{n}"));
    let timer = TimerId::from(["answer", "pickup", "refund"][n as usize % 3]);
    let step = StepId::from(["calm", "verify", "offer"][n as usize % 3]);
    let promise = state.promises.get(n as usize % state.promises.len().max(1)).map(|p| p.no);
    Some(match what % 38 {
        0..=2 => {
            let messages = (0..=n % 4).map(|i| NewMessage {
                author: Author::ALL[(n + i) as usize % 4],
                speaker: n.is_multiple_of(2).then(|| "旗舰店:小美".to_owned()),
                // Also out of order, as pasted logs come.
                at: at.plus(Span::seconds(i64::from(n % 7) * 20 - 60)),
                timed: true,
                text: text("杯子\u{1b}[31m碎了\n"),
            });
            Event::MessagesReceived { stretch: Stretch::new(no, messages.collect())? }
        }
        3 | 4 => Event::ReplySent {
            no,
            body: Body::new(text("马上为您处理")),
            replies: n.is_multiple_of(2).then(|| ReplyId::from("calm-1")).into_iter().collect(),
            ticks: Vec::new(),
            sets: Vec::new(),
            attached: n.is_multiple_of(3).then(|| "photo.png".to_owned()).into_iter().collect(),
            statement: n.is_multiple_of(5),
            way: SendWay::Recorded,
            undo_until: at.plus(Span::seconds(10)),
        },
        5 => {
            let sent = state.sent.iter().rev().find(|sent| !sent.retracted)?;
            Event::ReplyRetracted { no: sent.no, waiting_since: sent.answered }
        }
        6 => Event::NoteWritten { no, body: Body::new(text("老客户")) },
        7 | 8 => Event::FactRecorded {
            fact: FactId::from(["photos", "amount"][n as usize % 2]),
            value: if n.is_multiple_of(3) {
                FactValue::Bool(true)
            } else {
                FactValue::Money(Fen(i64::from(n)))
            },
            status: FactStatus::ALL[n as usize % 3],
            source: n.is_multiple_of(2).then_some(MessageNo(n)),
        },
        9 => Event::CheckSet { step, check: CheckId::from("seen"), done: !n.is_multiple_of(3) },
        10 => Event::MoodSet { mood: Mood::ALL[n as usize % 5] },
        11 => Event::StepEntered {
            from: state.step.clone(),
            step,
            reason: StepReason::Forward,
            passed: n.is_multiple_of(4).then(|| StepId::from("ack")).into_iter().collect(),
        },
        12 => Event::TimerStarted {
            timer,
            due: at.plus(Span::minutes(i64::from(n % 90))),
            warn: vec![50],
            scope: if n.is_multiple_of(2) { TimerScope::Platform } else { TimerScope::Shop },
        },
        13 => {
            state.timers.get(&timer)?;
            Event::TimerStopped { timer, end: TimerEnd::Done }
        }
        14 => Event::PromiseMade {
            no: PromiseNo(u32::try_from(state.promises.len()).unwrap() + 1),
            what: "18:00 前回复".into(),
            due: at.plus(Span::hours(i64::from(n % 9))),
            message: None,
            after: n
                .is_multiple_of(2)
                .then(|| After { fact: "back_on".into(), rule: "3wd".into() }),
        },
        15 => match n % 4 {
            0 => Event::PromiseKept { no: promise? },
            3 => Event::PromiseBroken { no: promise?, owed: n.is_multiple_of(8) },
            1 => Event::PromiseMoved {
                no: promise?,
                due: at.plus(Span::days(1)),
                message: state.sent.last().map(|sent| sent.no),
            },
            _other => Event::PromiseWithdrawn { no: promise? },
        },
        16 => Event::OrderNoted {
            order: Order {
                no: OrderNo::new(["1001", "1002"][n as usize % 2]),
                title: n.is_multiple_of(2).then(|| format!("玻璃杯{n}")),
                amount: Some(Fen(i64::from(n))),
            },
        },
        17 => Event::IssueSet { issue: Issue::new("damage") },
        18 => Event::CaseClosed {
            result: CloseResult::ALL[n as usize % 5],
            words: "好".into(),
            ending: None,
        },
        19 => Event::ExhibitNoted {
            no: ExhibitNo(u32::try_from(state.exhibits.len()).unwrap() + 1),
            exhibit: "ev.photos".into(),
            what: "三张".into(),
            source: n.is_multiple_of(2).then_some(MessageNo(n)),
        },
        20 => Event::ExhibitDropped { no: state.exhibits.first()?.no },
        21 => {
            state.timers.get(&timer).filter(|timer| timer.ticks())?;
            Event::TimerPaused { timer }
        }
        22 => {
            state.timers.get(&timer)?.paused?;
            Event::TimerResumed { timer, due: at.plus(Span::hours(2)) }
        }
        23 => Event::PromiseDated { no: promise?, due: at, pending: n.is_multiple_of(4) },
        24 => match n % 3 {
            0 => Event::BuyerTypeSet { buyer_type: Some(BuyerType::ALL[n as usize % 9]) },
            1 => Event::BuyerTypeSet { buyer_type: None },
            _other => {
                Event::StepsReopened { fact: "photos".into(), steps: vec![step], source: None }
            }
        },
        25 => Event::TaskOpened {
            no: TaskNo(u32::try_from(state.tasks.len()).unwrap() + 1),
            department: Department::ALL[n as usize % 6],
            owner: "老周".into(),
            what: "查一下".into(),
            tried: "看过订单".into(),
            due: at.plus(Span::hours(i64::from(n % 9))),
        },
        26 => match (state.tasks.get(n as usize % state.tasks.len().max(1))?.no, n % 3) {
            (no, 0) => Event::TaskDone { no, result: "退了".into() },
            (no, 1) => Event::TaskMoved { no, due: at.plus(Span::days(1)) },
            (no, _other) => Event::TaskDropped { no, reason: "不用了".into() },
        },
        27 => match n % 3 {
            0 => Event::Woken {},
            1 => Event::Snoozed { until: Some(at.plus(Span::days(1))), on_reply: true },
            _other => Event::Snoozed { until: None, on_reply: true },
        },
        28 => match n % 3 {
            0 => {
                Event::DeedDone { what: "退款".into(), proof: "流水号".into(), exhibit: None }
            }
            1 => Event::LessonSet { words: "多包一层".into(), skipped: n.is_multiple_of(2) },
            _other => Event::BuyerConfirmed {
                satisfied: n.is_multiple_of(2),
                words: "好".into(),
                message: None,
            },
        },
        29 => match n % 3 {
            0 => Event::FollowUpPlanned {
                due: at.plus(Span::days(3)), script: "还好用吗".into()
            },
            1 => Event::FollowUpDone { result: FollowUpResult::ALL[0], words: "好".into() },
            _other => Event::FollowUpSkipped { reason: "不必".into() },
        },
        30 => Event::CauseSet {
            causes: Cause::KNOWN
                .iter()
                .skip(n as usize % 20)
                .take(2)
                .filter_map(|one| Cause::parse(one))
                .collect(),
            aggravators: vec![Aggravator::ALL[n as usize % 6]],
        },
        31 => {
            let mark = state.acts.to_undo()?;
            let mut was = state.clone();
            was.mood = Mood::ALL[n as usize % 5];
            was.facts.pop_first();
            was.promises.pop();
            was.timers.pop_last();
            was.stage = Stage::Open;
            was.sheet = ClosingSheet::default();
            was.settling.options.pop();
            was.settling.payments.pop();
            was.settling.verdict = None;
            Event::ActUndone {
                first: mark.first,
                last: mark.last,
                redo: false,
                notes: Vec::new(),
                change: state.difference(&was).unwrap(),
            }
        }
        32..=36 => Event::Settling { deed: deed(state, n, at)? },
        _last => Event::CaseReopened { reason: String::new() },
    })
}

/// Something worked out, agreed or paid.
fn deed(state: &CaseState, n: u32, at: Stamp) -> Option<SettlingDeed> {
    let settling = &state.settling;
    let any = n as usize;
    let (amount, by) = (Fen(i64::from(n % 9_000)), AgentName::new("小林"));
    let message = state.tally.last_no;
    let option = |no| Proposal {
        no: ProposalNo(no),
        remedy: Remedy::ALL[any % Remedy::ALL.len()],
        give: amount,
        cost: Fen(0),
        freight: Fen(800),
        payer: FreightPayer::ALL[any % 3],
        steps: String::new(),
        due: "1wd".into(),
        condition: String::new(),
        text: format!("补您{n}"),
        obstacle: if n.is_multiple_of(7) { "断货".into() } else { String::new() },
        dropped: false,
    };
    Some(match (n / 13) % 13 {
        0 => SettlingDeed::VerdictGiven {
            verdict: (!n.is_multiple_of(4)).then(|| Verdict::ALL[any % 6]),
            reason: "查过".into(),
            own_faults: String::new(),
        },
        1 => SettlingDeed::WishNoted {
            wish: Wish::ALL[any % Wish::ALL.len()],
            amount: n.is_multiple_of(2).then_some(amount),
            quote: "就这样".into(),
            source: None,
        },
        2 | 3 => SettlingDeed::OptionPut { option: option(n % 4 + 1) },
        4 => SettlingDeed::OptionDropped { no: settling.options.last()?.no },
        5 => SettlingDeed::OptionChosen {
            chosen: Picked { no: settling.options.first()?.no, quote: "好".into(), source: None },
        },
        6 => SettlingDeed::MoneyReckoned {
            figures: Reckoning { resale: Some(amount), ..Reckoning::default() },
        },
        7 if message.0 > 0 => SettlingDeed::OfferMade { offer: Offer { amount, message } },
        8 => {
            let last = settling.approvals.last();
            match last.filter(|asked| asked.ruling.is_none()) {
                Some(asked) => SettlingDeed::ApprovalDecided {
                    no: asked.no,
                    ruling: Ruling {
                        granted: n.is_multiple_of(2).then_some(amount),
                        by: "王店长".into(),
                        words: "看过了".into(),
                        at,
                    },
                },
                None => SettlingDeed::ApprovalAsked {
                    approval: Box::new(Approval {
                        no: ApprovalNo(last.map_or(1, |asked| asked.no.0 + 1)),
                        amount,
                        role: "lead".into(),
                        reason: "超了".into(),
                        asked_at: at,
                        asked_by: by,
                        ruling: None,
                    }),
                },
            }
        }
        9 => SettlingDeed::PaymentNoted {
            payment: Paid {
                no: PaymentNo(u32::try_from(settling.payments.len()).unwrap() + 1),
                order: state.order.as_ref().map(|order| order.no.clone()),
                what: PaidWhat::ALL[any % 5],
                amount,
                proof: format!("T{n}"),
                at,
                by,
                void: None,
            },
        },
        10 => SettlingDeed::ExposureReckoned { worst: (!n.is_multiple_of(5)).then_some(amount) },
        11 => {
            let paid = settling.paid().last()?;
            SettlingDeed::PaymentVoided { no: paid.no, reason: "记错了".into() }
        }
        _mark => SettlingDeed::MessageMarked {
            mark: Mark::ALL[any % Mark::ALL.len()],
            no: MessageNo(message.0.max(1)),
            on: !n.is_multiple_of(3),
        },
    })
}

fn opening(n: u32) -> Event {
    Event::CaseOpened {
        key: n.is_multiple_of(2).then(|| format!("ext-{n}")),
        platform: Platform::ALL[n as usize % 6],
        buyer: BuyerName::new(["张三", "李四"][n as usize % 2]),
        issue: Issue::default(),
        playbook: PlaybookRef { id: PlaybookId::from("core"), version: "0123456789ab".into() },
        step: StepId::from("calm"),
    }
}

fn act(case: Option<CaseId>, expected: Version, events: Vec<Event>, at: Stamp) -> Act {
    let agent = AgentName::new(if at.as_millis() % 2 == 0 { "小林" } else { "小周" });
    Act { case, expected, events, agent, at, clear_draft: None, pin: None }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_tables_say_what_the_fold_says(
        moves in prop::collection::vec(any::<Move>(), 1..120),
        together in 1_usize..4,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut file = CaseFile::open(&folder.path().join("case"), Access::Write).unwrap();
        let folded = file.batch(|batch| {
            let mut cases = Vec::new();
            for (i, moves) in moves.chunks(together).enumerate() {
                let at = Stamp::from_millis(1_700_000_000_000 + i64::try_from(i).unwrap() * 30_001);
                let (what, which, _) = moves[0];
                if cases.is_empty() || what > 235 {
                    // The number keeps keys apart.
                    let n = u32::try_from(i).unwrap();
                    match batch.append(act(None, Version(0), vec![opening(n)], at))? {
                        Outcome::Appended { case, .. } => cases.push(case),
                        Outcome::Conflict { .. } => unreachable!("keys differ"),
                    }
                    continue;
                }
                let case = cases[which % cases.len()];
                let before = batch.load(case)?.unwrap();
                let mut state = before.clone();
                let mut events = Vec::new();
                for (what, _, n) in moves {
                    if let Some(event) = event(&state, *what, *n, at) {
                        state.apply(&Recorded {
                            case,
                            version: state.version.next(),
                            at,
                            agent: AgentName::new("x"),
                            event: event.clone(),
                        })?;
                        events.push(event);
                    }
                }
                batch.append(act(Some(case), before.version, events, at))?;
                assert_eq!(batch.load(case)?.unwrap().version, state.version);
            }
            cases.into_iter().map(|case| batch.load(case)).collect::<Result<Vec<_>, _>>()
        }).unwrap();
        let report = file.verify(|_, _| {}).unwrap();
        prop_assert_eq!(&report.finding, &None);
        prop_assert_eq!(report.cases, folded.len() as u64);
        for state in folded.into_iter().flatten() {
            let again = file.load(state.id).unwrap();
            prop_assert_eq!(again.as_ref(), Some(&state));
        }
    }
}
