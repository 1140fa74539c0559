//! What a condition is made of: every name it uses and the type of every part, so that a slip is
//! found before a case ever gets there.

use super::formula::{asked, children};
use super::names::{ASKED, Function, NAMES, NameType, Wants, function, functions};
use crate::domain::{FactKind, nearest};
use crate::standard::calculate::{Kind, Parameter};
use cel::Program;
use cel::common::ast::{CallExpr, Expr, IdedExpr, LiteralValue, operators as op};
use std::ops::Range;

/// A number that is not whole; facts and money never are one.
const FRACTION: &str = "fraction";

/// The facts a condition may use, with the values of each enum.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vocabulary {
    pub(crate) facts: Vec<(String, FactKind, Vec<String>)>,
}

/// Something wrong in a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Slip {
    /// A name of nothing.
    Name { name: String, near: Option<String> },
    /// A function that does not exist.
    Function { name: String, near: Option<String> },
    /// One of our functions called without one name in quotes.
    Argument { function: String },
    /// A function called with other things than it takes.
    Arguments { sample: String, found: Vec<&'static str> },
    /// An enum compared with what it can never be.
    Value { of: ValueOf, value: String, known: Vec<String> },
    /// Operands of types that do not go together.
    Operands { operator: String, found: Vec<&'static str> },
    /// A whole number worked together with a fraction.
    Fraction { operator: String },
    /// Two ways of one choice that come to different things.
    Ways { found: Vec<&'static str> },
    /// Something else in the end than is wanted there.
    Result { wanted: &'static str, found: &'static str },
}

/// Whose values a text is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ValueOf {
    Fact,
    Name(NameType),
    Argument,
}

/// What a condition says about steps, checks, replies and facts by their ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    pub(crate) function: String,
    pub(crate) name: String,
    pub(crate) at: Range<usize>,
}

/// What was found in one condition.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) slips: Vec<(Range<usize>, Slip)>,
    pub(crate) mentions: Vec<Mention>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Type {
    Bool,
    Int,
    Text,
    Date,
    OneOf(ValueOf, Vec<String>),
    List(Box<Self>),
    Other(&'static str),
    Any,
}

impl Type {
    fn name(&self) -> &'static str {
        match self {
            Self::Bool => "bool",
            Self::Int => "number",
            Self::Text | Self::OneOf(..) => "text",
            Self::Date => "date",
            Self::List(_) => "list",
            Self::Other(name) => name,
            Self::Any => "anything",
        }
    }

    fn fits(&self, other: &Self) -> bool {
        let either = |one: &Self| *self == *one || *other == *one;
        let texts = |one: &Self| matches!(one, Self::Text | Self::OneOf(..) | Self::Date);
        // A date is written as a text.
        either(&Self::Any) || self.name() == other.name() || (texts(self) && texts(other))
    }
}

/// What an expression must come to: a kind, and the values of an enum.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'a> {
    pub(crate) kind: FactKind,
    pub(crate) values: &'a [String],
}

/// Looks through a parsed condition, or through the expression of a fact: it must come to `wanted`.
pub(crate) fn examine(program: &Program, vocabulary: &Vocabulary, wanted: Wanted<'_>) -> Findings {
    let mut walk = Walk { program, vocabulary, locals: Vec::new(), findings: Findings::default() };
    let root = program.expression();
    let found = walk.of(root);
    if !wanted.values.is_empty() {
        walk.outcomes(root, wanted.values);
    }
    let wanted = of_fact(wanted.kind, &[]);
    if !found.fits(&wanted) {
        // The whole text is shown: the root's own place is its operator only.
        let slip = Slip::Result { wanted: wanted.name(), found: found.name() };
        walk.findings.slips.push((0..usize::MAX, slip));
    }
    walk.findings
}

fn of_fact(kind: FactKind, values: &[String]) -> Type {
    match kind {
        FactKind::Bool => Type::Bool,
        FactKind::Enum if values.is_empty() => Type::Text,
        FactKind::Enum => Type::OneOf(ValueOf::Fact, values.to_vec()),
        FactKind::Text => Type::Text,
        FactKind::Date => Type::Date,
        FactKind::Number | FactKind::Money => Type::Int,
        FactKind::List => Type::List(Box::new(Type::Text)),
    }
}

/// An operator as it is written.
fn written(call: &CallExpr) -> String {
    match call.func_name.as_str() {
        op::CONDITIONAL => "?".to_owned(),
        name => name.trim_matches(['_', '@']).to_owned(),
    }
}

const fn of_kind(kind: Kind) -> Type {
    match kind {
        Kind::Fen | Kind::Int => Type::Int,
        Kind::Bool => Type::Bool,
        Kind::Text => Type::Text,
        Kind::Date => Type::Date,
    }
}

struct Walk<'a> {
    program: &'a Program,
    vocabulary: &'a Vocabulary,
    locals: Vec<String>,
    findings: Findings,
}

impl Walk<'_> {
    fn of(&mut self, expr: &IdedExpr) -> Type {
        match &expr.expr {
            Expr::Literal(literal) => match literal {
                LiteralValue::Boolean(_) => Type::Bool,
                LiteralValue::Int(_) => Type::Int,
                LiteralValue::String(_) => Type::Text,
                LiteralValue::UInt(_) => Type::Other("unsigned number"),
                LiteralValue::Double(_) => Type::Other(FRACTION),
                LiteralValue::Bytes(_) => Type::Other("bytes"),
                LiteralValue::Null => Type::Other("null"),
            },
            Expr::Ident(name) => self.name(expr, name),
            Expr::List(list) => {
                let types: Vec<Type> = list.elements.iter().map(|part| self.of(part)).collect();
                let mut types = types.into_iter();
                let first = types.next().unwrap_or(Type::Any);
                let one = types.all(|other| other.fits(&first));
                Type::List(Box::new(if one { first } else { Type::Other("mixed") }))
            }
            Expr::Comprehension(over) => {
                self.of(&over.iter_range);
                let before = self.locals.len();
                self.locals.push(over.iter_var.clone());
                self.locals.extend(over.iter_var2.clone());
                self.locals.push(over.accu_var.clone());
                for part in [&over.accu_init, &over.loop_cond, &over.loop_step, &over.result] {
                    self.of(part);
                }
                self.locals.truncate(before);
                Type::Any
            }
            Expr::Call(call) => self.call(expr, call),
            Expr::Map(_) | Expr::Select(_) | Expr::Struct(_) | Expr::Unspecified => {
                for child in children(expr) {
                    self.of(child);
                }
                Type::Any
            }
        }
    }

    fn name(&mut self, expr: &IdedExpr, name: &str) -> Type {
        if name.starts_with('@') || self.locals.iter().any(|local| local == name) {
            return Type::Any;
        }
        if let Some((_, kind, values)) =
            self.vocabulary.facts.iter().find(|(fact, ..)| fact == name)
        {
            return of_fact(*kind, values);
        }
        if let Some((_, kind)) = NAMES.iter().find(|(known, _)| *known == name) {
            return match kind {
                NameType::Bool => Type::Bool,
                NameType::Int => Type::Int,
                NameType::Text => Type::Text,
                NameType::Date => Type::Date,
                NameType::Mood
                | NameType::Platform
                | NameType::BuyerType
                | NameType::Lang
                | NameType::Tone
                | NameType::Verdict
                | NameType::Wish
                | NameType::Approval
                | NameType::Says
                | NameType::FollowUp => Type::OneOf(
                    ValueOf::Name(*kind),
                    kind.values().into_iter().map(str::to_owned).collect(),
                ),
            };
        }
        let known = self.vocabulary.facts.iter().map(|(fact, ..)| fact.as_str());
        let known = known.chain(NAMES.iter().map(|(name, _)| *name));
        let near = nearest(name, known).map(str::to_owned);
        self.tell(expr, name.len(), Slip::Name { name: name.to_owned(), near });
        Type::Any
    }

    fn call(&mut self, expr: &IdedExpr, call: &CallExpr) -> Type {
        if let Some((function, argument)) = asked(expr) {
            let at = call.args.first().map_or(0..0, |argument| self.place(argument, 1));
            self.findings.mentions.push(Mention {
                function: function.to_owned(),
                name: argument.to_owned(),
                at,
            });
            return Type::Bool;
        }
        if call.target.is_none() && ASKED.contains(&call.func_name.as_str()) {
            let function = call.func_name.clone();
            self.tell(expr, function.len(), Slip::Argument { function });
            return Type::Bool;
        }
        if call.target.is_none()
            && let Some(function) = function(&call.func_name)
        {
            return self.function(expr, call, function);
        }
        let operands: Vec<&IdedExpr> =
            call.target.iter().map(AsRef::as_ref).chain(&call.args).collect();
        let types: Vec<Type> = operands.iter().map(|operand| self.of(operand)).collect();
        match (call.func_name.as_str(), types.as_slice()) {
            (op::LOGICAL_AND | op::LOGICAL_OR | op::LOGICAL_NOT, _) => {
                self.want(expr, call, &types, types.iter().all(|found| found.fits(&Type::Bool)));
                Type::Bool
            }
            (op::EQUALS | op::NOT_EQUALS, [left, right]) => {
                self.want(expr, call, &types, left.fits(right));
                self.compare(&operands, left, right);
                Type::Bool
            }
            (op::LESS | op::LESS_EQUALS | op::GREATER | op::GREATER_EQUALS, [left, right]) => {
                let ordered = [left, right].iter().all(|found| {
                    found.fits(&Type::Int) || found.fits(&Type::Text) || found.name() == FRACTION
                });
                self.want(expr, call, &types, ordered && left.fits(right));
                Type::Bool
            }
            (op::IN, [left, right]) => {
                let inside = match right {
                    Type::List(inside) => inside.as_ref().clone(),
                    Type::Any => Type::Any,
                    Type::Bool
                    | Type::Int
                    | Type::Text
                    | Type::Date
                    | Type::OneOf(..)
                    | Type::Other(_) => {
                        self.want(expr, call, &types, false);
                        return Type::Bool;
                    }
                };
                self.want(expr, call, &types, left.fits(&inside));
                if let (Type::OneOf(of, values), [_, list]) = (left, operands.as_slice()) {
                    for part in children(list) {
                        self.value_of(part, *of, values);
                    }
                }
                Type::Bool
            }
            (op::ADD, [Type::Int, Type::Other(FRACTION)] | [Type::Other(FRACTION), Type::Int])
            | (op::SUBSTRACT | op::MULTIPLY | op::DIVIDE | op::MODULO | op::NEGATE, _) => {
                self.worked_out(expr, call, types)
            }
            (op::ADD, [left, right]) => {
                let summed = !left.fits(&Type::Bool) || *left == Type::Any;
                self.want(expr, call, &types, summed && left.fits(right));
                left.clone()
            }
            (op::CONDITIONAL, [condition, then, other]) => {
                let good = condition.fits(&Type::Bool);
                self.want(expr, call, std::slice::from_ref(condition), good);
                self.ways(expr, then, other)
            }
            (op::INDEX, [Type::List(inside), _]) => inside.as_ref().clone(),
            ("size" | "int", _) => Type::Int,
            ("double", _) => Type::Other(FRACTION),
            ("string", _) => Type::Text,
            ("bool" | "contains" | "startsWith" | "endsWith" | "matches", _) => Type::Bool,
            (
                op::INDEX
                | op::OPT_INDEX
                | op::OPT_SELECT
                | op::NOT_STRICTLY_FALSE
                | "uint"
                | "type"
                | "dyn",
                _,
            ) => Type::Any,
            (name, _) => {
                let known = ASKED.into_iter().chain(functions().map(|function| function.name));
                let known = known.chain(["size", "contains", "startsWith"]);
                let near = nearest(name, known.chain(["endsWith", "exists", "all", "filter"]))
                    .map(str::to_owned);
                self.tell(expr, name.len(), Slip::Function { name: name.to_owned(), near });
                Type::Any
            }
        }
    }

    fn function(&mut self, expr: &IdedExpr, call: &CallExpr, function: Function) -> Type {
        let types: Vec<Type> = call.args.iter().map(|argument| self.of(argument)).collect();
        let good = match function.wants {
            Wants::Some => match types.as_slice() {
                [number, Type::List(of)] => number.fits(&Type::Int) && of.fits(&Type::Bool),
                _other => false,
            },
            Wants::Each(wanted) => {
                let fits = |(found, one): (&Type, &Parameter)| found.fits(&of_kind(one.kind));
                types.len() == wanted.len() && types.iter().zip(wanted).all(fits)
            }
        };
        if !good {
            let found = types.iter().map(Type::name).collect();
            let slip = Slip::Arguments { sample: function.sample(), found };
            self.tell(expr, function.name.len(), slip);
        } else if let Wants::Each(wanted) = function.wants {
            for (argument, one) in call.args.iter().zip(wanted) {
                if !one.one_of.is_empty() {
                    let values: Vec<String> = one.one_of.iter().map(|v| (*v).to_owned()).collect();
                    self.value_of(argument, ValueOf::Argument, &values);
                }
            }
        }
        of_kind(function.gives)
    }

    fn compare(&mut self, operands: &[&IdedExpr], left: &Type, right: &Type) {
        if let [a, b] = operands {
            if let Type::OneOf(of, values) = left {
                self.value_of(b, *of, values);
            }
            if let Type::OneOf(of, values) = right {
                self.value_of(a, *of, values);
            }
        }
    }

    fn value_of(&mut self, expr: &IdedExpr, of: ValueOf, values: &[String]) {
        if let Expr::Literal(LiteralValue::String(text)) = &expr.expr {
            let text = text.inner();
            // An unknown fact is "" until it is told.
            if !text.is_empty() && !values.iter().any(|value| value == text) {
                let slip = Slip::Value { of, value: text.to_owned(), known: values.to_vec() };
                self.tell(expr, 1, slip);
            }
        }
    }

    /// What numbers worked together come to.
    fn worked_out(&mut self, expr: &IdedExpr, call: &CallExpr, types: Vec<Type>) -> Type {
        let fraction = |found: &Type| found.name() == FRACTION;
        let whole = |found: &Type| *found == Type::Int;
        if types.iter().any(fraction) && types.iter().any(whole) {
            let operator = written(call);
            let slip = Slip::Fraction { operator: operator.clone() };
            self.tell(expr, operator.len(), slip);
            // Told once is enough.
            return Type::Any;
        }
        let numbers = types.iter().all(|found| found.fits(&Type::Int) || fraction(found));
        self.want(expr, call, &types, numbers);
        types.into_iter().find(|found| *found != Type::Any).unwrap_or(Type::Any)
    }

    /// What a choice comes to; both its ways must come to the same.
    fn ways(&mut self, expr: &IdedExpr, then: &Type, other: &Type) -> Type {
        if !then.fits(other) {
            let slip = Slip::Ways { found: vec![then.name(), other.name()] };
            self.tell(expr, 1, slip);
            return Type::Any;
        }
        match (then, other) {
            (Type::Any, one) | (one, Type::Any) => one.clone(),
            (one, another) if one == another => one.clone(),
            // Of two kinds of texts, either may come out.
            (_texts, _of_two_kinds) => Type::Text,
        }
    }

    /// Texts an expression may come to, each one of these values.
    fn outcomes(&mut self, expr: &IdedExpr, values: &[String]) {
        match &expr.expr {
            Expr::Call(call) if call.func_name == op::CONDITIONAL => {
                for way in call.args.iter().skip(1) {
                    self.outcomes(way, values);
                }
            }
            _one_text => self.value_of(expr, ValueOf::Fact, values),
        }
    }

    fn want(&mut self, expr: &IdedExpr, call: &CallExpr, types: &[Type], good: bool) {
        if !good {
            let operator = written(call);
            let found = types.iter().map(Type::name).collect();
            self.tell(expr, operator.len(), Slip::Operands { operator, found });
        }
    }

    fn tell(&mut self, expr: &IdedExpr, width: usize, slip: Slip) {
        let at = self.place(expr, width);
        self.findings.slips.push((at, slip));
    }

    /// Where an expression is written; calls are placed at their bracket, so the name before it is
    /// taken in.
    fn place(&self, expr: &IdedExpr, width: usize) -> Range<usize> {
        let Some((start, stop)) = self.program.source_info().offset_for(expr.id) else {
            return 0..usize::MAX;
        };
        let (start, stop) = (start as usize, stop as usize + 1);
        let source = self.program.source_info().source.as_str();
        if source.get(start..).is_some_and(|rest| rest.starts_with('(')) && start >= width {
            return start - width..start;
        }
        start..stop.max(start + width)
    }
}
