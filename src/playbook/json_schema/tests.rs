use super::keys::{Kind, keys, page};
use super::*;
use crate::playbook::{Library, Manual};

/// What of a value does not fit a schema; as much of draft 2020-12 as ours uses.
fn misfits(schema: &Value, value: &Value, at: &str, root: &Value, told: &mut Vec<String>) {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        let target = root.pointer(name.trim_start_matches('#')).unwrap();
        misfits(target, value, at, root, told);
    }
    if let Some(kinds) = schema.get("anyOf").and_then(Value::as_array) {
        let fits = |kind: &Value| {
            let mut told = Vec::new();
            misfits(kind, value, at, root, &mut told);
            told.is_empty()
        };
        if !kinds.iter().any(fits) {
            told.push(format!("{at}: fits none"));
        }
    }
    if let Some(names) = schema.get("enum").and_then(Value::as_array)
        && !names.contains(value)
    {
        told.push(format!("{at}: {value} is none of {names:?}"));
    }
    let kind = schema.get("type").and_then(Value::as_str);
    let fits = match kind {
        None => true,
        Some("string") => {
            let least = schema.get("minLength").and_then(Value::as_u64).unwrap_or(0);
            value.as_str().is_some_and(|text| text.chars().count() as u64 >= least)
        }
        Some("boolean") => value.is_boolean(),
        Some("integer") => {
            let least = schema.get("minimum").and_then(Value::as_i64).unwrap_or(i64::MIN);
            let most = schema.get("maximum").and_then(Value::as_i64).unwrap_or(i64::MAX);
            value.as_i64().is_some_and(|n| (least..=most).contains(&n))
        }
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        Some(other) => panic!("{other} is not checked here"),
    };
    if !fits {
        told.push(format!("{at}: {value} is no {kind:?}"));
        return;
    }
    if let (Some(items), Some(list)) = (schema.get("items"), value.as_array()) {
        for (n, entry) in list.iter().enumerate() {
            misfits(items, entry, &format!("{at}[{n}]"), root, told);
        }
    }
    if let Some(object) = value.as_object() {
        let known = schema.get("properties").and_then(Value::as_object);
        let other = schema.get("additionalProperties");
        for (key, value) in object {
            let at = format!("{at}.{key}");
            match (known.and_then(|known| known.get(key)), other) {
                (Some(schema), _) => misfits(schema, value, &at, root, told),
                (None, Some(Value::Bool(false))) => told.push(format!("{at}: no such key")),
                (None, Some(schema @ Value::Object(_))) => {
                    misfits(schema, value, &at, root, told);
                }
                (None, _) => {}
            }
        }
        for key in schema.get("required").and_then(Value::as_array).into_iter().flatten() {
            if !object.contains_key(key.as_str().unwrap()) {
                told.push(format!("{at}: {key} is missing"));
            }
        }
    }
}

fn told(toml: &str) -> Vec<String> {
    let schema = json_schema();
    let value: toml::Table = toml::from_str(toml).unwrap();
    let mut told = Vec::new();
    misfits(&schema, &serde_json::to_value(value).unwrap(), "", &schema, &mut told);
    told
}

#[test]
fn every_key_of_every_table_has_its_sort_of_value() {
    for table in &Table::ALL {
        let described: Vec<&str> = keys(*table).iter().map(|key| key.name).collect();
        let (mut read, mut told) = (table.keys().to_vec(), described);
        read.sort_unstable();
        told.sort_unstable();
        assert_eq!(told, read, "{table:?}");
    }
}

#[test]
fn every_table_that_is_led_to_is_there_and_has_a_page() {
    let manual = Manual::load().unwrap();
    let schema = json_schema();
    let defined = schema["$defs"].as_object().unwrap();
    assert_eq!(defined.len(), Table::ALL.len(), "a name a table");
    for table in &Table::ALL {
        assert!(manual.page(page(*table)).is_ok(), "{table:?}: {}", page(*table));
        for key in keys(*table) {
            if let Kind::One(to) | Kind::Many(to) = key.kind {
                assert!(defined.contains_key(&name(to)), "{table:?} {} to {to:?}", key.name);
            }
        }
    }
}

#[test]
fn every_shipped_file_fits() {
    for source in Library::shipped() {
        assert_eq!(told(&source.text), Vec::<String>::new(), "{}", source.name);
    }
}

#[test]
fn every_example_of_the_manual_fits() {
    for page in Manual::load().unwrap().pages() {
        assert_eq!(told(&page.example_file()), Vec::<String>::new(), "{}", page.name);
    }
}

#[test]
fn what_is_wrong_does_not_fit() {
    let head = "id = 'a'\ntitle = { zh = '一', en = 'a' }\n";
    assert!(told(head).is_empty());
    for wrong in [
        "stepp = 1",
        "issue = 'damage'",
        "platform = ['ebay']",
        "[[step]]\ntitle = { zh = '一' }",
        "[[step]]\nid = 'a'\ncalming = 'yes'",
        "[[step]]\nid = 'a'\n[[step.reply]]\nid = 'b'\nkind = 'shout'",
        "[[fact]]\nid = 'f'\ntype = 'float'\nlabel = { zh = '一' }",
        "[[fact]]\nid = 'f'\ntype = 'bool'\nlabel = { zh = '一', de = 'x' }",
    ] {
        assert!(!told(&format!("{head}{wrong}")).is_empty(), "{wrong}");
    }
}
