//! The words of texts the desk makes by itself and the buyer reads. They stand apart from the screen's
//! texts: these are sent.

use super::tables::node::node;
use super::tables::section::section;
use crate::domain::Lang;

section! {
    /// Texts for the buyer.
    BuyerTexts {
        title_restate, title_options, title_settlement, title_offer, bought, wished, one_sentence,
        sentence_mark, points_head, points_end, numerals, apology, explanation, improve, refund,
        r#return, exchange, resend, repair, compensate, coupon, with_steps, freight_shop,
        freight_buyer, freight_none, line, line_after, with_condition, one_option, options_head, options_end,
        settlement, offer_first, offer_more, title_later, title_broken, title_task, title_late, title_again,
        later, broken, task_handed, task_promise, task_late, finance, warehouse, courier, supplier, technician,
        supervisor,
    }
}

static ZH: BuyerTexts = BuyerTexts::read(node!("buyer.zh"));
static EN: BuyerTexts = BuyerTexts::read(node!("buyer.en"));

/// The texts in a language.
#[must_use]
pub const fn buyer_texts(lang: Lang) -> &'static BuyerTexts {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_are_whole() {
        for (lang, node) in [(Lang::Zh, node!("buyer.zh")), (Lang::En, node!("buyer.en"))] {
            let texts = buyer_texts(lang);
            assert_eq!(texts.numerals.split(' ').count(), 9);
            let mut said = Vec::new();
            BuyerTexts::names("", &mut said);
            assert_eq!(node.texts.len(), said.len(), "{lang}: a text nobody says");
        }
    }
}
