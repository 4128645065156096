//! Licences, contracts, policies and by-laws as people write them, with the
//! marks and the breaks that they have in practice.

use super::provisions;

#[test]
fn a_label_may_be_written_with_another_mark_than_its_like() {
    let clause = |label: &str| {
        format!(
            "{label} OF THE LAMP.\nThe lamp is lit at dusk, and whoever keeps it shall see that it burns until dawn.\n\n"
        )
    };
    for (labels, expected) in [
        (["1-", "2.", "3.", "4."], "1 2 3 4"),
        (["1.", "2.", "3 -", "4."], "1 2 3 4"),
        (["1.", "2-", "3.", "4."], "1 2 3 4"),
        (["1)", "2.", "3.", "4."], "1 2 3 4"),
        (["Section 1.", "Sec. 2.", "Sec. 3.", "Sec. 4."], "1 2 3 4"),
        // Parentheses are a level of their own.
        (["(1)", "2.", "3.", "4."], "2 3 4"),
    ] {
        let text = format!("Lamp Licence\n\n{}", labels.map(clause).concat());
        assert_eq!(provisions(&text), expected, "{labels:?}");
    }
}

#[test]
fn sections_may_be_numbered_with_a_nought() {
    let text = "Database Terms\n\n1.0 Words\n\n“Lamp” – what burns. “Oil” – what is burnt in it.\n\n2.0 Reach\n\n2.1. What is covered. These terms cover:\n\n a. lamps; and\n b. oil.\n\n2.2 What is not. Candles are not covered, whoever makes them.\n\n3.0 Leave\n\n3.1 Each keeper gives you leave to light the lamps.\n\n3.2 No other leave is given.\n\n4.0 The end\n\n4.1 All leave ends at dawn.\n";
    assert_eq!(provisions(text), "1 2 2.1 2.1(a) 2.1(b) 2.2 3 3.1 3.2 4 4.1");
    let text = "Procedure 12\n\n1.0 PURPOSE\n\nThis tells how a lamp is lit by those who have not yet lit one.\n\n2.0 SCOPE\n\nIt binds all keepers of the harbour, by day and by night.\n\n3.0 STEPS\n\n3.1 Fill the lamp.\n\n3.2 Light the lamp.\n\n3.2.1 Use a match.\n\n3.2.2 Use no candle.\n";
    assert_eq!(provisions(text), "1 2 3 3.1 3.2 3.2.1 3.2.2");
    let zero = "Terms\n\n1.0 The first of all lamps is the lamp of the tower, and it burns all night.\n\n1.1 The second is the lamp of the gate, which burns until the gate is shut.\n\n1.2 The third is the lamp of the quay, and it burns when a ship is near.\n";
    assert_eq!(provisions(zero), "1.0 1.1 1.2");
}

/// Provisions of the length that they have in a contract.
fn long(labels: std::ops::RangeInclusive<u32>) -> String {
    labels
        .map(|n| format!("{n}. The keeper of the lamp grants to the guest, for as long as the guest behaves, the use of lamp {n} and of the oil that is in it, and nothing more than that.\n\n"))
        .collect()
}

#[test]
fn a_document_may_hold_several_instruments() {
    let (a, b, c) = (long(1..=4), long(1..=5), long(1..=4));
    let text = format!(
        "Lamps\n\nTOWER LICENCE\n\n{a}QUAY LICENCE\n\n{b}PLEASE READ THIS TOO\n\nBy lighting the lamp you agree to what is said below, all of it.\n\n{c}GATE LICENCE\n\nThe gate may be opened by anyone who brings a lamp and shuts it again.\n"
    );
    assert_eq!(
        provisions(&text),
        "1 2 3 4 quay-licence/1 quay-licence/2 quay-licence/3 quay-licence/4 5 \
         please-read-this-too/1 please-read-this-too/2 please-read-this-too/3 please-read-this-too/4"
    );
    let text =
        format!("Lamp Licence\n\n{a}The rope of the tower is licensed by another keeper.\n\n{c}");
    assert_eq!(provisions(&text), "1 2 3 4 1~2 2~2 3~2 4~2");
}

#[test]
fn a_list_in_the_last_clause_is_no_instrument() {
    let clauses = long(1..=3);
    for lead in ["Whoever asks for a lamp shall tell these:", "Tell these first of all."] {
        let text = format!(
            "Lamp Licence\n\n{clauses}{lead}\n\n1. a name;\n\n2. a street;\n\n3. a town;\n\n4. a ship.\n"
        );
        assert_eq!(provisions(&text), "1 2 3", "{lead}");
    }
}

#[test]
fn paragraphs_may_be_numbered_anew_under_each_heading() {
    let headings = [("Name", 3), ("Guests", 4), ("Words", 1), ("Meetings", 5), ("Money", 4)];
    let text: String =
        headings.map(|(heading, most)| format!("## {heading}\n\n{}", long(1..=most))).concat();
    assert_eq!(
        provisions(&format!("# By-laws\n\n{text}")),
        "1 2 3 guests/1 guests/2 guests/3 4 words/1 meetings/1 meetings/2 meetings/3 meetings/4 \
         5 money/1 money/2 money/3 money/4"
    );
}

#[test]
fn the_sections_of_several_instruments_count_together() {
    let terms = |sections: std::ops::RangeInclusive<u32>| -> String {
        let section = |n: u32| {
            let below: String = (1..=3)
                .map(|m| format!("### {n}.{m}. Lamp {m}\n\nThe keeper of the tower lights lamp {m} at dusk, and puts it out at dawn.\n\n"))
                .collect();
            format!("## {n}. Tower {n}\n\n{below}")
        };
        sections.map(section).collect()
    };
    let letters: String =
        ('A'..='H').map(|c| format!("{c}. Whoever lights lamp {c} pays for it.\n\n")).collect();
    let text = format!(
        "# Terms of the Lamp\n\n# For keepers\n\n{}# For guests\n\n{}# For owners\n\n{}# Prices\n\n{letters}",
        terms(1..=4),
        terms(1..=3),
        terms(1..=3)
    );
    let found = provisions(&text);
    assert!(found.starts_with("1 1.1 1.2 1.3 2 2.1"), "{found}");
    assert!(found.contains("for-guests/1 "), "{found}");
}

#[test]
fn steps_and_entries_under_headings_are_no_instruments() {
    let manual = ["Red", "Green", "Blue", "White", "Black"].map(|lamp| {
        format!(
            "## {lamp} lamp\n\nIt stands in the tower.\n\n1. Open the glass.\n2. Trim the wick.\n3. Light the lamp.\n\nIt burns till dawn.\n\n"
        )
    });
    let changes: String = (1..=5)
        .map(|n| {
            format!(
                "RELEASE {n}\n\n1. The lamp is brighter than before.\n\n2. The oil lasts longer.\n\n3. A fault in the wick is mended.\n\n"
            )
        })
        .collect();
    for text in [format!("# Lamps\n\n{}", manual.concat()), format!("Changes\n\n{changes}")] {
        assert_eq!(provisions(&text), "");
    }
}

#[test]
fn a_schedule_has_paragraphs_of_its_own() {
    let text = "Lamps Act 2031\n\n1 Lighting of lamps\n\n(1) A person who keeps a lamp must light it at dusk.\n\n(2) Schedule 1 tells who keeps a lamp.\n\n2 Oil\n\nOil must be kept dry.\n\nSCHEDULE 1\n\nKeepers\n\n1\n\nA keeper is named by the warden, in writing.\n\n2 (1) A keeper may leave at any time.\n\n(2) But not in a storm.\n\n3 (1) A keeper who leaves gives back the keys.\n\n(2) The keys are given to the warden, or if there is none, to\n2 (1) of the others.\n\n4\n\nNo keeper may sell oil.\n";
    assert_eq!(provisions(text), "1 1.1 1.2 2 schedule-1/1 schedule-1/2 2.1 2.2 3 3.1 3.2 4");
}

#[test]
fn a_list_behind_a_few_words_of_a_long_text_is_none_of_clauses() {
    let entry = "2031-05-04  A. Keeper\n\n    The lamp is mended, and so is the glass of it, which was cracked in the storm.\n\n";
    let text = format!(
        "{}The wick is cut for three reasons:\n\n1. It smokes less when it is short, as it should be.\n\n2. It burns for longer.\n\n3. It looks better.\n\n{}",
        entry.repeat(30),
        entry.repeat(30)
    );
    assert_eq!(provisions(&text), "");
}
