//! Finds where a document names a party: by the name in its list, by the name without its form of
//! state (`Republic of`), by an abbreviation that the text explains, or by its initials.
//!
//! Names that contain one another are distinguished: a mention is of the longest name, and a
//! capitalised word before it makes it another name (`North Korea`, `New Guinea`), as does a
//! capitalised word after a hyphen.

use super::plain_mentions;
use crate::document::{Abbreviation, BlockId, BlockKind, Document, Passage, words};
use crate::lexicon::cursor::Cursor;
use crate::lexicon::parties::PartyWords;
use crate::lexicon::phrase;
use std::collections::HashMap;
use std::ops::Range;

/// A party: its name, and its place in the list.
#[derive(Debug, Clone, Copy)]
pub struct Party<'a> {
    pub name: &'a str,
    pub evidence: Passage,
}

/// The names of parties, which are sought word by word.
#[derive(Debug)]
pub struct Names {
    language: &'static PartyWords,
    /// All forms with their parties, if the script has no capital letters.
    plain: Vec<(String, usize)>,
    /// Forms by their first word: each whole form with its party.
    forms: HashMap<String, Vec<(String, usize)>>,
}

impl Names {
    /// Returns all forms of the parties' names that a document uses.
    pub fn of(
        parties: &[Party<'_>],
        document: &Document,
        abbreviations: &[Abbreviation],
        language: &'static PartyWords,
    ) -> Self {
        let mut names = Self { language, plain: Vec::new(), forms: HashMap::new() };
        let mut owners: HashMap<String, Option<usize>> = HashMap::new();
        let mut claim = |form: String, party: usize| {
            owners
                .entry(form)
                .and_modify(|o| *o = o.filter(|p| *p == party))
                .or_insert(Some(party));
        };
        let explained: HashMap<&str, &Abbreviation> =
            abbreviations.iter().map(|a| (a.short.as_str(), a)).collect();
        let mut long: HashMap<&str, &str> = HashMap::new();
        let mut beside: HashMap<BlockId, Vec<(Passage, &str)>> = HashMap::new();
        for abbreviation in abbreviations {
            let short = abbreviation.short.as_str();
            let words = &document.body(abbreviation.expansion.start.block)
                [abbreviation.expansion.start.byte..abbreviation.expansion.end.byte];
            long.insert(words, short);
            for place in &abbreviation.explained {
                beside.entry(place.start.block).or_default().push((*place, short));
            }
        }
        for (i, party) in parties.iter().enumerate() {
            let core = match language.is_caseless() {
                true => plain_mentions::without_state_form(party.name, language),
                false => without_state_form(party.name, language),
            };
            if let Some(core) = core {
                claim(core.to_owned(), i);
            }
            if let Some(initials) = initials(party.name)
                && !explained.contains_key(initials.as_str())
            {
                claim(initials, i);
            }
            let near = beside
                .get(&party.evidence.start.block)
                .and_then(|all| all.iter().find(|(place, _)| place.overlaps(party.evidence)))
                .map(|(_, short)| *short);
            if let Some(short) = near.or_else(|| long.get(party.name).copied()) {
                claim(short.to_owned(), i);
            }
        }
        // A full name is of its party alone.
        for (i, party) in parties.iter().enumerate() {
            owners.insert(party.name.to_owned(), Some(i));
        }
        if language.is_caseless() {
            let of_one = |(form, party): (String, Option<usize>)| Some((form, party?));
            names.plain = owners.into_iter().filter_map(of_one).collect();
            names.plain.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
            return names;
        }
        for (form, party) in owners {
            let (Some(first), Some(party)) = (first_word(&form), party) else { continue };
            names.forms.entry(first.to_owned()).or_default().push((form, party));
        }
        for forms in names.forms.values_mut() {
            forms.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        }
        names
    }

    /// Returns the language in which they are sought.
    pub const fn language(&self) -> &'static PartyWords {
        self.language
    }

    /// Returns the parties that a text names, each with its bytes, in order. `strict` says that a
    /// capital letter is that of a name, not of a headline.
    pub fn find(&self, text: &str, strict: bool) -> Vec<(usize, Range<usize>)> {
        if self.language.is_caseless() {
            return plain_mentions::find(text, &self.plain, self.language);
        }
        let mut found = Vec::new();
        let mut covered = 0;
        for word in words(text) {
            if word.start < covered {
                continue;
            }
            let Some(forms) = self.forms.get(&text[word.clone()]) else { continue };
            let longest = forms.iter().find(|(form, _)| {
                text[word.start..].starts_with(form.as_str())
                    && !text[word.start + form.len()..].starts_with(char::is_alphanumeric)
            });
            let Some((form, party)) = longest else { continue };
            let range = word.start..word.start + form.len();
            // In a headline of capitals, initials may be any word.
            let shouted =
                form.chars().all(char::is_uppercase) && !text.contains(char::is_lowercase);
            if shouted && text.len() > form.len() {
                continue;
            }
            covered = range.end;
            if !self.is_distinguished(text, &range, strict) {
                found.push((*party, range));
            }
        }
        found
    }

    /// Whether the words around a name make it another name.
    fn is_distinguished(&self, text: &str, range: &Range<usize>, strict: bool) -> bool {
        if let Some(after) = text[range.end..].strip_prefix(['-', '\u{2011}']) {
            let word = first_word(after).unwrap_or("");
            if word.starts_with(char::is_uppercase) && !self.forms.contains_key(word) {
                return true;
            }
        }
        let before = &text[..range.start];
        if before.ends_with(['-', '\u{2011}']) {
            let word = before[..before.len() - 1].rsplit(|c: char| !c.is_alphanumeric()).next();
            return word.is_some_and(|word| {
                word.starts_with(char::is_uppercase) && !self.forms.contains_key(word)
            });
        }
        let Some(before) = before.strip_suffix([' ', '\u{A0}']) else { return false };
        let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let word = before.get(start..).unwrap_or(before).trim_matches(['“', '"', '(', '‘']);
        let capital = word.starts_with(char::is_uppercase);
        if capital && self.language.distinguishing.has(word) {
            return true;
        }
        // A capital at the start of a sentence shows nothing.
        let leads = before.get(..start).is_none_or(|b| {
            let b = b.trim_end();
            b.is_empty() || b.ends_with(['.', '!', '?', ':', ';', '“', '”', '"'])
        });
        let name = capital
            && word.chars().all(|c| c.is_alphabetic() || "’'-.".contains(c))
            && !self.language.possessive.ended(word)
            && !(self.language.state_of.is_empty() && is_state_form(word, self.language));
        strict && name && !leads && !self.forms.contains_key(word)
    }
}

/// Returns, for each party, every other place in the document that names it.
pub fn of_parties(document: &Document, names: &Names, parties: &[Party<'_>]) -> Vec<Vec<Passage>> {
    let mut mentions = vec![Vec::new(); parties.len()];
    for block in document.block_ids() {
        for (party, range) in names.find(document.body(block), is_strict(document, block)) {
            let evidence = parties[party].evidence;
            // The short form that the list explains is not a separate mention.
            let explained = evidence.end.block == block
                && document.body(block).get(evidence.end.byte..range.start) == Some(" (");
            let place = Passage::within(block, range);
            if !explained && !place.overlaps(evidence) {
                mentions[party].push(place);
            }
        }
    }
    mentions
}

/// Whether capital letters of a block are those of sentences, not of a headline.
pub fn is_strict(document: &Document, block: BlockId) -> bool {
    document.block(block).kind == BlockKind::Paragraph
        && document.body(block).trim_end().ends_with(['.', '!', '?', ';', ':', ',', '”', '"'])
}

fn first_word(text: &str) -> Option<&str> {
    let range = words(text).next().filter(|range| range.start == 0)?;
    text.get(range)
}

/// Returns `Korea` of `Republic of Korea`.
fn without_state_form<'a>(name: &'a str, language: &PartyWords) -> Option<&'a str> {
    phrase::starts(name, 0).filter(|at| is_state_form(&name[*at..], language)).find_map(|at| {
        let form = Cursor::new(name, at).here(language.states)?;
        let rest = &name[behind_state_form(form, language)?.name(language.articles)?..];
        (!rest.contains(' ')).then_some(rest)
    })
}

/// Moves past the words between a form of state and the name: `of`, or nothing (`Republik Alba`).
pub fn behind_state_form<'a>(form: Cursor<'a>, language: &PartyWords) -> Option<Cursor<'a>> {
    if language.state_of.is_empty() { Some(form) } else { form.then(language.state_of) }
}

/// Whether a text begins with a form of state, capitalised as in names.
pub fn is_state_form(text: &str, language: &PartyWords) -> bool {
    text.starts_with(char::is_uppercase) && language.states.begun(text).is_some()
}

/// Returns `UN` of `United Nations`, if a name has several words.
fn initials(name: &str) -> Option<String> {
    let capitals: String = name
        .split([' ', '-'])
        .filter_map(|word| word.chars().next().filter(|c| c.is_uppercase()))
        .collect();
    (capitals.chars().count() >= 2).then_some(capitals)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, ContentId, Metadata, Origin, Point};
    use crate::lexicon::parties;

    fn empty() -> Document {
        let metadata = Metadata::new("", Origin::StandardInput, ContentId([0; 32]));
        Builder::new().finish(metadata)
    }

    fn told<'a>(names: &[&str], text: &'a str) -> Vec<(usize, &'a str)> {
        let nowhere = Passage::between(Point::default(), Point::default());
        let parties: Vec<_> = names.iter().map(|name| Party { name, evidence: nowhere }).collect();
        let found = Names::of(&parties, &empty(), &[], parties::of(None).expect("the default"))
            .find(text, true);
        found.into_iter().map(|(party, range)| (party, &text[range])).collect()
    }

    #[test]
    fn only_whole_words_count() {
        assert_eq!(told(&["Sel"], "Sel, Selian and Sel’s Selle"), [(0, "Sel"), (0, "Sel")]);
    }

    #[test]
    fn a_place_belongs_to_the_longest_name() {
        assert_eq!(
            told(&["Sel", "New Sel", "Sel Minor"], "from Sel to New Sel, Sel Minor and Sel"),
            [(0, "Sel"), (1, "New Sel"), (2, "Sel Minor"), (0, "Sel")]
        );
    }

    #[test]
    fn another_name_is_not_the_same() {
        for text in ["to North Sel.", "to Sel-Bay.", "to Outer Sel", "to Great Sel", "by Ald-Sel"] {
            assert_eq!(told(&["Sel"], text), [], "{text}");
        }
        for text in ["to Sel.", "In Sel", "Dun’s Sel", "Sel-led talks", "it said: Then Sel"] {
            assert_eq!(told(&["Sel"], text).len(), 1, "{text}");
        }
    }

    #[test]
    fn a_state_form_makes_no_other_name() {
        assert_eq!(told(&["Sel"], "the Republic of Sel"), [(0, "Sel")]);
        assert_eq!(
            told(&["Republic of Sel"], "the Republic of Sel, Sel and North Sel"),
            [(0, "Republic of Sel"), (0, "Sel")]
        );
        // What two names share is of neither.
        assert_eq!(told(&["Republic of Sel", "Kingdom of Sel"], "in Sel"), []);
    }

    #[test]
    fn initials_stand_for_a_name_of_several_words() {
        assert_eq!(told(&["United Harbours"], "the UH met"), [(0, "UH")]);
        assert_eq!(told(&["United Harbours", "Union of Haulers"], "the UH met"), []);
    }
}
