//! The parts of a file's format that TOML leaves open: the byte order mark at its
//! start, and its line ends.
//!
//! `toml_edit` writes a document with plain line feeds. [`TomlForm`] stores the
//! line ends of the file, and restores them where they have no meaning: between
//! tokens. A line end inside a string is part of its value, so it stays as it was
//! read.

use toml_edit::visit_mut::{VisitMut, visit_document_mut};
use toml_edit::{DocumentMut, Formatted, Value};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The line ends of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineEnds {
    Unix,
    Windows,
}

/// The format of a TOML file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TomlForm {
    begins_with_mark: bool,
    line_ends: LineEnds,
}

impl TomlForm {
    /// Detects the format of a text; the most frequent line end counts.
    pub fn of(text: &str) -> Self {
        let windows = text.matches("\r\n").count();
        let line_ends = if 2 * windows > text.matches('\n').count() {
            LineEnds::Windows
        } else {
            LineEnds::Unix
        };
        Self { begins_with_mark: text.starts_with(BYTE_ORDER_MARK), line_ends }
    }

    /// Writes a document in this format.
    pub fn text(self, mut document: DocumentMut) -> String {
        if self.line_ends == LineEnds::Windows {
            visit_document_mut(&mut NewStrings, &mut document);
        }
        let text = document.to_string();
        let mark = if self.begins_with_mark { BYTE_ORDER_MARK } else { "" };
        match self.line_ends {
            LineEnds::Unix => format!("{mark}{text}"),
            LineEnds::Windows => format!("{mark}{}", with_windows_line_ends(&text)),
        }
    }
}

/// Inserts carriage returns before the line feeds between tokens.
fn with_windows_line_ends(text: &str) -> String {
    let source = Source::new(text);
    let token = |token: toml_parser::lexer::Token| match token.kind() {
        TokenKind::Newline => "\r\n",
        _ => text.get(token.span().start()..token.span().end()).unwrap_or_default(),
    };
    source.lex().map(token).collect()
}

/// Writes new multi-line strings with Windows line ends; [`string`] reads them
/// without.
struct NewStrings;

impl VisitMut for NewStrings {
    fn visit_string_mut(&mut self, string: &mut Formatted<String>) {
        if string.as_repr().is_some() || !string.value().contains('\n') {
            return;
        }
        let written = string.display_repr().replace('\n', "\r\n");
        if let Ok(Value::String(mut new)) = written.parse::<Value>() {
            *new.decor_mut() = string.decor().clone();
            *string = new;
        }
    }
}

/// Returns the value of a string, independent of the line ends in the file.
pub fn string(value: &Value) -> Option<String> {
    let Value::String(string) = value else { return None };
    let written = string.as_repr().and_then(|repr| repr.as_raw().as_str()).unwrap_or_default();
    if written.contains("\r\n")
        && let Ok(Value::String(unix)) = written.replace("\r\n", "\n").parse::<Value>()
    {
        return Some(unix.into_value());
    }
    Some(string.value().clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(text: &str) -> String {
        TomlForm::of(text).text(text.parse().expect("TOML"))
    }

    #[test]
    fn a_file_of_either_form_is_given_back_as_it_was() {
        let text =
            "# lamps\n\na = 1 # one\nb = [\n  1, # one\n]\n\n[[c]]\nd = \"\"\"\none\ntwo\"\"\"\n";
        for text in [text.to_owned(), text.replace('\n', "\r\n")] {
            assert_eq!(written(&text), text);
            let marked = format!("\u{feff}{text}");
            assert_eq!(written(&marked), marked);
        }
    }

    #[test]
    fn line_ends_in_strings_are_not_those_of_the_file() {
        assert_eq!(written("a = '''\nx\r\ny'''\nb = 1\n\n"), "a = '''\nx\r\ny'''\nb = 1\n\n");
        assert_eq!(
            written("a = \"\"\"x\ny\"\"\"\r\nb = 1\r\n\r\n"),
            "a = \"\"\"x\ny\"\"\"\r\nb = 1\r\n\r\n"
        );
        // A single line feed becomes like the others.
        assert_eq!(written("a = 1\r\nb = 1\n# c\r\n"), "a = 1\r\nb = 1\r\n# c\r\n");
    }

    #[test]
    fn a_new_string_has_the_line_ends_of_the_file_and_is_read_without_them() {
        let text = "a = 1\r\n";
        let mut document: DocumentMut = text.parse().expect("TOML");
        document["b"] = toml_edit::value("one\ntwo\\r\n");
        let text = TomlForm::of(text).text(document);
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{text:?}");
        let again: DocumentMut = text.parse().expect("TOML");
        assert_eq!(again["b"].as_value().and_then(string).as_deref(), Some("one\ntwo\\r\n"));
    }

    #[test]
    fn a_carriage_return_that_is_written_as_an_escape_is_one() {
        let value: Value = "\"\"\"a\\r\\nb\r\nc\"\"\"".parse().expect("TOML");
        assert_eq!(string(&value).as_deref(), Some("a\r\nb\nc"));
    }

    const PIECES: &[&str] = &[
        "a = 1",
        "b = \"x\"",
        "c = '''x",
        "'''",
        "d = \"\"\"",
        "\"\"\"",
        "[e]",
        "[[f]]",
        "# g",
        "h = [",
        "1,",
        "]",
        "i = {",
        "}",
        "\n",
        "\r\n",
        "\r",
        " ",
        "\\",
        "\u{feff}",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]
        #[test]
        fn whatever_is_toml_says_the_same_afterwards(
            pieces in prop::collection::vec(prop::sample::select(PIECES), 0..20)
        ) {
            let text = pieces.concat();
            if let Ok(said) = text.parse::<toml::Table>() {
                let again = written(&text);
                prop_assert_eq!(again.parse::<toml::Table>(), Ok(said), "{:?}", again);
                prop_assert_eq!(written(&again), again);
            }
        }
    }
}
