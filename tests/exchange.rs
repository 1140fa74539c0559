//! Files as they come, read from disk: encodings, formats, bad rows.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use chrono::FixedOffset;
use redress::domain::{Author, Conversation, Platform, Stamp};
use redress::exchange::encoding::Encoding;
use redress::exchange::{BadRow, FileError, Piece, ReadOptions, Totals, open, read_from};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn read(path: &Path) -> Result<(Totals, Vec<Conversation>, Vec<BadRow>), FileError> {
    let options = ReadOptions::new(
        Stamp::parse("2026-11-22T12:00:00+08:00").unwrap(),
        FixedOffset::east_opt(8 * 3_600).unwrap(),
    );
    let (mut said, mut bad) = (Vec::new(), Vec::new());
    let (file, length) = open(path)?;
    assert_eq!(length, std::fs::metadata(path).unwrap().len());
    let totals = read_from(file, path, &options, &mut |piece| {
        match piece {
            Piece::Conversation(conversation) => said.push(conversation),
            Piece::Bad(row) => bad.push(row),
        }
        ControlFlow::Continue(())
    })?;
    Ok((totals, said, bad))
}

#[test]
fn a_copied_chat_reads_the_same_in_every_encoding() {
    let (plain, said, bad) = read(&fixture("qianniu_utf8.txt")).unwrap();
    assert_eq!((plain.reader, plain.encoding), ("qianniu", Encoding::Utf8));
    assert_eq!((plain.messages, plain.skipped), (6, 5));
    assert!(bad.is_empty());
    let authors: Vec<Author> = said[0].messages.iter().map(|message| message.author).collect();
    assert_eq!(
        authors,
        [
            Author::Buyer,
            Author::Agent,
            Author::Buyer,
            Author::System,
            Author::System,
            Author::Agent
        ]
    );
    for (name, encoding) in
        [("qianniu_gb18030.txt", Encoding::Gb18030), ("qianniu_utf16le.txt", Encoding::Utf16Le)]
    {
        let (totals, same, bad) = read(&fixture(name)).unwrap();
        assert_eq!(totals.encoding, encoding);
        assert_eq!((&same, &bad), (&said, &Vec::new()));
    }
}

#[test]
fn json_lines_are_read_whatever_their_encoding() {
    let (totals, said, bad) = read(&fixture("chat.jsonl")).unwrap();
    assert_eq!((totals.reader, totals.messages, totals.bad), ("jsonl", 5, 0));
    assert!(bad.is_empty());
    let keys: Vec<_> = said.iter().map(|one| one.key.as_deref().unwrap()).collect();
    assert_eq!(keys, ["ext-1", "ext-2"]);
    assert_eq!(said[1].platform, Platform::Jd);
    let untimed = &said[0].messages[2];
    assert!(!untimed.timed && untimed.at > said[0].messages[1].at);
    let (totals, same, _) = read(&fixture("chat_gb18030.jsonl")).unwrap();
    assert_eq!((totals.encoding, same), (Encoding::Gb18030, said));
}

#[test]
fn bad_rows_are_named_and_the_good_ones_still_read() {
    let (totals, said, bad) = read(&fixture("bad_rows.jsonl")).unwrap();
    assert_eq!((totals.messages, totals.bad), (2, 2));
    assert_eq!(said[0].messages.len(), 2);
    let named: Vec<(usize, &str)> = bad.iter().map(|row| (row.line, row.reason.code())).collect();
    assert_eq!(named, [(2, "unknown-value"), (3, "missing-key")]);
}

#[test]
fn files_that_cannot_be_read_say_so() {
    let missing = read(&fixture("no-such-file.txt")).unwrap_err();
    assert!(matches!(missing, FileError::Io { .. }));
    assert!(missing.to_string().contains("no-such-file.txt"));
    let folder = tempfile::tempdir().unwrap();
    let cut = folder.path().join("cut.txt");
    let whole = std::fs::read(fixture("qianniu_utf16le.txt")).unwrap();
    std::fs::write(&cut, &whole[..whole.len() - 1]).unwrap();
    assert!(matches!(read(&cut), Err(FileError::Encoding { .. })));
    let empty = folder.path().join("empty");
    std::fs::write(&empty, "").unwrap();
    let (totals, said, bad) = read(&empty).unwrap();
    assert_eq!((totals.reader, totals.messages, said.len(), bad.len()), ("", 0, 0, 0));
    let picture = folder.path().join("a.png");
    std::fs::write(&picture, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xd8\xff").unwrap();
    assert!(matches!(read(&picture), Err(FileError::Encoding { .. })));
}

#[test]
fn a_long_file_comes_in_pieces_and_a_broken_byte_costs_one_line() {
    use std::io::Write;
    let mut file = tempfile::NamedTempFile::new().unwrap();
    for index in 0..20_000 {
        writeln!(
            file,
            "{{\"case\":\"c{}\",\"buyer\":\"买家\",\"from\":\"buyer\",\"text\":\"第 {index} 条消息,杯子碎了\"}}",
            index / 100
        )
        .unwrap();
    }
    file.write_all(b"{\"case\":\"\xff\"}\n").unwrap();
    file.flush().unwrap();
    let (totals, said, bad) = read(file.path()).unwrap();
    assert_eq!((totals.messages, totals.bad), (20_000, 1));
    assert_eq!((bad[0].line, bad[0].reason.code()), (20_001, "not-text"));
    assert!(said.len() >= 200);
    assert_eq!(said.iter().map(|one| one.messages.len()).sum::<usize>(), 20_000);
}
