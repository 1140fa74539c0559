//! Which file goes before which, and what each extends.

use super::super::diagnostic::{Code, Diagnostic, Problem, Thing};
use super::super::source::Origin;
use super::super::spot::Spot;
use super::Library;
use crate::domain::PlaybookId;

impl Library {
    /// A file and its parents, child first, and what is wrong with that line.
    pub(super) fn line(&self, at: usize) -> (Vec<usize>, Option<Code>) {
        let mut line = vec![at];
        let mut current = at;
        loop {
            let head = self.shelves().get(current).map(|shelf| &shelf.head);
            let Some(extends) = head.and_then(|head| head.extends.as_ref()) else {
                return (line, None);
            };
            let Some(above) = self.parent(current, extends) else {
                // A parent that lacks a parent is told so at its own file.
                if current != at {
                    return (line, None);
                }
                let ids = self.shelves().iter().map(|shelf| shelf.head.id.as_str());
                return (line, Some(Code::unknown(Thing::Playbook, extends, ids)));
            };
            if let Some(start) = line.iter().position(|known| *known == above) {
                let round = line.iter().skip(start).chain([&above]);
                let path = round.filter_map(|n| self.shelves().get(*n));
                let path = path.map(|shelf| PlaybookId::new(&shelf.head.id)).collect();
                return (line, Some(Code::Cycle { path }));
            }
            line.push(above);
            current = above;
        }
    }

    /// The file a playbook extends. One that extends its own id extends the file it overrides.
    fn parent(&self, child: usize, id: &str) -> Option<usize> {
        let same = self.of_id(id);
        let own = self.shelves().get(child).is_some_and(|shelf| shelf.head.id == id);
        if !own {
            return same.first().copied();
        }
        let place = same.iter().position(|at| *at == child)?;
        // A playbook alone of its id that extends itself is a circle of one.
        Some(same.get(place + 1).copied().unwrap_or(child))
    }

    pub(super) fn rank(&self, at: usize) -> Option<Origin> {
        self.sources.get(at).map(|source| source.origin)
    }

    /// Files of an id, the one that counts first.
    pub(super) fn of_id(&self, id: &str) -> Vec<usize> {
        let named = self.shelves().iter().enumerate().filter(|(_, shelf)| shelf.head.id == id);
        let mut found: Vec<usize> = named.map(|(at, _)| at).collect();
        found.sort_by_key(|at| std::cmp::Reverse((self.rank(*at), *at)));
        found
    }

    pub(super) fn top(&self, id: &str) -> Option<usize> {
        self.of_id(id).first().copied()
    }

    pub(super) fn same_id(&self, at: usize) -> Vec<Problem> {
        let Some(own) = self.shelves().get(at) else { return Vec::new() };
        let same = self.of_id(&own.head.id);
        let twin = same.into_iter().find(|other| *other < at && self.rank(*other) == self.rank(at));
        let Some(other) = twin.and_then(|other| self.sources.get(other)) else {
            return Vec::new();
        };
        // Only where it has an id of its own: one without is named after its file.
        let id = self.raw(at).and_then(|raw| raw.id.as_ref());
        id.map(|id| Problem {
            spot: id.spot.clone(),
            code: Code::SameId { id: PlaybookId::new(id.value.clone()), other: other.name.clone() },
        })
        .into_iter()
        .collect()
    }

    pub(super) fn no_such(&self, id: &PlaybookId) -> Diagnostic {
        let ids = self.shelves().iter().map(|shelf| shelf.head.id.as_str());
        let code = Code::unknown(Thing::Playbook, id.as_str(), ids);
        Problem { spot: Spot { file: usize::MAX, span: 0..0 }, code }.diagnose(&self.sources)
    }
}
