//! Completions of a partly typed address.

use super::look_up;
use crate::document::{
    Address, AddressError, Document, LookupError, Miss, Place, PlaceName, SectionId, Target,
};

/// Returns the addresses that the typed text could mean, in reading order: every
/// provision with that number, or every name with that beginning.
pub fn choices(document: &Document, typed: &str) -> Vec<String> {
    let typed = typed.trim();
    if let Some((scope, name)) = typed.split_once('/')
        && let Some(roster) = document.rosters().iter().find(|r| r.kind.name() == scope)
    {
        let begun = name.to_lowercase();
        let names = roster.entries.iter().map(|entry| &entry.name);
        return names
            .filter(|name| name.to_lowercase().starts_with(&begun))
            .map(|name| format!("{scope}/{name}"))
            .collect();
    }
    let what = match typed.parse() {
        Ok(Address::Place(Place { what, paragraph: None, .. })) => what,
        Ok(Address::Range(..)) | Err(AddressError::Malformed(_)) => {
            return printed(document, typed);
        }
        _ => return Vec::new(),
    };
    let begun = typed.to_lowercase();
    // One letter may be an annex or the beginning of a name.
    let fits = |id: &SectionId| match (&document.section(*id).number, &what) {
        (Some(number), PlaceName::Provision(wanted)) => number.same(wanted),
        (None, _) => document.section_address(*id).to_lowercase().starts_with(&begun),
        _ => false,
    };
    let rosters = document.rosters().iter().map(|roster| roster.kind.name());
    let choices: Vec<String> = document
        .section_ids()
        .filter(fits)
        .map(|id| document.section_address(id))
        .chain(rosters.filter(|name| name.starts_with(&begun)))
        .map(str::to_owned)
        .collect();
    if choices.is_empty() { printed(document, typed) } else { choices }
}

/// Returns the addresses of a number as printed in the text.
fn printed(document: &Document, typed: &str) -> Vec<String> {
    let sections = match look_up(document, typed, None) {
        Ok(Target::Text { sections, .. }) if sections.len() == 1 => sections,
        Err(LookupError::Miss(Miss::Ambiguous { candidates, .. })) => return candidates,
        _ => return Vec::new(),
    };
    sections.iter().map(|id| document.section_address(*id).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    #[test]
    fn names_are_completed_and_repeated_numbers_distinguished() {
        let letter = include_bytes!("../../tests/fixtures/harbour-letter.txt");
        let letter = crate::source::read(letter, Origin::StandardInput).expect("text");
        assert_eq!(choices(&letter, "m"), ["masthead", "members"]);
        assert_eq!(
            choices(&letter, "members/"),
            ["Aldmouth", "Brenn", "Isle of Corran", "Dunsea", "Bay of Esk"]
                .map(|n| format!("members/{n}"))
        );
        assert_eq!(choices(&letter, "members/b"), ["members/Brenn", "members/Bay of Esk"]);
        assert_eq!(choices(&letter, "2"), ["2"]);
        assert_eq!(choices(&letter, "+1"), [""; 0]);
        let rules = b"Rules\n\n1. One.\n\n2. Two.\n\n2. Two again.\n\n3. Three.\n";
        let rules = crate::source::read(rules, Origin::StandardInput).expect("text");
        assert_eq!(choices(&rules, "2"), ["2", "2~2"]);
        assert_eq!(choices(&rules, "1-3"), [""; 0]);
        assert_eq!(choices(&rules, "1:1"), [""; 0]);
    }

    #[test]
    fn what_is_printed_becomes_its_address() {
        let code = "Code\n\nArticle 1\n\nUn.\n\nArticle 2\n\nDeux.\n\nArticle 2-1\n\nInséré.\n\nArticle 3\n\nTrois.\n";
        let code = crate::source::read(code.as_bytes(), Origin::StandardInput).expect("text");
        assert_eq!(choices(&code, "2-1"), ["2-1"]);
        let stadga = "Stadga\n\n1 § Ett.\n\n2 § Två.\n\n2 § Två igen, med fler ord.\n\n3 § Tre.\n";
        let stadga = crate::source::read(stadga.as_bytes(), Origin::StandardInput).expect("text");
        assert_eq!(choices(&stadga, "2 §"), ["2", "2~2"]);
        assert_eq!(choices(&stadga, "3 §"), ["3"]);
    }
}
