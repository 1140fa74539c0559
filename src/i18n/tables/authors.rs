//! Texts of the tools for those who write playbooks: graph, difference, move, simulation, tests.
//!
//! Owns the names of the texts; knows nothing else.

use super::node::Named;
use super::section::{section, sections};

sections! {
    /// Everything the author's tools say.
    AuthorTexts {
        /// The picture of a playbook as text.
        graph: GraphTexts,
        /// What differs between two playbooks.
        diff: DiffTexts,
        /// Parts of a playbook, by the part's name.
        part: Named,
        /// What a key of the file says, by the key.
        key: Named,
        /// What moving a case would change.
        moved: MovedTexts,
        /// A playbook played through.
        play: PlayTexts,
        /// Tests of playbooks.
        test: TestTexts,
        /// What refuses an act, by the refusal's code.
        refusal: Named,
        /// What is done with a tool of the desk in a test, by its key.
        tool: Named,
        /// The rest: new files, pages.
        say: AuthorSay,
    }
}

section! {
    /// The picture of a playbook as text.
    GraphTexts {
        calming, optional, only_when, when, otherwise, any_order, enough, call, round, rounds_over,
        end, ending, handover, and, or, not,
    }
}

section! {
    /// What differs between two playbooks.
    DiffTexts {
        none, added, removed, moved, moved_first, changed, said, dropped,
    }
}

section! {
    /// What moving a case would change.
    MovedTexts {
        stays, goes_to, fact_lost, tick_lost, reopened, nothing,
    }
}

section! {
    /// A playbook played through.
    PlayTexts {
        forward, back, calming, skipped, moved, again, reopened, asks, says, records, ticks, collects, sends, feels,
        is_a, advances, goes_back, calms, skips, enters, keeps, waits, passes, goes_to, closes, uses,
        refused, reopens, promises, missing, ready, at_end, at_ending, at_promises, closed,
    }
}

section! {
    /// Tests of playbooks.
    TestTexts {
        passed, failed, broken, untested, wanted, nothing, act, unreached, summary, path, at,
        ending, suggests, hides, missing, fact, timers, promises, playbook, done,
        reach_ending, reach_need, reach_exhibit, reach_rung, reach_held,
    }
}

section! {
    /// The rest.
    AuthorSay {
        exists, wrote, bad_name, no_way_in, no_such_playbook, no_such_version, bad_facts, pages,
        no_page, example,
    }
}
