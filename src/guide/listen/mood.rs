//! The mood of each burst.

use super::{Burst, Ears, Repeated};
use crate::domain::Mood;
use crate::guide::{Sign, Tells};

/// From here on a mood is shown.
const SHOWN: f32 = 1.0;

pub(super) fn of_bursts(ears: &Ears<'_, '_>, repeated: &[Repeated]) -> Vec<Burst> {
    ears.bursts
        .iter()
        .map(|burst| {
            let first = repeated.partition_point(|one| one.message < burst.start);
            let again = repeated.get(first).is_some_and(|one| one.message < burst.end);
            let mood = of(ears, burst, again);
            Burst { first: burst.start, last: burst.end.saturating_sub(1), mood }
        })
        .collect()
}

fn of(ears: &Ears<'_, '_>, burst: &std::ops::Range<usize>, again: bool) -> Mood {
    let [mut uneasy, mut let_down, mut angry, mut abusive] = [0.0_f32; 4];
    let (mut soothing, mut worn) = (false, usize::from(again));
    for hint in ears.within(burst) {
        let weight = hint.signal.weight;
        match hint.signal.tells {
            Tells::Mood(Mood::Uneasy) => uneasy += weight,
            Tells::Mood(Mood::Disappointed) => let_down += weight,
            Tells::Mood(Mood::Angry) => angry += weight,
            Tells::Mood(Mood::Abusive) => abusive += weight,
            Tells::Threat(_) => angry += 1.0,
            Tells::Sign(Sign::AskedBefore | Sign::Waiting | Sign::Urging) => {
                worn += 1;
                uneasy += 1.0;
            }
            Tells::Sign(Sign::Resigned) => {
                worn += 1;
                let_down += 0.6;
            }
            Tells::Mood(Mood::Calm) | Tells::Sign(Sign::Thanks | Sign::Content) => soothing = true,
            Tells::Issue(_) | Tells::Sign(_) => {}
        }
    }
    // Worn out in several ways at once is more than uneasy.
    if worn >= 2 {
        let_down += 0.6;
    }
    if worn >= 3 {
        angry += 0.6;
    }
    if again {
        uneasy += 1.0;
    }
    let mood = if abusive >= SHOWN {
        Mood::Abusive
    } else if angry + 0.4 * let_down >= SHOWN && angry > 0.0 {
        Mood::Angry
    } else if let_down + 0.2 * uneasy >= SHOWN {
        Mood::Disappointed
    } else if uneasy + let_down >= SHOWN {
        Mood::Uneasy
    } else {
        Mood::Calm
    };
    match mood {
        // Who thanks is milder than their marks.
        Mood::Angry if soothing && angry < 2.0 * SHOWN => Mood::Calm,
        Mood::Uneasy if soothing => Mood::Calm,
        Mood::Calm | Mood::Uneasy | Mood::Disappointed | Mood::Angry | Mood::Abusive => mood,
    }
}

/// Whether a burst thanks or is content.
pub(super) fn is_soothed(ears: &Ears<'_, '_>, burst: &Burst) -> bool {
    ears.within(&(burst.first..burst.last + 1))
        .any(|hint| matches!(hint.signal.tells, Tells::Sign(Sign::Thanks | Sign::Content)))
}
