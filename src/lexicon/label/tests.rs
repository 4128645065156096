//! Labels are read in every script, and references in running text are none.

use super::*;
use crate::lexicon::keywords::Role;

/// Returns the readings of a line as `role form components rest`.
fn told(line: &str) -> Vec<(Option<Role>, LabelForm, Vec<u32>, &str)> {
    labels(line, LineRole::Running)
        .into_iter()
        .map(|l| (l.style.role(), l.style.form, l.value.components, line[l.len..].trim()))
        .collect()
}

#[test]
fn articles_are_read_in_every_script() {
    for (line, n) in [
        ("Article 5", 5),
        ("ARTICLE XIV", 14),
        ("Art. 5. Lamps", 5),
        ("Article premier", 1),
        ("Статья 5", 5),
        ("Статья 5. Лампы", 5),
        ("Article. V.", 5),
        ("Čl. 5", 5),
        ("5. člen", 5),
        ("5. gr. Lampar", 5),
        ("Neni 5", 5),
        ("Kifungu cha 5.", 5),
        ("ပုဒ်မ ၅", 5),
        ("5 бап", 5),
        ("17 бап.", 17),
        ("5-бап. Шамдар", 5),
        ("5. cikk", 5),
        ("المادة 5", 5),
        ("المادة ٥", 5),
        ("المادة الثانية", 2),
        ("第五条", 5),
        ("第５条", 5),
        ("第10条　灯", 10),
        ("제5조", 5),
        ("제 5 조 (등대)", 5),
        ("अनुच्छेद ५", 5),
        ("ข้อ 5", 5),
        ("ข้อ ๕ ตะเกียง", 5),
        ("סעיף ה", 5),
        ("Madde 5 – Lambalar", 5),
        ("Điều 5. Đèn", 5),
    ] {
        let got = told(line);
        assert!(got.iter().any(|l| l.0 == Some(Role::Article) && l.2 == [n]), "{line}: {got:?}");
    }
}

#[test]
fn bare_counters_need_their_marks() {
    assert_eq!(told("5 § Lampor")[0].0, Some(Role::Section));
    assert_eq!(told("11. Lamps"), [(None, LabelForm::Point, vec![11], "Lamps")]);
    assert_eq!(told("(a) lamps")[0], (None, LabelForm::Both, vec![1], "lamps"));
    assert_eq!(told("一、灯"), [(None, LabelForm::Comma, vec![1], "灯")]);
    assert_eq!(told("1.Лампа"), [(None, LabelForm::Point, vec![1], "Лампа")]);
    assert_eq!(told("2.1. Lamps"), [(None, LabelForm::Point, vec![2, 1], "Lamps")]);
    assert_eq!(told("2.1 Lamps"), [(None, LabelForm::Point, vec![2, 1], "Lamps")]);
    assert_eq!(told("A.1. Lamps"), [(None, LabelForm::Point, vec![LETTERED + 1, 1], "Lamps")]);
    for none in [
        "11 of the sea",
        "60 days after",
        "2.1 of this text",
        "e.g. a lamp",
        "U.S. ships",
        "1.5 million lamps",
        "1,000 lamps",
        "a lamp",
        "I have a lamp",
        "mix. of lamps",
    ] {
        assert_eq!(told(none), [], "{none}");
    }
}

#[test]
fn a_reference_at_the_start_of_a_line_is_no_label() {
    for none in [
        "Article 5 of the Harbour Act says so.",
        "Article 5, paragraph 2, applies.",
        "Section 2.1 of this text shall end.",
        "Part of the lamp",
        "Sections 5 and 6 apply.",
    ] {
        assert_eq!(told(none), [], "{none}");
    }
}

#[test]
fn what_is_put_in_later_has_a_suffix() {
    let value = |line: &str| labels(line, LineRole::Running)[0].value.clone();
    let inserted =
        |n, suffix: &[u32]| LabelNumber { components: vec![n], suffix: Suffix::of(suffix) };
    assert_eq!(value("Article 5a"), inserted(5, &[1]));
    assert_eq!(value("Article 5 bis"), inserted(5, &[2]));
    assert_eq!(value("§ 16a Lampen"), inserted(16, &[1]));
    assert_eq!(value("Article 373-2-1"), inserted(373, &[2, 1]));
    assert_eq!(value("§ 16-101. Lamps"), inserted(16, &[101]));
}
