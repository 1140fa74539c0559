//! Texts of replies: minijinja templates over the case. What is not known becomes a named gap in
//! the text, and a text with a gap cannot be sent.

mod address;
mod functions;
pub(crate) mod names;
mod values;

use super::book::{Playbook, Reply};
use super::situation::Situation;
use crate::domain::{FactId, Lang, Words};
use minijinja::value::ValueKind;
use minijinja::{Environment, UndefinedBehavior, Value, escape_formatter};
use serde::Serialize;
use std::sync::{LazyLock, OnceLock};
use values::Values;
pub(crate) use values::plain;
pub use values::{said, shown};

/// A reply's text in its languages.
#[derive(Debug)]
pub struct Template {
    words: Words,
    names: [OnceLock<Vec<String>>; 2],
}

/// A reply's text in a situation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rendered {
    /// The text; gaps show as `【缺:照片】` or `[missing: Photos]`.
    pub text: String,
    /// What is missing in it; it can be sent only when this is empty.
    pub gaps: Vec<Gap>,
}

/// Something a text wants to say that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// Its name in the template.
    pub name: String,
    /// Its name on the screen.
    pub label: String,
    /// The fact to record, if it is one.
    pub fact: Option<FactId>,
}

/// No reply needs more steps than this to be rendered.
const FUEL: u64 = 20_000;

impl Template {
    pub(crate) const fn new(words: Words) -> Self {
        Self { words, names: [OnceLock::new(), OnceLock::new()] }
    }

    /// The template as written.
    #[must_use]
    pub const fn words(&self) -> &Words {
        &self.words
    }

    pub(crate) fn render(
        &self,
        book: &Playbook,
        reply: &Reply,
        situation: &Situation<'_>,
    ) -> Rendered {
        let source = self.words.get(situation.lang);
        if !source.contains('{') {
            return Rendered { text: source.to_owned(), gaps: Vec::new() };
        }
        if source.len() > names::LONGEST {
            return broken(situation.lang, &too_long());
        }
        let env = environment(situation.lang);
        let mut values = Values::new(book, reply, situation, self.names(env, situation.lang));
        if let Ok(text) = env.render_str(source, values.context()) {
            return Rendered { text: address::dropped(text), gaps: Vec::new() };
        }
        // Every unknown name is filled with its gap; then each is emptied again if the text gets
        // along without it, as with `default` or a branch not taken.
        values.fill_all();
        let mut rendered = env.render_str(source, values.context());
        for name in values.unknown().to_vec() {
            values.empty(&name);
            match env.render_str(source, values.context()) {
                Ok(text) => rendered = Ok(text),
                Err(_needs_it) => values.fill(&name),
            }
        }
        match rendered {
            Ok(text) => Rendered { text: address::dropped(text), gaps: values.gaps() },
            Err(error) => broken(situation.lang, &error),
        }
    }

    fn names(&self, env: &Environment<'_>, lang: Lang) -> &[String] {
        let [zh, en] = &self.names;
        let slot = match lang {
            Lang::Zh => zh,
            Lang::En => en,
        };
        slot.get_or_init(|| names::of(env, self.words.get(lang)))
    }
}

fn too_long() -> minijinja::Error {
    minijinja::Error::new(minijinja::ErrorKind::SyntaxError, "it is too long")
}

/// A template that fails even with every name known cannot be sent either, and says so.
fn broken(lang: Lang, error: &minijinja::Error) -> Rendered {
    let label = match lang {
        Lang::Zh => format!("模板出错：{error}"),
        Lang::En => format!("the template fails: {error}"),
    };
    let text = gap_text(lang, &label);
    Rendered { text, gaps: vec![Gap { name: String::new(), label, fact: None }] }
}

fn gap_text(lang: Lang, label: &str) -> String {
    match lang {
        Lang::Zh => format!("【缺:{label}】"),
        Lang::En => format!("[missing: {label}]"),
    }
}

/// How a gap in a text begins, in either language.
const fn gap_marks() -> [&'static str; 2] {
    ["【缺:", "[missing: "]
}

/// The rules templates run under, one for each language, built once.
static RULES: LazyLock<[Environment<'static>; 2]> =
    LazyLock::new(|| [Lang::Zh, Lang::En].map(|lang| rules(lang, Calls::Real)));

/// What calling a function in a template does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Calls {
    /// It is worked out.
    Real,
    /// It gives something, whatever it is given: to try a template out without a case.
    Tried,
}

/// The rules templates of a language run under.
pub(crate) fn environment(lang: Lang) -> &'static Environment<'static> {
    let [zh, en] = &*RULES;
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// Nothing undefined is ever printed, nothing is escaped, fuel is short.
fn rules(lang: Lang, calls: Calls) -> Environment<'static> {
    let mut env = Environment::new();
    env.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    env.set_auto_escape_callback(|_name| minijinja::AutoEscape::None);
    env.set_fuel(Some(FUEL));
    env.set_formatter(move |out, state, value| match value.kind() {
        ValueKind::Bool => {
            out.write_str(values::yes_no(value.is_true(), lang)).map_err(minijinja::Error::from)
        }
        ValueKind::Seq => {
            let texts: Vec<String> = value.try_iter()?.map(|text| text.to_string()).collect();
            out.write_str(&texts.join(values::comma(lang))).map_err(minijinja::Error::from)
        }
        _printed_as_it_is => escape_formatter(out, state, value),
    });
    functions::add(&mut env, lang, calls == Calls::Tried);
    env
}

/// Renders with every name known, to find what fails whatever the case.
pub(crate) fn try_out(source: &str, context: Value) -> Result<(), minijinja::Error> {
    let mut env = rules(Lang::Zh, Calls::Tried);
    env.set_debug(true);
    env.render_str(source, context).map(|_text| ())
}
