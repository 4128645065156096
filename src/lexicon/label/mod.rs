//! Labels: the text in front of a provision, read by one grammar.
//!
//! ```text
//! label   = word counter [suffix] [mark]          Article 5:   Статья 5   المادة 5
//!         | counter [suffix] word [mark]          5 бап        5-бап
//!         | sign counter word                     第五条       제 5 조
//!         | ordinal word                          Second Schedule
//!         | ordinal mark                          PRIMERA.-
//!         | "(" counter ")" | counter mark        (a)   11.   11)   一、
//!         | counter { "." counter } [mark]        2.1.   A.1.7   2.1
//! suffix  = letter | "bis" | "ter" | "-" number …  Article 5a, Article 5 bis, Article 66-1
//! ```

pub mod insertion;
mod keyword;
mod listed;
mod numeral;
mod range;
mod ranked;
mod series;

use super::counter::{self, Counter};
use super::keywords::{self, Role};
use crate::document::Ordinal;
use insertion::Insertion;
use keyword::worded;
use numeral::bare;
use ranked::ranked;
use std::borrow::Cow;

/// How a label is written; the labels of a sequence share one style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LabelStyle {
    /// The word beside the counter.
    pub named: Option<LabelWord>,
    /// The kind of the last counter.
    pub counter: Counter,
    /// The marks around it.
    pub form: LabelForm,
    /// How many counters it has.
    pub components: u8,
}

/// The word of a label. All words for an article count as the same, since a document may abbreviate
/// it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LabelWord {
    /// The word's role for the number.
    pub role: Role,
    /// Its index in [`crate::lexicon::keywords::WORDS`], if the role has several words.
    pub(super) word: u16,
}

/// The marks around a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LabelForm {
    /// No significant marks, beside a word.
    Worded,
    /// `11.`
    Point,
    /// `11)`
    Close,
    /// `(11)`
    Both,
    /// `一、`
    Comma,
    /// `11-`
    Dash,
    /// `２　灯`: a space before words of a script without spaces.
    Space,
    /// A number without a mark, alone on its line or before a title.
    Bare,
    /// `2.0`, which contains `2.1`: it counts as `2`.
    Round,
    /// `[11]`
    Square,
}

/// The number of a label.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LabelNumber {
    /// Its numbers, outermost first; never empty.
    pub components: Vec<u32>,
    /// What distinguishes `5a`, `5 bis` and `5-2-1` from `5`; empty for `5` itself.
    pub suffix: Suffix,
}

/// The ranks of the insertion after a number, outermost first: 2 and 1 for `5-2-1`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Suffix([u32; Suffix::DEEPEST]);

impl Suffix {
    /// Maximum number of nested ranks.
    pub const DEEPEST: usize = 4;

    /// Creates a suffix of `ranks`; drops ranks beyond the maximum and any from a zero on.
    pub fn of(ranks: &[u32]) -> Self {
        let mut own = Self::default();
        for (place, rank) in own.0.iter_mut().zip(ranks.iter().take_while(|rank| **rank > 0)) {
            *place = *rank;
        }
        own
    }

    /// Whether there is no insertion.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Returns the number of ranks.
    pub fn len(self) -> usize {
        self.0.iter().take_while(|rank| **rank > 0).count()
    }

    /// Returns the suffix with one more rank; `None` if it has the maximum already.
    pub fn then(self, rank: u32) -> Option<Self> {
        let mut longer = self;
        *longer.0.get_mut(self.len())? = rank;
        Some(longer)
    }

    /// Returns the outermost `len` ranks.
    pub fn cut(self, len: usize) -> Self {
        Self::of(self.0.get(..len).unwrap_or(&self.0))
    }

    /// Returns the innermost rank; zero without an insertion.
    pub fn last(self) -> u32 {
        self.len().checked_sub(1).map_or(0, |last| self.0[last])
    }

    /// Returns the suffix whose innermost rank is `by` higher.
    pub fn risen(self, by: u32) -> Self {
        let mut later = self;
        let last = self.len().saturating_sub(1);
        later.0[last] = later.0[last].saturating_add(by);
        later
    }
}

/// One reading of a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// How it is written.
    pub style: LabelStyle,
    /// The number that it states.
    pub value: LabelNumber,
    /// The last number of a label for several provisions: 6 in `4 to 6`.
    pub until: Option<u32>,
    /// The number as an address shows it.
    pub ordinals: Vec<Ordinal>,
    /// Length in bytes of its line after cleaning and normalising.
    pub len: usize,
}

/// Added to a letter in front of numbers (`A.1`), so that `A.1` is not below `1`.
pub const LETTERED: u32 = 10_000_000;

/// The context of a line, as far as it affects the label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineRole {
    /// A heading, or a short line by itself.
    Heading,
    /// The start of its own paragraph.
    Paragraph,
    /// The first of several lines, or one among them.
    Running,
}

impl LabelNumber {
    /// Whether a sequence may begin with this value.
    pub fn is_first(&self) -> bool {
        self.suffix.is_empty() && self.last() <= 1
    }

    /// Whether it was inserted before the first of its sequence: `A1`, `(za)`.
    pub fn is_before_first(&self) -> bool {
        !self.suffix.is_empty() && self.last() == 0
    }

    /// Returns its last number.
    pub fn last(&self) -> u32 {
        self.components.last().copied().unwrap_or_default()
    }

    /// Returns its numbers except the last.
    pub fn prefix(&self) -> &[u32] {
        self.components.split_last().map_or(&[], |(_, prefix)| prefix)
    }
}

impl LabelStyle {
    /// Creates a style without a word.
    pub(super) fn bare(counter: Counter, form: LabelForm, components: usize) -> Self {
        let components = u8::try_from(components).unwrap_or(u8::MAX);
        Self { named: None, counter, form, components }
    }

    /// Returns the role of its word.
    pub fn role(&self) -> Option<Role> {
        self.named.map(|named| named.role)
    }
}

impl Label {
    /// Creates a label that fills a line of `len` bytes, found by what the document repeats.
    pub fn of_line(value: u32, role: Role, len: usize) -> Self {
        Self {
            style: LabelStyle {
                named: Some(LabelWord { role, word: 0 }),
                counter: Counter::Digits,
                form: LabelForm::Worded,
                components: 1,
            },
            value: LabelNumber { components: vec![value], suffix: Suffix::default() },
            until: None,
            ordinals: vec![Ordinal::Number(value)],
            len,
        }
    }

    /// Whether it labels an article in one of several series distinguished by letters: `L. 121-1`.
    pub fn is_of_series(&self) -> bool {
        self.style.named.is_some()
            && self.ordinals.len() == 1
            && self.value.prefix().first().is_some_and(|letters| *letters > LETTERED)
    }

    /// Returns the value that the next label in the sequence follows: for a range, its last.
    pub fn reached(&self) -> Cow<'_, LabelNumber> {
        let Some(until) = self.until else { return Cow::Borrowed(&self.value) };
        let mut value = self.value.clone();
        if let Some(last) = value.components.last_mut() {
            *last = until;
        }
        Cow::Owned(value)
    }
}

/// Whether a label may begin a line. It does not where a word in small letters stands there which
/// labels nothing, and another behind it, as in most lines of running text.
pub fn may_begin(line: &str) -> bool {
    let bytes = line.as_bytes();
    if !bytes.first().is_some_and(u8::is_ascii_lowercase) {
        return !bytes.is_empty();
    }
    let word = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let another = matches!(bytes[word..], [b' ', next, ..] if next.is_ascii_lowercase());
    word == 1 || !another || keywords::may_begin(line)
}

/// Returns all readings of the label at the start of a line.
pub fn labels(line: &str, standing: LineRole) -> Vec<Label> {
    let mut out = Vec::new();
    if !may_begin(line) {
        return out;
    }
    let (signs, line) = noted(line);
    read(line, standing, &mut out);
    out.iter_mut().for_each(|label| label.len += signs);
    out
}

/// Returns the label of a line that begins with a number in square brackets: `[12] The appeal`.
pub fn bracketed(line: &str) -> Option<Label> {
    let inner = line.strip_prefix('[')?;
    let reading = counter::readings(inner).into_iter().find(|r| r.counter == Counter::Digits)?;
    let rest = inner[reading.len..].strip_prefix(']')?;
    let words = rest.trim_start_matches(is_gap);
    let begun =
        words.is_empty() || (words.len() < rest.len() && !words.starts_with(char::is_lowercase));
    begun.then(|| Label {
        style: LabelStyle::bare(Counter::Digits, LabelForm::Square, 1),
        value: LabelNumber { components: vec![reading.value], suffix: Suffix::default() },
        until: None,
        ordinals: vec![reading.ordinal],
        len: line.len() - rest.len(),
    })
}

/// Signs beside a number that refer to a note.
pub const NOTE_SIGNS: [char; 3] = ['*', '†', '‡'];

/// Returns the length in bytes of the note signs before a number, and the line after them: `*33`,
/// as an act prints a section that is not in force yet.
fn noted(line: &str) -> (usize, &str) {
    const MOST: usize = 2;
    let rest = line.trim_start_matches(NOTE_SIGNS);
    let signs = line[..line.len() - rest.len()].chars().count();
    let number = rest.starts_with(|c: char| c.is_ascii_digit() || c == '(');
    if number && signs <= MOST { (line.len() - rest.len(), rest) } else { (0, line) }
}

fn read(line: &str, standing: LineRole, out: &mut Vec<Label>) {
    let Some(first) = line.chars().next() else { return };
    if first.is_alphabetic() || first == '§' {
        worded(line, standing, out);
        if out.is_empty() {
            ranked(line, standing, out);
        }
        if out.is_empty() {
            ranked::ordinal(line, standing, out);
        }
        if out.is_empty() && first.is_ascii_uppercase() {
            out.extend(series::alone(line, standing));
        }
    }
    if counter::digit(first).is_some() || !first.is_ascii() || out.is_empty() {
        bare(line, standing, out);
    }
}

/// The numbers after the first one of a label, each with its form in an address.
pub(super) type Further = Vec<(u32, Ordinal)>;

/// Reads `.1.7` and returns the text after it; leaves a full stop that no digit follows. A leading
/// zero counts: `701.01` is not `701.1`.
pub(super) fn dotted(text: &str) -> (&str, Further) {
    let (mut rest, mut numbers) = (text, Vec::new());
    while let Some(after) = rest.strip_prefix('.') {
        let reading = counter::readings(after).into_iter().next();
        let Some(n) = reading.filter(|r| r.counter == Counter::Digits && numbers.len() < 8) else {
            break;
        };
        let written = &after[..n.len];
        let ordinal = match written.starts_with('0') && n.len > 1 {
            true => Ordinal::Compound(written.to_owned()),
            false => n.ordinal,
        };
        numbers.push((n.value, ordinal));
        rest = &after[n.len..];
    }
    (rest, numbers)
}

/// Reads `.000` after a number with a full stop before its thousands; returns the whole number and
/// the text after it.
pub(super) fn thousands(first: u32, tail: &str) -> Option<(u32, &str)> {
    const GROUP: usize = 3;
    let group = tail.strip_prefix('.')?;
    let digits = group.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &group[digits..];
    let more =
        rest.strip_prefix('.').is_some_and(|more| more.starts_with(|c: char| c.is_ascii_digit()));
    let below = group.get(..GROUP)?.parse::<u32>().ok()?;
    (digits == GROUP && !more && (1..1000).contains(&first)).then_some((first * 1000 + below, rest))
}

/// What follows the first number of a label.
#[derive(Debug, Clone, Default)]
pub(super) struct LabelTail {
    /// Further numbers, each after a full stop.
    pub more: Further,
    /// The insertion after the last number.
    pub insertion: Option<Insertion>,
    /// The last number of a label for several provisions.
    pub until: Option<u32>,
}

impl LabelTail {
    /// Returns the value of a label whose first number is `first`.
    pub fn value(&self, first: u32) -> LabelNumber {
        let components = std::iter::once(first).chain(self.more.iter().map(|(n, _)| *n)).collect();
        let suffix =
            self.insertion.as_ref().map_or_else(Suffix::default, |own| Suffix::of(&own.ranks));
        LabelNumber { components, suffix }
    }

    /// Returns the label's ordinals as an address shows them.
    pub fn shown(&self, first: Ordinal) -> Vec<Ordinal> {
        if let Some(own) = self.insertion.as_ref().filter(|own| own.is_of_code())
            && !self.more.is_empty()
        {
            let parts: String = self.more.iter().map(|(_, part)| format!(".{part}")).collect();
            return vec![Ordinal::Compound(format!("{first}{parts}{}", own.shown))];
        }
        let further = self.more.iter().map(|(_, ordinal)| ordinal.clone());
        let mut ordinals: Vec<Ordinal> = std::iter::once(first).chain(further).collect();
        let last = ordinals.pop().map(|last| match (&self.insertion, self.until, last) {
            (Some(own), _, last) if own.shown.is_empty() => last,
            (Some(own), _, last) => Ordinal::Compound(format!("{last}{}", own.shown)),
            (None, Some(until), Ordinal::Number(first)) => Ordinal::range(first, until),
            (None, _, last) => last,
        });
        ordinals.extend(last);
        ordinals
    }
}

/// Whether a character is a space, including full-width and invisible ones.
pub(super) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '፡')
}

pub(super) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the readings of a line as `role form components rest`.
    fn told(line: &str) -> Vec<(Option<Role>, LabelForm, Vec<u32>, &str)> {
        labels(line, LineRole::Running)
            .into_iter()
            .map(|l| (l.style.role(), l.style.form, l.value.components, line[l.len..].trim()))
            .collect()
    }

    #[test]
    fn articles_are_read_in_every_script() {
        for (line, n) in [
            ("Article 5", 5),
            ("ARTICLE XIV", 14),
            ("Art. 5. Lamps", 5),
            ("Article premier", 1),
            ("Статья 5", 5),
            ("Статья 5. Лампы", 5),
            ("Article. V.", 5),
            ("Čl. 5", 5),
            ("5. člen", 5),
            ("5. gr. Lampar", 5),
            ("Neni 5", 5),
            ("Kifungu cha 5.", 5),
            ("ပုဒ်မ ၅", 5),
            ("5 бап", 5),
            ("17 бап.", 17),
            ("5-бап. Шамдар", 5),
            ("5. cikk", 5),
            ("المادة 5", 5),
            ("المادة ٥", 5),
            ("المادة الثانية", 2),
            ("第五条", 5),
            ("第５条", 5),
            ("第10条　灯", 10),
            ("제5조", 5),
            ("제 5 조 (등대)", 5),
            ("अनुच्छेद ५", 5),
            ("ข้อ 5", 5),
            ("ข้อ ๕ ตะเกียง", 5),
            ("סעיף ה", 5),
            ("Madde 5 – Lambalar", 5),
            ("Điều 5. Đèn", 5),
        ] {
            let got = told(line);
            assert!(
                got.iter().any(|l| l.0 == Some(Role::Article) && l.2 == [n]),
                "{line}: {got:?}"
            );
        }
    }

    #[test]
    fn bare_counters_need_their_marks() {
        assert_eq!(told("5 § Lampor")[0].0, Some(Role::Section));
        assert_eq!(told("11. Lamps"), [(None, LabelForm::Point, vec![11], "Lamps")]);
        assert_eq!(told("(a) lamps")[0], (None, LabelForm::Both, vec![1], "lamps"));
        assert_eq!(told("一、灯"), [(None, LabelForm::Comma, vec![1], "灯")]);
        assert_eq!(told("1.Лампа"), [(None, LabelForm::Point, vec![1], "Лампа")]);
        assert_eq!(told("2.1. Lamps"), [(None, LabelForm::Point, vec![2, 1], "Lamps")]);
        assert_eq!(told("2.1 Lamps"), [(None, LabelForm::Point, vec![2, 1], "Lamps")]);
        assert_eq!(told("A.1. Lamps"), [(None, LabelForm::Point, vec![LETTERED + 1, 1], "Lamps")]);
        for none in [
            "11 of the sea",
            "60 days after",
            "2.1 of this text",
            "e.g. a lamp",
            "U.S. ships",
            "1.5 million lamps",
            "1,000 lamps",
            "a lamp",
            "I have a lamp",
            "mix. of lamps",
        ] {
            assert_eq!(told(none), [], "{none}");
        }
    }

    #[test]
    fn a_reference_at_the_start_of_a_line_is_no_label() {
        for none in [
            "Article 5 of the Harbour Act says so.",
            "Article 5, paragraph 2, applies.",
            "Section 2.1 of this text shall end.",
            "Part of the lamp",
            "Sections 5 and 6 apply.",
        ] {
            assert_eq!(told(none), [], "{none}");
        }
    }

    #[test]
    fn what_is_put_in_later_has_a_suffix() {
        let value = |line: &str| labels(line, LineRole::Running)[0].value.clone();
        let inserted =
            |n, suffix: &[u32]| LabelNumber { components: vec![n], suffix: Suffix::of(suffix) };
        assert_eq!(value("Article 5a"), inserted(5, &[1]));
        assert_eq!(value("Article 5 bis"), inserted(5, &[2]));
        assert_eq!(value("§ 16a Lampen"), inserted(16, &[1]));
        assert_eq!(value("Article 373-2-1"), inserted(373, &[2, 1]));
        assert_eq!(value("§ 16-101. Lamps"), inserted(16, &[101]));
    }
}
