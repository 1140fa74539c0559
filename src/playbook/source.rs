//! Playbook files as text, and the little that is read of one without compiling it.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use toml::de::{DeTable, DeValue};

/// Where a playbook file comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Comes with the program.
    Shipped,
    /// The shop's own, from the config folder; goes before a shipped one of the same id.
    Shop,
    /// The version a case runs on, kept in the case file.
    Pinned,
}

/// What stands in a file. The shipped ones are part of the program and need no copy.
pub type Text = Cow<'static, str>;

/// One playbook file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The path shown in diagnostics.
    pub name: String,
    /// Where it comes from.
    pub origin: Origin,
    /// What stands in it.
    pub text: Text,
}

/// What the top of a file says, good or broken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Head {
    pub(crate) id: String,
    pub(crate) issues: Vec<String>,
    pub(crate) extends: Option<String>,
}

impl Source {
    /// Reads only what stands before the first table; without an id the file's stem is taken, so
    /// that a broken file still has a name to be listed under.
    pub(crate) fn head(&self) -> Head {
        let end = self.text.find("\n[").unwrap_or(self.text.len());
        let top = self.text.get(..end).unwrap_or_default();
        let (table, _errors_are_told_by_check) = DeTable::parse_recoverable(top);
        let table = table.get_ref();
        let text = |key: &str| {
            table.get(key).and_then(|value| value.get_ref().as_str()).map(str::to_owned)
        };
        let issues = table.get("issue").and_then(|value| value.get_ref().as_array());
        Head {
            id: text("id").filter(|id| !id.is_empty()).unwrap_or_else(|| self.stem().to_owned()),
            issues: issues
                .into_iter()
                .flat_map(|list| list.iter())
                .filter_map(|issue| match issue.get_ref() {
                    DeValue::String(issue) => Some(issue.clone().into_owned()),
                    _no_text => None,
                })
                .collect(),
            extends: text("extends"),
        }
    }

    fn stem(&self) -> &str {
        let file = self.name.rsplit(['/', '\\']).next().unwrap_or_default();
        file.strip_suffix(".toml").unwrap_or(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str) -> Head {
        Source {
            name: "shop/my-own.toml".into(),
            origin: Origin::Shop,
            text: text.to_owned().into(),
        }
        .head()
    }

    #[test]
    fn the_top_of_a_file_is_enough() {
        let head =
            head("id = 'a'\nextends = \"core\"\nissue = [\n 'x',\n 'y' ]\n[[step]]\nid = 1 2");
        assert_eq!(head.id, "a");
        assert_eq!(head.issues, ["x", "y"]);
        assert_eq!(head.extends.as_deref(), Some("core"));
    }

    #[test]
    fn a_file_that_cannot_be_read_has_its_stem_for_a_name() {
        assert_eq!(head("= = =").id, "my-own");
        assert_eq!(head("").id, "my-own");
        assert_eq!(head("id = 'still here'\n= broken").id, "still here");
    }
}
