//! What follows the first number of a label: further numbers, an insertion, the end of a range.

use super::insertion::Insertion;
use super::number::{LabelNumber, Suffix};
use crate::document::Ordinal;
use crate::lexicon::counter::{self, Counter};

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
