//! A playbook as a picture: its steps, the ways between them, its groups, calls and endings.
//!
//! Owns what is drawn and the Mermaid text of it; what is drawn on a terminal is worded above. A
//! playbook is looked at as it stands: no case, no clock.

mod mermaid;

use super::book::{Playbook, Step};
use super::route::Next;
use crate::domain::{CloseResult, Words};
use serde::Serialize;

/// What is drawn of a playbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Graph {
    /// The playbook's name.
    pub title: Words,
    /// Steps in order, then where the case can end or go.
    pub nodes: Vec<Node>,
    /// Groups and calls, in the order of their steps.
    pub frames: Vec<Frame>,
    /// Ways, in the order they are looked at.
    pub ways: Vec<Way>,
}

/// Where a case can stand, end or go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Node {
    /// Its name.
    pub id: String,
    /// Its title; empty for the plain end and other playbooks.
    pub title: Words,
    /// What it is.
    pub kind: NodeKind,
    /// The frame it stands in.
    pub frame: Option<usize>,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NodeKind {
    /// A step.
    Step {
        /// "Back to calming" leads here.
        calming: bool,
        /// It may be skipped.
        optional: bool,
        /// It is entered only when this holds.
        when: Option<String>,
    },
    /// An ending with a name, and its result.
    Ending(CloseResult),
    /// The plain end.
    End,
    /// Another playbook, which takes the case over.
    Playbook,
}

/// Steps that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// Its name.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// Why they belong together.
    pub kind: FrameKind,
}

/// Why steps belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FrameKind {
    /// They come in any order; so many suffice.
    Group(Option<usize>),
    /// They are another playbook's.
    Call(String),
}

/// A way between nodes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Way {
    /// Where it begins.
    pub from: End,
    /// The node it leads to.
    pub to: usize,
    /// When it is taken.
    pub kind: WayKind,
}

/// Where a way begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// At a node.
    Node(usize),
    /// At a group, once it is done.
    Frame(usize),
}

/// When a way is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WayKind {
    /// When a condition holds.
    When(String),
    /// When no other is.
    Otherwise,
    /// It is the only one.
    Only,
    /// Another round, until a condition holds, so many times at most.
    Round {
        /// When it is over.
        until: String,
        /// How many rounds there are at most.
        most: u32,
    },
    /// After the last round.
    RoundsOver(u32),
}

impl Playbook {
    /// What is drawn of it.
    #[must_use]
    pub fn graph(&self) -> Graph {
        let mut graph = Graph {
            title: self.title.clone(),
            nodes: Vec::new(),
            frames: Vec::new(),
            ways: Vec::new(),
        };
        for step in &self.steps {
            let frame = graph.frame(self, step);
            graph.nodes.push(Node {
                id: step.id.to_string(),
                title: step.title.clone(),
                kind: NodeKind::Step {
                    calming: step.calming,
                    optional: step.optional,
                    when: step.when.as_ref().map(|when| when.text().to_owned()),
                },
                frame,
            });
        }
        for (at, step) in self.steps.iter().enumerate() {
            graph.ways_of(self, at, step);
        }
        graph
    }

    /// Whether a step of a group is not its last: the group's way out is the last one's.
    fn is_inside(&self, step: &Step) -> bool {
        let group = step.group.as_ref().and_then(|id| self.group(id));
        group.is_some_and(|group| group.steps.last() != Some(&step.id))
    }
}

impl Graph {
    fn frame(&mut self, book: &Playbook, step: &Step) -> Option<usize> {
        let (id, title, kind) = if let Some(within) = &step.within {
            let kind = FrameKind::Call(within.playbook.to_string());
            (within.call.to_string(), within.title.clone(), kind)
        } else {
            let group = step.group.as_ref().and_then(|id| book.group(id))?;
            (group.id.to_string(), group.title.clone(), FrameKind::Group(group.enough))
        };
        Some(self.frames.iter().position(|frame| frame.id == id).unwrap_or_else(|| {
            self.frames.push(Frame { id, title, kind });
            self.frames.len() - 1
        }))
    }

    fn ways_of(&mut self, book: &Playbook, at: usize, step: &Step) {
        if let Some(repeat) = &step.repeat {
            let until = repeat.until.text().to_owned();
            let most = repeat.most;
            self.ways.push(Way {
                from: End::Node(at),
                to: at,
                kind: WayKind::Round { until, most },
            });
            let to = self.node(book, &repeat.then);
            self.ways.push(Way { from: End::Node(at), to, kind: WayKind::RoundsOver(most) });
        }
        if book.is_inside(step) {
            return;
        }
        let from = match (&step.group, self.nodes.get(at).and_then(|node| node.frame)) {
            (Some(_), Some(frame)) => End::Frame(frame),
            (Some(_) | None, _) => End::Node(at),
        };
        let mut alone = true;
        for branch in &step.next {
            let to = self.node(book, &branch.goto);
            let kind = match &branch.when {
                Some(when) => WayKind::When(when.text().to_owned()),
                None if alone => WayKind::Only,
                None => WayKind::Otherwise,
            };
            self.ways.push(Way { from, to, kind });
            if branch.when.is_none() {
                return;
            }
            alone = false;
        }
        let behind = book.steps.get(at + 1).map_or(Next::End, |step| Next::Step(step.id.clone()));
        let to = self.node(book, &behind);
        let kind = if alone { WayKind::Only } else { WayKind::Otherwise };
        self.ways.push(Way { from, to, kind });
    }

    /// The node of a place; where a case ends or goes is drawn only if something leads there.
    fn node(&mut self, book: &Playbook, place: &Next) -> usize {
        let (id, title, kind) = match place {
            Next::Step(step) => {
                let at = book.steps.iter().position(|known| known.id == *step);
                return at.unwrap_or_default();
            }
            Next::End => ("end".to_owned(), Words::default(), NodeKind::End),
            Next::Playbook(other) => (other.to_string(), Words::default(), NodeKind::Playbook),
            Next::Ending(id) => {
                let ending = book.ending(id);
                let title = ending.map(|ending| ending.title.clone()).unwrap_or_default();
                let result = ending.map_or(CloseResult::Settled, |ending| ending.result);
                (id.to_string(), title, NodeKind::Ending(result))
            }
        };
        let known = self.nodes.iter().position(|node| node.id == id && node.kind == kind);
        known.unwrap_or_else(|| {
            self.nodes.push(Node { id, title, kind, frame: None });
            self.nodes.len() - 1
        })
    }

    /// The ways that begin somewhere.
    pub fn ways_from(&self, from: End) -> impl Iterator<Item = &Way> {
        self.ways.iter().filter(move |way| way.from == from)
    }
}
