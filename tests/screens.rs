//! What the screen looks like: text and style of every state, in both languages and at three sizes.

#[path = "screens/fixture.rs"]
mod fixture;
#[path = "screens/picture.rs"]
mod picture;

use fixture::Stage;
use redress::domain::Lang;

#[test]
#[ignore = "prints frames for the eye"]
fn look() {
    let (w, h) = (80, 24);
    for lang in [Lang::Zh, Lang::En] {
        for model in [
            fixture::empty(lang),
            fixture::queue(lang),
            fixture::open(lang, Stage::Fresh),
            fixture::open(lang, Stage::Hot),
            fixture::writing(lang),
            fixture::open(lang, Stage::Ready),
            fixture::noting(lang),
        ] {
            for (w, h) in [(w, h), (120, 36)] {
                println!("{}", picture::text(&model, w, h));
            }
        }
    }
}
