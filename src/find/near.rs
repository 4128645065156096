//! The addresses that a mistyped one resembles.

use super::look_up;
use crate::document::{Address, Document, Place, PlaceName};
use std::cmp::Reverse;
use strsim::{jaro_winkler, osa_distance};

/// The most addresses that are offered.
const MOST: usize = 3;

/// How like a name a mistyped one is, of 1: below this, two names of a document that have nothing
/// to do with each other are as like.
const LIKE: f64 = 0.85;

/// How near an address is, the nearest last.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// One character is wrong.
    Wrong,
    /// One character too few or too many.
    Length,
    /// Two neighbouring characters are swapped.
    Swapped,
    /// A name that is so like, in thousandths.
    Like(u16),
    /// A sign between two numbers is missing (`41` for `4:1`).
    Unparted,
}

/// Returns addresses of the document that were probably meant by one that names nothing, the
/// likeliest first, at most three; none where nothing is near.
pub fn near(document: &Document, typed: &str) -> Vec<String> {
    match typed.trim().parse() {
        Ok(Address::Place(place)) => near_place(document, &place),
        Ok(Address::Range(first, last)) => [first, last]
            .iter()
            .find(|place| look_up(document, &place.to_string(), None).is_err())
            .map(|place| near_place(document, place))
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn near_place(document: &Document, place: &Place) -> Vec<String> {
    let is_there = |address: &String| look_up(document, address, None).is_ok();
    let typed = Place { paragraph: None, ..place.clone() }.to_string();
    // The section is there, and lacks the paragraph: what it has is reported.
    if place.paragraph.is_some() && is_there(&typed) {
        return Vec::new();
    }
    let sections = document.section_ids().map(|id| document.section_address(id).to_owned());
    let rosters = document.rosters().iter().flat_map(|roster| {
        let entries = roster.entries.iter().map(|entry| roster.kind.address_of(&entry.name));
        std::iter::once(roster.kind.name().to_owned()).chain(entries)
    });
    let mut near: Vec<(Nearness, String)> = sections
        .chain(rosters)
        .filter_map(|address| Some((nearness(&typed, &address, &place.what)?, address)))
        .chain(parted(&typed).filter(is_there).map(|address| (Nearness::Unparted, address)))
        .collect();
    // Stable: those that are alike stay in reading order.
    near.sort_by(|one, other| Reverse(&one.0).cmp(&Reverse(&other.0)));
    near.truncate(MOST);
    let with_paragraph = |address: String| match place.paragraph {
        Some(paragraph) => {
            let whole = format!("{address}:{paragraph}");
            if is_there(&whole) { whole } else { address }
        }
        None => address,
    };
    near.into_iter().map(|(_, address)| with_paragraph(address)).collect()
}

/// A number with a sign between two of its digits.
fn parted(typed: &str) -> impl Iterator<Item = String> {
    let cuts = 1..if typed.bytes().all(|byte| byte.is_ascii_digit()) { typed.len() } else { 1 };
    cuts.flat_map(move |at| {
        let (number, rest) = typed.split_at(at);
        [".", ":"].map(|sign| format!("{number}{sign}{rest}"))
    })
}

/// How near an address is to what was typed, if it is.
fn nearness(typed: &str, address: &str, what: &PlaceName) -> Option<Nearness> {
    let (typed, address) = (typed.to_lowercase(), address.to_lowercase());
    if let PlaceName::Named(_) = what {
        // A scope that both have makes no two names alike.
        let (typed, address) = match (typed.rsplit_once('/'), address.rsplit_once('/')) {
            (Some((scope, typed)), Some((other, address))) if scope == other => (typed, address),
            (Some(_), None) => return None,
            _ => (typed.as_str(), address.as_str()),
        };
        let likeness = jaro_winkler(typed, address);
        return (likeness >= LIKE).then_some(Nearness::Like((likeness * 1000.0) as u16));
    }
    if osa_distance(&typed, &address) != 1 {
        return None;
    }
    let sorted = |text: &str| {
        let mut all: Vec<char> = text.chars().collect();
        all.sort_unstable();
        all
    };
    Some(if sorted(&typed) == sorted(&address) {
        Nearness::Swapped
    } else if typed.chars().count() != address.chars().count() {
        Nearness::Length
    } else {
        Nearness::Wrong
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_probably_meant_is_offered() {
        let bulletin = crate::source::built_in().expect("the bulletin");
        for (typed, offered) in [
            ("41", &["4:1", "14", "1"][..]),
            ("4-41", &["4:1", "14", "1"]),
            ("strory:4", &["story:4"]),
            ("Preambel", &["preamble"]),
            ("members/Tailand", &["members/Thailand"]),
            ("lighthouse", &[]),
            ("8:30", &[]),
            ("999", &[]),
            ("((", &[]),
        ] {
            assert_eq!(near(&bulletin, typed), offered, "{typed}");
        }
    }
}
