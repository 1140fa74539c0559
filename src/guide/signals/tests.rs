use super::*;
use proptest::prelude::*;

const SMALL: &str = r#"
issue = [{ id = "damage", title = { zh = "破损", en = "Damage" } }]

[[signal]]
id = "a"
issue = "damage"
denied = true
find = ["碎了"]
except = ["碎了心"]
unless = ["拼图"]
example = ["全碎了"]
counter = ["没碎了", "碎了心", "拼图碎了"]
"#;

fn faults(text: &str) -> Vec<String> {
    let all = Signals::of([("shop.toml", text)]);
    all.faults().iter().chain(&all.rehearse()).map(ToString::to_string).collect()
}

#[test]
fn the_shipped_signals_hold_on_their_own_examples() {
    let all = Signals::shipped();
    let faults: Vec<String> =
        all.faults().iter().chain(&all.rehearse()).map(ToString::to_string).collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn every_fault_is_named_with_its_place_and_the_rest_counts() {
    assert_eq!(faults(SMALL), Vec::<String>::new());
    for (from, to, told) in [
        ("[\"全碎了\"]", "[\"好的\"]", "shop.toml:4:1: 'a' is not heard in its example '好的'"),
        ("\"没碎了\"", "\"碎了\"", "shop.toml:4:1: 'a' is heard in '碎了'"),
        ("issue = \"damage\"", "issue = \"moon\"", "'moon' in 'a' is not known"),
        ("issue = \"damage\"\n", "", "must tell one thing"),
        ("[\"碎了\"]", "[\"碎了\", \"(碎\"]", "the phrase '(碎' of 'a' is left out"),
        ("example = [\"全碎了\"]", "", "'a' has no example"),
        ("denied", "denyed", "the file cannot be read"),
    ] {
        let all = faults(&SMALL.replacen(from, to, 1));
        assert!(all.iter().any(|fault| fault.contains(told)), "{told}: {all:?}");
    }
}

#[test]
fn a_later_file_replaces_a_signal_by_its_id() {
    let shop =
        "[[signal]]\nid = \"a\"\nissue = \"damage\"\nfind = [\"稀烂\"]\nexample = [\"稀烂\"]\n";
    let all = Signals::of([("ours.toml", SMALL), ("shop.toml", shop)]);
    assert_eq!(all.faults(), []);
    assert_eq!(all.all().len(), 1);
    assert!(all.hear(&Folded::new("碎了"), Side::Buyer).is_empty());
    assert_eq!(all.hear(&Folded::new("稀烂"), Side::Buyer).len(), 1);
}

proptest! {
    #[test]
    fn whatever_is_heard_stands_in_the_text(
        text in "[收到碎了破损退款没到差评投诉算谢谢！？!?，。a-z0-9 等三天]{0,40}",
    ) {
        let all = Signals::shipped();
        let folded = Folded::new(&text);
        for hint in all.hear(&folded, Side::Buyer) {
            prop_assert!(text.get(hint.span).is_some_and(|piece| !piece.is_empty()));
        }
    }

    #[test]
    fn no_file_makes_it_panic(text in "\\PC{0,200}") {
        let _whatever = Signals::of([("any.toml", text.as_str())]);
    }
}

#[test]
fn a_shipped_file_read_table_by_table_says_the_same() {
    let (pieces, whole) = (Signals::shipped(), Signals::of(super::SHIPPED));
    assert_eq!(pieces.all(), whole.all());
    assert_eq!(pieces.topics(), whole.topics());
    assert!(pieces.all().len() > 100);
}
