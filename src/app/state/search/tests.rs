//! A search in stretches finds the same as a search of the whole.

use super::*;
use crate::document::Origin;
use crate::source;
use proptest::prelude::*;

fn document() -> Document {
    let text: String = (1..=12)
        .map(|n| {
            let lamps = "The lamp is by the lamp. ".repeat(n % 3);
            format!("{n}. Of oil. {lamps}\n\n{n}.1. The keeper has the key.\n\n")
        })
        .collect();
    source::read(text.as_bytes(), Origin::StandardInput).expect("text")
}

/// The `times`-th match from a place, and whether the way passes the end.
fn one_by_one(all: &[Passage], seek: Seek) -> Option<(Passage, bool)> {
    let mut point = seek.from;
    let (mut around, mut found) = (false, None);
    for _ in 0..seek.times.max(1) {
        let next = match (seek.direction, point) {
            (SearchDirection::Forward, SeekFrom::Point(at)) => all.iter().find(|m| m.start >= at),
            (SearchDirection::Forward, SeekFrom::Behind(at)) => all.iter().find(|m| m.start > at),
            (SearchDirection::Backward, from) => all.iter().rev().find(|m| m.start < from.point()),
        };
        around |= next.is_none();
        let end = match seek.direction {
            SearchDirection::Forward => all.first(),
            SearchDirection::Backward => all.last(),
        };
        found = next.or(end).copied();
        point = SeekFrom::Behind(found?.start);
    }
    found.map(|found| (found, around))
}

proptest! {
    #[test]
    fn stretches_of_any_length_find_what_one_look_does(
        pattern in prop::sample::select(vec!["lamp", "e", "key", "oil. t", "7", "zeal"]),
        forward in any::<bool>(),
        behind in any::<bool>(),
        at in (0usize..30, 0usize..40),
        times in 1usize..9,
        stretch in 1usize..400,
    ) {
        let document = document();
        let direction = if forward { SearchDirection::Forward } else { SearchDirection::Backward };
        let all = Query::new(pattern, PatternSyntax::Literal).expect("a pattern").matches(&document);
        let block = BlockId::new(at.0 % document.block_count());
        let point = Point { block, byte: at.1.min(document.body(block).len()) };
        let from = if behind { SeekFrom::Behind(point) } else { SeekFrom::Point(point) };
        let seek = Seek::new(direction, from, times);
        let mut search =
            Search::begun(&document, pattern, PatternSyntax::Literal, direction).expect("a search");
        search.seek = Some(seek);
        let mut looks = 0;
        while search.is_going_on() {
            search.look_on(&document, stretch);
            looks += 1;
            prop_assert!(looks < 10_000, "it never ends");
            // Its result for a block does not depend on how far it has come.
            let known: Vec<Passage> = document
                .block_ids()
                .flat_map(|block| search.in_block(&document, block).into_owned())
                .collect();
            prop_assert_eq!(&known, &all);
        }
        prop_assert_eq!(&search.matches, &all);
        let expected = one_by_one(&all, seek);
        prop_assert_eq!(search.passage(), expected.map(|(found, _)| found));
        prop_assert_eq!(search.went_around(), expected.is_some_and(|(_, around)| around));
        let roots: usize = document.children(None).map(|id| search.hits(id)).sum();
        prop_assert_eq!(roots, all.len(), "each match lies in one of the outermost sections");
    }
}

#[test]
fn what_is_not_known_yet_is_not_claimed() {
    let document = document();
    let mut search =
        Search::begun(&document, "lamp", PatternSyntax::Literal, SearchDirection::Forward)
            .expect("a search");
    search.seek = Some(Seek::new(SearchDirection::Forward, SeekFrom::Point(Point::default()), 1));
    assert_eq!(search.tally(), "searching … 0 %");
    search.look_on(&document, 60);
    assert_eq!(search.tally(), "at least 2");
    while search.is_going_on() {
        search.look_on(&document, 60);
    }
    assert_eq!(search.tally(), "1 of 24");
    search.give_up_seeking();
    assert!(search.passage().is_some(), "only a way that is not ended is given up");
}
