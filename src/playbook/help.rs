//! The pages of the playbook language, one a construct, in both languages, each with an example
//! that holds.
//!
//! Owns reading them; knows no terminal and no file system: they are part of the program.

use crate::domain::{Words, nearest};
use serde::Deserialize;

/// The page of a construct.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// The construct, as asked for.
    pub name: String,
    /// What it is called.
    pub title: Words,
    /// What it does, in Chinese.
    zh: String,
    /// What it does, in English.
    en: String,
    /// How it is written: a file, or a part of one that extends `core`.
    pub example: String,
}

/// All pages, in the order they are best read in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manual {
    #[serde(rename = "page")]
    pages: Vec<Page>,
}

/// The head of an example that has none of its own.
const HEAD: &str = "id = \"example\"\n\
                    title = { zh = \"例子\", en = \"Example\" }\n\
                    extends = \"core\"\n";

impl Manual {
    /// Reads the pages.
    ///
    /// # Errors
    /// The TOML error with its place, should the program's own text be damaged.
    pub fn load() -> Result<Self, toml::de::Error> {
        toml::from_str(include_str!("../../assets/help/playbook.toml"))
    }

    /// The pages, in the order they are best read in.
    #[must_use]
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// The page of a construct; `[[fact]]` and `fact` are the same.
    ///
    /// # Errors
    /// The nearest name there is, if one is close enough to be meant.
    pub fn page(&self, construct: &str) -> Result<&Page, Option<&str>> {
        let bare = construct.trim().trim_matches(['[', ']']).to_lowercase().replace('_', "-");
        let bare = bare.strip_prefix("step.").unwrap_or(&bare);
        let names = || self.pages.iter().map(|page| page.name.as_str());
        self.pages.iter().find(|page| page.name == bare).ok_or_else(|| nearest(bare, names()))
    }
}

impl Page {
    /// What the construct does.
    #[must_use]
    pub fn text(&self) -> Words {
        Words::both(self.zh.trim_end(), self.en.trim_end())
    }

    /// The example as a file of its own.
    #[must_use]
    pub fn example_file(&self) -> String {
        if self.example.starts_with("id = ") {
            return self.example.clone();
        }
        format!("{HEAD}{}", self.example)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;
    use crate::domain::cells::width;

    #[test]
    fn every_page_is_whole_and_fits_a_terminal() {
        let manual = Manual::load().unwrap();
        assert!(manual.pages().len() > 40);
        let mut names: Vec<&str> = manual.pages().iter().map(|page| page.name.as_str()).collect();
        for page in manual.pages() {
            for lang in [Lang::Zh, Lang::En] {
                assert!(!page.title.get(lang).is_empty(), "{}", page.name);
                for line in page.text().get(lang).lines() {
                    assert!(width(line) <= 80, "{} {lang}: {line}", page.name);
                }
            }
            assert!(page.example.ends_with('\n'), "{}", page.name);
        }
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), manual.pages().len(), "a page a name");
    }

    #[test]
    fn what_a_page_leads_to_is_there() {
        let manual = Manual::load().unwrap();
        for page in manual.pages() {
            let (zh, en) = (page.text(), page.text());
            let zh = zh.get(Lang::Zh).split("（见 ").skip(1).map(|rest| rest.split('）').next());
            let en = en.get(Lang::En).split("(see ").skip(1).map(|rest| rest.split(')').next());
            for named in zh.chain(en).flatten() {
                let first = named.split([' ', '、', ',']).next().unwrap();
                assert!(first == "there" || manual.page(first).is_ok(), "{}: {named}", page.name);
            }
        }
    }

    #[test]
    fn a_page_is_found_as_people_ask_for_it() {
        let manual = Manual::load().unwrap();
        for name in ["fact", "[[fact]]", "FACT", "[[step.reply]]", "case_timer"] {
            assert!(manual.page(name).is_ok(), "{name}");
        }
        assert_eq!(manual.page("facts"), Err(Some("fact")));
        assert_eq!(manual.page("quux"), Err(None));
    }
}
