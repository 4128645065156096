use super::*;
use crate::document::Origin;
use proptest::prelude::*;

fn document(text: &str) -> Document {
    crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text")
}

const RULES: &str = "Rules of the Weir\n\n\
    1. We recognize that the miller opens the weir at first light.\n\n\
    2. We decide that no boat may pass while the wheel is turning.\n\n\
    3. We call upon the fishers to mend the nets before the eels come.\n\n\
    4. We thank the ferryman for the use of the long rope.\n";

fn summary(edit: impl Fn(&str) -> String) -> String {
    let (old, new) = (document(RULES), document(&edit(RULES)));
    Revision::of(&old, &new).summary(&new)
}

#[test]
fn changes_are_reported_by_address() {
    assert_eq!(summary(str::to_owned), "no clause is worded differently");
    assert_eq!(summary(|t| t.replace("first light", "sunrise")), "clause 1 changed");
    let both = |t: &str| t.replace("no boat", "no raft").replace("long rope", "short rope");
    assert_eq!(summary(both), "clauses 2 and 4 changed");
    let more = |t: &str| {
        format!("{}\n5. We resolve to meet in the barn.\n", t.replace("no boat", "no raft"))
    };
    assert_eq!(summary(more), "clause 2 changed, 5 added");
    let less = |t: &str| t.split("4. We").next().unwrap_or("").to_owned();
    assert_eq!(summary(less), "clause 4 removed");
}

#[test]
fn what_has_no_number_is_named_where_its_name_is_short() {
    let titled = |title: &str| summary(|t| t.replace("Rules of the Weir", title));
    assert_eq!(titled("Rules of the Old Weir"), "Rules of the Old Weir changed");
    assert_eq!(titled("Rules of the Very Old Weir at the Mill"), "one section changed");
}

#[test]
fn a_clause_that_is_only_renumbered_is_not_called_new() {
    let inserted = |t: &str| {
        t.replace("4. We", "5. We")
            .replace("3. We", "4. We")
            .replace("2. We", "2. Grain is weighed at the door by two witnesses.\n\n3. We")
    };
    assert_eq!(summary(inserted), "clause 2 added, 3 clauses renumbered");
}

#[test]
fn what_only_moved_or_only_follows_is_not_called_changed() {
    let moved = |t: &str| {
        let (rest, last) = t.split_at(t.find("4. We").expect("clause 4"));
        let (head, clauses) = rest.split_at(rest.find("1. We").expect("clause 1"));
        format!("{head}{}\n{clauses}", last.replace("4. We", "0. We"))
    };
    assert_eq!(summary(moved), "one moved");
    let old = document(&RULES.replace("long rope", "rope of clause 3"));
    let new = RULES
        .replace("long rope", "rope of clause 4")
        .replace("4. We", "5. We")
        .replace("3. We", "4. We")
        .replace("2. We", "2. Grain is weighed at the door by two witnesses.\n\n3. We");
    let new = document(&new);
    assert_eq!(
        Revision::of(&old, &new).summary(&new),
        "clause 2 added, 2 clauses renumbered, one differs only in renumbered references"
    );
}

#[test]
fn what_a_comparison_pairs_a_reload_pairs() {
    let old = document(RULES);
    let new = document(&RULES.replace("2. We", "7. We").replace("3. We", "2. We"));
    let (revision, alignment) = (Revision::of(&old, &new), Alignment::of(&old, &new));
    for id in old.section_ids() {
        assert_eq!(revision.section(id), alignment.now(id));
    }
}

#[test]
fn a_place_is_found_at_its_words() {
    let old = document(RULES);
    let text = RULES
        .replace("1. We", "A line of greeting.\n\n1. We")
        .replace("that no boat may pass", "that henceforth no boat of any kind may pass");
    let new = document(&text);
    let revision = Revision::of(&old, &new);
    let clause = old.section_at("2").and_then(|id| old.section_passage(id)).expect("clause 2");
    let byte = old.body(clause.start.block).find("wheel").expect("the word");
    let point = revision.point(&old, &new, Point { byte, ..clause.start });
    assert!(new.body(point.block)[point.byte..].starts_with("wheel is turning"));
    let section = revision.section(old.section_at("2").expect("clause 2"));
    assert_eq!(section, new.section_at("2"));
}

#[test]
fn the_place_of_what_is_gone_is_where_it_was() {
    let old = document(RULES);
    let from = RULES.find("2. We").expect("clause 2");
    let to = RULES.find("3. We").expect("clause 3");
    let new = document(&format!("{}{}", &RULES[..from], &RULES[to..]));
    let revision = Revision::of(&old, &new);
    let clause = old.section_at("2").and_then(|id| old.section_passage(id)).expect("clause 2");
    let point = revision.point(&old, &new, clause.start);
    assert!(new.body(point.block).starts_with("We call upon the fishers"));
    assert_eq!(revision.passage(&old, &new, clause), None);
}

proptest! {
    #[test]
    fn every_place_leads_to_a_place(
        old in "([1-9]\\. [a-c é]{0,12}\n\n){0,6}", new in "([1-9]\\. [a-c é]{0,12}\n\n){0,6}",
    ) {
        let (old, new) = (document(&old), document(&new));
        let revision = Revision::of(&old, &new);
        for block in old.block_ids() {
            for (byte, _) in old.body(block).char_indices() {
                let point = revision.point(&old, &new, Point { block, byte });
                if let Some(at) = new.block_at(point.block.index()) {
                    prop_assert!(new.body(at).is_char_boundary(point.byte));
                } else {
                    prop_assert_eq!(point, Point::default());
                }
            }
        }
    }
}

fn words() -> impl Strategy<Value = String> {
    "[a-h]{1,7}( [a-h]{1,7}){0,12}"
}

fn lines() -> impl Strategy<Value = String> {
    prop::collection::vec(words(), 1..4).prop_map(|lines| lines.join("\n"))
}

/// A typical paragraph: numbered, lettered, a heading, a list, or plain.
fn paragraph() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (1..30_u32, lines()).prop_map(|(n, words)| format!("{n}. The {words}.")),
        2 => (1..9_u32, 1..9_u32, lines())
            .prop_map(|(a, b, words)| format!("{a}.{b} The {words}.")),
        2 => ("[a-e]", words()).prop_map(|(letter, words)| format!("({letter}) the {words};")),
        1 => (1..20_u32, words()).prop_map(|(n, words)| format!("Article {n}\nThe {words}.")),
        1 => "[A-H]{3,9}( [A-H]{3,9}){0,3}",
        1 => words().prop_map(|words| format!("- {words}\n- {words}")),
        2 => lines().prop_map(|words| format!("The {words}.")),
        1 => lines().prop_map(|words| format!("    {}", words.replace('\n', "\n    "))),
    ]
}

/// The rest of the word at a point; `None` between words, and in labels and
/// bullets, which may turn out not to be words of the text.
fn word(document: &Document, point: Point) -> Option<&str> {
    let body = document.body(point.block);
    let start = body[..point.byte].rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let end = body[point.byte..].find(char::is_whitespace).map_or(body.len(), |at| point.byte + at);
    let of_text = |c: char| matches!(c, 'a'..='h' | 'A'..='H' | 'T' | '.' | ';');
    body[start..end].chars().all(of_text).then(|| &body[point.byte..end]).filter(|w| !w.is_empty())
}

proptest! {
    #[test]
    fn every_word_of_a_beginning_is_found_in_what_it_grows_into(
        paragraphs in prop::collection::vec(paragraph(), 2..24), cut in any::<prop::sample::Index>(),
    ) {
        let text = paragraphs.join("\n\n");
        let read = &paragraphs[..=cut.index(paragraphs.len())];
        let beginning = document(&format!("{}\n\n", read.join("\n\n")));
        let whole = document(&text);
        let revision = Revision::grown(&beginning, &whole);
        for block in beginning.block_ids() {
            for (byte, _) in beginning.body(block).char_indices() {
                let point = Point { block, byte };
                let Some(word) = word(&beginning, point) else { continue };
                let grown = revision.point(&beginning, &whole, point);
                let now = &whole.body(grown.block)[grown.byte..];
                let (was, is) = (&beginning.block(block).source, &whole.block(grown.block).source);
                // A label may turn out to be words; what begins there begins with it.
                let same = if byte == 0 { grown.byte == 0 } else { now.starts_with(word) };
                prop_assert!(
                    same && was.start < is.end && is.start < was.end,
                    "“{}” from {:?} is “{}” at {:?} in {:?}", word, point, now, grown, text
                );
            }
        }
    }
}
