//! Screens of the guide: what was heard, what was found in the draft, and the windows of both.

use super::fixture::{self, Stage};
use super::tools;
use redress::app::{Composer, Effect, Field, Findings, HeardList, Model, Msg, Overlay, Overrule};
use redress::domain::{
    AgentName, Body, CaseId, CleanText, CloseResult, Event, Fact, FactValue, Fen, Lang, RawText,
    Recorded, SendWay, Wish,
};
use redress::guide::{Technique, Wits};
use redress::store::{Answer, Glance, SimilarCase};
use std::sync::{Arc, LazyLock};

static WITS: LazyLock<Arc<Wits>> = LazyLock::new(|| Arc::new(Wits::shipped()));

/// The same model with everything the guide makes of it.
pub(crate) fn guided(mut model: Model) -> Model {
    let mut effects = redress::app::update(&mut model, Msg::Looked);
    while let Some(effect) = effects.pop() {
        let msg = match effect {
            Effect::Listen(case, scene) => {
                let heard = Arc::new(WITS.signals.heard(&scene.utterances()));
                Msg::Heard(case, scene, heard, Arc::clone(&WITS))
            }
            Effect::Guard(case, scene, draft) => {
                let said = scene.utterances();
                let found = WITS.guard().read(&draft, &scene.known.context(&said));
                Msg::Guarded(case, draft, found, Arc::clone(&WITS))
            }
            _another => continue,
        };
        effects.extend(redress::app::update(&mut model, msg));
    }
    model
}

/// A draft with something of each level in it.
fn drafted(lang: Lang, stage: Stage, text: (&str, &str)) -> Model {
    let mut model = fixture::open(lang, stage);
    let open = model.open.as_mut().unwrap();
    open.reply = Composer::new(if lang == Lang::Zh { text.0 } else { text.1 });
    open.saved = false;
    guided(model)
}

const STOPPED: (&str, &str) = (
    "非常抱歉。方便的话加我微信，我们会尽快给你处理。",
    "So sorry. Please add me on WhatsApp, we will get back to you as soon as possible.",
);

/// Every state, by name.
pub(crate) fn states(lang: Lang) -> Vec<(&'static str, Model)> {
    let over = |overlay: Overlay, mut model: Model| {
        model.overlays.push(overlay);
        model
    };
    let reason = if lang == Lang::Zh { "买家自己要求的" } else { "the buyer asked for it" };
    vec![
        ("heard", guided(fixture::open(lang, Stage::Hot))),
        ("draft", drafted(lang, Stage::Midway, STOPPED)),
        (
            "tone",
            drafted(
                lang,
                Stage::Midway,
                ("我们会尽快处理的。", "We will reply as soon as possible."),
            ),
        ),
        (
            "findings",
            over(
                Overlay::Findings(Findings { selected: 1 }),
                drafted(lang, Stage::Midway, STOPPED),
            ),
        ),
        (
            "never",
            over(
                Overlay::Findings(Findings::default()),
                drafted(lang, Stage::Midway, ("买不起就别买，{姓名}。", "Are you stupid, {name}?")),
            ),
        ),
        (
            "overrule",
            over(
                Overlay::Overrule(Overrule { reason: Field::with_text(reason) }),
                drafted(lang, Stage::Midway, STOPPED),
            ),
        ),
        (
            "all-heard",
            over(
                Overlay::Heard(HeardList { selected: 0 }),
                guided(fixture::open(lang, Stage::Hot)),
            ),
        ),
        ("ladder", climbed(lang)),
        ("reply-search", searched(lang)),
        ("similar", similar(lang)),
    ]
}

/// A hot buyer to whom it was listened already.
fn climbed(lang: Lang) -> Model {
    let mut model = guided(fixture::open(lang, Stage::Hot));
    let open = model.open.as_mut().unwrap();
    let book = Arc::clone(open.playbook.as_ref().unwrap());
    let listen = book.steps.iter().flat_map(|step| &step.replies);
    let listen = listen.filter(|reply| Technique::of(reply.kind) == Some(Technique::Listen));
    let reply = listen.map(|reply| reply.id.clone()).next().unwrap();
    let event = Event::ReplySent {
        no: open.state.tally.last_no.next(),
        body: Body::new(RawText::new("x")),
        replies: vec![reply],
        ticks: Vec::new(),
        sets: Vec::new(),
        way: SendWay::Tool,
        undo_until: model.now,
        attached: Vec::new(),
        statement: false,
    };
    let recorded = Recorded {
        case: CaseId(1),
        version: open.state.version.next(),
        at: model.now,
        agent: AgentName::new("小林"),
        event,
    };
    open.state.apply(&recorded).unwrap();
    model.survey();
    model
}

/// The window in which any reply is found by its words.
fn searched(lang: Lang) -> Model {
    let mut model = fixture::open(lang, Stage::Midway);
    let open = "alt-q".parse().unwrap();
    let _effects = redress::app::update(&mut model, Msg::Key(open));
    let words = if lang == Lang::Zh { "tk" } else { "refund" };
    let _effects = redress::app::update(&mut model, Msg::Text(words.to_owned()));
    model
}

/// Like cases and like scripts, the wish being known.
fn similar(lang: Lang) -> Model {
    let mut model = fixture::open(lang, Stage::Midway);
    let zh = lang == Lang::Zh;
    let now = model.now;
    let open = model.open.as_mut().unwrap();
    let wish = FactValue::Text(if zh { "补发" } else { "another one" }.to_owned());
    let fact = open.state.facts.values().next().cloned().unwrap();
    open.state.facts.insert("wish".into(), Fact { value: wish, ..fact });
    let book = Arc::clone(open.playbook.as_ref().unwrap());
    let replies = book.steps.iter().flat_map(|step| &step.replies).map(|reply| reply.id.clone());
    let replies: Vec<_> = replies.take(2).collect();
    let case = |id: i64, like: u8, words: (&str, &str)| SimilarCase {
        id: CaseId(id),
        like,
        wish: Some(Wish::Resend),
        result: Some(CloseResult::Settled),
        words: CleanText::new(if zh { words.0 } else { words.1 }),
        paid: Fen(1_200),
        replies: replies.clone(),
        closed_at: now,
    };
    let glance = Glance {
        asked: if zh {
            "收到全碎了，补发一只"
        } else {
            "It arrived broken, send another"
        }
        .into(),
        similar: vec![
            case(9, 62, ("补发一只，用泡沫盒", "sent another in foam")),
            case(4, 31, ("退一半，杯子留用", "half back, cup kept")),
        ],
        ..tools::glance(zh)
    };
    let key = "shift-f3".parse().unwrap();
    let effects = redress::app::update(&mut model, Msg::Key(key));
    let job = effects.iter().find_map(|effect| match effect {
        Effect::Store(id, _) => Some(*id),
        _another => None,
    });
    let answer = Answer::Buyer(Some(Box::new(glance)));
    let _effects =
        redress::app::update(&mut model, Msg::Answered(job.unwrap(), Box::new(Ok(answer))));
    model
}
