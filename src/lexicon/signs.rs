//! Numerals made of signs that each have a value, as in many scripts: `ιβ΄`, `ט״ו`, `፲፪`, `二十一`.
//! The values are in `assets/numbers/signs` as in Unicode CLDR, and in `assets/languages` where
//! CLDR has none.

/// A way to write numbers with signs.
#[derive(Debug)]
pub struct System {
    /// The name of the system.
    pub name: &'static str,
    /// Marks that show that letters are a numeral. They have no value.
    marks: &'static str,
    /// Signs in lower case; of two that begin alike, the longer comes first.
    signs: &'static [(&'static str, Worth)],
}

/// What a sign does to the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Worth {
    /// The value is added.
    Value(u32),
    /// The value multiplies what precedes it, or is added if nothing does.
    Unit(u32),
}

// Defines `SYSTEMS` and `FIRSTS`.
include!(concat!(env!("OUT_DIR"), "/signs.rs"));

/// A numeral at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignNumeral {
    /// The index of its system in [`SYSTEMS`].
    pub system: usize,
    /// Its value.
    pub value: u32,
    /// Length in bytes, including its marks.
    pub len: usize,
    /// Whether it begins with a capital letter.
    pub capital: bool,
}

/// Maximum number of signs in a numeral.
const MOST_SIGNS: usize = 12;

/// The first number that is too large to number a provision.
const END: u32 = 10_000;

/// Returns the numerals that `text` may begin with, at most one per system.
pub fn begun(text: &str) -> impl Iterator<Item = SignNumeral> + '_ {
    let first = text.chars().next().map(small);
    let from = FIRSTS.partition_point(|(sign, _)| first.is_none_or(|first| *sign < first));
    let alike = FIRSTS[from..].iter().take_while(move |(sign, _)| Some(*sign) == first);
    alike.filter_map(move |(_, system)| SYSTEMS[*system].read(text, *system))
}

/// Whether `c` is a sign of the named system.
pub fn is_sign(system: &str, c: char) -> bool {
    let alone = |known: &System| known.signs.iter().any(|(sign, _)| sign.chars().eq([c]));
    SYSTEMS.iter().find(|known| known.name == system).is_some_and(alone)
}

impl System {
    fn read(&self, text: &str, system: usize) -> Option<SignNumeral> {
        let mut sum = Sum { positional: self.has_digits(), ..Sum::default() };
        let mut rest = text;
        for _ in 0..MOST_SIGNS {
            if let Some((worth, behind)) = self.sign(rest) {
                sum.add(worth)?;
                rest = behind;
            } else if let Some(behind) = self.behind_mark(rest).filter(|_| sum.any) {
                rest = behind;
            } else {
                break;
            }
        }
        // Letters that continue are a word; digits and units may precede words.
        let word = !self.has_digits() && rest.starts_with(char::is_alphanumeric);
        let value = sum.value();
        let capital = text.starts_with(char::is_uppercase);
        (sum.any && !word && value < END).then_some(SignNumeral {
            system,
            value,
            len: text.len() - rest.len(),
            capital,
        })
    }

    /// Returns the value of the sign at the start of `text`, ignoring marks within it, and the rest
    /// of `text`.
    fn sign<'t>(&self, text: &'t str) -> Option<(Worth, &'t str)> {
        self.signs.iter().find_map(|(sign, worth)| {
            let mut rest = text;
            for (at, c) in sign.chars().enumerate() {
                let unmarked = match at {
                    0 => rest,
                    _ => rest.trim_start_matches(|c| self.marks.contains(c)),
                };
                let own = unmarked.chars().next().filter(|own| small(*own) == c)?;
                rest = &unmarked[own.len_utf8()..];
            }
            Some((*worth, rest))
        })
    }

    fn behind_mark<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.strip_prefix(|c| self.marks.contains(c))
    }

    /// Whether the system has only digits and units, so that digits may follow one another: `三〇`.
    fn has_digits(&self) -> bool {
        self.signs.iter().all(|(_, worth)| !matches!(worth, Worth::Value(10..)))
    }
}

/// A partly read numeral.
#[derive(Debug, Default)]
struct Sum {
    /// Whether a digit multiplies the digits before it by ten.
    positional: bool,
    /// The sum up to the last unit.
    whole: u32,
    /// The sum after the last unit.
    group: u32,
    /// The last sign after the last unit.
    last: Option<u32>,
    /// The last unit.
    unit: Option<u32>,
    /// Whether a sign was read.
    any: bool,
}

impl Sum {
    /// Adds the value of a sign; `None` if it cannot follow the signs before it.
    fn add(&mut self, worth: Worth) -> Option<()> {
        self.any = true;
        match worth {
            Worth::Value(value) if self.positional && value < 10 => {
                self.group = self.group.checked_mul(10)?.checked_add(value)?;
                self.last = Some(value);
            }
            Worth::Value(value) => {
                if self.last.is_some_and(|last| place(value) >= place(last)) {
                    return None;
                }
                self.group += value;
                self.last = Some(value);
            }
            Worth::Unit(unit) => {
                if self.unit.is_some_and(|last| unit >= last) {
                    return None;
                }
                self.whole = self.whole.checked_add(self.group.max(1).checked_mul(unit)?)?;
                (self.group, self.last, self.unit) = (0, None, Some(unit));
            }
        }
        (self.value() < END).then_some(())
    }

    fn value(&self) -> u32 {
        self.whole.saturating_add(self.group)
    }
}

/// Returns the power of ten of a number's first digit.
fn place(number: u32) -> u32 {
    number.checked_ilog10().unwrap_or(0)
}

fn small(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(&'static str, u32, &str)> {
        let found = begun(text).next()?;
        Some((SYSTEMS[found.system].name, found.value, &text[found.len..]))
    }

    #[test]
    fn numerals_of_every_system_are_read() {
        for (text, system, value, rest) in [
            ("ժբ.", "armenian", 12, "."),
            ("ՃԻԳ", "armenian", 123, ""),
            ("፲፪ ብርሃን", "ethiopic", 12, " ብርሃን"),
            ("፻፳፫", "ethiopic", 123, ""),
            ("፪፻", "ethiopic", 200, ""),
            ("რკგ", "georgian", 123, ""),
            ("ια)", "greek", 11, ")"),
            ("ΣΤ΄", "greek", 6, ""),
            ("ιστ΄ λύχνος", "greek", 16, " λύχνος"),
            ("ρκγ´", "greek", 123, ""),
            ("二十一", "han", 21, ""),
            ("一百零三条", "han", 103, "条"),
            ("三〇", "han", 30, ""),
            ("壹佰貳拾參", "han", 123, ""),
            ("两千", "han", 2000, ""),
            ("ט״ו", "hebrew", 15, ""),
            ("יה", "hebrew", 15, ""),
            ("תק\"ט.", "hebrew", 509, "."),
            ("௨௰௧", "tamil", 21, ""),
        ] {
            assert_eq!(read(text), Some((system, value, rest)), "{text}");
        }
    }

    #[test]
    fn words_and_signs_out_of_order_are_none() {
        for text in ["και", "ηβ", "שלום", "፩፲", "百千", "ა ბ".trim_start_matches('ა'), "lamp", ""]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
