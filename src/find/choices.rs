//! What an address that is being typed could become.

use crate::document::{Address, Document, Place, SectionId, What};

/// Addresses that typed words could mean, in reading order: every provision
/// of that number, or every name that begins so.
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
    let Ok(Address::Place(Place { what, paragraph: None, .. })) = typed.parse() else {
        return Vec::new();
    };
    let begun = typed.to_lowercase();
    // One letter may be an annex as well as the beginning of a name.
    let fits = |id: &SectionId| match (&document.section(*id).number, &what) {
        (Some(number), What::Provision(wanted)) => number.same(wanted),
        (None, _) => document.section_address(*id).to_lowercase().starts_with(&begun),
        _ => false,
    };
    let rosters = document.rosters().iter().map(|roster| roster.kind.name());
    document
        .section_ids()
        .filter(fits)
        .map(|id| document.section_address(id))
        .chain(rosters.filter(|name| name.starts_with(&begun)))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    #[test]
    fn names_are_completed_and_repeated_numbers_told_apart() {
        let letter = include_bytes!("../../tests/fixtures/harbour-letter.txt");
        let letter = crate::import::read(letter, Origin::StandardInput).expect("text");
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
        let rules = crate::import::read(rules, Origin::StandardInput).expect("text");
        assert_eq!(choices(&rules, "2"), ["2", "2~2"]);
    }
}
