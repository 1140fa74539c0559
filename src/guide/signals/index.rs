//! Finds where phrases can begin: all first words of all phrases in one pass over the text.

use super::Folded;
use super::phrases::Phrase;
use std::collections::HashMap;

/// A phrase and the number of its first word.
type Start = (u32, u32);

#[derive(Debug, Clone, Default)]
struct Node {
    next: Vec<(char, u32)>,
    starts: Vec<Start>,
}

/// A tree of characters.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    roots: HashMap<char, u32>,
    nodes: Vec<Node>,
}

impl Index {
    pub(super) fn of(phrases: &[Phrase]) -> Self {
        let mut index = Self::default();
        for (number, phrase) in (0..).zip(phrases) {
            for (first, word) in (0..).zip(phrase.pattern.first()) {
                for key in word.keys() {
                    index.put(&key, (number, first));
                }
            }
        }
        index
    }

    fn put(&mut self, word: &[char], start: Start) {
        let Some((first, rest)) = word.split_first() else { return };
        let known = self.roots.get(first).copied();
        let mut at = known.unwrap_or_else(|| {
            let fresh = self.fresh();
            self.roots.insert(*first, fresh);
            fresh
        });
        for c in rest {
            let known = self.nodes.get(at as usize).and_then(|node| node.step(*c));
            at = known.unwrap_or_else(|| {
                let fresh = self.fresh();
                if let Some(node) = self.nodes.get_mut(at as usize) {
                    let place = node.next.partition_point(|(other, _)| other < c);
                    node.next.insert(place, (*c, fresh));
                }
                fresh
            });
        }
        if let Some(node) = self.nodes.get_mut(at as usize) {
            node.starts.push(start);
        }
    }

    fn fresh(&mut self) -> u32 {
        self.nodes.push(Node::default());
        u32::try_from(self.nodes.len() - 1).unwrap_or(u32::MAX)
    }

    /// Tells `take` of every phrase whose first word stands somewhere: the phrase, which of its
    /// first words, and where.
    pub(super) fn scan(&self, text: &Folded, take: &mut dyn FnMut(usize, usize, usize)) {
        let chars = text.chars();
        for (at, c) in chars.iter().enumerate() {
            let mut node = self.roots.get(c).and_then(|root| self.nodes.get(*root as usize));
            let mut length = 1;
            while let Some(here) = node {
                for (phrase, first) in &here.starts {
                    take(*phrase as usize, *first as usize, at);
                }
                node = chars
                    .get(at + length)
                    .and_then(|next| here.step(*next))
                    .and_then(|next| self.nodes.get(next as usize));
                length += 1;
            }
        }
    }
}

impl Node {
    fn step(&self, c: char) -> Option<u32> {
        let place = self.next.binary_search_by_key(&c, |(other, _)| *other).ok()?;
        self.next.get(place).map(|(_, next)| *next)
    }
}
