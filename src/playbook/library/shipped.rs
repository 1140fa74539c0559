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
        files!["core", "pre-escalation", "platform-complaint", "promise-breach"]
            .into_iter()
            .map(|(file, text)| Source {
                name: format!("playbooks/{file}"),
                origin: Origin::Shipped,
                text: text.to_owned(),
            })
            .collect()
    }
}
