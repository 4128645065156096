use super::*;
use crate::document::{Colour, InlineKind};
use InlineKind::{Background, Emphasis, Faint, Foreground, Reversed, Strong, Underlined};
use proptest::prelude::*;
use std::ops::Range;

/// Returns the text and its marked words.
fn read(text: &str) -> (String, Vec<(String, InlineKind)>) {
    let shown = shown(text.into());
    let words = |range: &Range<usize>| shown.text[range.clone()].to_owned();
    let styles = shown.styles.iter().map(|(range, kind)| (words(range), *kind)).collect();
    (shown.text.to_string(), styles)
}

fn check(text: &str, words: &str, styles: &[(&str, InlineKind)]) {
    let styles: Vec<_> = styles.iter().map(|(words, kind)| ((*words).to_owned(), *kind)).collect();
    assert_eq!(read(text), (words.to_owned(), styles), "{text:?}");
}

/// Overstrikes each character, as printers do for bold.
fn bold(words: &str) -> String {
    words.chars().map(|c| format!("{c}\u{8}{c}")).collect()
}

#[test]
fn what_is_struck_twice_is_bold_or_underlined() {
    check(&bold("Lamp"), "Lamp", &[("Lamp", Strong)]);
    check(&format!("{} oil", bold("NAME")), "NAME oil", &[("NAME", Strong)]);
    check("_\u{8}o_\u{8}i_\u{8}l", "oil", &[("oil", Underlined)]);
    check("o\u{8}_i\u{8}_l\u{8}_", "oil", &[("oil", Underlined)]);
    check("____\u{8}\u{8}\u{8}\u{8}lamp", "lamp", &[("lamp", Underlined)]);
    check("lamp\u{8}\u{8}\u{8}\u{8}____ is", "lamp is", &[("lamp", Underlined)]);
    check("_\u{8}N\u{8}N", "N", &[("N", Strong), ("N", Underlined)]);
    check(&bold("LAMP_OIL"), "LAMP_OIL", &[("LAMP_OIL", Strong)]);
    check("_\u{8}a_\u{8}__\u{8}b", "a_b", &[("a_b", Underlined)]);
    check("+\u{8}o lamp", "• lamp", &[]);
    check("+\u{8}+\u{8}o\u{8}o lamp", "• lamp", &[("•", Strong)]);
}

#[test]
fn signs_of_several_bytes_or_columns_are_struck_as_others_are() {
    check(&bold("Été"), "Été", &[("Été", Strong)]);
    check("灯\u{8}灯火\u{8}\u{8}火", "灯火", &[("灯火", Strong)]);
    check("_\u{8}灯", "灯", &[("灯", Underlined)]);
    check("灯火\u{8}\u{8}\u{8}\u{8}____x", "灯火x", &[("灯火", Underlined)]);
    check("e\u{301}\u{8}e\u{301}a", "e\u{301}a", &[("e\u{301}", Strong)]);
    check("e\u{301}\u{301}\u{1B}[m", "e\u{301}\u{301}", &[]);
}

#[test]
fn what_cannot_be_struck_twice_loses_no_letter() {
    check("e\u{8}'t\u{8}-", "et", &[]);
    check("'\u{8}e", "e", &[]);
    check("\u{8}\u{8}lamp\u{8}", "lamp", &[]);
    check("lamp\n\u{8}\u{8}oil", "lamp\noil", &[]);
}

#[test]
fn parameters_tell_how_letters_look() {
    check("\u{1B}[1mlamp\u{1B}[0m oil", "lamp oil", &[("lamp", Strong)]);
    check("\u{1B}[1mlamp\u{1B}[m oil", "lamp oil", &[("lamp", Strong)]);
    check("\u{1B}[3mlamp\u{1B}[23m oil", "lamp oil", &[("lamp", Emphasis)]);
    check("\u{1B}[4mlamp\u{1B}[24m oil", "lamp oil", &[("lamp", Underlined)]);
    check(
        "\u{1B}[1;4mlamp\u{1B}[22m oil\u{1B}[;m!",
        "lamp oil!",
        &[("lamp", Strong), ("lamp oil", Underlined)],
    );
    check("\u{1B}[4:3mlamp\u{1B}[4:0m oil", "lamp oil", &[("lamp", Underlined)]);
    let red = Foreground(Colour::Ansi(1));
    check("\u{1B}[01;31mlamp\u{1B}[K\u{1B}[m oil", "lamp oil", &[("lamp", Strong), ("lamp", red)]);
    check(
        "\u{1B}[38:5:1;1mlamp\u{1B}[58:2::1:3:4;22moil",
        "lampoil",
        &[("lamp", Strong), ("lampoil", red)],
    );
    let yellow = Foreground(Colour::Ansi(3));
    check("\u{1B}[38;5;3;1mlamp", "lamp", &[("lamp", Strong), ("lamp", yellow)]);
    check("\u{1B}[>4;1mlamp\u{1B}[?4m", "lamp", &[]);
    check("\u{9B}1mlamp\u{9B}0m oil", "lamp oil", &[("lamp", Strong)]);
}

#[test]
fn colours_are_kept_with_the_words_that_have_them() {
    let ansi = |n| Foreground(Colour::Ansi(n));
    let rgb = Colour::Rgb(1, 20, 255);
    for (parameters, kind) in [
        ("31", ansi(1)),
        ("97", ansi(15)),
        ("38;5;200", ansi(200)),
        ("38:5:200", ansi(200)),
        ("38;2;1;20;255", Foreground(rgb)),
        ("38:2:1:20:255", Foreground(rgb)),
        ("38:2::1:20:255", Foreground(rgb)),
        ("42", Background(Colour::Ansi(2))),
        ("100", Background(Colour::Ansi(8))),
        ("48;2;1;20;255", Background(rgb)),
        ("2", Faint),
        ("7", Reversed),
    ] {
        check(&format!("\u{1B}[{parameters}mlamp\u{1B}[m oil"), "lamp oil", &[("lamp", kind)]);
    }
    for parameters in ["38;5;256", "38;2;1;256;3", "38", "38;5", "58;5;1", "39", "49"] {
        check(&format!("\u{1B}[{parameters}mlamp"), "lamp", &[]);
    }
    check(
        "\u{1B}[31;42ma\u{1B}[39mb\u{1B}[49mc\u{1B}[7md\u{1B}[27me\u{1B}[2mf\u{1B}[22mg",
        "abcdefg",
        &[("a", ansi(1)), ("ab", Background(Colour::Ansi(2))), ("d", Reversed), ("f", Faint)],
    );
    // A background shows behind blanks, too.
    check("\u{1B}[41m  \n\u{1B}[m", "  \n", &[("  ", Background(Colour::Ansi(1)))]);
}

#[test]
fn a_look_goes_on_over_the_end_of_a_line() {
    check(
        "\u{1B}[1mlamp \n  oil\n\n wick\u{1B}[m\nrope",
        "lamp \n  oil\n\n wick\nrope",
        &[("lamp", Strong), ("oil", Strong), ("wick", Strong)],
    );
}

#[test]
fn links_lead_where_they_say() {
    let target = "https://lamps.example/a;b?c=ü";
    for (open, close) in [
        (format!("\u{1B}]8;id=1;{target}\u{1B}\\"), "\u{1B}]8;;\u{1B}\\"),
        (format!("\u{1B}]8;;{target}\u{7}"), "\u{1B}]8;;\u{7}"),
        (format!("\u{9D}8;;{target}\u{9C}"), "\u{9D}8;;\u{9C}"),
    ] {
        let text = format!("a {open}\u{1B}[1mlamp{close} is\u{1B}[m lit");
        let shown = shown(text.as_str().into());
        assert_eq!(shown.text, "a lamp is lit");
        assert_eq!(shown.links, [(2..6, target.to_owned())], "{text:?}");
        assert_eq!(shown.styles, [(2..9, Strong)]);
    }
    let script = "\u{1B}]8;;javascript:lamp()\u{7}lamp\u{1B}]8;;\u{7}";
    assert_eq!(shown(script.into()).links, []);
}

#[test]
fn the_rest_of_a_sequence_is_left_out() {
    for sequence in [
        "\u{1B}[2J",
        "\u{1B}[?25l",
        "\u{1B}[1;2H",
        "\u{1B}(B",
        "\u{1B}#8",
        "\u{1B}%G",
        "\u{1B} F",
        "\u{1B}c",
        "\u{1B}=",
        "\u{1B}M",
        "\u{1B}]0;title\u{7}",
        "\u{1B}]0;title\u{1B}\\",
        "\u{1B}P1$r0m\u{1B}\\",
        "\u{1B}Pq#0;2;0\n#1~~\u{1B}\\",
        "\u{1B}_Gf=100;AAAA\u{1B}\\",
        "\u{1B}^private\u{1B}\\",
        "\u{1B}Xstring\u{9C}",
        "\u{9D}0;title\u{9C}",
        "\u{90}data\u{9C}",
    ] {
        check(&format!("1. a {sequence}lamp"), "1. a lamp", &[]);
    }
}

#[test]
fn what_is_never_finished_takes_no_more_than_its_line() {
    for start in ["\u{1B}[", "\u{1B}[31", "\u{1B}]", "\u{1B}]0;lamp", "\u{1B}P lamp", "\u{1B}_G"] {
        check(&format!("a {start}\noil"), "a \noil", &[]);
        check(&format!("a {start}"), "a ", &[]);
        let long = format!("{start}\u{E9}{}", "x".repeat(9000));
        assert!(read(&long).0.len() >= 9000 - LONGEST_KEPT, "{start:?}");
    }
}

const LONGEST_KEPT: usize = 4096 + 2;

#[test]
fn what_begins_no_sequence_stays() {
    for text in ["a \\e[1mlamp", "␛[1mlamp", "œuvre \u{9C}uvre \u{9E}ena \u{9B} lamp", "§ 5 «a»"]
    {
        check(text, text, &[]);
    }
    // Shown as a picture: see `clean`.
    check("\u{1B} \u{1B}[1mlamp", "\u{1B} lamp", &[("lamp", Strong)]);
}

#[test]
fn bytes_of_eight_bits_are_known_by_what_they_say() {
    assert!(is_ascii_with_controls(b"a \x9B1mlamp\x9B0m is lit"));
    assert!(!is_ascii_with_controls(b"a \x93lamp\x94 is lit \x96 \x9Bnow\x8B"));
    assert!(!is_ascii_with_controls(b"a \x9B1mlamp\x9B0m f\xFCr"));
}

/// A line of a text, in pieces that may be overstruck or have another look.
fn pieces() -> impl Strategy<Value = Vec<(String, u8)>> {
    prop::collection::vec(("[a-zé灯 .(]{1,6}", 0_u8..6), 0..8)
}

proptest! {
    #[test]
    fn the_words_stay_whatever_marks_them(pieces in pieces()) {
        let mut text = String::new();
        for (words, how) in &pieces {
            let struck = |sign: fn(char) -> String| words.chars().map(sign).collect::<String>();
            text += &match how {
                0 => words.clone(),
                1 => struck(|c| format!("{c}\u{8}{c}")),
                2 => struck(|c| format!("_\u{8}{c}")),
                3 => format!("\u{1B}[1;38;5;4m{words}\u{1B}[0m"),
                4 => format!("\u{1B}]8;;https://lamps.example\u{7}{words}\u{1B}]8;;\u{7}"),
                _ => format!("\u{1B}(B\u{1B}[K{words}"),
            };
        }
        let words: String = pieces.iter().map(|(words, _)| words.as_str()).collect();
        let shown = shown(text.into());
        prop_assert_eq!(&shown.text, &words);
        for (range, _) in &shown.styles {
            prop_assert!(shown.text.get(range.clone()).is_some_and(|words| !words.is_empty()));
        }
    }

    #[test]
    fn no_text_is_too_strange(text in "([a-z\n_]|\u{8}|\u{1B}|[\\[\\]P;:0-9mK\\\\ ]|\u{7}|[\u{80}-\u{9F}]|灯|\u{301}){0,60}") {
        let shown = shown(text.as_str().into());
        for range in shown.styles.iter().map(|(range, _)| range).chain(shown.links.iter().map(|(range, _)| range)) {
            prop_assert!(shown.text.get(range.clone()).is_some());
        }
        prop_assert_eq!(shown.text.matches('\n').count() <= text.matches('\n').count(), true);
    }
}
