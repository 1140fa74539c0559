//! The process is killed at any moment: what was seen done is in the file, the file holds, and of a
//! draft at most the last second is lost.

use super::shop::{SMALL, Shop};
use super::window::Window;
use std::time::{Duration, Instant};

/// Kills in all.
const KILLS: u32 = 200;
/// Files that are worked on at the same time: a console mostly waits.
const LANES: u32 = 4;
/// The longest a run is left alive, in milliseconds.
const LIFE: u64 = 900;
/// Every so many runs one lives long enough for its draft to be due in the file.
const LONG: u32 = 10;

/// A small generator with a fixed seed: the same moments every time, as far as a clock allows.
struct Seed(u64);

impl Seed {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}

/// What has been seen done, and must be in the file.
#[derive(Default)]
struct Witnessed {
    notes: Vec<String>,
    /// What was typed and seen, and when.
    typed: Vec<(Instant, String)>,
    /// Words that were in the file after a kill, and stay there.
    kept: Vec<String>,
    /// Words that were due in the file when their run was killed.
    due: u32,
}

/// Works until the moment comes: notes written, and a draft that grows.
fn work(window: &mut Window, run: u32, until: Instant, seen: &mut Witnessed) {
    let soon = |window: &Window, text: &str| window.sees_before(until, text);
    if !soon(window, "1/16 先回应") {
        return;
    }
    for turn in 0.. {
        window.key("F6");
        if !soon(window, "便签 · 买家看不到") {
            return;
        }
        let note = format!("第{run}次{turn}");
        window.write(note.as_bytes());
        if !soon(window, &note) {
            return;
        }
        window.key("ctrl-s");
        if !soon(window, "便签已保存") || !soon(window, "回复买家") {
            return;
        }
        seen.notes.push(note);
        window.key("ctrl-e");
        let words = format!("稿{run}之{turn}");
        window.write(words.as_bytes());
        if !soon(window, &words) {
            return;
        }
        seen.typed.push((Instant::now(), words));
    }
}

#[test]
fn two_hundred_kills_lose_nothing_that_was_seen() {
    let noted: u32 = std::thread::scope(|scope| {
        let lane = |lane| scope.spawn(move || one_file(lane));
        let lanes: Vec<_> = (0..LANES).map(lane).collect();
        lanes.into_iter().map(|lane| lane.join().unwrap()).sum()
    });
    assert!(noted > KILLS / 10, "only {noted} runs got as far as a note");
}

/// A file whose console is killed again and again; gives how many runs wrote a note.
fn one_file(lane: u32) -> u32 {
    let shop = Shop::new("zh");
    let log = "小鱼 2026-11-1 9:00:00\n在吗\n店:美 2026-11-1 9:01:00\n在\n";
    std::fs::write(shop.folder().join("log.txt"), log).unwrap();
    shop.does(&["import", "log.txt"]);
    let mut chance = Seed(0x5eed_0022_1122 + u64::from(lane));
    let mut seen = Witnessed::default();
    let mut noted = 0;
    for run in 0..KILLS / LANES {
        let mut window = shop.window("小林", SMALL);
        let life = Duration::from_millis(if run % LONG == 0 {
            2_000 + chance.below(LIFE)
        } else {
            chance.below(LIFE)
        });
        let before = seen.notes.len();
        work(&mut window, run, Instant::now() + life, &mut seen);
        noted += u32::from(seen.notes.len() > before);
        window.cut();
        seen.is_kept(&shop, run, Instant::now());
    }
    assert!(seen.due > 0, "no draft was ever due in the file");
    noted
}

impl Witnessed {
    fn is_kept(&mut self, shop: &Shop, run: u32, killed: Instant) {
        shop.holds();
        let notes =
            shop.ask::<String>("SELECT body FROM message WHERE author = 'note' ORDER BY no");
        let mut kept = notes.iter();
        for note in &self.notes {
            // A note that was being typed when the run before was killed stands before it.
            let found = kept.any(|kept| kept.ends_with(note));
            assert!(found, "run {run}: {note} is gone from {notes:?}");
        }
        let draft = shop.ask::<String>("SELECT body FROM draft WHERE kind = 'reply'").concat();
        for words in &self.kept {
            assert!(draft.contains(words), "run {run}: {words} is no longer in {draft}");
        }
        for (at, words) in self.typed.drain(..) {
            let due = killed.duration_since(at) >= Duration::from_secs(1);
            self.due += u32::from(due);
            assert!(!due || draft.contains(&words), "run {run}: {words} is not in {draft}");
            if draft.contains(&words) {
                self.kept.push(words);
            }
        }
    }
}
