//! The tools of those who write playbooks, from within: difference, picture, moving a case, tests.

#![expect(clippy::unwrap_used, clippy::panic, reason = "in tests that is how one fails")]

use redress::desk::simulate::{Ground, Player, Reach, rehearse, unreached, walk};
use redress::desk::{Policy, moved};
use redress::domain::{FactStatus, FactValue, Fen, Lang, Stamp};
use redress::playbook::{
    ChangeKind, Deed, End, Library, NodeKind, Origin, Part, Playbook, Setting, Source, difference,
};
use std::collections::BTreeSet;
use std::sync::Arc;

const BOOK: &str = r#"id = "b"
title = { zh = "书", en = "Book" }
[[fact]]
id = "loss"
type = "money"
label = { zh = "损失", en = "Loss" }
ask = { zh = "多少？", en = "How much?" }
[[fact]]
id = "double"
type = "money"
label = { zh = "两倍", en = "Twice" }
compute = "loss * 2"
[[group]]
id = "gather"
title = { zh = "收集", en = "Gather" }
enough = 2
[[step]]
id = "calm"
calming = true
title = { zh = "安抚", en = "Calm" }
why = { zh = "先听。", en = "Listen." }
[[step.check]]
id = "heard"
text = { zh = "听了", en = "Heard" }
[[step]]
id = "one"
group = "gather"
title = { zh = "一", en = "One" }
why = { zh = "看。", en = "Look." }
asks = ["loss"]
[[step]]
id = "two"
group = "gather"
title = { zh = "二", en = "Two" }
why = { zh = "看。", en = "Look." }
exhibits = ["ev.photos"]
next = [{ when = "double > yuan(100)", goto = "dear" }, { goto = "talk" }]
[[step]]
id = "talk"
when = "loss > 0"
title = { zh = "谈", en = "Talk" }
why = { zh = "谈。", en = "Talk." }
needs = [{ when = "loss < yuan(30)", else = { zh = "太多", en = "Too much" } }]
repeat = { until = "sent('offer-2')", most = 2, then = "end" }
ladder = { replies = ["offer-1", "offer-2"], while = "true" }
[[step.reply]]
id = "offer-1"
kind = "offer"
title = { zh = "一", en = "First" }
text = { zh = "给您一元。", en = "One yuan." }
[[step.reply]]
id = "offer-2"
kind = "offer"
title = { zh = "二", en = "Second" }
text = { zh = "给您二元。", en = "Two yuan." }
[[ending]]
id = "dear"
title = { zh = "贵", en = "Dear" }
result = "refused"
[[test]]
name = "everything is reached"
do = [
  { pass = true }, { record = "loss", value = "10.00" }, { enter = "two" },
  { advance = true, refused = "missing", missing = ["exhibit:ev.photos"] },
  { exhibit = "ev.photos" }, { advance = true },
  { mood = "angry" }, { send = "offer-1", refused = "held" },
  { mood = "calm" }, { send = "offer-2", refused = "rung" },
  { send = "offer-1" }, { send = "offer-2" },
  { record = "loss", value = "40.00" },
  { expect = { facts = { double = "80.00" } } },
]
expect = { at = "talk", path = ["calm", "one", "two", "talk"] }
[[test]]
name = "too dear"
do = [{ pass = true }, { record = "loss", value = "60.00" }, { advance = true },
  { exhibit = "ev.photos" }, { advance = true, refused = "at-end" }]
expect = { ending = "dear" }
"#;

fn library(texts: &[&str]) -> Library {
    let mut sources = Library::shipped();
    for (n, text) in texts.iter().enumerate() {
        let name = format!("{n}.toml");
        sources.push(Source { name, origin: Origin::Shop, text: (*text).to_owned().into() });
    }
    Library::new(sources)
}

fn book(text: &str) -> Arc<Playbook> {
    let library = library(&[text]);
    let told: Vec<_> =
        library.check().into_iter().filter(|one| one.place.file == "0.toml").collect();
    library.get(&"b".into()).unwrap_or_else(|_| panic!("{told:#?}"))
}

fn monday() -> Stamp {
    Stamp::parse("2026-11-23T10:00:00+08:00").unwrap()
}

#[test]
fn a_playbook_does_not_differ_from_itself() {
    let library = library(&[]);
    for entry in library.list() {
        let one = library.get(&entry.id).unwrap();
        assert_eq!(difference(&one, &one), [], "{}", entry.id);
    }
    let commented = format!("# a comment\n{BOOK}");
    assert_eq!(difference(&book(BOOK), &book(&commented)), []);
}

#[test]
fn each_difference_is_told_once_and_back_again() {
    for (from, to, part, id, key) in [
        ("yuan(30)", "yuan(35)", Part::Step, "talk", "needs"),
        ("loss * 2", "loss * 3", Part::Fact, "double", "compute"),
        ("\"Twice\"", "\"Double\"", Part::Fact, "double", "label"),
        ("enough = 2", "enough = 1", Part::Group, "gather", "enough"),
        ("\"refused\"\n[[test", "\"void\"\n[[test", Part::Ending, "dear", "result"),
        ("\"One yuan.\"", "\"A yuan.\"", Part::Reply, "talk/offer-1", "text"),
        ("\"Heard\"", "\"Heard them\"", Part::Check, "calm/heard", "text"),
        ("ev.photos\"]", "ev.video\"]", Part::Step, "two", "exhibits"),
        ("yuan(100)", "yuan(90)", Part::Step, "two", "next"),
        ("most = 2", "most = 3", Part::Step, "talk", "repeat.most"),
        ("when = \"loss > 0\"", "when = \"loss > 1\"", Part::Step, "talk", "when"),
        ("while = \"true\"", "while = \"unhappy\"", Part::Step, "talk", "ladder.while"),
    ] {
        let (old, new) = (book(BOOK), book(&BOOK.replacen(from, to, 1)));
        let there = difference(&old, &new);
        assert_eq!(there.len(), 1, "{from}: {there:?}");
        let told = there.first().unwrap();
        assert_eq!((told.part, told.id.as_str()), (part, id), "{from}");
        let ChangeKind::Changed { key: said, before, after } = &told.kind else {
            unreachable!("{told:?}")
        };
        assert_eq!(*said, key, "{from}");
        let back = difference(&new, &old);
        let ChangeKind::Changed { before: was, after: is, .. } = &back.first().unwrap().kind else {
            unreachable!("{back:?}")
        };
        assert_eq!((was, is), (after, before), "{from}");
    }
}

#[test]
fn a_step_put_elsewhere_has_moved_and_nothing_else_has() {
    let step = |id: &str| {
        format!(
            "[[step]]\nid = \"{id}\"\ntitle = {{ zh = \"{id}\", en = \"{id}\" }}\n\
             why = {{ zh = \"因\", en = \"why\" }}\n"
        )
    };
    let head = "id = \"b\"\ntitle = { zh = \"书\", en = \"Book\" }\n";
    let calm = step("calm").replace("[[step]]\n", "[[step]]\ncalming = true\n");
    let written = |order: &[&str]| {
        let steps: String = order.iter().map(|id| step(id)).collect();
        book(&format!("{head}{calm}{steps}"))
    };
    let changes = difference(&written(&["a", "b", "c", "d"]), &written(&["d", "a", "b", "c"]));
    assert_eq!(changes.len(), 1, "{changes:?}");
    let moved = changes.first().unwrap();
    assert_eq!(moved.id, "d");
    assert_eq!(moved.kind, ChangeKind::Moved { behind: Some("calm".to_owned()) });
}

#[test]
fn the_picture_has_every_step_way_and_end() {
    let graph = book(BOOK).graph();
    let place = |id: &str| graph.nodes.iter().position(|node| node.id == id).unwrap();
    assert_eq!(graph.frames.len(), 1);
    assert_eq!(graph.nodes.iter().filter(|node| node.frame == Some(0)).count(), 2);
    let out: Vec<usize> = graph.ways_from(End::Frame(0)).map(|way| way.to).collect();
    assert_eq!(out, [place("dear"), place("talk")], "the group's ways are its last step's");
    assert_eq!(graph.ways_from(End::Node(place("one"))).count(), 0);
    assert_eq!(graph.ways_from(End::Node(place("talk"))).count(), 3, "rounds, after them, on");
    assert!(graph.nodes.iter().any(|node| node.kind == NodeKind::End));
    for lang in [Lang::Zh, Lang::En] {
        let chart = graph.mermaid(lang);
        let balance = chart.matches("subgraph").count();
        assert_eq!(chart.lines().filter(|line| line.trim() == "end").count(), balance, "{chart}");
        for way in &graph.ways {
            assert!(chart.contains(&format!("n{}", way.to)), "{chart}");
        }
    }
}

#[test]
fn tests_reach_what_they_reach() {
    let library = library(&[BOOK]);
    let book = library.get(&"b".into()).unwrap();
    let policy = Policy::default();
    let ground = Ground { library: Some(&library), policy: &policy, lang: Lang::Zh, at: monday() };
    let mut reached = BTreeSet::new();
    let tests = library.tests(&"b".into()).unwrap();
    for test in &tests {
        let ran = rehearse(&book, test, &ground);
        assert_eq!(ran.failures, [], "{}", test.name);
        reached.extend(ran.reached);
    }
    let need = Reach::Need { step: "talk".into(), no: 1 };
    assert_eq!(
        unreached(&book, &reached),
        std::slice::from_ref(&need),
        "no test is refused for the need"
    );
    reached.insert(need);
    assert_eq!(unreached(&book, &reached), []);
    let all = unreached(&book, &BTreeSet::new());
    assert_eq!(all.len(), 5, "{all:?}");
}

#[test]
fn what_a_child_inherits_is_not_its_own_to_reach() {
    let child = "id = \"child\"\ntitle = { zh = \"子\", en = \"Child\" }\nextends = \"b\"\n\
        [[step]]\nid = \"talk\"\ntighten = { needs = [{ when = \"loss > yuan(1)\", \
        else = { zh = \"太少\", en = \"Too little\" } }] }\n";
    let library = library(&[BOOK, child]);
    let book = library.get(&"child".into()).unwrap();
    let own = unreached(&book, &BTreeSet::new());
    assert_eq!(own, [Reach::Need { step: "talk".into(), no: 2 }]);
}

#[test]
fn a_walk_goes_as_far_as_it_can() {
    let library = library(&[BOOK]);
    let book = library.get(&"b".into()).unwrap();
    let policy = Policy::default();
    let ground = Ground { library: Some(&library), policy: &policy, lang: Lang::En, at: monday() };
    let walked = walk(&book, &[], &Setting::default(), &ground).unwrap();
    assert_eq!(walked.stays.len(), 1, "without anything happening it stays");
}

#[test]
fn moving_a_case_is_told_before_it_is_done() {
    let library = library(&[BOOK]);
    let old = library.get(&"b".into()).unwrap();
    let policy = Policy::default();
    let ground = Ground { library: None, policy: &policy, lang: Lang::En, at: monday() };
    let mut player = Player::begin(Arc::clone(&old), &Setting::default(), &ground).unwrap();
    let loss = FactValue::Money(Fen(1_000));
    let record =
        Deed::Record { fact: "loss".into(), value: loss.clone(), status: FactStatus::Confirmed };
    for deed in
        [Deed::Pass, record, Deed::Exhibit("ev.photos".into()), Deed::Advance, Deed::Advance]
    {
        player.play(&deed).unwrap();
    }
    assert_eq!(player.case().step.as_str(), "talk");
    let look = |text: &str| {
        let new = book(text);
        moved(player.case(), &new, &player.desk()).unwrap()
    };
    let harmless = look(&BOOK.replace("yuan(30)", "yuan(35)"));
    assert!(harmless.is_harmless(), "{harmless:?}");
    assert_eq!((harmless.from.as_str(), harmless.to.as_str()), ("talk", "talk"));
    assert_eq!(harmless.changes.len(), 1);
    let unknown = look(&BOOK.replacen("type = \"money\"", "type = \"number\"", 1));
    assert_eq!(unknown.lost_facts, [("loss".into(), loss)]);
    let unticked = look(&BOOK.replace("\"heard\"", "\"listened\""));
    assert_eq!(unticked.lost_ticks, [("calm".into(), "heard".into())]);
    assert_eq!(unticked.reopened.len(), 1, "{:?}", unticked.reopened);
    let gone = look(
        &BOOK
            .replace("id = \"talk\"", "id = \"speak\"")
            .replace("goto = \"talk\"", "goto = \"speak\""),
    );
    assert_eq!(gone.to.as_str(), "calm", "the step is gone: the case begins anew");
    assert!(moved(player.case(), &old, &player.desk()).is_err(), "it runs on it already");
}

#[test]
fn the_box_proves_itself() {
    let library = library(&[]);
    let policy = Policy::default();
    let ground = Ground { library: Some(&library), policy: &policy, lang: Lang::Zh, at: monday() };
    let began = std::time::Instant::now();
    let mut told = Vec::new();
    for entry in library.list() {
        let book = library.get(&entry.id).unwrap();
        let mut reached = BTreeSet::new();
        for test in library.tests(&entry.id).unwrap() {
            let ran = rehearse(&book, &test, &ground);
            told.extend(ran.failures.iter().map(|failure| format!("{}: {failure:?}", entry.name)));
            reached.extend(ran.reached);
        }
        let missed = unreached(&book, &reached);
        told.extend(
            missed.iter().map(|reach| format!("{}: no test reaches {reach:?}", entry.name)),
        );
    }
    assert!(told.is_empty(), "\n{}", told.join("\n"));
    assert!(began.elapsed().as_secs() < 20, "a debug build is ten times slower than what counts");
}

#[test]
fn an_ending_does_not_want_words_that_would_not_be_true() {
    let text = BOOK.replace("id = \"dear\"\n", "id = \"dear\"\nreply = \"bye\"\n");
    let bye = "[[step.reply]]\nid = \"bye\"\nkind = \"inform\"\nwhen = \"loss > yuan(100)\"\n\
               title = { zh = \"再见\", en = \"Bye\" }\ntext = { zh = \"太贵了。\", en = \"Too dear.\" }\n\
               [[step]]\nid = \"talk\"\n";
    let text = text.replace("[[step]]\nid = \"talk\"\n", bye);
    let (book, policy) = (book(&text), Policy::default());
    let ground = Ground { library: None, policy: &policy, lang: Lang::En, at: monday() };
    for (loss, wanted) in [(6_000, None), (12_000, Some("reply-wanted"))] {
        let mut player = Player::begin(Arc::clone(&book), &Setting::default(), &ground).unwrap();
        let value = FactValue::Money(Fen(loss));
        let status = FactStatus::Confirmed;
        let record = Deed::Record { fact: "loss".into(), value, status };
        let collect = Deed::Exhibit("ev.photos".into());
        for deed in [Deed::Pass, record, Deed::Advance, collect] {
            player.play(&deed).unwrap();
        }
        let closed = player.play(&Deed::Close(redress::domain::CloseResult::Refused));
        assert_eq!(closed.err().map(|why| why.name()), wanted, "{loss}");
    }
}
