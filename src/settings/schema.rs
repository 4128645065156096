//! A JSON schema of the config, for editors that complete and check it.

use super::own_theme::{COLOURS, ROLES};
use super::setting::{Setting, ValueKind};
use super::table::{ConfigTable, SETTINGS, TABLES, TableKind};
use super::theme::LONGEST_NAME;
use super::{Attribute, Settings, Theme};
use crate::action::Action;
use serde_json::{Map, Value, json};

/// A program on one line: its first word is not empty, and quotation marks are closed.
const PROGRAM: &str = r#"^\s*(?:""|'')*(?:[^"'\s]|"[^"]+"|'[^']+')(?:[^"']|"[^"]*"|'[^']*')*$"#;

/// A path from the root or from the home directory.
const LIBRARY_PATH: &str = r"^(?:/|~|[A-Za-z]:)";

/// Returns the schema.
pub fn schema() -> Value {
    let defaults = Settings::default();
    let mut properties: Map<String, Value> = SETTINGS
        .into_iter()
        .map(|setting| (setting.name.to_owned(), of_setting(setting, &defaults)))
        .collect();
    properties.extend(TABLES.iter().map(|table| (table.key.to_owned(), of_table(table))));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "config.toml of bulletin",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

fn of_setting(setting: &Setting, defaults: &Settings) -> Value {
    let mut schema = match setting.kind {
        ValueKind::Switch(_) | ValueKind::Hints => json!({ "type": "boolean" }),
        ValueKind::Columns { range, .. } => {
            json!({ "type": "integer", "minimum": range.start(), "maximum": range.end() })
        }
        ValueKind::ColumnsOrAuto { range, .. } => json!({ "anyOf": [
            { "type": "integer", "minimum": range.start(), "maximum": range.end() },
            { "enum": ["auto"] },
        ] }),
        ValueKind::Choice { names, .. } => json!({ "enum": names() }),
        // Besides these, names in `[themes]` and `[citations]` are valid.
        ValueKind::Theme => json!({ "anyOf": [
            { "enum": themes_named().chain(["auto".to_owned()]).collect::<Vec<_>>() },
            { "type": "string", "maxLength": LONGEST_NAME },
        ] }),
        ValueKind::Citation => json!({ "anyOf": [
            { "enum": defaults.citations.names() },
            { "type": "string" },
        ] }),
        ValueKind::Program { .. } => json!({ "anyOf": [
            { "type": "string", "pattern": PROGRAM },
            {
                "type": "array",
                "prefixItems": [{ "type": "string", "minLength": 1 }],
                "items": { "type": "string" },
            },
        ] }),
    };
    schema["description"] = plain(&setting.description());
    schema["default"] = as_json(&setting.value(defaults));
    schema
}

fn of_table(table: &ConfigTable) -> Value {
    let mut schema = match table.kind {
        TableKind::Citations => citations(),
        TableKind::Themes => themes(),
        TableKind::Library => library(),
        TableKind::Keys => keys(),
    };
    schema["description"] = plain(table.meaning);
    schema
}

/// Converts Markdown in which only code is marked.
fn plain(markdown: &str) -> Value {
    markdown.replace('`', "").into()
}

/// Converts a default of the config.
fn as_json(value: &toml_edit::Value) -> Value {
    match value {
        toml_edit::Value::Boolean(on) => (*on.value()).into(),
        toml_edit::Value::Integer(number) => (*number.value()).into(),
        toml_edit::Value::Array(values) => values.iter().map(as_json).collect(),
        other => other.as_str().unwrap_or_default().into(),
    }
}

fn themes_named() -> impl Iterator<Item = String> {
    Theme::ALL.iter().map(|theme| theme.name.to_string())
}

fn citations() -> Value {
    json!({
        "type": "object",
        "additionalProperties": { "type": "string" },
    })
}

fn themes() -> Value {
    let attributes = Attribute::ALL.map(Attribute::name).join("|");
    let look = format!("(?:no-)?(?:{attributes})");
    let colour = format!("(?:default|#[0-9a-fA-F]{{3}}|#[0-9a-fA-F]{{6}}|{})", COLOURS.join("|"));
    let part = format!(r"(?:on\s+(?:(?:{look}|on)\s+)*)?{colour}|{look}");
    let style = format!(r"^\s*(?:(?:{part})(?:\s+|$))*$");
    let mut roles: Map<String, Value> = ROLES
        .into_iter()
        .map(|role| (role.to_owned(), json!({ "type": "string", "pattern": style })))
        .collect();
    let bases: Vec<String> = themes_named().collect();
    roles.insert("base".to_owned(), json!({ "enum": bases, "default": bases[0] }));
    json!({
        "type": "object",
        "propertyNames": { "maxLength": LONGEST_NAME },
        "additionalProperties": {
            "type": "object",
            "properties": roles,
            "additionalProperties": false,
        },
    })
}

fn library() -> Value {
    let path = json!({ "type": "string", "pattern": LIBRARY_PATH });
    json!({
        "type": "object",
        "properties": {
            "folders": {
                "type": "array",
                "items": { "anyOf": [
                    path,
                    {
                        "type": "object",
                        "properties": { "path": path, "depth": { "type": "integer", "minimum": 1 } },
                        "required": ["path"],
                        "additionalProperties": false,
                    },
                ] },
            },
            "ignore": { "type": "array", "items": { "type": "string" } },
        },
        "additionalProperties": false,
    })
}

fn keys() -> Value {
    let actions: Map<String, Value> = Action::ALL
        .iter()
        .map(|action| {
            let keys = json!({
                "description": action.title(),
                "anyOf": [
                    { "type": "string" },
                    { "type": "array", "items": { "type": "string" } },
                ],
                "default": action.default_keys(),
            });
            (action.name().to_owned(), keys)
        })
        .collect();
    json!({
        "type": "object",
        "properties": actions,
        "additionalProperties": false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::parse::parse;

    /// Whether a schema accepts a value, by the keywords that [`schema`] uses.
    fn accepts(schema: &Value, value: &Value) -> bool {
        let length = |text: &str| text.chars().count() as u64;
        schema.as_object().expect("a schema").iter().all(|(keyword, of)| match keyword.as_str() {
            "$schema" | "title" | "description" | "default" => true,
            "type" => match of.as_str().expect("a type") {
                "boolean" => value.is_boolean(),
                "integer" => value.is_i64(),
                "string" => value.is_string(),
                "array" => value.is_array(),
                "object" => value.is_object(),
                other => panic!("unknown type {other}"),
            },
            "enum" => of.as_array().expect("values").contains(value),
            "anyOf" => of.as_array().expect("schemas").iter().any(|one| accepts(one, value)),
            "minimum" => value.as_i64().is_none_or(|number| number >= of.as_i64().expect("least")),
            "maximum" => value.as_i64().is_none_or(|number| number <= of.as_i64().expect("most")),
            "minLength" => value.as_str().is_none_or(|s| length(s) >= of.as_u64().expect("least")),
            "maxLength" => value.as_str().is_none_or(|s| length(s) <= of.as_u64().expect("most")),
            "pattern" => {
                let pattern = regex::Regex::new(of.as_str().expect("a pattern")).expect("one");
                value.as_str().is_none_or(|text| pattern.is_match(text))
            }
            "prefixItems" => value.as_array().is_none_or(|items| {
                of.as_array().expect("schemas").iter().zip(items).all(|(one, v)| accepts(one, v))
            }),
            "items" => {
                let first = schema["prefixItems"].as_array().map_or(0, Vec::len);
                value
                    .as_array()
                    .is_none_or(|items| items.iter().skip(first).all(|v| accepts(of, v)))
            }
            "properties" => value.as_object().is_none_or(|own| {
                own.iter().all(|(name, v)| of.get(name).is_none_or(|one| accepts(one, v)))
            }),
            "additionalProperties" => value.as_object().is_none_or(|own| {
                let others =
                    own.iter().filter(|(name, _)| schema["properties"].get(name).is_none());
                others.into_iter().all(|(_, v)| *of != Value::Bool(false) && accepts(of, v))
            }),
            "propertyNames" => value
                .as_object()
                .is_none_or(|own| own.keys().all(|name| accepts(of, &name.as_str().into()))),
            other => panic!("unknown keyword {other}"),
        })
    }

    /// Returns whether the schema and the parser accept a config.
    fn accepted(config: &str) -> (bool, bool) {
        let value: toml::Value = toml::from_str(config).expect(config);
        let value = serde_json::to_value(value).expect(config);
        (accepts(&schema(), &value), parse(config).faults.is_empty())
    }

    #[test]
    fn the_schema_accepts_the_values_that_the_parser_accepts() {
        let values = [
            "true",
            "false",
            "0",
            "1",
            "11",
            "12",
            "19",
            "20",
            "0x48",
            "100",
            "101",
            "200",
            "201",
            "-1",
            "70000",
            "1.5",
            "1979-05-27",
            "\"auto\"",
            "\"pink\"",
            "\"\"",
            "\" \"",
            "\"dict {}\"",
            "\"'my dict' {}\"",
            "\"dict 'x\"",
            "\"'' x\"",
            "\"''x\"",
            "[]",
            "[\"dict\", \"\"]",
            "[\"\", \"dict\"]",
            "[\"dict\", 1]",
            "[1]",
            "{ a = 1 }",
        ];
        let defaults = Settings::default();
        for setting in SETTINGS {
            let names = match setting.kind {
                ValueKind::Choice { names, .. } => {
                    names().iter().map(|name| format!("{name:?}")).collect()
                }
                ValueKind::Theme => themes_named().map(|name| format!("{name:?}")).collect(),
                ValueKind::Citation => {
                    defaults.citations.names().iter().map(|name| format!("{name:?}")).collect()
                }
                _ => Vec::new(),
            };
            let default = setting.value(&defaults).to_string();
            let all = values.map(str::to_owned).into_iter().chain(names).chain([default.clone()]);
            let (mut right, mut wrong) = (0, 0);
            for value in all {
                let config = format!("{} = {value}", setting.name);
                let (by_schema, by_parser) = accepted(&config);
                // A name may be that of a theme or a template of one's own.
                let is_name = matches!(setting.kind, ValueKind::Theme | ValueKind::Citation);
                if is_name && value.starts_with('"') {
                    assert!(by_schema || !by_parser, "{config}");
                } else {
                    assert_eq!(by_schema, by_parser, "{config}");
                }
                *(if by_parser { &mut right } else { &mut wrong }) += 1;
            }
            assert!(right > 0 && wrong > 0, "{}", setting.name);
            let (by_schema, by_parser) = accepted(&format!("{} = {default}", setting.name));
            assert!(by_schema && by_parser, "{} = {default}", setting.name);
        }
    }

    #[test]
    fn the_schema_accepts_the_tables_that_the_parser_accepts() {
        for config in [
            "theme = \"mine\"\n[themes.mine]\nbase = \"dark\"\ntext = \"#2b2926\"",
            "[themes.mine]\nfound = \"black on #f2bf65 bold no-underline\"\npage = \"\"",
            "[themes.mine]\ntext = \"on bold red\"\nlink = \" default on #abc \"",
            "[themes.mine]\ntext = \"red on\"",
            "[themes.mine]\ntext = \"pink\"",
            "[themes.mine]\ntext = \"#ab\"",
            "[themes.mine]\nbase = \"pink\"",
            "[themes.mine]\nwords = \"red\"",
            "[themes.mine]\ntext = 1",
            "themes = 1",
            "[themes]\nmine = 1",
            "[themes.a-name-that-is-longer-than-all-names-may-be]\ntext = \"red\"",
            "[citations]\nmine = \"{title}\"",
            "[citations]\nmine = 1",
            "citations = \"mine\"",
            "[keys]\nquit = \"Q\"",
            "[keys]\nquit = [\"Q\", \"Ctrl-c\"]",
            "[keys]\nquit = []",
            "[keys]\nquit = 1",
            "[keys]\nfly = \"x\"",
            "keys = \"q\"",
            "colour = 1",
        ] {
            let (by_schema, by_parser) = accepted(config);
            assert_eq!(by_schema, by_parser, "{config}");
        }
        let all = Settings::default().to_toml(&[]);
        assert_eq!(accepted(&all), (true, true));
    }
}
