//! An overlay as written to one that can be laid over.

use super::super::book::{Overlay, OverlayFor, StepOverlay};
use super::super::merge::Merged;
use super::super::schema::{RawOverlay, RawOverlayFor, RawStepOverlay, RawWords};
use super::step::{check, need, timer};
use super::{reply, texts};
use crate::domain::{Lang, Mood, Platform, StepId};

pub(super) fn overlay(overlay: &RawOverlay, merged: &Merged) -> Overlay {
    Overlay {
        when: overlay_for(&overlay.when),
        steps: overlay.steps.iter().map(|over| step(over, merged)).collect(),
    }
}

fn overlay_for(when: &RawOverlayFor) -> OverlayFor {
    OverlayFor {
        buyer_types: texts(&when.buyer_types),
        moods: when.moods.iter().filter_map(|mood| Mood::from_name(mood.as_str())).collect(),
        platforms: when.platforms.iter().filter_map(|p| Platform::from_name(p.as_str())).collect(),
        langs: when.langs.iter().filter_map(|lang| Lang::from_locale(lang.as_str())).collect(),
        shops: texts(&when.shops),
    }
}

fn step(step: &RawStepOverlay, merged: &Merged) -> StepOverlay {
    StepOverlay {
        id: StepId::new(step.id.value.clone()),
        skip: step.skip.as_ref().is_some_and(|flag| flag.value),
        why: step.why.as_ref().map(RawWords::words),
        feel: step.feel.as_ref().map(RawWords::words),
        timer: step.timer.as_ref().and_then(timer),
        needs: step.needs.iter().map(need).collect(),
        checks: step.checks.iter().map(check).collect(),
        replies: step.replies.iter().filter_map(|raw| reply::reply(raw, merged)).collect(),
    }
}
