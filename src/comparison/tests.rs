use super::*;
use crate::document::{LinkTarget, SectionId};
use crate::find::{Target, look_up};
use proptest::prelude::*;

const RULES: &str = "Rules of the Weir\n\n\
    1. The miller opens the weir at first light.\n\n\
    2. No boat may pass while the wheel is turning.\n\n\
    3. The fishers mend the nets before the eels come, as clause 2 says.\n\n\
    4. The ferryman lends the long rope to whoever asks for it.\n";

fn document(text: &str) -> Arc<Document> {
    Arc::new(crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text"))
}

fn compared(old: &str, new: &str, redline: Redline) -> Comparison {
    Comparison::of(document(old), document(new), redline)
}

/// The blocks after the summary, each with its signs, its address and its words.
fn told(comparison: &Comparison) -> Vec<String> {
    let document = comparison.document();
    let blocks = document.block_ids().filter_map(|id| Some((id, comparison.block(id)?)));
    blocks
        .map(|(id, block)| {
            let address = document.section_address(document.block(id).section);
            format!("{:2}{address}: {}", block.signs, document.body(id))
        })
        .collect()
}

fn edited() -> String {
    RULES
        .replace("first light", "sunrise")
        .replace("4. The ferryman lends the long rope to whoever asks for it.\n", "")
        .replace("3. The", "4. The")
        .replace("2. No boat", "2. Grain is weighed at the door by two witnesses.\n\n3. No boat")
}

#[test]
fn what_went_and_what_came_is_in_the_text() {
    let comparison = compared(RULES, &edited(), Redline::Signs);
    assert_eq!(
        told(&comparison),
        [
            "  rules-of-the-weir: Rules of the Weir",
            "~ 1: The miller opens the weir at [-first light-]{+sunrise+}.",
            "+ 2: {+Grain is weighed at the door by two witnesses.+}",
            "> 3: No boat may pass while the wheel is turning.",
            ">!4: The fishers mend the nets before the eels come, as clause 2 says.",
            "- old/4: [-The ferryman lends the long rope to whoever asks for it.-]",
        ]
    );
    let plain = compared(RULES, &edited(), Redline::Styles);
    assert!(told(&plain)[1].ends_with("at first lightsunrise."));
}

#[test]
fn the_first_page_counts_and_leads_to_each_change() {
    let comparison = compared(RULES, &edited(), Redline::Styles);
    let document = comparison.document();
    let page: Vec<&str> =
        document.own_blocks(SectionId::new(0)).map(|id| document.body(id)).collect();
    assert_eq!(
        page,
        [
            "What changed",
            "1 clause changed, 1 new, 1 gone, 2 renumbered",
            "References to old numbers\n! 4 still says “clause 2”: that is now 3",
            "Changed\n~ 1  miller opens the weir at sunrise",
            "New\n+ 2  Grain is weighed at the door by two witnesses",
            "Gone\n- 4  ferryman lends the long rope",
            "Renumbered or moved, with the same words\n> 2-3 → 3-4",
        ]
    );
    let reached = document.links().iter().filter_map(|link| match link.target {
        LinkTarget::Passage(to) => Some(document.block_address(to.start.block)),
        _ => None,
    });
    // The last is the reference of clause 4, which still leads to clause 2.
    assert_eq!(reached.collect::<Vec<_>>(), ["4", "1", "2", "old/4", "3", "2"]);
}

#[test]
fn steps_lead_from_change_to_change() {
    let comparison = compared(RULES, &edited(), Redline::Styles);
    let document = comparison.document();
    let places = comparison.stops().iter().map(|stop| {
        let words = &document.body(stop.point.block)[stop.point.byte..];
        (document.section_address(stop.section), words.split(' ').next().unwrap_or(""))
    });
    let places: Vec<_> = places.collect();
    assert_eq!(places, [("1", "first"), ("2", "Grain"), ("3", "No"), ("old/4", "The")]);
}

#[test]
fn addresses_are_those_of_the_new_text() {
    let comparison = compared(RULES, &edited(), Redline::Styles);
    let document = comparison.document();
    let words = |typed: &str| match look_up(document, typed, None) {
        Ok(Target::Text { passage, .. }) => document.passage_text(passage),
        other => panic!("{typed}: {other:?}"),
    };
    assert!(words("3").starts_with("No boat"));
    assert!(words("old/4").starts_with("The ferryman"));
}

#[test]
fn a_section_that_is_gone_is_inside_what_held_it() {
    let old = "Part I\n\n1. The lamp is lit at dusk by the keeper.\n\n(a) Oil is weighed first.\n\n\
               (b) The wick is trimmed with care.\n\n2. The rope is coiled by the mate at night.\n";
    let new = old.replace("(b) The wick is trimmed with care.\n\n", "");
    let comparison = compared(old, &new, Redline::Styles);
    let document = comparison.document();
    let gone = document.section_at("old/1(b)").or_else(|| document.section_at("old/1.2"));
    let gone = gone.unwrap_or_else(|| panic!("{:?}", told(&comparison)));
    let holder = document.section(gone).parent.map(|id| document.section_address(id));
    assert_eq!(holder, Some("1"));
    assert_eq!(
        document
            .block(
                document.section_at("2").and_then(|id| document.own_blocks(id).next()).expect("2")
            )
            .section,
        document.section_at("2").expect("2")
    );
}

#[test]
fn a_title_has_the_words_that_it_has_now() {
    let old = "CHAPTER ONE OF THE LAMPS\n\n1. The lamp is lit at dusk.\n\nCHAPTER TWO OF OLD BOATS\n\n2. The rope is coiled at night.\n";
    let comparison = compared(old, &old.replace("OLD BOATS", "NEW SHIPS"), Redline::Signs);
    let document = comparison.document();
    let titles: Vec<String> =
        document.section_ids().map(|id| document.title(id).into_owned()).collect();
    assert!(titles.iter().all(|title| !title.contains("OLD")), "{titles:?}");
}

#[test]
fn the_same_text_twice_differs_in_nothing() {
    let comparison = compared(RULES, RULES, Redline::Signs);
    assert!(comparison.stops().is_empty() && comparison.sections().is_empty());
    assert!(comparison.counts().is_same());
    assert_eq!(comparison.document().body(BlockId::new(1)), "no clause changed");
}

#[test]
fn what_is_gone_is_in_the_old_text_only() {
    let comparison = compared(RULES, &edited(), Redline::Signs);
    let document = comparison.document();
    let passage = |typed: &str| match look_up(document, typed, None) {
        Ok(Target::Text { passage, .. }) => passage,
        other => panic!("{typed}: {other:?}"),
    };
    assert_eq!(comparison.passage_in_new(passage("old/4")), None);
    let new = comparison.passage_in_new(passage("1")).expect("in the new text");
    assert_eq!(comparison.new_text().passage_text(new), "The miller opens the weir at sunrise.");
    let block = passage("1").start.block;
    let old = comparison.old_wording(block).expect("an old wording");
    assert_eq!(comparison.old().passage_text(old), "The miller opens the weir at first light.");
    assert_eq!(comparison.old_wording(passage("2").start.block), None);
}

fn text() -> impl Strategy<Value = String> {
    let clause = (1..9_u32, "[a-d]{1,3}( [a-dé]{1,3}){0,9}", "(\n\n[a-d]{1,3}( [a-d]{1,3}){0,4})?");
    prop::collection::vec(clause, 0..7).prop_map(|clauses| {
        let clauses =
            clauses.into_iter().map(|(n, words, more)| format!("{n}. The {words}.{more}"));
        format!("Rules\n\n{}\n", clauses.collect::<Vec<_>>().join("\n\n"))
    })
}

proptest! {
    #[test]
    fn the_new_text_is_in_it_to_the_byte(old in text(), new in text(), signs in any::<bool>()) {
        let redline = if signs { Redline::Signs } else { Redline::Styles };
        let comparison = compared(&old, &new, redline);
        let (document, new) = (comparison.document(), comparison.new_text());
        let mut next = 0;
        for id in document.block_ids() {
            let Some(block) = comparison.block(id) else { continue };
            let body = document.body(id);
            let covered: String = block.runs.iter().map(|run| &body[run.at.clone()]).collect();
            prop_assert_eq!(&covered, body);
            let Some(own) = block.new else { continue };
            prop_assert_eq!(own.index(), next);
            next += 1;
            let of_new = block.runs.iter().filter(|run| {
                matches!(run.fate, RunFate::Kept(_) | RunFate::New(_))
            });
            let words: String = of_new.map(|run| &body[run.at.clone()]).collect();
            prop_assert_eq!(&words, new.body(own));
            for (byte, _) in new.body(own).char_indices() {
                let point = Point { block: own, byte };
                let here = comparison.point_here(point).expect("a place");
                prop_assert_eq!(comparison.point_in_new(here), Some(point));
                prop_assert!(body.is_char_boundary(here.byte));
            }
        }
        prop_assert_eq!(next, new.block_count());
        for id in new.section_ids() {
            prop_assert!(document.section_at(new.section_address(id)).is_some());
        }
    }
}

#[test]
fn a_title_without_a_number_changes_and_is_not_renumbered() {
    let new = RULES.replace("Rules of the Weir", "Rules of the Upper Weir");
    let comparison = compared(RULES, &new, Redline::Signs);
    assert_eq!(told(&comparison)[0], "~ rules-of-the-upper-weir: Rules of the {+Upper +}Weir");
}
