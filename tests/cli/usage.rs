//! Arguments, help, languages, exit codes.

use super::bench::{Bench, Run};

#[test]
fn help_is_in_the_persons_language() {
    let bench = Bench::new();
    assert!(bench.run(&["--help"]).done().contains("Commands:"));
    let zh = bench.run(&["--lang", "zh", "--help"]).done();
    assert!(zh.contains("命令:") && zh.contains("待办的案子"), "{zh}");
    let of = |locale: &str| -> String {
        let mut command = assert_cmd::Command::cargo_bin("redress").unwrap();
        command.env_clear().env("LANG", locale).arg("--home").arg(bench.folder.path());
        Run::from(command.args(["queue", "--help"]).output().unwrap()).done()
    };
    assert!(of("zh_CN.UTF-8").contains("最多几件"));
    assert!(of("en_GB.UTF-8").contains("At most so many"));
}

#[test]
fn the_settings_choose_the_language_of_complaints_too() {
    let bench = Bench::new();
    bench.write("config/settings.toml", b"lang = 'zh'\n");
    let mut command = assert_cmd::Command::cargo_bin("redress").unwrap();
    command.env_clear().env("LANG", "en_US.UTF-8").arg("--home").arg(bench.folder.path());
    let run = Run::from(command.arg("flub.x/..").arg("--nope").output().unwrap());
    assert!(run.misused().contains("没有"), "zh");
}

#[test]
fn wrong_usage_ends_with_two_and_says_what_to_do() {
    let bench = Bench::new();
    for (arguments, told) in [
        (&["queue", "--lmit", "3"][..], "--limit"),
        (&["do", "1", "moood", "calm"], "moood"),
        (&["do", "1", "mood", "happy"], "calm, uneasy"),
        (&["do", "1", "promise", "refund", "--due", "soon"], "2026-11-23"),
        (&["import"], "FILE"),
        (&["--frame", "80"], "120x36"),
        (&["--frame", "80x24", "--keys", "Dwon"], "Dwon"),
        (&["--frame", "80x24", "queue"], "--frame"),
        (&["--now", "today", "queue"], "2026-11-22T10:00:00+08:00"),
        (&["--file", "a.redress", "b.redress"], "--file"),
        (&["quee"], "quee"),
    ] {
        if arguments[0] == "do" && arguments[2] == "promise" {
            bench.run(&["import", &super::bench::fixture("chat.jsonl")]).done();
        }
        let err = bench.run(arguments).misused();
        assert!(err.contains(told), "{arguments:?}: {err}");
    }
    assert!(!bench.path("quee").exists(), "a mistyped command makes no file");
}

#[test]
fn a_broken_policy_file_is_named_with_its_place() {
    let bench = Bench::new();
    bench.write("config/policy.toml", b"[hours]\nopens = '23:00'\n");
    let err = bench.run(&["queue"]).failed();
    assert!(err.contains("policy.toml") && err.contains("line 2, column 9"), "{err}");
    bench.write("config/policy.toml", b"[hours]\nopens = '10:00'\n");
    bench.run(&["import", &super::bench::fixture("chat.jsonl")]).done();
    bench.run(&["queue"]).done();
}

#[test]
fn a_broken_settings_file_is_named_with_its_place() {
    let bench = Bench::new();
    bench.write("config/settings.toml", b"agent = 'Lin'\nundo = 3\n");
    let err = bench.run(&["queue"]).failed();
    assert!(err.contains("settings.toml") && err.contains("line 2, column 1"), "{err}");
    assert!(err.contains("no key “undo”") && err.contains("undo-seconds"), "{err}");
    for (text, lang, told) in [
        ("theme = 'blue'\n", "zh", "“theme”不能是 'blue'，要写：\"auto\""),
        ("theme = 'blue'\n", "en", "“theme” cannot be 'blue'; it wants \"auto\""),
        ("[hours]\nopens = 9\n", "zh", "第 2 行第 9 列"),
        ("[hours]\nopens = 9\n", "en", "such as \"09:00\""),
        ("agent = 小林\n", "zh", "不合 TOML 的写法"),
        ("shop = 3\n", "en", "[shop]"),
    ] {
        bench.write("config/settings.toml", text.as_bytes());
        let err = bench.run(&["--lang", lang, "queue"]).failed();
        assert!(err.contains(told), "{text} {lang}: {err}");
        let english = ["expected", "invalid", "unknown"].iter().any(|word| err.contains(word));
        assert!(!english, "the reader's words are not the person's: {err}");
    }
}

#[test]
fn completions_and_the_manual_are_printed() {
    let bench = Bench::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(bench.run(&["completions", shell]).done().contains("redress"), "{shell}");
    }
    let page = bench.run(&["man"]).done();
    assert!(page.starts_with(".ie") || page.contains(".TH redress"), "{page}");
    assert!(page.contains("import"), "{page}");
}

#[test]
fn keys_lists_the_keymap_and_names_wrong_lines() {
    let bench = Bench::new();
    let keys = bench.run(&["keys"]).done();
    assert!(keys.lines().any(|line| line.contains("ctrl-s") && line.contains("send")), "{keys}");
    bench.write("config/keymap.toml", b"[global]\n\"ctrl-j\" = \"sent\"\n");
    let run = bench.run(&["keys"]);
    assert!(run.err.contains("line 2") && run.err.contains("sent"), "{}", run.err);
    assert_eq!(run.code, 1);
}

#[test]
fn a_closed_pipe_is_no_failure() {
    use std::process::{Command, Stdio};
    let bench = Bench::new();
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("redress"))
        .env_clear()
        .arg("--home")
        .arg(bench.folder.path())
        .args(["--lang", "en", "keys"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
}
