//! A playbook taken apart into named parts and what each of its keys says.
//!
//! Every struct is taken apart whole: a new field does not compile until it is compared as well.

use super::{Change, ChangeKind, Part};
use crate::domain::{FactValue, Lang, Words};
use crate::playbook::book::{
    CaseTimer, Check, Choice, Ending, Evidence, ExhibitWant, FactDecl, Group, Need, Overlay,
    OverlayFor, Playbook, PromiseRule, Reply, Step, StepOverlay, StepTimer, Tones, Trigger,
};
use crate::playbook::condition::Condition;
use crate::playbook::fact_type::type_name;
use crate::playbook::route::Next;
use crate::playbook::template::Template;
use std::fmt::Display;

/// A part with a name, and what its keys say.
#[derive(Debug, Clone)]
pub(super) struct Leaf {
    pub(super) part: Part,
    pub(super) id: String,
    title: Words,
    says: Vec<(&'static str, Words)>,
}

impl Leaf {
    fn new(part: Part, id: impl Display, title: &Words) -> Self {
        Self { part, id: id.to_string(), title: title.clone(), says: Vec::new() }
    }

    pub(super) fn is_same_part(&self, other: &Self) -> bool {
        self.part == other.part && self.id == other.id
    }

    /// What it stands in, if it stands in a step.
    pub(super) fn home(&self) -> &str {
        match self.part {
            Part::Check | Part::Reply => self.id.rsplit_once('/').map_or("", |(home, _)| home),
            Part::Playbook
            | Part::Fact
            | Part::Step
            | Part::Group
            | Part::Ending
            | Part::Timer
            | Part::Overlay => "",
        }
    }

    pub(super) fn change(&self, kind: ChangeKind) -> Change {
        Change { part: self.part, id: self.id.clone(), title: self.title.clone(), kind }
    }

    /// What is said otherwise than before. A key may be said several times.
    pub(super) fn changes_since<'a>(&'a self, was: &'a Self) -> impl Iterator<Item = Change> + 'a {
        let mut keys: Vec<&'static str> = Vec::new();
        for (key, _) in was.says.iter().chain(&self.says) {
            if !keys.contains(key) {
                keys.push(key);
            }
        }
        keys.into_iter().flat_map(move |key| {
            let all = |leaf: &'a Self| {
                leaf.says.iter().filter(move |(k, _)| *k == key).map(|(_, says)| says)
            };
            let (before, after): (Vec<&Words>, Vec<&Words>) =
                (all(was).collect(), all(self).collect());
            let gone = before.iter().filter(|says| !after.contains(says)).copied();
            let new = after.iter().filter(|says| !before.contains(says)).copied();
            let (mut gone, mut new) = (gone.cloned(), new.cloned());
            let mut changes = Vec::new();
            loop {
                let (before, after) = (gone.next(), new.next());
                if before.is_none() && after.is_none() {
                    break;
                }
                changes.push(self.change(ChangeKind::Changed {
                    key,
                    before: before.unwrap_or_default(),
                    after: after.unwrap_or_default(),
                }));
            }
            if changes.is_empty() && before != after {
                // The same entries in another order: for ways on, that is another meaning.
                let (before, after) = (list(&before), list(&after));
                changes.push(self.change(ChangeKind::Changed { key, before, after }));
            }
            changes
        })
    }

    fn say(&mut self, key: &'static str, words: &Words) {
        if !words.is_empty() {
            self.says.push((key, words.clone()));
        }
    }

    fn perhaps(&mut self, key: &'static str, words: Option<&Words>) {
        if let Some(words) = words {
            self.say(key, words);
        }
    }

    fn plain(&mut self, key: &'static str, text: impl Display) {
        let text = text.to_string();
        self.say(key, &Words { zh: Some(text.clone()), en: Some(text) });
    }

    fn maybe(&mut self, key: &'static str, text: Option<impl Display>) {
        if let Some(text) = text {
            self.plain(key, text);
        }
    }

    fn flag(&mut self, key: &'static str, is: bool) {
        if is {
            self.plain(key, true);
        }
    }

    fn list<T: Display>(&mut self, key: &'static str, all: impl IntoIterator<Item = T>) {
        let texts: Vec<String> = all.into_iter().map(|one| one.to_string()).collect();
        if !texts.is_empty() {
            self.plain(key, texts.join(", "));
        }
    }

    fn needs(&mut self, needs: &[Need]) {
        for Need { when, words } in needs {
            self.say("needs", &side_by_side(when.text(), words));
        }
    }

    fn timer(&mut self, timer: Option<&StepTimer>) {
        let Some(StepTimer { id, due, pause, warn }) = timer else { return };
        self.plain("timer", id);
        self.plain("timer.due", due);
        self.maybe("timer.pause", pause.as_ref().map(Condition::text));
        self.list("timer.warn", warn);
    }
}

/// The parts of a playbook, in order.
pub(super) fn leaves(book: &Playbook) -> Vec<Leaf> {
    let Playbook {
        reference,
        title,
        about,
        issues,
        platforms,
        spine,
        evidence: Evidence { must, nice },
        guards,
        trigger: Trigger { zh, en },
        facts,
        steps,
        groups,
        endings,
        timers,
        overlays,
        // Where it begins and calms follows from the steps; the sources are what is compared.
        first: _,
        calming: _,
        sources: _,
    } = book;
    let mut head = Leaf::new(Part::Playbook, &reference.id, title);
    // Two playbooks are compared whatever they are called.
    head.id = String::new();
    head.plain("id", &reference.id);
    head.say("title", title);
    head.say("about", about);
    head.list("issue", issues);
    head.list("platform", platforms.iter().map(|platform| platform.name()));
    head.flag("spine", *spine);
    head.list("evidence.must", must);
    head.list("evidence.nice", nice);
    head.list("guards", guards);
    head.list("trigger.words.zh", zh);
    head.list("trigger.words.en", en);
    let mut all = vec![head];
    all.extend(facts.iter().map(fact));
    all.extend(steps.iter().flat_map(step));
    all.extend(groups.iter().map(group));
    all.extend(endings.iter().map(ending));
    all.extend(timers.iter().map(timer));
    let placed = overlays.iter().enumerate();
    all.extend(placed.flat_map(|(at, overlay)| self::overlay(at + 1, overlay)));
    all
}

fn fact(fact: &FactDecl) -> Leaf {
    let FactDecl { id, kind, label, ask, values, default, compute } = fact;
    let mut leaf = Leaf::new(Part::Fact, id, label);
    leaf.plain("type", type_name(*kind));
    leaf.say("label", label);
    leaf.say("ask", ask);
    for choice in values {
        let Choice { id, text, say } = choice;
        leaf.say("values", &side_by_side(id, text));
        if let Some(say) = say {
            leaf.say("say", &side_by_side(id, say));
        }
    }
    leaf.maybe("default", default.as_ref().map(FactValue::to_string));
    leaf.maybe("compute", compute.as_ref().map(Condition::text));
    leaf
}

fn step(step: &Step) -> Vec<Leaf> {
    let Step {
        id,
        title,
        why,
        feel,
        calming,
        optional,
        within,
        when,
        group,
        again,
        repeat,
        exhibits,
        escalate,
        ladder,
        asks,
        requires,
        standards,
        timer,
        needs,
        next,
        checks,
        replies,
    } = step;
    let mut leaf = Leaf::new(Part::Step, id, title);
    leaf.say("title", title);
    leaf.say("why", why);
    leaf.perhaps("feel", feel.as_ref());
    leaf.flag("calming", *calming);
    leaf.flag("optional", *optional);
    leaf.maybe("call", within.as_ref().map(|within| &within.playbook));
    leaf.maybe("when", when.as_ref().map(Condition::text));
    leaf.maybe("group", group.as_ref());
    leaf.flag("again", *again == crate::playbook::book::Again::Fresh);
    if let Some(repeat) = repeat {
        leaf.plain("repeat.until", repeat.until.text());
        leaf.plain("repeat.most", repeat.most);
        leaf.plain("repeat.then", place(&repeat.then));
    }
    leaf.list("exhibits", exhibits.iter().map(ExhibitWant::to_string));
    if let Some(escalate) = escalate {
        leaf.say("escalate.to", &escalate.to);
        leaf.plain("escalate.due", escalate.due);
    }
    if let Some(ladder) = ladder {
        leaf.list("ladder.replies", &ladder.replies);
        leaf.maybe("ladder.while", ladder.still.as_ref().map(Condition::text));
    }
    leaf.list("asks", asks);
    leaf.list("requires", requires);
    leaf.list("standard", standards);
    leaf.timer(timer.as_ref());
    leaf.needs(needs);
    for branch in next {
        let way = place(&branch.goto);
        leaf.plain(
            "next",
            match &branch.when {
                Some(when) => format!("{} → {way}", when.text()),
                None => format!("→ {way}"),
            },
        );
    }
    let checks = checks.iter().map(|one| check(id.as_str(), one));
    let replies = replies.iter().map(|one| reply(id.as_str(), one));
    std::iter::once(leaf).chain(checks).chain(replies).collect()
}

fn check(home: &str, check: &Check) -> Leaf {
    let Check { id, text, optional, holds, by_hand } = check;
    let mut leaf = Leaf::new(Part::Check, format!("{home}/{id}"), text);
    leaf.say("text", text);
    leaf.flag("optional", *optional);
    if let Some(holds) = holds {
        leaf.plain("holds", holds.text().to_owned());
        leaf.flag("hand", *by_hand);
    }
    leaf
}

fn reply(home: &str, reply: &Reply) -> Leaf {
    let Reply {
        id,
        kind,
        title,
        when,
        text,
        wordings,
        fallback,
        tones: Tones { polite, plain },
        attach,
        done,
        sets,
        promises,
        asks,
    } = reply;
    let mut leaf = Leaf::new(Part::Reply, format!("{home}/{id}"), title);
    leaf.plain("kind", kind.name());
    leaf.say("title", title);
    leaf.maybe("when", when.as_ref().map(Condition::text));
    leaf.say("text", text.words());
    for wording in wordings {
        leaf.say("wordings", wording.words());
    }
    for (key, text) in [("fallback", fallback), ("tones.polite", polite), ("tones.plain", plain)] {
        leaf.perhaps(key, text.as_ref().map(Template::words));
    }
    leaf.list("attach", attach);
    leaf.list("done", done);
    leaf.list("sets", sets.iter().map(|(fact, value)| format!("{fact} = {value}")));
    for PromiseRule { id, what, due, after, within } in promises {
        let due = match after {
            Some(fact) => format!("{id}: {due} after {fact}, {within}"),
            None => format!("{id}: {due}"),
        };
        leaf.say("promise", &side_by_side(&due, what));
    }
    if let Some(asks) = asks {
        leaf.list("asks", asks);
    }
    leaf
}

fn group(group: &Group) -> Leaf {
    let Group { id, title, enough, steps } = group;
    let mut leaf = Leaf::new(Part::Group, id, title);
    leaf.say("title", title);
    leaf.maybe("enough", enough.as_ref());
    leaf.list("steps", steps);
    leaf
}

fn ending(ending: &Ending) -> Leaf {
    let Ending { id, title, result, reply } = ending;
    let mut leaf = Leaf::new(Part::Ending, id, title);
    leaf.say("title", title);
    leaf.plain("result", result.name());
    leaf.maybe("reply", reply.as_ref());
    leaf
}

fn timer(timer: &CaseTimer) -> Leaf {
    let CaseTimer { id, title, start, stop, pause, from, due, warn, basis } = timer;
    let mut leaf = Leaf::new(Part::Timer, id, title);
    leaf.say("title", title);
    leaf.maybe("start", start.as_ref().map(Condition::text));
    leaf.maybe("stop", stop.as_ref().map(Condition::text));
    leaf.maybe("pause", pause.as_ref().map(Condition::text));
    leaf.maybe("from", from.as_ref());
    leaf.plain("due", due);
    leaf.list("warn", warn);
    leaf.list("basis", basis);
    leaf
}

fn overlay(place: usize, overlay: &Overlay) -> Vec<Leaf> {
    let Overlay { when, steps } = overlay;
    let OverlayFor { buyer_types, moods, platforms, langs, shops } = when;
    let mut leaf = Leaf::new(Part::Overlay, place, &Words::default());
    leaf.list("for.buyer_type", buyer_types);
    leaf.list("for.mood", moods.iter().map(|mood| mood.name()));
    leaf.list("for.platform", platforms.iter().map(|platform| platform.name()));
    leaf.list("for.lang", langs);
    leaf.list("for.shop", shops);
    let mut all = vec![leaf];
    for over in steps {
        let StepOverlay { id, skip, why, feel, timer, needs, checks, replies } = over;
        let home = format!("{place}/{id}");
        let mut leaf = Leaf::new(Part::Overlay, &home, &Words::default());
        leaf.flag("skip", *skip);
        leaf.perhaps("why", why.as_ref());
        leaf.perhaps("feel", feel.as_ref());
        leaf.timer(timer.as_ref());
        leaf.needs(needs);
        all.push(leaf);
        all.extend(checks.iter().map(|one| check(&home, one)));
        all.extend(replies.iter().map(|one| reply(&home, one)));
    }
    all
}

fn place(next: &Next) -> String {
    match next {
        Next::Step(step) => step.to_string(),
        Next::End => "end".to_owned(),
        Next::Ending(ending) => ending.to_string(),
        Next::Playbook(playbook) => format!("[{playbook}]"),
    }
}

/// A name or condition before the words that go with it, in each language they have.
fn side_by_side(head: &str, words: &Words) -> Words {
    let with = |side: &Option<String>| side.as_ref().map(|text| format!("{head}: {text}"));
    Words { zh: with(&words.zh), en: with(&words.en) }
}

fn list(all: &[&Words]) -> Words {
    let join = |lang| all.iter().map(|words| words.get(lang)).collect::<Vec<_>>().join("; ");
    Words::both(join(Lang::Zh), join(Lang::En))
}
