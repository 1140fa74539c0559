//! Any reply of the playbook by a few typed characters: of its title or its text, or the initials of
//! their sounds.

use super::{Field, Model, OpenCase, Overlay};
use crate::guide::{Folded, initials};
use crate::playbook::{ReplyView, Situation};
use std::sync::Arc;

/// As many as are shown.
const MOST: usize = 40;

/// Replies found by typing.
#[derive(Debug, Default)]
pub struct ReplySearch {
    /// What is typed.
    pub filter: Field,
    /// The cursor among what is found.
    pub selected: usize,
    entries: Vec<SearchEntry>,
}

/// A reply that can be found.
#[derive(Debug)]
pub struct SearchEntry {
    /// The reply, rendered.
    pub reply: ReplyView,
    /// The title of its step.
    pub step: String,
    /// Whether it is held back because the buyer is too upset for it.
    pub held: bool,
    /// Whether it belongs to the step the case stands at.
    here: bool,
    title: String,
    text: String,
    title_initials: String,
    text_initials: String,
}

impl SearchEntry {
    /// How well it fits what is typed, the smaller the better; nothing when it does not.
    fn fits(&self, typed: &str, letters: &str) -> Option<u8> {
        if typed.is_empty() || self.title.contains(typed) {
            return Some(0);
        }
        if !letters.is_empty() && self.title_initials.contains(letters) {
            return Some(1);
        }
        if self.text.contains(typed) {
            return Some(2);
        }
        (letters.len() >= 2 && self.text_initials.contains(letters)).then_some(3)
    }
}

impl ReplySearch {
    /// What is found: the best first, of those alike the replies of this step, then as the playbook
    /// has them.
    #[must_use]
    pub fn found(&self) -> Vec<&SearchEntry> {
        let typed = Folded::new(self.filter.input.text().trim()).text();
        let latin = typed.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ');
        let letters: String =
            if latin { typed.chars().filter(|c| *c != ' ').collect() } else { String::new() };
        let mut found: Vec<(u8, bool, &SearchEntry)> = self
            .entries
            .iter()
            .filter_map(|entry| Some((entry.fits(&typed, &letters)?, !entry.here, entry)))
            .collect();
        found.sort_by_key(|(fit, elsewhere, _)| (*fit, *elsewhere));
        found.into_iter().take(MOST).map(|(_, _, entry)| entry).collect()
    }
}

impl Model {
    fn situation_of<'a>(&'a self, open: &'a OpenCase) -> Situation<'a> {
        Situation {
            case: &open.state,
            now: self.now,
            lang: self.lang,
            calendar: &self.policy.calendar,
            shop: &self.policy.shop,
            agent: &self.agent,
            earlier_cases: open.earlier_cases,
        }
    }

    /// Every reply of the case's playbook that says what is so, once.
    pub(super) fn all_replies(&self) -> Vec<ReplyView> {
        let Some(open) = &self.open else { return Vec::new() };
        let Some(playbook) = &open.playbook else { return Vec::new() };
        playbook.every_reply(&self.situation_of(open))
    }

    /// A search over every reply of the case's playbook.
    #[must_use]
    pub(super) fn reply_search(&self) -> Option<Overlay> {
        let open = self.open.as_ref()?;
        let playbook = Arc::clone(open.playbook.as_ref()?);
        let situation = self.situation_of(open);
        let mut entries = Vec::new();
        for step in &playbook.steps {
            for reply in &step.replies {
                let known = |entry: &SearchEntry| entry.reply.id == reply.id;
                if entries.iter().any(known) {
                    continue;
                }
                let Some(view) = playbook.reply_view_of(&reply.id, &situation) else { continue };
                entries.push(SearchEntry {
                    step: step.title.get(self.lang).to_owned(),
                    held: open.state.mood.is_hot() && view.kind.waits_for_calm(),
                    here: step.id == open.state.step,
                    title: Folded::new(&view.title).text(),
                    text: Folded::new(&view.rendered.text).text(),
                    title_initials: initials(&view.title),
                    text_initials: initials(&view.rendered.text),
                    reply: view,
                });
            }
        }
        Some(Overlay::ReplySearch(ReplySearch { entries, ..ReplySearch::default() }))
    }
}
