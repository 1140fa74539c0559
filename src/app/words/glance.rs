//! What stands out about a buyer, in a few words.

use super::buyer_type;
use crate::i18n::{Strings, fill};
use crate::store::GlanceFlag;

/// A flag, as it is shown.
#[must_use]
pub fn glance_flag(strings: &Strings, flag: GlanceFlag) -> String {
    let texts = &strings.board;
    let (text, n) = match flag {
        GlanceFlag::Type(kind) => {
            return fill(texts.flag_type, &[("type", &buyer_type(strings, kind))]);
        }
        GlanceFlag::Often(n) => (&texts.flag_often, n),
        GlanceFlag::SameOrder(n) => (&texts.flag_same_order, n),
        GlanceFlag::Ruled(n) => (&texts.flag_ruled, n),
        GlanceFlag::Refused(n) => (&texts.flag_refused, n),
        GlanceFlag::Abusive(n) => (&texts.flag_abusive, n),
    };
    fill(text, &[("n", &n)])
}
