//! References to other texts are not taken for references to this one.

use super::*;

#[test]
fn what_is_of_another_text_is_no_reference() {
    for words in [
        "Article 5 of the Charter of the United Harbours",
        "section 7 of the Act of 1976",
        "Articles 3 and 4 of the said Treaty",
        "paragraph 2 of Article 4 of the Charter",
        "the Charter and its Article 4",
        "under 17 U.S.C. § 5",
        "of the Harbour Lamp Act, section 5, of lamps",
        "Article 5 ECHR",
        "Section 4 thereof",
        "step 44, part 2, the sections of Art",
        "an article 5th in line, particle 5, paragraph by paragraph",
    ] {
        assert_eq!(told(words), "", "{words}");
    }
    assert_eq!(told("Article 4 of this Treaty"), "Article 4>4");
    assert_eq!(told("Article 4 of the Lamp Code"), "Article 4>4");
    assert_eq!(told("Article 4 hereof"), "Article 4>4");
}

#[test]
fn what_stands_before_a_number_may_name_another_text_by_its_year() {
    for words in [
        "In the Salt Act 1920, section 5(2) is gone.",
        "under the Salt Act, 1920, section 5",
        "the Salt (Coast) Act 1920 section 5",
        "under the Salt Act (Cap. 12), section 5",
        "the Salt Act of 1920, section 5",
        "section 5 of title 42",
        "section 5 of the Lamp Act 1920",
    ] {
        assert_eq!(told(words), "", "{words}");
    }
    assert_eq!(told("In 1920, section 5 was of the Lamp Code"), "section 5>5");
}

#[test]
fn an_amending_act_is_not_the_one_that_it_amends() {
    let text = "Lighthouse (Amendment) Act\n\n1. This Act amends the Lighthouse Act.\n\n2. In section 3 of the Lighthouse Act, omit “oil”.\n\n3. Section 1 of the Lighthouse (Amendment) Act and section 2 of this Act bind the keeper.\n";
    assert_eq!(led(text), ["Section 1>1", "section 2>2"]);
}

#[test]
fn what_is_amended_is_another_text_up_to_the_end_of_the_provision() {
    let text = "Harbour Dues Act\n\n1. A ship pays dues under section 3.\n\n2. The Salt Act 1920 is amended as follows:\n\n(a) in section 1, omit “oil”;\n\n(b) section 3 of this Act and section 4 bind the keeper.\n\n3. Section 1 begins in May.\n";
    assert_eq!(led(text), ["section 3>3", "section 3>3", "Section 1>1"]);
}

#[test]
fn what_an_amending_act_quotes_is_of_the_other() {
    let text = "Lighthouse (Amendment) Act\n\n1. This Act amends the Lighthouse Act.\n2. After section 3 of the Lighthouse Act insert—\n“3A. The keeper keeps the oil.\n3B. (1) The oil is of whale.\n(2) The oil is dry.”\n3. Section 2 begins in May.\n";
    let document = crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text");
    let numbers: Vec<String> = document
        .sections()
        .iter()
        .filter_map(|section| section.number.as_ref().map(ToString::to_string))
        .collect();
    assert_eq!(numbers, ["1", "2", "3"]);
    assert_eq!(led(text), ["Section 2>2"]);
}

#[test]
fn names_before_a_number_are_those_of_another_text() {
    for words in [
        "the Port Lamp Policy section 4",
        "see GPLX section 4 and [RFC12] Section 5",
        "as RFC 1123 Section 4 has it",
        "the Port’s section 5",
        "under Port Rev. Stat. § 4",
        "Section 4 of [LAMPS]",
        "Article 4 and Article 6 of the Charter",
        "Article 4 (Of oil) of the Charter",
        "section 4. of the Port Charter",
        "Sections 4 et seq. of the Port Charter",
        "formed under Section 4 of the",
    ] {
        assert_eq!(told(words), "", "{words}");
    }
    assert_eq!(told("BREACH OF IT IN SECTION 5, IN NO EVENT"), "SECTION 5>5");
    assert_eq!(told_in("依照港灯法第六条和本法第七条", "zh"), "第七条>7");
    // What the text calls itself by is no other.
    let own = "This Accord binds. This Accord burns. See Article 4 of the Accord.";
    assert_eq!(told(own), "Article 4>4");
}

#[test]
fn a_text_is_not_at_fault_for_what_may_be_of_another() {
    for words in [
        "Article 12, the keepers, and Article 77 of the Charter",
        "clause (q) applies",
        "§ 1798 of all",
        "see § 4.q",
        "Of Lamps and Work Article 12",
    ] {
        assert!(!told(words).contains('!'), "{words}: {}", told(words));
    }
    // Where most references lead nowhere, none is reported.
    assert_eq!(told("Articles 10, 11, 12, 13 and Article 4"), "Article 4>4");
}
