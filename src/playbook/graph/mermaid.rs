//! The picture as Mermaid, for documents and browsers. Needs no words of its own.

use super::{End, FrameKind, Graph, Node, NodeKind, Way, WayKind};
use crate::domain::Lang;
use std::fmt::Write as _;

impl Graph {
    /// A Mermaid flow chart in one language.
    #[must_use]
    pub fn mermaid(&self, lang: Lang) -> String {
        let mut out = String::from("flowchart TD\n");
        let mut drawn = None;
        for (at, node) in self.nodes.iter().enumerate() {
            if node.frame != drawn {
                if drawn.is_some() {
                    out.push_str("  end\n");
                }
                if let Some((n, frame)) = node.frame.and_then(|n| Some((n, self.frames.get(n)?))) {
                    let more = match &frame.kind {
                        FrameKind::Group(Some(enough)) => {
                            let of = self.nodes.iter().filter(|node| node.frame == Some(n));
                            format!(" ≥ {enough}/{}", of.count())
                        }
                        FrameKind::Group(None) => String::new(),
                        FrameKind::Call(playbook) => format!(" ⇒ {playbook}"),
                    };
                    let title = format!("{}{more}", frame.title.get(lang));
                    let _ = writeln!(out, "  subgraph g{n}[\"{}\"]", quoted(&title));
                }
                drawn = node.frame;
            }
            let indent = if drawn.is_some() { "    " } else { "  " };
            let _ = writeln!(out, "{indent}{}", shape(at, node, lang));
        }
        if drawn.is_some() {
            out.push_str("  end\n");
        }
        for way in &self.ways {
            let _ = writeln!(out, "  {}", arrow(way));
        }
        let calming = |node: &Node| matches!(node.kind, NodeKind::Step { calming: true, .. });
        if let Some(at) = self.nodes.iter().position(calming) {
            let _ = writeln!(out, "  style n{at} stroke-width:4px");
        }
        out
    }
}

fn shape(at: usize, node: &Node, lang: Lang) -> String {
    let id = quoted(&node.id);
    let title = match node.title.get(lang) {
        "" => id.clone(),
        title => format!("{}<br/>{id}", quoted(title)),
    };
    match &node.kind {
        NodeKind::Step { when: Some(when), .. } => {
            format!("n{at}[\"{title}<br/>? {}\"]", quoted(when))
        }
        NodeKind::Step { optional: true, .. } => format!("n{at}(\"{title}\")"),
        NodeKind::Step { .. } => format!("n{at}[\"{title}\"]"),
        NodeKind::Ending(_) => format!("n{at}([\"{title}\"])"),
        NodeKind::End => format!("n{at}((\"{id}\"))"),
        NodeKind::Playbook => format!("n{at}[[\"{id}\"]]"),
    }
}

fn arrow(way: &Way) -> String {
    let from = match way.from {
        End::Node(at) => format!("n{at}"),
        End::Frame(at) => format!("g{at}"),
    };
    let to = way.to;
    match &way.kind {
        WayKind::Only | WayKind::Otherwise => format!("{from} --> n{to}"),
        WayKind::When(when) => format!("{from} -- \"{}\" --> n{to}", quoted(when)),
        WayKind::Round { until, most } => {
            format!("{from} -- \"!({}) ≤ {most}\" --> n{to}", quoted(until))
        }
        WayKind::RoundsOver(most) => format!("{from} -. \"> {most}\" .-> n{to}"),
    }
}

/// A text that stands in Mermaid's quotes as it is.
fn quoted(text: &str) -> String {
    text.replace('#', "#35;")
        .replace('"', "#quot;")
        .replace('<', "#lt;")
        .replace('>', "#gt;")
        .replace(['\n', '\r'], " ")
}
