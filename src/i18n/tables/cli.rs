//! Texts of the command line: help, sentences, words for what was found.

use super::node::Named;
use super::section::{section, sections};

sections! {
    /// Everything the command line says.
    CliTexts {
        /// What each command does, by its path: `do-reply`.
        about: Named,
        /// What each argument is for, by its id, or by command and id where it means something else.
        option: Named,
        /// Headings of the help.
        heading: CliHeadings,
        /// Sentences.
        say: CliSay,
        /// The ways out of a refusal, as commands.
        way: CliWays,
        /// What each key of the settings can be, by its name.
        setting: Named,
        /// What is wrong with the arguments.
        usage: CliUsage,
        /// Why a row cannot be imported, by the reason's name.
        bad_row: Named,
        /// What does not hold in a case file, by the finding's name.
        finding: Named,
        /// What happened, by the event's name.
        event: Named,
    }
}

section! {
    /// Headings of the help.
    CliHeadings { usage, commands, command, arguments, options }
}

section! {
    /// Sentences of the command line.
    CliSay {
        done, not_done, conflict, no_terminal, somebody, settings, settings_syntax, settings_unknown, settings_value, settings_table, rules_unknown, rules_value, rules_hours, rules_approvals, rules_rungs,
        rules_retention,
        unreadable, unwritable, output, no_text,
        too_large, import_refused, no_playbook, bad_rows, sides, network_drive, imported,
        would_import, left_out, more_bad, bad_row, bad_row_bare, queue_empty, queue_more,
        promise_open, promise_kept, promise_broken, promise_withdrawn, show_order, show_closed,
        show_due, show_over, show_playbook, show_facts, show_promises,
        show_messages, show_earlier, taken_back, show_cut, show_step, show_replies, sound, unsound,
        backed_up, origin_shipped, origin_shop, origin_pinned, unusable, overridden, checked,
        needs_terminal, demo_agent, demo_live,
        no_such_kind, show_exhibits, show_again, show_group, show_next, show_wanted,
        heard, heard_other, heard_before, heard_again, found, found_better, found_out, found_nothing, bad_lines, bad_line, bad_signal,
        holiday_year, published, unpublished, days_off, days_on, holidays_kept, holidays_not_kept,
    }
}

section! {
    /// The ways out of a refusal, as commands.
    CliWays {
        reopen, write, record, calm, correct, reword, complete, close, look, settle, finish, choose, other, nothing, settling, approve,
        look_again,
        wanting, anew, plan, pledge,
    }
}

section! {
    /// What is wrong with the arguments.
    CliUsage {
        unknown_argument, unknown_command, missing, missing_command, conflict, no_value,
        wrong_value, such_as, other, see_help, two_files, frame_alone, expect_one, wrong_due, no_such_file,
        no_such_key,
        wrong_lines,
    }
}
