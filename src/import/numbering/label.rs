//! Labels: what stands in front of a provision, read by one grammar.
//!
//! ```text
//! label   = word counter [suffix] [mark]          Article 5:   Статья 5   المادة 5
//!         | counter [suffix] word [mark]          5 бап        5-бап
//!         | sign counter word                     第五条       제 5 조
//!         | "(" counter ")" | counter mark        (a)   11.   11)   一、
//!         | counter { "." counter } [mark]        2.1.   A.1.7   2.1
//! suffix  = letter | "bis" | "ter" …              Article 5a, Article 5 bis
//! ```

use super::counter::{self, Counter, Reading};
use super::words::{self, Role, Side, WORDS, Word};
use crate::document::Ordinal;

/// How a label is written; the labels of one sequence are written alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Style {
    /// The word beside the counter.
    pub named: Option<Named>,
    /// The kind of the last counter.
    pub counter: Counter,
    /// The marks around it.
    pub form: Form,
    /// How many counters it has.
    pub components: u8,
}

/// The word of a label. All words for an article are one, since a document may
/// shorten it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Named {
    /// What the word makes of the number.
    pub role: Role,
    /// Its place in [`WORDS`], where the role has several.
    word: u16,
}

/// The marks around a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// None that matter, beside a word.
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
    /// `2.1`, or a number alone on its line.
    Bare,
}

/// What a label counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Value {
    /// Its numbers, outermost first; never empty.
    pub components: Vec<u32>,
    /// What tells `5a` and `5 bis` from `5`; 0 for `5` itself.
    pub suffix: u32,
}

/// A label, in one reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// How it is written.
    pub style: Style,
    /// What it counts.
    pub value: Value,
    /// The same as it shows in an address.
    pub ordinals: Vec<Ordinal>,
    /// Bytes that it takes of its line, made safe and even.
    pub len: usize,
}

/// What a letter in front of numbers (`A.1`) counts more than a number, so that
/// `A.1` is not below `1`.
pub const LETTERED: u32 = 1_000_000;

/// The longest Roman numeral that labels a provision (`lxxxviii`), in letters.
const LONGEST_NUMERAL: usize = 8;

/// Where a line stands, as far as it matters to its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is a heading, or short and alone.
    Heading,
    /// It is the first of others, or one among them.
    Running,
}

impl Value {
    /// Whether a sequence may begin with it.
    pub fn is_first(&self) -> bool {
        self.suffix == 0 && self.last() <= 1
    }

    /// Its last number.
    pub fn last(&self) -> u32 {
        self.components.last().copied().unwrap_or_default()
    }

    /// Its numbers but the last.
    pub fn prefix(&self) -> &[u32] {
        self.components.split_last().map_or(&[], |(_, prefix)| prefix)
    }
}

impl Style {
    fn bare(counter: Counter, form: Form, components: usize) -> Self {
        let components = u8::try_from(components).unwrap_or(u8::MAX);
        Self { named: None, counter, form, components }
    }

    /// The role of its word.
    pub fn role(&self) -> Option<Role> {
        self.named.map(|named| named.role)
    }
}

impl Label {
    /// A label that is all of a line of `len` bytes, by what a document repeats.
    pub fn of_line(value: u32, role: Role, len: usize) -> Self {
        Self {
            style: Style {
                named: Some(Named { role, word: 0 }),
                counter: Counter::Digits,
                form: Form::Worded,
                components: 1,
            },
            value: Value { components: vec![value], suffix: 0 },
            ordinals: vec![Ordinal::Number(value)],
            len,
        }
    }
}

/// All readings of the label that a line begins with.
pub fn labels(line: &str, standing: Standing) -> Vec<Label> {
    let mut out = Vec::new();
    let Some(first) = line.chars().next() else { return out };
    if first.is_alphabetic() || first == '§' {
        worded(line, standing, &mut out);
    }
    if counter::digit(first).is_some() || !first.is_ascii() || out.is_empty() {
        bare(line, standing, &mut out);
    }
    out
}

fn worded(line: &str, standing: Standing, out: &mut Vec<Label>) {
    let Some(first) = line.chars().next() else { return };
    for index in words::beginning_with(first) {
        let (index, word) = (*index, &WORDS[*index]);
        match word.side {
            Side::Before => {
                let Some(rest) = strip(line, word.word) else { continue };
                if word.role == Role::Annex && is_title_mark(rest) {
                    out.push(unnumbered(line.len() - rest.len()));
                    continue;
                }
                let symbol = word.word.ends_with(['§', '.']);
                // `Article. I.`, as old prints have it.
                let rest =
                    rest.strip_prefix('.').filter(|rest| rest.starts_with(is_gap)).unwrap_or(rest);
                let gap = rest.trim_start_matches(is_gap);
                let cjk = word.word.chars().any(is_cjk);
                if gap.len() == rest.len() && !symbol && !cjk {
                    continue;
                }
                let before = line.len() - gap.len();
                for reading in counter::readings(gap, true) {
                    finish(line, before, reading, index, *word, standing, out);
                }
            }
            Side::Around(sign) => {
                let Some(rest) = line.strip_prefix(sign) else { continue };
                let gap = rest.trim_start_matches(is_gap);
                for reading in counter::readings(gap, false) {
                    let behind = gap[reading.len..].trim_start_matches(is_gap);
                    let Some(after) = behind.strip_prefix(word.word) else { continue };
                    let end = line.len() - after.len();
                    let reading = Reading { len: 0, ..reading };
                    finish(line, end, reading, index, *word, standing, out);
                }
            }
            Side::After => {}
        }
    }
}

/// Whether nothing follows a word, or a title that a mark parts from it.
fn is_title_mark(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with([':', '–', '—', '：'])
}

/// An annex that has no number.
fn unnumbered(len: usize) -> Label {
    let named = Some(Named { role: Role::Annex, word: 0 });
    Label {
        style: Style { named, counter: Counter::Word, form: Form::Worded, components: 1 },
        value: Value { components: vec![0], suffix: 0 },
        ordinals: Vec::new(),
        len,
    }
}

/// A word in front, in whatever case.
fn strip<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = line.chars();
    for expected in word.chars() {
        let c = rest.next()?;
        if c != expected && !c.to_lowercase().eq(std::iter::once(expected)) {
            return None;
        }
    }
    Some(rest.as_str())
}

/// A label whose word and counter end `before + reading.len` bytes into the line.
fn finish(
    line: &str,
    before: usize,
    reading: Reading,
    index: usize,
    word: Word,
    standing: Standing,
    out: &mut Vec<Label>,
) {
    let end = before + reading.len;
    let mut components = vec![reading.value];
    let mut ordinals = vec![reading.ordinal];
    let (tail, more) = dotted(&line[end..]);
    for n in more {
        components.push(n);
        ordinals.push(Ordinal::Number(n));
    }
    let end = line.len() - tail.len();
    let (tail, suffix) = suffix(tail);
    let end = if suffix.is_some() { line.len() - tail.len() } else { end };
    let Some(len) = closed(line, end, standing, word) else { return };
    let named = match word.role {
        Role::Section => u16::try_from(index).unwrap_or(u16::MAX),
        Role::Article | Role::Annex | Role::Division(_) => 0,
    };
    ordinals.extend(suffix.iter().map(|(_, ordinal)| ordinal.clone()));
    // A word counts among digits as well as among Roman numerals.
    let counters: &[Counter] = match reading.counter {
        Counter::Word => &[Counter::Digits, Counter::RomanCapital],
        Counter::Han | Counter::Hebrew => &[Counter::Digits],
        Counter::RomanSmall => &[Counter::RomanCapital],
        ref other => std::slice::from_ref(other),
    };
    for counter in counters {
        let components_len = u8::try_from(components.len()).unwrap_or(u8::MAX);
        out.push(Label {
            style: Style {
                named: Some(Named { role: word.role, word: named }),
                counter: *counter,
                form: Form::Worded,
                components: components_len,
            },
            value: Value {
                components: components.clone(),
                suffix: suffix.as_ref().map_or(0, |(n, _)| *n),
            },
            ordinals: ordinals
                .iter()
                .map(|ordinal| match (ordinal, reading.counter) {
                    (Ordinal::Letters(_), Counter::RomanSmall) => Ordinal::Number(reading.value),
                    _ => ordinal.clone(),
                })
                .collect(),
            len,
        });
    }
}

/// Where a worded label ends that its counter ends at `end`: behind the mark
/// after it. `None` where what follows makes it a reference in running text.
fn closed(line: &str, end: usize, standing: Standing, word: Word) -> Option<usize> {
    let rest = &line[end..];
    let marks = rest.trim_start_matches(['.', ':', ')', '：', '．', 'º', 'ª', '°']);
    let marked = marks.len() < rest.len();
    let gap = marks.trim_start_matches(is_gap);
    let dash = gap
        .strip_prefix(['–', '—', '-'])
        .filter(|rest| rest.is_empty() || rest.starts_with(is_gap) || marked);
    let after = dash.map_or(gap, |rest| rest.trim_start_matches(is_gap));
    let end = line.len() - if dash.is_some() { dash.unwrap_or("").len() } else { marks.len() };
    let Some(next) = after.chars().next() else { return Some(end) };
    let parted = marked || dash.is_some() || gap.len() < marks.len();
    let reference = next.is_lowercase() || matches!(next, ',' | ';' | ')' | '/' | '-' | '–');
    let cjk = word.word.chars().any(is_cjk);
    let title = matches!(next, '(' | '（' | '【' | '［' | '[' | '「' | '《' | '〈');
    if standing == Standing::Heading {
        return (parted || title || cjk).then_some(end);
    }
    if !marked && dash.is_none() && reference {
        return None;
    }
    (parted || title).then_some(end)
}

fn bare(line: &str, standing: Standing, out: &mut Vec<Label>) {
    let open = line.starts_with(['(', '（']);
    let inner = if open { line.trim_start_matches(['(', '（']) } else { line };
    if open && line.len() - inner.len() > 3 {
        return;
    }
    let before = line.len() - inner.len();
    // A word of running text is seen to be one at its end.
    let run = inner.bytes().take_while(u8::is_ascii_alphabetic).count();
    let after = inner[run..].chars().next();
    if run > LONGEST_NUMERAL
        || (run > 0 && !open && after.is_some_and(|c| c == ' ' || c.is_alphanumeric()))
    {
        return;
    }
    for reading in counter::readings(inner, false) {
        let rest = &line[before + reading.len..];
        if !open && counter::is_enclosed(line) {
            push_bare(line, rest, &reading, &[], None, Form::Both, out);
            continue;
        }
        if open {
            let (rest, suffix) = suffix(rest);
            if let Some(tail) = rest.strip_prefix([')', '）'])
                && ends(tail, true)
            {
                push_bare(line, tail, &reading, &[], suffix, Form::Both, out);
            }
            continue;
        }
        let first_capital = matches!(
            reading.counter,
            Counter::Digits | Counter::LetterCapital | Counter::RomanCapital
        );
        let (tail, more) = if first_capital { dotted(rest) } else { (rest, Vec::new()) };
        let (tail, suffix) =
            if reading.counter == Counter::Digits { suffix(tail) } else { (tail, None) };
        if suffix.is_none() {
            after_word(line, tail, &reading, standing, out);
        }
        if let Some((form, tail)) = mark(tail, reading.counter) {
            push_bare(line, tail, &reading, &more, suffix, form, out);
        } else if is_bare(tail, &more, &reading, standing) {
            push_bare(line, tail, &reading, &more, suffix, Form::Bare, out);
        }
    }
}

/// Whether a counter may stand without a mark: one of several numbers, one
/// alone on its line, or one before a title.
fn is_bare(tail: &str, more: &[u32], reading: &Reading, standing: Standing) -> bool {
    let numeral = matches!(reading.counter, Counter::Digits | Counter::RomanCapital | Counter::Han);
    if tail.trim().is_empty() {
        return numeral || !more.is_empty();
    }
    let blank = tail.starts_with(is_gap);
    let title = tail.trim_start().starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    let words = standing == Standing::Heading && reading.counter == Counter::Digits;
    blank && title && (!more.is_empty() || words)
}

/// `5 бап`, `5-бап`, `5. cikk`
fn after_word(line: &str, tail: &str, reading: &Reading, standing: Standing, out: &mut Vec<Label>) {
    if !matches!(reading.counter, Counter::Digits | Counter::RomanCapital) {
        return;
    }
    let rest = tail.trim_start_matches(['.', ' ', '\u{A0}', '-', '–', '‑', '‐']);
    for index in words::after_numbers() {
        let (index, word) = (*index, &WORDS[*index]);
        let Some(after) = strip(rest, word.word) else { continue };
        if after.starts_with(char::is_alphanumeric) {
            continue;
        }
        let end = line.len() - after.len();
        finish(line, end, Reading { len: 0, ..reading.clone() }, index, *word, standing, out);
    }
}

fn push_bare(
    line: &str,
    tail: &str,
    reading: &Reading,
    more: &[u32],
    suffix: Option<(u32, Ordinal)>,
    form: Form,
    out: &mut Vec<Label>,
) {
    let lettered = reading.counter == Counter::LetterCapital && !more.is_empty();
    let mut components = vec![reading.value + if lettered { LETTERED } else { 0 }];
    components.extend(more);
    let mut ordinals = vec![reading.ordinal.clone()];
    ordinals.extend(more.iter().map(|n| Ordinal::Number(*n)));
    ordinals.extend(suffix.iter().map(|(_, ordinal)| ordinal.clone()));
    let last = if more.is_empty() { reading.counter } else { Counter::Digits };
    out.push(Label {
        style: Style::bare(last, form, components.len()),
        value: Value { components, suffix: suffix.map_or(0, |(n, _)| n) },
        ordinals,
        len: line.len() - tail.len(),
    });
}

/// The mark behind a counter, and what follows it.
fn mark(tail: &str, counter: Counter) -> Option<(Form, &str)> {
    let mut chars = tail.chars();
    let (form, rest) = match chars.next()? {
        '.' | '．' => (Form::Point, chars.as_str()),
        ')' | '）' => (Form::Close, chars.as_str()),
        '、' => (Form::Comma, chars.as_str()),
        'º' | '°' => (Form::Point, chars.as_str().trim_start_matches(['.', ')'])),
        '-' | '–' if counter != Counter::LetterCapital => (Form::Dash, chars.as_str()),
        _ => return None,
    };
    // `1.-` and `1.)` are marks of one kind.
    let rest = match form {
        Form::Point => rest.strip_prefix(['-', '–', '—', ')']).unwrap_or(rest),
        _ => rest,
    };
    let tight = matches!(counter, Counter::Digits | Counter::Han) && form != Form::Dash;
    (form == Form::Comma || ends(rest, tight)).then_some((form, rest))
}

/// Whether a label ends before `rest`; where `tight`, words may follow without a blank.
fn ends(rest: &str, tight: bool) -> bool {
    let Some(next) = rest.chars().next() else { return true };
    let letter = next.is_alphabetic() && !next.is_lowercase();
    is_gap(next) || (tight && (letter || matches!(next, '(' | '（' | '“' | '"' | '«' | '「')))
}

/// `.1.7` and what follows; a point that no digit follows is left.
fn dotted(text: &str) -> (&str, Vec<u32>) {
    let (mut rest, mut numbers) = (text, Vec::new());
    while let Some(after) = rest.strip_prefix('.') {
        let reading = counter::readings(after, false).into_iter().next();
        let Some(n) = reading.filter(|r| r.counter == Counter::Digits && numbers.len() < 8) else {
            break;
        };
        numbers.push(n.value);
        rest = &after[n.len..];
    }
    (rest, numbers)
}

/// `a`, ` bis`, and what follows.
fn suffix(text: &str) -> (&str, Option<(u32, Ordinal)>) {
    const LATIN: [(&str, u32); 4] = [("bis", 2), ("ter", 3), ("quater", 4), ("quinquies", 5)];
    let words = text.trim_start_matches([' ', '\u{A0}']);
    for (word, n) in LATIN {
        if let Some(rest) = words.strip_prefix(word)
            && !rest.starts_with(char::is_alphanumeric)
        {
            return (rest, Some((n, Ordinal::Letters(word.to_owned()))));
        }
    }
    let mut chars = text.chars();
    match chars.next() {
        Some(c)
            if c.is_ascii_alphabetic() && !chars.as_str().starts_with(char::is_alphanumeric) =>
        {
            let n = u32::from(c.to_ascii_lowercase()) - u32::from('a') + 1;
            let letter = c.to_ascii_lowercase().to_string();
            (chars.as_str(), Some((n, Ordinal::Letters(letter))))
        }
        _ => (text, None),
    }
}

/// Blanks, those of full width among them.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}')
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The readings of a line, as `role form components value rest`.
    fn read(line: &str) -> Vec<(Option<Role>, Form, Vec<u32>, &str)> {
        labels(line, Standing::Running)
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
            let got = read(line);
            assert!(
                got.iter().any(|l| l.0 == Some(Role::Article) && l.2 == [n]),
                "{line}: {got:?}"
            );
        }
    }

    #[test]
    fn bare_counters_need_their_marks() {
        assert_eq!(read("5 § Lampor")[0].0, Some(Role::Section));
        assert_eq!(read("11. Lamps"), [(None, Form::Point, vec![11], "Lamps")]);
        assert_eq!(read("(a) lamps")[0], (None, Form::Both, vec![1], "lamps"));
        assert_eq!(read("一、灯"), [(None, Form::Comma, vec![1], "灯")]);
        assert_eq!(read("1.Лампа"), [(None, Form::Point, vec![1], "Лампа")]);
        assert_eq!(read("2.1. Lamps"), [(None, Form::Point, vec![2, 1], "Lamps")]);
        assert_eq!(read("2.1 Lamps"), [(None, Form::Bare, vec![2, 1], "Lamps")]);
        assert_eq!(read("A.1. Lamps"), [(None, Form::Point, vec![LETTERED + 1, 1], "Lamps")]);
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
            assert_eq!(read(none), [], "{none}");
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
            assert_eq!(read(none), [], "{none}");
        }
    }

    #[test]
    fn what_is_put_in_later_has_a_suffix() {
        let value = |line: &str| labels(line, Standing::Running)[0].value.clone();
        assert_eq!(value("Article 5a"), Value { components: vec![5], suffix: 1 });
        assert_eq!(value("Article 5 bis"), Value { components: vec![5], suffix: 2 });
        assert_eq!(value("§ 16a Lampen"), Value { components: vec![16], suffix: 1 });
    }
}
