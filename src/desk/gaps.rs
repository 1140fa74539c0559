//! Text that must not reach a buyer: named gaps and template marks left in a draft.

use crate::domain::CleanText;
use crate::playbook::Gap;

/// How a gap is written into a rendered text, in either language.
const MARKS: [(&str, &str); 2] = [("【缺:", "】"), ("[missing: ", "]")];

/// The gaps left in a text, and template marks that were never filled.
pub(super) fn left_in(text: &CleanText) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (open, close) in MARKS {
        let mut rest = text.as_str();
        while let Some((_, after)) = rest.split_once(open) {
            let (label, tail) = after.split_once(close).unwrap_or((after, ""));
            gaps.push(gap(label));
            rest = tail;
        }
    }
    if let Some((_, after)) = text.as_str().split_once("{{") {
        let name = after.split_once("}}").map_or(after, |(name, _)| name);
        gaps.push(gap(name.trim()));
    }
    gaps
}

fn gap(label: &str) -> Gap {
    Gap { name: label.to_owned(), label: label.to_owned(), fact: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(text: &str) -> Vec<String> {
        left_in(&CleanText::new(text)).into_iter().map(|gap| gap.label).collect()
    }

    #[test]
    fn gaps_of_both_languages_are_found() {
        assert_eq!(labels("请补【缺:面单照片】和【缺:订单】"), ["面单照片", "订单"]);
        assert_eq!(labels("about [missing: Order] today"), ["Order"]);
    }

    #[test]
    fn an_unfilled_template_is_found_and_plain_text_passes() {
        assert_eq!(labels("订单 {{ order.tail }} 的"), ["order.tail"]);
        assert_eq!(labels("订单【8842】已退款"), Vec::<String>::new());
    }
}
