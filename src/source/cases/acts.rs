//! Acts as parliaments consolidate and amend them: numbers without marks, titles above
//! them, provisions put in between, excerpts, and entries for what was repealed.

use super::{addresses, document, provisions};

/// The titles of the provisions of a text, each behind its number.
fn titles(text: &str) -> Vec<String> {
    let document = document(text);
    document
        .section_ids()
        .filter(|id| document.section(*id).kind.is_provision())
        .map(|id| format!("{} {}", document.section_address(id), document.title(id)))
        .collect()
}

const LONG: &str = "The warden of the quay must, after asking the wardens of the other quays and whoever else sees fit to be asked, keep each rope dry, coiled and within reach of the steps";

#[test]
fn numbers_without_a_mark_begin_sections_of_any_length() {
    let act = format!(
        "Rope Act\n\n1 This Act may be cited as the Rope Act.\n\n2 (1) {LONG}.\n\n(2) No rope is lent.\n\n3 {LONG}.\n\n4 [Repealed, 1931, c. 2]\n\n*5 A rope that is wet is hung up.\n"
    );
    assert_eq!(provisions(&act), "1 2 2.1 2.2 3 4 5");
    let french = format!(
        "Loi sur les cordes\n\n1 Loi sur les cordes.\n\n2 (1) Les cordes sont sèches :\n\na) sur le quai;\n\na.1) sur le môle;\n\nb) à la porte.\n\n(2) Nul ne les prête.\n\n3 {LONG}.\n"
    );
    assert_eq!(provisions(&french), "1 2 2.1 2.1(a) 2.1(a.1) 2.1(b) 2.2 3");
    let prose = "60 days later the rope was dry.\n\n3 Men came down the steps and looked at it for a while.\n\n12 Ropes hung there.\n";
    assert_eq!(provisions(prose), "");
}

#[test]
fn a_note_above_a_section_is_its_title() {
    let act = format!(
        "Rope Act\n\nShort title\n\n1 This Act may be cited as the Rope Act.\n\nDuties\n\nDuty of the warden\n\n2 (1) {LONG}.\n\nException\n\n(2) A rope that is lent need not be dry.\n\nDelegation\n\n(3) The warden may send another.\n\nOffence\n\n3 Whoever cuts a rope is fined.\n"
    );
    assert_eq!(
        titles(&act),
        [
            "1 Short title",
            "2 Duty of the warden",
            "2.1 warden of the quay",
            "2.2 Exception",
            "2.3 Delegation",
            "3 Offence"
        ]
    );
    assert!(addresses(&act).contains("duties 2"), "{}", addresses(&act));
    // A heading over several sections is not the title of the first.
    let grouped = format!(
        "Rope Act\n\nRopes\n\n1. {LONG}.\n\n2. {LONG}.\n\n3. {LONG}.\n\nSteps\n\n4. {LONG}.\n\n5. {LONG}.\n"
    );
    assert!(!titles(&grouped).iter().any(|title| title.ends_with("Ropes")));
}

#[test]
fn what_was_put_in_stands_beside_its_neighbours() {
    for (text, expected) in [
        (
            "Rope Act\n\n1. Ropes.\n\n2. (1) Ropes are dry.\n\n(2) Ropes are long.\n\n2.1 (1) Nets are dry too.\n\n(2) Nets are wide.\n\n3. Steps.\n\n4. End.\n",
            "1 2 2.1 2.2 rope-act/2.1 2.1.1 2.1.2 3 4",
        ),
        (
            "Rope Act\n\n1. (1) Ropes are dry.\n\n(1A) Nets are dry too.\n\n(2) Ropes, whether\n\n(a) long;\n\n(a-1) short; or\n\n(b) cut,\n\nare kept.\n\n(2.1) So are nets.\n\n2. End.\n\n2A. After the end.\n",
            "1 1.1 1.1A 1.2 1.2(a) 1.2(a-1) 1.2(b) 1(2.1) 2 2A",
        ),
        (
            "Statut\n\nArticle 5\n\nUn.\n\nArticle 5-1\n\nDeux.\n\nArticle 5-1-1\n\nTrois.\n\nArticle 5-2\n\nQuatre.\n\nArticle 6\n\nCinq.\n",
            "5 5-1 5-1-1 5-2 6",
        ),
    ] {
        assert_eq!(provisions(text), expected, "{text}");
    }
}

#[test]
fn numbers_of_codes_are_read_as_they_are_printed() {
    let code = |labels: &[&str]| -> String {
        let provisions: String =
            labels.iter().map(|label| format!("{label}\n\nThe rope is dry.\n\n")).collect();
        format!("Code of the Quay\n\n{provisions}")
    };
    for (labels, expected) in [
        (&["§ 16-101. Ropes.", "§ 16-102. Nets.", "§ 16-201. Steps."][..], "16-101 16-102 16-201"),
        (
            &["Section 5-101. Ropes", "Section 5-102. Nets", "Section 5-103. Steps"],
            "5-101 5-102 5-103",
        ),
        (&["Article L. 121-1", "Article L. 121-2", "Article L. 122-1"], "L121-1 L121-2 L122-1"),
        (&["Article R123-4", "Article R123-4-1", "Article R123-5"], "R123-4 R123-4-1 R123-5"),
        (&["§ 701.09. Ropes.", "§ 701.10. Nets.", "§ 701.11. Steps."], "701.09 701.10 701.11"),
        (&["Art. 999. Corda", "Art. 1.000. Rede", "Art. 1.001. Degrau"], "999 1000 1001"),
    ] {
        assert_eq!(provisions(&code(labels)), expected);
    }
}

#[test]
fn an_excerpt_begins_with_whatever_number_it_has() {
    let excerpt = "Rope Act\n\nPART IV\n\nNets\n\n31. (1) Nets are dry.\n\n(2) Nets are wide.\n\n32. Nets are mended.\n\n33. Nets are counted.\n";
    assert_eq!(provisions(excerpt), "31 31.1 31.2 32 33");
    let two = "I have two rules left of all those that they gave me when I came to the quay.\n\n8. Ropes are dry.\n\n9. Nets are mended.\n";
    assert_eq!(provisions(two), "", "two without a word are none");
}

#[test]
fn one_entry_stands_for_all_that_was_repealed() {
    let text = "Rope Act\n\n1. Ropes are dry.\n\n2. Nets are wide.\n\n3 to 5. [Repealed]\n\n6. Steps are clean.\n\n7. Nobody is liable under section 4.\n";
    assert_eq!(provisions(text), "1 2 3–5 6 7");
    let rules = document(text);
    let there = |typed: &str| match crate::document::look_up(&rules, typed, None) {
        Ok(crate::document::Target::Text { sections, .. }) => {
            rules.section_address(sections[0]).to_owned()
        }
        other => format!("{other:?}"),
    };
    assert_eq!(["3", "4", "5"].map(there), ["3–5", "3–5", "3–5"]);
    let german = "Seilgesetz\n\n§ 1 Seile\n\nSie sind trocken.\n\n§ 2 Netze\n\nSie sind weit.\n\n§§ 3 bis 5 (weggefallen)\n\n§ 6 Stufen\n\nSie sind sauber.\n";
    assert_eq!(provisions(german), "1 2 3–5 6");
}
