//! Two programs act on one case at the same time, by the command line: decided, refused and written
//! as from a key.

use super::shop::Shop;

/// Acts of each program, unless `REDRESS_ACTS` says more.
const ACTS: usize = 20;

#[expect(clippy::disallowed_methods, reason = "how long a test takes is its caller's choice")]
fn acts() -> usize {
    let asked = std::env::var("REDRESS_ACTS").ok().and_then(|acts| acts.parse().ok());
    asked.unwrap_or(ACTS)
}

#[test]
fn two_programs_acting_at_once_lose_nothing() {
    let acts = acts();
    let shop = Shop::new("zh");
    let log = "小鱼 2026-11-1 9:00:00\n在吗\n店:美 2026-11-1 9:01:00\n在\n";
    std::fs::write(shop.folder().join("log.txt"), log).unwrap();
    shop.does(&["import", "log.txt"]);
    std::thread::scope(|scope| {
        for who in ["甲", "乙"] {
            let shop = &shop;
            scope.spawn(move || {
                for n in 0..acts {
                    let words = format!("{who}{n}");
                    // Every other act of one of them is a fact: two kinds of events in a race.
                    if who == "乙" && n % 2 == 1 {
                        shop.does(&["do", "1", "record", "problem", &words]);
                    } else {
                        shop.does(&["do", "1", "note", &words]);
                    }
                }
            });
        }
    });
    for who in ["甲", "乙"] {
        let done = shop.ask::<String>(&format!(
            "SELECT coalesce(m.body, json_extract(e.body, '$.value.text')) AS words
             FROM event AS e LEFT JOIN message AS m
             ON m.case_id = e.case_id AND m.no = json_extract(e.body, '$.no')
             WHERE e.kind IN ('note-written', 'fact-recorded') AND words LIKE '{who}%'
             ORDER BY e.seq"
        ));
        let all: Vec<String> = (0..acts).map(|n| format!("{who}{n}")).collect();
        assert_eq!(done, all, "each once, in its order");
    }
    shop.verifies();
}
