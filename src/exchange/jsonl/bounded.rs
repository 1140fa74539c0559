//! Lines of a file, none longer in memory than allowed.

use std::io::{self, BufRead};

/// How a line came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// The buffer has all of it.
    Whole,
    /// The buffer has its beginning; the rest was passed over.
    TooLong,
}

/// Reads the next line into `buffer`, without its line end; `None` at the end of the file.
pub(super) fn next_line(
    input: &mut impl BufRead,
    buffer: &mut Vec<u8>,
    limit: usize,
) -> io::Result<Option<Line>> {
    buffer.clear();
    let mut too_long = false;
    let mut began = false;
    loop {
        let chunk = match input.fill_buf() {
            Ok(chunk) => chunk,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if chunk.is_empty() {
            break;
        }
        began = true;
        let end = chunk.iter().position(|&byte| byte == b'\n');
        let part = chunk.get(..end.unwrap_or(chunk.len())).unwrap_or_default();
        let room = limit.saturating_sub(buffer.len());
        too_long |= part.len() > room;
        buffer.extend_from_slice(part.get(..room).unwrap_or(part));
        let used = part.len() + usize::from(end.is_some());
        input.consume(used);
        if end.is_some() {
            break;
        }
    }
    let line = if too_long { Line::TooLong } else { Line::Whole };
    Ok(began.then_some(line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    #[test]
    fn long_lines_are_passed_over_and_the_next_is_whole() {
        let text = b"abc\n0123456789abcdef\n\nlast";
        let mut input = BufReader::with_capacity(4, &text[..]);
        let mut buffer = Vec::new();
        let mut seen = Vec::new();
        while let Some(line) = next_line(&mut input, &mut buffer, 10).unwrap() {
            seen.push((line, String::from_utf8(buffer.clone()).unwrap()));
        }
        let whole = |text: &str| (Line::Whole, text.to_owned());
        let expected =
            vec![whole("abc"), (Line::TooLong, "0123456789".into()), whole(""), whole("last")];
        assert_eq!(seen, expected);
    }
}
