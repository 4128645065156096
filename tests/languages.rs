//! The build's errors for invalid files in `assets/languages`.

#[path = "../build/check.rs"]
mod check;
#[path = "../build/schema.rs"]
#[expect(dead_code, reason = "the tables are written by the build alone")]
mod schema;

/// Returns a file with all required fields and the additions of a test.
fn file(more: &str) -> String {
    format!("name = \"Harbourish\"\n{more}")
}

const REFERENCES: &str =
    "[references]\norder = \"word-first\"\nwords = [{ unit = \"article\", forms = [\"lamp\"] }]\n";

#[test]
fn a_file_that_is_as_it_must_be_is_read() {
    let text = file(&format!("[labels.before]\narticle = [\"lamp\", \"wick\"]\n{REFERENCES}"));
    let language = check::language("xh", &text).expect("a language");
    assert_eq!((language.tag.as_str(), language.labels.before.article.len()), ("xh", 2));
}

#[test]
fn a_fault_is_reported_with_its_key_and_its_word() {
    for (more, told) in [
        ("[labels.before]\narticle = [\"wick\", \"lamp\"]", "“lamp” belongs before “wick”"),
        ("[labels.before]\narticle = [\"lamp\", \"lamp\"]", "“lamp” stands twice"),
        ("[labels.before]\narticle = [\"Lamp\"]", "“Lamp” is not in small letters"),
        ("[labels.before]\narticle = [\"lamp \"]", "“lamp ” has blanks at its ends"),
        ("[labels.before]\narticle = []", "labels.before.article: the list is empty"),
        ("[labels.before]\nlamp = [\"lamp\"]", "unknown field `lamp`"),
        ("[labels.before]\nsign = \"*\"", "labels.before, after and ranked have no `sign`"),
        ("[[labels.around]]\narticle = [\"lamp\"]", "labels.around: the `sign`"),
        ("[dates]\nmonths = [[\"lamp\"]]", "dates.months: there are 1, not 12"),
        ("[numbers.ordinals]\n1 = [\"b\", \"a\"]", "numbers.ordinals.1: “a” belongs before “b”"),
        ("[numbers.ordinals]\nfirst = [\"a\"]", "numbers: “first” is not a number"),
        ("[references]\norder = \"word-first\"", "missing field `words`"),
        (
            "[references]\norder = \"around\"\nwords = [{ unit = \"article\", forms = [\"lamp\"] }]",
            "references.sign",
        ),
        (
            "[references]\norder = \"word-first\"\nwords = [{ unit = \"lamp\", forms = [\"lamp\"] }]",
            "unknown variant `lamp`",
        ),
        (
            "[references]\norder = \"word-first\"\nwords = [{ unit = \"article\", forms = [\"lamp\"] }, \
             { unit = \"point\", forms = [\"lamp\"] }]",
            "references.words[0] and [1]: “lamp” stands twice",
        ),
    ] {
        let fault = check::language("xh", &file(more)).expect_err(more);
        assert!(fault.contains(told), "{more}: {fault}");
    }
    let fault = check::numbers("[cardinals]\n0 = [\"nought\"]").expect_err("a nought");
    assert!(fault.contains("“0” is not a number from 1 on"), "{fault}");
    let fault = check::signs("[values]\n1 = [\"b\", \"a\"]").expect_err("two signs out of order");
    assert!(fault.contains("values.1: “a” belongs before “b”"), "{fault}");
    for tag in ["", "english", "EN", "e", "en-"] {
        assert!(check::language(tag, &file("")).is_err(), "{tag}");
    }
}

#[test]
fn files_agree_with_one_another() {
    let read = |tag: &str, more: &str| check::language(tag, &file(more)).expect(more);
    let first = || read("xh", &format!("default = true\n{REFERENCES}"));
    assert_eq!(check::together(&[first(), read("xw", REFERENCES)]), Ok(()));
    let twice = read("xw", &format!("also = [\"xh\"]\n{REFERENCES}"));
    let fault = check::together(&[first(), twice]).expect_err("two tables of one tag");
    assert!(fault.contains("xh.toml and xw.toml"), "{fault}");
    let months = |eleven: &str, last: &str| {
        format!("[dates]\nmonths = [{}[\"{last}\"]]", format!("[\"{eleven}\"], ").repeat(11))
    };
    let (one, other) = (months("oil", "wick"), months("wick", "oil"));
    let fault = check::together(&[first(), read("xv", &one), read("xw", &other)])
        .expect_err("two months of one word");
    assert!(fault.contains("“oil” is 1 in xv.toml"), "{fault}");
    let fault = check::together(&[read("xw", REFERENCES)]).expect_err("nothing for the rest");
    assert!(fault.contains("default: 0 languages"), "{fault}");
}
