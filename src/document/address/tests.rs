//! Every form of an address is read and printed.

use super::*;

fn shown(typed: &str) -> String {
    typed.parse::<Address>().map_or_else(|e| format!("! {e}"), |a| a.to_string())
}

#[test]
fn every_form_reads_as_its_common_form() {
    for (typed, common) in [
        ("11", "11"),
        (" 8:3 ", "8:3"),
        ("11.", "11"),
        ("4.1(3)", "4.1.3"),
        ("§4.1.3", "4.1.3"),
        ("§ 6.3.1.4", "6.3.1.4"),
        ("5(c)", "5(c)"),
        ("5.c", "5(c)"),
        ("5c", "5(c)"),
        ("art 5", "5"),
        ("article iv", "§iv"),
        ("Article 5", "5"),
        ("art. 5:2", "5:2"),
        ("A.1.7", "A.1.7"),
        ("a.1.7", "a.1.7"),
        ("pp3", "pp3"),
        ("PP 3", "pp3"),
        ("recital 47", "pp47"),
        ("Recital (47)", "pp47"),
        ("preamble:3", "pp3"),
        ("story", "story"),
        ("story:4", "story:4"),
        ("members/Thailand", "members/Thailand"),
        ("members/United States of America", "members/United States of America"),
        ("annex/2:1", "annex/2:1"),
        ("5~2", "5~2"),
        ("notice~3:1", "notice~3:1"),
        ("annex/preamble~2:4", "annex/preamble~2:4"),
        ("4-8", "4-8"),
        ("4 – 8", "4-8"),
        ("8:2-5", "8:2-8:5"),
        ("pp2-4", "pp2-pp4"),
        ("story:2-4", "story:2-story:4"),
        ("+1", "+1"),
        ("-3", "-3"),
        ("last", "last"),
        ("last:2", "last:2"),
        ("terms-and-conditions", "terms-and-conditions"),
    ] {
        assert_eq!(shown(typed), common, "for {typed:?}");
    }
}

#[test]
fn numbers_in_parentheses_differ_from_those_after_points() {
    let notation = |typed: &str| match typed.parse::<Address>() {
        Ok(Address::Place(place)) => place.notation,
        other => panic!("{other:?}"),
    };
    for (typed, expected) in [
        ("2(1)", Notation::Enclosed),
        ("2.1(3)(a)", Notation::Enclosed),
        ("2.1", Notation::Common),
        ("2.1(a)", Notation::Common),
        ("6(7.1)", Notation::Common),
    ] {
        assert_eq!(notation(typed), expected, "{typed}");
    }
}

#[test]
fn an_invalid_address_is_reported() {
    for typed in [
        "",
        "  ",
        ":",
        "~",
        "~2",
        "5~",
        "5~x",
        "8:",
        ":3",
        "8:x",
        "()",
        "5(",
        "/",
        "4..1",
        "99999999999999",
    ] {
        assert!(shown(typed).starts_with('!'), "for {typed:?}: {}", shown(typed));
    }
}

#[test]
fn what_an_address_shows_reads_as_the_same_address() {
    for typed in [
        "300.00982878287p",
        "701.01(a)",
        "701.01a",
        "1(1A)",
        "1(12bis)",
        "6(7.1)(b)",
        "6(7.1)b",
        "12bis.3",
        "1A(a)",
        "1A(a-1)(ii)",
        "1(01)",
        "8.12.020(b)",
        "1.2(01)",
        "1(4–9)(a)",
        "1(001ter)b",
        "1(01A)b",
    ] {
        let named = |typed: &str| match typed.parse() {
            Ok(Address::Place(place)) => Place { notation: Notation::Common, ..place },
            other => panic!("{typed:?}: {other:?}"),
        };
        let shown = typed.parse::<Address>().map(|own| own.to_string()).unwrap_or_default();
        assert_eq!(named(&shown), named(typed), "{typed:?} is shown as {shown:?}");
    }
}

#[test]
fn a_word_is_a_name_and_a_letter_is_an_annex() {
    let what = |typed: &str| match typed.parse::<Address>() {
        Ok(Address::Place(place)) => place.what,
        other => panic!("{other:?}"),
    };
    assert!(matches!(what("story"), PlaceName::Named(_)));
    assert!(matches!(what("articles"), PlaceName::Named(_)));
    assert!(matches!(what("A"), PlaceName::Provision(_)));
}
