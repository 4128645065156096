//! Gives each section its address: the number of a provision, or a name that no other section has.

use super::{
    Address, ClauseNumber, Document, Ordinal, Place, PlaceName, RosterKind, Section, SectionId,
    SectionKind, Title,
};
use foldhash::{HashMap, HashMapExt, HashSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

impl Document {
    /// Returns the name of an unnumbered section in its address, if neither its kind nor its title
    /// provides it.
    pub fn given_name(&self, id: SectionId) -> Option<&str> {
        let own = self.section_address(id).rsplit('/').next()?.split('~').next()?;
        let numbered = self.section(id).number.is_some();
        (!numbered && own != own_name(self, id, None)).then_some(own)
    }
}

/// Assigns addresses: the number of a provision; for any other section the name
/// of its kind or the words of its heading. If several sections have the same
/// name, the first keeps it; others are prefixed with the enclosing section
/// (`annex/1`), or counted if that is not unique (`5~2`).
pub(super) fn give_addresses(
    document: &mut Document,
    names: &HashMap<SectionId, String>,
    mut given: HashMap<SectionId, String>,
) {
    let mut known: HashMap<String, Name> = HashMap::with_capacity(document.sections.len());
    let pointed = pointed_numbers(document);
    for id in document.section_ids() {
        if let Some(address) = given.remove(&id) {
            document.sections[id.index()].address = address;
            continue;
        }
        let own = match document.section(id).number.as_ref() {
            Some(number) if is_taken_by(&pointed, number) => number.enclosed(),
            _ => own_name(document, id, names.get(&id)),
        };
        let parent = document.section(id).parent;
        let name = known.entry(own.clone()).or_default();
        let elsewhere = *name.parent.get_or_insert(parent) != parent;
        let (address, name) = match parent.filter(|_| elsewhere) {
            Some(parent) => {
                let scoped = format!("{}/{own}", document.section_address(parent));
                let name = known.entry(scoped.clone()).or_default();
                (scoped, name)
            }
            None => (own, name),
        };
        name.count += 1;
        let address = match name.count {
            1 => address,
            count => format!("{address}~{count}"),
        };
        document.sections[id.index()].address = address;
    }
}

/// What is known of a name while addresses are given.
#[derive(Debug, Default)]
struct Name {
    /// The parent of the first section that has it as its own, if one has.
    parent: Option<Option<SectionId>>,
    /// The number of sections that go by it.
    count: u32,
}

/// The first numbers of provisions that have a point within one component: 2 for section 2.1
/// between 2 and 3.
fn pointed_numbers(document: &Document) -> HashSet<String> {
    let first = |section: &Section| match section.number.as_ref()?.components().first()? {
        Ordinal::Compound(signs) => Some(signs.split_once('.')?.0.to_owned()),
        _ => None,
    };
    document.sections.iter().filter_map(first).collect()
}

/// Whether the common form of a number may show another provision: where the document has section
/// 2.1, the subsections of 2 are 2(1) and 2(2).
fn is_taken_by(pointed: &HashSet<String>, number: &ClauseNumber) -> bool {
    match number.components() {
        _ if pointed.is_empty() => false,
        [Ordinal::Number(outer), Ordinal::Number(_), ..] => pointed.contains(&outer.to_string()),
        _ => false,
    }
}

/// Returns the name of a section, unique or not.
fn own_name(document: &Document, id: SectionId, name: Option<&String>) -> String {
    let section = document.section(id);
    match (&section.number, section.kind, section.title) {
        (Some(number), _, _) => number.to_string(),
        _ if name.is_some_and(|name| name.chars().any(char::is_alphanumeric)) => {
            free_slug(name.map_or("", String::as_str))
        }
        (None, SectionKind::Heading, Title::Words(span)) => free_slug(document.slice(span)),
        (None, kind, _) => kind.name().to_owned(),
    }
}

/// Converts a name to one word that no other form of an address matches.
fn free_slug(name: &str) -> String {
    let slug = slug(name);
    if is_free_name(&slug) { slug } else { format!("heading-{slug}") }
}

/// Whether a word has no other meaning in an address.
fn is_free_name(word: &str) -> bool {
    let rosters = [RosterKind::Members, RosterKind::Observers, RosterKind::Signatories];
    let is_name = matches!(
        word.parse(),
        Ok(Address::Place(Place {
            scope: None,
            what: PlaceName::Named(_),
            occurrence: None,
            paragraph: None,
            ..
        }))
    );
    is_name && leads_on(word) && !rosters.iter().any(|roster| roster.name() == word)
}

/// Whether a name is still a name before its contents: `1-lamps/2` and
/// `1-lamps:2` are ranges from 1.
fn leads_on(name: &str) -> bool {
    let inside = format!("{name}/1").parse();
    let paragraph = format!("{name}:1").parse();
    matches!(inside, Ok(Address::Place(Place { scope: Some(scope), .. })) if scope == name)
        && matches!(paragraph, Ok(Address::Place(Place { what: PlaceName::Named(_), .. })))
}

/// Converts the words of a heading to one word: lower case with diacritics, in
/// composed form as keyboards produce them, with hyphens between words.
fn slug(words: &str) -> String {
    let mut out = String::new();
    for c in words.nfc() {
        let is_mark = is_combining_mark(c) && !out.is_empty() && !out.ends_with('-');
        if c.is_alphanumeric() || is_mark {
            // Of `İ` the small letter is `i` with its point, which no keyboard gives.
            out.extend(c.to_lowercase().take(1));
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let out = out.trim_end_matches('-');
    if out.is_empty() { "heading".to_owned() } else { out.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_the_marks_of_its_letters() {
        for (words, name) in [
            ("Of Lamps, and Oil", "of-lamps-and-oil"),
            ("ว่าด้วยประทีป", "ว่าด้วยประทีป"),
            ("दीप की व्यवस्था", "दीप-की-व्यवस्था"),
            ("Lo\u{31B}\u{300}i no\u{301}i đâ\u{300}u", "lời-nói-đầu"),
            ("BİRİNCİ KISIM", "birinci-kisim"),
            ("* \u{301} *", "heading"),
        ] {
            assert_eq!(slug(words), name);
            assert!(name == "heading" || is_free_name(name), "{name}");
        }
    }
}
