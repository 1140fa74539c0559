//! The picture of a playbook as text: a line a step, and under it the ways on.

use super::result;
use crate::domain::Lang;
use crate::domain::cells::{width, wrap};
use crate::i18n::{GraphTexts, Strings, fill};
use crate::playbook::{End, FrameKind, Graph, Node, NodeKind, Playbook, Way, WayKind};

/// A playbook as text, as its author writes it, no line wider than `columns` cells unless a single
/// word is.
#[must_use]
pub fn graph(graph: &Graph, lang: Lang, strings: &Strings, columns: usize) -> String {
    let texts = &strings.author_tools.graph;
    drawn(&Pen { graph, lang, strings, texts, columns, book: None })
}

/// The same for whoever works by it: steps by their titles, conditions in words.
#[must_use]
pub fn outline(book: &Playbook, lang: Lang, strings: &Strings, columns: usize) -> String {
    let (graph, texts) = (&book.graph(), &strings.author_tools.graph);
    drawn(&Pen { graph, lang, strings, texts, columns, book: Some(book) })
}

fn drawn(pen: &Pen<'_>) -> String {
    let graph = pen.graph;
    let mut out = String::new();
    let mut frame = None;
    let digits = graph.nodes.len().to_string().len();
    let steps = graph.nodes.iter().enumerate().filter(|(_, node)| is_step(node));
    for (at, node) in steps {
        if node.frame != frame {
            pen.close(&mut out, frame);
            pen.open(&mut out, node.frame);
            frame = node.frame;
        }
        let edge = if frame.is_some() { "│ " } else { "" };
        let head = format!("{edge}{:>digits$}  ", at + 1);
        pen.line(&mut out, &head, &pen.step(node));
        let under = format!("{edge}{}    ", " ".repeat(digits));
        for way in graph.ways_from(End::Node(at)) {
            pen.line(&mut out, &under, &pen.way(way));
        }
    }
    pen.close(&mut out, frame);
    out
}

struct Pen<'a> {
    graph: &'a Graph,
    lang: Lang,
    strings: &'a Strings,
    texts: &'a GraphTexts,
    columns: usize,
    book: Option<&'a Playbook>,
}

impl Pen<'_> {
    /// A text behind a head, wrapped under itself.
    fn line(&self, out: &mut String, head: &str, text: &str) {
        let room = self.columns.saturating_sub(width(head)).max(20);
        let blank: String = head.chars().map(|c| if c == '│' { c } else { ' ' }).collect();
        for (n, line) in wrap(text, room).iter().enumerate() {
            out.push_str(if n == 0 { head } else { &blank });
            out.push_str(line.shown(text).trim_end());
            out.push('\n');
        }
    }

    fn open(&self, out: &mut String, frame: Option<usize>) {
        let Some((n, frame)) = frame.and_then(|n| Some((n, self.graph.frames.get(n)?))) else {
            return;
        };
        let what = match &frame.kind {
            FrameKind::Group(None) => self.texts.any_order.to_owned(),
            FrameKind::Group(Some(enough)) => {
                let of = self.graph.nodes.iter().filter(|node| node.frame == Some(n)).count();
                fill(self.texts.enough, &[("n", enough), ("of", &of)])
            }
            FrameKind::Call(playbook) => fill(self.texts.call, &[("playbook", playbook)]),
        };
        let text = match self.book {
            Some(_) => format!("{}  [{what}]", frame.title.get(self.lang)),
            None => format!("{}  {}  [{what}]", frame.id, frame.title.get(self.lang)),
        };
        self.line(out, "┌ ", &text);
    }

    fn close(&self, out: &mut String, frame: Option<usize>) {
        let Some(frame) = frame else { return };
        let mut ways = self.graph.ways_from(End::Frame(frame)).peekable();
        if ways.peek().is_none() {
            out.push_str("└\n");
        }
        let mut head = "└ ";
        for way in ways {
            self.line(out, head, &self.way(way));
            head = "  ";
        }
    }

    fn step(&self, node: &Node) -> String {
        let NodeKind::Step { calming, optional, when } = &node.kind else { return String::new() };
        let mut marks = Vec::new();
        if *calming {
            marks.push(self.texts.calming.to_owned());
        }
        if *optional {
            marks.push(self.texts.optional.to_owned());
        }
        if let Some(when) = when {
            marks.push(fill(self.texts.only_when, &[("when", &self.condition(when))]));
        }
        let mut text = self.place(node);
        if self.book.is_none() {
            text = format!("{text}  {}", node.title.get(self.lang));
        }
        for mark in marks {
            text.push_str("  [");
            text.push_str(&mark);
            text.push(']');
        }
        text
    }

    fn way(&self, way: &Way) -> String {
        let to = self.graph.nodes.get(way.to).map(|node| self.place(node)).unwrap_or_default();
        match &way.kind {
            WayKind::Only => format!("→ {to}"),
            WayKind::Otherwise => fill(self.texts.otherwise, &[("to", &to)]),
            WayKind::When(when) => {
                fill(self.texts.when, &[("when", &self.condition(when)), ("to", &to)])
            }
            WayKind::Round { until, most } => {
                fill(self.texts.round, &[("until", &self.condition(until)), ("most", most)])
            }
            WayKind::RoundsOver(most) => {
                fill(self.texts.rounds_over, &[("most", most), ("to", &to)])
            }
        }
    }

    fn condition(&self, when: &str) -> String {
        match self.book {
            Some(book) => super::condition(when, book, self.lang, self.strings),
            None => when.to_owned(),
        }
    }

    fn place(&self, node: &Node) -> String {
        match &node.kind {
            NodeKind::Step { .. } if self.book.is_some() => node.title.get(self.lang).to_owned(),
            NodeKind::Step { .. } => node.id.clone(),
            NodeKind::End => self.texts.end.to_owned(),
            NodeKind::Playbook => fill(self.texts.handover, &[("id", &node.id)]),
            NodeKind::Ending(how) => {
                let title = node.title.get(self.lang);
                let result = result(self.strings, *how);
                if self.book.is_some() {
                    let title = fill(self.strings.step.ending, &[("title", &title)]);
                    return format!("{title} · {result}");
                }
                let values: [(&str, &dyn std::fmt::Display); 3] =
                    [("id", &node.id), ("title", &title), ("result", &result)];
                fill(self.texts.ending, &values)
            }
        }
    }
}

fn is_step(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Step { .. })
}
