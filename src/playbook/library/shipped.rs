//! The files that come with the program.

use super::super::source::{Origin, Source};
use super::Library;
use std::borrow::Cow;

/// A shipped file: its name, its text, and the tree the build made of it.
pub(in crate::playbook) type File = (&'static str, &'static str, &'static [u8]);

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$((
            concat!("playbooks/", $name, ".toml"),
            include_str!(concat!("../../../playbooks/", $name, ".toml")),
            include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".tree")),
        )),+]
    };
}

/// The files that come with the program. A test compares them with the folder.
pub(in crate::playbook) const FILES: &[File] = files![
    "core",
    "eight-points",
    "five-steps",
    "three-stages",
    "four-steps",
    "seven-characters",
    "pre-escalation",
    "platform-complaint",
    "promise-breach",
    "late-ship",
    "not-received",
    "logistics",
    "damaged",
    "missing-wrong-empty",
    "quality",
    "not-as-described",
    "counterfeit",
    "seven-day",
    "exchange-resend",
    "return-inspection",
    "partial-comp",
    "refund-freight",
    "gift",
    "invoice",
    "negative-review",
    "malicious",
    "safety",
    "regulator-media",
    "service-attitude",
    "appeal-close",
];

impl Library {
    /// The files that come with the program.
    #[must_use]
    pub fn shipped() -> Vec<Source> {
        let source = |(name, text, _): &File| Source {
            name: (*name).to_owned(),
            origin: Origin::Shipped,
            text: (*text).into(),
        };
        FILES.iter().map(source).collect()
    }
}

/// The tree the build made of a file, if it is one of the program's own, untouched.
pub(super) fn tree_of(source: &Source) -> Option<&'static [u8]> {
    let Cow::Borrowed(text) = &source.text else { return None };
    FILES.iter().find(|(_, own, _)| std::ptr::eq(*own, *text)).map(|(_, _, tree)| *tree)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_tests_follows_the_first_test_of_a_shipped_file() {
        for source in Library::shipped() {
            let after = source.text.split_once("\n[[test]]").map_or("", |(_, after)| after);
            let other = after.lines().find(|line| line.starts_with('[') && *line != "[[test]]");
            assert_eq!(other.filter(|line| !line.starts_with("[[test.")), None, "{}", source.name);
        }
    }
}
