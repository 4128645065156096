//! Failures to save a bookmark: the program reports them in one line, loses no saved data and stays
//! usable.

use super::program::{Home, Program};
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

/// A person who has marked clause 3.
fn marked() -> Home {
    let home = Home::new();
    let mut program = home.reading();
    mark(&mut program, 3);
    program.shows("bookmark added: 3, paragraph 1");
    program.press("q");
    assert_eq!(program.ends(), 0);
    home
}

/// Goes to a clause and asks for a bookmark.
fn mark(program: &mut Program, clause: u32) {
    program.press(&format!("{clause}\r"));
    program.shows(&format!("Declaration › {clause}"));
    program.press("m");
}

/// Checks that the program is still usable and ends normally.
fn goes_on(program: &mut Program) {
    program.press("20\r");
    program.shows("Declaration › 20");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

/// Reports that a test cannot run here.
fn skipped(why: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}

fn run(program: &str, arguments: &[&str]) -> bool {
    Command::new(program).args(arguments).output().is_ok_and(|output| output.status.success())
}

/// Returns the output of a program.
fn run_for(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().expect("a program");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn a_full_disk() {
    let home = marked();
    let kept = fs::read(home.bookmarks()).expect("bookmarks");
    let folder = home.config("");
    let folder = folder.to_str().expect("UTF-8").trim_end_matches('/');
    if !run("mount", &["-t", "tmpfs", "-o", "size=256k", "tmpfs", folder]) {
        return skipped("a small disk can be mounted by root alone");
    }
    fs::write(home.bookmarks(), &kept).expect("written");
    let filler = home.config("filler");
    let mut file = File::create(&filler).expect("a file");
    while file.write_all(&[0; 1024]).is_ok() {}
    drop(file);
    let mut program = home.reading();
    mark(&mut program, 5);
    program.shows("no bookmark was changed");
    assert_eq!(fs::read(home.bookmarks()).expect("bookmarks"), kept);
    fs::remove_file(&filler).expect("removed");
    program.press("m");
    program.shows("bookmark added: 5, paragraph 1");
    goes_on(&mut program);
    let text = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    assert_eq!(text.matches("[[bookmark]]").count(), 2, "{text}");
    assert!(run("umount", &[folder]));
}

#[test]
fn a_file_that_may_not_be_written() {
    let home = marked();
    let kept = fs::read(home.bookmarks()).expect("bookmarks");
    fs::set_permissions(home.bookmarks(), fs::Permissions::from_mode(0o444)).expect("set");
    let mut program = home.reading();
    mark(&mut program, 5);
    program.shows("read-only");
    goes_on(&mut program);
    assert_eq!(fs::read(home.bookmarks()).expect("bookmarks"), kept);
}

#[test]
fn a_folder_that_may_not_be_written() {
    let home = marked();
    let kept = fs::read(home.bookmarks()).expect("bookmarks");
    let folder = home.config("");
    // Root may write everywhere, so in that case the program runs as another user.
    let root = fs::metadata("/proc/self").is_ok_and(|of| {
        use std::os::unix::fs::MetadataExt;
        of.uid() == 0
    });
    let mut command = if root {
        let program = home.path().join("bulletin");
        fs::copy(env!("CARGO_BIN_EXE_bulletin"), &program).expect("copied");
        let everything = home.path().to_str().expect("UTF-8").to_owned();
        if !run("chown", &["-R", "65534:65534", &everything]) || !run("setpriv", &["--version"]) {
            return skipped("the program cannot be run as somebody else");
        }
        let mut command = home.command("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
        command.arg(program);
        command
    } else {
        home.bulletin()
    };
    command.arg("--built-in");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).expect("set");
    let mut program = Program::start(command);
    program.shows("F1 help");
    mark(&mut program, 5);
    program.shows("no bookmark was changed");
    goes_on(&mut program);
    assert_eq!(fs::read(home.bookmarks()).expect("bookmarks"), kept);
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).expect("set");
}

#[test]
fn a_lock_that_another_program_holds() {
    let home = marked();
    let lock = File::create(home.config("bookmarks.toml.lock")).expect("a file");
    lock.lock().expect("locked");
    let mut program = home.reading();
    mark(&mut program, 5);
    program.shows("waiting for another program");
    // Meanwhile the screen accepts keys, and the request is not forgotten.
    program.press("9\r");
    program.shows("Declaration › 9");
    drop(lock);
    program.shows("bookmark added: 5, paragraph 1");
    goes_on(&mut program);
}

#[test]
fn a_lock_that_is_a_pipe_holds_nobody_up() {
    let home = marked();
    let lock = home.config("bookmarks.toml.lock");
    fs::remove_file(&lock).expect("removed");
    let lock = lock.to_str().expect("UTF-8").to_owned();
    assert!(run("mkfifo", &[&lock]));
    let mut program = home.reading();
    mark(&mut program, 5);
    program.shows("not a regular file");
    goes_on(&mut program);
}

#[test]
fn a_signal_ends_it_while_another_program_holds_the_lock() {
    let home = marked();
    let lock = File::create(home.config("bookmarks.toml.lock")).expect("a file");
    lock.lock().expect("locked");
    let mut program = home.reading();
    mark(&mut program, 5);
    program.shows("waiting for another program");
    // The mark is visible already and cannot be set twice.
    program.press("m");
    program.shows("already bookmarked: 5");
    program.press("Mbefore dusk\r");
    program.shows("waiting for another program");
    program.signal("TERM");
    assert_ne!(program.ends(), 0);
    program.shows("2 of your changes will be saved at the next start");
    // Nothing was written past the lock, and no change was lost.
    let text = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    assert_eq!(text.matches("[[bookmark]]").count(), 1, "{text}");
    drop(lock);
    let mut program = home.begun();
    program.shows("saved 2 changes to bookmarks from the last run");
    goes_on(&mut program);
    let text = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    assert_eq!(text.matches("[[bookmark]]").count(), 2, "{text}");
    assert!(text.contains("note = \"before dusk\""), "{text}");
    let aside = home.path().join("state/bulletin/unwritten");
    assert_eq!(fs::read_dir(aside).expect("a folder").count(), 0);
}

#[test]
fn what_an_instance_that_was_killed_has_left_is_removed() {
    let home = marked();
    let machine = run_for("uname", &["-n"]);
    let machine: String = machine.chars().filter(char::is_ascii_alphanumeric).take(24).collect();
    let mut ended = Command::new("true").spawn().expect("a process");
    let id = ended.id();
    ended.wait().expect("an end");
    let left = home.config(&format!(".bulletin-{machine}-{id}-abcdef.tmp"));
    let other = home.config(".bulletin-mine.tmp");
    for path in [&left, &other] {
        let file = File::create(path).expect("a file");
        let before = std::time::SystemTime::now() - std::time::Duration::from_secs(600);
        file.set_modified(before).expect("an age");
    }
    let mut program = home.reading();
    mark(&mut program, 5);
    program.shows("bookmark added: 5, paragraph 1");
    goes_on(&mut program);
    assert!(!left.exists() && other.exists());
}

#[test]
fn eight_programs_at_once() {
    let home = Home::new();
    let mut programs: Vec<(u32, Program)> = (16..24).map(|clause| (clause, home.begun())).collect();
    for (clause, program) in &mut programs {
        program.shows("F1 help");
        program.press(&format!("{clause}\r"));
        program.shows(&format!("Declaration › {clause}"));
    }
    for (_, program) in &mut programs {
        program.press("m");
    }
    for (clause, program) in &mut programs {
        program.shows(&format!("bookmark added: {clause}"));
        program.press("q");
        assert_eq!(program.ends(), 0);
    }
    let text = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    for clause in 16..24 {
        assert!(text.contains(&format!("address = \"{clause}\"")), "{clause}:\n{text}");
    }
}

#[test]
fn a_file_of_a_newer_version() {
    let home = marked();
    let text = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    let newer = text.replace("version = 1", "version = 9");
    assert_ne!(newer, text);
    fs::write(home.bookmarks(), &newer).expect("written");
    let mut program = home.begun();
    program.shows("newer than this program");
    mark(&mut program, 5);
    program.shows("newer than this program");
    program.press("B");
    program.shows("1 bookmark");
    program.press("q");
    program.shows("Declaration › 5");
    goes_on(&mut program);
    assert_eq!(fs::read_to_string(home.bookmarks()).expect("bookmarks"), newer);
}

#[test]
fn a_file_that_is_a_link() {
    let home = marked();
    let elsewhere = home.path().join("elsewhere");
    fs::create_dir(&elsewhere).expect("a folder");
    fs::rename(home.bookmarks(), elsewhere.join("mine.toml")).expect("moved");
    symlink(Path::new("../../elsewhere/mine.toml"), home.bookmarks()).expect("linked");
    let mut program = home.reading();
    mark(&mut program, 5);
    program.shows("bookmark added: 5, paragraph 1");
    goes_on(&mut program);
    assert!(fs::symlink_metadata(home.bookmarks()).expect("a link").is_symlink());
    let text = fs::read_to_string(elsewhere.join("mine.toml")).expect("bookmarks");
    assert_eq!(text.matches("[[bookmark]]").count(), 2, "{text}");
}

#[test]
fn a_file_that_is_not_text() {
    let home = marked();
    let mut bytes = fs::read(home.bookmarks()).expect("bookmarks");
    bytes.extend_from_slice(b"# caf\xE9\n");
    fs::write(home.bookmarks(), &bytes).expect("written");
    let mut program = home.begun();
    program.shows("bookmarks.toml:");
    program.shows("not UTF-8");
    mark(&mut program, 5);
    program.shows("not UTF-8");
    goes_on(&mut program);
    assert_eq!(fs::read(home.bookmarks()).expect("bookmarks"), bytes);
}
