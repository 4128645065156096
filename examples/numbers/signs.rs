//! The signs of numerals, derived from the rules that write them.
//!
//! A rule whose text is a sign states the value of the sign. If the number divided by the divisor
//! precedes the sign, the sign multiplies what precedes it.

use super::rules::Rules;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// A way to write numbers with signs.
pub struct System {
    /// The name of the system's file.
    pub name: &'static str,
    /// The files of the package with its rules, each with the names of the sets.
    pub sources: &'static [(&'static str, &'static [&'static str])],
    /// The first number that no provision has, or that is written in words.
    pub end: u64,
}

/// All systems that the program writes, in lower case: capitals count the same. This leaves out
/// Roman numerals, which the reader needs no table for, and the letters of Church Slavonic, with
/// which no law counts any more.
pub const SYSTEMS: [System; 7] = [
    System { name: "armenian", sources: &[("und", &["%armenian-lower"])], end: END },
    System { name: "ethiopic", sources: &[("und", &["%ethiopic"])], end: END },
    System { name: "georgian", sources: &[("und", &["%georgian"])], end: END },
    System {
        name: "greek",
        sources: &[("und", &["%greek-lower", "%%greek-numeral-minuscules"])],
        end: END,
    },
    System { name: "han", sources: &[("zh", &HAN), ("zh-Hant", &HAN), ("ja", &HAN)], end: END },
    System {
        name: "hebrew",
        sources: &[("und", &["%hebrew", "%hebrew-item", "%%hebrew-item-hundreds"])],
        end: 1000,
    },
    System { name: "tamil", sources: &[("und", &["%tamil"])], end: END },
];

const HAN: [&str; 4] = [
    "%spellout-numbering",
    "%spellout-cardinal",
    "%spellout-cardinal-alternate2",
    "%spellout-cardinal-financial",
];

/// The first number that no provision has.
const END: u64 = 10_000;

/// The values of signs.
#[derive(Default)]
pub struct Signs {
    values: BTreeMap<u64, BTreeSet<String>>,
    units: BTreeMap<u64, BTreeSet<String>>,
    marks: BTreeSet<String>,
}

impl Signs {
    /// Adds the signs of a set of rules for numbers below `end`.
    pub fn add(&mut self, rules: &Rules, set: &str, end: u64) {
        for (base, divisor, text) in rules.of(set).take_while(|(base, ..)| *base < end) {
            let (literal, parts) = literal(text);
            let sign: String = literal.chars().filter(|c| !is_mark(*c)).collect();
            self.marks.extend(literal.chars().filter(|c| is_mark(*c)).map(String::from));
            let word = base == 0 && sign.chars().count() > 1;
            if sign.is_empty() || sign.is_ascii() || word || parts.contains('=') {
                continue;
            }
            let multiplies = parts.contains('←');
            let (table, worth) = match parts.contains('→') {
                _ if multiplies => (&mut self.units, divisor),
                true => (&mut self.values, base - base % divisor),
                false => (&mut self.values, base),
            };
            table.entry(worth).or_default().insert(sign);
        }
    }

    /// Returns the contents of their file.
    pub fn written(mut self) -> String {
        // `百` is 100 by itself, and also multiplies.
        for (worth, signs) in &self.units {
            if let Some(values) = self.values.get_mut(worth) {
                values.retain(|sign| !signs.contains(sign));
            }
        }
        // Signs composed of other signs need no entry.
        let single = |sign: &String| sign.chars().count() == 1;
        let alone: Vec<(u64, String)> = self
            .values
            .iter()
            .flat_map(|(worth, signs)| signs.iter().map(|sign| (*worth, sign.clone())))
            .collect();
        let worth = |c: char| {
            let same = |(_, sign): &&(u64, String)| sign.chars().eq([c]);
            alone.iter().find(same).map_or(0, |(worth, _)| *worth)
        };
        for (value, signs) in &mut self.values {
            signs.retain(|sign| {
                let sum: Vec<u64> = sign.chars().map(worth).collect();
                let falls = sum.windows(2).all(|two| place(two[0]) > place(two[1]));
                single(sign) || !falls || sum.iter().sum::<u64>() != *value
            });
        }
        let mut out = String::new();
        for (name, table) in [("values", &self.values), ("units", &self.units)] {
            if table.values().any(|signs| !signs.is_empty()) {
                // Writing to a String cannot fail.
                let _ = writeln!(out, "\n[{name}]");
            }
            for (worth, signs) in table.iter().filter(|(_, signs)| !signs.is_empty()) {
                let _ = writeln!(out, "{worth} = {}", list(signs));
            }
        }
        match self.marks.is_empty() {
            true => out,
            false => format!("\nmarks = {}\n{out}", list(&self.marks)),
        }
    }
}

/// Returns the power of ten of a number's first digit.
fn place(number: u64) -> u32 {
    number.checked_ilog10().unwrap_or(0)
}

/// Whether a sign shows that letters are a numeral, and has no value.
fn is_mark(c: char) -> bool {
    matches!(c, '׳' | '״' | '´' | '͵')
}

/// Splits the text of a rule into the text without its substitutions, and the signs of these.
fn literal(text: &str) -> (String, String) {
    let (mut literal, mut parts) = (String::new(), String::new());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        rest = match c {
            '←' | '→' | '=' => {
                parts.push(c);
                after.split_once(c).map_or("", |(_, behind)| behind)
            }
            '[' | ']' => after,
            c => {
                literal.push(c);
                after
            }
        };
    }
    (literal, parts)
}

fn list(words: &BTreeSet<String>) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    format!("[{}]", words.join(", "))
}
