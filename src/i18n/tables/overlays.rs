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
        computed, tab,
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
        undated, keys,
    }
}

section! {
    /// The choice of a mood.
    MoodTexts {
        title, now, hot,
        tab, unjudged,
    }
}

section! {
    /// Closing a case.
    CloseTexts {
        title, words, promises,
        ending, wants, missing,
    }
}

section! {
    /// The choice of a playbook.
    PlaybooksTexts {
        title, none, now,
        prompt, loading, spine, shop, overridden, broken, warnings, nothing, hint,
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
        drop_exhibit,
    }
}

section! {
    /// The exhibits of the case.
    ExhibitsTexts {
        title, prompt, none, held, wanted, proves, others, must, nice, or, no, hint,
    }
}

section! {
    /// Noting one exhibit.
    ExhibitFormTexts {
        title, which, words,
    }
}

section! {
    /// The choice of another step.
    StepsTexts {
        title, here, done, open, reopened, hint,
    }
}

section! {
    /// The clocks of the case.
    ClocksTexts {
        title, none, answer, here, step, escalation, early, half, late, paused, hint, basis, hint_why, left, tab,
        holidays,
    }
}

section! {
    /// A promise made by hand.
    PromiseFormTexts {
        title, what, due, due_empty, what_wanted, due_wanted, hint,
    }
}

section! {
    /// The choice of a kind of buyer.
    BuyerTypeTexts {
        title, none, none_hint, tab,
    }
}

section! {
    /// One playbook.
    PageTexts {
        loading, issues, choose, faults,
    }
}

section! {
    /// Moving a case to a newer version of its playbook.
    UpgradeTexts {
        title, head, keep, keys,
    }
}
