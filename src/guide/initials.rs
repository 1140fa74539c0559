//! The initials of Chinese words, so that `tk` finds 退款 without the input method being on.
//!
//! The common characters stand in GB 2312 in the order of their sounds: where a character stands
//! tells its initial, and no table of sounds is needed. Of a character with several sounds the most
//! frequent counts; characters beyond the common ones have no initial.

/// The first character of each initial, by its place in GB 2312.
const FIRST: [(u16, char); 23] = [
    (0xB0A1, 'a'),
    (0xB0C5, 'b'),
    (0xB2C1, 'c'),
    (0xB4EE, 'd'),
    (0xB6EA, 'e'),
    (0xB7A2, 'f'),
    (0xB8C1, 'g'),
    (0xB9FE, 'h'),
    (0xBBF7, 'j'),
    (0xBFA6, 'k'),
    (0xC0AC, 'l'),
    (0xC2E8, 'm'),
    (0xC4C3, 'n'),
    (0xC5B6, 'o'),
    (0xC5BE, 'p'),
    (0xC6DA, 'q'),
    (0xC8BB, 'r'),
    (0xC8F6, 's'),
    (0xCBFA, 't'),
    (0xCDDA, 'w'),
    (0xCEF4, 'x'),
    (0xD1B9, 'y'),
    (0xD4D1, 'z'),
];
/// The last of the characters in that order.
const LAST: u16 = 0xD7F9;

/// The initials of a text: one letter for each common character, what is Latin as it is, in small
/// letters; whatever has none is left out.
#[must_use]
pub fn initials(text: &str) -> String {
    let mut out = String::with_capacity(text.len() / 3 + 1);
    let mut bytes = [0_u8; 4];
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !c.is_ascii() {
            out.extend(initial(c.encode_utf8(&mut bytes)));
        }
    }
    out
}

fn initial(character: &str) -> Option<char> {
    let (coded, _, failed) = encoding_rs::GBK.encode(character);
    let [high, low] = *coded.as_ref() else { return None };
    let place = u16::from(high) << 8 | u16::from(low);
    if failed || place > LAST || low < 0xA1 {
        return None;
    }
    let after = FIRST.partition_point(|(first, _)| *first <= place);
    FIRST.get(after.checked_sub(1)?).map(|(_, letter)| *letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_common_character_has_the_initial_of_its_sound() {
        for (text, wanted) in [
            ("退款", "tk"),
            ("请补拍照片", "qbpzp"),
            ("先道歉", "xdq"),
            ("啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝", "abcdefghjklmnopqrstwxyz"),
            ("座", "z"),
            ("A4 纸", "a4z"),
            ("，。！", ""),
            ("refund", "refund"),
        ] {
            assert_eq!(initials(text), wanted, "{text}");
        }
    }
}
