//! Rules that spell numbers, as defined by ICU's rule-based number format.
//!
//! A set has rules for numbers from a base on; the last rule whose base is not larger than the
//! number applies. Its text contains substitutions: `←←` for the number divided by the divisor of
//! the base, `→→` for the remainder, `==` for the number itself, each in this set or in a named
//! one; and a part in brackets that is left out if there is no remainder.

use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;

/// Maximum nesting depth of rule sets.
const DEEPEST: usize = 20;

/// The rules of a language.
pub struct Rules(BTreeMap<String, Vec<Rule>>);

struct Rule {
    base: u64,
    /// The power of the radix by which the rule divides.
    divisor: u64,
    text: String,
}

impl Rules {
    /// Reads the rules of a group in a file of the package.
    pub fn read(file: &Value, group: &str) -> Result<Self, Box<dyn Error>> {
        let sets = file["rbnf"]["rbnf"][group].as_object();
        let mut read = BTreeMap::new();
        for (name, rules) in sets.into_iter().flatten() {
            let rules = rules.as_array().into_iter().flatten();
            let pairs = rules.filter_map(|rule| Some((rule[0].as_str()?, rule[1].as_str()?)));
            // Rules for other than whole numbers have a sign for a base.
            let whole = pairs.filter(|(base, _)| base.starts_with(|c: char| c.is_ascii_digit()));
            let rules = whole
                .filter(|(base, _)| !base.contains('.'))
                .map(|(base, text)| Rule::read(base, text))
                .collect::<Result<Vec<_>, _>>()?;
            read.insert(name.clone(), rules);
        }
        Ok(Self(read))
    }

    /// Returns the rules of a set in order: the base, its divisor and the text.
    pub fn of(&self, set: &str) -> impl Iterator<Item = (u64, u64, &str)> {
        let rules = self.0.get(set).into_iter().flatten();
        rules.map(|rule| (rule.base, rule.divisor, rule.text.as_str()))
    }

    /// Returns the names of the public sets.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str).filter(|name| !name.starts_with("%%"))
    }

    /// Spells a number in a set; `None` if the set has no rule for it.
    pub fn spell(&self, set: &str, number: u64) -> Option<String> {
        self.spell_in(set, number, DEEPEST)
    }

    fn spell_in(&self, set: &str, number: u64, depth: usize) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        let rules = self.0.get(set)?;
        let mut at = rules.partition_point(|rule| rule.base <= number).checked_sub(1)?;
        let rule = &rules[at];
        // ICU's rollback: `hundred` is for 100, and for 200 only after the word before it.
        let two = rule.text.matches(['→', '←']).count() >= 4;
        if two && number.is_multiple_of(rule.divisor) && !rule.base.is_multiple_of(rule.divisor) {
            at = at.checked_sub(1)?;
        }
        self.fill(set, at, number, &rules[at].text, depth)
    }

    fn fill(&self, set: &str, at: usize, number: u64, text: &str, depth: usize) -> Option<String> {
        let rule = &self.0.get(set)?[at];
        let mut out = String::new();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let after = &rest[c.len_utf8()..];
            match c {
                '[' => {
                    let (inner, behind) = after.split_once(']')?;
                    if !number.is_multiple_of(rule.divisor) {
                        out += &self.fill(set, at, number, inner, depth)?;
                    }
                    rest = behind;
                }
                '→' if after.starts_with("→→") => {
                    let before = at.checked_sub(1)?;
                    let text = &self.0.get(set)?[before].text;
                    out += &self.fill(set, before, number % rule.divisor, text, depth)?;
                    rest = after.strip_prefix("→→")?;
                }
                '→' | '←' | '=' => {
                    let (name, behind) = after.split_once(c)?;
                    let part = match c {
                        '→' => number % rule.divisor,
                        '←' => number / rule.divisor,
                        _ => number,
                    };
                    out += &match name {
                        "" => self.spell_in(set, part, depth)?,
                        name if name.starts_with('%') => self.spell_in(name, part, depth)?,
                        _ => part.to_string(),
                    };
                    rest = behind;
                }
                // Only thousands have a form that the number chooses.
                '$' => return None,
                c => {
                    out.push(c);
                    rest = after;
                }
            }
        }
        Some(out)
    }
}

impl Rule {
    fn read(base: &str, text: &str) -> Result<Self, Box<dyn Error>> {
        let lowered = base.matches('>').count();
        let base = base.trim_end_matches('>').replace(',', "");
        let (base, radix) = base.split_once('/').unwrap_or((&base, "10"));
        let (base, radix): (u64, u64) = (base.parse()?, radix.parse()?);
        let mut exponent = if base == 0 { 0 } else { base.ilog(radix) };
        exponent = exponent.saturating_sub(u32::try_from(lowered)?);
        let text = text.trim_end_matches(';');
        // The apostrophe protects the spaces after it.
        let text = text.strip_prefix('\'').unwrap_or(text).to_owned();
        Ok(Self { base, divisor: radix.pow(exponent), text })
    }
}
