//! Templates: the format of a citation, as users can write it.
//!
//! A placeholder is a name in braces. Text before and after the name within the
//! braces is written only if there is a value: `{, place}` writes no comma if the
//! place is unknown. `{{` and `}}` are literal braces.

use crate::export::{At, escaped};
use crate::messages::errors;
use std::str::FromStr;
use thiserror::Error;

/// The placeholders of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Quote,
    Title,
    Publisher,
    Date,
    Year,
    Month,
    Volume,
    Number,
    Issue,
    Edition,
    Source,
    Provision,
    Instrument,
    Pinpoint,
    Place,
    Adopted,
    Address,
    File,
}

const FIELDS: [(&str, Field); 18] = [
    ("quote", Field::Quote),
    ("title", Field::Title),
    ("publisher", Field::Publisher),
    ("date", Field::Date),
    ("year", Field::Year),
    ("month", Field::Month),
    ("volume", Field::Volume),
    ("number", Field::Number),
    ("issue", Field::Issue),
    ("edition", Field::Edition),
    ("source", Field::Source),
    ("provision", Field::Provision),
    ("instrument", Field::Instrument),
    ("pinpoint", Field::Pinpoint),
    ("place", Field::Place),
    ("adopted", Field::Adopted),
    ("address", Field::Address),
    ("file", Field::File),
];

impl Field {
    /// All fields.
    pub fn all() -> impl Iterator<Item = Self> {
        FIELDS.into_iter().map(|(_, field)| field)
    }

    /// Returns the field of this name.
    pub fn named(name: &str) -> Option<Self> {
        FIELDS.iter().find(|(known, _)| *known == name).map(|(_, field)| *field)
    }

    /// The name of its placeholder.
    pub fn name(self) -> &'static str {
        FIELDS.iter().find(|(_, field)| *field == self).map_or("", |(name, _)| name)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Words(String),
    Value { before: String, field: Field, after: String },
}

/// How values are escaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dialect {
    Plain,
    Markdown,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    Pieces(Vec<Piece>, Dialect),
    Bibtex,
}

/// The format of a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    form: Form,
    written: String,
}

/// An error in a template.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TemplateError {
    /// It contains an unknown placeholder.
    #[error("{}", errors::placeholder_unknown(.0, names()))]
    Unknown(String),
    /// A brace has no partner.
    #[error("{}", errors::UNMATCHED_BRACE)]
    Brace,
}

fn names() -> String {
    FIELDS.map(|(name, _)| format!("{{{name}}}")).join(", ")
}

impl Template {
    /// The names of the built-in templates.
    pub const BUILT_IN: [&'static str; 4] = ["plain", "markdown", "footnote", "bibtex"];

    /// One line, from the whole to the part.
    pub fn plain() -> Self {
        Self::made("{source}{, provision}", Dialect::Plain)
    }

    /// Like [`Self::plain`], with the title in italics, for Markdown.
    pub fn markdown() -> Self {
        Self::made("*{title}*{, issue}{, date}{, provision}", Dialect::Markdown)
    }

    /// Returns a built-in template.
    pub fn built_in(name: &str) -> Option<Self> {
        match name {
            "plain" => Some(Self::plain()),
            "markdown" => Some(Self::markdown()),
            "footnote" => Some(Self::made(
                "{instrument, }{place, }{adopted, }{pinpoint, in }{source}.",
                Dialect::Plain,
            )),
            "bibtex" => Some(Self { form: Form::Bibtex, written: String::new() }),
            _ => None,
        }
    }

    /// Parses a built-in template; tests make sure that it is valid.
    fn made(written: &str, dialect: Dialect) -> Self {
        let pieces = pieces(written).unwrap_or_default();
        Self { form: Form::Pieces(pieces, dialect), written: written.to_owned() }
    }

    /// Returns the same template for Markdown: it escapes the values from the
    /// document.
    pub fn for_markdown(&self) -> Self {
        match &self.form {
            Form::Pieces(pieces, _) => {
                Self { form: Form::Pieces(pieces.clone(), Dialect::Markdown), ..self.clone() }
            }
            Form::Bibtex => self.clone(),
        }
    }

    /// The text of the template.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Whether it includes the quoted words, so that the citation replaces them.
    pub fn quotes(&self) -> bool {
        match &self.form {
            Form::Bibtex => false,
            Form::Pieces(pieces, _) => {
                pieces.iter().any(|p| matches!(p, Piece::Value { field: Field::Quote, .. }))
            }
        }
    }

    /// Joins words and their citation: below the words, or instead of them if the
    /// template includes them.
    pub fn attached(&self, words: &str, citation: &str) -> String {
        if self.quotes() {
            return citation.to_owned();
        }
        let dash = if citation.contains('\n') { "" } else { "— " };
        format!("{}\n\n{dash}{citation}", words.trim_end())
    }

    /// Formats the citation; returns `None` if the template is not text but a record.
    pub(super) fn fill(&self, value: impl Fn(Field) -> String) -> Option<String> {
        let Form::Pieces(pieces, dialect) = &self.form else { return None };
        let mut out = String::new();
        for piece in pieces {
            match piece {
                Piece::Words(words) => out.push_str(words),
                Piece::Value { before, field, after } => {
                    let value = value(*field);
                    if !value.is_empty() {
                        out.push_str(before);
                        match dialect {
                            Dialect::Plain => out.push_str(&value),
                            Dialect::Markdown => out.push_str(&escaped(&value, At::Within)),
                        }
                        out.push_str(after);
                    }
                }
            }
        }
        Some(out)
    }
}

impl FromStr for Template {
    type Err = TemplateError;

    fn from_str(written: &str) -> Result<Self, TemplateError> {
        let form = Form::Pieces(pieces(written)?, Dialect::Plain);
        Ok(Self { form, written: written.to_owned() })
    }
}

fn pieces(written: &str) -> Result<Vec<Piece>, TemplateError> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut rest = written;
    while let Some(at) = rest.find(['{', '}']) {
        words.push_str(&rest[..at]);
        let from = &rest[at..];
        if let Some(after) = from.strip_prefix("{{") {
            words.push('{');
            rest = after;
        } else if let Some(after) = from.strip_prefix("}}") {
            words.push('}');
            rest = after;
        } else {
            let (inside, after) = from
                .strip_prefix('{')
                .and_then(|from| from.split_once('}'))
                .filter(|(inside, _)| !inside.contains('{'))
                .ok_or(TemplateError::Brace)?;
            if !words.is_empty() {
                pieces.push(Piece::Words(std::mem::take(&mut words)));
            }
            pieces.push(placeholder(inside)?);
            rest = after;
        }
    }
    words.push_str(rest);
    if !words.is_empty() {
        pieces.push(Piece::Words(words));
    }
    Ok(pieces)
}

fn placeholder(inside: &str) -> Result<Piece, TemplateError> {
    let start = inside.find(char::is_alphabetic).unwrap_or(inside.len());
    let (before, rest) = inside.split_at(start);
    let (name, after) =
        rest.split_at(rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()));
    match Field::named(name) {
        Some(field) => {
            Ok(Piece::Value { before: before.to_owned(), field, after: after.to_owned() })
        }
        None => Err(TemplateError::Unknown(name.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(written: &str) -> String {
        let template: Template = match written.parse() {
            Ok(template) => template,
            Err(error) => return format!("! {error}"),
        };
        let value = |field| match field {
            Field::Title => "Lamps".to_owned(),
            Field::Place => String::new(),
            _ => "x".to_owned(),
        };
        template.fill(value).unwrap_or_default()
    }

    #[test]
    fn what_is_not_known_leaves_no_gap() {
        assert_eq!(filled("{title}{, place}{ (date)}."), "Lamps (x).");
        assert_eq!(filled("{{{title}}}"), "{Lamps}");
        assert_eq!(filled("{place, in }{title}"), "Lamps");
    }

    #[test]
    fn what_is_wrong_is_told() {
        assert!(
            filled("{author}").starts_with("! “{author}” is not a placeholder: use one of {quote}")
        );
        assert!(filled("{title").starts_with("! unmatched brace"));
        assert!(filled("title}").starts_with("! unmatched brace"));
    }

    #[test]
    fn every_built_in_template_is_right() {
        for name in Template::BUILT_IN {
            let template = Template::built_in(name).expect(name);
            assert!(name == "bibtex" || template.written().parse::<Template>().is_ok(), "{name}");
        }
    }
}
