//! Which encoding a file is in, and its text: UTF-8 with or without a mark, UTF-16 either way
//! round, GB18030 (the plain text of most Chinese programs).
//!
//! Nothing is ever replaced by a question mark: bytes that do not belong to the encoding are an
//! error with their place. Knows nothing of what the text says.

mod detect;

use encoding_rs::{DecoderResult, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use std::fmt;

pub use detect::detect;

/// An encoding this program reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8 without a mark, plain ASCII included.
    Utf8,
    /// UTF-8 that begins with a byte order mark.
    Utf8Bom,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GB18030, with GBK and GB2312 as parts of it.
    Gb18030,
}

impl Encoding {
    /// Every encoding.
    pub const ALL: [Self; 5] =
        [Self::Utf8, Self::Utf8Bom, Self::Utf16Le, Self::Utf16Be, Self::Gb18030];

    /// The name people know it by, also used in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Bom => "UTF-8 BOM",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB18030",
        }
    }

    const fn decoder(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 | Self::Utf8Bom => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Gb18030 => GB18030,
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A file's text and the encoding it was in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// What it was read as.
    pub encoding: Encoding,
}

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EncodingError {
    /// The encoding is plain, but some bytes do not belong to it.
    #[error(
        "The file is {encoding}, but byte {offset} (line {line}) does not belong to it. \
         The file may be cut or damaged; export it again."
    )]
    Undecodable {
        /// What the rest of the file is.
        encoding: Encoding,
        /// Where the first wrong byte stands, from 0.
        offset: usize,
        /// The line it stands in, from 1.
        line: usize,
    },
    /// No encoding this program reads fits.
    #[error(
        "From byte {offset} (line {line}) on, the file is not in an encoding this program reads. \
         Save it as UTF-8 and try again."
    )]
    Unrecognised {
        /// Where it stops being plain text, from 0.
        offset: usize,
        /// The line that is in, from 1.
        line: usize,
    },
}

/// Recognises the encoding of a whole file and gives its text.
///
/// # Errors
/// [`EncodingError`] with the place of the first byte that is no text.
pub fn decode(bytes: &[u8]) -> Result<Decoded, EncodingError> {
    let Some(encoding) = detect(bytes, true) else {
        let offset = detect::utf8_prefix(bytes);
        return Err(EncodingError::Unrecognised { offset, line: line_at(bytes, offset) });
    };
    decode_as(bytes, encoding)
}

/// Gives the text of bytes known to be in `encoding`.
///
/// # Errors
/// [`EncodingError::Undecodable`] when they are not.
pub fn decode_as(bytes: &[u8], encoding: Encoding) -> Result<Decoded, EncodingError> {
    let mut decoder = encoding.decoder().new_decoder_with_bom_removal();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(room.unwrap_or(bytes.len()));
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    match result {
        DecoderResult::InputEmpty => {
            text.shrink_to_fit();
            Ok(Decoded { text, encoding })
        }
        DecoderResult::Malformed(bad, after) => {
            let offset = read.saturating_sub(usize::from(bad) + usize::from(after));
            // Counted in what was decoded: a line feed is two bytes in UTF-16.
            let line = 1 + text.bytes().filter(|&byte| byte == b'\n').count();
            Err(EncodingError::Undecodable { encoding, offset, line })
        }
        // Cannot be with the room asked for above; said honestly all the same.
        DecoderResult::OutputFull => Err(EncodingError::Undecodable {
            encoding,
            offset: read,
            line: 1 + text.bytes().filter(|&byte| byte == b'\n').count(),
        }),
    }
}

fn line_at(bytes: &[u8], offset: usize) -> usize {
    1 + bytes.iter().take(offset).filter(|&&byte| byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CHAT: &str = "tb_买家01 2024-5-3 9:05:12\r\n收到的杯子是碎的，一共两只😤\r\n";

    fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
        let units = |to_bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to_bytes).collect();
        match encoding {
            Encoding::Utf8 => text.as_bytes().to_vec(),
            Encoding::Utf8Bom => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            Encoding::Utf16Le => units(u16::to_le_bytes),
            Encoding::Utf16Be => units(u16::to_be_bytes),
            Encoding::Gb18030 => GB18030.encode(text).0.into_owned(),
        }
    }

    #[test]
    fn a_chat_is_read_in_every_encoding() {
        for encoding in Encoding::ALL {
            let read = decode(&encode(CHAT, encoding)).unwrap();
            assert_eq!(read, Decoded { text: CHAT.to_owned(), encoding });
        }
    }

    #[test]
    fn utf16_marks_are_taken_off() {
        for (encoding, mark) in
            [(Encoding::Utf16Le, [0xff, 0xfe]), (Encoding::Utf16Be, [0xfe, 0xff])]
        {
            let bytes = [mark.to_vec(), encode(CHAT, encoding)].concat();
            assert_eq!(decode(&bytes).unwrap(), Decoded { text: CHAT.to_owned(), encoding });
        }
    }

    #[test]
    fn a_damaged_file_is_refused_with_its_place() {
        let mut bytes = "第一行没有问题\n第二行也没有".as_bytes().to_vec();
        bytes.push(0xff);
        bytes.extend("问题".as_bytes());
        assert_eq!(
            decode(&bytes),
            Err(EncodingError::Undecodable { encoding: Encoding::Utf8, offset: 40, line: 2 })
        );
        let mut cut = encode(CHAT, Encoding::Utf16Le);
        cut.pop();
        assert!(matches!(
            decode(&cut),
            Err(EncodingError::Undecodable { encoding: Encoding::Utf16Le, line: 2, .. })
        ));
    }

    #[test]
    fn western_and_binary_files_are_not_taken_for_chinese() {
        let cafe = b"Le caf\xe9 \xe9tait tr\xe8s bon, d\xe9j\xe0 \xe0 No\xebl.\nBien s\xfbr.\n";
        assert_eq!(decode(cafe), Err(EncodingError::Unrecognised { offset: 6, line: 1 }));
        assert!(decode(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xd8\xff").is_err());
    }

    #[test]
    fn very_short_gb18030_is_read() {
        for text in ["在吗", "退款", "你好，发票开错了", "联通", "一二三\n"] {
            let read = decode(&encode(text, Encoding::Gb18030)).unwrap();
            assert_eq!(read.text, text);
        }
    }

    proptest! {
        #[test]
        fn any_bytes_give_text_or_a_place(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            match decode(&bytes) {
                Ok(_) => {}
                Err(EncodingError::Undecodable { offset, .. }
                    | EncodingError::Unrecognised { offset, .. }) => prop_assert!(offset <= bytes.len()),
            }
        }

        #[test]
        fn chinese_chats_are_recognised(
            text in "(tb_[a-z]{3}[0-9]{2} 2024-5-3 9:05:1[0-9]\n[的一是不了人我在有他这中大来上国退款发货快递碎坏，。！]{4,30}\n){2,6}",
            which in 0usize..5,
        ) {
            let encoding = Encoding::ALL[which];
            prop_assert_eq!(decode(&encode(&text, encoding)), Ok(Decoded { text, encoding }));
        }
    }
}
