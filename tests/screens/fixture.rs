//! Models to draw: fixed time, fixed ids, made-up people.

use chrono::FixedOffset;
use redress::app::{Adopted, Composer, DraftKind, Keymap, Model, OpenCase, Pane, QueueEntry};
use redress::desk::Policy;
use redress::domain::{
    AgentName, Author, BuyerName, CaseId, CaseState, CleanText, Due, DueKind, Event, FactStatus,
    FactValue, Fen, Issue, Lang, Message, MessageNo, Mood, Order, OrderNo, Platform, PlaybookRef,
    PromiseNo, Recorded, SendWay, Span, Stamp, StepReason, Version,
};
use redress::i18n::Strings;
use redress::playbook::{Library, Origin, Playbook, Source};
use std::sync::Arc;

/// How far a case has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Just opened, nobody has answered.
    Fresh,
    /// At the second step, with things missing.
    Midway,
    /// The buyer is furious, explanations are held back.
    Hot,
    /// Everything the step wants is there.
    Ready,
}

pub(crate) fn now() -> Stamp {
    Stamp::parse("2026-11-22T10:20:00+08:00").unwrap()
}

/// A console on an empty case file.
pub(crate) fn empty(lang: Lang) -> Model {
    let mut policy = Policy::default();
    policy.shop.name = "小满杯具".into();
    policy.shop.address = match lang {
        Lang::Zh => "您好".into(),
        Lang::En => "Hello".into(),
    };
    let agent = match lang {
        Lang::Zh => "小林",
        Lang::En => "Lin",
    };
    let mut model = Model::new(
        now(),
        FixedOffset::east_opt(8 * 3_600).unwrap(),
        lang,
        Strings::of(lang),
        AgentName::new(agent),
        Arc::new(policy),
        Arc::new(Keymap::new(None).0),
    );
    model.file.name = "cases.redress".into();
    model.queue.loaded = true;
    model
}

/// A console with cases in the queue, none of them open.
pub(crate) fn queue(lang: Lang) -> Model {
    let mut model = empty(lang);
    let rows = [
        (1, "张三丰", "damage", Mood::Angry, Some(-130), Platform::Taobao),
        (2, "李小龙", "logistics", Mood::Uneasy, Some(-4), Platform::Pinduoduo),
        (3, "王五", "promise", Mood::Abusive, Some(3), Platform::Jd),
        (4, "Emma", "invoice", Mood::Calm, Some(18), Platform::Shop),
        (5, "赵六", "refund", Mood::Disappointed, Some(125), Platform::Tmall),
        (6, "钱七", "gift", Mood::Calm, Some(460), Platform::Douyin),
        (7, "孙八", "exchange", Mood::Calm, Some(1_500), Platform::Taobao),
        (8, "周九", "x-own-issue", Mood::Uneasy, Some(9_000), Platform::Taobao),
        (9, "吴十", "unsorted", Mood::Calm, None, Platform::Taobao),
    ];
    model.queue.entries = rows
        .into_iter()
        .map(|(id, buyer, issue, mood, minutes, platform)| QueueEntry {
            case: CaseId(id),
            buyer: BuyerName::new(buyer),
            platform,
            issue: Issue::new(issue),
            mood,
            playbook: "damaged".into(),
            step: "verify".into(),
            due: minutes.map(|m| Due { at: now().plus(Span::minutes(m)), kind: DueKind::Answer }),
            due_since: None,
            exposure: Fen(id * 1_000),
            reckoned: id % 2 == 1,
            opened_at: now().plus(Span::hours(-id)),
            snoozed: false,
            waits_for: None,
            breaches: 0,
            waiting_since: Some(now().plus(Span::minutes(-12))),
            order_tail: Some(format!("884{id}")),
            snippet: match lang {
                Lang::Zh => "收到全碎了，你们到底管不管？我要退款！".into(),
                Lang::En => "Everything arrived broken, does anybody care at all?".into(),
            },
        })
        .collect();
    model.queue.open = (9, false);
    model
}

/// A console with the first case open.
pub(crate) fn open(lang: Lang, stage: Stage) -> Model {
    let mut model = queue(lang);
    let playbook = playbook();
    let mut open = OpenCase::new(state(lang, stage, &playbook));
    open.thread.messages = messages(lang, stage);
    open.playbook_title = playbook.title.get(lang).to_owned();
    open.playbook = Some(playbook);
    model.open = Some(open);
    model.focus = Pane::Composer;
    survey(&mut model);
    model
}

/// The same with a reply adopted and edited.
pub(crate) fn writing(lang: Lang) -> Model {
    let mut model = open(lang, Stage::Midway);
    let open = model.open.as_mut().unwrap();
    let suggestion = open.suggestions.iter().find(|s| s.reply.id.as_str() == "restate").unwrap();
    open.adopted = vec![Adopted::of(&suggestion.reply)];
    open.reply = Composer::new(&suggestion.reply.rendered.text);
    model
}

/// The same with a private note being written.
pub(crate) fn noting(lang: Lang) -> Model {
    let mut model = open(lang, Stage::Midway);
    let open = model.open.as_mut().unwrap();
    open.kind = DraftKind::Note;
    open.note = Composer::new(match lang {
        Lang::Zh => "买家是老客，去年也碎过一次。\n仓库说这批纸箱薄。",
        Lang::En => {
            "A regular; one broke last year too.\nThe warehouse says this lot has thin boxes."
        }
    });
    open.saved = false;
    model
}

pub(crate) fn playbook() -> Arc<Playbook> {
    let source = Source {
        name: "damaged.toml".into(),
        origin: Origin::Shop,
        text: include_str!("damaged.toml").into(),
    };
    Library::new(vec![source]).get(&"damaged".into()).unwrap()
}

/// What `update` does after each act: step, replies, where next leads.
pub(crate) fn survey(model: &mut Model) {
    model.survey();
}

fn state(lang: Lang, stage: Stage, playbook: &Playbook) -> CaseState {
    let mut events = vec![
        Event::CaseOpened {
            key: None,
            platform: Platform::Taobao,
            buyer: BuyerName::new("张三丰"),
            issue: Issue::new("damage"),
            playbook: PlaybookRef {
                id: "damaged".into(),
                version: playbook.reference.version.clone(),
            },
            step: "calm".into(),
        },
        Event::OrderNoted {
            order: Order {
                no: OrderNo::new("20261101008842"),
                title: Some(
                    match lang {
                        Lang::Zh => "玻璃杯",
                        Lang::En => "Glass tumbler",
                    }
                    .into(),
                ),
                amount: Some(Fen(5_900)),
            },
        },
        Event::TimerStarted {
            timer: "answer".into(),
            due: now().plus(Span::minutes(18)),
            warn: Vec::new(),
            scope: redress::domain::TimerScope::Shop,
        },
    ];
    let enter = Event::StepEntered {
        from: "calm".into(),
        step: "verify".into(),
        reason: StepReason::Forward,
        passed: Vec::new(),
    };
    let tick = |step: &str, check: &str| Event::CheckSet {
        step: step.into(),
        check: check.into(),
        done: true,
    };
    let fact = |fact: &str, value, status| Event::FactRecorded {
        fact: fact.into(),
        value,
        status,
        source: Some(MessageNo(3)),
    };
    match stage {
        Stage::Fresh => {}
        Stage::Hot => {
            events.push(Event::MoodSet { mood: Mood::Abusive });
            events.push(Event::TimerStarted {
                timer: "answer".into(),
                due: now().plus(Span::minutes(-3)),
                warn: Vec::new(),
                scope: redress::domain::TimerScope::Shop,
            });
        }
        Stage::Midway | Stage::Ready => {
            events.push(Event::MoodSet { mood: Mood::Uneasy });
            events.push(tick("calm", "said-sorry"));
            events.push(enter);
            events.push(Event::PromiseMade {
                no: PromiseNo(1),
                what: match lang {
                    Lang::Zh => "看到照片后给方案".into(),
                    Lang::En => "a plan once the photos are in".into(),
                },
                due: now().plus(Span::minutes(460)),
                message: None,
                after: None,
            });
            events.push(fact("signed_by", FactValue::Enum("proxy".into()), FactStatus::Claimed));
        }
    }
    if stage == Stage::Ready {
        events.push(tick("verify", "order-seen"));
        events.push(fact("photos", FactValue::Bool(true), FactStatus::Confirmed));
        events.push(fact("loss", FactValue::Money(Fen(5_900)), FactStatus::Disputed));
    }
    let mut recorded = events.into_iter().zip(1..).map(|(event, version)| Recorded {
        case: CaseId(1),
        version: Version(version),
        at: now().plus(Span::minutes(-30)),
        agent: AgentName::new("小林"),
        event,
    });
    let mut case = CaseState::opened(&recorded.next().unwrap()).unwrap();
    for event in recorded {
        case.apply(&event).unwrap();
    }
    case.tally.waiting_since = Some(now().plus(Span::minutes(-12)));
    if matches!(stage, Stage::Midway | Stage::Ready) {
        case.tally.agent = 1;
    }
    case
}

/// The events of the timeline.
pub(crate) fn events(lang: Lang) -> Vec<Recorded> {
    let what = match lang {
        Lang::Zh => "看到照片后给方案",
        Lang::En => "a plan once the photos are in",
    };
    let all = [
        (-1_500, Event::NoteWritten { no: MessageNo(2), body: body("x") }),
        (
            -30,
            Event::ReplySent {
                no: MessageNo(4),
                body: body("y"),
                replies: vec!["sorry".into()],
                ticks: Vec::new(),
                sets: Vec::new(),
                way: SendWay::Osc52,
                undo_until: now(),
                attached: Vec::new(),
                statement: false,
            },
        ),
        (
            -30,
            Event::PromiseMade {
                no: PromiseNo(1),
                what: what.into(),
                due: now().plus(Span::minutes(460)),
                message: None,
                after: None,
            },
        ),
        (-20, Event::MoodSet { mood: Mood::Uneasy }),
        (
            -10,
            Event::FactRecorded {
                fact: "signed_by".into(),
                value: FactValue::Enum("proxy".into()),
                status: FactStatus::Claimed,
                source: None,
            },
        ),
    ];
    let mut all: Vec<Recorded> = all
        .into_iter()
        .zip(1..)
        .map(|((minutes, event), version)| Recorded {
            case: CaseId(1),
            version: Version(version),
            at: now().plus(Span::minutes(minutes)),
            agent: AgentName::new("小林"),
            event,
        })
        .collect();
    all.reverse();
    all
}

fn body(text: &str) -> redress::domain::Body {
    redress::domain::Body::new(redress::domain::RawText::new(text))
}

fn messages(lang: Lang, stage: Stage) -> Vec<Message> {
    let zh = lang == Lang::Zh;
    let pick = |a: &'static str, b: &'static str| if zh { a } else { b };
    let mut all = vec![
        (
            -1_450,
            Author::Platform,
            pick(
                "买家发起了投诉，请在 24 小时内处理。",
                "The buyer filed a complaint; please act within 24 hours.",
            ),
        ),
        (
            -40,
            Author::Buyer,
            pick("收到全碎了！我要退款！", "Everything arrived broken! I want my money back!"),
        ),
        (
            -38,
            Author::Buyer,
            pick(
                "两只杯子，一只从杯口裂到杯底，另一只只剩渣，包装纸箱一捏就扁，你们就这么发货的？",
                "Two tumblers: one is cracked from rim to foot, the other is in splinters. The box gives way if you so much as look at it. Is this how you ship glass?",
            ),
        ),
    ];
    if matches!(stage, Stage::Midway | Stage::Ready) {
        all.push((-30, Author::Agent, pick("您好，实在抱歉，东西送到是这个样子，换谁都不好受。我是小林，这件事我来跟到底。", "Hello, I am truly sorry it reached you like this. I am Lin and I will see this through.")));
        all.push((-25, Author::Note, pick("老客，注意语气。", "A regular, mind the tone.")));
        all.push((
            -12,
            Author::Buyer,
            pick(
                "驿站代收的，我晚上才拿到。照片晚点发你",
                "The pick-up point took it in; I only got it at night. Photos will follow.",
            ),
        ));
    }
    if stage == Stage::Hot {
        all.push((
            -12,
            Author::Buyer,
            pick(
                "骗子！再不回我就去平台投诉，让大家都看看👎👎",
                "Scammers! Answer me or I go to the platform and tell everybody 👎👎",
            ),
        ));
    }
    all.into_iter()
        .zip(1..)
        .map(|((minutes, author, text), no)| Message {
            no: MessageNo(no),
            author,
            speaker: None,
            at: now().plus(Span::minutes(minutes)),
            text: CleanText::new(text),
            cut: 0,
            retracted: false,
        })
        .collect()
}

/// Windows over the case, by name.
#[expect(clippy::too_many_lines, reason = "one entry for each window")]
pub(crate) fn overlays(lang: Lang) -> Vec<(&'static str, Model)> {
    use redress::app::{
        BookRow, BuyerTypeChoice, CloseForm, Confirm, FactForm, Facts, Field, MoodChoice, Overlay,
        Palette, PlaybookChoice, PlaybookPage, PromiseForm, Promises, Timeline,
    };
    use redress::domain::{BuyerType, CloseResult, FactKind};
    let zh = lang == Lang::Zh;
    let pick = |a: &str, b: &str| if zh { a.to_owned() } else { b.to_owned() };
    let row = |id: &str, title: String, about: String, origin| BookRow {
        id: id.into(),
        title,
        about,
        origin,
        spine: false,
        overridden: false,
        usable: true,
        faults: Vec::new(),
    };
    let wrong = pick("没有这一步“plna”", "there is no step “plna”");
    let own = row(
        "damaged",
        pick("破损", "Damaged on arrival"),
        pick("收到的东西坏了。", "The goods arrived broken."),
        Origin::Shop,
    );
    let choices = vec![
        BookRow {
            faults: vec![format!("shop/rented.toml:3:9 {wrong}")],
            usable: false,
            ..row("rented", String::new(), String::new(), Origin::Shop)
        },
        own.clone(),
        BookRow {
            spine: true,
            ..row(
                "five-steps",
                pick("五步法", "Five steps"),
                pick("道歉、倾听、解决、跟进、复盘。", "Sorry, listen, solve, follow up, learn."),
                Origin::Shipped,
            )
        },
        BookRow {
            faults: vec![format!("core.toml:12:1 {wrong}")],
            ..row(
                "core",
                pick("通用投诉", "Any complaint"),
                pick("从第一句回应到回访。", "From the first answer to the follow-up."),
                Origin::Shipped,
            )
        },
    ];
    let form = |kind, choices: &[&str], shown: &[&str], complaint: Option<String>| FactForm {
        fact: "loss".into(),
        label: pick("损失", "Loss"),
        ask: pick("买家说损失多少？", "What does the buyer put the loss at?"),
        kind,
        value: Field {
            input: Composer::new(if choices.is_empty() { "59.9x" } else { "" }),
            complaint,
        },
        choices: choices.iter().map(|&id| id.to_owned()).collect(),
        shown: shown.iter().map(|&text| text.to_owned()).collect(),
        selected: 0,
        status: FactStatus::Claimed,
        source: Some(MessageNo(3)),
        quote: Some(pick("两只杯子，少说六十块", "Two tumblers, sixty yuan at least")),
    };
    let all = [
        ("help", Overlay::Help { scroll: 0, group: None }),
        ("palette", Overlay::Palette(Palette { filter: Field::with_text("a"), selected: 1 })),
        ("facts", Overlay::Facts(Facts { selected: 1, ..Facts::default() })),
        (
            "fact-money",
            Overlay::FactForm(form(
                FactKind::Money,
                &[],
                &[],
                Some(pick("“损失”要填金额。", "“Loss” wants an amount.")),
            )),
        ),
        (
            "fact-choice",
            Overlay::FactForm(form(
                FactKind::Enum,
                &["self", "proxy"],
                &[&pick("本人", "the buyer"), &pick("代收", "somebody else")],
                None,
            )),
        ),
        ("timeline", Overlay::Timeline(Timeline { events: events(lang), more: true, selected: 1 })),
        ("promises", Overlay::Promises(Promises { selected: 0 })),
        ("mood", Overlay::Mood(MoodChoice { selected: Mood::Angry })),
        (
            "close",
            Overlay::Close(CloseForm {
                selected: CloseResult::Settled,
                words: Field::with_text(&pick("退了款", "refunded")),
            }),
        ),
        (
            "playbooks",
            Overlay::Playbooks(PlaybookChoice {
                filter: Field::default(),
                choices,
                listed: true,
                selected: 1,
            }),
        ),
        ("page", Overlay::Page(PlaybookPage { row: own, book: Some(playbook()), scroll: 0 })),
        ("buyer-type", Overlay::BuyerType(BuyerTypeChoice { selected: Some(BuyerType::Justice) })),
        (
            "promise-form",
            Overlay::PromiseForm(PromiseForm {
                what: Field::with_text(&pick("主管给回话", "the supervisor calls back")),
                due: Field::with_text("18:00"),
                at_due: true,
            }),
        ),
        ("paste", Overlay::Paste(paste(lang))),
        ("confirm", Overlay::Confirm(Confirm::BreakPromise(PromiseNo(1)))),
    ];
    all.into_iter()
        .map(|(name, overlay)| {
            let mut model = open(lang, Stage::Ready);
            model.overlays.push(overlay);
            (name, model)
        })
        .collect()
}

fn paste(lang: Lang) -> redress::app::PastePreview {
    use redress::app::{Incoming, PastePreview, Target};
    use redress::domain::{Conversation, NewMessage, RawText};
    let say = |no: i64, author| NewMessage {
        author,
        speaker: None,
        at: now().plus(Span::minutes(no - 60)),
        timed: true,
        text: RawText::new(match lang {
            Lang::Zh => format!("第{no}句\u{1b}[31m红字，怎么还没到？"),
            Lang::En => format!("Line {no}\u{1b}[31m in red, where is it?"),
        }),
    };
    let talk = |buyer: &str, n: i64| Conversation {
        key: None,
        platform: Platform::Taobao,
        buyer: BuyerName::new(buyer),
        order: Some(OrderNo::new("20261101008842")),
        messages: (1..=n)
            .map(|no| say(no, if no % 2 == 1 { Author::Buyer } else { Author::Agent }))
            .collect(),
    };
    PastePreview {
        pasted: String::new(),
        incoming: vec![
            Incoming {
                conversation: talk("tb张三丰", 7),
                target: Target::Existing { case: CaseId(1), known: 4 },
                fresh: 3,
            },
            Incoming { conversation: talk("李小龙", 2), target: Target::New, fresh: 2 },
        ],
        bad: vec![(12, "????\u{202e}abc".into())],
        sides_guessed: true,
        ..PastePreview::default()
    }
}
