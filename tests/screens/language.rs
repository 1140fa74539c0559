//! What the language of playbooks adds to the screen: groups, exhibits, rungs, endings, clocks.

use super::fixture::{empty, now};
use redress::app::{
    Adopted, Clocks, CloseForm, Composer, DeskList, ExhibitForm, Exhibits, Facts, Field, FormKind,
    Model, OpenCase, OptionsList, Overlay, Pane, PointsList, Promises, StepsChoice, Upgrade, words,
};
use redress::desk::{Command, Opening, Reply, Settle, decide, moved, open};
use redress::domain::{
    AgentName, Author, BuyerName, BuyerType, CaseId, CaseState, CloseResult, Event, FactStatus,
    FactValue, Fen, FreightPayer, Issue, Lang, MessageNo, Mood, NewMessage, Order, OrderNo,
    Platform, PointAnswer, Proposal, ProposalNo, RawText, Reckoning, Recorded, Remedy, ReturnCheck,
    SendWay, Span, Stamp, Verdict, Version, Wish,
};
use redress::playbook::{Library, Origin, Playbook, Source};
use redress::standard::{Evidence, Standards};
use std::sync::Arc;

/// Every construct of the language once.
const LANGUAGE: &str = include_str!("../../src/desk/tests/language.toml");

/// One state of a case on that playbook, by name.
pub(crate) fn states(lang: Lang) -> Vec<(&'static str, Model)> {
    vec![
        ("group", at(lang, Place::Group)),
        ("exhibit", at(lang, Place::Proof)),
        ("rungs", at(lang, Place::Offers)),
        ("adjusted", at(lang, Place::Angry)),
        ("paused", at(lang, Place::Paused)),
        ("reopened", at(lang, Place::Reopened)),
        ("detour", at(lang, Place::Detour)),
        ("escalated", at(lang, Place::Boss)),
        ("ending-wants", at(lang, Place::Ending)),
        ("ending", at(lang, Place::Ended)),
        ("handover", at(lang, Place::Handover)),
        ("undated", at(lang, Place::Undated)),
        ("statement", at(lang, Place::Statement)),
        ("newer", newer(lang)),
        over("over-steps", at(lang, Place::Group), Overlay::Steps(StepsChoice { selected: 1 })),
        over("over-facts", at(lang, Place::Offers), Overlay::Facts(Facts::default())),
        over("over-exhibits", at(lang, Place::Proof), Overlay::Exhibits(Exhibits::default())),
        over("over-exhibit-form", at(lang, Place::Proof), Overlay::ExhibitForm(exhibit_form())),
        over("over-clocks", at(lang, Place::Paused), Overlay::Clocks(Clocks::default())),
        over("over-promises", at(lang, Place::Undated), Overlay::Promises(Promises::default())),
        over("over-close", at(lang, Place::Ending), Overlay::Close(close())),
        over("over-upgrade", newer(lang), Overlay::Upgrade(report(lang))),
        over("settling-desk", settled(lang), Overlay::Desk(DeskList { selected: 4 })),
        over("settling-options", settled(lang), Overlay::Options(OptionsList { selected: 1 })),
        over("settling-points", settled(lang), Overlay::Points(PointsList { selected: 1 })),
        over("settling-history", settled(lang), Overlay::History("price".into())),
        form(settled(lang), "settling-verdict", FormKind::Verdict),
        form(settled(lang), "settling-money", FormKind::Money),
        form(settled(lang), "settling-return", FormKind::Return),
    ]
}

/// A case on which verdict, wish, options, figures and points are there.
pub(crate) fn settled(lang: Lang) -> Model {
    let zh = lang == Lang::Zh;
    let pick = |a: &str, b: &str| if zh { a.to_owned() } else { b.to_owned() };
    let mut play = Play::new(lang, LANGUAGE);
    play.does(Command::Check { step: None, check: "heard".into(), done: true });
    play.does(Command::Advance);
    play.fact("price", FactValue::Money(Fen(10_000)));
    play.fact("price", FactValue::Money(Fen(5_900)));
    let quote = pick("补我二十块就算了", "Give me 20 and we're done");
    let (wish, amount) = (Wish::Compensate, Some(Fen(2_000)));
    play.settles(Settle::Wish { wish, amount, quote: quote.clone(), source: Some(MessageNo(1)) });
    play.settles(Settle::Verdict {
        verdict: Some(Verdict::Logistics),
        reason: pick("面单上有破损批注", "The waybill notes the damage"),
        own_faults: String::new(),
    });
    play.settles(Settle::Reckon(Reckoning {
        cost: Some(Fen(2_000)),
        resale: Some(Fen(0)),
        freight_back: Some(Fen(800)),
        defect: Some(Fen(1_000)),
        risk: Some(30),
        effort: Some(Fen(3_000)),
        ..Reckoning::default()
    }));
    play.settles(Settle::Return(ReturnCheck::of("worn", "inspected").unwrap()));
    play.settles(Settle::Return(ReturnCheck::of("reason", "defect").unwrap()));
    for (remedy, give, obstacle) in [
        (Remedy::Refund, 5_900, ""),
        (Remedy::Compensate, 1_000, ""),
        (Remedy::Exchange, 0, if zh { "断货" } else { "sold out" }),
    ] {
        play.settles(Settle::Put(Proposal {
            no: ProposalNo(0),
            remedy,
            give: Fen(give),
            cost: Fen(0),
            freight: Fen(0),
            payer: FreightPayer::None,
            steps: String::new(),
            due: "1wd".into(),
            condition: String::new(),
            text: String::new(),
            obstacle: obstacle.into(),
            dropped: false,
        }));
    }
    play.says(&["desk.restate"], "1. 2.");
    play.says(&["desk.options"], "1. 2.");
    play.settles(Settle::Answer { point: 1, answer: PointAnswer::Confirmed, value: None });
    let source = Some(MessageNo(1));
    play.settles(Settle::Choose { no: ProposalNo(2), quote, source });
    play.shown()
}

pub(crate) fn form(mut model: Model, name: &'static str, kind: FormKind) -> (&'static str, Model) {
    model.overlays.push(Overlay::Form(Box::new(model.form(kind).unwrap())));
    (name, model)
}

pub(crate) fn over(
    name: &'static str,
    mut model: Model,
    overlay: Overlay,
) -> (&'static str, Model) {
    model.overlays.push(overlay);
    (name, model)
}

fn exhibit_form() -> ExhibitForm {
    ExhibitForm {
        kinds: vec!["ev.pod".into(), "ev.auth-pod".into()],
        selected: 1,
        words: Field::default(),
        source: None,
        quote: None,
    }
}

fn close() -> CloseForm {
    CloseForm { selected: CloseResult::Refused, words: Field::default() }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Place {
    Group,
    Paused,
    Proof,
    Handover,
    Offers,
    Angry,
    Undated,
    Statement,
    Boss,
    Reopened,
    Detour,
    Ending,
    Ended,
}

fn at(lang: Lang, place: Place) -> Model {
    let mut play = Play::new(lang, LANGUAGE);
    play.does(Command::Check { step: None, check: "heard".into(), done: true });
    play.does(Command::Advance);
    match place {
        Place::Group => return play.shown(),
        Place::Paused => {
            play.says(&[], "在查了，今天给您说法");
            play.later(Span::minutes(200));
            return play.shown();
        }
        Place::Proof => {
            play.does(Command::Enter("proof".into()));
            let mut model = play.shown();
            model.focus = Pane::Step;
            return model;
        }
        Place::Handover => {
            play.does(Command::Enter("day".into()));
            play.fact("threat", FactValue::Bool(true));
            play.through_the_group();
            return play.shown();
        }
        _later => play.through_the_group(),
    }
    play.does(Command::Advance);
    play.fact("eligible", FactValue::Bool(true));
    play.does(Command::Check { step: None, check: "looked".into(), done: true });
    play.does(Command::Advance);
    play.does(Command::Mood(Mood::Uneasy));
    play.does(Command::BuyerType(Some(BuyerType::Justice)));
    match place {
        Place::Angry => {
            play.does(Command::Mood(Mood::Angry));
            play.later(Span::minutes(90));
        }
        Place::Undated => {
            play.says(&["offer-1"], "退 5 元");
            play.says(&["offer-2"], "退货退款");
        }
        Place::Statement => {
            play.does(Command::Check { step: None, check: "asked".into(), done: true });
            play.fact("accepted", FactValue::Bool(true));
            play.does(Command::Advance);
            let mut model = play.shown();
            let open = model.open.as_mut().unwrap();
            let paper = open.suggestions.iter().find(|s| s.reply.id.as_str() == "paper").unwrap();
            let files = vec!["statement.pdf".to_owned()];
            open.adopted = vec![Adopted { attach: files, ..Adopted::of(&paper.reply) }];
            open.reply = Composer::new(&paper.reply.rendered.text);
            return model;
        }
        Place::Boss => {
            for _round in 0..3 {
                play.does(Command::Check { step: None, check: "asked".into(), done: true });
                play.does(Command::Advance);
            }
        }
        Place::Reopened => play.fact("price", FactValue::Money(Fen(12_000))),
        Place::Detour => {
            play.fact("price", FactValue::Money(Fen(12_000)));
            play.does(Command::Check { step: None, check: "asked".into(), done: true });
            play.does(Command::Advance);
        }
        Place::Ending | Place::Ended => {
            play.fact("eligible", FactValue::Bool(false));
            play.does(Command::Check { step: None, check: "asked".into(), done: true });
            play.does(Command::Advance);
            if place == Place::Ended {
                play.says(&["no"], "不符合");
            }
        }
        _here => {}
    }
    play.shown()
}

/// The same case, with a newer version of its playbook at hand.
fn newer(lang: Lang) -> Model {
    let mut model = at(lang, Place::Group);
    model.open.as_mut().unwrap().newer = Some(playbook(&changed()));
    model
}

fn changed() -> String {
    LANGUAGE.replace("先听。", "先听完。").replace("Listen first.", "Listen to the end first.")
}

fn report(lang: Lang) -> Upgrade {
    let model = newer(lang);
    let open = model.open.as_ref().unwrap();
    let (book, newer) = (open.playbook.as_ref().unwrap(), open.newer.as_ref().unwrap());
    let report = moved(&open.state, newer, &model.desk(open, book)).unwrap();
    Upgrade { lines: words::moved(&report, book, newer, lang, model.strings), scroll: 0 }
}

fn playbook(text: &str) -> Arc<Playbook> {
    let mut sources = Library::shipped();
    let name = "language.toml".into();
    sources.push(Source { name, origin: Origin::Shop, text: text.to_owned().into() });
    Library::new(sources).get(&"language".into()).unwrap()
}

/// A case played through the desk.
struct Play {
    model: Model,
    state: CaseState,
    playbook: Arc<Playbook>,
}

impl Play {
    fn new(lang: Lang, text: &str) -> Self {
        let mut model = empty(lang);
        let playbook = playbook(text);
        model.now = now().plus(Span::minutes(-60));
        model.panes_at = model.now;
        let said = NewMessage {
            author: Author::Buyer,
            speaker: None,
            at: model.now,
            timed: true,
            text: RawText::new("收到全碎了"),
        };
        let opening = Opening {
            key: None,
            platform: Platform::Taobao,
            buyer: BuyerName::new("张三丰"),
            order: Some(Order {
                no: OrderNo::new("20261101008842"),
                title: Some("玻璃杯".into()),
                amount: Some(Fen(5_900)),
            }),
            issue: Issue::new("damage"),
            messages: vec![said],
        };
        // A case is only to be had by its events; the desk needs one to be asked.
        let first = Recorded {
            case: CaseId(1),
            version: Version(1),
            at: model.now,
            agent: model.agent.clone(),
            event: Event::CaseOpened {
                key: None,
                platform: Platform::Taobao,
                buyer: BuyerName::new("张三丰"),
                issue: Issue::new("damage"),
                playbook: playbook.reference.clone(),
                step: playbook.first_step().clone(),
            },
        };
        let state = CaseState::opened(&first).unwrap();
        let sketch = OpenCase::new(state.clone());
        let events = open(opening, &model.desk(&sketch, &playbook)).unwrap();
        let mut play = Self { model, state, playbook };
        play.apply(events.into_iter().skip(1));
        play
    }

    fn apply(&mut self, events: impl IntoIterator<Item = Event>) {
        for event in events {
            let recorded = Recorded {
                case: CaseId(1),
                version: self.state.version.next(),
                at: self.model.now,
                agent: AgentName::new("小林"),
                event,
            };
            self.state.apply(&recorded).unwrap();
        }
    }

    fn does(&mut self, command: Command) {
        let sketch = OpenCase::new(self.state.clone());
        let desk = self.model.desk(&sketch, &self.playbook);
        let done = format!("{command:?}");
        let events = decide(&self.state, command, &desk);
        let events = events.unwrap_or_else(|why| panic!("{done} at {}: {why:?}", self.state.step));
        self.apply(events);
    }

    fn fact(&mut self, fact: &str, value: FactValue) {
        let status = FactStatus::Confirmed;
        self.does(Command::Record { fact: fact.into(), value, status, source: None });
    }

    fn says(&mut self, adopted: &[&str], text: &str) {
        let adopted = adopted.iter().map(|&id| id.into()).collect();
        let (way, written) = (SendWay::Recorded, None);
        self.does(Command::Send(Reply {
            text: RawText::new(text),
            adopted,
            way,
            written,
            pledges: Some(Vec::new()),
            overrule: None,
        }));
    }

    fn settles(&mut self, act: Settle) {
        self.does(Command::Settle(act));
    }

    fn later(&mut self, span: Span) {
        self.model.now = self.model.now.plus(span);
        self.model.panes_at = self.model.now;
    }

    fn through_the_group(&mut self) {
        self.fact("price", FactValue::Money(Fen(10_000)));
        self.fact("paid", FactValue::Money(Fen(4_000)));
        self.does(Command::Exhibit {
            kind: "ev.pod".into(),
            what: "底单照片".into(),
            source: None,
        });
        self.fact("signed_on", FactValue::Date("2026-11-20".parse().unwrap()));
        for step in ["proof", "day"] {
            if self.state.step.as_str() != step {
                self.does(Command::Enter(step.into()));
            }
        }
    }

    fn shown(mut self) -> Model {
        self.model.now = self.model.now.max(Stamp::default());
        let mut open = OpenCase::new(self.state);
        open.playbook = Some(self.playbook);
        self.model.open = Some(open);
        self.model.evidence = Some(Arc::new(Evidence::shipped()));
        self.model.standards = Some(Arc::new(Standards::shipped()));
        let core = match self.model.lang {
            Lang::Zh => "通用投诉",
            Lang::En => "Any complaint",
        };
        self.model.titles.insert("core".into(), Some(core.to_owned()));
        self.model.focus = Pane::Composer;
        self.model.survey();
        self.model
    }
}
