//! Bookmarks passed from one person to another, as a shell sees it.

use crate::shell::{self, text};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::process::Output;
use tempfile::TempDir;

/// A person with their own home folder.
struct Person(TempDir);

impl Person {
    fn new(bookmarks: &str) -> Self {
        let person = Self(tempfile::tempdir().expect("a folder"));
        let file = person.file();
        fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        fs::write(file, bookmarks).expect("written");
        person
    }

    /// Returns the path at which the program says that it keeps the bookmarks.
    fn file(&self) -> PathBuf {
        PathBuf::from(text(&self.run(&["path"], b"").stdout).trim_end())
    }

    fn kept(&self) -> String {
        fs::read_to_string(self.file()).expect("bookmarks")
    }

    fn run(&self, arguments: &[&str], input: &[u8]) -> Output {
        shell::run(&[&["bookmarks"], arguments].concat(), self.0.path(), input)
    }

    /// Returns what a successful command prints.
    fn says(&self, arguments: &[&str], input: &[u8]) -> String {
        let output = self.run(arguments, input);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }
}

fn bookmark(id: &str, title: &str, block: usize, note: &str) -> String {
    format!(
        r#"
[[bookmark]]
id = "{id}"
address = "8:{block}"
note = "{note}"
colour = "blue"
words = "the lamp"
before = "lights "
after = "."
clause = "00ff"
created = "2031-01-01T00:00:00Z"
modified = "2031-01-01T00:00:00Z"
tags = ["lamps"]
start = {{ block = {block}, byte = 3 }}
end = {{ block = {block}, byte = 11 }}
document = {{ title = "{title}", source = "/texts/{title}.txt", content = "{title}" }}
"#
    )
}

fn anna() -> Person {
    let (one, two) =
        (bookmark("a1", "Harbour", 7, "first\\nsecond"), bookmark("a2", "Harbour", 2, ""));
    Person::new(&format!("version = 1\n{one}{two}{}", bookmark("a3", "Treaty", 1, "")))
}

#[test]
fn markdown_holds_what_was_marked() {
    let markdown = anna().says(&["export"], b"");
    let places: Vec<_> = ["# Harbour", "## 8:2", "## 8:7", "first\\\nsecond", "# Treaty"]
        .iter()
        .map(|words| markdown.find(words).unwrap_or_else(|| panic!("{words}: {markdown}")))
        .collect();
    assert!(places.is_sorted(), "{markdown}");
    for words in ["> the lamp", "Tags: lamps", "Highlight: blue", "— Harbour, 8:7"] {
        assert!(markdown.contains(words), "{words}: {markdown}");
    }
}

#[test]
fn a_bookmark_is_cited_as_it_is_printed() {
    let cited = r#"cited = { title = "Harbour", source = "Harbour, No. 7", provision = "Rules, clause 8, para. 7", year = "2031" }
"#;
    let anna = Person::new(&format!("version = 1\n{}{cited}", bookmark("a1", "Harbour", 7, "")));
    let ends = |arguments: &[&str], words: &str| {
        let markdown = anna.says(arguments, b"");
        assert!(markdown.ends_with(words), "{arguments:?}: {markdown}");
    };
    ends(&["export"], "\n\n— Harbour, No. 7, Rules, clause 8, para. 7\n");
    ends(&["export", "--cite"], "\n\n— Harbour, No. 7, Rules, clause 8, para. 7\n");
    ends(&["export", "--cite=markdown"], "\n\n— *Harbour*, Rules, clause 8, para. 7\n");
    let output = anna.run(&["export", "--cite=zebra"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("unknown citation style “zebra”"));
    // The same after another person's import.
    let ben = Person::new("version = 1\n");
    ben.says(&["import", "-"], anna.says(&["export", "--format", "json-ld"], b"").as_bytes());
    assert_eq!(ben.says(&["export"], b""), anna.says(&["export"], b""));
    // The style set in the config.
    let path = text(&shell::run(&["config", "path"], anna.0.path(), b"").stdout);
    let config = PathBuf::from(path.trim_end());
    fs::create_dir_all(config.parent().expect("a folder")).expect("made");
    fs::write(&config, "citation = \"mine\"\n[citations]\nmine = \"{year}: {provision}\"\n")
        .expect("written");
    ends(&["export"], "\n\n— 2031: Rules, clause 8, para. 7\n");
}

#[test]
fn one_document_is_exported_alone() {
    let anna = anna();
    let export = anna.says(&["export", "--format", "json-ld", "--document", "tREATY"], b"");
    let page: Value = serde_json::from_str(&export).expect("JSON");
    assert_eq!(page["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(page["items"][0]["target"]["source"], "file:///texts/Treaty.txt");
    let output = anna.run(&["export", "--document", "zebra"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("zebra"));
}

#[test]
fn an_export_comes_back_the_same() {
    let (anna, ben) = (anna(), Person::new("version = 1\n"));
    let export = anna.says(&["export", "--format", "json-ld"], b"");
    let said = ben.says(&["import", "-"], export.as_bytes());
    assert_eq!(said, "3 added, 0 already there, 0 updated\n");
    let list = |person: &Person| person.says(&["list", "--format", "json"], b"");
    assert_eq!(list(&ben), list(&anna));
    assert_eq!(ben.says(&["export", "--format", "json-ld"], b""), export);
    let before = ben.kept();
    let said = ben.says(&["import", "-"], export.as_bytes());
    assert_eq!(said, "0 added, 3 already there, 0 updated\n");
    assert_eq!(ben.kept(), before);
}

#[test]
fn two_people_keep_what_both_wrote() {
    let anna = anna();
    let mine =
        bookmark("b1", "Harbour", 7, "mine").replace("note =", "shade = \"red\" # mine\nnote =");
    let ben = Person::new(&format!("# my own\nversion = 1\n{mine}"));
    let export = anna.says(&["export", "--format", "json-ld"], b"");
    fs::write(ben.0.path().join("anna.jsonld"), export).expect("written");
    let said = ben.says(&["import", "anna.jsonld"], b"");
    assert_eq!(said, "2 added, 0 already there, 1 updated\n");
    let kept = ben.kept();
    for words in ["# my own", "shade = \"red\" # mine", "first\nsecond\n\nmine"] {
        assert!(kept.contains(words), "{words}: {kept}");
    }
    let back = ben.says(&["export", "--format", "json-ld"], b"");
    anna.says(&["import", "-"], back.as_bytes());
    let sorted = |person: &Person| {
        let list = person.says(&["list", "--format", "json"], b"");
        let mut all: Vec<String> = serde_json::from_str::<Vec<Value>>(&list)
            .expect("JSON")
            .iter()
            .map(Value::to_string)
            .collect();
        all.sort();
        all
    };
    assert_eq!(sorted(&anna), sorted(&ben));
}

#[test]
fn unreadable_input_is_reported() {
    let anna = anna();
    let before = anna.kept();
    let files = [
        ("text.md", "# Markdown"),
        ("other.json", "{\"a\": 1}"),
        ("note.json", "[{\"target\": \"https://example.org\"}]"),
    ];
    for (name, contents) in files {
        fs::write(anna.0.path().join(name), contents).expect("written");
    }
    for (name, words) in [
        ("text.md", "text.md: not valid JSON"),
        ("other.json", "not Web Annotations"),
        ("note.json", "it quotes no words"),
        ("missing.json", "cannot read missing.json"),
    ] {
        let output = anna.run(&["import", name], b"");
        let error = text(&output.stderr);
        assert_eq!((output.status.code(), error.lines().count()), (Some(2), 1), "{error}");
        assert!(error.contains(words), "{error}");
        assert!(output.stdout.is_empty());
    }
    assert_eq!(anna.kept(), before);
    let page = json!([
        { "id": "urn:x:1", "creator": "c", "body": "n", "target": {
            "source": "urn:x:2", "selector": { "type": "TextQuoteSelector", "exact": "the lamp" } } },
        { "target": "urn:x:2" },
    ]);
    assert_eq!(
        anna.says(&["import", "-"], page.to_string().as_bytes()),
        "1 added, 0 already there, 0 updated, 1 detail from other programs left out, \
         1 could not be read: annotation 2: it quotes no words\n"
    );
}

#[test]
fn a_passage_is_bookmarked_by_its_address() {
    let person = Person::new("");
    fs::write(person.0.path().join("rules.txt"), "1. Lamps.\n\n2. Oil.\n\n3. Rope.\n")
        .expect("written");
    let says = |arguments: &[&str]| person.says(arguments, b"");
    let add = ["add", "rules.txt", "--at", "2", "--note", "dry?", "--tag", "oil"];
    assert_eq!(says(&add), "bookmark added: 2\n");
    assert_eq!(says(&add), "already bookmarked: 2\n");
    let listed = |about: &str| -> Vec<String> {
        let list: Value = serde_json::from_str(&says(&["list", "--format", "json"])).expect("JSON");
        let of =
            |one: &Value| one[about].as_str().map_or_else(|| one[about].to_string(), str::to_owned);
        list.as_array().expect("a list").iter().map(of).collect()
    };
    assert_eq!(
        (listed("quotation"), listed("note")),
        (vec!["Oil.".to_owned()], vec!["dry?".to_owned()])
    );
    assert_eq!(says(&["add", "rules.txt", "--at", "2", "--note", "wet"]), "bookmark updated: 2\n");
    assert_eq!(
        (listed("note"), listed("tags")),
        (vec!["wet".to_owned()], vec![r#"["oil"]"#.to_owned()])
    );
    says(&["add", "rules.txt", "--at", "1", "--at", "3", "--highlight", "red"]);
    assert_eq!(person.kept().matches("colour = \"red\"").count(), 2);
    for address in ["1", "3"] {
        says(&["add", "rules.txt", "--at", address, "--letter", "a"]);
    }
    assert_eq!(person.kept().matches("letter = \"a\"").count(), 1, "{}", person.kept());
    assert_eq!(says(&["remove", "rules.txt", "--at", "1-2"]), "2 bookmarks removed\n");
    assert_eq!(listed("quotation"), ["Rope."]);
    for (arguments, status, message) in [
        (["remove", "rules.txt", "--at", "1"], 1, "no bookmark there"),
        (["remove", "rules.txt", "--at", "9"], 1, "no clause 9"),
        (["add", "rules.txt", "--at", "9"], 1, "no clause 9"),
        (["add", "nothing.txt", "--at", "1"], 2, "nothing.txt"),
    ] {
        let output = person.run(&arguments, b"");
        assert_eq!(output.status.code(), Some(status), "{arguments:?}");
        assert!(text(&output.stderr).contains(message), "{}", text(&output.stderr));
    }
    assert_eq!(listed("quotation"), ["Rope."]);
}

#[test]
fn a_file_of_bookmarks_that_is_damaged_is_left_alone() {
    let anna = Person::new("version = 1\n[[bookmark\n");
    for arguments in [&["export"][..], &["import", "-"]] {
        let output = anna.run(arguments, b"[]");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains("bookmarks.toml:2"), "{}", text(&output.stderr));
    }
    assert_eq!(anna.kept(), "version = 1\n[[bookmark\n");
}

/// Far more processes than wait for a lock at one time in practice; each import is a separate
/// process.
#[test]
fn many_programs_at_once_take_the_bookmarks_in_turn() {
    const PROGRAMS: usize = 8;
    const IMPORTS: usize = 6;
    let person = Person::new("version = 1\n");
    std::thread::scope(|scope| {
        for program in 0..PROGRAMS {
            let person = &person;
            scope.spawn(move || {
                for import in 0..IMPORTS {
                    let page = json!([{ "id": format!("urn:x:{program}:{import}"), "target": {
                        "source": format!("urn:x:{program}"),
                        "selector": { "type": "TextQuoteSelector", "exact": format!("lamp {import}") },
                    } }]);
                    let said = person.says(&["import", "-"], page.to_string().as_bytes());
                    assert_eq!(said, "1 added, 0 already there, 0 updated\n");
                }
            });
        }
    });
    assert_eq!(person.kept().matches("[[bookmark]]").count(), PROGRAMS * IMPORTS);
}
