use super::*;
use crate::domain::Fen;
use proptest::prelude::*;

fn rules(own: &str) -> Result<ShopRules, SettingsError> {
    ShopRules::read(Some(own), &Settings::default()).map(|(rules, _)| rules)
}

#[test]
fn the_shipped_file_says_what_the_program_does_without_one() {
    assert_eq!(rules(ShopRules::SHIPPED), Ok(ShopRules::default()));
    assert_eq!(rules(""), Ok(ShopRules::default()));
    let (usual, overruled) = ShopRules::read(None, &Settings::default()).unwrap();
    assert_eq!((usual, overruled), (ShopRules::default(), Vec::new()));
}

#[test]
fn the_shipped_file_names_every_key_even_those_left_out() {
    for key in ["name", "address", "spine", "utc-offset-hours", "holidays", "days-off", "days-on"] {
        assert!(ShopRules::SHIPPED.contains(&format!("{key} = ")), "{key}");
    }
}

#[test]
fn policy_goes_before_settings_and_says_so() {
    let settings = Settings::read(
        "undo-seconds = 5\nfirst-answer-minutes = 7\n[shop]\nname = '拾光小铺'\naddress = '亲'\n\
         [hours]\nopens = '08:00'\ncloses = '20:00'\ndays = [1, 2]\n",
    )
    .unwrap();
    let own =
        "undo-seconds = 0\n[shop]\nname = '拾光小铺'\ntone = 'polite'\n[hours]\nopens = '10:00'\n";
    let (rules, overruled) = ShopRules::read(Some(own), &settings).unwrap();
    assert_eq!(overruled, ["hours.opens", "undo-seconds"], "what agrees is not told");
    assert_eq!(rules.undo, Span::ZERO);
    assert_eq!(rules.first_answer, Span::minutes(7), "the old key still counts");
    assert_eq!(rules.tone, Tone::Polite);
    assert_eq!(rules.address.as_deref(), Some("亲"));
    assert_eq!(rules.hours.opens, NaiveTime::from_hms_opt(10, 0, 0).unwrap());
    assert_eq!(rules.hours.closes, NaiveTime::from_hms_opt(20, 0, 0).unwrap());
    assert_eq!(rules.hours.week, [true, true, false, false, false, false, false]);
}

#[test]
fn days_off_reach_the_calendar() {
    let own = "[hours]\ndays-off = [2026-10-01, 2026-10-02]\ndays-on = [2026-10-10]\n\
               days = [1, 2, 3, 4, 5]\nutc-offset-hours = 9\n";
    let zone = FixedOffset::east_opt(8 * 3_600).unwrap();
    let calendar = rules(own).unwrap().hours.calendar(zone);
    let works = |day: &str| calendar.works_on(day.parse().unwrap());
    assert!(!works("2026-10-01") && works("2026-10-10") && !works("2026-10-11"));
    assert_eq!(calendar.offset, FixedOffset::east_opt(9 * 3_600).unwrap());
    assert_eq!(ShopRules::default().hours.calendar(zone).offset, zone);
}

#[test]
fn faults_are_told_with_their_place() {
    for (text, line, column, says) in [
        ("undo = 3\n", 1, 1, "undo"),
        ("[hours]\nopens = 'nine'\n", 2, 9, "09:00"),
        ("[hours]\ndays = [1, 8]\n", 2, 8, "Monday"),
        ("[hours]\nutc-offset-hours = 99\n", 2, 20, "UTC"),
        ("[hours]\ndays-off = ['new year']\n", 2, 12, "2027-02-06"),
        ("[hours]\nopens = '23:00'\n", 2, 9, "close at 22:00"),
        ("[limits]\ngoodwill = -1\n", 2, 12, "yuan"),
        ("[limits]\ngoodwill = 'twenty'\n", 2, 12, "yuan"),
        (
            "[[limits.approval]]\nrole = 'a'\n[[limits.approval]]\nrole = 'b'\nup-to = 5\n",
            3,
            1,
            "after",
        ),
        (
            "[[limits.ladder]]\nid = 'x'\ntitle = { zh = '一', en = 'x' }\npercent = [10, 5]\nmost = 5\n",
            1,
            1,
            "rise",
        ),
        (
            "[[limits.ladder]]\nid = 'x'\ntitle = { zh = '一', en = 'x' }\npercent = [101]\nmost = 5\n",
            4,
            11,
            "100",
        ),
        ("[retention]\nevidence-days = 30\n", 2, 17, "no longer"),
        ("[shop]\ntone = 'loud'\n", 2, 8, "warm"),
    ] {
        let wrong = rules(text).unwrap_err();
        assert_eq!((wrong.line, wrong.column), (line, column), "{text}: {wrong}");
        assert!(wrong.message.contains(says), "{text}: {wrong}");
    }
}

#[test]
fn who_may_agree_to_how_much() {
    let limits = Limits::default();
    for (fen, role) in
        [(0, "agent"), (5_000, "agent"), (5_001, "lead"), (20_000, "lead"), (20_001, "owner")]
    {
        assert_eq!(limits.role_for(Fen(fen)), Some(role), "{fen}");
    }
    let small = rules("[[limits.approval]]\nrole = 'agent'\nup-to = '9.90'\n").unwrap().limits;
    assert_eq!(small.role_for(Fen(990)), Some("agent"));
    assert_eq!(small.role_for(Fen(991)), None);
}

#[test]
fn a_ladder_in_fen() {
    let limits = Limits::default();
    let ladder = limits.ladders.first().unwrap();
    // 59.90 at 5, 10 and 20 percent: 2.995, 5.99, 11.98; half a fen goes up.
    assert_eq!(ladder.offers(Fen(5_990)), Some(vec![Fen(300), Fen(599), Fen(1_198)]));
    assert_eq!(ladder.offers(Fen(100_000)), Some(vec![Fen(5_000), Fen(5_000), Fen(5_000)]));
    assert_eq!(ladder.offers(Fen(-1)), None);
    assert_eq!(ladder.offers(Fen(i64::MAX)), None);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,120}|(\\[hours\\]|opens|=|'|[0-9\\n\\[\\] ])*") {
        let _read = ShopRules::read(Some(&text), &Settings::default());
    }

    #[test]
    fn a_cut_file_is_read_or_refused(cut in 0usize..6_000) {
        let head: String = ShopRules::SHIPPED.chars().take(cut).collect();
        if let Err(wrong) = rules(&head) {
            prop_assert!(wrong.line >= 1 && wrong.column >= 1);
        }
    }
}
