//! Two programs act on one case at the same time, by the command line: decided, refused and written
//! as from a key.

use super::shop::Shop;

/// Acts of each program.
const ACTS: usize = 20;

#[test]
fn two_programs_acting_at_once_lose_nothing() {
    let shop = Shop::new("zh");
    let log = "小鱼 2026-11-1 9:00:00\n在吗\n店:美 2026-11-1 9:01:00\n在\n";
    std::fs::write(shop.folder().join("log.txt"), log).unwrap();
    shop.does(&["import", "log.txt"]);
    std::thread::scope(|scope| {
        for who in ["甲", "乙"] {
            let shop = &shop;
            scope.spawn(move || {
                for n in 0..ACTS {
                    shop.does(&["do", "1", "note", &format!("{who}{n}")]);
                }
            });
        }
    });
    for who in ["甲", "乙"] {
        let mut notes = shop.ask::<String>(&format!(
            "SELECT body FROM message WHERE author = 'note' AND body LIKE '{who}%' ORDER BY no"
        ));
        let all: Vec<String> = (0..ACTS).map(|n| format!("{who}{n}")).collect();
        notes.dedup();
        assert_eq!(notes, all);
    }
    shop.verifies();
}
