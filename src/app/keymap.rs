//! Which key does what: the shipped `assets/keymap.toml`, then the person's own lines over it.
//!
//! Owns reading, conflicts and look-up. The names of actions and chords are theirs.

use super::{ACTIONS, Action, Chord, Context};
use crate::domain::Words;
use std::collections::{BTreeMap, HashMap};

/// The keymap every copy of the program ships with, as the build read it: place, key, action.
const SHIPPED: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/keymap.rs"));

/// Which key does what, in force.
#[derive(Debug, Clone, Default)]
pub struct Keymap {
    bindings: Vec<(Context, Chord, Action)>,
}

/// A line of a keymap file that cannot be used. The rest of the file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeymapProblem {
    /// The line it stands on, from 1; 0 when the file as a whole is at fault.
    pub line: usize,
    /// What is wrong, and what to do, in both languages.
    pub words: Words,
}

type Named = HashMap<&'static str, Action>;

type Tables =
    BTreeMap<toml::Spanned<String>, BTreeMap<toml::Spanned<String>, toml::Spanned<String>>>;

impl Keymap {
    /// The shipped keymap with the person's own file over it, and what is wrong with that file.
    #[must_use]
    pub fn new(own: Option<&str>) -> (Self, Vec<KeymapProblem>) {
        let named = ACTIONS.iter().map(|row| (row.name, row.action)).collect();
        let mut keymap = Self { bindings: Vec::with_capacity(SHIPPED.len()) };
        let mut problems = keymap.ship(&named);
        if let Some(own) = own {
            problems.extend(keymap.read(own, &named));
        }
        (keymap, problems)
    }

    /// Takes the shipped lines. What is wrong with one stands on no line of a file the person has;
    /// a test sees that there is nothing.
    fn ship(&mut self, named: &Named) -> Vec<KeymapProblem> {
        let mut seen = Vec::with_capacity(SHIPPED.len());
        let mut bind = |&(place, key, run): &(&str, &str, &str)| {
            let context = Context::from_name(place).ok_or_else(|| both(place, place))?;
            self.bind(context, key, (run, named), &mut seen)
        };
        let problem = |words| KeymapProblem { line: 0, words };
        SHIPPED.iter().filter_map(|line| bind(line).err().map(problem)).collect()
    }

    /// The action of a chord in a context; a pane's own keys win over the global ones. Overlays
    /// take nothing from the panes below, but know the global keys for moving and leaving.
    #[must_use]
    pub fn action(&self, context: Context, chord: Chord) -> Option<Action> {
        let chord = chord.folded();
        let of = |context| {
            let mut found = self.bindings.iter();
            found.find(|(c, k, _)| *c == context && *k == chord).map(|(_, _, action)| *action)
        };
        of(context).or_else(|| of(Context::Global))
    }

    /// The chords of an action, the one to show first.
    #[must_use]
    pub fn chords(&self, action: Action) -> Vec<Chord> {
        let mut chords = Vec::new();
        for (_, chord, bound) in &self.bindings {
            if *bound == action && !chords.contains(chord) {
                chords.push(*chord);
            }
        }
        chords
    }

    /// Every binding: context, chord, action.
    #[must_use]
    pub fn bindings(&self) -> &[(Context, Chord, Action)] {
        &self.bindings
    }

    fn read(&mut self, text: &str, named: &Named) -> Vec<KeymapProblem> {
        let tables: Tables = match toml::from_str(text) {
            Ok(tables) => tables,
            Err(error) => {
                let line = error.span().map_or(0, |span| line_of(text, span.start));
                return vec![KeymapProblem { line, words: both(error.message(), error.message()) }];
            }
        };
        let mut problems = Vec::new();
        let mut seen: Vec<(Context, Chord)> = Vec::new();
        for (table, keys) in tables {
            let Some(context) = Context::from_name(table.get_ref()) else {
                problems.push(unknown(
                    text,
                    &table,
                    "位置",
                    "place",
                    Context::ALL.map(Context::name),
                ));
                continue;
            };
            // In the order they are written: the first chord of an action is the one shown.
            let mut keys: Vec<_> = keys.into_iter().collect();
            keys.sort_by_key(|(key, _)| key.span().start);
            for (key, run) in keys {
                match self.bind(context, key.get_ref(), (run.get_ref(), named), &mut seen) {
                    Ok(()) => {}
                    Err(words) => problems
                        .push(KeymapProblem { line: line_of(text, key.span().start), words }),
                }
            }
        }
        problems.sort_by_key(|problem| problem.line);
        problems
    }

    fn bind(
        &mut self,
        context: Context,
        name: &str,
        (run, named): (&str, &Named),
        seen: &mut Vec<(Context, Chord)>,
    ) -> Result<(), Words> {
        let chord: Chord = name.parse().map_err(|wrong: super::ChordError| {
            both(&format!("没有'{name}'这个键"), &format!("there is no key '{name}': {wrong}"))
        })?;
        let chord = chord.folded();
        if seen.contains(&(context, chord)) {
            return Err(both(
                &format!("'{name}'在同一处写了两次，请删去一行"),
                &format!("'{name}' is bound twice in one place; delete one of the lines"),
            ));
        }
        seen.push((context, chord));
        if run.is_empty() {
            self.bindings.retain(|(c, k, _)| !(*c == context && *k == chord));
            return Ok(());
        }
        let action = named.get(run).copied().ok_or_else(|| {
            both(
                &format!("没有'{run}'这个动作，名称见 redress keys"),
                &format!("there is no action '{run}'; `redress keys` lists the names"),
            )
        })?;
        match self.bindings.iter_mut().find(|(c, k, _)| *c == context && *k == chord) {
            Some(binding) => binding.2 = action,
            None => self.bindings.push((context, chord, action)),
        }
        Ok(())
    }
}

fn both(zh: &str, en: &str) -> Words {
    Words::both(zh, en)
}

fn unknown<const N: usize>(
    text: &str,
    name: &toml::Spanned<String>,
    zh: &str,
    en: &str,
    known: [&str; N],
) -> KeymapProblem {
    let (found, list) = (name.get_ref(), known.join(", "));
    KeymapProblem {
        line: line_of(text, name.span().start),
        words: both(
            &format!("没有'{found}'这个{zh}，可用：{list}"),
            &format!("there is no {en} '{found}'; there are: {list}"),
        ),
    }
}

fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|b| *b == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Key;

    #[test]
    fn the_shipped_keymap_has_no_problem() {
        assert_eq!(Keymap::new(None).1, []);
    }

    #[test]
    fn every_action_but_those_of_the_palette_has_a_chord_an_input_method_lets_through() {
        let (keymap, _) = Keymap::new(None);
        for row in ACTIONS {
            let reachable = keymap.chords(row.action).iter().any(|chord| {
                chord.ctrl || chord.alt || !matches!(chord.key, Key::Char(c) if !c.is_ascii_digit())
            });
            assert!(reachable, "{}", row.name);
        }
    }

    #[test]
    fn the_chord_written_first_is_the_one_shown() {
        let (keymap, _) = Keymap::new(None);
        let shown = |action| keymap.chords(action).first().map(ToString::to_string);
        assert_eq!(shown(Action::Cancel).as_deref(), Some("esc"));
        assert_eq!(shown(Action::Accept).as_deref(), Some("enter"));
    }

    #[test]
    fn own_lines_win_and_an_empty_one_unbinds() {
        let own = "[global]\n\"ctrl-s\" = \"\"\n\"F11\" = \"send\"\n";
        let (keymap, problems) = Keymap::new(Some(own));
        assert_eq!(problems, []);
        assert_eq!(keymap.action(Context::Composer, "ctrl-s".parse().unwrap()), None);
        assert_eq!(keymap.action(Context::Composer, "F11".parse().unwrap()), Some(Action::Send));
    }

    #[test]
    fn a_wrong_line_is_named_and_the_rest_holds() {
        let own =
            "[global]\n\"ctrl-j\" = \"sent\"\n\"F11\" = \"send\"\n[quueue]\n\"x\" = \"send\"\n";
        let (keymap, problems) = Keymap::new(Some(own));
        let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [2, 4]);
        assert_eq!(keymap.action(Context::Queue, "F11".parse().unwrap()), Some(Action::Send));
    }

    #[test]
    fn one_key_written_in_two_ways_is_a_conflict() {
        let (_, problems) = Keymap::new(Some("[global]\n\"F11\" = \"send\"\n\"f11\" = \"help\"\n"));
        assert_eq!(problems.len(), 1);
    }

    #[test]
    fn full_width_letters_are_the_keys_they_look_like() {
        let (keymap, _) = Keymap::new(None);
        let wide = Chord::plain(Key::Char('ｊ'));
        assert_eq!(keymap.action(Context::Queue, wide), Some(Action::Down));
    }
}
