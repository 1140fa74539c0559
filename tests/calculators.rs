//! The sums of laws and platform rules, called by name from a condition and from a reply. What they
//! come to was worked out by hand; the tables of each stand with its code.

#![expect(clippy::unwrap_used, reason = "in tests that is how one fails")]

use redress::desk::Policy;
use redress::desk::simulate::{Ground, Player};
use redress::domain::{Lang, Stamp};
use redress::playbook::{Library, Origin, Paint, Setting, Source};
use redress::standard::calculate::FUNCTIONS;
use std::fmt::Write as _;

/// A call, what it comes to in a condition, and how it reads in a reply.
const CALLS: [(&str, &str, &str); 12] = [
    // 59.90 back and 500.00 on top, for three times is only 179.70.
    ("fraud_3x(price)", "55990", "559.90"),
    // 59.90 back, and at least 1000.00 on top, for ten times is 599.00.
    ("food_10x(price, loss)", "105990", "1059.90"),
    // Promised within 48 hours: one per cent, at least 3.00.
    ("tb_delay(price, 48)", "300", "3.00"),
    // Ten per cent, at least 5.00: 5.99.
    ("tb_shortage(price, 48)", "599", "5.99"),
    // Ten per cent: 5.99.
    ("jd_desc(price)", "599", "5.99"),
    // Thirty per cent gone bad is the rung of thirty: 17.97.
    ("jd_fresh(price, 30)", "1797", "17.97"),
    // A tenth short: all of it.
    ("tb_weight(price, 10)", "5990", "59.90"),
    // Sixty per cent: 35.94.
    ("tb_break(price)", "3594", "35.94"),
    // Signed for on the first: through the eighth.
    ("seven_day_end(signed)", "'2026-11-08'", "2026-11-08"),
    // Seven days after the goods are back.
    ("refund_due(signed)", "'2026-11-08'", "2026-11-08"),
    // Four hours of the window from nine to eighteen: the example of the rule.
    ("jd_evidence_due(monday, '14:01')", "'2026-11-24 09:01'", "2026-11-24 09:01"),
    // No reason but not wanting it, sent to the buyer for free, nothing agreed: the buyer.
    ("return_freight('no-reason', true, 'none')", "'buyer'", "buyer"),
];

fn playbook() -> String {
    let mut text = "id = 'sums'\ntitle = { zh = '算', en = 'Sums' }\n".to_owned();
    for (id, kind) in
        [("price", "money"), ("loss", "money"), ("signed", "date"), ("monday", "date")]
    {
        let fact = format!(
            "[[fact]]\nid = '{id}'\ntype = '{kind}'\nlabel = {{ zh = '{id}', en = '{id}' }}\n\
             ask = {{ zh = '{id}？', en = '{id}?' }}\n"
        );
        text.push_str(&fact);
    }
    text.push_str(
        "[[step]]\nid = 'calm'\ncalming = true\ntitle = { zh = '算', en = 'Count' }\n\
         why = { zh = '算。', en = 'Count.' }\nasks = ['price', 'loss', 'signed', 'monday']\nneeds = [\n",
    );
    for (call, comes_to, _) in CALLS {
        let words = call.replace('\'', "");
        let said = format!("{{ zh = \"{words}\", en = \"{words}\" }}");
        writeln!(text, "  {{ when = \"{call} == {comes_to}\", else = {said} }},").unwrap();
    }
    text.push_str("]\n");
    for (no, (call, comes_to, _)) in CALLS.iter().enumerate() {
        let filter = if comes_to.starts_with('\'') { "" } else { "|yuan" };
        let said = format!("{{{{ {call}{filter} }}}}");
        writeln!(
            text,
            "[[step.reply]]\nid = 'sum-{no}'\nkind = 'inform'\ntitle = {{ zh = '数', en = 'Sum' }}\n\
             text = {{ zh = \"{said}\", en = \"{said}\" }}"
        )
        .unwrap();
    }
    text
}

#[test]
fn each_can_be_called_from_a_condition_and_from_a_reply() {
    for function in FUNCTIONS {
        let call = format!("{}(", function.name);
        assert!(CALLS.iter().any(|(called, ..)| called.starts_with(&call)), "{call}");
    }
    let mut sources = Library::shipped();
    let text = playbook();
    sources.push(Source { name: "sums.toml".into(), origin: Origin::Shop, text: text.into() });
    let library = Library::new(sources);
    let book = library.get(&"sums".into()).unwrap_or_else(|wrong| {
        let told: Vec<String> =
            wrong.iter().map(|one| library.render(one, Lang::En, Paint::Plain)).collect();
        unreachable!("{}", told.join("\n"))
    });
    let (policy, at) = (Policy::default(), Stamp::parse("2026-11-23T10:00:00+08:00").unwrap());
    let ground = Ground { library: Some(&library), policy: &policy, lang: Lang::En, at };
    let mut player = Player::begin(book, &Setting::default(), &ground).unwrap();
    let unmet = |player: &Player<'_>| player.survey().unwrap().missing;
    assert!(unmet(&player).len() >= 8, "with nothing known nothing adds up: {:?}", unmet(&player));
    for (fact, value) in
        [("price", "59.90"), ("loss", "0"), ("signed", "2026-11-01"), ("monday", "2026-11-23")]
    {
        let kind = player.book().fact(&fact.into()).unwrap().kind;
        let value = redress::domain::FactValue::parse(kind, value).unwrap();
        let status = redress::domain::FactStatus::Confirmed;
        player.play(&redress::playbook::Deed::Record { fact: fact.into(), value, status }).unwrap();
    }
    assert_eq!(unmet(&player), []);
    let replies = player.survey().map(|_| player.book().steps[0].replies.len()).unwrap();
    assert_eq!(replies, CALLS.len());
    for (no, (call, _, reads)) in CALLS.iter().enumerate() {
        let desk = player.desk();
        let situation = desk.situation(player.case());
        let said = player.book().render(&format!("sum-{no}").as_str().into(), &situation).unwrap();
        assert_eq!((said.text.as_str(), said.gaps.as_slice()), (*reads, [].as_slice()), "{call}");
    }
}
