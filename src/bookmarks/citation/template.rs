//! Templates: the format of a citation, as users can write it.
//!
//! A placeholder is a name in braces. Text before and after the name within the
//! braces is written only if there is a value: `{, place}` writes no comma if the
//! place is unknown. `{{` and `}}` are literal braces.

use crate::export::{LinePosition, escaped};
use crate::messages::errors;
use std::str::FromStr;
use thiserror::Error;

/// The placeholders of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Placeholder {
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

const FIELDS: [(&str, Placeholder); 18] = [
    ("quote", Placeholder::Quote),
    ("title", Placeholder::Title),
    ("publisher", Placeholder::Publisher),
    ("date", Placeholder::Date),
    ("year", Placeholder::Year),
    ("month", Placeholder::Month),
    ("volume", Placeholder::Volume),
    ("number", Placeholder::Number),
    ("issue", Placeholder::Issue),
    ("edition", Placeholder::Edition),
    ("source", Placeholder::Source),
    ("provision", Placeholder::Provision),
    ("instrument", Placeholder::Instrument),
    ("pinpoint", Placeholder::Pinpoint),
    ("place", Placeholder::Place),
    ("adopted", Placeholder::Adopted),
    ("address", Placeholder::Address),
    ("file", Placeholder::File),
];

impl Placeholder {
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
enum TemplatePiece {
    Words(String),
    Value { before: String, field: Placeholder, after: String },
}

/// How values are escaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dialect {
    Plain,
    Markdown,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum TemplateForm {
    Pieces(Vec<TemplatePiece>, Dialect),
    Bibtex,
}

/// The format of a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    form: TemplateForm,
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
            "bibtex" => Some(Self { form: TemplateForm::Bibtex, written: String::new() }),
            _ => None,
        }
    }

    /// Parses a built-in template; tests make sure that it is valid.
    fn made(written: &str, dialect: Dialect) -> Self {
        let pieces = pieces(written).unwrap_or_default();
        Self { form: TemplateForm::Pieces(pieces, dialect), written: written.to_owned() }
    }

    /// Returns the same template for Markdown: it escapes the values from the
    /// document.
    pub fn for_markdown(&self) -> Self {
        match &self.form {
            TemplateForm::Pieces(pieces, _) => Self {
                form: TemplateForm::Pieces(pieces.clone(), Dialect::Markdown),
                ..self.clone()
            },
            TemplateForm::Bibtex => self.clone(),
        }
    }

    /// The text of the template.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Whether it includes the quoted words, so that the citation replaces them.
    pub fn quotes(&self) -> bool {
        match &self.form {
            TemplateForm::Bibtex => false,
            TemplateForm::Pieces(pieces, _) => pieces
                .iter()
                .any(|p| matches!(p, TemplatePiece::Value { field: Placeholder::Quote, .. })),
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
    pub(super) fn fill(&self, value: impl Fn(Placeholder) -> String) -> Option<String> {
        let TemplateForm::Pieces(pieces, dialect) = &self.form else { return None };
        let mut out = String::new();
        for piece in pieces {
            match piece {
                TemplatePiece::Words(words) => out.push_str(words),
                TemplatePiece::Value { before, field, after } => {
                    let value = value(*field);
                    if !value.is_empty() {
                        out.push_str(before);
                        match dialect {
                            Dialect::Plain => out.push_str(&value),
                            Dialect::Markdown => {
                                out.push_str(&escaped(&value, LinePosition::Within))
                            }
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
        let form = TemplateForm::Pieces(pieces(written)?, Dialect::Plain);
        Ok(Self { form, written: written.to_owned() })
    }
}

fn pieces(written: &str) -> Result<Vec<TemplatePiece>, TemplateError> {
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
                pieces.push(TemplatePiece::Words(std::mem::take(&mut words)));
            }
            pieces.push(placeholder(inside)?);
            rest = after;
        }
    }
    words.push_str(rest);
    if !words.is_empty() {
        pieces.push(TemplatePiece::Words(words));
    }
    Ok(pieces)
}

fn placeholder(inside: &str) -> Result<TemplatePiece, TemplateError> {
    let start = inside.find(char::is_alphabetic).unwrap_or(inside.len());
    let (before, rest) = inside.split_at(start);
    let (name, after) =
        rest.split_at(rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()));
    match Placeholder::named(name) {
        Some(field) => {
            Ok(TemplatePiece::Value { before: before.to_owned(), field, after: after.to_owned() })
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
            Placeholder::Title => "Lamps".to_owned(),
            Placeholder::Place => String::new(),
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
    fn errors_are_reported() {
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
