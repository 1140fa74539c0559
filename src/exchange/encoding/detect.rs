//! Tells an encoding from a file's bytes.

use super::Encoding;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_JP, EUC_KR, GB18030, GBK, SHIFT_JIS};

/// That many characters beyond ASCII that are good UTF-8 do not come about by chance: such a file
/// is UTF-8, and a wrong byte after them is damage.
const UTF8_BEYOND_CHANCE: usize = 8;

/// The encoding of bytes from the beginning of a file, or of a `whole` file; `None` when it is
/// none this program reads.
#[must_use]
pub fn detect(head: &[u8], whole: bool) -> Option<Encoding> {
    if head.starts_with(b"\xef\xbb\xbf") {
        return Some(Encoding::Utf8Bom);
    }
    if head.starts_with(b"\xff\xfe") {
        return Some(Encoding::Utf16Le);
    }
    if head.starts_with(b"\xfe\xff") {
        return Some(Encoding::Utf16Be);
    }
    if let Some(encoding) = unmarked_utf16(head) {
        return Some(encoding);
    }
    if is_utf8(head, whole) {
        return Some(Encoding::Utf8);
    }
    is_gb18030(head, whole).then_some(Encoding::Gb18030)
}

/// How many bytes from the beginning are good UTF-8.
pub(super) fn utf8_prefix(bytes: &[u8]) -> usize {
    match std::str::from_utf8(bytes) {
        Ok(_) => bytes.len(),
        Err(error) => error.valid_up_to(),
    }
}

fn is_utf8(head: &[u8], whole: bool) -> bool {
    let Err(error) = std::str::from_utf8(head) else { return true };
    if !whole && error.error_len().is_none() {
        return true;
    }
    let good = head.get(..error.valid_up_to()).unwrap_or_default();
    // A lead byte of UTF-8 begins every character beyond ASCII.
    good.iter().filter(|&&byte| byte >= 0xc0).count() >= UTF8_BEYOND_CHANCE
}

/// UTF-16 without a mark, when the zero bytes of its digits and line feeds make it plain. Chinese
/// has a few zeros on the other side too (一 is 4E00), so the sides are weighed.
fn unmarked_utf16(head: &[u8]) -> Option<Encoding> {
    let (mut first, mut second, mut pairs) = (0usize, 0usize, 0usize);
    for pair in head.chunks_exact(2) {
        pairs += 1;
        if let [a, b] = pair {
            first += usize::from(*a == 0 && *b != 0);
            second += usize::from(*b == 0 && *a != 0);
        }
    }
    let plain = |much: usize, little: usize| much * 20 > pairs && much > little.saturating_mul(4);
    if plain(second, first) {
        Some(Encoding::Utf16Le)
    } else if plain(first, second) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// GB18030 allows so many byte pairs that reading without an error proves little; the statistics
/// of the language have the last word.
fn is_gb18030(head: &[u8], whole: bool) -> bool {
    if head.contains(&0) {
        return false;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, whole);
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    if guess == GBK || guess == GB18030 {
        return true;
    }
    // A short text may look like a neighbour's; nothing but GB18030 is read here, so a clean
    // reading decides among them.
    [BIG5, EUC_JP, EUC_KR, SHIFT_JIS].contains(&guess)
        && GB18030.decode_without_bom_handling_and_without_replacement(head).is_some()
}
