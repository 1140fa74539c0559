//! Shipped playbooks with something wrong in them: nothing panics, and nothing is lost in silence.
//! What loads without a word means the same exactly when it says the same.

use redress::domain::PlaybookId;
use redress::playbook::{Library, Origin, Playbook, Rehearsal, Source};
use toml::{Table, Value};

const MUTANTS: usize = 500;

/// A generator of numbers that are the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(most.max(1)).unwrap_or(1)).unwrap_or_default()
    }
}

/// What a character may turn into.
const SIGNS: [char; 14] =
    ['x', '0', '\'', '"', '=', '[', '}', '-', '_', ' ', '已', '\n', '#', '\\'];

/// The text with one thing wrong in it.
fn mutant(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let at = dice.below(lines.len());
    match dice.below(6) {
        0 => {
            lines.remove(at);
        }
        1 => lines.insert(at, lines.get(at).copied().unwrap_or_default()),
        2 => {
            let other = dice.below(lines.len());
            lines.swap(at, other);
        }
        3 if at + 1 < lines.len() => lines.swap(at, at + 1),
        4 => {
            let end = text.floor_char_boundary(dice.below(text.len()));
            return text.get(..end).unwrap_or_default().to_owned();
        }
        _flip => {
            let mut chars: Vec<char> = text.chars().collect();
            let at = dice.below(chars.len());
            let sign = SIGNS.get(dice.below(SIGNS.len())).copied().unwrap_or_default();
            if let Some(char) = chars.get_mut(at) {
                *char = sign;
            }
            return chars.into_iter().collect();
        }
    }
    lines.join("\n") + "\n"
}

/// Everything a playbook means, its version and its source left out.
fn meaning(book: &Playbook, tests: &[Rehearsal]) -> String {
    let head = format!(
        "{} {:?} {:?} {:?} {:?} {} {:?} {:?} {:?}",
        book.reference.id,
        book.title,
        book.about,
        book.issues,
        book.platforms,
        book.spine,
        book.evidence,
        book.guards,
        book.trigger
    );
    let body = format!(
        "{:?} {:?} {:?} {:?} {:?} {:?}",
        book.facts, book.steps, book.groups, book.endings, book.timers, book.overlays
    );
    let test = |test: &Rehearsal| {
        let acts = test.acts.iter().map(|act| (&act.deed, &act.refused, &act.missing));
        let acts: Vec<_> = acts.collect();
        format!("{:?} {:?} {:?} {acts:?} {:?}", test.name, test.setting, test.at, test.expect)
    };
    let tests: Vec<String> = tests.iter().map(test).collect();
    [head, body, tests.concat()].concat()
}

/// What a file says, without what is said to nobody but its reader, and without what says only what
/// would be so anyhow.
fn said(text: &str) -> Option<Value> {
    let mut table: Table = text.parse().ok()?;
    if let Some(Value::Array(skips)) = table.get_mut("skip") {
        for skip in skips.iter_mut() {
            skip.as_table_mut()?.remove("why");
        }
        // Steps are left out together: in no order.
        skips.sort_by_key(ToString::to_string);
    }
    let mut value = Value::Table(table);
    plain(&mut value);
    Some(value)
}

fn plain(value: &mut Value) {
    match value {
        Value::Table(table) => {
            table.retain(|key, value| {
                plain(value);
                // Where a step is put shows in the order of the steps, or not at all.
                let place = matches!(key, "after" | "before");
                let nothing = matches!(value, Value::Array(list) if list.is_empty())
                    || matches!(value, Value::Boolean(false)) && key != "default" && key != "value";
                !place && !nothing
            });
        }
        Value::Array(list) => list.iter_mut().for_each(plain),
        Value::String(_)
        | Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_) => {}
    }
}

/// What is told of one file, and what it means if it can be used.
fn load(sources: Vec<Source>, name: &str) -> (Vec<String>, Option<String>) {
    let library = Library::new(sources);
    let Some(entry) = library.entry(name) else {
        return (vec!["not there".to_owned()], None);
    };
    let told = entry.diagnostics.iter().map(|d| format!("{} {:?}", d.code.name(), d.message));
    let told: Vec<String> = told.collect();
    let id: &PlaybookId = &entry.id;
    let book = library.get(id).ok().filter(|_| entry.version.is_some());
    let tests = library.tests(id).unwrap_or_default();
    (told, book.map(|book| meaning(&book, &tests)))
}

#[test]
fn a_damaged_file_is_told_of_or_means_what_it_says() {
    let shipped = Library::shipped();
    let mut dice = Dice(0x5eed_2026_1122);
    let mut clean = 0;
    let mut lost: Vec<String> = Vec::new();
    let mut seen: Vec<(Vec<String>, Option<String>)> = Vec::new();
    for source in &shipped {
        seen.push(load(shipped.clone(), &source.name));
    }
    for round in 0..MUTANTS {
        let which = dice.below(shipped.len());
        let original = &shipped[which];
        let text = mutant(&original.text, &mut dice);
        let mut sources = shipped.clone();
        sources[which] =
            Source { name: original.name.clone(), origin: Origin::Shop, text: text.clone().into() };
        let (told, means) = load(sources, &original.name);
        let (before, was) = &seen[which];
        let new = told.iter().any(|fault| !before.contains(fault));
        if new || told.len() > before.len() {
            continue;
        }
        clean += 1;
        let means = means.unwrap_or_else(|| panic!("round {round}: unusable without a word"));
        let (says, said_before) = (said(&text), said(&original.text));
        if says == said_before {
            continue;
        }
        if Some(&means) == was.as_ref() {
            let differs = difference(&original.text, &text);
            lost.push(format!("round {round}: {}\n{differs}", original.name));
        }
    }
    assert!(lost.is_empty(), "these say something else and mean the same\n{}", lost.join("\n"));
    assert!(clean > MUTANTS / 20, "{clean} loaded without a word: the rest proves nothing");
}

/// The first lines that differ.
fn difference(a: &str, b: &str) -> String {
    let pairs = a.lines().zip(b.lines()).filter(|(a, b)| a != b).take(3);
    pairs.map(|(a, b)| format!("- {a}\n+ {b}")).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_file_that_says_the_same_means_the_same() {
    let shipped = Library::shipped();
    for (at, source) in shipped.iter().enumerate() {
        let (_, before) = load(shipped.clone(), &source.name);
        let mut sources = shipped.clone();
        let spaced: Vec<String> =
            source.text.lines().map(|line| format!("{line}  # a remark")).collect();
        let whole = !source.text.contains("\"\"\"");
        assert!(whole, "{}: a remark would be read as text", source.name);
        sources[at].text = spaced.join("\n\n").into();
        let (_, after) = load(sources, &source.name);
        assert_eq!(before, after, "{}", source.name);
    }
}
