//! Screens of the guide: what was heard, what was found in the draft, and the windows of both.

use super::fixture::{self, Stage};
use redress::app::{Composer, Effect, Field, Findings, HeardList, Model, Msg, Overlay, Overrule};
use redress::domain::Lang;
use redress::guide::Wits;
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
    ]
}
