use super::*;
use crate::document::{Document, Origin};
use crate::import::teletype;
use proptest::prelude::*;

const LOG: &str = "commit 5aaa2a54974e5a494dc1a93f4b7b28612deb1d4a (HEAD -> main)\n\
    Author: Lia Orr <lia@harbour.example>\n\
    Date:   Sat Nov 28 14:05:01 2031 +0000\n\n\
    \x20   Light the lamp at dusk\n\n\
    \x20   1. It was dark.\n\n\
    diff --git a/rules/lamp.txt b/rules/lamp.txt\n\
    index 8960db3..6a45913 100644\n\
    --- a/rules/lamp.txt\n\
    +++ b/rules/lamp.txt\n\
    @@ -1,3 +1,3 @@ Lamps\n\
    \x201. The lamp\n\
    --- a/lamp\n\
    +is lit.\n\
    \x20\n\
    commit 1bba100a54974e5a494dc1a93f4b7b28612deb1d\n\
    Author: Lia Orr <lia@harbour.example>\n\n\
    \x20   Fill it\n";

const DIFF: &str = "diff --git a/oil b/oil\nnew file mode 100644\n--- /dev/null\n+++ b/oil\n\
    @@ -0,0 +1,2 @@\n+1. Oil.\n+\n\
    diff --git a/rope b/cord\nsimilarity index 90%\nrename from rope\nrename to cord\n\
    --- a/rope\n+++ b/cord\n@@ -1 +1 @@ knots\n-a\n+b\n@@ -9 +9 @@\n-c\n+d\n";

fn kind(text: &str) -> Option<PrintoutKind> {
    of(&teletype::shown(text.into()))
}

fn read(text: &str) -> Document {
    crate::source::read(text.as_bytes(), Origin::StandardInput).expect("read")
}

/// The titles of the sections, indented by their depth.
fn outline(text: &str) -> Vec<String> {
    let document = read(text);
    let shown = |id| {
        let depth = usize::from(document.section(id).depth);
        format!("{}{}", "-".repeat(depth), document.title(id))
    };
    document.section_ids().map(shown).collect()
}

/// The lines of a document, with the blank lines between its blocks.
fn lines(document: &Document) -> String {
    let block = |id| {
        let gap = if document.block(id).gap { "\n" } else { "" };
        format!("{gap}{}\n", document.body(id))
    };
    document.block_ids().map(block).collect()
}

#[test]
fn a_commit_is_named_by_its_hash() {
    use crate::document::{Target, look_up};
    let addresses = |document: &Document| -> Vec<String> {
        document.section_ids().map(|id| document.section_address(id).to_owned()).collect()
    };
    let log = read(LOG);
    let short = "1234567 Light the lamp\n12340ab89 Fill it\ne123456 Put it out\n\
        0829189 Sell the oil\n";
    let short = read(short);
    assert_eq!(addresses(&log), ["commit-5aaa2a5", "rules-lamp-txt", "commit-1bba100"]);
    assert_eq!(
        addresses(&short),
        ["commit-1234567", "commit-12340ab89", "commit-e123456", "commit-0829189"]
    );
    let title = |document: &Document, typed: &str| match look_up(document, typed, None) {
        Ok(Target::Text { sections, .. }) => document.title(sections[0]).into_owned(),
        other => format!("{other:?}"),
    };
    for typed in ["5aaa2a5", "5aaa", "5aaa2a54974e5a494dc1a93f4b7b28612deb1d4a", "commit-5aaa2a5"] {
        assert_eq!(title(&log, typed), "Light the lamp at dusk", "{typed}");
    }
    for (typed, subject) in
        [("1234567", "Light the lamp"), ("E123456", "Put it out"), ("0829189", "Sell the oil")]
    {
        assert_eq!(title(&short, typed), subject, "{typed}");
    }
    // Two have these digits, and too few name none.
    for typed in ["1234", "123", "5aaa2b"] {
        assert!(look_up(&short, typed, None).is_err() && look_up(&log, typed, None).is_err());
    }
}

#[test]
fn what_programs_print_is_known_by_how_it_begins() {
    use PrintoutKind::{
        Blame, Coloured, Diff, Log, QueryResult, ServiceStatus, ShortLog, StampedLines,
    };
    for (text, wanted) in [
        (LOG, Log),
        ("tag v1\nTagger: Lia <lia@harbour.example>\n\nFirst\n\ncommit 5aaa2a5\n", Log),
        ("*   commit 5aaa2a54974e5a494dc1a93f4b7b28612deb1d4a\n|\\  Merge: 1 2\n", Log),
        ("5aaa2a5 Light the lamp\n1bba100 Fill it\n65f3338 Find it\n", ShortLog),
        ("*   5aaa2a5 Merge\n|\\  \n| * 1bba100 Fill it\n|/  \n* 65f3338 Find it\n", ShortLog),
        (DIFF, Diff),
        ("--- lamp\t2031-01-01\n+++ lamp\t2031-01-02\n@@ -1 +1 @@\n-a\n+b\n", Diff),
        ("diff -u lamp lamp2\n--- lamp\n+++ lamp2\n@@ -1 +1 @@\n-a\n+b\n", Diff),
        ("Index: lamp\n=======\n--- lamp\n+++ lamp\n", Diff),
        (" lamp.txt | 2 +-\n oil.txt  | 1 +\n 2 files changed, 2 insertions(+)\n", Diff),
        ("^5aaa2a5 (Lia Orr 2031-11-24 16:49:17 +0000 1) 1. The lamp\n", Blame),
        (
            "Nov 28 14:05:01 tower lampd[1]: 1. on\nNov 28 14:05:02 tower lampd[1]: 2. off\n\
             -- Boot 5aaa --\nNov 28 14:05:03 tower lampd[1]: 3. on\n",
            StampedLines,
        ),
        (
            "2031-11-28T14:05:01+0000 a\n2031-11-28T14:05:02 b\n2031-11-28 14:05:03 c\n",
            StampedLines,
        ),
        ("[    0.000000] a\n[    0.100000] b\n[   12.345678] c\n", StampedLines),
        (" id | name\n----+------\n  1 | lamp\n  2 | oil\n(2 rows)\n", QueryResult),
        (
            "+----+------+\n| id | name |\n+----+------+\n|  1 | lamp |\n+----+------+\n",
            QueryResult,
        ),
        (" count \n-------\n    42\n(1 row)\n", QueryResult),
        ("-[ RECORD 1 ]\nid   | 1\nname | lamp\n", QueryResult),
        (
            "● lamp.service - The lamp\n     Loaded: loaded (/lamp)\n     Active: active\n",
            ServiceStatus,
        ),
        ("total 3\n\u{1B}[01;34mlamps\u{1B}[0m\n1. oil\n", Coloured),
    ] {
        assert_eq!(kind(text), Some(wanted), "{text}");
    }
}

#[test]
fn a_few_coloured_words_do_not_make_a_printout_of_a_text() {
    let clauses: String =
        (1..=9).map(|n| format!("{n}. The keeper lights lamp {n}.\n\n")).collect();
    assert_eq!(kind(&format!("\u{1B}[31mRules\u{1B}[m\n\n{clauses}")), None);
    let listed: String = (1..=9).map(|n| format!("\u{1B}[31m{n}.\u{1B}[m lamp\n")).collect();
    assert_eq!(kind(&listed), Some(PrintoutKind::Coloured));
}

#[test]
fn texts_that_people_write_are_not_printouts() {
    for text in [
        "",
        "1. The lamp.\n\n2. Oil.\n",
        "commit 5aaa2a5 to memory\n",
        "--- \nThe lamp\n--- \n",
        "The lamp | the oil\n\n1 file changed hands.\n",
        "| id | name |\n|----|------|\n| 1 | lamp |\n",
        "Of lamps\n--------\n\n1. The lamp | the oil.\n",
        "Nov 28 2031, the lamp was lit.\n\nNov 29 2031, it was put out.\n",
        "1234567 lamps\n2345678 ropes\n3456789 boats\n",
        // A manual page has sections, whatever colours it has.
        "LAMP(1)     Harbour     LAMP(1)\n\n\u{1B}[31mNAME\u{1B}[0m\n       lamp - lit\n",
        // Bold and underlined words are those of documents, too.
        "\u{1B}[1mLamps\u{1B}[0m\n\n1. The \u{1B}[4mlamp\u{1B}[0m.\n",
    ] {
        assert_eq!(kind(text), None, "{text}");
    }
}

#[test]
fn a_log_has_an_entry_for_each_commit_and_each_of_its_files() {
    assert_eq!(outline(LOG), ["Light the lamp at dusk", "-rules/lamp.txt", "Fill it"]);
    let short = "5aaa2a5 Light the lamp\n1bba100 Fill it\n65f3338 Find it\n";
    assert_eq!(outline(short), ["Light the lamp", "Fill it", "Find it"]);
    let graph =
        "* commit 5aaa2a54974e5a494dc1a93f4b7b28612deb1d4a\n| Author: Lia\n| \n|     Light\n";
    assert_eq!(outline(graph), ["Light"]);
}

#[test]
fn a_difference_has_an_entry_for_each_file_and_each_hunk() {
    assert_eq!(outline(DIFF), ["oil", "--0,0 +1,2", "cord", "-knots", "--9 +9"]);
    let paths = "diff --git a/of two b/names b/of two b/names\nBinary files differ\n";
    assert_eq!(outline(paths), ["of two b/names"]);
}

#[test]
fn lines_are_those_of_the_program() {
    let coloured = "\u{1B}[31ma\u{1B}[m  b\n\n\n\n\tc\n  1. d\nlamp and\noil\n";
    for (text, wanted) in [
        (LOG, LOG),
        (DIFF, DIFF),
        (coloured, "a  b\n\n\n\n        c\n  1. d\nlamp and\noil\n"),
        ("\n\n\u{1B}[31ma\u{1B}[m\n", "\na\n"),
    ] {
        let document = read(text);
        assert_eq!(lines(&document), wanted);
        assert!(document.is_printed());
        assert!(document.sections().iter().all(|section| !section.kind.is_provision()));
        assert!(document.links().is_empty() && document.terms().is_empty());
    }
}

#[test]
fn each_line_of_a_list_is_a_block() {
    let document = read("\u{1B}[31ma\u{1B}[m\nb\n\n\nc\n");
    let bodies: Vec<&str> = document.block_ids().map(|id| document.body(id)).collect();
    assert_eq!(bodies, ["a", "b\n", "c"]);
    // A difference has one for each hunk.
    assert_eq!(read(DIFF).block_count(), 5);
}

proptest! {
    #[test]
    fn no_line_is_lost(
        text in "(diff --git a/x b/x\n|@@ -1,2 \\+1 @@ f\n|--- a\n|\\+\\+\\+ b\n|[ +-]x\n|\n| \n|\u{1B}\\[3[1-4]my\n){1,30}",
    ) {
        let words = |text: &str| -> String {
            text.lines().map(str::trim_end).filter(|line| !line.is_empty()).map(|l| format!("{l}\n")).collect()
        };
        let coloured = format!("\u{1B}[32mx\n{text}");
        let document = read(&coloured);
        let shown = teletype::shown(coloured.as_str().into()).text.into_owned();
        prop_assert!(document.is_printed());
        prop_assert_eq!(words(&lines(&document)), words(&shown));
    }
}
