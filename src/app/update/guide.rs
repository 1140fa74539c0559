//! The guide beside the case on screen: handed the conversation and the draft whenever they have
//! changed, always the newest only; what it makes of them is taken in when it comes. No key waits.

use super::{commit, draft};
use crate::app::jobs::After;
use crate::app::notice::Notice;
use crate::app::{DraftKind, Effect, Model, OpenCase, Overlay, Pane, Proposal, ReadDraft};
use crate::desk::Command;
use crate::domain::CaseId;
use crate::guide::{Finding, Heard, Scene, Wits};
use crate::playbook::{ReplyView, Unfit};
use std::sync::Arc;

/// As many cases as are remembered by what was heard in them.
const REMEMBERED: usize = 64;

/// Hands over what has changed since it was handed over last.
pub(super) fn watch(model: &mut Model, out: &mut Vec<Effect>) {
    let (lang, remembered) = (model.lang, &model.remembered);
    let Some(open) = &mut model.open else { return };
    let material = open.material();
    if open.watch.made_of != Some(material) {
        open.watch.made_of = Some(material);
        let scene = Arc::new(open.make_scene(lang));
        let before = open.watch.scene.replace(Arc::clone(&scene));
        if before.is_none_or(|before| before.said != scene.said) {
            let known = remembered.iter().find(|(case, _, _)| *case == open.state.id);
            match known.filter(|(_, of, _)| of.said == scene.said) {
                Some((_, of, heard)) => {
                    open.watch.heard = Some((Arc::clone(of), Arc::clone(heard)));
                }
                None if scene.said.is_empty() => open.watch.heard = None,
                None => out.push(Effect::Listen(open.state.id, scene)),
            }
        }
    }
    let mark = (open.reply.revision(), open.reply.text().len(), open.watch.made_of);
    if open.watch.asked != Some(mark) {
        open.watch.asked = Some(mark);
        if open.reply.is_empty() {
            open.watch.read = None;
        } else if let Some(scene) = &open.watch.scene {
            let text = open.reply.text().to_owned();
            out.push(Effect::Guard(open.state.id, Arc::clone(scene), text));
        }
    }
}

/// The guide has listened to a conversation.
pub(super) fn heard(
    model: &mut Model,
    (case, scene, heard): (CaseId, Arc<Scene>, Arc<Heard>),
    wits: Arc<Wits>,
    out: &mut Vec<Effect>,
) {
    model.remembered.retain(|(of, _, _)| *of != case);
    model.remembered.push_back((case, Arc::clone(&scene), Arc::clone(&heard)));
    if model.remembered.len() > REMEMBERED {
        model.remembered.pop_front();
    }
    if let Some(open) = model.open.as_mut().filter(|open| open.state.id == case)
        && open.watch.scene.as_ref().is_some_and(|now| now.said == scene.said)
    {
        model.guide_news = true;
        open.watch.heard = Some((scene, heard));
    }
    ready(model, wits, out);
}

/// The guide has read a draft.
pub(super) fn read(
    model: &mut Model,
    (case, text, findings): (CaseId, String, Vec<Finding>),
    wits: Arc<Wits>,
    out: &mut Vec<Effect>,
) {
    if let Some(open) = model.open.as_mut().filter(|open| open.state.id == case) {
        let shown: Vec<Finding> = open.findings().cloned().collect();
        open.watch.read = Some(ReadDraft { text, findings });
        model.guide_news |= !open.findings().eq(&shown);
    }
    ready(model, wits, out);
}

/// The guard is there: what waited for it goes out.
fn ready(model: &mut Model, wits: Arc<Wits>, out: &mut Vec<Effect>) {
    model.wits.get_or_insert(wits);
    if let Some(case) = model.jobs.sending.take()
        && model.case() == Some(case)
    {
        draft::send(model, out);
    }
}

/// Agrees to what the guide proposes first.
pub(super) fn agree(model: &mut Model, out: &mut Vec<Effect>) {
    let first = model.open.as_ref().and_then(|open| open.proposals().into_iter().next());
    match first {
        Some(proposal) => take(model, proposal, out),
        None => model.say(&Notice::NoProposal),
    }
}

/// Makes a proposal the agent's own word.
pub(super) fn take(model: &mut Model, proposal: Proposal, out: &mut Vec<Effect>) {
    match proposal {
        Proposal::Mood(mood) => commit::ask(model, Command::Mood(mood), After::Felt, out),
        Proposal::Issue(issue, title) => {
            let title = title.get(model.lang).to_owned();
            commit::ask(model, Command::Issue(issue), After::Named(title), out);
        }
        Proposal::BuyerType(kind) => {
            commit::ask(model, Command::BuyerType(Some(kind)), After::Typed, out);
        }
    }
}

/// Puts the rewrite of a finding into the draft, the first gap of it selected.
pub(super) fn rewrite(model: &mut Model, place: usize, out: &mut Vec<Effect>) {
    let Some(open) = &model.open else { return };
    let rewrite = open.findings().filter_map(|finding| finding.rewrite.clone()).nth(place);
    let Some(rewrite) = rewrite.filter(|_| open.kind == DraftKind::Reply) else {
        return model.say(&Notice::NoRewrite);
    };
    draft::edit(model, out, |composer, _| composer.replace(rewrite.span, &rewrite.text));
}

/// The place among the rewrites of the one that stands with the finding at this place.
pub(super) fn rewrite_of(open: &OpenCase, place: usize) -> Option<usize> {
    let here = open.findings().nth(place)?;
    here.rewrite.as_ref()?;
    Some(open.findings().take(place).filter(|finding| finding.rewrite.is_some()).count())
}

/// Shows all that was found in the draft, or says that nothing was.
pub(super) fn findings(model: &mut Model) {
    let some = model.open.as_ref().is_some_and(|open| open.findings().next().is_some());
    if some {
        super::overlays::open(model, Overlay::Findings(crate::app::Findings::default()));
    } else {
        model.say(&Notice::NothingFound);
    }
}

/// Shows all that was heard.
pub(super) fn all_heard(model: &mut Model) {
    super::overlays::open(model, Overlay::Heard(crate::app::HeardList::default()));
}

/// Any reply of the playbook, found by typing.
pub(super) fn search(model: &mut Model) {
    if let Some(search) = model.reply_search() {
        super::overlays::open(model, search);
    }
}

/// Puts a reply found by typing into the draft.
pub(super) fn adopt(model: &mut Model, reply: &ReplyView) {
    let now = model.now;
    if let Some(open) = &mut model.open {
        open.adopt_view(reply, now);
        model.focus = Pane::Composer;
    }
}

/// Why a reply would say what is not so, if it would.
pub(super) fn unfit(model: &Model, reply: &ReplyView) -> Option<Unfit> {
    let open = model.open.as_ref()?;
    let playbook = open.playbook.as_ref()?;
    playbook.unfit(&reply.id, &model.desk(open, playbook).situation(&open.state))
}
