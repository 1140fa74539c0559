//! Cuts a copied pane into blocks: one line of name and time, and what stands below it.

use super::{card, name};
use crate::domain::CleanText;
use crate::exchange::{
    local_time::{DatedLine, dated_line},
    outcome::{BadReason, BadRow},
};
use chrono::NaiveDateTime;
use std::collections::{HashMap, HashSet};

/// Who or what a block is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// Somebody wrote.
    By(String),
    /// One agent gave the chat to another.
    HandOver { from: String, to: String },
    /// Somebody took a message back.
    Withdrawn { name: String, line: String },
}

/// A message before it is known who the buyer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block<'a> {
    /// The line it begins in, from 1.
    pub line: usize,
    pub said: Said,
    /// `None` for lines that carry no time.
    pub at: Option<NaiveDateTime>,
    pub body: Vec<&'a str>,
}

/// A pane, cut up.
#[derive(Debug, Default)]
pub(super) struct Blocks<'a> {
    pub found: Vec<Block<'a>>,
    pub bad: Vec<BadRow>,
    pub skipped: usize,
    /// Whether lines belong to the last block of `found`; otherwise they are nobody's.
    open: bool,
    /// Whether nobody's lines were named already, as one bad row.
    named: bool,
}

impl<'a> Blocks<'a> {
    /// Cuts up a pane's lines. `shop_names` help to tell names from speech.
    pub(super) fn of(lines: &[&'a str], shop_names: &[String]) -> Self {
        let names = Names::of(lines, shop_names);
        let mut blocks = Self::default();
        let mut at = 0;
        while let Some(line) = lines.get(at).copied() {
            let rest = lines.get(at..).unwrap_or_default();
            at += blocks.take(line, rest, at + 1, &names);
        }
        for block in &mut blocks.found {
            while block.body.last().is_some_and(|line| line.trim().is_empty()) {
                block.body.pop();
            }
        }
        blocks
    }

    /// Takes in a line and says how many it took.
    fn take(&mut self, line: &'a str, rest: &[&'a str], no: usize, names: &Names) -> usize {
        let card = card::card_length(rest);
        if card > 0 {
            self.skipped += card;
            return card;
        }
        if card::is_notice(line) {
            self.skipped += 1;
            return 1;
        }
        let Some(heading) = name::heading(line) else {
            self.body(line, no);
            return 1;
        };
        if let Some(dated) = dated_line(&heading) {
            if dated.rest.is_empty() {
                // A time alone: its name was taken as a heading one line above, or it is speech.
                self.body(line, no);
                return 1;
            }
            if let Some(said) = said_by(dated.rest) {
                self.begin(no, said, dated.at, line);
                return 1;
            }
        } else if let Some(said) = names.withdrawn(&heading) {
            self.found.push(Block { line: no, said, at: None, body: Vec::new() });
            self.open = false;
            self.named = false;
            return 1;
        } else if let Some(dated) = names.on_two_lines(rest)
            && let Some(said) = said_by(&heading)
        {
            self.begin(no, said, dated.at, line);
            return 2;
        }
        self.body(line, no);
        1
    }

    fn begin(&mut self, no: usize, said: Said, at: Option<NaiveDateTime>, line: &'a str) {
        self.open = at.is_some();
        self.named = at.is_none();
        if at.is_some() {
            self.found.push(Block { line: no, said, at, body: Vec::new() });
        } else {
            let text = CleanText::new(line);
            self.bad.push(BadRow::new(no, BadReason::BadTime { text }, line));
        }
    }

    fn body(&mut self, line: &'a str, no: usize) {
        let blank = line.trim().is_empty();
        if self.open {
            if let Some(block) = self.found.last_mut()
                && !(blank && block.body.is_empty())
            {
                block.body.push(line.trim_end());
            }
        } else if card::is_read_mark(line) {
            self.skipped += 1;
        } else if !blank && !self.named {
            self.named = true;
            self.bad.push(BadRow::new(no, BadReason::NoSpeaker, line));
        }
    }
}

fn said_by(heading: &str) -> Option<Said> {
    if let Some((from, to)) = heading.split_once("-->") {
        let (from, to) = (from.trim(), to.trim());
        return (name::is_name(from) && name::is_name(to))
            .then(|| Said::HandOver { from: from.to_owned(), to: to.to_owned() });
    }
    name::is_name(heading).then(|| Said::By(heading.to_owned()))
}

/// Names the pane itself shows to be names.
struct Names {
    certain: HashSet<String>,
    /// Names over a time of its own line, and how often.
    above: HashMap<String, usize>,
    one_line_style: bool,
}

impl Names {
    fn of(lines: &[&str], shop_names: &[String]) -> Self {
        let mut names = Self {
            certain: shop_names.iter().cloned().collect(),
            above: HashMap::new(),
            one_line_style: false,
        };
        let mut before: Option<String> = None;
        // Where only a heading can follow: at the very beginning, and after a read mark.
        let mut heading_follows = true;
        let mut before_is_heading = false;
        for line in lines {
            let Some(heading) = name::heading(line) else {
                before = None;
                continue;
            };
            let is_heading = std::mem::replace(&mut heading_follows, card::is_read_mark(line));
            if let Some(dated) = dated_line(&heading) {
                if dated.rest.is_empty() {
                    if let Some(name) = before.take().filter(|name| name::is_name(name)) {
                        if before_is_heading {
                            names.certain.insert(name.clone());
                        }
                        *names.above.entry(name).or_default() += 1;
                    }
                } else if name::is_name(dated.rest) {
                    names.one_line_style = true;
                    names.certain.insert(dated.rest.to_owned());
                }
                before = None;
            } else {
                before = Some(heading);
                before_is_heading = is_heading;
            }
        }
        names
    }

    /// The time below a name, if these two lines are a heading. Speech followed by a pasted time
    /// looks the same: in a pane with headings on one line, a name must show itself as one.
    fn on_two_lines(&self, rest: &[&str]) -> Option<DatedLine<'static>> {
        let [name, time, ..] = rest else { return None };
        let name = name::heading(name)?;
        let time = name::heading(time)?;
        let at = dated_line(&time).filter(|dated| dated.rest.is_empty())?.at;
        let is_name = name::is_staff(&name)
            || self.certain.contains(&name)
            || !self.one_line_style
            || self.above.get(&name).is_some_and(|&times| times > 1);
        let arrow = name.contains("-->");
        (arrow || (is_name && name::is_name(&name))).then_some(DatedLine { rest: "", at })
    }

    /// A message taken back; `我撤回了一条消息` in a sentence is speech.
    fn withdrawn(&self, heading: &str) -> Option<Said> {
        let line = heading.strip_suffix("重新编辑").unwrap_or(heading).trim_end();
        let before = line.strip_suffix("撤回了一条消息")?;
        let name = before.trim().trim_matches(['"', '“', '”']);
        let known = self.certain.contains(name)
            || self.above.contains_key(name)
            || ["你", "您", "对方"].contains(&name);
        let spaced = before.ends_with(char::is_whitespace) && name::is_name(name);
        (known || spaced).then(|| Said::Withdrawn { name: name.to_owned(), line: line.to_owned() })
    }
}
