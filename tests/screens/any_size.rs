//! Whatever the size and the state: nothing panics, nothing leaves the frame.

use super::fixture::{self, Stage};
use super::picture::draw;
use proptest::prelude::*;
use redress::app::{Composer, Model, Pane};
use redress::domain::{CleanText, Lang, MessageNo};
use redress::ui::{Theme, ThemeSetting, svg};

fn model() -> impl Strategy<Value = Model> {
    let lang = prop_oneof![Just(Lang::Zh), Just(Lang::En)];
    (lang, 0usize..19, 0usize..5, 0usize..100, 0usize..30, "([一-龥]|[a-z ]{1,9}|👨‍👩‍👧|\n|。){0,80}")
        .prop_map(|(lang, scene, pane, scroll, place, text)| {
            let mut model = match scene {
                0 => fixture::empty(lang),
                1 => fixture::queue(lang),
                2 => fixture::open(lang, Stage::Fresh),
                3 => fixture::open(lang, Stage::Midway),
                4 => fixture::open(lang, Stage::Hot),
                5 => fixture::writing(lang),
                6 => fixture::noting(lang),
                window => fixture::overlays(lang).remove(window - 7).1,
            };
            model.focus = Pane::ALL[pane];
            model.queue.selected = place;
            if let Some(open) = &mut model.open {
                open.thread.scroll = scroll;
                open.thread.hold = (scroll > 50).then_some(MessageNo(2));
                open.thread.selected = (place > 20).then_some(MessageNo(3));
                open.thread.messages[1].text = CleanText::new(&text);
                open.step_selected = place;
                open.reply_selected = place;
                open.reply = Composer::new(&text);
            }
            model
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]
    #[test]
    fn any_screen_is_drawn_inside_its_frame(
        model in model(), w in 0u16..=250, h in 0u16..=80, ascii: bool,
    ) {
        let theme = Theme::choose(ThemeSetting::Auto, ascii).with_ascii(ascii);
        let (buffer, drawn) = draw(&model, theme, w, h);
        let frame = redress::ui::plain(&buffer);
        prop_assert_eq!(frame.lines().count(), if w == 0 { 0 } else { usize::from(h) });
        for line in frame.lines() {
            prop_assert!(redress::ui::text::width(line).get() <= w, "{}", line);
        }
        if let Some(at) = drawn.cursor {
            prop_assert!(at.x < w && at.y < h);
        }
        for (area, _) in &drawn.hits {
            prop_assert!(area.right() <= w && area.bottom() <= h);
        }
        prop_assert!(svg(&buffer, &theme).ends_with("</svg>\n"));
    }

    #[test]
    fn drawing_twice_gives_the_same_frame(model in model()) {
        let theme = Theme::choose(ThemeSetting::Dark, false);
        let (one, first) = draw(&model, theme, 100, 30);
        let (two, second) = draw(&model, theme, 100, 30);
        prop_assert_eq!(one, two);
        prop_assert_eq!(first, second);
    }
}
