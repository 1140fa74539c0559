//! A form: named fields, each a text or a choice, and what act they make.

use super::super::{Field, Model, words};
use crate::desk::{Settle, goods_known};
use crate::domain::{
    CleanText, FactValue, Fen, FreightPayer, Mark, MessageNo, PaidWhat, PaymentNo, PointAnswer,
    Proposal, ProposalNo, Reckoning, Remedy, ReturnCheck, Verdict, Wish,
};
use crate::i18n::Strings;

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormKind {
    /// Who answers for it.
    Verdict,
    /// What the buyer wants, from this message.
    Wish(Option<MessageNo>),
    /// An option; ordinal 0 is a new one.
    Option(ProposalNo),
    /// Why there is only one.
    Only,
    /// The buyer chose this one, in this message.
    Choose(ProposalNo, Option<MessageNo>),
    /// The figures.
    Money,
    /// More than the own limit is asked for.
    Ask,
    /// What was decided.
    Rule,
    /// A payment.
    Pay,
    /// A payment noted by mistake is struck out.
    Void(PaymentNo),
    /// What is known of a return.
    Return,
    /// What the buyer says to a point.
    Answer(u32),
    /// What a message is marked as.
    Mark(MessageNo),
}

impl FormKind {
    /// Its name, also that of its row on the desk.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verdict => "verdict",
            Self::Wish(_) => "wish",
            Self::Option(_) => "option",
            Self::Only => "only",
            Self::Choose(..) => "choose",
            Self::Money => "money",
            Self::Ask => "ask",
            Self::Rule => "rule",
            Self::Pay => "pay",
            Self::Void(_) => "void",
            Self::Return => "return",
            Self::Answer(_) => "answer",
            Self::Mark(_) => "mark",
        }
    }
}

/// A form.
#[derive(Debug)]
pub struct Form {
    /// What it is for.
    pub kind: FormKind,
    /// Its fields.
    pub rows: Vec<FormRow>,
    /// The field under the cursor.
    pub selected: usize,
    /// Why it cannot be taken as it stands.
    pub complaint: Option<String>,
}

/// A field.
#[derive(Debug)]
pub struct FormRow {
    /// Its name.
    pub name: &'static str,
    /// What is in it.
    pub input: FormInput,
}

/// What is in a field.
#[derive(Debug)]
pub enum FormInput {
    /// A text.
    Text(Field),
    /// One of these names.
    Choice {
        /// The names.
        names: Vec<&'static str>,
        /// Which.
        chosen: Option<usize>,
    },
}

/// Why a form is no act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Unfit {
    /// This field holds no amount.
    Amount(&'static str),
    /// Nothing is chosen in this field.
    Choice(&'static str),
}

impl FormRow {
    pub(in crate::app) fn text(name: &'static str, text: &str) -> Self {
        Self { name, input: FormInput::Text(Field::with_text(text)) }
    }

    pub(in crate::app) fn choice(
        name: &'static str,
        names: Vec<&'static str>,
        chosen: Option<&str>,
    ) -> Self {
        let chosen = chosen.and_then(|one| names.iter().position(|name| *name == one));
        Self { name, input: FormInput::Choice { names, chosen } }
    }
}

impl Form {
    /// The text under the cursor, if the field takes one.
    pub(in crate::app) fn field(&mut self) -> Option<&mut Field> {
        match self.rows.get_mut(self.selected).map(|row| &mut row.input) {
            Some(FormInput::Text(field)) => Some(field),
            Some(FormInput::Choice { .. }) | None => None,
        }
    }

    /// Chooses in the field under the cursor: the one at a place, or the next, or the one before.
    pub(in crate::app) fn turn(&mut self, forward: bool) {
        if let Some(FormInput::Choice { names, chosen }) =
            self.rows.get_mut(self.selected).map(|row| &mut row.input)
        {
            let last = names.len().saturating_sub(1);
            *chosen = Some(match (*chosen, forward) {
                (Some(at), true) if at < last => at + 1,
                (None | Some(_), true) => 0,
                (None | Some(0), false) => last,
                (Some(at), false) => at - 1,
            });
        }
    }

    /// Chooses by place.
    pub(in crate::app) fn choose(&mut self, place: usize) {
        if let Some(FormInput::Choice { names, chosen }) =
            self.rows.get_mut(self.selected).map(|row| &mut row.input)
            && place < names.len()
        {
            *chosen = Some(place);
        }
    }

    fn typed(&self, name: &str) -> String {
        let row = self.rows.iter().find(|row| row.name == name);
        match row.map(|row| &row.input) {
            Some(FormInput::Text(field)) => {
                CleanText::new(field.input.text()).one_line().trim().to_owned()
            }
            Some(FormInput::Choice { .. }) | None => String::new(),
        }
    }

    fn chosen(&self, name: &'static str) -> Option<&'static str> {
        let row = self.rows.iter().find(|row| row.name == name)?;
        match &row.input {
            FormInput::Choice { names, chosen } => names.get((*chosen)?).copied(),
            FormInput::Text(_) => None,
        }
    }

    fn one<T>(&self, name: &'static str, of: fn(&str) -> Option<T>) -> Result<T, Unfit> {
        self.chosen(name).and_then(of).ok_or(Unfit::Choice(name))
    }

    /// An amount, if there is one.
    fn amount(&self, name: &'static str) -> Result<Option<Fen>, Unfit> {
        let typed = self.typed(name);
        if typed.is_empty() {
            return Ok(None);
        }
        Fen::parse_yuan(&typed).map(Some).ok_or(Unfit::Amount(name))
    }

    fn wanted(&self, name: &'static str) -> Result<Fen, Unfit> {
        self.amount(name)?.ok_or(Unfit::Amount(name))
    }

    /// The figures as far as they can be read.
    #[must_use]
    pub fn figures(&self) -> Reckoning {
        let fen = |name| self.amount(name).ok().flatten();
        Reckoning {
            price: fen("price"),
            cost: fen("cost"),
            resale: fen("resale"),
            freight_out: fen("freight-out"),
            freight_back: fen("freight-back"),
            defect: fen("defect"),
            ask: fen("ask"),
            risk: self.typed("risk").trim_end_matches('%').parse().ok(),
            effort: fen("effort"),
        }
    }

    /// What is known of a return, as chosen so far.
    #[must_use]
    pub fn pieces(&self) -> ReturnCheck {
        let chosen = ReturnCheck::PIECES
            .into_iter()
            .filter_map(|piece| ReturnCheck::of(piece, self.chosen(piece)?));
        chosen.fold(ReturnCheck::default(), ReturnCheck::with)
    }

    /// The act it makes.
    pub(in crate::app) fn act(
        &self,
        value: impl FnOnce(u32, &str) -> Option<FactValue>,
    ) -> Result<Settle, Unfit> {
        Ok(match self.kind {
            FormKind::Verdict => Settle::Verdict {
                verdict: Some(self.one("verdict", Verdict::from_name)?),
                reason: self.typed("reason"),
                own_faults: self.typed("own-faults"),
            },
            FormKind::Wish(source) => Settle::Wish {
                wish: self.one("wish", Wish::from_name)?,
                amount: self.amount("amount")?,
                quote: self.typed("quote"),
                source,
            },
            FormKind::Option(no) => Settle::Put(Proposal {
                no,
                remedy: self.one("remedy", Remedy::from_name)?,
                give: self.amount("give")?.unwrap_or_default(),
                cost: self.amount("cost")?.unwrap_or_default(),
                freight: self.amount("freight")?.unwrap_or_default(),
                payer: self.one("payer", FreightPayer::from_name)?,
                steps: self.typed("steps"),
                due: crate::app::as_rule(&self.typed("due")),
                condition: self.typed("condition"),
                text: self.typed("text"),
                obstacle: self.typed("obstacle"),
                dropped: false,
            }),
            FormKind::Only => Settle::Only(self.typed("reason")),
            FormKind::Choose(no, source) => {
                Settle::Choose { no, quote: self.typed("quote"), source }
            }
            FormKind::Money => {
                let amounts = [
                    "price",
                    "cost",
                    "resale",
                    "freight-out",
                    "freight-back",
                    "defect",
                    "ask",
                    "effort",
                ];
                for name in amounts {
                    self.amount(name)?;
                }
                let figures = self.figures();
                if figures.risk.is_none() && !self.typed("risk").is_empty() {
                    return Err(Unfit::Amount("risk"));
                }
                Settle::Reckon(figures)
            }
            FormKind::Ask => {
                Settle::Ask { amount: self.wanted("amount")?, reason: self.typed("reason") }
            }
            FormKind::Rule => Settle::Rule {
                granted: self.amount("granted")?,
                by: self.typed("by"),
                role: None,
                words: self.typed("words"),
            },
            FormKind::Pay => Settle::Pay {
                what: self.one("what", PaidWhat::from_name)?,
                amount: self.wanted("amount")?,
                proof: self.typed("proof"),
                order: None,
                again: self.typed("again"),
            },
            FormKind::Void(no) => Settle::Void { no, reason: self.typed("reason") },
            FormKind::Return => Settle::Return(self.pieces()),
            FormKind::Answer(point) => {
                let typed = self.typed("value");
                Settle::Answer {
                    point,
                    answer: self.one("answer", PointAnswer::from_name)?,
                    value: if typed.is_empty() { None } else { value(point, &typed) },
                }
            }
            FormKind::Mark(no) => {
                Settle::Mark { mark: self.one("mark", Mark::from_name)?, no, on: true }
            }
        })
    }

    /// Why it cannot be taken, as a sentence.
    pub(in crate::app) fn complain(&mut self, why: Unfit, strings: &Strings) {
        let (Unfit::Amount(name) | Unfit::Choice(name)) = why;
        if let Some(place) = self.rows.iter().position(|row| row.name == name) {
            self.selected = place;
        }
        self.complaint = Some(words::unfit(strings, self.kind, why));
    }
}

impl Model {
    /// A form with what is known already in it; nothing while no case is open.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one arm for each form, and no more")]
    pub fn form(&self, kind: FormKind) -> Option<Form> {
        let open = self.open.as_ref()?;
        let (state, settling) = (&open.state, &open.state.settling);
        let fen = |fen: Option<Fen>| fen.map(|fen| fen.to_string()).unwrap_or_default();
        let all = |names: Vec<&'static str>| names;
        let rows = match kind {
            FormKind::Verdict => {
                let known = settling.verdict.as_ref();
                let names = Verdict::ALL.iter().map(|one| one.name()).collect();
                vec![
                    FormRow::choice("verdict", names, known.map(|known| known.verdict.name())),
                    FormRow::text("reason", known.map_or("", |known| &known.reason)),
                    FormRow::text("own-faults", known.map_or("", |known| &known.own_faults)),
                ]
            }
            FormKind::Wish(source) => {
                let known = settling.wish.as_ref();
                let names = Wish::ALL.iter().map(|one| one.name()).collect();
                let said = self.words_of(source).unwrap_or_default();
                let quote = known.map_or(said.as_str(), |known| known.quote.as_str());
                vec![
                    FormRow::choice("wish", names, known.map(|known| known.wish.name())),
                    FormRow::text("amount", &fen(known.and_then(|known| known.amount))),
                    FormRow::text("quote", quote),
                ]
            }
            FormKind::Option(no) => {
                let known = settling.option(no);
                let money =
                    |fen: Option<Fen>| fen.filter(|fen| fen.0 != 0).map(|fen| fen.to_string());
                let money = |fen| money(fen).unwrap_or_default();
                let remedies = Remedy::ALL.iter().map(|one| one.name()).collect();
                let payers = FreightPayer::ALL.iter().map(|one| one.name()).collect();
                let payer = known.map_or("none", |known| known.payer.name());
                let due = known.map_or("1wd", |known| known.due.as_str());
                let text =
                    |of: fn(&Proposal) -> &String| known.map_or("", |known| of(known).as_str());
                vec![
                    FormRow::choice("remedy", remedies, known.map(|known| known.remedy.name())),
                    FormRow::text("give", &money(known.map(|known| known.give))),
                    FormRow::choice("payer", payers, Some(payer)),
                    FormRow::text("freight", &money(known.map(|known| known.freight))),
                    FormRow::text("cost", &money(known.map(|known| known.cost))),
                    FormRow::text("due", &crate::app::said_rule(due, self.lang)),
                    FormRow::text("steps", text(|known| &known.steps)),
                    FormRow::text("condition", text(|known| &known.condition)),
                    FormRow::text("text", text(|known| &known.text)),
                    FormRow::text("obstacle", text(|known| &known.obstacle)),
                ]
            }
            FormKind::Only => vec![FormRow::text("reason", &settling.only)],
            FormKind::Choose(_, source) => {
                vec![FormRow::text("quote", &self.words_of(source).unwrap_or_default())]
            }
            FormKind::Money => {
                let known = settling.figures;
                let paid = state.order.as_ref().and_then(|order| order.amount);
                let asked = settling.wish.as_ref().and_then(|wish| wish.amount);
                let risk = known.risk.map(|risk| risk.to_string()).unwrap_or_default();
                vec![
                    FormRow::text("price", &fen(known.price.or(paid))),
                    FormRow::text("cost", &fen(known.cost)),
                    FormRow::text("resale", &fen(known.resale)),
                    FormRow::text("freight-out", &fen(known.freight_out)),
                    FormRow::text("freight-back", &fen(known.freight_back)),
                    FormRow::text("defect", &fen(known.defect)),
                    FormRow::text("ask", &fen(known.ask.or(asked))),
                    FormRow::text("risk", &risk),
                    FormRow::text("effort", &fen(known.effort)),
                ]
            }
            FormKind::Void(_) => vec![FormRow::text("reason", "")],
            FormKind::Ask => vec![FormRow::text("amount", ""), FormRow::text("reason", "")],
            FormKind::Rule => {
                let asked = settling.waiting().map(|waits| waits.amount);
                vec![
                    FormRow::text("granted", &fen(asked)),
                    FormRow::text("by", ""),
                    FormRow::text("words", ""),
                ]
            }
            FormKind::Pay => {
                let names = PaidWhat::ALL.iter().map(|one| one.name()).collect();
                let agreed = settling.agreed();
                let what = agreed
                    .map(|option| if option.remedy.is_offer() { "compensation" } else { "refund" });
                vec![
                    FormRow::choice("what", names, what),
                    FormRow::text("amount", &fen(agreed.map(|option| option.give))),
                    FormRow::text("proof", ""),
                    FormRow::text("again", ""),
                ]
            }
            FormKind::Return => ReturnCheck::PIECES
                .into_iter()
                .map(|piece| {
                    let names = all(ReturnCheck::names(piece));
                    let known = settling.returning.piece(piece);
                    FormRow::choice(piece, names, known.or_else(|| goods_known(state, piece)))
                })
                .collect(),
            FormKind::Answer(_) => {
                let names = PointAnswer::ALL.iter().map(|one| one.name()).collect();
                vec![
                    FormRow::choice("answer", names, Some(PointAnswer::Confirmed.name())),
                    FormRow::text("value", ""),
                ]
            }
            FormKind::Mark(_) => {
                let names = Mark::ALL.iter().map(|one| one.name()).collect();
                vec![FormRow::choice("mark", names, Some(Mark::Occurrence.name()))]
            }
        };
        Some(Form { kind, rows, selected: 0, complaint: None })
    }

    /// The words of a message, on one line.
    fn words_of(&self, no: Option<MessageNo>) -> Option<String> {
        let messages = &self.open.as_ref()?.thread.messages;
        Some(messages.iter().find(|message| Some(message.no) == no)?.text.one_line())
    }
}
