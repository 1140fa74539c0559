//! What is wrong with a playbook file: where, what, and what to do about it.

mod advice;
mod code;
mod rank;
mod thing;
mod words;

use super::source::Source;
use super::spot::{Spot, line_column};
use crate::domain::{Lang, Words};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
pub use code::Code;
use serde::Serialize;
use std::ops::Range;
pub use thing::Thing;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The playbook cannot be used.
    Error,
    /// The playbook works, but not as its author will have meant.
    Warning,
    /// Nothing is wrong; it is worth knowing.
    Note,
}

/// A place in a playbook file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Place {
    /// The file, as its source is named.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The bytes of the file.
    pub span: Range<usize>,
}

/// One thing that is wrong with a playbook file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What kind of fault.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// What is wrong.
    pub message: Words,
    /// What to do.
    pub advice: Words,
}

/// Whether a rendered diagnostic is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Paint {
    /// Text only.
    #[default]
    Plain,
    /// With terminal colours.
    Colour,
}

/// A fault before its place is worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) spot: Spot,
    pub(crate) code: Code,
}

impl Problem {
    pub(crate) fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }

    /// Works out the place and the words; `sources` are those the file numbers count in.
    pub(crate) fn diagnose(&self, sources: &[Source]) -> Diagnostic {
        let (file, text) = sources
            .get(self.spot.file)
            .map_or(("", ""), |source| (source.name.as_str(), &*source.text));
        let (line, column) = line_column(text, self.spot.span.start);
        Diagnostic {
            severity: self.code.severity(),
            code: self.code.clone(),
            place: Place { file: file.to_owned(), line, column, span: self.spot.span.clone() },
            message: self.code.message(),
            advice: self.code.advice(),
        }
    }
}

impl Diagnostic {
    /// The diagnostic with the line it is about and a caret under the place, without colours.
    #[must_use]
    pub fn render(&self, source_text: &str, lang: Lang) -> String {
        self.render_painted(source_text, lang, Paint::Plain)
    }

    /// As [`Diagnostic::render`], coloured if wanted.
    #[must_use]
    pub fn render_painted(&self, source_text: &str, lang: Lang, paint: Paint) -> String {
        let (level, name) = match (self.severity, lang) {
            (Severity::Error, Lang::Zh) => (Level::ERROR, "错误"),
            (Severity::Error, Lang::En) => (Level::ERROR, "error"),
            (Severity::Warning, Lang::Zh) => (Level::WARNING, "提醒"),
            (Severity::Warning, Lang::En) => (Level::WARNING, "warning"),
            (Severity::Note, Lang::Zh) => (Level::NOTE, "留意"),
            (Severity::Note, Lang::En) => (Level::NOTE, "note"),
        };
        let help = Level::HELP.with_name(match lang {
            Lang::Zh => "怎么办",
            Lang::En => "help",
        });
        let advice = annotate_snippets::normalize_untrusted_str(self.advice.get(lang));
        let snippet = Snippet::source(source_text)
            .path(self.place.file.as_str())
            .annotation(AnnotationKind::Primary.span(bounded(source_text, &self.place.span)));
        let report = [level
            .with_name(name)
            .primary_title(self.message.get(lang))
            .element(snippet)
            .element(help.message(advice))];
        match paint {
            Paint::Plain => Renderer::plain().render(&report),
            Paint::Colour => Renderer::styled().render(&report),
        }
    }
}

/// The span within the text and on character boundaries, cut at the end of its first line.
fn bounded(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start);
    let end = text.floor_char_boundary(span.end).max(start);
    let inside = text.get(start..end).unwrap_or_default();
    let line = inside.find('\n').unwrap_or(inside.len());
    start..start + line
}

/// Problems with their places, in the order of the files and of the places within.
pub(crate) fn diagnose(problems: &[Problem], sources: &[Source]) -> Vec<Diagnostic> {
    let mut sorted: Vec<&Problem> = problems.iter().collect();
    sorted.sort_by_key(|p| (p.spot.file, p.spot.span.start, p.spot.span.end, p.is_error()));
    sorted.dedup();
    sorted.into_iter().map(|problem| problem.diagnose(sources)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str, needle: &str) -> Diagnostic {
        let start = text.find(needle).unwrap();
        let spot = Spot { file: 0, span: start..start + needle.len() };
        let source = Source {
            name: "店铺/a.toml".into(),
            origin: super::super::Origin::Shop,
            text: text.to_owned().into(),
        };
        let code = Code::EmptyText { key: "zh" };
        Problem { spot, code }.diagnose(&[source])
    }

    #[test]
    fn the_caret_stands_under_a_place_behind_chinese_text() {
        let text = "title = { zh = \"中文标题\", en = bad }\n";
        let found = problem(text, "bad");
        assert_eq!((found.place.line, found.place.column), (1, 29));
        let rendered = found.render(text, Lang::Zh);
        let lines: Vec<&str> = rendered.lines().collect();
        let code = lines.iter().position(|line| line.contains("bad")).unwrap();
        let cells = |line: &str, until: &str| {
            unicode_width::UnicodeWidthStr::width(line.split(until).next().unwrap())
        };
        assert_eq!(cells(lines[code], "bad"), cells(lines[code + 1], "^^^"), "{rendered}");
        assert!(rendered.contains("店铺/a.toml:1:29"), "{rendered}");
        assert!(found.render_painted(text, Lang::En, Paint::Colour).contains('\u{1b}'));
    }

    #[test]
    fn a_place_out_of_the_text_does_not_break_the_rendering() {
        let text = "id = 'a'";
        let mut found = problem(text, "a");
        found.place.span = 500..900;
        assert!(found.render(text, Lang::En).contains("error"));
        found.place.span = 1..2;
        assert!(found.render("中", Lang::En).contains("error"));
        assert!(found.render("", Lang::En).contains("error"));
    }
}
