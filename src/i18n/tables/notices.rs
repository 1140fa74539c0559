//! Whole sentences: what was done, what was refused, what failed.
//!
//! Owns the names of the texts, one struct a section of the files; knows nothing else.

use super::section::section;

section! {
    /// Sentences at the bottom after an act.
    NoticeTexts {
        sent_osc52, sent_tool, sent_recorded, retracted, note_saved, advanced, back, calmed,
        skipped, fact_recorded, mood_set, playbook_chosen, promise_kept, promise_broken, closed,
        reopened, imported, nothing_new, conflict, ime_hint, clipboard_failed, clipboard_too_long,
        read_only, broken_playbook, keymap_problem, migrated, newer_file, policy_overrules, quit_hint,
        nothing_to_undo, issue_set, no_proposal, nothing_found, no_rewrite, never_sent, nothing_stops,
        open_again, stated, stated_recorded, type_set, type_unset, collected, dropped, promise_made, no_other_step, newest, upgraded, reloaded, reloaded_broken, bad_spine,
        holidays_end,
    }
}

section! {
    /// Why an act was refused, and the way out.
    RefusalTexts {
        case_closed, case_open, empty_draft, gap, held, nothing_to_retract, undo_over, missing,
        at_end, at_start, already_calming, not_optional, ticks_itself, no_such_step, no_such_check,
        no_such_fact, no_such_reply, did_you_mean, wrong_kind, no_such_value, no_such_message,
        no_such_promise, not_in_group, ends_otherwise, reply_wanted, rung, unfit, unfit_fact, unfit_now, unfit_unknown, hand_over, computed, no_such_exhibit,
        past_due, open_promises, not_at_end, words_wanted, blank, nothing_new,
        broken_step, no_case, list_mark,
        owner_wanted, tried_wanted, no_such_task, buyer_waits, when_wanted, not_closable, nothing_to_undo, cannot_undo, act_too_old, no_follow_up, pledges, want_tasks, want_verdict, want_deed, want_proof, want_confirmation, want_reminders, want_cause, want_lesson, want_follow_up,
        want_exhibit, want_callback, guarded, guarded_firm,
    }
}

section! {
    /// What is wrong in the shop's own files of rules, exhibits, guards and wordings.
    ShelfTexts {
        file, entry, day, twice, one_language, no_source, unknown, empty,
    }
}

section! {
    /// What can go wrong with the case file.
    StoreErrorTexts {
        missing, missing_folder, not_a_case_file, damaged, read_only, read_only_folder, full_disk,
        cannot_grow, busy, no_case, io, older, exists, fault,
    }
}
