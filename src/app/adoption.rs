//! Which scripted replies a draft still says: what is deleted or undone was not said, and neither
//! promises nor ticks anything.

use super::Adopted;
use crate::domain::{CleanText, MessageNo, Stamp};

/// A sentence this short may stand in any text.
const TELLING: usize = 4;

/// A reply that was put into a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Adoption {
    /// Which.
    pub(super) adopted: Adopted,
    /// Its words, as they were put in.
    pub(super) text: String,
    /// When: the times it names are reckoned from then.
    pub(super) at: Stamp,
}

/// A reply that was sent, for the case that it is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LastSent {
    /// Its ordinal.
    pub(super) no: MessageNo,
    /// Its words, whole.
    pub(super) text: CleanText,
    /// Where they came from.
    pub(super) adoptions: Vec<Adoption>,
}

impl Adoption {
    /// Whether a draft still says it: a third of its words, by sentences and parts of sentences.
    pub(super) fn is_said_in(&self, draft: &str) -> bool {
        let parts = self.text.split(['\n', '。', '！', '？', '；', '，', '.', '!', '?', ';', ',']);
        let (mut all, mut said) = (0, 0);
        for part in parts.map(str::trim) {
            let length = part.chars().count();
            if length >= TELLING {
                all += length;
                said += if draft.contains(part) { length } else { 0 };
            }
        }
        if all == 0 { draft.contains(self.text.trim()) } else { said * 3 >= all }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, draft: &str) -> bool {
        let adopted = Adopted::by_id("one".into());
        Adoption { adopted, text: text.into(), at: Stamp::default() }.is_said_in(draft)
    }

    #[test]
    fn a_reply_is_said_while_a_good_part_of_it_stands() {
        let reply = "亲，给您添麻烦了，对不起。10:30前在这里回您。";
        assert!(said(reply, "给您添麻烦了，真的不好意思"));
        assert!(!said(reply, "亲，您好"));
        let long = format!("给您添麻烦了，{}", "这里还有别的一句话，".repeat(9));
        assert!(!said(&long, "给您添麻烦了，我自己写"), "one phrase is not the reply");
        assert!(!said(reply, ""));
    }

    #[test]
    fn a_very_short_reply_is_said_whole_or_not() {
        assert!(said("嗯。", "嗯。您说"));
        assert!(!said("嗯。", "您说"));
    }
}
