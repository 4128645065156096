//! Looks up addresses in a document.

#[cfg(test)]
mod tests;

use super::alternatives::{ambiguous, last_words, unknown_name, what_words, without};
use super::printed::printed_as;
use super::{
    Address, BlockId, ClauseNumber, Document, LookupError, Miss, Notation, Passage, Place,
    PlaceName, Point, RosterId, SectionId, SectionKind,
};
use crate::messages::{counts, places};

/// The place that an address names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Words of the text.
    Text {
        /// The sections that contain them, in reading order.
        sections: Vec<SectionId>,
        /// All of them.
        passage: Passage,
    },
    /// A roster.
    Roster(RosterId),
    /// An entry of a roster, by its index.
    Entry(RosterId, usize),
}

/// Parses `typed` and looks it up; steps count from `from`.
///
/// # Errors
/// If it is not an address, or names nothing in the document.
pub fn look_up(
    document: &Document,
    typed: &str,
    from: Option<Point>,
) -> Result<Target, LookupError> {
    let found = typed
        .parse()
        .map_err(LookupError::from)
        .and_then(|address| Ok(resolve(document, &address, from)?));
    let Err(error) = found else { return found };
    if let Some(commit) = commit(document, typed) {
        return section_target(document, commit).ok_or(error);
    }
    if in_the_grammar(typed) { Err(error) } else { printed(document, typed)?.ok_or(error) }
}

/// What precedes the hash in the address of a commit, so that no hash is mistaken for a number.
pub const COMMIT: &str = "commit-";

/// The minimum number of digits that name a commit, as in git.
const LEAST_DIGITS: usize = 4;

/// Finds the commit with a hash, if only one has it; each may be shortened.
fn commit(document: &Document, typed: &str) -> Option<SectionId> {
    let typed = typed.trim().to_ascii_lowercase();
    if typed.len() < LEAST_DIGITS || !typed.bytes().all(|c| c.is_ascii_hexdigit()) {
        return None;
    }
    let hash = |id: SectionId| document.section_address(id).strip_prefix(COMMIT);
    let is_named = |id: &SectionId| {
        hash(*id).is_some_and(|hash| hash.starts_with(&typed) || typed.starts_with(hash))
    };
    let mut fits = document.section_ids().filter(is_named);
    fits.next().filter(|_| fits.next().is_none())
}

/// Whether all of `typed` is in the syntax of addresses; it is then that address
/// or nothing.
fn in_the_grammar(typed: &str) -> bool {
    let digits = typed.trim_start().trim_start_matches(['+', '-']);
    digits.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '(' | ')' | ':' | '~'))
}

/// Looks up a number as printed in the text, with an optional paragraph after a
/// colon.
fn printed(document: &Document, typed: &str) -> Result<Option<Target>, Miss> {
    let in_it = typed.rsplit_once(':').and_then(|(name, n)| Some((name, n.trim().parse().ok()?)));
    let (name, n) = in_it.map_or((typed, None), |(name, n)| (name, Some(n)));
    match (printed_as(document, name).as_slice(), n) {
        ([], _) => Ok(None),
        ([one], None) => Ok(section_target(document, *one)),
        ([one], Some(n)) => paragraph(document, *one, n).map(Some),
        (several, _) => Err(ambiguous(document, typed, several)),
    }
}

/// Looks up an address; steps count from `from`.
///
/// # Errors
/// If it names nothing, or more than one place.
pub fn resolve(
    document: &Document,
    address: &Address,
    from: Option<Point>,
) -> Result<Target, Miss> {
    match address {
        Address::Place(place) => place_of(document, place),
        Address::Step(by) => step(document, *by, from),
        Address::Range(a, b) => {
            let error = || Miss::Range(address.to_string());
            let (Target::Text { passage: first, .. }, Target::Text { passage: last, .. }) =
                (place_of(document, a)?, place_of(document, b)?)
            else {
                return Err(error());
            };
            if first.start > last.start {
                return Err(error());
            }
            let passage = Passage { start: first.start, end: last.end };
            Ok(Target::Text { sections: sections_in(document, passage), passage })
        }
    }
}

/// Returns the innermost sections with blocks of a passage, in reading order.
fn sections_in(document: &Document, passage: Passage) -> Vec<SectionId> {
    let mut sections: Vec<SectionId> = (passage.start.block.index()..=passage.end.block.index())
        .map(|index| document.block(BlockId::new(index)).section)
        .collect();
    sections.dedup();
    sections
}

fn step(document: &Document, by: i32, from: Option<Point>) -> Result<Target, Miss> {
    let here = from.map_or(BlockId::default(), |point| point.block);
    let starts: Vec<(SectionId, usize)> =
        document.provisions().map(|id| (id, document.section(id).blocks.start)).collect();
    let passed = starts.partition_point(|(_, start)| *start <= here.index());
    let inside = passed
        .checked_sub(1)
        .is_some_and(|i| document.section(starts[i].0).blocks.contains(&here.index()));
    let target = if by >= 0 {
        (passed + by.unsigned_abs() as usize).checked_sub(1)
    } else {
        let before = passed + usize::from(!inside);
        before.checked_sub(1 + by.unsigned_abs() as usize)
    };
    let miss = if by < 0 { Miss::NoneBefore } else { Miss::NoneAfter };
    let id = target.and_then(|i| starts.get(i)).map(|(id, _)| *id);
    id.and_then(|id| section_target(document, id)).ok_or(miss)
}

fn section_target(document: &Document, id: SectionId) -> Option<Target> {
    let passage = document.section_passage(id)?;
    Some(Target::Text { sections: vec![id], passage })
}

fn place_of(document: &Document, place: &Place) -> Result<Target, Miss> {
    if let Some(roster) = place.scope.as_deref().and_then(|name| roster(document, name)) {
        return entry(document, roster, &place.what);
    }
    if let (None, PlaceName::Named(name)) = (&place.scope, &place.what)
        && let Some(roster) = roster(document, name)
    {
        return match place.paragraph {
            Some(n) => entry(document, roster, &PlaceName::Provision(ClauseNumber::top(n))),
            None => Ok(Target::Roster(roster)),
        };
    }
    let section = match exact(document, place) {
        Some(section) => section,
        None => section_of(document, place)?,
    };
    match place.paragraph {
        Some(n) => paragraph(document, section, n),
        None => section_target(document, section).ok_or_else(|| Miss::Name {
            name: place.to_string(),
            there: places::WITHOUT_TEXT.to_owned(),
        }),
    }
}

/// Resolves an address that the text itself uses at `from`: if several provisions
/// have that number, the one in the same annex, or outside annexes. Suggests no
/// alternatives, so that it is cheap.
pub fn referred(document: &Document, address: &Address, from: SectionId) -> Option<Passage> {
    let one = |place: &Place| {
        let section = match &place.what {
            PlaceName::Provision(number) => document.provision_near(number, from),
            _ => None,
        };
        let section = section.or_else(|| exact(document, place))?;
        match place.paragraph {
            None => document.section_passage(section),
            Some(n) => {
                let block = paragraph_of(document, section, n)?;
                Some(document.block_passage(block))
            }
        }
    };
    match address {
        Address::Place(place) => one(place),
        Address::Range(first, last) => {
            let (first, last) = (one(first)?, one(last)?);
            (first.start <= last.start).then_some(Passage { start: first.start, end: last.end })
        }
        Address::Step(_) => None,
    }
}

/// Returns the section with exactly this address, even if others have the same
/// number.
fn exact(document: &Document, place: &Place) -> Option<SectionId> {
    // Only a document that has section 2.1 as well has the address `2(1)`; `2.2` may be typed for
    // `2(2)` then, but `2.1` is the section.
    let enclosed = || match &place.what {
        PlaceName::Provision(number)
            if number.components().len() > 1 && place.occurrence.is_none() =>
        {
            document.section_at(&in_scope(place, &number.enclosed()))
        }
        _ => None,
    };
    let common = || {
        let address = Place { paragraph: None, ..place.clone() }.to_string();
        document.section_at(&address).or_else(|| document.section_at(&address.to_lowercase()))
    };
    match place.notation {
        Notation::Enclosed => enclosed().or_else(common),
        Notation::Common => common().or_else(enclosed),
    }
}

/// The address of a number in the scope of a place.
fn in_scope(place: &Place, number: &str) -> String {
    match &place.scope {
        Some(scope) => format!("{scope}/{number}"),
        None => number.to_owned(),
    }
}

fn section_of(document: &Document, place: &Place) -> Result<SectionId, Miss> {
    let scope = match &place.scope {
        Some(name) => Some(named(document, name)?),
        None => None,
    };
    let within =
        |id: &SectionId| scope.is_none_or(|scope| document.ancestry(*id).any(|a| a == scope));
    match &place.what {
        PlaceName::Last => document.last_clause(within).ok_or_else(|| Miss::Provision {
            number: "last".to_owned(),
            there: places::NONE_HERE.to_owned(),
        }),
        PlaceName::Provision(number) => provision(document, number, place.occurrence, within),
        PlaceName::Named(_) if place.occurrence.is_some() => {
            Err(unknown_name(document, &place.to_string()))
        }
        PlaceName::Named(name) => named(document, name),
    }
}

fn provision(
    document: &Document,
    number: &ClauseNumber,
    occurrence: Option<u32>,
    within: impl Fn(&SectionId) -> bool,
) -> Result<SectionId, Miss> {
    let numbered = document.provisions_numbered(number);
    let fits: Vec<SectionId> = numbered.iter().copied().filter(within).collect();
    match fits.as_slice() {
        [] => Err(Miss::Provision {
            number: number.to_string(),
            there: without(document, number).unwrap_or_else(|| last_words(document)),
        }),
        [one] if occurrence.is_none() => Ok(*one),
        several if occurrence.is_some() => {
            let place = occurrence.and_then(|n| usize::try_from(n).ok()?.checked_sub(1));
            place.and_then(|place| several.get(place)).copied().ok_or_else(|| Miss::Occurrence {
                number: number.to_string(),
                count: several.len(),
                asked: occurrence.unwrap_or_default(),
            })
        }
        several => Err(ambiguous(document, &number.to_string(), several)),
    }
}

fn paragraph_of(document: &Document, section: SectionId, n: u32) -> Option<BlockId> {
    document.paragraphs(section).find(|block| document.paragraph_number(*block) == Some(n))
}

fn paragraph(document: &Document, section: SectionId, n: u32) -> Result<Target, Miss> {
    match paragraph_of(document, section, n) {
        Some(block) => {
            Ok(Target::Text { sections: vec![section], passage: document.block_passage(block) })
        }
        None => {
            let there = match document.section(section).paragraphs {
                0 => places::NO_PARAGRAPHS.to_owned(),
                count => counts::paragraphs(count as usize),
            };
            let kind = document.section(section).kind;
            let address = document.section_address(section);
            let section = match kind {
                SectionKind::Clause | SectionKind::Article => format!("{} {address}", kind.name()),
                _ => places::the(address),
            };
            Err(Miss::Paragraph { section, there, asked: n })
        }
    }
}

fn roster(document: &Document, name: &str) -> Option<RosterId> {
    let at =
        document.rosters().iter().position(|r| r.kind.name().eq_ignore_ascii_case(name.trim()))?;
    Some(RosterId::new(at))
}

fn entry(document: &Document, roster: RosterId, what: &PlaceName) -> Result<Target, Miss> {
    let entries = &document.roster(roster).entries;
    let wanted = match what {
        PlaceName::Named(name) => name.to_lowercase(),
        PlaceName::Last => return Ok(Target::Entry(roster, entries.len().saturating_sub(1))),
        // `members/7` is the seventh member.
        PlaceName::Provision(number) => number.to_string(),
    };
    let by_place = wanted.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    let exact = entries.iter().position(|e| e.name.to_lowercase() == wanted);
    let begun = || {
        let mut fits =
            entries.iter().enumerate().filter(|(_, e)| e.name.to_lowercase().starts_with(&wanted));
        fits.next().filter(|_| fits.next().is_none()).map(|(i, _)| i)
    };
    // `members/Korea` suffices if only one name contains that word.
    let holding = || {
        let has = |name: &str| name.to_lowercase().split_whitespace().any(|word| word == wanted);
        let mut fits = entries.iter().enumerate().filter(|(_, e)| has(&e.name));
        fits.next().filter(|_| fits.next().is_none()).map(|(i, _)| i)
    };
    let found = by_place.filter(|i| *i < entries.len()).or(exact).or_else(begun).or_else(holding);
    found.map(|i| Target::Entry(roster, i)).ok_or_else(|| Miss::Entry {
        name: what_words(what),
        roster: document.roster(roster).kind.name(),
    })
}

/// Finds a section by its address or the beginning of it; only names can be
/// shortened, not numbers.
fn named(document: &Document, name: &str) -> Result<SectionId, Miss> {
    let wanted = name.trim().to_lowercase();
    let address = |id: &SectionId| document.section_address(*id).to_lowercase();
    if let Some(exact) = document.section_at(&wanted) {
        return Ok(exact);
    }
    let by_name = |id: &SectionId| document.section(*id).number.is_none();
    let fits: Vec<SectionId> = document
        .section_ids()
        .filter(by_name)
        .filter(|id| address(id).starts_with(&wanted))
        .collect();
    match fits.as_slice() {
        [one] => Ok(*one),
        [] => Err(unknown_name(document, name)),
        several => Err(ambiguous(document, name, several)),
    }
}
