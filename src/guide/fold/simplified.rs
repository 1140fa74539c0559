//! Traditional characters as simplified ones, one for one.

use std::sync::LazyLock;

const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;

/// Every character of the block, each with what it is compared as. Read once, when first asked.
static TABLE: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table: Vec<u16> = (0x4e00..=0x9fff).collect();
    let pairs = include_str!("../../../assets/fold/simplified.txt");
    for line in pairs.lines().filter(|line| !line.starts_with('#')) {
        let mut chars = line.chars();
        while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
            let place = u32::from(from).checked_sub(FIRST).map(|place| place as usize);
            if let (Some(slot), Ok(to)) =
                (place.and_then(|place| table.get_mut(place)), u16::try_from(u32::from(to)))
            {
                *slot = to;
            }
        }
    }
    table
});

/// A Chinese character as it is compared; nothing for any other character.
pub(super) fn of(c: char) -> Option<char> {
    let code = u32::from(c);
    if !(FIRST..=LAST).contains(&code) {
        return None;
    }
    TABLE.get((code - FIRST) as usize).and_then(|simple| char::from_u32(u32::from(*simple)))
}
