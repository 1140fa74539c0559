//! One word for each thing of the domain, in the person's language.

use crate::domain::{Author, CloseResult, FactStatus, Issue, Mood, Platform, PromiseStatus};
use crate::i18n::Strings;

pub(super) fn mood(mood: Mood, strings: &Strings) -> &str {
    let names = &strings.mood;
    match mood {
        Mood::Calm => &names.calm,
        Mood::Uneasy => &names.uneasy,
        Mood::Disappointed => &names.disappointed,
        Mood::Angry => &names.angry,
        Mood::Abusive => &names.abusive,
    }
}

pub(super) fn platform(platform: Platform, strings: &Strings) -> &str {
    let names = &strings.platform;
    match platform {
        Platform::Taobao => &names.taobao,
        Platform::Tmall => &names.tmall,
        Platform::Jd => &names.jd,
        Platform::Pinduoduo => &names.pinduoduo,
        Platform::Douyin => &names.douyin,
        Platform::Shop => &names.shop,
    }
}

pub(super) fn issue<'a>(issue: &'a Issue, strings: &'a Strings) -> &'a str {
    strings.issue.get(issue.as_str()).map_or(issue.as_str(), String::as_str)
}

pub(super) fn author(author: Author, strings: &Strings) -> &str {
    let names = &strings.author;
    match author {
        Author::Buyer => &names.buyer,
        Author::Agent => &names.agent,
        Author::Platform => &names.platform,
        Author::System => &names.system,
        Author::Note => &names.note,
    }
}

pub(super) fn status(status: FactStatus, strings: &Strings) -> &str {
    let names = &strings.fact_status;
    match status {
        FactStatus::Claimed => &names.claimed,
        FactStatus::Confirmed => &names.confirmed,
        FactStatus::Disputed => &names.disputed,
    }
}

pub(super) fn result(result: CloseResult, strings: &Strings) -> &str {
    let names = &strings.close_result;
    match result {
        CloseResult::Settled => &names.settled,
        CloseResult::Unanswered => &names.unanswered,
        CloseResult::Ruled => &names.ruled,
        CloseResult::Refused => &names.refused,
        CloseResult::Void => &names.void,
    }
}

pub(super) fn promise(status: PromiseStatus, strings: &Strings) -> &str {
    let texts = &strings.cli.say;
    match status {
        PromiseStatus::Open => &texts.promise_open,
        PromiseStatus::Kept => &texts.promise_kept,
        PromiseStatus::Broken => &texts.promise_broken,
        PromiseStatus::Withdrawn => &texts.promise_withdrawn,
    }
}
