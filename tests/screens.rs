//! What the screen looks like: text and style of every state, in both languages and at three sizes.

#[cfg(test)]
#[path = "screens/any_size.rs"]
mod any_size;
#[cfg(test)]
#[path = "screens/findable.rs"]
mod findable;
#[cfg(test)]
#[path = "screens/fixture.rs"]
mod fixture;
#[cfg(test)]
#[path = "screens/guide.rs"]
mod guide;
#[cfg(test)]
#[path = "screens/kept.rs"]
mod kept;
#[cfg(test)]
#[path = "screens/language.rs"]
mod language;
#[cfg(test)]
#[path = "screens/picture.rs"]
mod picture;
#[cfg(test)]
#[path = "screens/settling.rs"]
mod settling;
#[path = "screens/tools.rs"]
mod tools;

use fixture::Stage;
use picture::{dark, draw, layers, text};
use redress::app::{Model, Pane, Toast, Tone};
use redress::domain::{
    AgentName, CaseId, CloseResult, Event, Lang, MessageNo, Recorded, SendWay, Span, Version,
};
use redress::ui::{Theme, ThemeSetting};

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

fn shoot(name: &str, model: &Model, theme: Theme, sizes: &[(u16, u16)]) {
    for &(w, h) in sizes {
        let name = format!("{name}-{}-{w}x{h}", model.lang);
        insta::assert_snapshot!(name, layers(model, theme, w, h));
    }
}

#[test]
fn an_empty_file_shows_how_to_begin() {
    for lang in LANGS {
        shoot("empty", &fixture::empty(lang), dark(), &SIZES);
    }
}

#[test]
fn the_queue_shows_what_is_due_next() {
    for lang in LANGS {
        shoot("queue", &fixture::queue(lang), dark(), &SIZES);
    }
}

#[test]
fn an_open_case_shows_conversation_step_and_replies() {
    for lang in LANGS {
        shoot("fresh", &fixture::open(lang, Stage::Fresh), dark(), &SIZES);
        shoot("midway", &fixture::open(lang, Stage::Midway), dark(), &SIZES);
        shoot("hot", &fixture::open(lang, Stage::Hot), dark(), &SIZES[..2]);
        shoot("ready", &fixture::open(lang, Stage::Ready), dark(), &SIZES[..2]);
    }
}

#[test]
fn drafts_show_gaps_and_notes_look_different() {
    for lang in LANGS {
        shoot("writing", &fixture::writing(lang), dark(), &SIZES[..2]);
        shoot("note", &fixture::noting(lang), dark(), &SIZES[..2]);
    }
}

#[test]
fn every_window_is_drawn() {
    for lang in LANGS {
        for (name, model) in fixture::overlays(lang) {
            shoot(name, &model, dark(), &SIZES[..2]);
        }
    }
}

#[test]
fn all_that_a_playbook_can_say_is_on_the_screen() {
    for lang in LANGS {
        for (name, model) in language::states(lang) {
            shoot(&format!("language-{name}"), &model, dark(), &[(80, 24), (120, 36)]);
        }
    }
}

#[test]
fn what_the_guide_hears_and_finds_stands_beside_the_draft() {
    for lang in LANGS {
        for (name, model) in guide::states(lang) {
            shoot(&format!("guide-{name}"), &model, dark(), &[(80, 24), (120, 36)]);
        }
    }
}

#[test]
fn every_window_between_the_facts_and_the_settlement_is_on_the_screen() {
    for lang in LANGS {
        for (name, model) in settling::states(lang) {
            shoot(&format!("settling-{name}"), &model, dark(), &[(80, 24), (120, 40)]);
        }
    }
}

#[test]
fn the_tools_of_the_desk_are_on_the_screen() {
    for lang in LANGS {
        for (name, model) in tools::states(lang).into_iter().chain(tools::duties(lang)) {
            shoot(&format!("tools-{name}"), &model, dark(), &[(80, 24), (120, 40)]);
        }
    }
}

#[test]
fn every_pane_shows_that_it_has_the_keys() {
    for pane in Pane::ALL {
        let mut model = fixture::open(Lang::Zh, Stage::Midway);
        model.focus = pane;
        let open = model.open.as_mut().unwrap();
        open.thread.selected = Some(MessageNo(3));
        open.step_selected = 2;
        open.reply_selected = 1;
        shoot(&format!("focus-{pane:?}"), &model, dark(), &[(60, 20), (80, 24), (120, 40)]);
    }
}

#[test]
fn sentences_at_the_bottom_have_a_sign() {
    for (tone, text) in [
        (Tone::Good, "已发送：已放进剪贴板，请到聊天窗口粘贴。"),
        (Tone::Plain, "这些消息都已在案卷里。"),
        (
            Tone::Warning,
            "还差：整体和细节的照片都有了吗？、对过订单与物流记录、没有照片时先说明怎么核实。补齐后才能继续。",
        ),
        (Tone::Bad, "data.redress 所在磁盘已满。刚才的操作没有写入，腾出空间再试。"),
    ] {
        let mut model = fixture::open(Lang::Zh, Stage::Midway);
        model.toast =
            Some(Toast { tone, text: text.into(), until: model.now.plus(Span::seconds(5)) });
        shoot(&format!("toast-{tone:?}"), &model, dark(), &SIZES[..2]);
    }
}

#[test]
fn a_sentence_is_gone_when_its_time_is_over() {
    let mut model = fixture::open(Lang::Zh, Stage::Midway);
    let before = text(&model, 80, 24);
    model.toast = Some(Toast { tone: Tone::Good, text: "已保存".into(), until: model.now });
    assert_eq!(text(&model, 80, 24), before);
}

#[test]
fn a_sent_reply_can_be_taken_back_for_a_while_and_the_screen_counts() {
    for lang in LANGS {
        let mut model = fixture::open(lang, Stage::Midway);
        let open = model.open.as_mut().unwrap();
        let body = redress::domain::Body::new(redress::domain::RawText::new("x"));
        let event = Event::ReplySent {
            no: open.state.tally.last_no.next(),
            body,
            replies: Vec::new(),
            ticks: Vec::new(),
            sets: Vec::new(),
            way: SendWay::Tool,
            undo_until: model.now.plus(Span::millis(7_400)),
            attached: Vec::new(),
            statement: false,
        };
        let recorded = Recorded {
            case: CaseId(1),
            version: open.state.version.next(),
            at: model.now,
            agent: AgentName::new("小林"),
            event,
        };
        open.state.apply(&recorded).unwrap();
        model.toast = Some(Toast {
            tone: Tone::Good,
            text: "ok".into(),
            until: model.now.plus(Span::seconds(5)),
        });
        for (w, h) in SIZES {
            let frame = text(&model, w, h);
            let wanted = match lang {
                Lang::Zh => "8 秒内可撤回 ^U",
                Lang::En => "8s to take back ^U",
            };
            assert!(frame.contains(wanted), "{w}×{h}\n{frame}");
        }
    }
}

#[test]
fn no_colour_and_ascii_lose_no_meaning() {
    let none = Theme::choose(ThemeSetting::Auto, true);
    let ascii = none.with_ascii(true);
    for lang in LANGS {
        shoot("no-color", &fixture::writing(lang), none, &SIZES[..1]);
        shoot("ascii", &fixture::writing(lang), ascii, &SIZES[..1]);
        shoot("ascii-queue", &fixture::queue(lang), ascii, &SIZES[..1]);
    }
    shoot(
        "light",
        &fixture::writing(Lang::Zh),
        Theme::choose(ThemeSetting::Light, false),
        &SIZES[..1],
    );
    let (buffer, _) = draw(&fixture::open(Lang::En, Stage::Ready), ascii, 80, 24);
    for cell in buffer.content() {
        let wide = redress::ui::text::width(cell.symbol()).get() == 2;
        assert!(wide || cell.symbol().is_ascii(), "{:?} is not ASCII", cell.symbol());
    }
}

#[test]
fn a_broken_playbook_a_closed_case_and_a_read_only_file_say_so() {
    for lang in LANGS {
        let mut model = fixture::open(lang, Stage::Midway);
        let open = model.open.as_mut().unwrap();
        open.step = None;
        open.suggestions.clear();
        open.broken = Some("damaged.toml:12:9 'goto' names no step".into());
        model.file.read_only = true;
        shoot("broken", &model, dark(), &SIZES[..1]);
        let mut model = fixture::open(lang, Stage::Ready);
        let open = model.open.as_mut().unwrap();
        let recorded = Recorded {
            case: CaseId(1),
            version: open.state.version.next(),
            at: model.now,
            agent: AgentName::new("小林"),
            event: Event::CaseClosed {
                result: CloseResult::Settled,
                words: String::new(),
                ending: None,
            },
        };
        open.state.apply(&recorded).unwrap();
        shoot("closed", &model, dark(), &SIZES[..1]);
    }
}

#[test]
fn a_conversation_that_is_scrolled_stays_where_it_is_read() {
    let mut model = fixture::open(Lang::Zh, Stage::Midway);
    let open = model.open.as_mut().unwrap();
    let last = open.thread.messages.last().unwrap().clone();
    for no in 7..80 {
        let mut more = last.clone();
        more.no = MessageNo(no);
        more.text = redress::domain::CleanText::new(&format!("第 {no} 句"));
        open.thread.messages.push(more);
    }
    open.thread.more_before = true;
    open.thread.hold = Some(MessageNo(70));
    open.thread.scroll = 5;
    let held = text(&model, 80, 24);
    assert!(held.contains("第 65 句") && !held.contains("第 66 句"), "{held}");
    assert!(held.contains("下面有 9 条新消息"), "{held}");
    let (_, drawn) = draw(&model, dark(), 80, 24);
    let open = model.open.as_mut().unwrap();
    let mut new = open.thread.messages.last().unwrap().clone();
    new.no = MessageNo(80);
    open.thread.messages.push(new);
    let (_, after) = draw(&model, dark(), 80, 24);
    assert_eq!(drawn.metrics.thread_above, after.metrics.thread_above);
    let after = text(&model, 80, 24);
    assert!(after.contains("下面有 10 条新消息"), "{after}");
    // Without holding, the newest is seen; a chosen message is followed.
    let open = model.open.as_mut().unwrap();
    (open.thread.hold, open.thread.scroll) = (None, 0);
    assert!(text(&model, 80, 24).contains("第 79 句"));
    model.open.as_mut().unwrap().thread.selected = Some(MessageNo(1));
    let first = text(&model, 80, 24);
    assert!(first.contains("买家发起了投诉"), "{first}");
}

#[test]
fn long_and_retracted_messages_say_so() {
    let mut model = fixture::open(Lang::Zh, Stage::Midway);
    let open = model.open.as_mut().unwrap();
    open.thread.messages[3].retracted = true;
    open.thread.messages[5].cut = 12_345;
    shoot("cut-retracted", &model, dark(), &[(120, 40)]);
}

#[test]
fn the_real_cursor_stands_behind_the_last_character() {
    let model = fixture::noting(Lang::Zh);
    let (buffer, drawn) = draw(&model, dark(), 80, 24);
    let at = drawn.cursor.unwrap();
    let before = buffer.cell((at.x - 2, at.y)).unwrap();
    assert_eq!(before.symbol(), "。");
    assert!(at.y + 2 < 24, "the input method needs two rows below");
}

#[test]
fn a_window_over_wide_characters_keeps_its_edges() {
    for width in 80..90 {
        let (name, model) = fixture::overlays(Lang::Zh).remove(7);
        let (buffer, _) = draw(&model, dark(), width, 24);
        let frame = redress::ui::plain(&buffer);
        let title = frame.lines().position(|line| line.contains("买家现在的情绪")).unwrap();
        let edges = |line: &str| line.matches('┃').count();
        for line in frame.lines().skip(title + 1).take(5) {
            assert_eq!(edges(line) % 2, 0, "{name} {width}\n{frame}");
            assert!(edges(line) >= 2, "{name} {width}\n{frame}");
        }
    }
}

#[test]
fn versions_are_not_needed_to_draw() {
    // A model nobody has loaded anything into is drawn as well.
    let mut model = fixture::empty(Lang::Zh);
    model.queue.loaded = false;
    assert!(text(&model, 80, 24).contains("正在读取"));
    assert_eq!(Version::default(), Version(0));
}
