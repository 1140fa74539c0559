//! `redress listen` and `redress guard`.

use super::bench::{Bench, fixture};
use serde_json::Value;

fn documents(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn conversations_and_single_lines_are_heard_with_their_reasons() {
    let bench = Bench::new();
    let path = bench.write(
        "said.jsonl",
        "{\"id\":\"a\",\"text\":\"退款三天了还没到账\"}\n\
         {\"id\":7,\"messages\":[{\"from\":\"buyer\",\"text\":\"杯子碎了\"},{\"from\":\"agent\",\
         \"text\":\"抱歉，无法处理\"},{\"from\":\"buyer\",\"text\":\"那我投诉你们\"}]}\n"
            .as_bytes(),
    );
    let out = bench.run(&["listen", "--json", &path]).done();
    let [single, chat] = &documents(&out)[..] else { panic!("{out}") };
    assert_eq!(single["format"], "redress.listen/1");
    assert_eq!((&single["id"], &single["issues"][0]["issue"]), (&"a".into(), &"refund".into()));
    assert_eq!((&chat["id"], &chat["threats"][0]), (&7.into(), &"platform".into()));
    assert_eq!(chat["bursts"].as_array().unwrap().len(), 2);
    for reason in single["reasons"].as_array().unwrap() {
        let place = |key: &str| usize::try_from(reason[key].as_u64().unwrap()).unwrap();
        let (start, end) = (place("start"), place("end"));
        let piece: String = "退款三天了还没到账".chars().skip(start).take(end - start).collect();
        assert_eq!(reason["text"], piece);
    }
    assert!(bench.run(&["listen", &path]).done().contains("退款"));
}

#[test]
fn every_chat_that_can_be_imported_can_be_listened_to() {
    let bench = Bench::new();
    let chats = [fixture("chat.jsonl"), fixture("qianniu_gb18030.txt")];
    let out = bench.run(&["listen", "--json", &chats[0], &chats[1]]).done();
    let all = documents(&out);
    assert!(all.len() >= 2, "{out}");
    assert!(all.iter().all(|one| !one["issues"].as_array().unwrap().is_empty()));
}

#[test]
fn a_line_that_cannot_be_read_is_named_and_the_others_are_read() {
    let bench = Bench::new();
    let path =
        bench.write("said.jsonl", "{\"id\":1,\"text\":\"好\"}\nnonsense\n{\"id\":2}\n".as_bytes());
    let run = bench.run(&["listen", "--json", &path]);
    assert_eq!((run.code, documents(&run.out).len()), (1, 1), "{}", run.err);
    assert!(run.err.contains("line 2") && run.err.contains("line 3"), "{}", run.err);
}

#[test]
fn a_shop_can_teach_its_own_words_and_is_told_what_is_wrong_with_them() {
    let bench = Bench::new();
    bench.write(
        "config/signals.toml",
        "[[signal]]\nid = \"shop.dent\"\nissue = \"damage\"\nweight = 5.0\nfind = [\"小瑕疵\"]\n\
         example = [\"有小瑕疵\", \"没有的话\"]\n"
            .as_bytes(),
    );
    let path = bench.write("said.jsonl", "{\"id\":1,\"text\":\"有个小瑕疵\"}\n".as_bytes());
    let run = bench.run(&["listen", "--json", &path]);
    assert_eq!(documents(&run.out)[0]["issues"][0]["issue"], "damage");
    assert!(run.err.contains("signals.toml:1:1") && run.err.contains("没有的话"), "{}", run.err);
}

#[test]
fn drafts_are_guarded_with_what_is_known_of_their_case() {
    let bench = Bench::new();
    let path = bench.write(
        "drafts.jsonl",
        "{\"id\":\"a\",\"text\":\"加V聊\"}\n\
         {\"id\":\"b\",\"text\":\"已退款59元\",\"context\":{\"refunded\":false,\"amounts_fen\":[5900]}}\n\
         {\"id\":\"c\",\"text\":\"您好，今天18点前回您\"}\n"
            .as_bytes(),
    );
    let out = bench.run(&["guard", "--json", &path]).done();
    let all = documents(&out);
    assert_eq!(all[0]["level"], "block");
    assert_eq!(all[0]["findings"][0]["category"], "off-platform");
    assert!(all[1]["findings"].as_array().unwrap().iter().any(|one| one["rule"] == "g.claim"));
    assert_eq!(all[2]["level"], Value::Null);
    let told = bench.run(&["guard", &path]).done();
    assert!(told.contains("stop") && told.contains('3'), "{told}");
}
