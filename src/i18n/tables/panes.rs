//! The texts of the panes.
//!
//! Owns the names of the texts, one struct a section of the files; knows nothing else.

use super::section::section;

section! {
    /// The top line.
    Title {
        name, demo, read_only, waiting, waiting_more, overdue, none, agent,
    }
}

section! {
    /// The queue.
    QueueTexts {
        title, no_due, loading, more, order,
    }
}

section! {
    /// The conversation.
    ConversationTexts {
        order, earlier, newer, new_below, retracted, cut, waiting, closed, empty, history,
    }
}

section! {
    /// The step.
    StepTexts {
        title, left, answer_left, answer_over, over, feel, optional, required, next, next_unknown,
        end, missing, standards, rule, rule_hint, rule_stale, rule_hint_stale, rule_not_in_force, rule_replaced, broken,
        broken_hint, loading, more,
        exhibit, group, group_done, round, within, adjusted, adjusted_lang, newer, reopened, detour, escalate, callback, again, next_round, ending, ending_wants, handover,
        tell_first, own_up, ask_again, asked_again, waits_for, more_tasks, aside_until, aside_reply, aside_both,
    }
}

section! {
    /// Replies that fit.
    RepliesTexts {
        title, none, held, held_why, gap, sent, promise,
        statement, fallback, attach, attached, locked, locked_enough,
    }
}

section! {
    /// The composer.
    ComposerTexts {
        reply, note, saved, unsaved, placeholder_reply, placeholder_note, adopted, gaps, closed,
        statement, attached,
    }
}

section! {
    /// What the guide hears, proposes and finds.
    GuideTexts {
        unhappy, before, before_long, agree_mood, agree_issue, agree_type, heard, listening, proposal,
        no_reason, no_issue, about, feels, goes, heard_keys, told_issue, told_mood,
        block, warn, tone, take, leave_out, house, nothing, take_keys, overrule_keys, firm, findings,
        overrule, overrule_ask, reason, send_keys, search, search_prompt, search_none, technique,
        tried,
    }
}

section! {
    /// The line of keys at the bottom.
    HintTexts {
        adopt, retract, promise, paste, paste_brings, import, import_brings, demo, demo_brings,
        promise_after,
    }
}

section! {
    /// What stands where there is nothing yet.
    EmptyTexts {
        small, file_title, file_paste, file_import, file_demo, file_note, case_title, case_open,
        case_next, last_said,
    }
}
