//! What the guard puts in the place of a sentence: taken, it leaves nothing of the rule that asked
//! for it, and with its gaps filled nothing the guard would stop or ask after.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use proptest::prelude::*;
use redress::guide::{Context, Finding, Guard};
use redress::standard::WordingLevel;
use std::sync::LazyLock;
use toml::Value;

static GUARD: LazyLock<Guard> = LazyLock::new(Guard::shipped);

/// A sentence for each rule of both files that it finds, with the rule: the examples of the guard's
/// own, each phrase of the wording's.
static SENTENCES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let own: Value = toml::from_str(include_str!("../playbooks/signals-guard.toml")).unwrap();
    let wording: Value = toml::from_str(include_str!("../playbooks/wording.toml")).unwrap();
    let mut all = Vec::new();
    for (file, key) in [(own, "example"), (wording, "find")] {
        for rule in file.get("rule").and_then(Value::as_array).unwrap() {
            let id = rule.get("id").and_then(Value::as_str).unwrap().to_owned();
            for line in rule.get(key).and_then(Value::as_array).into_iter().flatten() {
                all.push((id.clone(), line.as_str().unwrap().to_owned()));
            }
        }
    }
    all
});

fn read(draft: &str) -> Vec<Finding> {
    GUARD.read(draft, &Context::default())
}

/// A draft with the rewrite of a finding taken, as one key does it.
fn taken(draft: &str, finding: &Finding) -> Option<String> {
    let rewrite = finding.rewrite.as_ref()?;
    let (head, rest) = draft.split_at(rewrite.span.start);
    let tail = rest.get(rewrite.span.len()..).unwrap();
    Some(format!("{head}{}{tail}", rewrite.text))
}

/// A draft with what stands in braces filled in by hand.
fn filled(draft: &str) -> String {
    let mut out = String::new();
    let mut rest = draft;
    while let Some((head, tail)) = rest.split_once('{') {
        let latin = head.is_ascii() && tail.is_ascii();
        let (gap, after) = tail.split_once('}').unwrap_or((tail, ""));
        out.push_str(head);
        out.push_str(match gap {
            "n" | "N" => "3",
            "time" | "时间" => "18:00",
            _any if latin => "the box",
            _any => "纸箱",
        });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[test]
fn a_rewrite_taken_leaves_nothing_of_its_rule_and_reads_clean() {
    let (mut tried, mut wrong) = (0, Vec::new());
    for (id, line) in SENTENCES.iter() {
        for finding in read(line) {
            let Some(after) = taken(line, &finding) else { continue };
            tried += 1;
            let left = read(&filled(&after));
            let again = left.iter().any(|one| one.rule == finding.rule);
            let stops = left.iter().find(|one| one.level != WordingLevel::Tone);
            let whole = finding.rewrite.as_ref().is_some_and(|one| one.span == (0..line.len()));
            if again || whole && stops.is_some() {
                let why: Vec<&str> = left.iter().map(|one| one.rule.as_str()).collect();
                wrong.push(format!("{id}: {line} > {after}: {why:?}"));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    println!("{tried} rewrites taken");
    assert!(tried > 500, "{tried}");
    assert!(wrong.is_empty(), "{} {wrong:#?}", wrong.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn among_other_sentences_a_rewrite_changes_its_own_only(
        which in 0..usize::MAX,
        before in "(您好。|照片收到了！|Hi there\\. )?",
        after in "(。我在的|！有问题随时说|\\. I am here)?",
    ) {
        let (_, line) = &SENTENCES[which % SENTENCES.len()];
        let draft = format!("{before}{line}{after}");
        for finding in read(&draft) {
            prop_assert!(draft.get(finding.span.clone()).is_some_and(|words| !words.is_empty()));
            if let Some(rewritten) = taken(&draft, &finding) {
                prop_assert!(rewritten.starts_with(&before), "{rewritten}");
                prop_assert!(rewritten.ends_with(&after), "{rewritten}");
                let left = read(&rewritten);
                let once = read(&draft).iter().filter(|one| one.rule == finding.rule).count();
                let still = left.iter().filter(|one| one.rule == finding.rule).count();
                prop_assert!(still < once, "{}: {rewritten}", finding.rule);
            }
        }
    }
}
