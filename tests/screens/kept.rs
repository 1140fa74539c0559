//! What a frame takes over from the one before is what would have been drawn anew.

use super::fixture;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use redress::app::{Chord, Model, Msg, Pane, update};
use redress::domain::{CaseId, Lang, Span};
use redress::ui::{Drawn, Kept, Theme, ThemeSetting, view};

/// What a person, the clock and the guide do while a reply is being written.
#[derive(Debug, Clone)]
enum Deed {
    Type(String),
    Key(&'static str),
    Wait(i64),
    Read,
    Resize(u16, u16),
}

fn deed() -> impl Strategy<Value = Deed> {
    let key = prop::sample::select(vec![
        "Left",
        "Right",
        "Up",
        "Down",
        "Home",
        "End",
        "Backspace",
        "Delete",
        "Enter",
        "Tab",
        "Esc",
        "Ctrl-z",
        "Alt-1",
        "Alt-n",
        "F1",
        "F2",
        "PageUp",
    ]);
    prop_oneof![
        6 => "([一-龥]|[a-z ]{1,9}|👨‍👩‍👧|。|\n){1,12}".prop_map(Deed::Type),
        6 => key.prop_map(Deed::Key),
        2 => (1i64..90_000).prop_map(Deed::Wait),
        1 => Just(Deed::Read),
        1 => (40u16..160, 10u16..50).prop_map(|(w, h)| Deed::Resize(w, h)),
    ]
}

fn do_it(model: &mut Model, cells: &mut Buffer, deed: &Deed) {
    let msg = match deed {
        Deed::Type(text) => Msg::Text(text.clone()),
        Deed::Key(name) => Msg::Key(name.parse::<Chord>().unwrap()),
        Deed::Wait(millis) => Msg::Tick(model.now.plus(Span::millis(*millis))),
        Deed::Read => Msg::Told("已保存".to_owned()),
        Deed::Resize(w, h) => {
            cells.resize(Rect::new(0, 0, *w, *h));
            Msg::Resize(*w, *h)
        }
    };
    update(model, msg);
}

fn frame(model: &mut Model, kept: &mut Kept, cells: &mut Buffer) -> (Buffer, Drawn) {
    let theme = Theme::choose(ThemeSetting::Dark, false);
    cells.reset();
    let drawn = view(model, &theme, kept, cells);
    update(model, Msg::Drawn(drawn.metrics));
    (cells.clone(), drawn)
}

fn writing(lang: Lang) -> Model {
    let mut model = fixture::writing(lang);
    model.focus = Pane::Composer;
    assert_ne!(model.case(), None::<CaseId>);
    model
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn a_kept_frame_is_the_frame_drawn_anew(
        zh: bool, deeds in prop::collection::vec(deed(), 1..24),
    ) {
        let mut model = writing(if zh { Lang::Zh } else { Lang::En });
        let mut cells = Buffer::empty(Rect::new(0, 0, 120, 36));
        let mut kept = Kept::default();
        frame(&mut model, &mut kept, &mut cells);
        for deed in &deeds {
            do_it(&mut model, &mut cells, deed);
            let shown = frame(&mut model, &mut kept, &mut cells);
            let anew = frame(&mut model, &mut Kept::default(), &mut cells);
            prop_assert!(shown == anew, "after {:?}", deed);
        }
    }
}

#[test]
fn typing_draws_nothing_but_the_composer_and_the_bottom() {
    let mut model = writing(Lang::Zh);
    let mut cells = Buffer::empty(Rect::new(0, 0, 120, 36));
    let mut kept = Kept::default();
    frame(&mut model, &mut kept, &mut cells);
    assert_eq!(kept.whole_frames(), 1);
    for deed in [Deed::Type("退".to_owned()), Deed::Key("Left"), Deed::Key("Backspace")] {
        do_it(&mut model, &mut cells, &deed);
        frame(&mut model, &mut kept, &mut cells);
    }
    assert_eq!(kept.whole_frames(), 1, "keys in the draft");
    do_it(&mut model, &mut cells, &Deed::Key("Alt-n"));
    frame(&mut model, &mut kept, &mut cells);
    assert_eq!(kept.whole_frames(), 2, "a key that may mean anything");
    do_it(&mut model, &mut cells, &Deed::Wait(60_000));
    frame(&mut model, &mut kept, &mut cells);
    assert_eq!(kept.whole_frames(), 3, "a minute later the clocks say something else");
}
