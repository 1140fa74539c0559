//! Functions with arguments: k of n, days, amounts and the calculators of `standard`, by name.
//! Arguments that make no sense, such as an unknown price, give nothing: 0, "" or false.

use crate::domain::Fen;
use crate::standard::calculate::{Argument, Function, Kind};
use cel::extractors::Arguments;
use cel::{Context, ExecutionError, Value};
use chrono::NaiveDate;
use std::sync::Arc;

/// Makes the functions of these names known.
pub(super) fn add(context: &mut Context<'_, '_>, names: &[String], today: NaiveDate) {
    for name in names {
        let call = {
            let name = name.clone();
            move |Arguments(arguments): Arguments| -> Result<Value, ExecutionError> {
                Ok(call(&name, &arguments, today))
            }
        };
        // Only a name of CEL's own library is refused, and none of ours is.
        let _refused = context.add_function(name, call);
    }
}

fn call(name: &str, arguments: &[Value], today: NaiveDate) -> Value {
    match (name, arguments) {
        ("at_least", [Value::Int(enough), Value::List(list)]) => {
            let held = list.iter().filter(|one| **one == Value::Bool(true)).count();
            Value::Bool(i64::try_from(held).unwrap_or(i64::MAX) >= *enough)
        }
        ("days_since", [day]) => Value::Int(days(date(day), Some(today))),
        ("days_between", [from, to]) => Value::Int(days(date(from), date(to))),
        ("yuan", [Value::Int(yuan)]) => Value::Int(yuan.saturating_mul(100)),
        ("min", [Value::Int(a), Value::Int(b)]) => Value::Int(*a.min(b)),
        ("max", [Value::Int(a), Value::Int(b)]) => Value::Int(*a.max(b)),
        _a_calculator => calculate(name, arguments),
    }
}

fn days(from: Option<NaiveDate>, to: Option<NaiveDate>) -> i64 {
    from.zip(to).map_or(0, |(from, to)| to.signed_duration_since(from).num_days())
}

fn date(value: &Value) -> Option<NaiveDate> {
    match value {
        Value::String(text) => text.parse().ok(),
        _no_date => None,
    }
}

fn calculate(name: &str, arguments: &[Value]) -> Value {
    let Some(function) = Function::named(name) else { return Value::Null };
    let wanted = function.parameters.iter().map(|parameter| parameter.kind);
    let given: Option<Vec<Argument>> = if arguments.len() == function.parameters.len() {
        wanted.zip(arguments).map(|(kind, value)| argument(kind, value)).collect()
    } else {
        None
    };
    let result = given.and_then(|given| (function.call)(&given));
    result.map_or_else(|| nothing(function.result), value)
}

fn argument(kind: Kind, value: &Value) -> Option<Argument> {
    match (kind, value) {
        (Kind::Fen, Value::Int(fen)) => Some(Argument::Fen(Fen(*fen))),
        (Kind::Int, Value::Int(n)) => Some(Argument::Int(*n)),
        (Kind::Bool, Value::Bool(yes)) => Some(Argument::Bool(*yes)),
        (Kind::Text, Value::String(text)) => Some(Argument::Text(text.to_string())),
        (Kind::Date, value) => date(value).map(Argument::Date),
        _another_type => None,
    }
}

fn value(argument: Argument) -> Value {
    match argument {
        Argument::Fen(fen) => Value::Int(fen.0),
        Argument::Int(n) => Value::Int(n),
        Argument::Bool(yes) => Value::Bool(yes),
        Argument::Text(text) => Value::String(Arc::new(text)),
        Argument::Date(day) => Value::String(Arc::new(day.to_string())),
    }
}

fn nothing(kind: Kind) -> Value {
    match kind {
        Kind::Fen | Kind::Int => Value::Int(0),
        Kind::Bool => Value::Bool(false),
        Kind::Text | Kind::Date => Value::String(Arc::default()),
    }
}
