//! Functions and filters of templates: the calculators of `standard` by name, amounts and days.
//!
//! A calculator that is given something that makes no sense fails: its reply cannot be sent. A gap
//! stays the gap it is, whatever it goes through.

use super::super::due::day;
use super::gap_marks;
use crate::domain::{Fen, Lang};
use crate::standard::calculate::{Argument, FUNCTIONS, Function, Kind};
use chrono::{NaiveDate, TimeDelta};
use minijinja::value::Rest;
use minijinja::{Environment, Error, ErrorKind, Value};

/// Makes functions and filters known. `tried`: they give something, whatever they are given.
pub(super) fn add(env: &mut Environment<'static>, lang: Lang, tried: bool) {
    for function in FUNCTIONS {
        env.add_function(function.name, move |Rest(given): Rest<Value>| {
            if tried { Ok(some(function.result)) } else { call(function, &given) }
        });
    }
    let pairs: [(&str, Choose); 2] = [("min", i64::min), ("max", i64::max)];
    for (name, choose) in pairs {
        env.add_function(name, move |a: Value, b: Value| {
            if tried { Ok(some(Kind::Int)) } else { chosen(name, choose, &a, &b) }
        });
    }
    env.add_filter("yuan", |value: Value| match value.as_i64() {
        Some(fen) => Value::from(Fen(fen).to_string()),
        None => value,
    });
    env.add_filter("day", move |value: Value| match date(&value) {
        Some(date) => Value::from(day(date, lang)),
        None => value,
    });
    env.add_filter("plus", |value: Value, days: i64| {
        let later = date(&value)
            .zip(TimeDelta::try_days(days))
            .and_then(|(date, days)| date.checked_add_signed(days));
        later.map_or(value, |date| Value::from(date.to_string()))
    });
}

fn call(function: &Function, given: &[Value]) -> Result<Value, Error> {
    if let Some(gap) = given.iter().find(|value| is_gap(value)) {
        return Ok(gap.clone());
    }
    if given.iter().any(Value::is_undefined) {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    let kinds = function.parameters.iter().map(|parameter| parameter.kind);
    let arguments: Option<Vec<Argument>> = if given.len() == function.parameters.len() {
        kinds.zip(given).map(|(kind, value)| argument(kind, value)).collect()
    } else {
        None
    };
    let result = arguments.and_then(|arguments| (function.call)(&arguments));
    result.map(value).ok_or_else(|| {
        let detail = format!("'{}' cannot be worked out of this", function.name);
        Error::new(ErrorKind::InvalidOperation, detail)
    })
}

/// Which of two numbers.
type Choose = fn(i64, i64) -> i64;

/// One of two numbers; of amounts, the amount as it is written.
fn chosen(name: &str, choose: Choose, a: &Value, b: &Value) -> Result<Value, Error> {
    if let Some(gap) = [a, b].into_iter().find(|value| is_gap(value)) {
        return Ok(gap.clone());
    }
    if a.is_undefined() || b.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    if let Some((a, b)) = a.as_i64().zip(b.as_i64()) {
        return Ok(Value::from(choose(a, b)));
    }
    let fen = |value: &Value| match argument(Kind::Fen, value) {
        Some(Argument::Fen(fen)) => Some(fen.0),
        _no_amount => None,
    };
    fen(a).zip(fen(b)).map(|(a, b)| Value::from(Fen(choose(a, b)).to_string())).ok_or_else(|| {
        let detail = format!("'{name}' takes two numbers");
        Error::new(ErrorKind::InvalidOperation, detail)
    })
}

fn is_gap(value: &Value) -> bool {
    value.as_str().is_some_and(|text| gap_marks().iter().any(|mark| text.starts_with(mark)))
}

fn argument(kind: Kind, value: &Value) -> Option<Argument> {
    match kind {
        // Money stands in texts as yuan, in sums as fen.
        Kind::Fen => match value.as_str() {
            Some(yuan) => Fen::parse_yuan(yuan).map(Argument::Fen),
            None => value.as_i64().map(|fen| Argument::Fen(Fen(fen))),
        },
        Kind::Int => value.as_i64().map(Argument::Int),
        Kind::Bool => bool::try_from(value.clone()).ok().map(Argument::Bool),
        Kind::Text => value.as_str().map(|text| Argument::Text(text.to_owned())),
        Kind::Date => date(value).map(Argument::Date),
    }
}

fn value(argument: Argument) -> Value {
    match argument {
        Argument::Fen(fen) => Value::from(fen.0),
        Argument::Int(n) => Value::from(n),
        Argument::Bool(yes) => Value::from(yes),
        Argument::Text(text) => Value::from(text),
        Argument::Date(day) => Value::from(day.to_string()),
    }
}

fn some(kind: Kind) -> Value {
    match kind {
        Kind::Fen | Kind::Int => Value::from(100),
        Kind::Bool => Value::from(true),
        Kind::Text => Value::from("x"),
        Kind::Date => Value::from("2026-11-25"),
    }
}

fn date(value: &Value) -> Option<NaiveDate> {
    value.as_str()?.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::environment;
    use super::*;
    use minijinja::context;

    #[test]
    fn the_smaller_and_the_larger_keep_how_they_are_written() {
        let said = |text: &str| {
            let gap = "[missing: Price]";
            environment(Lang::En)
                .render_str(text, context! { paid => "59.00", price => "120.00", n => 3, gap })
        };
        assert_eq!(said("{{ min(paid, price) }} {{ max(paid, price) }}").unwrap(), "59.00 120.00");
        assert_eq!(said("{{ max(n, 5) }} {{ min(paid, 5000) }}").unwrap(), "5 50.00");
        assert_eq!(said("{{ min(paid, gap) }}").unwrap(), "[missing: Price]");
        assert!(said("{{ min(paid, 'much') }}").is_err());
        assert!(said("{{ min(paid, nobody) }}").is_err());
    }
}
