//! Fields, which Word computes; the last result is shown.

/// An open field.
#[derive(Debug)]
struct Field {
    instruction: String,
    part: FieldPart,
}

/// The part of a field being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FieldPart {
    /// The instruction.
    Instruction,
    /// The result.
    Result,
    /// The result, as a link.
    Link,
    /// The result, which is not shown: a table of contents.
    Contents,
}

/// The kind of result that begins.
#[derive(Debug, PartialEq, Eq)]
pub enum FieldResult {
    /// Words.
    Words,
    /// A link to a target.
    Link(String),
    /// A table of contents.
    Contents,
}

/// The maximum length of an instruction, in bytes.
const LONGEST: usize = 8192;

/// The open, nested fields.
#[derive(Debug, Default)]
pub struct Fields {
    open: Vec<Field>,
    /// The number of fields that hide the current text.
    hiding: usize,
}

impl Fields {
    /// Begins a field.
    pub fn begin(&mut self) {
        self.hiding += 1;
        self.open.push(Field { instruction: String::new(), part: FieldPart::Instruction });
    }

    /// Adds words to its instruction.
    pub fn instruct(&mut self, words: &str) {
        if let Some(field) = self.open.last_mut()
            && field.part == FieldPart::Instruction
            && field.instruction.len() + words.len() <= LONGEST
        {
            field.instruction.push_str(words);
        }
    }

    /// Begins its result.
    pub fn separate(&mut self) -> FieldResult {
        let Some(field) = self.open.last_mut().filter(|field| field.part == FieldPart::Instruction)
        else {
            return FieldResult::Words;
        };
        let begun = read(&field.instruction);
        field.part = match begun {
            FieldResult::Words => FieldPart::Result,
            FieldResult::Link(_) => FieldPart::Link,
            FieldResult::Contents => FieldPart::Contents,
        };
        self.hiding -= usize::from(begun != FieldResult::Contents);
        begun
    }

    /// Ends it; returns whether it was a link.
    pub fn end(&mut self) -> bool {
        let Some(field) = self.open.pop() else { return false };
        self.hiding -=
            usize::from(matches!(field.part, FieldPart::Instruction | FieldPart::Contents));
        field.part == FieldPart::Link
    }

    /// Whether the current text is hidden.
    pub const fn hide(&self) -> bool {
        self.hiding > 0
    }
}

/// Parses an instruction.
fn read(instruction: &str) -> FieldResult {
    let words = arguments(instruction);
    let switch = |name: &str| words.iter().any(|word| word.eq_ignore_ascii_case(name));
    let argument = words.get(1).filter(|word| !word.starts_with('\\'));
    match words.first().map(|word| word.to_ascii_uppercase()).as_deref() {
        Some("TOC") => FieldResult::Contents,
        Some("HYPERLINK") => {
            let local =
                words.iter().position(|word| word == "\\l").and_then(|at| words.get(at + 1));
            match (argument, local) {
                (Some(address), Some(local)) => FieldResult::Link(format!("{address}#{local}")),
                (Some(address), None) => FieldResult::Link(address.clone()),
                (None, Some(local)) => FieldResult::Link(format!("#{local}")),
                (None, None) => FieldResult::Words,
            }
        }
        Some("REF" | "PAGEREF" | "NOTEREF") => match argument.filter(|_| switch("\\h")) {
            Some(name) => FieldResult::Link(format!("#{name}")),
            None => FieldResult::Words,
        },
        _ => FieldResult::Words,
    }
}

/// Splits an instruction into words; quoted words may contain blanks.
fn arguments(instruction: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (at, piece) in instruction.split('"').enumerate() {
        if at % 2 == 1 {
            out.push(piece.to_owned());
        } else {
            out.extend(piece.split_whitespace().map(str::to_owned));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_distinguished_from_other_fields() {
        let link = |target: &str| FieldResult::Link(target.to_owned());
        assert_eq!(read(r#" HYPERLINK "https://a.example/x y" "#), link("https://a.example/x y"));
        assert_eq!(read(r#"HYPERLINK \l "_Toc1""#), link("#_Toc1"));
        assert_eq!(read(r#"hyperlink "a.example" \l "b""#), link("a.example#b"));
        assert_eq!(read(r"REF _Ref9 \r \h"), link("#_Ref9"));
        assert_eq!(read("REF _Ref9"), FieldResult::Words);
        assert_eq!(read(r#"TOC \o "1-3""#), FieldResult::Contents);
        assert_eq!(read("PAGE"), FieldResult::Words);
        assert_eq!(read(""), FieldResult::Words);
    }

    #[test]
    fn the_instruction_is_hidden_and_the_result_is_not() {
        let mut fields = Fields::default();
        fields.begin();
        fields.instruct("REF a \\h");
        assert!(fields.hide());
        assert_eq!(fields.separate(), FieldResult::Link("#a".into()));
        assert!(!fields.hide());
        assert!(fields.end());
        assert!(!fields.end());
    }
}
