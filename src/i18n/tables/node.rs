//! The texts of a language as the build wrote them: a tree of names. The typed tables take theirs
//! out of it while the program is compiled, so that none is looked for when it starts.
//!
//! Owns finding them; what they are for stands in the sections.

use std::fmt;
use std::marker::PhantomData;

/// What the build made of a file of texts, by its name.
macro_rules! node {
    ($file:literal) => {{
        use $crate::i18n::tables::node::Node;
        include!(concat!(env!("OUT_DIR"), "/", $file, ".rs"))
    }};
}

pub(in crate::i18n) use node;

type Entries<T> = &'static [(&'static str, T)];

/// A table: its texts and the tables below it, each in the order of the names.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    pub(in crate::i18n) texts: Entries<&'static str>,
    pub(in crate::i18n) below: Entries<Self>,
}

impl Node {
    /// The text for a field. Where there is none, the program does not compile, and the compiler
    /// names the field and its section.
    #[expect(clippy::panic, reason = "it speaks to who compiles, never to who runs the program")]
    pub(in crate::i18n) const fn text(self, field: &'static str) -> &'static str {
        match find(self.texts, field) {
            Some(text) => text,
            None => panic!("{}", field),
        }
    }

    /// The table for a field, in the same way.
    #[expect(clippy::panic, reason = "it speaks to who compiles, never to who runs the program")]
    pub(in crate::i18n) const fn section(self, field: &'static str) -> Self {
        match find(self.below, field) {
            Some(below) => below,
            None => panic!("{}", field),
        }
    }
}

const fn find<T: Copy>(mut entries: Entries<T>, field: &str) -> Option<T> {
    while let Some(((name, found), rest)) = entries.split_first() {
        if is_named(name, field) {
            return Some(*found);
        }
        entries = rest;
    }
    None
}

/// Whether a field goes by a name. A field is written with `_` where the table has `-`, and with
/// `r#` before a word of the language.
const fn is_named(name: &str, field: &str) -> bool {
    let (mut name, mut field) = (name.as_bytes(), field.as_bytes());
    if let [b'r', b'#', word @ ..] = field {
        field = word;
    }
    while let (Some((letter, name_rest)), Some((wanted, rest))) =
        (name.split_first(), field.split_first())
    {
        let wanted = if *wanted == b'_' { b'-' } else { *wanted };
        if *letter != wanted {
            return false;
        }
        (name, field) = (name_rest, rest);
    }
    name.is_empty() && field.is_empty()
}

/// Words of one shape: what is read of one table.
pub trait Words: Sized {
    /// Takes its texts.
    fn of(node: Node) -> Self;

    /// What its texts are called below a name.
    #[cfg(test)]
    fn names(above: &str, into: &mut Vec<String>);
}

/// Texts by names that the program makes of something else.
pub type Named = NamedOf<&'static str>;

/// Texts, or words of one shape, by names that the program makes of something else.
#[derive(Clone, Copy)]
pub struct NamedOf<T> {
    node: Node,
    what: PhantomData<fn() -> T>,
}

impl<T> NamedOf<T> {
    pub(in crate::i18n) const fn read(node: Node) -> Self {
        Self { node, what: PhantomData }
    }
}

impl NamedOf<&'static str> {
    /// The text of that name. A name may have dots in it: it stands in this table or in
    /// one below.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&'static str> {
        text_at(self.node, name)
    }

    /// What they are called.
    #[must_use]
    pub fn all_names(&self) -> Vec<String> {
        let mut all = Vec::new();
        gather(self.node, "", &mut all);
        all.into_iter().map(|(name, _)| name).collect()
    }

    /// Those that stand in no table below.
    pub fn values(&self) -> impl Iterator<Item = &'static str> {
        self.node.texts.iter().map(|(_, text)| *text)
    }
}

impl<T: Words> NamedOf<T> {
    /// The words of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<T> {
        let at = self.node.below.binary_search_by(|(other, _)| (*other).cmp(name)).ok()?;
        self.node.below.get(at).map(|(_, node)| T::of(*node))
    }

    /// All of them, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, T)> {
        self.node.below.iter().map(|(name, node)| (*name, T::of(*node)))
    }
}

impl<T> fmt::Debug for NamedOf<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.node.fmt(f)
    }
}

fn text_at(node: Node, name: &str) -> Option<&'static str> {
    if let Ok(at) = node.texts.binary_search_by(|(other, _)| (*other).cmp(name)) {
        return node.texts.get(at).map(|(_, text)| *text);
    }
    let (section, rest) = name.split_once('.')?;
    let at = node.below.binary_search_by(|(other, _)| (*other).cmp(section)).ok()?;
    text_at(node.below.get(at)?.1, rest)
}

/// Every text of a table and below, by its dotted name.
pub(in crate::i18n) fn gather(node: Node, above: &str, into: &mut Vec<(String, &'static str)>) {
    let named =
        |name: &str| if above.is_empty() { name.to_owned() } else { format!("{above}.{name}") };
    into.extend(node.texts.iter().map(|(name, text)| (named(name), *text)));
    for (name, below) in node.below {
        gather(*below, &named(name), into);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NODE: Node = Node {
        texts: &[("one-two", "x"), ("return", "r"), ("v.w", "q")],
        below: &[("area", Node { texts: &[("kind", "y")], below: &[] })],
    };

    #[test]
    fn a_field_finds_its_text_and_its_table() {
        assert_eq!(NODE.text("one_two"), "x");
        assert_eq!(NODE.text("r#return"), "r");
        assert_eq!(NODE.section("area").text("kind"), "y");
        assert!(find(NODE.texts, "one").is_none() && find(NODE.texts, "one_two_three").is_none());
    }

    #[test]
    fn a_name_with_a_dot_stands_in_a_table_below() {
        let named = Named::read(NODE);
        assert_eq!(named.get("one-two"), Some("x"));
        assert_eq!(named.get("area.kind"), Some("y"));
        assert_eq!(named.get("v.w"), Some("q"));
        assert_eq!(named.get("area"), None);
        assert_eq!(named.get("area.kind.more"), None);
        assert_eq!(named.values().collect::<Vec<_>>(), ["x", "r", "q"]);
    }
}
