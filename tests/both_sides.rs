//! What can be done with a document on the screen can be done by a command, and the reverse. One
//! table says how, and what is on one side only, with the reason. It covers every action, every
//! command of the palette, and every command and option of the command line.

use bulletin::action::Action;
use bulletin::app::palette_names;
use bulletin::cli::arguments::Arguments;
use clap::{CommandFactory, Parser};
use std::collections::BTreeSet;

/// What can be done on both sides: commands of the palette (actions, or with an argument), and the
/// command lines that do the same.
const BOTH: [(&[&str], &[&str]); 27] = [
    (&["open"], &["bulletin letter.txt"]),
    (&["next-document", "previous-document"], &["bulletin letter.txt rules.txt"]),
    (
        &["jump", "confirm"],
        &["bulletin letter.txt --at 11", "bulletin +11 letter.txt", "bulletin print --at 11"],
    ),
    (
        &["search-forward", "search-backward"],
        &["bulletin +/words letter.txt", "bulletin find words"],
    ),
    (&["search-next", "search-previous", "only-matches"], &["bulletin find words"]),
    (&["search-regex"], &["bulletin find -E words"]),
    (&["copy", "write"], &["bulletin print --at 11", "bulletin print --format markdown"]),
    (&["copy-with-citation", "citation"], &["bulletin print --at 11 --cite=plain"]),
    (&["wider", "narrower", "width"], &["bulletin print --width 60"]),
    (&["contents", "copy-address"], &["bulletin outline"]),
    (&["members"], &["bulletin members"]),
    (&["terms", "abbreviations", "explain-words"], &["bulletin terms"]),
    (
        &["references", "cited-by", "link-next", "link-previous", "link-hints"],
        &["bulletin references"],
    ),
    (&["check"], &["bulletin check"]),
    (
        &["side-by-side", "beside"],
        &["bulletin letter.txt brief.txt --beside", "bulletin print letter.txt --beside brief.txt"],
    ),
    (
        &["compare"],
        &["bulletin compare old.txt new.txt", "bulletin compare old.txt new.txt --screen"],
    ),
    (&["history"], &["bulletin history 3 old.txt new.txt"]),
    (&["explain"], &["bulletin explain --at 11", "bulletin explain --line 3"]),
    (&["explain-rules"], &["bulletin explain --rules"]),
    (&["recent-documents"], &["bulletin recent"]),
    (&["mark", "mark-with-note"], &["bulletin bookmarks add --at 11 --note words"]),
    (
        &[
            "edit-note",
            "edit-note-outside",
            "edit-tags",
            "next-highlight",
            "quick-mark",
            "go-to-mark",
        ],
        &["bulletin bookmarks add --at 11 --tag oil --highlight red --letter a"],
    ),
    (&["delete-bookmark"], &["bulletin bookmarks remove --at 11"]),
    (
        &["bookmarks", "all-bookmarks", "filter-bookmarks"],
        &["bulletin bookmarks list", "bulletin bookmarks list --document letter"],
    ),
    (
        &["export", "import"],
        &[
            "bulletin bookmarks export --document letter --cite=plain",
            "bulletin bookmarks import notes.jsonld",
        ],
    ),
    (&["show-settings"], &["bulletin config show"]),
    (&["help"], &["bulletin config keys", "bulletin man print"]),
];

/// What is only on the screen, and why.
const ONLY_INSIDE: [(&str, &[&str]); 9] = [
    (
        "they move in what the screen shows, or select it; a command takes an address",
        &[
            "line-down",
            "line-up",
            "half-page-down",
            "half-page-up",
            "page-down",
            "page-up",
            "top",
            "end",
            "paragraph-next",
            "paragraph-previous",
            "clause-next",
            "clause-previous",
            "left",
            "right",
            "word-next",
            "word-end",
            "word-previous",
            "line-start",
            "line-end",
            "go-to-part",
            "peek",
            "back",
            "forward",
            "cancel",
            "select",
            "select-other-end",
        ],
    ),
    (
        "they change the look of the screen",
        &[
            "toggle-contents",
            "wider-contents",
            "narrower-contents",
            "fold",
            "fold-all",
            "toggle-justify",
            "toggle-hyphenation",
            "toggle-bidi",
            "next-theme",
            "toggle-mouse",
            "theme",
            "progress",
            "justify",
            "hyphenation",
            "layout",
            "columns",
            "hints",
            "bidi",
            "redline",
            "other-text",
            "toggle-coupling",
        ],
    ),
    (
        "a shell filters and sorts what a command prints",
        &["filter-documents", "order-documents", "order-bookmarks", "filter-list", "order-list"],
    ),
    (
        "they start other programs, which a shell can start itself",
        &["look-up", "speak-on", "speak-paragraph", "speak-clause"],
    ),
    ("only a person can judge where the passage of a bookmark is now", &["accept", "accept-all"]),
    (
        "they concern what was done or read since the program started",
        &["undo", "next-change", "previous-change", "reload"],
    ),
    ("it removes from a list what the screen has put there", &["forget-document"]),
    (
        "the config is a file, which any editor or program can change",
        &["save-settings", "reset-settings"],
    ),
    ("they concern the program on the screen", &["palette", "redraw", "suspend", "quit"]),
];

/// Commands and options that are only outside, and why.
const ONLY_OUTSIDE: [(&str, &[&str]); 9] = [
    (
        "they choose what is printed, and how",
        &[
            "compare --at",
            "compare --summary",
            "compare --all",
            "compare --references",
            "compare --strict",
            "compare --format",
            "compare --git",
            "compare --output",
            "compare --author",
        ],
    ),
    ("they need several documents", &["history --format", "check --beside"]),
    (
        "they concern no document",
        &["bookmarks path", "config path", "config schema", "completions", "man --out"],
    ),
    (
        "programs read what they print",
        &[
            "outline --format",
            "find --format",
            "members --format",
            "references --format",
            "terms --format",
            "check --format",
            "explain --format",
            "recent --format",
            "library --format",
            "bookmarks list --format",
            "bookmarks export --format",
        ],
    ),
    (
        "they choose the document, as `:open` does",
        &[
            "--built-in",
            "print --built-in",
            "outline --built-in",
            "find --built-in",
            "members --built-in",
            "references --built-in",
            "terms --built-in",
            "check --built-in",
            "explain --built-in",
            "bookmarks add --built-in",
            "bookmarks remove --built-in",
        ],
    ),
    ("it searches folders", &["find --hidden"]),
    (
        "they concern the folders of the library",
        &["library add", "library remove", "library update"],
    ),
    ("the screen shows the clause around it", &["print --chapeau"]),
    (
        "they take effect before anything is shown",
        &[
            "--linear",
            "--quit-if-one-screen",
            "--color",
            "--RAW-CONTROL-CHARS",
            "--no-init",
            "--chop-long-lines",
        ],
    ),
];

/// Returns the words in a list of lists.
fn all<'a>(of: impl IntoIterator<Item = &'a &'a [&'a str]>) -> Vec<&'a str> {
    of.into_iter().flat_map(|names| names.iter().copied()).collect()
}

#[test]
fn every_action_and_command_of_the_palette_is_in_the_table() {
    let named =
        all(BOTH.iter().map(|(inside, _)| inside).chain(ONLY_INSIDE.iter().map(|(_, n)| n)));
    let actions = Action::ALL.iter().map(|action| action.name());
    let known: BTreeSet<&str> = actions.chain(palette_names()).collect();
    for name in &named {
        assert!(known.contains(name), "no action or command of the palette is called {name}");
    }
    let named: BTreeSet<&str> = named.into_iter().collect();
    let lacking: Vec<&&str> = known.difference(&named).collect();
    assert!(lacking.is_empty(), "not in the table: {lacking:?}");
    // What is on both sides is not on one side only.
    let both: BTreeSet<&str> = all(BOTH.iter().map(|(inside, _)| inside)).into_iter().collect();
    for name in all(ONLY_INSIDE.iter().map(|(_, names)| names)) {
        assert!(!both.contains(name), "{name} is on both sides");
    }
}

/// Returns the commands below a command that have none below them, and their options, named without
/// the name of the program.
fn commands_and_options(command: &clap::Command, before: &str) -> BTreeSet<String> {
    let is_own = |one: &&clap::Command| one.get_name() != "help";
    let below: Vec<&clap::Command> = command.get_subcommands().filter(is_own).collect();
    let within =
        |name: &str| if before.is_empty() { name.to_owned() } else { format!("{before} {name}") };
    let mut found: BTreeSet<String> =
        below.iter().flat_map(|one| commands_and_options(one, &within(one.get_name()))).collect();
    if below.is_empty() {
        found.insert(before.to_owned());
    }
    let own = command.get_arguments().filter_map(|argument| argument.get_long());
    let general = ["help", "version"];
    found.extend(
        own.filter(|name| !general.contains(name)).map(|name| within(&format!("--{name}"))),
    );
    found
}

/// Returns the command of a line without the name of the program, and its options.
fn parts(line: &str) -> Vec<String> {
    let root = Arguments::command();
    let mut command = &root;
    let mut name = String::new();
    let mut options = Vec::new();
    for word in line.split(' ').skip(1) {
        if let Some(sub) = command.find_subcommand(word).filter(|_| options.is_empty()) {
            command = sub;
            name = format!("{name} {word}").trim().to_owned();
        } else if let Some(long) = word.strip_prefix("--") {
            options.push(long.split('=').next().unwrap_or(long).to_owned());
        } else if let Some(short) = word.strip_prefix('-') {
            let of = |argument: &&clap::Arg| argument.get_short() == short.chars().next();
            let found = command.get_arguments().find(of).and_then(|argument| argument.get_long());
            options.push(found.expect(line).to_owned());
        }
    }
    let options = options.into_iter().map(|option| format!("{name} --{option}").trim().to_owned());
    std::iter::once(name.clone()).chain(options).collect()
}

#[test]
fn every_command_and_option_is_in_the_table() {
    let lines = all(BOTH.iter().map(|(_, outside)| outside));
    for line in &lines {
        if let Err(error) = Arguments::try_parse_from(line.split(' ')) {
            panic!("{line}: {error}");
        }
    }
    let both: BTreeSet<String> = lines.iter().flat_map(|line| parts(line)).collect();
    let only = all(ONLY_OUTSIDE.iter().map(|(_, names)| names));
    let known = commands_and_options(&Arguments::command(), "");
    for name in &only {
        assert!(known.contains(*name), "no command or option is called {name}");
        assert!(!both.contains(*name), "{name} is on both sides");
    }
    let lacking: Vec<&String> = known
        .iter()
        .filter(|name| !both.contains(*name) && !only.contains(&name.as_str()))
        .collect();
    assert!(lacking.is_empty(), "not in the table: {lacking:?}");
}

/// Returns the table and the exceptions as the documentation has them.
fn page() -> String {
    let codes = |before: &str, names: &[&str]| {
        let code = |name: &&str| format!("`{before}{name}`");
        names.iter().map(code).collect::<Vec<String>>().join(", ")
    };
    let mut page = String::from("| on the screen | as a command |\n|---|---|\n");
    for (inside, outside) in BOTH {
        page.push_str(&format!("| {} | {} |\n", codes(":", inside), codes("", outside)));
    }
    page.push_str("\nOnly on the screen, and in `bulletin --linear`:\n\n");
    for (reason, names) in ONLY_INSIDE {
        page.push_str(&format!("- {}: {reason}.\n", codes(":", names)));
    }
    page.push_str("\nOnly as a command:\n\n");
    for (reason, names) in ONLY_OUTSIDE {
        let names: Vec<&str> = names.iter().copied().filter(|name| !is_hidden(name)).collect();
        page.push_str(&format!("- {}: {reason}.\n", codes("", &names)));
    }
    page
}

/// Whether an option is not in the help.
fn is_hidden(name: &str) -> bool {
    let command = Arguments::command();
    let mut arguments = command.get_arguments();
    arguments
        .any(|argument| argument.is_hide_set() && name.strip_prefix("--") == argument.get_long())
}

#[test]
fn the_documentation_has_the_table() {
    let begin = "<!-- both sides: made from tests/both_sides.rs -->\n";
    let end = "<!-- end of both sides -->\n";
    crate::documentation::check_or_write("docs/command-line.md", begin, end, &page());
}
