//! Numerals of signs that are worth something by themselves, as many scripts have them: `ιβ΄`,
//! `ט״ו`, `፲፪`, `二十一`. What signs are worth is in `assets/numbers/signs`, as Unicode CLDR
//! has it, and in `assets/languages` where it has not.

/// A way to write numbers with signs.
#[derive(Debug)]
pub struct System {
    /// Its name.
    pub name: &'static str,
    /// What shows that letters are a numeral, and has no worth.
    marks: &'static str,
    /// Signs in small letters, of two that begin alike the longer first.
    signs: &'static [(&'static str, Worth)],
}

/// What a sign does to the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Worth {
    /// It is added.
    Value(u32),
    /// It multiplies what stands before it, or is added where nothing does.
    Unit(u32),
}

// `SYSTEMS` and `FIRSTS`.
include!(concat!(env!("OUT_DIR"), "/signs.rs"));

/// A numeral that a text begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numeral {
    /// The place of its system in [`SYSTEMS`].
    pub system: usize,
    /// Its value.
    pub value: u32,
    /// Bytes that it takes, with its marks.
    pub len: usize,
    /// Whether it begins with a capital letter.
    pub capital: bool,
}

/// Signs of a numeral, at the most.
const MOST_SIGNS: usize = 12;

/// The first number that is too large to number a provision.
const END: u32 = 10_000;

/// The numerals that a text may begin with, one a system.
pub fn begun(text: &str) -> impl Iterator<Item = Numeral> + '_ {
    let first = text.chars().next().map(small);
    let from = FIRSTS.partition_point(|(sign, _)| first.is_none_or(|first| *sign < first));
    let alike = FIRSTS[from..].iter().take_while(move |(sign, _)| Some(*sign) == first);
    alike.filter_map(move |(_, system)| SYSTEMS[*system].read(text, *system))
}

/// Whether a character is a sign of a system.
pub fn is_sign(system: &str, c: char) -> bool {
    let alone = |known: &System| known.signs.iter().any(|(sign, _)| sign.chars().eq([c]));
    SYSTEMS.iter().find(|known| known.name == system).is_some_and(alone)
}

impl System {
    fn read(&self, text: &str, system: usize) -> Option<Numeral> {
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
        // Letters that go on are a word; digits and their units may stand before words.
        let word = !self.has_digits() && rest.starts_with(char::is_alphanumeric);
        let value = sum.value();
        let capital = text.starts_with(char::is_uppercase);
        (sum.any && !word && value < END).then_some(Numeral {
            system,
            value,
            len: text.len() - rest.len(),
            capital,
        })
    }

    /// The sign that a text begins with, whatever marks stand in it, and what follows.
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

    /// Whether it has digits and units alone, so that digits may stand one after the other:
    /// `三〇`.
    fn has_digits(&self) -> bool {
        self.signs.iter().all(|(_, worth)| !matches!(worth, Worth::Value(10..)))
    }
}

/// A numeral, as far as it is read.
#[derive(Debug, Default)]
struct Sum {
    /// Whether a digit behind a digit counts ten times the first.
    positional: bool,
    /// What is read to the last unit.
    whole: u32,
    /// What is read behind it.
    group: u32,
    /// The last sign behind it.
    last: Option<u32>,
    /// The last unit.
    unit: Option<u32>,
    /// Whether a sign was read.
    any: bool,
}

impl Sum {
    /// Adds what a sign is worth; `None` where it cannot follow those before.
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

/// Which power of ten a number is counted in.
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
