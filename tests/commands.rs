//! The printing commands, as a shell sees them.

use crate::shell::{self, text};
use serde_json::Value;
use std::process::Output;

/// Runs the program for a user who has never run it before.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let home = tempfile::tempdir().expect("a folder");
    shell::run(arguments, home.path(), input)
}

fn json(arguments: &[&str]) -> Value {
    let output = run(arguments, b"");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn outline_holds_every_clause() {
    let outline = json(&["outline", "--format", "json"]);
    let declaration = &outline["sections"].as_array().expect("sections")[2];
    assert_eq!(declaration["kind"], "declaration");
    let inside = declaration["sections"].as_array().expect("sections");
    assert_eq!(inside.len(), 26);
    assert_eq!(inside[0]["paragraphs"], 8);
    assert_eq!((&inside[11]["address"], &inside[11]["number"]), (&"11".into(), &"11".into()));
    let paragraphs: u64 = inside[1..].iter().filter_map(|c| c["paragraphs"].as_u64()).sum();
    assert_eq!(paragraphs, 46);
}

#[test]
fn labels_tell_apart_what_has_the_same_number() {
    let text = "Lamp Act\n\n1. Lamps are lit.\n\n1.1 Each lamp is lit at dusk.\n\n1.2 None is lit by day.\n\n2. (1) Oil is dry.\n\n(2) Oil is kept.\n\n3. The end is near the gate.\n";
    let output = run(&["outline", "-", "--format", "json"], text.as_bytes());
    let outline: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let mut found = Vec::new();
    let mut open = vec![&outline];
    while let Some(section) = open.pop() {
        if let (Some(number), Some(label)) = (section["number"].as_str(), section["label"].as_str())
        {
            found.push((number.to_owned(), label.to_owned()));
        }
        open.extend(section["sections"].as_array().into_iter().flatten().rev());
    }
    let of = |(number, label): (&str, &str)| (number.to_owned(), label.to_owned());
    let labels = [
        ("1", "1."),
        ("1.1", "1.1"),
        ("1.2", "1.2"),
        ("2", "2."),
        ("2.1", "(1)"),
        ("2.2", "(2)"),
        ("3", "3."),
    ];
    assert_eq!(found, labels.map(of));
}

#[test]
fn places_are_printed_with_their_citation() {
    let places = json(&["print", "--at", "4-5", "--at", "8:3", "--format", "json"]);
    let places = places.as_array().expect("places");
    let addresses: Vec<_> = places.iter().filter_map(|p| p["address"].as_str()).collect();
    assert_eq!(addresses, ["4", "5", "8:3"]);
    let citation = places[2]["citation"].as_str().expect("a citation");
    assert!(citation.ends_with("Declaration, clause 8, para. 3"), "{citation}");
}

#[test]
fn a_range_over_clauses_holds_what_it_names_and_no_more() {
    let places = json(&["print", "--at", "8:2-9:1", "--format", "json"]);
    let places = places.as_array().expect("places");
    let of = |name: &str| -> Vec<&str> { places.iter().filter_map(|p| p[name].as_str()).collect() };
    assert_eq!(of("address"), ["8:2-8", "9:1"]);
    assert_eq!(of("text").iter().map(|text| text.split("\n\n").count()).sum::<usize>(), 8);
    assert!(of("citation")[0].ends_with("Declaration, clause 8, paras 2-8"));
    assert!(of("citation")[1].ends_with("Declaration, clause 9, para. 1"));
}

/// Returns the citation, which is printed last, below the words.
fn citation(arguments: &[&str]) -> String {
    let output = run(arguments, b"");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let words = text(&output.stdout);
    words.trim_end().rsplit_once("\n\n").expect("words and a citation").1.to_owned()
}

#[test]
fn all_that_is_printed_has_one_citation() {
    let bulletin = "News Bulletin, Vol. 6, No. 24, June 20, 2006";
    let at = ["print", "--at", "4-6", "--at", "8", "--at", "11"];
    assert_eq!(
        citation(&[&at[..], &["--cite"]].concat()),
        format!("— {bulletin}, Declaration, clauses 4-6, 8 and 11")
    );
    assert_eq!(
        citation(&[&at[..], &["--cite", "--format", "markdown"]].concat()),
        "— *News Bulletin*, Vol. 6, No. 24, June 20, 2006, Declaration, clauses 4-6, 8 and 11"
    );
    assert!(citation(&[&at[..], &["--cite=bibtex"]].concat()).starts_with("@misc{news-bulletin-"));
    assert_eq!(
        citation(&["print", "--at", "8:2-9:1", "--cite=plain"]),
        format!("— {bulletin}, Declaration, clause 8, paras 2-8; clause 9, para. 1")
    );
    assert_eq!(
        citation(&["print", "--at", "members/Thailand", "--cite"]),
        format!("— {bulletin}, News story, para. 3 (members: Thailand)")
    );
}

#[test]
fn matches_keep_true_offsets() {
    let matches = json(&["find", "energy", "--format", "json"]);
    let matches = matches.as_array().expect("matches");
    assert_eq!(matches.len(), 6);
    assert_eq!((&matches[1]["address"], &matches[1]["offset"]), (&"11".into(), &18.into()));
}

#[test]
fn members_are_counted_as_the_text_states() {
    let rosters = json(&["members", "--format", "json"]);
    assert_eq!((&rosters[0]["roster"], &rosters[0]["stated"]), (&"members".into(), &18.into()));
    assert_eq!(rosters[0]["entries"].as_array().map(Vec::len), Some(18));
    assert_eq!(rosters[1]["entries"].as_array().map(Vec::len), Some(11));
}

#[test]
fn the_exit_status_says_what_happened() {
    for (arguments, status, words) in [
        (
            &["print", "--at", "41"][..],
            1,
            "no clause 41: the last is 25; did you mean 4:1, 14 or 1?",
        ),
        (&["print", "--at", "8:30"], 1, "clause 8 has 8 paragraphs, not 30\n"),
        (&["find", "zebra"], 1, ""),
        (&["print", "--at", "(("], 2, "(("),
        (&["outline", "no-such-file"], 2, "no-such-file"),
        (&["print", "--format", "stone"], 2, "stone"),
        (&["print", "--cite=stone"], 2, "unknown citation style “stone”"),
        (&["print", "--width", "7"], 2, "20 or more, or 0"),
        (&["find", "-E", "("], 2, "regular expression"),
    ] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(status), "{arguments:?}");
        assert!(text(&output.stderr).contains(words), "{arguments:?}: {}", text(&output.stderr));
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn standard_input_is_read_and_made_safe() {
    let output = run(&["-"], b"A \x1b[31mred\x1b[0m word.\n\n1. We agree.\n\n2. We part.\n");
    assert_eq!(output.status.code(), Some(0));
    let words = text(&output.stdout);
    assert!(words.contains("We agree.") && !words.contains('\u{1b}'), "{words}");
}

#[test]
fn what_is_piped_in_is_read_where_no_file_is_named() {
    let rules = b"Harbour Rules\n\n1. The lamp is lit.\n\n2. The rope is long.\n";
    for arguments in [&["print"][..], &["outline"], &["find", "rope"], &["print", "--at", "2"], &[]]
    {
        let output = run(arguments, rules);
        let words = text(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(&output.stderr));
        assert!(words.contains("rope"), "{arguments:?}: {words}");
    }
    // Compressed input and marked-up pages are read whole, as from a file.
    let page = run(&["print"], b"<!doctype html><title>Rules</title><p>A <b>lamp</b>.</p>");
    assert!(text(&page.stdout).contains("A lamp."), "{}", text(&page.stdout));
    // If a document is named, the program leaves standard input unread.
    for arguments in [&["print", "--built-in", "--at", "11"][..], &["bookmarks", "list"]] {
        let words = text(&run(arguments, rules).stdout);
        assert!(!words.contains("rope"), "{arguments:?}: {words}");
    }
}

#[test]
fn an_empty_pipe_is_reported_and_nothing_else_shown_instead() {
    let home = tempfile::tempdir().expect("a folder");
    for line in ["true | \"$0\" print", "true | \"$0\"", "\"$0\" outline < \"$HOME/empty\""] {
        std::fs::write(home.path().join("empty"), "").expect("written");
        let output = std::process::Command::new("sh")
            .args(["-c", line, env!("CARGO_BIN_EXE_bulletin")])
            .env("HOME", home.path())
            .output()
            .expect("a shell");
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert!(output.stdout.is_empty(), "{line}");
        let told = text(&output.stderr);
        assert!(told.starts_with("bulletin: standard input is empty"), "{line}: {told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    }
}

#[test]
fn a_number_is_found_behind_what_is_left_out() {
    // In converted files, controls that reorder text precede numbers.
    for text in
        ["\u{202a}1. We agree.\n\n\u{202a}2. We part.\n", "(\u{feff}1) A.\n\n(2) We part.\n"]
    {
        let output = run(&["print", "-", "--at", "2"], text.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{}", self::text(&output.stderr));
        assert!(self::text(&output.stdout).contains("We part."), "{}", self::text(&output.stdout));
    }
}

#[test]
fn every_shell_and_the_manual_are_served() {
    for arguments in [
        &["completions", "bash"][..],
        &["completions", "fish"],
        &["man"],
        &["man", "5"],
        &["man", "config", "schema"],
        &["config", "schema"],
    ] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(text(&output.stdout).contains("bulletin"));
    }
}

/// Creates a folder with documents and other files; the first part of each is its name.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, bytes).expect("written");
    }
    folder
}

#[test]
fn folders_are_searched_in_the_order_of_their_files() {
    let lamp = b"1. The lamp is lit at dusk.\n\n2. The oil is kept dry.\n";
    let folder = folder(&[
        ("b/rules.txt", lamp),
        ("a.md", b"# Lamps\n\nA *lamp* burns.\n"),
        ("c.html", b"<!doctype html><p>No l&amp;mp.</p>"),
        ("none.bin", b"\0\x01lamp\0\xff"),
        (".hidden.txt", lamp),
        (".ignore", b"left-out.txt\n"),
        ("left-out.txt", lamp),
    ]);
    let path = folder.path().to_str().expect("a path");
    let found = |more: &[&str]| {
        let output = run(&[&["find", "lamp", path], more].concat(), b"");
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        assert_eq!(text(&output.stderr), "");
        text(&output.stdout)
    };
    let all = found(&[]);
    let files: Vec<&str> = all
        .lines()
        .map(|line| line.strip_prefix(path).expect("a path").split(':').next().expect("a file"))
        .collect();
    assert_eq!(files, ["/a.md", "/a.md", "/b/rules.txt"]);
    assert_eq!(found(&["-E"]), all);
    assert!(found(&["--hidden"]).contains("/.hidden.txt:1: "));
    // The list for programs has the same matches.
    let list: Value = serde_json::from_str(&found(&["--format", "json"])).expect("JSON");
    assert_eq!(list.as_array().map(Vec::len), Some(3));
    assert_eq!(list[2]["file"], format!("{path}/b/rules.txt"));
    let none = run(&["find", "zebra", path, "--format", "json"], b"");
    assert_eq!((none.status.code(), text(&none.stdout).as_str()), (Some(1), "[]\n"));
}

#[test]
fn several_documents_are_printed_with_the_names_of_their_files() {
    let folder = folder(&[
        ("a.txt", b"1. The lamp is lit at dusk.\n\n2. The oil is kept dry.\n"),
        ("b.txt", b"1. The bell is rung at dawn.\n\n2. The rope is long.\n\n3. No more.\n"),
    ]);
    let names = ["a.txt", "b.txt"].map(|name| folder.path().join(name));
    let [a, b] = names.each_ref().map(|name| name.to_str().expect("a path"));
    let both = text(&run(&["print", a, b, "--at", "1"], b"").stdout);
    let [heading, of_a, next, of_b] = both.split("\n\n").collect::<Vec<_>>()[..] else {
        panic!("{both}")
    };
    assert_eq!((heading, next), (&*format!("==> {a} <=="), &*format!("==> {b} <==")));
    assert!(of_a.contains("lamp") && of_b.contains("bell"), "{both}");
    let places = json(&["print", a, b, "--at", "1-2", "--format", "json"]);
    let files: Vec<_> =
        places.as_array().expect("places").iter().map(|place| &place["file"]).collect();
    assert_eq!(files, [a, a, b, b]);
    let output = run(&["print", a, b, "--at", "3"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("No more."));
    let markdown = text(&run(&["print", a, b, "--format", "markdown"], b"").stdout);
    let again = run(&["outline", "-", "--format", "json"], markdown.as_bytes());
    assert_eq!(again.status.code(), Some(0));
    assert_eq!(markdown.matches("<!-- ").count(), 2, "{markdown}");
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_reported_and_the_others_are_searched() {
    let folder = folder(&[("a.txt", b"A lamp.\n"), ("b.pdf", b"%PDF-1.4\ndamaged")]);
    let path = folder.path().to_str().expect("a path");
    let output = run(&["find", "lamp", path, "/no/such/file"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stdout).lines().count(), 1);
    assert!(text(&output.stderr).contains("/no/such/file"), "{}", text(&output.stderr));
}

#[test]
fn colours_are_those_that_were_asked_for() {
    let found = |more: &[&str]| {
        let arguments = [&["find", "energy security", "--built-in"], more].concat();
        text(&run(&arguments, b"").stdout)
    };
    let plain = found(&[]);
    assert!(!plain.contains('\u{1b}'), "nothing is coloured in a pipe");
    let coloured = found(&["--color", "always"]);
    assert!(coloured.contains("\u{1b}[1m\u{1b}[31menergy security\u{1b}[0m"), "{coloured:?}");
    let stripped = regex::Regex::new("\u{1b}\\[[0-9;]*m").expect("a pattern");
    for arguments in [&["find", "energy", "--built-in"][..], &["outline"], &["check"], &["terms"]] {
        let plain = text(&run(arguments, b"").stdout);
        let coloured = text(&run(&[arguments, &["--color", "always"]].concat(), b"").stdout);
        assert_eq!(stripped.replace_all(&coloured, ""), plain, "{arguments:?}");
    }
}

#[test]
fn all_pages_of_the_manual_are_written() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("man");
    let path = folder.to_str().expect("a path");
    let output = shell::run(&["man", "--out", path], home.path(), b"");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    for name in ["bulletin.1", "bulletin-print.1", "bulletin-bookmarks-export.1", "bulletin.5"] {
        assert!(folder.join(name).is_file(), "{name}");
    }
    let manual = std::fs::read_to_string(folder.join("bulletin.1")).expect("read");
    for section in ["KEYS", "FILES", "ENVIRONMENT", "\"EXIT STATUS\""] {
        assert!(manual.contains(&format!(".SH {section}")), "{section}");
    }
}

const CODE: &[u8] = include_bytes!("fixtures/lamp-code.txt");

#[test]
fn references_are_printed_both_ways() {
    let output = run(&["references", "-"], CODE);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(
        text(&output.stdout),
        "1:2: section 3 → 3\n\
         2: section 1 → 1\n\
         2: sections 1 to 3 → 1-3\n\
         2: section 8 → nowhere (8)\n\
         3: the preceding section → 2\n\
         \n\
         1 ← 2\n\
         2 ← 3\n\
         3 ← 1:2, 2\n"
    );
    let output = run(&["references", "-", "--format", "json"], CODE);
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(told["references"][2]["to"], "1-3");
    assert_eq!(
        (&told["references"][3]["to"], &told["references"][3]["missing"]),
        (&Value::Null, &"8".into())
    );
    assert_eq!(told["cited_by"][2]["by"], serde_json::json!(["1:2", "2"]));
}

#[test]
fn terms_and_abbreviations_are_printed() {
    let output = run(&["terms", "-", "--format", "json"], CODE);
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let names: Vec<_> = told.as_array().expect("terms").iter().map(|t| &t["name"]).collect();
    assert_eq!(names, ["Lamp", "Great Lamp", "LHK"]);
    assert_eq!(told[1]["defined"], serde_json::json!(["1:2"]));
    assert_eq!((&told[1]["uses"], &told[2]["kind"]), (&1.into(), &"abbreviation".into()));
    assert_eq!(run(&["terms", "-"], b"Nothing is told.\n").status.code(), Some(1));
}

#[test]
fn faults_are_reported_and_decide_the_exit_status() {
    let output = run(&["check", "-"], CODE);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "2: “section 8” leads nowhere: there is no 8\n");
    assert_eq!(text(&output.stderr), "");
    let sound = b"Rules\n\n1. \"Lamp\" means a light.\n\n2. Oil burns, as section 1 says.\n";
    let output = run(&["check", "-"], sound);
    assert_eq!(output.status.code(), Some(0), "a remark is no fault");
    assert_eq!(text(&output.stdout), "1: remark: “Lamp” is defined but never used\n");
    let output = run(&["check", "-", "--format", "json"], sound);
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&told[0]["kind"], &told[0]["remark"]), (&"unused-term".into(), &true.into()));
    assert_eq!(run(&["check", "--built-in"], b"").status.code(), Some(0));
    assert_eq!(run(&["check", "no such file"], b"").status.code(), Some(2));
}

const TREATY: &[u8] = include_bytes!("fixtures/lamp-treaty.txt");

#[test]
fn a_treaty_of_articles_chapters_and_annexes_is_followed() {
    let output = run(&["references", "-"], TREATY);
    let told = text(&output.stdout);
    let (references, _) = told.split_once("\n\n").expect("two lists");
    assert_eq!(
        references.lines().collect::<Vec<_>>(),
        [
            "1(b): paragraph 2 → 3.2",
            "1(b): article 3 → 3",
            "2.1: paragraph 2 → 2.2",
            "2.2: paragraph 1 (a) → 2.1",
            "2.2: Articles 3 to 5 → nowhere (5)",
            "2.3: article 9 → nowhere (9)",
            "3.2: Annex A → A",
            "3.2: the following article → 4",
            "6.1: Article 5 → nowhere (5)",
            "6.1: chapter II → chapter-ii",
            "6.1: Chapter IV → nowhere (chapter IV)",
            "6.2: Articles 2 → 2",
            "6.2: 3 → 3",
            "6.2: 4 → 4",
            "6.2: Annex B → nowhere (annex B)",
            "A/1: section 2 → A/2",
            "A/2: Paragraph 1 → A/1",
        ]
    );
    let output = run(&["check", "-"], TREATY);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stdout).lines().collect::<Vec<_>>(),
        [
            "2.2: “Articles 3 to 5” leads nowhere: there is no 5",
            "2.2: the text states three but lists 2",
            "2.3: “article 9” leads nowhere: there is no 9",
            "4: the text states two but lists 3",
            "6: article 5 is missing between 4 and 6",
            "6.1: “Article 5” leads nowhere: there is no 5",
            "6.1: “Chapter IV” leads nowhere: there is no chapter IV",
            "6.2: “Annex B” leads nowhere: there is no annex B",
        ]
    );
}

#[test]
fn assumptions_are_reported_on_standard_error() {
    let page = b"<!doctype html><h1>Lamps</h1><p>Lit <img alt=dusk></p><nav>Menu</nav>";
    for arguments in [&["print", "-"][..], &["outline", "-"], &["find", "Lit", "-"]] {
        let output = run(arguments, page);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        let told = text(&output.stderr);
        assert!(!text(&output.stdout).contains("Menu"));
        let lines: Vec<_> = told.lines().collect();
        assert_eq!(
            lines,
            [
                "bulletin: -: 1 picture is not shown",
                "bulletin: -: left out: navigation",
                "bulletin: -: no numbered clauses found: headings are listed",
            ],
            "{arguments:?}"
        );
    }
    let output = run(&["print", "-"], b"\x7FELF\0\0\x01");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).starts_with("bulletin: - is not a text file: open"));
}

#[test]
fn several_files_are_named_where_they_are_found_and_printed_in_turn() {
    let home = tempfile::tempdir().expect("a folder");
    for (name, words) in [
        ("a.txt", "1. We light the lamp.\n\n2. So it is.\n"),
        ("b.txt", "1. We mend the net.\n\n2. So it is.\n"),
    ] {
        std::fs::write(home.path().join(name), words).expect("written");
    }
    let run = |arguments: &[&str]| shell::run(arguments, home.path(), b"");
    let output = run(&["find", "We", "a.txt", "none.txt", "b.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stdout), "a.txt:1: We light the lamp.\nb.txt:1: We mend the net.\n");
    assert!(text(&output.stderr).contains("none.txt"));
    let output = run(&["find", "We", "a.txt", "b.txt", "--format", "json"]);
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&found[0]["file"], &found[1]["file"]), (&"a.txt".into(), &"b.txt".into()));
    let output = run(&["a.txt", "none.txt", "b.txt"]);
    assert_eq!(output.status.code(), Some(2));
    let words = text(&output.stdout);
    assert!(words.contains("light the lamp") && words.contains("mend the net"), "{words}");
    assert_eq!(run(&["a.txt", "b.txt"]).status.code(), Some(0));
}

#[test]
fn documents_that_were_read_are_printed() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("bulletin/reading");
    std::fs::create_dir_all(&folder).expect("a folder");
    let state = "title = \"Rules\"\nsource = \"/no/rules.txt\"\nopened = \"2030-05-01T10:00:00Z\"\n\
                 address = \"2\"\nprogress = 47\n";
    std::fs::write(folder.join("aa.toml"), state).expect("written");
    let output = shell::run(&["recent"], home.path(), b"");
    let words = text(&output.stdout);
    // The built-in bulletin was never read.
    assert_eq!(words, "2030-05-01   47 %  Rules · /no/rules.txt · missing\n");
    let output = shell::run(&["recent", "--format", "json"], home.path(), b"");
    let listed: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&listed[0]["progress"], &listed[0]["missing"]), (&47.into(), &true.into()));
    assert_eq!(listed.as_array().map(Vec::len), Some(1));
}

#[test]
fn what_a_document_lacks_is_reported_once_beside_the_output() {
    let prose = "A lamp burns at night.\n\nIt is lit at dusk.\n";
    for (input, note) in [
        ("", "the document is empty"),
        (" \n\n", "the document has no text, only white space"),
        ("Of lamps\n\nA lamp burns.\n", "no numbered clauses found: headings are listed"),
        (prose, "no numbered clauses or headings found: the text is one section"),
    ] {
        for command in ["print", "outline"] {
            let output = run(&[command, "-"], input.as_bytes());
            assert_eq!(output.status.code(), Some(0), "{command} {input:?}");
            assert_eq!(text(&output.stderr), format!("bulletin: -: {note}\n"), "{command}");
            assert!(!text(&output.stdout).contains(note));
        }
    }
    let output = run(&["print", "-"], b"Rules\n\n1. A lamp burns.\n\n2. It is lit.\n");
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn a_line_is_explained_by_the_rules_that_decided_about_it() {
    let text = "Rules\n\n1. The keeper lights:\n\n(a) every lamp;\n\n(b) the tower.\n\n2. The keeper \
        rests.\n\n60. Days later he wakes.\n\n3. The keeper wakes.\n";
    let told = |arguments: &[&str]| {
        let output = run(&[&["explain", "-"], arguments].concat(), text.as_bytes());
        (output.status.code(), String::from_utf8(output.stdout).expect("text"))
    };
    let (status, list) = told(&[]);
    assert_eq!(status, Some(0));
    assert_eq!(
        list,
        "1: begins heading rules: Rules\n\
         3: begins clause 1: 1. The keeper lights:\n\
         5: begins clause 1(a): (a) every lamp;\n\
         7: begins clause 1(b): (b) the tower.\n\
         9: begins clause 2: 2. The keeper rests.\n\
         11: begins a paragraph at 2:2 (continues-nothing): 60. Days later he wakes.\n\
         13: begins clause 3: 3. The keeper wakes.\n"
    );
    let (status, line) = told(&["--line", "11"]);
    assert_eq!(status, Some(0));
    assert!(line.starts_with("line 11 begins a paragraph at 2:2\n    60. Days later he wakes.\n"));
    assert!(line.contains("“60.” as 60: digits, full stop"), "{line}");
    assert!(line.contains("\n    against continues-nothing: The label continues no sequence"));
    let (status, passage) = told(&["--at", "1(a)"]);
    assert_eq!(status, Some(0));
    assert!(passage.starts_with("line 5 begins clause 1(a)\n"), "{passage}");
    assert!(passage.contains("for sub-provisions: "), "{passage}");
    assert!(passage.contains("inside 1; sequence (a) to (b), 2 labels"), "{passage}");
    assert_eq!(told(&["--line", "99"]).0, Some(1));
    assert_eq!(told(&["--at", "9"]).0, Some(1));
}

#[test]
fn an_explanation_is_printed_for_programs_too() {
    let charter = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/lamp-charter.txt");
    let lines = json(&["explain", charter, "--line", "11", "--format", "json"]);
    let line = &lines[0];
    assert_eq!(line["line"], 11);
    assert_eq!(line["text"], "3. A lamp shall be lit at dusk.");
    assert_eq!(line["provision"], true);
    assert_eq!(line["begins"], serde_json::json!([{"address": "3", "kind": "clause"}]));
    assert_eq!(line["readings"][0]["number"], "3");
    let reason = &line["reasons"][0];
    assert_eq!((&reason["rule"], &reason["effect"]), (&"outermost".into(), &"for".into()));
    assert_eq!(reason["reading"], 0);
    assert_eq!(reason["sequence"], serde_json::json!({"first": "1.", "last": "12.", "labels": 12}));
    assert_eq!(reason["figures"]["different-labels"], 11);
}

#[test]
fn the_rules_are_printed_with_their_sentences() {
    let output = run(&["explain", "--rules"], b"");
    let page = String::from_utf8(output.stdout).expect("text");
    assert!(page.contains("outermost (for)\n    Of the sequences"), "{page}");
    assert!(page.contains("    at least 32 lines in the column\n"), "{page}");
    let rules = json(&["explain", "--rules", "--format", "json"]);
    let names: Vec<&str> =
        rules.as_array().expect("rules").iter().filter_map(|r| r["name"].as_str()).collect();
    assert!(names.contains(&"middle-of-sentence") && names.len() > 40, "{names:?}");
    assert!(names.iter().all(|name| page.contains(&format!("{name} ("))));
}

#[test]
fn an_argument_that_is_not_a_file_is_reported_with_advice() {
    for (argument, said) in [
        ("prnt", "did you mean “bulletin print”?"),
        ("https://example.org/rules.html", "curl -sSL 'https://example.org/rules.html' | bulletin"),
    ] {
        let output = run(&[argument], b"");
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(said), "{}", text(&output.stderr));
    }
    let page = run(&["man", "print"], b"");
    assert!(text(&page.stdout).contains("bulletin\\-print"), "{}", text(&page.stdout));
    assert_eq!(run(&["man", "fly"], b"").status.code(), Some(2));
}

#[test]
fn the_choice_of_colours_can_come_before_a_command_and_nothing_else_can() {
    let arguments = ["find", "energy security", "--built-in"];
    let behind = run(&[&arguments[..], &["--color", "always"]].concat(), b"");
    let before = run(&[&["--color", "always"], &arguments[..]].concat(), b"");
    assert_eq!(before.status.code(), Some(0), "{}", text(&before.stderr));
    assert!(text(&before.stdout).contains("\u{1b}["), "{}", text(&before.stdout));
    assert_eq!(before.stdout, behind.stdout);
    for (argument, told) in [("--built-in", "--built-in"), ("--linear", "--linear")] {
        let output = run(&[argument, "outline"], b"");
        assert_eq!(output.status.code(), Some(2));
        let said = format!("{told} cannot come before a command");
        assert!(text(&output.stderr).contains(&said), "{}", text(&output.stderr));
    }
}

#[test]
fn a_start_is_named_as_in_less() {
    let at = |start: &str| {
        let letter = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/harbour-letter.txt");
        let output = run(&["--linear", start, letter], b".\n");
        text(&output.stdout)
    };
    assert!(at("+2").contains("clause 2 of 3"), "{}", at("+2"));
    let built_in = run(&["--linear", "--built-in", "+11"], b"");
    assert!(text(&built_in.stdout).contains("clause 11 of 25"), "{}", text(&built_in.stderr));
    let both = run(&["--built-in", "letter.txt"], b"");
    assert_eq!(both.status.code(), Some(2));
    let told = "--built-in cannot be used with the file letter.txt";
    assert!(text(&both.stderr).contains(told), "{}", text(&both.stderr));
    let with_start = run(&["--built-in", "letter.txt", "+11"], b"");
    assert!(text(&with_start.stderr).contains(told), "{}", text(&with_start.stderr));
    assert!(at("+/own fund").contains("pilots’ own fund"), "{}", at("+/own fund"));
}
