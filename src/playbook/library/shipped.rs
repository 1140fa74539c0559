//! The files that come with the program.

use super::super::source::{Origin, Source};
use super::Library;

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        [$((concat!($name, ".toml"), include_str!(concat!("../../../playbooks/", $name, ".toml")))),+]
    };
}

impl Library {
    /// The files that come with the program. A test compares them with the folder.
    #[must_use]
    pub fn shipped() -> Vec<Source> {
        files![
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
        ]
        .into_iter()
        .map(|(file, text)| Source {
            name: format!("playbooks/{file}"),
            origin: Origin::Shipped,
            text: text.into(),
        })
        .collect()
    }
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
