//! Children worked into their parents.

use super::super::read::read;
use super::*;
use proptest::prelude::*;

fn book(text: &str) -> RawBook {
    read(text, 0).book
}

fn order(merged: &Merged) -> Vec<&str> {
    merged.steps().map(|step| step.id.as_str()).collect()
}

const PARENT: &str = "
    [[step]]
    id = 'ack'
    title = { zh = '响应', en = 'Answer' }
    [[step.check]]
    id = 'read'
    text = { en = 'old' }
    [[step.check]]
    id = 'x'
    text = { en = 'x' }
    [[step]]
    id = 'ask'
    [[step]]
    id = 'agree'
";

#[test]
fn new_steps_find_their_place_in_the_order_written() {
    let (parent, _) = merge(book(PARENT), None);
    let child = "
        [[step]]
        id = 'one'
        after = 'ask'
        [[step]]
        id = 'two'
        after = 'ask'
        [[step]]
        id = 'zero'
        before = 'ack'
        [[step]]
        id = 'inner'
        before = 'two'
        [[step]]
        id = 'last'
    ";
    let (merged, _) = merge(book(child), Some(&parent));
    assert_eq!(order(&merged), ["zero", "ack", "ask", "one", "inner", "two", "agree", "last"]);
}

#[test]
fn fields_given_replace_and_the_rest_is_kept() {
    let (parent, _) = merge(book(PARENT), None);
    let child = "
        [[step]]
        id = 'ack'
        optional = true
        [[step.check]]
        id = 'read'
        text = { en = 'new' }
        [[step.check]]
        id = 'more'
        text = { en = 'more' }
    ";
    let (merged, _) = merge(book(child), Some(&parent));
    let ack = &merged.book.steps[0];
    assert_eq!(ack.title.as_ref().unwrap().words().get(crate::domain::Lang::En), "Answer");
    assert!(ack.optional.as_ref().unwrap().value);
    let texts: Vec<&str> =
        ack.checks.iter().map(|check| check.text.en.as_ref().unwrap().as_str()).collect();
    assert_eq!(texts, ["new", "x", "more"]);
}

#[test]
fn a_way_to_a_step_left_out_leads_on_behind_it() {
    let (parent, _) = merge(book(PARENT), None);
    let child = "skip = [{ step = 'ask' }, { step = 'agree' }]";
    let (mut merged, problems) = merge(book(child), Some(&parent));
    assert!(problems.is_empty());
    assert_eq!(order(&merged), ["ack"]);
    assert_eq!(merged.target("ask"), Some(Target::End));
    merged.skipped.remove("agree");
    assert_eq!(merged.target("ask"), Some(Target::Step("agree")));
    assert_eq!(merged.target("end"), Some(Target::End));
    assert_eq!(merged.target("nowhere"), None);
}

#[test]
fn steps_that_wait_for_each_other_are_told() {
    let text = "
        [[step]]
        id = 'a'
        after = 'b'
        [[step]]
        id = 'b'
        after = 'a'
        [[step]]
        id = 'c'
        after = 'nowhere'
    ";
    let (merged, problems) = merge(book(text), None);
    let circles = problems.iter().filter(|p| matches!(p.code, Code::AnchorCircle { .. })).count();
    assert_eq!(circles, 2);
    assert!(problems.iter().any(|p| matches!(p.code, Code::UnknownName { .. })));
    assert_eq!(order(&merged).len(), 3);
}

#[test]
fn what_is_tightened_is_added_and_what_is_dropped_is_gone() {
    let text = "
        [[step]]
        id = 'ack'
        asks = ['a']
        requires = ['a']
        timer = { id = 't', due = '2h' }
        [[step.check]]
        id = 'read'
        text = { en = 'Read' }
        [[step.reply]]
        id = 'hi'
        kind = 'calm'
        title = { en = 'Hi' }
        text = { en = 'Hi' }
        done = ['read']
        [[step.reply]]
        id = 'ho'
        kind = 'calm'
        title = { en = 'Ho' }
        text = { en = 'Ho' }
    ";
    let (parent, _) = merge(book(text), None);
    let child = book(
        "
        [[step]]
        id = 'ack'
        drop = ['read', 'ho']
        [step.tighten]
        needs = [{ when = 'x', else = { en = 'X' } }]
        requires = ['b']
        exhibits = ['ev.pod']
        timer = { id = 't', due = '1h working' }
    ",
    );
    let (merged, problems) = merge(child.clone(), Some(&parent));
    assert_eq!(problems, []);
    let ack = &merged.book.steps[0];
    let names = |names: &Option<Vec<At<String>>>| -> Vec<String> {
        names.iter().flatten().map(|name| name.value.clone()).collect()
    };
    assert_eq!(
        (names(&ack.asks), names(&ack.requires)),
        (vec!["a".into(), "b".into()], vec!["a".into(), "b".into()])
    );
    assert_eq!(names(&ack.exhibits), ["ev.pod"]);
    assert_eq!(ack.timer.as_ref().unwrap().due.value, "1h working");
    assert!(ack.checks.is_empty());
    assert_eq!(ack.replies.len(), 1);
    assert!(ack.replies[0].done.is_empty());
    assert_eq!(ack.needs.as_ref().unwrap().len(), 1);
}

fn any_child() -> impl Strategy<Value = String> {
    let step = (
        prop_oneof!["ack|ask|agree".prop_map(String::from), "new[a-e]".prop_map(String::from)],
        prop_oneof![
            Just(String::new()),
            "ack|ask|agree|newa|newb".prop_map(|at| format!("after = '{at}'\n")),
            "ack|ask|agree|newa|newb".prop_map(|at| format!("before = '{at}'\n")),
        ],
        proptest::collection::vec(
            prop_oneof![
                Just("optional = true\n".to_owned()),
                "[xy]".prop_map(|n| format!("drop = ['{n}']\n")),
                "[xy]".prop_map(|n| format!("tighten = {{ requires = ['{n}'], exhibits = ['ev.{n}'], needs = [{{ when = '{n}', else = {{ en = '{n}' }} }}] }}\n")),
                "[ab]".prop_map(|n| format!("group = '{n}'\n")),
            ],
            0..2,
        ),
        proptest::collection::btree_set("[xyz]", 0..3),
    );
    let step = step.prop_map(|(id, place, keys, checks)| {
        let keys: String = keys.concat();
        let checks: Vec<String> = checks
            .iter()
            .map(|id| format!("[[step.check]]\nid = '{id}'\ntext = {{ en = '{id}' }}\n"))
            .collect();
        (id.clone(), format!("[[step]]\nid = '{id}'\n{place}{keys}{}", checks.concat()))
    });
    let rest = prop_oneof![
        "[ab]".prop_map(|id| format!("[[group]]\nid = '{id}'\ntitle = {{ en = 'G' }}\n")),
        "[ab]".prop_map(|id| format!("[[ending]]\nid = 'e{id}'\ntitle = {{ en = 'E' }}\nresult = 'void'\n")),
        "angry|calm".prop_map(|mood| format!("[[overlay]]\nfor = {{ mood = ['{mood}'] }}\n[[overlay.step]]\nid = 'ack'\nskip = true\n")),
        "[ab]".prop_map(|id| format!("[[fact]]\nid = '{id}'\ntype = 'bool'\nlabel = {{ en = 'F' }}\nask = {{ en = 'F' }}\n")),
    ];
    let skip = prop_oneof![Just(""), Just("skip = [{ step = 'ask', why = { en = 'x' } }]\n")];
    let steps = proptest::collection::vec(step, 0..6);
    (skip, steps, proptest::collection::vec(rest, 0..4)).prop_map(|(skip, steps, rest)| {
        let steps: BTreeMap<String, String> = steps.into_iter().collect();
        let steps: String = steps.into_values().collect();
        format!("{skip}{steps}{}", rest.concat())
    })
}

/// Everything but which steps are the last file's own.
fn shape(merged: &Merged) -> String {
    format!("{:?} {:?}", merged.book, merged.skipped)
}

proptest! {
    #[test]
    fn merging_the_same_file_in_again_changes_nothing(text in any_child()) {
        let (parent, _) = merge(book(PARENT), None);
        let child = book(&text);
        let (once, problems) = merge(child.clone(), Some(&parent));
        // What comes of a file that is told to be broken is not promised.
        prop_assume!(!problems.iter().any(|found| matches!(
            found.code,
            Code::DuplicateId { .. } | Code::OnlyInherited { .. } | Code::AnchorCircle { .. }
        )));
        let (twice, _) = merge(child, Some(&once));
        prop_assert_eq!(shape(&once), shape(&twice), "{}", text);
    }
}
