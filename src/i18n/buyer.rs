//! The words of texts the desk makes by itself and the buyer reads. They stand apart from the screen's
//! texts and are read when the first of them is wanted.

use super::tables::section::{Section as _, section};
use super::tables::texts::{Texts, texts};
use crate::domain::Lang;
use std::sync::LazyLock;

section! {
    /// Texts for the buyer.
    BuyerTexts {
        title_restate, title_options, title_settlement, title_offer, bought, wished, one_sentence,
        sentence_mark, points_head, points_end, numerals, apology, explanation, improve, refund,
        r#return, exchange, resend, repair, compensate, coupon, with_steps, freight_shop,
        freight_buyer, freight_none, line, with_condition, one_option, options_head, options_end,
        settlement, offer_first, offer_more, title_later, title_broken, title_task, title_late, title_again,
        later, broken, task_handed, task_promise, task_late, finance, warehouse, courier, supplier, technician,
        supervisor,
    }
}

static ZH: LazyLock<Option<BuyerTexts>> = LazyLock::new(|| read(texts!("buyer.zh")));
static EN: LazyLock<Option<BuyerTexts>> = LazyLock::new(|| read(texts!("buyer.en")));

fn read(flat: &'static str) -> Option<BuyerTexts> {
    let mut texts = Texts::of(flat);
    let read = BuyerTexts::read(&mut texts, "").ok();
    texts.finish().ok().and(read)
}

/// The texts in a language. They are part of the program and a test reads both; were they damaged, there
/// would be no such texts to offer, and nothing else would be amiss.
#[must_use]
pub fn buyer_texts(lang: Lang) -> Option<&'static BuyerTexts> {
    match lang {
        Lang::Zh => ZH.as_ref(),
        Lang::En => EN.as_ref(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_are_whole() {
        for lang in [Lang::Zh, Lang::En] {
            let texts = buyer_texts(lang).unwrap();
            assert_eq!(texts.numerals.split(' ').count(), 9);
        }
    }
}
