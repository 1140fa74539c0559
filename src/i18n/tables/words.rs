//! Single words and short phrases for the vocabulary of the domain.
//!
//! Owns the names of the texts, one struct a section of the files; knows nothing else.

use super::section::section;

section! {
    /// One sentence for each kind of event.
    EventTexts {
        case_opened, order_noted, messages_received, reply_sent, reply_retracted, guard_overruled, note_written,
        fact_recorded, fact_withdrawn, check_ticked, check_unticked, mood_set, issue_set,
        step_forward, step_skipped, step_back, step_calming, step_moved, playbook_chosen,
        timer_started, timer_done, timer_dropped, promise_made, promise_kept, promise_broken,
        promise_moved, promise_withdrawn, case_closed, case_reopened, answer_timer,
        exhibit_noted, exhibit_dropped, buyer_type_set, buyer_type_unset, step_again, step_entered,
        step_reopened, steps_reopened, timer_paused, timer_resumed, promise_dated, promise_undated,
        statement_sent,
        task_opened, task_moved, task_done, task_dropped, snoozed, snoozed_reply, snoozed_both, woken, deed_done, confirmed, not_confirmed, cause_set, lesson_set, lesson_skipped, follow_up_planned, follow_up_skipped, follow_up_done, gate_overridden, act_undone, act_redone,
    }
}

section! {
    /// How a buyer feels.
    MoodNames {
        calm, uneasy, disappointed, angry, abusive,
    }
}

section! {
    /// Markets.
    PlatformNames {
        taobao, tmall, jd, pinduoduo, douyin, shop,
    }
}

section! {
    /// How sure a fact is.
    StatusNames {
        claimed, confirmed, disputed,
    }
}

section! {
    /// How a case ended.
    ResultNames {
        settled, unanswered, ruled, refused, void,
    }
}

section! {
    /// Who says something.
    AuthorNames {
        buyer, agent, platform, system, note,
    }
}

section! {
    /// How a reply left.
    WayNames {
        osc52, tool, recorded,
    }
}

section! {
    /// Lengths and points of time, as short as they go.
    TimeTexts {
        seconds, minutes, hours, days, moment, other_year, over, today, tomorrow, yesterday, today_at,
        tomorrow_at, day, short_day, weekdays, months,
    }
}

section! {
    /// Why a reply is offered.
    BecauseTexts {
        first_answer, mood, missing, completes, promises, condition, ready, untried, wish, by_wish, by_mood,
        by_platform, by_time, by_said, buyer, platform, closed, waited, habit, step, owed_later, owed_broken, owed_handed, owed_late,
        owed_again,
    }
}

section! {
    /// Why an action cannot be done now.
    StandingTexts {
        no_case, closed, not_closed, no_draft, nothing_to_retract, read_only,
        no_other_step, newest,
    }
}
