//! The process is killed at any moment: what was seen done is in the ledger, in its order; what was
//! there before is there still; and of a draft at most the last second is lost.

use super::moments::Seed;
use super::script::Script;
use super::shop::{SMALL, Shop};
use super::witness::Witness;
use std::io::{BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// Kills in all, unless `REDRESS_KILLS` says more.
const KILLS: u64 = 24;
/// Files that are worked on at the same time: a console mostly waits.
const LANES: u64 = 4;
/// The longest a run is left alive, in milliseconds.
const LIFE: u64 = 900;
/// Every so many runs one lives long enough for its draft to be due in the file.
const LONG: u64 = 10;

/// Acts on the command line, one process each; says what was done once its process has ended well.
const LOOP: &str = r#"
n=0
did() { kind=$1; words=$2; shift 2; "$@" >/dev/null && echo "did $kind $words"; }
while :; do
    n=$((n + 1))
    did note-written "签$RUN-$n" "$@" do 1 note "签$RUN-$n"
    did reply-sent "话$RUN-$n" "$@" do 1 reply "话$RUN-$n"
    did reply-retracted "" "$@" do 1 retract
    did step-entered vent "$@" do 1 calm
    did check-set '"done":true' "$@" do 1 check heard-out
    did fact-recorded worried "$@" do 1 record feeling worried
    did step-entered vent "$@" do 1 advance
    did step-entered "" "$@" do 1 back
    did check-set '"done":false' "$@" do 1 check vent/heard-out --off
    did fact-recorded "事$RUN-$n" "$@" do 1 record problem "事$RUN-$n"
done 2>&1
"#;

#[test]
fn no_kill_loses_what_was_seen_done() {
    let kills = kills();
    let witness = std::thread::scope(|scope| {
        let lane = |lane| {
            scope.spawn(move || match lane {
                // One lane kills a loop of commands, the others a console.
                0 => commands(kills / LANES),
                lane => consoles(lane, kills / LANES),
            })
        };
        let lanes: Vec<_> = (0..LANES).map(lane).collect();
        lanes.into_iter().map(|lane| lane.join().unwrap()).reduce(Witness::and).unwrap()
    });
    println!("{kills} kills: {witness}");
    assert!(witness.due > 0, "no draft was ever due in the file");
    // A script that never gets anywhere would find nothing lost.
    for kind in [
        "note-written",
        "reply-sent",
        "reply-retracted",
        "check-set",
        "fact-recorded",
        "step-entered",
    ] {
        assert!(witness.acts.contains_key(kind), "never saw {kind}: {witness}");
    }
}

#[expect(clippy::disallowed_methods, reason = "how long a test takes is its caller's choice")]
fn kills() -> u64 {
    let asked = std::env::var("REDRESS_KILLS").ok().and_then(|kills| kills.parse().ok());
    asked.unwrap_or(KILLS).max(LANES)
}

fn shop() -> Shop {
    let shop = Shop::new("zh");
    let log = "小鱼 2026-11-1 9:00:00\n在吗\n店:美 2026-11-1 9:01:00\n在\n";
    std::fs::write(shop.folder().join("log.txt"), log).unwrap();
    shop.does(&["import", "log.txt"]);
    shop
}

fn end_of_life(long: bool, chance: &mut Seed) -> Instant {
    let least = if long { 2_000 } else { 0 };
    Instant::now() + Duration::from_millis(least + chance.below(LIFE))
}

/// A file whose console is killed again and again.
fn consoles(lane: u64, kills: u64) -> Witness {
    let shop = shop();
    let mut chance = Seed::new(lane);
    let mut witness = Witness::default();
    for run in 0..kills {
        witness.looks(&shop);
        let mut window = shop.window("小林", SMALL);
        let keeps_drafts = run % LONG == 0;
        let until = end_of_life(keeps_drafts, &mut chance);
        Script { window: &mut window, witness: &mut witness, until, run, keeps_drafts }
            .works(&mut chance);
        window.cut();
        witness.holds(&shop, run, Instant::now());
    }
    witness
}

/// A file on which a loop of commands works, killed again and again.
fn commands(kills: u64) -> Witness {
    let shop = shop();
    let mut chance = Seed::new(0);
    let mut witness = Witness::default();
    for run in 0..kills {
        witness.looks(&shop);
        let until = end_of_life(run % LONG == 0, &mut chance);
        let mut shell = Command::new("/bin/sh");
        shell.args(["-c", LOOP, "sh"]).args(shop.words(&[])).env_clear();
        shell.envs(shop.surroundings()).env("RUN", run.to_string());
        // Shell and command die at the same moment.
        let mut child = shell.stdout(Stdio::piped()).process_group(0).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (said, told) = mpsc::channel();
        // Ends when the last of them is gone, for each has the pipe.
        let reading = std::thread::spawn(move || {
            lines.map_while(Result::ok).for_each(|line| drop(said.send(line)));
        });
        let mut lines = Vec::new();
        while let Ok(line) = told.recv_timeout(until.saturating_duration_since(Instant::now())) {
            lines.push(line);
        }
        let group = format!("-{}", child.id());
        let killed = Command::new("kill").args(["-s", "KILL", "--", &group]).status();
        assert!(killed.unwrap().success());
        child.wait().unwrap();
        reading.join().unwrap();
        lines.extend(told.try_iter());
        for line in lines {
            if let Some((kind, words)) = line.strip_prefix("did ").and_then(|d| d.split_once(' ')) {
                witness.saw(kind, words);
            }
        }
        witness.holds(&shop, run, Instant::now());
    }
    witness
}
