//! The engine on small playbooks: views, ways, replies, and properties over any case.

use super::*;
use crate::domain::{
    AgentName, BuyerName, Calendar, CaseId, CaseState, Event, Fact, FactId, FactStatus, FactValue,
    Fen, Issue, Lang, Mood, Order, OrderNo, Platform, PlaybookId, Promise, PromiseNo,
    PromiseStatus, Recorded, ReplyId, Sent, Stamp, StepId, Tally, Tone, Version, Visit,
};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

const BASE: &str = include_str!("../../tests/playbooks/valid/base.toml");
const CHILD: &str = include_str!("../../tests/playbooks/valid/child.toml");

fn source(name: &str, text: &str) -> Source {
    Source { name: format!("{name}.toml"), origin: Origin::Shop, text: text.to_owned().into() }
}

fn library() -> Library {
    Library::new(vec![source("base", BASE), source("child", CHILD)])
}

fn base() -> Arc<Playbook> {
    library().get(&PlaybookId::from("base")).unwrap()
}

/// A playbook of one calming step with `body` inside.
fn one_step(facts: &str, body: &str) -> Arc<Playbook> {
    let text = format!(
        "id = 'one'\ntitle = {{ zh = '一', en = 'One' }}\n{facts}\n[[step]]\nid = 'calm'\n\
         title = {{ zh = '一', en = 'One' }}\nwhy = {{ zh = '一', en = 'One' }}\ncalming = true\n\
         {body}"
    );
    Library::new(vec![source("one", &text)]).get(&PlaybookId::from("one")).unwrap()
}

fn now() -> Stamp {
    Stamp::parse("2026-11-22T10:00:00+08:00").unwrap()
}

fn case(book: &Playbook) -> CaseState {
    let opened = Event::CaseOpened {
        key: None,
        platform: Platform::Taobao,
        buyer: BuyerName::new("张三"),
        issue: Issue::new("damage"),
        playbook: book.reference.clone(),
        step: book.first_step().clone(),
    };
    let (at, agent) = (now(), AgentName::new("小林"));
    let opened = Recorded { case: CaseId(1), version: Version(1), at, agent, event: opened };
    let mut case = CaseState::opened(&opened).unwrap();
    case.order = Some(Order {
        no: OrderNo::new("20261122884211"),
        title: Some("玻璃杯".into()),
        amount: Some(Fen(5900)),
    });
    case
}

fn record(case: &mut CaseState, id: &str, value: FactValue) {
    let fact = Fact {
        value,
        status: FactStatus::Claimed,
        source: None,
        at: now(),
        by: AgentName::new("小林"),
        times: 1,
    };
    case.facts.insert(FactId::from(id), fact);
}

struct Desk {
    calendar: Calendar,
    shop: Shop,
    agent: AgentName,
    lang: Lang,
}

impl Desk {
    fn new(lang: Lang) -> Self {
        Self {
            calendar: Calendar::default(),
            shop: Shop { name: "暖家".into(), address: "亲".into(), tone: Tone::Warm },
            agent: AgentName::new("小林"),
            lang,
        }
    }

    fn situation<'a>(&'a self, case: &'a CaseState) -> Situation<'a> {
        Situation {
            case,
            now: now(),
            lang: self.lang,
            calendar: &self.calendar,
            shop: &self.shop,
            agent: &self.agent,
            earlier_cases: 0,
        }
    }
}

#[test]
fn a_step_tells_what_is_missing_and_stops_telling_when_it_is_there() {
    let (book, desk) = (base(), Desk::new(Lang::Zh));
    let mut case = case(&book);
    let verify = StepId::from("verify");
    let view = book.survey(&verify, &desk.situation(&case)).unwrap();
    assert_eq!(view.position, (2, 4));
    assert_eq!(
        view.missing,
        [
            Missing::Fact { id: FactId::from("signed_by"), ask: "谁签收的?".into() },
            Missing::Need { no: 1, text: "还缺照片".into() },
        ]
    );
    record(&mut case, "signed_by", FactValue::Enum("proxy".into()));
    record(&mut case, "photos", FactValue::Bool(true));
    let view = book.survey(&verify, &desk.situation(&case)).unwrap();
    assert_eq!(view.missing, []);
    let shown: Vec<Option<&str>> = view.facts.iter().map(|fact| fact.shown.as_deref()).collect();
    assert_eq!(shown, [Some("是"), Some("代收点"), None, None, None]);
    assert_eq!(book.survey(&StepId::from("nowhere"), &desk.situation(&case)), None);
}

#[test]
fn checks_are_missing_until_ticked_unless_optional() {
    let (book, desk) = (base(), Desk::new(Lang::En));
    let mut case = case(&book);
    let calm = StepId::from("calm");
    let view = book.survey(&calm, &desk.situation(&case)).unwrap();
    assert!(matches!(&view.missing[..], [Missing::Check { .. }]), "{:?}", view.missing);
    case.checks.insert((calm.clone(), "said-sorry".into()));
    let view = book.survey(&calm, &desk.situation(&case)).unwrap();
    assert_eq!(view.missing, []);
    assert!(view.checks[0].done && view.calming);
    assert_eq!(view.feel.as_deref(), Some("Let down"));
}

#[test]
fn the_first_way_that_holds_is_taken() {
    let (book, desk) = (base(), Desk::new(Lang::Zh));
    let mut case = case(&book);
    let verify = StepId::from("verify");
    let to = |case: &CaseState| book.route(&verify, &desk.situation(case)).unwrap();
    assert_eq!(to(&case), Next::Step("options".into()));
    case.mood = Mood::Angry;
    assert_eq!(to(&case), Next::Step("calm".into()));
    record(&mut case, "signed_by", FactValue::Enum("proxy".into()));
    assert_eq!(to(&case), Next::Step("carrier".into()));
    case.checks.insert((verify.clone(), "asked-carrier".into()));
    assert_eq!(to(&case), Next::Step("calm".into()));
    assert_eq!(
        book.route(&"carrier".into(), &desk.situation(&case)),
        Ok(Next::Step("options".into())),
        "without a way that holds, the following step"
    );
    assert_eq!(book.route(&"options".into(), &desk.situation(&case)), Ok(Next::End));
    assert_eq!(
        book.route(&"gone".into(), &desk.situation(&case)),
        Ok(Next::Step("calm".into())),
        "a case at a step of another playbook begins anew"
    );
}

#[test]
fn a_value_of_another_type_counts_as_unknown() {
    let (book, desk) = (base(), Desk::new(Lang::Zh));
    let mut case = case(&book);
    record(&mut case, "photos", FactValue::Text("yes".into()));
    let view = book.survey(&"verify".into(), &desk.situation(&case)).unwrap();
    assert_eq!(view.facts[0].known, None);
    assert!(book.route(&"options".into(), &desk.situation(&case)).is_ok());
}

#[test]
fn a_reply_is_rendered_with_its_promise() {
    let book = base();
    let case = case(&book);
    let zh = Desk::new(Lang::Zh);
    let replies = book.replies(&"calm".into(), &zh.situation(&case));
    let [sorry] = replies.as_slice() else { panic!("{replies:?}") };
    assert_eq!(sorry.rendered.text, "亲,给您添麻烦了。尾号4211这单我来处理,今天 12:00前答复您。");
    assert_eq!(sorry.rendered.gaps, []);
    assert_eq!(sorry.promises[0].what, "答复处理方案");
    assert_eq!(sorry.promises[0].due, Stamp::parse("2026-11-22T12:00:00+08:00").unwrap());
    assert!(!sorry.sent_before);
    let en = Desk::new(Lang::En);
    let text = book.render(&ReplyId::from("sorry"), &en.situation(&case)).unwrap().text;
    assert!(text.ends_with("answer by 12:00 today."), "{text}");
    assert_eq!(book.render(&ReplyId::from("none"), &en.situation(&case)), None);
}

#[test]
fn what_is_not_known_is_a_named_gap_and_a_fallback_is_none() {
    let (book, desk) = (base(), Desk::new(Lang::Zh));
    let mut case = case(&book);
    let restate = ReplyId::from("restate");
    let rendered = book.render(&restate, &desk.situation(&case)).unwrap();
    assert_eq!(rendered.text, "您说坏的是【缺:破损部位】,由您签收,有照片:【缺:照片】,对吗?");
    let names: Vec<&str> = rendered.gaps.iter().map(|gap| gap.name.as_str()).collect();
    assert_eq!(names, ["parts", "photos"]);
    assert_eq!(rendered.gaps[0].fact, Some(FactId::from("parts")));
    record(&mut case, "parts", FactValue::List(vec!["杯口".into(), "杯底".into()]));
    record(&mut case, "photos", FactValue::Bool(false));
    record(&mut case, "pieces", FactValue::Number(2));
    record(&mut case, "signed_by", FactValue::Enum("self".into()));
    let rendered = book.render(&restate, &desk.situation(&case)).unwrap();
    assert_eq!(rendered.text, "您说坏的是杯口、杯底,一共2件,由本人签收,有照片:否,对吗?");
    assert_eq!(rendered.gaps, []);
    case.order = None;
    let rendered = book.render(&ReplyId::from("sorry"), &desk.situation(&case)).unwrap();
    assert!(rendered.text.contains("【缺:订单尾号】"), "{}", rendered.text);
    let desk = Desk { shop: Shop::default(), ..Desk::new(Lang::En) };
    let rendered = book.render(&ReplyId::from("sorry"), &desk.situation(&case)).unwrap();
    assert!(rendered.text.starts_with("Hello"), "{}", rendered.text);
}

#[test]
fn a_buyers_words_in_a_reply_are_clean_and_never_a_template() {
    let book = one_step(
        "",
        "[[step.reply]]\nid = 'hi'\nkind = 'calm'\ntitle = { zh = '好', en = 'Hi' }\n\
         text = { zh = '{{ buyer.name }}好', en = 'Hi {{ buyer.name }}' }\n",
    );
    let desk = Desk::new(Lang::En);
    let mut case = case(&book);
    case.buyer = BuyerName::new("{{ order.no }}\u{1b}[31m\u{202e}x");
    let text = book.render(&ReplyId::from("hi"), &desk.situation(&case)).unwrap().text;
    assert_eq!(text, "Hi {{ order.no }}x");
}

#[test]
fn replies_follow_their_conditions_and_say_what_they_fill() {
    let (book, desk) = (base(), Desk::new(Lang::Zh));
    let mut case = case(&book);
    let ids = |case: &CaseState| -> Vec<String> {
        let replies = book.replies(&"verify".into(), &desk.situation(case));
        replies.iter().map(|reply| reply.id.as_str().to_owned()).collect()
    };
    assert_eq!(ids(&case), ["ask-photos", "restate"]);
    let ask = book.replies(&"verify".into(), &desk.situation(&case)).remove(0);
    assert_eq!(ask.fills, [FactId::from("photos")]);
    assert_eq!(ask.conditional.as_deref(), Some("!known('photos')"));
    assert_eq!(ask.sets, [(FactId::from("declined_photos"), FactValue::Bool(false))]);
    case.mood = Mood::Abusive;
    record(&mut case, "photos", FactValue::Bool(true));
    assert_eq!(ids(&case), Vec::<String>::new());
    case.sent.push(Sent {
        no: crate::domain::MessageNo(1),
        replies: vec![ReplyId::from("sorry")],
        ticks: Vec::new(),
        sets: Vec::new(),
        replaced: Vec::new(),
        visits: 1,
        at: now(),
        undo_until: now(),
        retracted: false,
        answered: None,
        statement: false,
        attached: Vec::new(),
        reopened: Vec::new(),
        open: BTreeSet::new(),
        detour: None,
        unticked: Vec::new(),
        moved: Vec::new(),
    });
    let sorry = book.reply_view_of(&ReplyId::from("sorry"), &desk.situation(&case)).unwrap();
    assert!(sorry.sent_before);
    assert!(ReplyKind::Offer.waits_for_calm() && !ReplyKind::Calm.waits_for_calm());
}

#[test]
fn a_child_keeps_what_it_does_not_change() {
    let child = library().get(&PlaybookId::from("child")).unwrap();
    let order: Vec<&str> = child.steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(order, ["calm", "safety", "verify", "options"]);
    let verify = child.step(&"verify".into()).unwrap();
    assert_eq!(verify.title.get(Lang::En), "Verify");
    assert_eq!(verify.why.get(Lang::En), "Glass is special.");
    assert!(verify.requires.is_empty());
    let titles: Vec<&str> = verify.replies.iter().map(|reply| reply.title.get(Lang::En)).collect();
    assert_eq!(titles, ["Ask for the shards", "Say it back"]);
    // The way to the step left out leads on behind it.
    assert_eq!(verify.next[0].goto, Next::Step("options".into()));
    assert_eq!(child.calming_step().as_str(), "calm");
}

#[test]
fn conditions_that_cannot_be_decided_open_no_gate_and_break_nothing() {
    let facts = "[[fact]]\nid = 'n'\ntype = 'number'\nlabel = { zh = '数', en = 'N' }\n\
                 ask = { zh = '数', en = 'N' }\n";
    let body = "needs = [{ when = '1 / n > 0', else = { zh = '除', en = 'Divide' } }]\n\
                next = [{ when = 'n * 9223372036854775807 > 0', goto = 'calm' }]\n\
                [[step.reply]]\nid = 'hi'\nkind = 'calm'\ntitle = { zh = '好', en = 'Hi' }\n\
                when = '1 / n > 0'\ntext = { zh = '好', en = 'Hi' }\n";
    let book = one_step(facts, body);
    let desk = Desk::new(Lang::En);
    let mut case = case(&book);
    let calm = StepId::from("calm");
    let view = book.survey(&calm, &desk.situation(&case)).unwrap();
    assert_eq!(view.missing, [Missing::Need { no: 1, text: "Divide".into() }]);
    assert_eq!(book.replies(&calm, &desk.situation(&case)), []);
    record(&mut case, "n", FactValue::Number(2));
    let error = book.route(&calm, &desk.situation(&case)).unwrap_err();
    assert!(matches!(error, ConditionError::Failed { .. }), "{error}");
    let view = book.survey(&calm, &desk.situation(&case)).unwrap();
    assert_eq!(view.next, Next::End, "the view goes on as if it did not hold");
}

#[test]
fn every_name_of_a_condition_means_something() {
    let names = "mood == 'calm' && !hot && platform == 'taobao' && buyer_messages == 2 \
                 && replies_sent == 0 && waiting && open_promises == 0 && broken_promises == 1 \
                 && has_order && visits == 1 && today == '2026-11-22' && known('f') \
                 && confirmed('f') && !disputed('f') && done('calm/c') && !sent('r') \
                 && seen('calm') && f";
    let facts = "[[fact]]\nid = 'f'\ntype = 'bool'\nlabel = { zh = '甲', en = 'F' }\n\
                 ask = { zh = '甲', en = 'F' }\n";
    let body = format!(
        "needs = [{{ when = \"{names}\", else = {{ zh = '否', en = 'No' }} }}]\n[[step.check]]\n\
         id = 'c'\ntext = {{ zh = '丙', en = 'C' }}\n[[step.reply]]\nid = 'r'\nkind = 'thank'\n\
         title = {{ zh = '谢', en = 'R' }}\ntext = {{ zh = '谢谢', en = 'Thanks' }}\n"
    );
    let book = one_step(facts, &body);
    let desk = Desk::new(Lang::En);
    let mut case = case(&book);
    case.tally = Tally { buyer: 2, waiting_since: Some(now()), ..Tally::default() };
    case.promises.push(Promise {
        no: PromiseNo(1),
        what: "x".into(),
        due: now(),
        made_at: now(),
        message: None,
        status: PromiseStatus::Broken,
        moved: 0,
        after: None,
        pending: false,
        broken_at: None,
    });
    record(&mut case, "f", FactValue::Bool(true));
    case.facts.get_mut("f").unwrap().status = FactStatus::Confirmed;
    case.checks.insert(("calm".into(), "c".into()));
    let view = book.survey(&"calm".into(), &desk.situation(&case)).unwrap();
    assert_eq!(view.missing, []);
}

#[test]
fn a_library_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&library());
    shared(&*base());
}

fn any_value() -> impl Strategy<Value = FactValue> {
    prop_oneof![
        any::<bool>().prop_map(FactValue::Bool),
        "self|proxy|other".prop_map(FactValue::Enum),
        ".{0,8}".prop_map(FactValue::Text),
        any::<i64>().prop_map(FactValue::Number),
        any::<i64>().prop_map(|fen| FactValue::Money(Fen(fen))),
        proptest::collection::vec(".{0,4}", 0..8).prop_map(FactValue::List),
    ]
}

prop_compose! {
    fn any_case()(
        mood in proptest::sample::select(Mood::ALL.to_vec()),
        facts in proptest::collection::vec(
            (
                proptest::sample::select(vec![
                    "photos", "declined_photos", "signed_by", "loss", "pieces", "arrived", "parts",
                ]),
                any_value(),
            ),
            0..8,
        ),
        ticked in proptest::sample::subsequence(vec!["said-sorry", "asked-carrier"], 0..=2),
        order in any::<bool>(),
        buyer in 0u32..9,
        name in ".{0,6}",
    ) -> CaseState {
        let mut case = case(&base());
        case.mood = mood;
        case.buyer = BuyerName::new(&name);
        for (id, value) in facts {
            record(&mut case, id, value);
        }
        for check in ticked {
            case.checks.insert(("verify".into(), check.into()));
            case.checks.insert(("calm".into(), check.into()));
        }
        if !order {
            case.order = None;
        }
        case.tally.buyer = buyer;
        case
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_same_situation_gives_the_same_view(case in any_case(), zh in any::<bool>()) {
        let desk = Desk::new(if zh { Lang::Zh } else { Lang::En });
        let (first, second) = (base(), base());
        for step in &first.steps {
            let situation = desk.situation(&case);
            prop_assert_eq!(
                first.survey(&step.id, &situation), second.survey(&step.id, &situation));
            prop_assert_eq!(
                first.replies(&step.id, &situation), second.replies(&step.id, &situation));
            prop_assert_eq!(first.route(&step.id, &situation), second.route(&step.id, &situation));
        }
    }

    #[test]
    fn a_walk_never_leaves_the_playbook(mut case in any_case(), steps in 1usize..40) {
        let (book, desk) = (base(), Desk::new(Lang::Zh));
        let mut at = book.first_step().clone();
        for _ in 0..steps {
            prop_assert!(book.survey(&at, &desk.situation(&case)).is_some());
            let _ = book.replies(&at, &desk.situation(&case));
            match book.route(&at, &desk.situation(&case)) {
                Ok(Next::Step(next)) => {
                    prop_assert!(book.step(&next).is_some());
                    case.visits.push(Visit::new(next.clone(), None, now()));
                    at = next;
                }
                Ok(Next::End | Next::Ending(_) | Next::Playbook(_)) | Err(_) => break,
            }
        }
    }

    #[test]
    fn a_text_without_gaps_shows_none(case in any_case()) {
        let (book, desk) = (base(), Desk::new(Lang::Zh));
        for reply in book.steps.iter().flat_map(|step| &step.replies) {
            let rendered = book.render(&reply.id, &desk.situation(&case)).unwrap();
            for gap in &rendered.gaps {
                let marked = rendered.text.contains(&format!("【缺:{}】", gap.label));
                prop_assert!(marked);
            }
        }
    }

    #[test]
    fn any_bytes_as_a_source_are_told_of_and_break_nothing(
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        at in 0usize..6_000,
        extends in any::<bool>(),
    ) {
        let junk = String::from_utf8_lossy(&bytes).into_owned();
        // Alone, and thrown into the middle of a good file.
        let cut = BASE.floor_char_boundary(at);
        let (before, after) = BASE.split_at(cut);
        let child = if extends { CHILD } else { "" };
        let library = Library::new(vec![
            source("junk", &junk),
            source("base", &format!("{before}{junk}{after}")),
            source("child", child),
        ]);
        for diagnostic in library.check() {
            for lang in [Lang::Zh, Lang::En] {
                let _ = library.render(&diagnostic, lang, Paint::Plain);
            }
        }
        for entry in library.list() {
            let _ = library.get(&entry.id);
        }
    }

    #[test]
    fn a_good_file_with_a_piece_cut_out_breaks_nothing(from in 0usize..6_000, len in 0usize..80) {
        let chars: Vec<char> = BASE.chars().collect();
        let text: String = chars
            .iter()
            .enumerate()
            .filter(|(at, _)| !(from..from + len).contains(at))
            .map(|(_, c)| c)
            .collect();
        let library = Library::new(vec![source("base", &text), source("child", CHILD)]);
        let desk = Desk::new(Lang::Zh);
        for diagnostic in library.check() {
            let _ = library.render(&diagnostic, Lang::Zh, Paint::Plain);
        }
        if let Ok(book) = library.get(&PlaybookId::from("child")) {
            let case = case(&book);
            for step in &book.steps {
                let _ = book.survey(&step.id, &desk.situation(&case));
                let _ = book.replies(&step.id, &desk.situation(&case));
            }
            prop_assert!(Playbook::from_pin(&book.pin()).is_ok());
        }
    }
}
