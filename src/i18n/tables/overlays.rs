//! The texts of the windows over the panes.
//!
//! Owns the names of the texts, one struct a section of the files; knows nothing else.

use super::section::section;

section! {
    /// The help.
    HelpTexts {
        title, global, queue, conversation, step, replies, composer, overlay, unbound, ime,
    }
}

section! {
    /// The palette.
    PaletteTexts {
        title, prompt, none,
    }
}

section! {
    /// The facts of the case.
    FactsTexts {
        title, none, unknown, from, times,
    }
}

section! {
    /// Recording one fact.
    FactFormTexts {
        title, status, toggle, quote, yes_or_no, choice, text, number, money, date, list, yes,
        no,
    }
}

section! {
    /// The timeline.
    TimelineTexts {
        title, none, more,
    }
}

section! {
    /// The promises of the case.
    PromisesTexts {
        title, none, open, kept, broken, withdrawn, moved, hint,
    }
}

section! {
    /// The choice of a mood.
    MoodTexts {
        title, now, hot,
    }
}

section! {
    /// Closing a case.
    CloseTexts {
        title, words, promises,
    }
}

section! {
    /// The choice of a playbook.
    PlaybooksTexts {
        title, none, now,
    }
}

section! {
    /// The preview of a pasted chat log.
    PasteTexts {
        title, summary, nothing, nothing_hint, counts, unknown, new, existing, known_all, sides,
        between, bad, bad_line, promise, as_draft,
    }
}

section! {
    /// Yes-or-no questions.
    ConfirmTexts {
        title, skip, break_promise, answer, playbook,
    }
}
