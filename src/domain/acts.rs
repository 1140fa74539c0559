//! The newest acts on a case, as undo and redo see them: which events each consists of, and which of
//! them have been taken back.

use super::{AgentName, Event, MessageNo, Recorded, Stamp, Version};
use std::collections::VecDeque;

/// How many acts are remembered.
const KEPT: usize = 64;

/// One act: the events that were recorded together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActMark {
    /// Its first event.
    pub first: Version,
    /// Its last event.
    pub last: Version,
    /// When.
    pub at: Stamp,
    /// Who did it.
    pub agent: AgentName,
    /// Whether it can be taken back by restoring what was: nothing came in or went out with it.
    pub restorable: bool,
    /// The notes it wrote.
    pub notes: Vec<MessageNo>,
    /// The newest event by which it was taken back, while it is.
    pub undone: Option<Version>,
}

/// The newest acts, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Acts {
    marks: VecDeque<ActMark>,
}

impl Acts {
    /// The act that would be taken back now.
    #[must_use]
    pub fn to_undo(&self) -> Option<&ActMark> {
        self.marks.iter().rev().find(|mark| mark.undone.is_none())
    }

    /// The act that would be done again now: the one taken back last.
    #[must_use]
    pub fn to_redo(&self) -> Option<&ActMark> {
        self.marks.iter().filter(|mark| mark.undone.is_some()).max_by_key(|mark| mark.undone)
    }

    /// Notes an event that was recorded.
    pub(super) fn note(&mut self, recorded: &Recorded) {
        if let Event::ActUndone { first, redo, .. } = &recorded.event {
            if let Some(mark) = self.marks.iter_mut().find(|mark| mark.first == *first) {
                mark.undone = (!*redo).then_some(recorded.version);
            }
            return;
        }
        let restorable = recorded.event.is_restorable();
        let note = match &recorded.event {
            Event::NoteWritten { no, .. } => Some(*no),
            _no_note => None,
        };
        // After something new, what was taken back cannot be done again.
        self.marks.retain(|mark| mark.undone.is_none());
        if let Some(newest) = self.marks.back_mut()
            && newest.at == recorded.at
            && newest.agent == recorded.agent
            && newest.last.next() == recorded.version
            && !recorded.event.begins_an_act()
        {
            newest.last = recorded.version;
            newest.restorable &= restorable;
            newest.notes.extend(note);
            return;
        }
        self.marks.push_back(ActMark {
            first: recorded.version,
            last: recorded.version,
            at: recorded.at,
            agent: recorded.agent.clone(),
            restorable,
            notes: note.into_iter().collect(),
            undone: None,
        });
        if self.marks.len() > KEPT {
            self.marks.pop_front();
        }
    }
}
