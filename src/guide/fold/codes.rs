//! What a chat window or a log writes for something else: emoticon codes, placeholders, entities.

use super::{AMOUNT, EMOTICON, NUMBER, ORDER, THING};

/// Longer than any code, in characters.
const LONGEST: usize = 24;

/// The code a text begins with: the sign it stands for, and how many bytes it takes.
pub(super) fn read(text: &str) -> Option<(char, usize)> {
    match text.as_bytes().first()? {
        b'[' => bracketed(text),
        b'/' => slashed(text),
        b'#' => hashed(text),
        b'&' => ENTITIES
            .iter()
            .find(|(entity, _)| text.starts_with(entity))
            .map(|(entity, sign)| (*sign, entity.len())),
        b'<' => BREAKS.iter().find(|mark| text.starts_with(**mark)).map(|mark| ('\n', mark.len())),
        _other => None,
    }
}

const ENTITIES: &[(&str, char)] =
    &[("&nbsp;", ' '), ("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"')];

const BREAKS: &[&str] = &["<br>", "<br/>", "<br />", "<BR>"];

/// Emoticons by what stands between their brackets.
const FACES: &[(&str, char)] = &[
    ("微笑", '☺'),
    ("笑脸", '☺'),
    ("呲牙", '😄'),
    ("憨笑", '😄'),
    ("偷笑", '😄'),
    ("愉快", '😄'),
    ("可爱", '😄'),
    ("大笑", '😄'),
    ("太开心", '😄'),
    ("鼓掌", '😄'),
    ("玫瑰", '🌹'),
    ("强", '👍'),
    ("赞", '👍'),
    ("good", '👍'),
    ("ok", '👌'),
    ("抱拳", '🙏'),
    ("合十", '🙏'),
    ("心", '❤'),
    ("爱心", '❤'),
    ("爱你", '❤'),
    ("发怒", '😡'),
    ("怒", '😡'),
    ("生气", '😡'),
    ("愤怒", '😡'),
    ("抓狂", '😡'),
    ("怒骂", '🤬'),
    ("骂", '🤬'),
    ("咒骂", '🤬'),
    ("弱", '👎'),
    ("流泪", '😭'),
    ("大哭", '😭'),
    ("泪", '😭'),
    ("快哭了", '😭'),
    ("伤心", '😭'),
    ("难过", '😞'),
    ("失望", '😞'),
    ("委屈", '😞'),
    ("撇嘴", '😞'),
    ("无语", '😒'),
    ("白眼", '😒'),
    ("鄙视", '😒'),
    ("汗", '😓'),
    ("冷汗", '😓'),
    ("再见", '👋'),
    ("疑问", '❓'),
];

fn bracketed(text: &str) -> Option<(char, usize)> {
    let inside: String =
        text.chars().skip(1).take(LONGEST).take_while(|c| !matches!(c, ']' | '[' | '\n')).collect();
    let length = inside.len() + 2;
    if inside.is_empty() || !text.get(..length)?.ends_with(']') {
        return None;
    }
    let name = inside.to_lowercase();
    let name = name.trim();
    if let Some((_, sign)) = FACES.iter().find(|(face, _)| *face == name) {
        return Some((*sign, length));
    }
    placeholder(name).map(|sign| (sign, length))
}

/// A placeholder by its name: `订单x`, `数字x`, `ORDERID_1002`.
fn placeholder(name: &str) -> Option<char> {
    let kind = name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, 'x' | '_' | '*'));
    let marked = kind.len() < name.len();
    let starts = |words: &[&str]| words.contains(&kind);
    if starts(&["订单", "订单号", "订单编号", "运单", "单号", "orderid", "order", "快递单"])
    {
        Some(ORDER)
    } else if starts(&["数字", "num", "number", "数量"]) {
        Some(NUMBER)
    } else if starts(&["金额", "价格", "price", "money"]) {
        Some(AMOUNT)
    } else if starts(&[
        "图片",
        "picture",
        "image",
        "视频",
        "语音",
        "文件",
        "商品快照",
        "商品",
        "链接",
    ]) || (marked
        && starts(&[
            "姓名",
            "地址",
            "电话",
            "手机",
            "日期",
            "时间",
            "站点",
            "邮箱",
            "网址",
            "url",
            "userid",
            "phone",
            "name",
            "address",
            "date",
            "time",
            "site",
            "公司",
            "组织机构",
            "身份证",
        ]))
    {
        Some(THING)
    } else {
        None
    }
}

/// `/:^_^`, `/:066`: the codes of 旺旺.
fn slashed(text: &str) -> Option<(char, usize)> {
    const KNOWN: &[(&str, char)] = &[
        ("/:^_^", '😄'),
        ("/:^$^", '😄'),
        ("/:^x^", '😡'),
        ("/:807", '😡'),
        ("/:>_<", '😭'),
        ("/:-f", '🌹'),
        ("/:y", '👍'),
        ("/:t-t", '😭'),
        ("/:@", '😡'),
    ];
    let rest = text.strip_prefix("/:")?;
    let lower = text.chars().take(5).collect::<String>().to_lowercase();
    if let Some((code, sign)) = KNOWN.iter().find(|(code, _)| lower.starts_with(code)) {
        return Some((*sign, code.len()));
    }
    let digits = rest.bytes().take(3).take_while(u8::is_ascii_digit).count();
    (digits >= 2).then_some((EMOTICON, 2 + digits))
}

/// `#E-s21`, and the same in a log that hides numbers: `#E-s[数字x]`.
fn hashed(text: &str) -> Option<(char, usize)> {
    let rest = text.strip_prefix("#E-")?;
    let head = rest.bytes().take(2).take_while(u8::is_ascii_alphabetic).count();
    let after = rest.get(head..)?;
    let digits = after.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let hidden = if digits == 0 && after.starts_with("[数字x]") { "[数字x]".len() } else { 0 };
    Some((EMOTICON, 3 + head + digits + hidden))
}
