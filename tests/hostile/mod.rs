//! Hostile inputs: generated inputs run through the checks of the fuzz targets.

mod checks;
mod found;
mod sources;

use proptest::prelude::*;

fn config(cases: u32) -> ProptestConfig {
    // An input that failed belongs in a test of its own.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Inputs made of pieces that mean something to a format, and of arbitrary bytes.
fn made_of(pieces: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        6 => prop::sample::select(pieces).prop_map(|piece| piece.as_bytes().to_vec()),
        2 => "[a-z0-9 ]{1,9}".prop_map(String::into_bytes),
        1 => any::<String>().prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<u8>(), 0..9),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

const OF_DOCUMENTS: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "1. ",
    "(a) ",
    "Article 2\n",
    "§ 3 ",
    "# ",
    "- ",
    "> ",
    "| a | b |\n|---|---|\n",
    "```\n",
    "<p>",
    "<table><tr><td>",
    "</td></tr></table>",
    "<ol><li>",
    "[a](#b)",
    "&#27;",
    "%PDF-1.5\n",
    "PK\u{3}\u{4}",
    "\u{8}",
    "_\u{8}a",
    "\u{1b}[1m",
    "\u{1b}[0m",
    "\u{1b}]8;;https://a.example\u{7}",
    "\u{1b}P",
    "\u{1b}\\",
    "\u{9b}31m",
    "\u{202e}",
    "\u{feff}",
    "\u{c}",
    "\t",
    "Vol. 6, No. 24",
    "* * *\n",
    "We, the keepers;\n\n",
    "<w:p>",
    "</w:p>",
    "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>",
    "<w:t>",
    "<text:p>",
    "<text:list-item>",
    "<table:table-cell table:number-columns-repeated=\"3\">",
    "BT /F1 12 Tf 72 720 Td (1. Lamps) Tj ET\n",
    " 0 -14 Td (2. Ships) Tj ",
    "\0",
];

const OF_ADDRESSES: &[&str] = &[
    "1", "8", "16-101", "1A", "(c)", ".", ":", "-", "+", "/", "~2", "§", "§ ", "art ", "Article ",
    "pp3", "story", "members/", "Thailand", "last", "annex", "A.1", "iv", " bis", " ", "preamble",
    "first", "of", ",",
];

const OF_BOOKMARKS: &[&str] = &[
    "version = 1\n",
    "[[bookmark]]\n",
    "id = \"a\"\n",
    "id = \"b\"\n",
    "note = \"a lamp\"\n",
    "note = 3\n",
    "tags = [\"a\", 'b']\n",
    "colour = \"red\"\n",
    "# a comment\n",
    "unknown = { a = 1 }\n",
    "[other]\n",
    "[bookmark.start]\n",
    "address = \"8:3\"\n",
    "\r\n",
    "\n",
    "\u{feff}",
    "\"",
    "[[other]]\n",
    "x.y = 1\n",
    "bookmark = []\n",
    "bookmark = 1\n",
    "[bookmark.document]\n",
    "created = 2031-03-31T00:00:00Z\n",
    "start = { block = 1, byte = 2 }\n",
];

const OF_ANNOTATIONS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"type\"",
    "\"Annotation\"",
    "\"AnnotationPage\"",
    "\"items\"",
    "\"target\"",
    "\"source\"",
    "\"selector\"",
    "\"TextQuoteSelector\"",
    "\"exact\"",
    "\"prefix\"",
    "\"body\"",
    "\"value\"",
    "\"id\"",
    "\"urn:a\"",
    "\"motivation\"",
    "\"tagging\"",
    "null",
    "1",
    "{\"type\":\"Annotation\",\"id\":\"urn:b\",\"target\":{\"source\":\"file:///a\",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"lamp\"}}}",
    "[{\"type\":\"Annotation\",\"body\":[{\"type\":\"TextualBody\",\"value\":\"oil\",\"purpose\":\"tagging\"}],\"target\":{\"source\":\"a\",\"selector\":[{\"type\":\"TextQuoteSelector\",\"exact\":\"lamp\",\"prefix\":\"the \"},{\"type\":\"TextPositionSelector\",\"start\":9,\"end\":4}]}}]",
];

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn bytes_are_read_as_a_document(kind in any::<u8>(), input in made_of(OF_DOCUMENTS)) {
        checks::document(&[&[kind][..], &input].concat());
    }

    #[test]
    fn an_address_is_read_as_it_is_shown(input in made_of(OF_ADDRESSES)) {
        checks::address(&input);
    }

    #[test]
    fn annotations_are_read_as_they_are_exported(input in made_of(OF_ANNOTATIONS)) {
        checks::annotations(&input);
    }
}

proptest! {
    #![proptest_config(config(160))]

    #[test]
    fn a_change_that_is_undone_leaves_the_file_of_bookmarks(input in made_of(OF_BOOKMARKS)) {
        checks::bookmarks(&input);
    }
}
