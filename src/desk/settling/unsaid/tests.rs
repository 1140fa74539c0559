use super::*;
use crate::playbook::Library;

fn blames(text: &str) -> Option<String> {
    let folded = squeezed(&Folded::new(text).text().to_lowercase());
    BLAME.iter().find_map(|phrase| says(&folded, phrase))
}

fn claims(text: &str, phrases: &[Phrase]) -> bool {
    let folded = squeezed(&Folded::new(text).text().to_lowercase());
    phrases.iter().any(|phrase| says(&folded, phrase).is_some())
}

#[test]
fn blame_is_found_however_it_is_put() {
    for text in [
        "经核实责任在您",
        "经核实，责任主要在您这边",
        "责 任 在 您",
        "責任在您",
        "这个过错在您，不在我们",
        "责任判定：买家",
        "平台已经判定为买家责任",
        "后台判责结果出来了",
        "这是您自己的责任",
        "损失要由您承担",
        "就是您的错",
        "检测下来是您使用不当",
        "因操作不当，保修不了",
        "仓库看过，属于人为损坏",
        "杯子是您自己摔碎的",
        "您自己洗坏了",
        "是您造成的",
        "责任在快递，跟我们没关系",
        "这是物流的责任",
        "This is your fault.",
        "It is entirely your own mistake",
        "We checked and the buyer is at fault.",
        "You are to blame for this",
        "You must have dropped it",
        "The damage was caused by you",
        "It is down to your misuse",
        "The responsibility for this lies with you",
        "Our verdict: buyer",
        "It is the carrier's fault, not ours",
    ] {
        assert!(blames(text).is_some(), "{text}");
    }
}

#[test]
fn what_blames_nobody_is_let_through() {
    for text in [
        "这不是您的责任",
        "这怎么会是您的错呢，不是的",
        "绝不是您使用不当",
        "您别多想，这不怪您，也没有您的责任",
        "如果检测出来是人为损坏，保修就用不上",
        "责任还没查清，先给您办",
        "这是我们的责任",
        "是我们的错，给您添麻烦了",
        "我会对这件事负责到底",
        "责任人是我，有事找我",
        "运费由我们承担",
        "退回的运费您先垫一下，收到后退给您",
        "您的问题我看到了",
        "您反映的错发我核对过",
        "错发的那件不用您寄回",
        "It is not your fault at all",
        "I don't think you are to blame",
        "This was our mistake, not yours",
        "The warranty covers everything except damage caused by your own use",
        "If you damaged it on opening, tell me and we will see",
        "your faulty item will be replaced",
        "Sorry for the damage to your order",
        "We are responsible for this",
    ] {
        assert_eq!(blames(text), None, "{text}");
    }
}

#[test]
fn claims_of_asking_and_of_a_yes_or_no_are_told_apart() {
    for text in [
        "我帮您申请了，等消息",
        "我给您争取到多一点",
        "我跟主管申请了",
        "已经向店长请示了",
        "I've applied for more for you",
        "I asked my manager about it",
    ] {
        assert!(claims(text, APPLIED), "{text}");
    }
    for text in [
        "主管没同意",
        "只批了十块",
        "没批下来，抱歉",
        "My manager would only go to ten",
        "It was not approved, sorry",
    ] {
        assert!(claims(text, DECIDED), "{text}");
    }
    for text in [
        "领导特批给您二十",
        "店长点头了，补您三十",
        "给您申请下来了",
        "批下来了",
        "My manager has agreed to 30",
        "I got special approval for you",
    ] {
        assert!(claims(text, GRANTED), "{text}");
    }
    for text in [
        "我去向主管申请，明天给您回话",
        "超出我能定的，要主管批",
        "您在平台申请退款就行",
        "退款申请了的话，我这边马上同意",
        "Please apply for the refund in the app",
        "I will ask my manager and tell you tomorrow",
        "这个数我定不了，得问店长",
    ] {
        for (phrases, name) in [(APPLIED, "applied"), (DECIDED, "decided"), (GRANTED, "granted")] {
            assert!(!claims(text, phrases), "{name}: {text}");
        }
    }
}

/// Every text of every shipped reply, with the reply's id and its condition.
fn shipped() -> Vec<(String, String, String)> {
    let mut texts = Vec::new();
    for source in Library::shipped() {
        let Ok(file) = source.text.parse::<toml::Table>() else { continue };
        let steps = file.get("step").and_then(toml::Value::as_array).into_iter().flatten();
        let overlays = file.get("overlay").and_then(toml::Value::as_array).into_iter().flatten();
        let inner = overlays.filter_map(|overlay| overlay.get("step")?.as_array()).flatten();
        for step in steps.chain(inner) {
            let replies = step.get("reply").and_then(toml::Value::as_array).into_iter().flatten();
            for reply in replies {
                let named = |key| reply.get(key).and_then(toml::Value::as_str).unwrap_or_default();
                let (id, when) = (named("id"), named("when"));
                for key in ["text", "wordings", "fallback", "polite", "plain", "tones"] {
                    strings(reply.get(key), &mut |text| {
                        texts.push((id.to_owned(), text, when.to_owned()));
                    });
                }
            }
        }
    }
    texts
}

fn strings(value: Option<&toml::Value>, out: &mut dyn FnMut(String)) {
    match value {
        Some(toml::Value::String(text)) => out(text.clone()),
        Some(toml::Value::Array(all)) => all.iter().for_each(|one| strings(Some(one), out)),
        Some(toml::Value::Table(all)) => all.values().for_each(|one| strings(Some(one), out)),
        _no_text => {}
    }
}

#[test]
fn no_shipped_reply_blames() {
    let texts = shipped();
    assert!(texts.len() > 1_000, "{}", texts.len());
    let told =
        texts.iter().filter_map(|(id, text, _)| Some(format!("{id}: {}: {text}", blames(text)?)));
    let told: Vec<String> = told.collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn no_shipped_reply_claims_an_approval_nothing_asks_for() {
    let told: Vec<String> = shipped()
        .into_iter()
        .filter(|(id, _, when)| !when.contains("approv") && !id.is_empty())
        .filter(|(_, text, _)| [APPLIED, DECIDED, GRANTED].iter().any(|list| claims(text, list)))
        .map(|(id, text, when)| format!("{id} when {when:?}: {text}"))
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}
