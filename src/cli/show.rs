//! `redress show CASE`: everything about one case, for people or as a document.

use super::args::ShowArgs;
use super::failure::Failure;
use super::print;
use super::session::Session;
use super::step::{self, Standing};
use crate::app::words::Clock;
use crate::domain::{CaseId, CaseState, CleanText, PromiseStatus, Settling, Span, Stage, StepId};
use crate::exchange::json::{CaseDocument, MessageRecord};
use crate::i18n::{Strings, fill};
use crate::store::{Access, MessagePage, StoreError, Window};
use std::fmt;

/// As much of one message as is shown.
const TEXT: usize = 4_000;

pub(super) fn run(session: &Session, args: &ShowArgs) -> Result<(), Failure> {
    let case = CaseId(args.case);
    let file = session.open(Access::Read)?;
    let state = file.load(case)?.ok_or(StoreError::NoCase { case })?;
    let page = file.messages(case, Window::Newest, args.messages, TEXT)?;
    let library = session.library();
    let policy = session.policy();
    let pinned = file.pinned(&state.playbook)?;
    let standing = match session.playbook(&library, &state.playbook, pinned.as_deref()) {
        Ok(playbook) => step::survey(
            &state,
            &playbook,
            &policy,
            session,
            file.earlier_cases(&state)?,
            &file.habits()?,
        ),
        // The case is shown all the same; what is wrong with its playbook is said beside it.
        Err(failure) => {
            print::complain(&failure.sentence(session.strings));
            None
        }
    };
    if args.json {
        return print::json(&document(session, &state, &page, standing.as_ref()));
    }
    let text = Text { session, state: &state, page: &page, standing: standing.as_ref() };
    print::text(&text.to_string())
}

fn document(
    session: &Session,
    state: &CaseState,
    page: &MessagePage,
    standing: Option<&Standing>,
) -> CaseDocument {
    let replies = standing.into_iter().flat_map(|standing| {
        standing
            .replies
            .iter()
            .map(|reply| step::reply_record(reply, &standing.step, session.strings))
    });
    CaseDocument {
        step: standing.map(step::step_record),
        money: standing.map(|standing| standing.money.clone()),
        replies: replies.collect(),
        messages: page.messages.iter().map(MessageRecord::from).collect(),
        more_messages: page.more_before,
        ..CaseDocument::new(state, session.now())
    }
}

/// A case as lines of text.
struct Text<'a> {
    session: &'a Session,
    state: &'a CaseState,
    page: &'a MessagePage,
    standing: Option<&'a Standing>,
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let strings = self.session.strings;
        let clock = self.session.clock();
        self.head(f, strings, &clock)?;
        if let Some(standing) = self.standing {
            let again: Vec<&str> = self.state.reopened.iter().map(StepId::as_str).collect();
            write_step(f, standing, &again, strings)?;
        }
        self.facts(f, strings)?;
        self.exhibits(f, strings)?;
        self.tools(f)?;
        self.clocks(f, strings, &clock)?;
        self.promises(f, strings, &clock)?;
        self.messages(f, strings, &clock)
    }
}

impl Text<'_> {
    /// What is worked out, agreed and paid, as the desk lists it.
    fn tools(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let settling = &self.state.settling;
        if *settling == Settling::default() {
            return Ok(());
        }
        for (name, stands) in self.standing.into_iter().flat_map(|standing| &standing.tools) {
            writeln!(f, "  {name}: {}", clean(stands))?;
        }
        Ok(())
    }

    fn head(
        &self,
        f: &mut fmt::Formatter<'_>,
        strings: &Strings,
        clock: &Clock<'_>,
    ) -> fmt::Result {
        let state = self.state;
        let texts = &strings.cli.say;
        let order = state.order.as_ref().map(|order| {
            let title = order.title.as_deref().unwrap_or_default();
            let amount = order.amount.map(|fen| format!(" ¥{fen}")).unwrap_or_default();
            clean(&format!("{} {title}{amount}", order.no))
        });
        let parts = [
            format!("#{}", state.id),
            clean(state.buyer.as_str()),
            crate::app::words::platform(strings, state.platform).to_owned(),
            crate::app::words::issue(strings, &state.issue).to_owned(),
            crate::app::words::mood(strings, state.mood).to_owned(),
        ];
        let kind = state.buyer_type.map(|kind| crate::app::words::buyer_type(strings, kind));
        let parts: Vec<String> = parts.into_iter().chain(kind.map(str::to_owned)).collect();
        writeln!(f, "{}", parts.join(" · "))?;
        if let Some(order) = order {
            writeln!(f, "{}", fill(texts.show_order, &[("order", &order.trim())]))?;
        }
        match (&state.stage, state.next_due()) {
            (Stage::Closed(closing), _) => {
                let result = crate::app::words::result(strings, closing.result);
                let (at, words) = (clock.in_full(closing.at), clean(&closing.words));
                let values: [(&str, &dyn fmt::Display); 3] =
                    [("result", &result), ("time", &at), ("words", &words)];
                writeln!(f, "{}", fill(texts.show_closed, &values).trim_end())?;
            }
            (Stage::Open, Some(due)) => {
                let what = crate::app::words::due_say(strings, due.kind);
                let left = due.at.since(self.session.now());
                let (template, length) = if left > Span::ZERO {
                    (&texts.show_due, clock.span(left))
                } else {
                    (&texts.show_over, clock.late(due.at))
                };
                let at = clock.in_full(due.at);
                let values: [(&str, &dyn fmt::Display); 3] =
                    [("what", &what), ("left", &length), ("time", &at)];
                writeln!(f, "{}", fill(template, &values))?;
            }
            (Stage::Open, None) => {}
        }
        let playbook = format!("{}@{}", state.playbook.id, state.playbook.version);
        writeln!(
            f,
            "{}",
            fill(texts.show_playbook, &[("playbook", &playbook), ("version", &state.version)])
        )
    }

    fn facts(&self, f: &mut fmt::Formatter<'_>, strings: &Strings) -> fmt::Result {
        if self.state.facts.is_empty() {
            return Ok(());
        }
        writeln!(f, "\n{}", strings.cli.say.show_facts)?;
        for (id, fact) in &self.state.facts {
            let (value, status) =
                (fact.value.to_string(), crate::app::words::status(strings, fact.status));
            writeln!(f, "  {id} = {} ({status})", clean(&value))?;
        }
        Ok(())
    }

    fn exhibits(&self, f: &mut fmt::Formatter<'_>, strings: &Strings) -> fmt::Result {
        let held: Vec<_> = self.state.held_exhibits().collect();
        if held.is_empty() {
            return Ok(());
        }
        let evidence = self.session.evidence();
        writeln!(f, "\n{}", strings.cli.say.show_exhibits)?;
        for exhibit in held {
            let name =
                crate::app::words::exhibit(Some(&evidence), self.session.lang, &exhibit.kind);
            let (no, kind, what) = (exhibit.no, &exhibit.kind, clean(&exhibit.what));
            writeln!(f, "{}", format!("  {no}. {kind}  {name}  {what}").trim_end())?;
        }
        Ok(())
    }

    fn clocks(
        &self,
        f: &mut fmt::Formatter<'_>,
        strings: &Strings,
        clock: &Clock<'_>,
    ) -> fmt::Result {
        let running = self.standing.map(|standing| standing.clocks.as_slice()).unwrap_or_default();
        if running.is_empty() {
            return Ok(());
        }
        writeln!(f, "\n{}", strings.clocks.title)?;
        for (due, name, stands) in running {
            writeln!(f, "  {}  {name} ({stands})", clock.in_full(*due))?;
        }
        Ok(())
    }

    fn promises(
        &self,
        f: &mut fmt::Formatter<'_>,
        strings: &Strings,
        clock: &Clock<'_>,
    ) -> fmt::Result {
        if self.state.promises.is_empty() {
            return Ok(());
        }
        writeln!(f, "\n{}", strings.cli.say.show_promises)?;
        for promise in &self.state.promises {
            let status = fate(promise.status, strings);
            let (no, due, what) = (promise.no, clock.in_full(promise.due), clean(&promise.what));
            writeln!(f, "  {no}. {due}  {status}  {what}")?;
        }
        Ok(())
    }

    fn messages(
        &self,
        f: &mut fmt::Formatter<'_>,
        strings: &Strings,
        clock: &Clock<'_>,
    ) -> fmt::Result {
        if self.page.messages.is_empty() {
            return Ok(());
        }
        let texts = &strings.cli.say;
        writeln!(f, "\n{}", texts.show_messages)?;
        if self.page.more_before {
            writeln!(f, "  {}", texts.show_earlier)?;
        }
        for message in &self.page.messages {
            let who = crate::app::words::author(strings, message.author);
            let taken_back = if message.retracted { texts.taken_back } else { "" };
            write!(f, "  {:>3} {} {who}{taken_back}  ", message.no, clock.in_full(message.at))?;
            let mut lines = message.text.as_str().lines();
            writeln!(f, "{}", lines.next().unwrap_or_default())?;
            for line in lines {
                writeln!(f, "      {line}")?;
            }
            if message.cut > 0 {
                writeln!(f, "      {}", fill(texts.show_cut, &[("n", &message.cut)]))?;
            }
        }
        Ok(())
    }
}

fn write_step(
    f: &mut fmt::Formatter<'_>,
    standing: &Standing,
    again: &[&str],
    strings: &Strings,
) -> fmt::Result {
    let texts = &strings.cli.say;
    let step = &standing.step;
    let (place, of) = step.position;
    let head = fill(
        texts.show_step,
        &[("n", &place), ("of", &of), ("title", &step.title), ("id", &step.id)],
    );
    writeln!(f, "\n{head}\n  {}", step.why)?;
    if let Some(group) = &step.group {
        let done = group.steps.iter().filter(|member| member.done).count();
        let values: [(&str, &dyn fmt::Display); 3] =
            [("title", &group.title), ("n", &done), ("of", &group.enough)];
        writeln!(f, "  {}", fill(texts.show_group, &values))?;
        for member in &group.steps {
            let mark = if member.done { "[x]" } else { "[ ]" };
            writeln!(f, "    {mark} {}  {}", member.id, member.title)?;
        }
    }
    if !again.is_empty() {
        writeln!(f, "  {}", fill(texts.show_again, &[("list", &again.join(", "))]))?;
    }
    for check in &step.checks {
        let mark = if check.done { "[x]" } else { "[ ]" };
        writeln!(f, "  {mark} {}  {}", check.id, check.text)?;
    }
    for fact in &step.facts {
        let known = fact.shown.as_deref().map_or_else(|| "?".to_owned(), clean);
        writeln!(f, "  {} = {known}  {}", fact.id, fact.label)?;
    }
    for exhibit in &step.exhibits {
        let mark = if exhibit.collected { "[x]" } else { "[ ]" };
        writeln!(f, "  {mark} {} {}", texts.show_wanted, exhibit.want)?;
    }
    writeln!(f, "  {}", fill(texts.show_next, &[("to", &standing.next)]))?;
    if !standing.replies.is_empty() {
        writeln!(f, "\n{}", texts.show_replies)?;
    }
    for suggestion in &standing.replies {
        let why = step::why(suggestion, step, strings);
        writeln!(f, "  {}  {} ({why})", suggestion.reply.id, suggestion.reply.title)?;
    }
    for (rung, before) in &standing.locked {
        let why = fill(strings.replies.locked, &[("before", before)]);
        writeln!(f, "  - {rung} ({why})")?;
    }
    Ok(())
}

/// Cleaned and on one line.
fn clean(text: &str) -> String {
    CleanText::new(text).one_line()
}

/// What became of a promise.
fn fate(status: PromiseStatus, strings: &Strings) -> &str {
    let texts = &strings.cli.say;
    match status {
        PromiseStatus::Open => texts.promise_open,
        PromiseStatus::Kept => texts.promise_kept,
        PromiseStatus::Broken => texts.promise_broken,
        PromiseStatus::Withdrawn => texts.promise_withdrawn,
    }
}
