//! What the pane shows between messages and nobody said: read marks, product cards, notices of a
//! hand-over.

/// Whether a line is the mark under a message that tells whether it was read.
pub(super) fn is_read_mark(line: &str) -> bool {
    ["已读", "未读", "发送中"].contains(&line.trim())
}

/// Whether a line is a notice of a hand-over: who did it, and why.
pub(super) fn is_notice(line: &str) -> bool {
    let line = line.trim();
    let short = line.len() <= 120;
    (short && line.starts_with("由") && line.contains("服务助手") && line.contains("转交给"))
        || (short && line.starts_with("原因：【") && line.ends_with('】'))
}

/// How many lines from here on are a product card; 0 when none begins here.
///
/// A card opens with one of its headings. A price or a link alone is a person's: a buyer's link
/// to a picture is proof.
pub(super) fn card_length(lines: &[&str]) -> usize {
    let mut length = 0;
    while lines.get(length).is_some_and(|line| is_card_heading(line)) {
        length += 1;
    }
    if length == 0 {
        return 0;
    }
    let part = |at: usize| lines.get(at).is_some_and(|line| is_price(line) || is_link(line));
    if !part(length) && part(length + 1) {
        length += 1; // the product's title
    }
    while part(length) {
        length += 1;
    }
    length
}

fn is_card_heading(line: &str) -> bool {
    let line = line.trim();
    (line.starts_with("当前用户来自") && line.len() <= 60)
        || line == "商品推荐"
        || line == "商品详情页"
}

fn is_price(line: &str) -> bool {
    let line = line.trim();
    line.strip_prefix(['¥', '￥']).is_some_and(|price| {
        let price = price.trim();
        !price.is_empty() && price.chars().all(|c| c.is_ascii_digit() || ",.-~".contains(c))
    })
}

fn is_link(line: &str) -> bool {
    let line = line.trim();
    (line.starts_with("http://") || line.starts_with("https://"))
        && !line.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_are_measured_and_speech_is_left_alone() {
        assert_eq!(
            card_length(&[
                "当前用户来自 商品详情页",
                "玻璃杯 大号",
                "¥ 59.00",
                "https://i.cn/1",
                "在吗"
            ]),
            4
        );
        assert_eq!(card_length(&["商品推荐", "¥59", "在吗"]), 2);
        assert_eq!(card_length(&["当前用户来自 商品详情页", "在吗", "有人吗"]), 1);
        assert_eq!(card_length(&["¥59"]), 0);
        assert_eq!(card_length(&["https://img.example/1.jpg"]), 0);
        assert_eq!(card_length(&[]), 0);
    }

    #[test]
    fn marks_and_notices_are_known() {
        assert!(is_read_mark(" 已读 "));
        assert!(!is_read_mark("已读不回"));
        assert!(is_notice("由 服务助手 转交给"));
        assert!(is_notice("原因：【离线留言自动分配】"));
        assert!(!is_notice("原因：杯子碎了"));
    }
}
