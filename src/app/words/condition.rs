//! A condition as a person reads it: facts by their names, values by theirs. Only for reading: what it
//! does not know stands as it is written.

use crate::domain::{FactKind, Lang};
use crate::i18n::{GraphTexts, Strings};
use crate::playbook::{FactDecl, Playbook};

/// A condition of a playbook in words: `ledger == 'twice' && !photos` is `钱：付了两遍 且 照片：否`.
#[must_use]
pub fn condition(text: &str, playbook: &Playbook, lang: Lang, strings: &Strings) -> String {
    let pen = Pen { playbook, lang, strings, texts: &strings.author_tools.graph };
    let tokens: Vec<Token<'_>> = tokens(text);
    let mut out = String::new();
    let mut rest = tokens.as_slice();
    while let Some((piece, behind)) = pen.next(rest) {
        out.push_str(&piece);
        rest = behind;
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'a> {
    Name(&'a str),
    Text(&'a str),
    Sign(&'a str),
}

struct Pen<'a> {
    playbook: &'a Playbook,
    lang: Lang,
    strings: &'a Strings,
    texts: &'a GraphTexts,
}

impl Pen<'_> {
    /// The next piece in words, and what stands behind it.
    fn next<'t>(&self, tokens: &'t [Token<'t>]) -> Option<(String, &'t [Token<'t>])> {
        let texts = self.texts;
        Some(match tokens {
            [] => return None,
            [Token::Name(fact), Token::Sign("=="), Token::Text(value), rest @ ..]
                if let Some(fact) = self.fact(fact) =>
            {
                (self.said(fact, &self.value(fact, value)), rest)
            }
            [Token::Name(fact), Token::Sign("!="), Token::Text(value), rest @ ..]
                if let Some(fact) = self.fact(fact) =>
            {
                let value = format!("{}{}", texts.not, self.value(fact, value));
                (self.said(fact, &value), rest)
            }
            [Token::Sign("!"), Token::Name(name), rest @ ..]
                if let Some(fact) = self.yes_or_no(name) =>
            {
                (self.said(fact, self.strings.fact_form.no), rest)
            }
            [Token::Name(name), rest @ ..] => {
                let compared = matches!(rest.first(), Some(Token::Sign(sign)) if is_compared(sign));
                let piece = match self.fact(name) {
                    Some(fact) if fact.kind == FactKind::Bool && !compared => {
                        self.said(fact, self.strings.fact_form.yes)
                    }
                    Some(fact) => format!(" {} ", fact.label.get(self.lang)),
                    None => (*name).to_owned(),
                };
                (piece, rest)
            }
            [Token::Sign("&&"), rest @ ..] => (format!(" {} ", texts.and), rest),
            [Token::Sign("||"), rest @ ..] => (format!(" {} ", texts.or), rest),
            [Token::Sign(sign), rest @ ..] if is_compared(sign) => (format!(" {sign} "), rest),
            [Token::Sign(","), rest @ ..] => (", ".to_owned(), rest),
            [Token::Sign(sign), rest @ ..] => ((*sign).to_owned(), rest),
            [Token::Text(text), rest @ ..] => (format!("'{text}'"), rest),
        })
    }

    fn fact(&self, name: &str) -> Option<&FactDecl> {
        self.playbook.fact(&name.into())
    }

    fn yes_or_no(&self, name: &str) -> Option<&FactDecl> {
        self.fact(name).filter(|fact| fact.kind == FactKind::Bool)
    }

    fn value(&self, fact: &FactDecl, id: &str) -> String {
        let known = fact.values.iter().find(|value| value.id == id);
        known.map_or_else(|| id.to_owned(), |value| value.text.get(self.lang).to_owned())
    }

    fn said(&self, fact: &FactDecl, value: &str) -> String {
        let colon = match self.lang {
            Lang::Zh => "：",
            Lang::En => ": ",
        };
        format!("{}{colon}{value}", fact.label.get(self.lang))
    }
}

fn is_compared(sign: &str) -> bool {
    matches!(sign, "==" | "!=" | "<" | ">" | "<=" | ">=" | "+" | "-" | "*" | "/" | "in")
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let in_name = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        let len = if first.is_whitespace() {
            rest = rest.trim_start();
            continue;
        } else if first.is_alphanumeric() || first == '_' {
            rest.find(|c| !in_name(c)).unwrap_or(rest.len())
        } else if first == '\'' || first == '"' {
            let behind = rest.get(1..).unwrap_or_default();
            behind.find(first).map_or(rest.len(), |end| end + 2)
        } else if ["&&", "||", "==", "!=", "<=", ">="].iter().any(|two| rest.starts_with(two)) {
            2
        } else {
            first.len_utf8()
        };
        let (piece, behind) = rest.split_at_checked(len).unwrap_or((rest, ""));
        tokens.push(match first {
            '\'' | '"' => Token::Text(piece.trim_matches(first)),
            _name if piece == "in" => Token::Sign(piece),
            _name if in_name(first) => Token::Name(piece),
            _sign => Token::Sign(piece),
        });
        rest = behind;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::Library;

    #[test]
    fn conditions_are_read_by_the_names_on_the_screen() {
        let library = Library::new(Library::shipped());
        let book = library.get(&"refund-freight".into()).unwrap();
        let strings = Strings::of(Lang::Zh);
        let zh = |text: &str| condition(text, &book, Lang::Zh, strings);
        let said = zh("ledger == 'twice'");
        assert!(
            !said.contains("ledger") && !said.contains("twice") && said.contains('：'),
            "{said}"
        );
        let both = zh("ledger == 'arrived' || money_kind != 'refund'");
        assert!(both.contains(" 或 ") && both.contains("不是"), "{both}");
        // What is no fact stands as it is written.
        assert_eq!(zh("size(now) > 3 && x"), "size(now) > 3 且 x");
        assert_eq!(zh(""), "");
        assert_eq!(zh("'open"), "'open'");
    }
}
