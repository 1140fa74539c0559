//! The texts of settling: verdict, wish, options, money, returns, points.
//!
//! Owns the names of the texts, one struct a section of the files; knows nothing else.

use super::node::Named;
use super::section::{section, sections};

sections! {
    /// Everything said about settling.
    SettlingTexts {
        /// Who answers for it.
        verdict: Named,
        /// What the buyer wants.
        wish: Named,
        /// What an option comes to.
        remedy: Named,
        /// Who pays the freight.
        payer: Named,
        /// What a payment was for.
        paid: Named,
        /// A place in the conversation.
        mark: Named,
        /// What is looked at before a return, by piece.
        piece: Named,
        /// What it can be: `tags-on`.
        value: Named,
        /// What is to be known before one says yes or no.
        flag: Named,
        /// One sentence for each deed.
        event: Named,
        /// Why an act was refused, by the refusal's name.
        refusal: Named,
        /// What the buyer says to a point.
        answer: Named,
        /// The rows of the desk, and the titles of its forms.
        row: Named,
        /// What a field of a form is called.
        field: Named,
        /// What stands in an empty field.
        hint: Named,
        /// Everything else.
        say: SettlingSay,
    }
}

section! {
    /// Sentences of settling.
    SettlingSay {
        title, keys, none, unknown, form_keys, options_title, options_none, options_keys, options_keys_none, options_told, options_count,
        shop_cost, dropped, offered_mark, changed_mark, chosen_mark, band, band_short, band_unknown, exposure,
        exposure_points, firm, excerpt, hint, weigh_pay, weigh_fight, ladder, ladder_top, limit, limit_fits, limit_over,
        refused_over, no_limit, paid_sum,
        approval_waits, approval_granted, approval_refused, points_title, points_keys, points_answered,
        answered_confirmed, answered_corrected, history_title, history_none, marked_at, no_mark, jumped,
        done, missing_pieces, all_pieces, agreed_now, not_an_amount, not_chosen, freight_owed, inside,
        asked_already,
    }
}
