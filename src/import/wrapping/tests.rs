//! Tests with whole texts: which line ends are kept.

use crate::import::clean::Break;
use crate::import::lines;
use std::collections::BTreeSet;

/// Returns the paragraphs of a text, with `|` for each line break that is kept.
fn paragraphs(text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    for chunk in lines::chunks(text) {
        for (line, after) in &chunk.lines {
            let paragraph = out.last_mut().expect("one");
            paragraph.push_str(&text[line.clone()]);
            match after {
                Break::Soft => paragraph.push(' '),
                Break::Hard => paragraph.push('|'),
                Break::Paragraph => out.push(String::new()),
            }
        }
        out.push(String::new());
    }
    out.iter().map(|p| p.trim_end_matches('|').to_owned()).filter(|p| !p.is_empty()).collect()
}

/// A text wrapped by hand, with blank lines between paragraphs.
const BY_HAND: &str = "\
                 THE LAMP LICENCE

 Copyright (C) 1987 The Keepers of the Harbour Lamps, Inc.,
 14 Mole Street, Third Floor, Port Amber
 Everyone may copy and hand on this licence as it stands,
 but nobody may change it.

  The lamps of the harbour are lit at dusk and put out at dawn, and the
keeper alone may light them.  A list of lamps displays \"Due Notices\"
to the extent that it names each lamp, its place and the oil which it
burns; if several keepers share a lamp, the list names all of them, or
says that they are many.

  You may lend a lamp (the \"Borrowed Lamp\");
you may not lend it to anyone who has lost one, nor may you lend oil
with it.  Lamps that were lent come back at the end of the year, and if
they do not, the Harbour Master is told; the
keeper of the tower then asks for them in writing, and says by which
day they are to be back (without oil)
and in which house.

1.1. \"Lamp\"
    means each vessel of glass or horn that holds oil and a wick, with
    the chain on which it hangs.

1.2. \"Oil\"
    means
    fish oil.
";

#[test]
fn the_last_sign_of_a_line_does_not_tear_a_sentence() {
    let got = paragraphs(BY_HAND);
    let has = |words: &str| assert!(got.iter().any(|p| p.contains(words)), "{words}: {got:#?}");
    has("\"Due Notices\" to the extent");
    has("it burns; if several keepers");
    has("(the \"Borrowed Lamp\"); you may not");
    has("is told; the keeper");
    has("(without oil) and in which house");
    has("\"Lamp\" means each vessel");
}

#[test]
fn an_address_is_not_joined_with_the_sentence_after_it() {
    let got = paragraphs(BY_HAND);
    let head = got.iter().find(|p| p.starts_with("Copyright")).expect("the head");
    let lines: Vec<&str> = head.split('|').collect();
    assert_eq!(lines.len(), 3, "{head}");
    assert_eq!(lines[1], "14 Mole Street, Third Floor, Port Amber");
    assert!(lines[2].ends_with("as it stands, but nobody may change it."), "{head}");
}

#[test]
fn a_letter_keeps_its_head_and_its_verse_and_joins_its_paragraphs() {
    let text = "The Keepers of the Lamps\n14 Mole Street\nPort Amber\n\nWe have read your letter of the third of May about the lamp on the old\nmole, and we thank you for the verses that you sent with it:\n\n  The lamp is lit upon the mole,\n  The boats are coming home,\n  And every keeper lights his coal\n  Against the dark and foam.\n\nWe shall print them in the next list of lamps, which the harbour master\nwill see before it is sent to the keepers of the other harbours.\n";
    let got = paragraphs(text);
    assert_eq!(got[0], "The Keepers of the Lamps|14 Mole Street|Port Amber");
    assert!(got[1].contains("on the old mole, and we"), "{got:#?}");
    assert_eq!(got[2].matches('|').count(), 3, "{got:#?}");
    assert!(got[3].contains("harbour master will see"), "{got:#?}");
}

#[test]
fn tables_code_and_names_stay_line_by_line() {
    let prose = "The list of lamps is kept in the tower, and whoever lights one of them\nwrites its number into the list, with the hour and the oil that it took\nand with the name of the boat that it was lit for.\n\n";
    for lines in [
        "red lamp        12 hours     oil\ngreen lamp       9 hours     tallow\ntall lamp       11 hours     oil\n",
        "fn light(lamp: Lamp) {\n    lamp.fill(Oil::Fish);\n    lamp.light();\n    tell(lamp);\n}\n",
        "lamps/red/tower.txt\nlamps/green/gate.txt\nlamps/tall/mole.txt\n",
        "- lamps of glass\n- lamps of horn\n- lamps of paper\n",
    ] {
        let got = paragraphs(&format!("{prose}{lines}\n{prose}"));
        assert_eq!(got[1].matches('|').count(), lines.lines().count() - 1, "{got:#?}");
        assert_eq!(got[0].matches('|').count(), 0, "{got:#?}");
    }
}

#[test]
fn passages_of_another_width_are_joined_too() {
    let wide = "The keepers of all harbours of the coast meet once in a year, in the house of the one whose\nlamp burned longest, and agree on the price of the oil, on the hours of the lamps and on all\nthat is written in the list; what they agree on is sent to the towns.\n";
    let narrow = "    No lamp shall be lit by day, and\n    none put out by night, but for\n    want of oil or in a storm; what\n    a keeper then does is told.\n";
    let got = paragraphs(&format!("{wide}\n{narrow}\n{wide}\n{wide}"));
    assert!(got.iter().all(|p| !p.contains('|')), "{got:#?}");
    assert_eq!(got.len(), 4);
}

/// Generates paragraphs of invented sentences, some of one short line, some
/// with a label.
fn invented(seed: u64, count: usize) -> Vec<String> {
    const WORDS: [&str; 28] = [
        "the", "lamp", "of", "harbour", "keeper", "shall", "light", "and", "every", "oil", "which",
        "tower", "a", "boat", "master", "who", "lends", "it", "by", "night", "is", "told", "chain",
        "under", "section", "glass", "in", "storm",
    ];
    let mut random = fastrand::Rng::with_seed(seed);
    (0..count)
        .map(|n| {
            let title = n % 7 == 0;
            let sentences = if title { 1 } else { random.usize(1..5) };
            let mut words: Vec<String> = Vec::new();
            if n % 3 == 1 {
                words.push(format!("({})", n % 26 + 1));
            }
            for _ in 0..sentences {
                let begin = words.len();
                let length = if title { random.usize(2..6) } else { random.usize(6..30) };
                words.extend((0..length).map(|_| WORDS[random.usize(0..WORDS.len())].to_owned()));
                let first = words[begin].remove(0).to_ascii_uppercase();
                words[begin].insert(0, first);
                if !title {
                    words.last_mut().expect("words").push('.');
                }
            }
            words.join(" ")
        })
        .collect()
}

/// Wraps a paragraph as programs do.
fn fill(words: &str, width: usize, first: &str, others: &str) -> String {
    let mut out = first.to_owned();
    let mut column = first.len();
    for (n, word) in words.split(' ').enumerate() {
        if n > 0 && column + 1 + word.len() > width {
            out += "\n";
            out += others;
            column = others.len();
        } else if n > 0 {
            out += " ";
            column += 1;
        }
        out += word;
        column += word.len();
    }
    out + "\n"
}

#[test]
fn paragraphs_between_blank_lines_are_those_that_were_wrapped() {
    for (seed, width) in [(1, 60), (2, 72), (3, 100)] {
        let known = invented(seed, 200);
        let text: String = known.iter().map(|p| fill(p, width, "", "") + "\n").collect();
        assert_eq!(paragraphs(&text), known, "{width}");
    }
}

#[test]
fn paragraphs_without_blank_lines_are_those_that_were_wrapped() {
    for (seed, width) in [(4, 60), (5, 72), (6, 100)] {
        for (first, others) in [("", ""), ("    ", ""), ("", "    ")] {
            let known = invented(seed, 300);
            let text: String = known.iter().map(|p| fill(p, width, first, others)).collect();
            let got = paragraphs(&text);
            let (known, got) = (ends(&known), ends(&got));
            let same = known.intersection(&got).count();
            assert!(same * 100 >= known.len() * 94, "{same} at {width}, {first:?} {others:?}");
            assert!(same * 100 >= got.len() * 94, "{same} of {} at {width}", got.len());
        }
    }
}

/// Returns the ends of paragraphs, in bytes of all words without blanks.
fn ends(paragraphs: &[String]) -> BTreeSet<usize> {
    let mut at = 0;
    let sizes = paragraphs.iter().map(|p| p.bytes().filter(|b| *b != b' ' && *b != b'|').count());
    sizes
        .map(|size| {
            at += size;
            at
        })
        .collect()
}
