//! The texts of the windows over the panes.
//!
//! Owns the names of the texts, one struct a section of the files; knows nothing else.

use super::section::section;

section! {
    /// The help.
    HelpTexts {
        title, global, queue, conversation, step, replies, composer, overlay, unbound, ime,
        group_work, group_buyer, group_facts, group_settle, group_time, group_end, group_books,
        group_moving, group_typing,
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
        keys,
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
        holidays, hours, every_day, rests_today, next_rest, through,
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

section! {
    /// Lists that share their shape.
    BoardTexts {
        payments_title, payments_keys, tasks_title, tasks_none, tasks_keys, tasks_tip, notice_done, wrap_title, wrap_promises, wrap_tasks, row_deed, row_confirm, row_cause, row_lesson, row_follow, row_close, row_closed, wanting, content, not_content, lesson_none, follow_skipped, wrap_keys, why_title, why_gone, why_order, why_nothing, why_over, why_mood, why_stake, why_cost, why_no_price, stake_short, cost_short, why_age, why_snoozed, why_breaches, why_waits, why_above, why_all, by_due, by_mood, by_stake, by_age, buyer_title, buyer_counts, buyer_breaches, buyer_several, buyer_flags, buyer_paid, flag_type, flag_often, flag_same_order, flag_ruled, flag_refused, flag_abusive, buyer_orders, buyer_cases, buyer_deeds, buyer_similar, buyer_none, buyer_open, buyer_wish_first, views_title, views_all, views_sample, views_keys, filter_wrong, filter_known, pledges_title, pledges_why, pledges_keys, undo_title, undo_what, redo_title, redo_what, undo_keys, said_undone, said_redone, said_task, said_snoozed, said_woken, said_recorded, buyer_like, buyer_used, buyer_scripts,
        sums_agree, sum_short, sum_over, sum_unknown,
    }
}

section! {
    /// Forms over the panes.
    FormTexts {
        task, task_done, task_drop, task_move, deed, confirm, cause, lesson, follow_up, follow_up_result, snooze, despite, tell_first, what, task_what_hint, tried, tried_hint, department, owner, owner_hint, due, due_hint, result, reason, deed_hint, proof, proof_hint, says, not_content, content, words, words_hint, causes, aggravators, lesson_yes, lesson_no, lesson_hint, follow_plan, follow_skip, script, script_usual, wake, wake_time, wake_reply, wake_both, keys, keys_any,
    }
}
