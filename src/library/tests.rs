//! Files come, move, change and go, and the catalogue follows.

use super::*;
use crate::bookmarks::Waiting;
use crate::document::Origin;
use crate::settings::{LibraryFolder, LibrarySettings};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A library with one folder.
struct Home {
    home: tempfile::TempDir,
    settings: LibrarySettings,
}

impl Home {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("papers");
        fs::create_dir(&folder).expect("made");
        let folder = LibraryFolder::new(folder.to_str().expect("UTF-8"), None);
        let settings =
            LibrarySettings { folders: vec![folder.expect("a path")], ignore: Vec::new() };
        Self { home, settings }
    }

    fn shelf(&self) -> Shelf {
        Shelf::new(LibraryPlaces::new(self.home.path().join("library")))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join("papers").join(name)
    }

    /// Writes a file that was modified long ago.
    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, text).expect("written");
        age(&path);
    }

    fn update(&self) -> Updated {
        let mut waiting = Waiting::without_end();
        self.shelf().update(&self.settings, &mut waiting, &mut |_| ()).expect("updated")
    }

    fn catalogue(&self) -> Catalogue {
        self.shelf().catalogue().expect("a catalogue")
    }

    /// The titles of all documents with their standings and files, sorted.
    fn listed(&self) -> Vec<String> {
        let catalogue = self.catalogue();
        let mut records: Vec<&Record> = catalogue.records().collect();
        sort(&mut records);
        let line = |record: &&Record| {
            let files = record.files.iter().map(|file| {
                let folder = self.home.path().join("papers");
                file.path.strip_prefix(folder).expect("in the folder").display().to_string()
            });
            let files: Vec<String> = files.collect();
            format!("{} {} {}", record.facts.title, record.standing().name(), files.join(" "))
        };
        records.iter().map(line).collect()
    }

    /// Checks that every document can be opened without its file.
    fn check_kept(&self) {
        let kept = KeptDocuments::of(self.shelf().places());
        for record in self.catalogue().records() {
            let document = kept.read(&KeptDocuments::key(record), &Origin::StandardInput);
            assert_eq!(document.expect("kept").metadata().content, record.content);
        }
    }
}

/// Gives a file a time at which every later change is noticed.
fn age(path: &Path) {
    let file = fs::File::options().append(true).open(path).expect("a file");
    file.set_modified(SystemTime::now() - Duration::from_secs(60)).expect("its time is set");
}

fn rules(title: &str) -> String {
    format!("{title}\n\n1. Lamps are lit at dusk.\n\n2. Lamps are put out at dawn.\n")
}

#[test]
fn what_did_not_change_is_not_read_again() {
    let home = Home::new();
    home.write("lamp.txt", &rules("Rules of the Lamp"));
    home.write("acts/oil.txt", &rules("Rules of the Oil"));
    let updated = home.update();
    assert_eq!(updated, Updated { added: 2, ..Updated::default() });
    let listed = ["Rules of the Lamp here lamp.txt", "Rules of the Oil here acts/oil.txt"];
    assert_eq!(home.listed(), listed);
    let before = fs::metadata(home.shelf().places().catalogue()).expect("there").modified().ok();
    assert_eq!(home.update(), Updated::default());
    let after = fs::metadata(home.shelf().places().catalogue()).expect("there").modified().ok();
    assert_eq!(before, after, "nothing is written if nothing changed");
    let clauses: Vec<u32> = home.catalogue().records().map(|own| own.facts.clauses).collect();
    assert_eq!(clauses, [2, 2]);
    home.check_kept();
}

#[test]
fn a_moved_and_a_renamed_file_keep_their_record() {
    let home = Home::new();
    home.write("lamp.txt", &rules("Rules of the Lamp"));
    home.update();
    let read = || home.catalogue().records().next().expect("a record").read.clone();
    let first = read();
    fs::create_dir(home.path("old")).expect("made");
    fs::rename(home.path("lamp.txt"), home.path("old/lamp.txt")).expect("moved");
    assert_eq!(home.update(), Updated { moved: 1, ..Updated::default() });
    assert_eq!(home.listed(), ["Rules of the Lamp here old/lamp.txt"]);
    assert_eq!(read(), first);
    fs::rename(home.path("old/lamp.txt"), home.path("old/light.txt")).expect("renamed");
    assert_eq!(home.update(), Updated { moved: 1, ..Updated::default() });
    assert_eq!(home.listed(), ["Rules of the Lamp here old/light.txt"]);
    // A copy is the same document.
    home.write("copy.txt", &rules("Rules of the Lamp"));
    home.update();
    assert_eq!(home.listed(), ["Rules of the Lamp here copy.txt old/light.txt"]);
    home.check_kept();
}

#[test]
fn a_file_without_a_title_is_named_anew_with_its_file() {
    let home = Home::new();
    home.write("lamps.txt", "1. Lamps are lit at dusk.\n\n2. Lamps are put out at dawn.\n");
    home.update();
    fs::rename(home.path("lamps.txt"), home.path("lights.txt")).expect("renamed");
    home.update();
    let imported = crate::source::open(&home.path("lights.txt")).expect("a text");
    let title = &imported.metadata().title;
    assert_eq!(home.listed(), [format!("{title} here lights.txt")]);
}

#[test]
fn an_edited_file_is_a_later_edition_and_the_earlier_one_stays() {
    let home = Home::new();
    home.write("lamp.txt", &rules("Rules of the Lamp"));
    home.update();
    home.write("lamp.txt", &rules("Rules of the Light"));
    assert_eq!(home.update(), Updated { edited: 1, ..Updated::default() });
    assert_eq!(home.listed(), ["Rules of the Lamp earlier ", "Rules of the Light here lamp.txt"]);
    let catalogue = home.catalogue();
    let later = catalogue.records().find(|own| own.standing() == Standing::Here).expect("one");
    let earlier = later.edition_of.and_then(|own| catalogue.record(&own).cloned());
    assert_eq!(earlier.expect("the earlier").facts.title, "Rules of the Lamp");
    home.check_kept();
    // Edited back.
    home.write("lamp.txt", &rules("Rules of the Lamp"));
    home.update();
    assert_eq!(home.listed(), ["Rules of the Lamp here lamp.txt", "Rules of the Light earlier "]);
}

#[test]
fn an_edit_in_the_same_second_and_of_the_same_size_is_noticed() {
    let home = Home::new();
    fs::write(home.path("lamp.txt"), rules("Rules of the Lamp")).expect("written");
    home.update();
    let modified = fs::metadata(home.path("lamp.txt")).expect("there").modified().expect("a time");
    fs::write(home.path("lamp.txt"), rules("Rules of the Lime")).expect("written");
    let file = fs::File::options().append(true).open(home.path("lamp.txt")).expect("a file");
    file.set_modified(modified).expect("its time is set");
    assert_eq!(home.update().edited, 1);
}

#[test]
fn a_touched_file_is_the_same_document() {
    let home = Home::new();
    home.write("lamp.txt", &rules("Rules of the Lamp"));
    home.update();
    fs::File::options()
        .append(true)
        .open(home.path("lamp.txt"))
        .expect("a file")
        .set_modified(SystemTime::now() - Duration::from_secs(30))
        .expect("touched");
    assert_eq!(home.update(), Updated::default());
    assert_eq!(home.listed(), ["Rules of the Lamp here lamp.txt"]);
}

#[test]
fn a_deleted_file_is_missing_until_it_is_there_again() {
    let home = Home::new();
    home.write("lamp.txt", &rules("Rules of the Lamp"));
    home.write("oil.txt", &rules("Rules of the Oil"));
    home.update();
    let away = home.home.path().join("away.txt");
    fs::rename(home.path("lamp.txt"), &away).expect("moved away");
    assert_eq!(home.update(), Updated { missing: 1, ..Updated::default() });
    assert_eq!(home.listed()[0], "Rules of the Lamp missing lamp.txt");
    home.check_kept();
    assert_eq!(home.update(), Updated::default());
    fs::rename(&away, home.path("lamp.txt")).expect("moved back");
    assert_eq!(home.update(), Updated { returned: 1, ..Updated::default() });
    // The whole folder is gone, as a disk that is not connected.
    fs::rename(home.home.path().join("papers"), home.home.path().join("other")).expect("moved");
    let updated = home.update();
    assert_eq!((updated.missing, updated.troubles), (2, 1));
    home.check_kept();
    fs::rename(home.home.path().join("other"), home.home.path().join("papers")).expect("moved");
    assert_eq!(home.update(), Updated { returned: 2, ..Updated::default() });
}

#[test]
fn what_is_left_out_or_in_no_folder_leaves_the_library() {
    let mut home = Home::new();
    home.write("lamp.txt", &rules("Rules of the Lamp"));
    home.write("lamp.bak", &rules("Rules of the Old Lamp"));
    home.write("a/b/oil.txt", &rules("Rules of the Oil"));
    home.update();
    assert_eq!(home.listed().len(), 3);
    home.settings.ignore = vec!["*.bak".to_owned()];
    home.update();
    assert_eq!(
        home.listed(),
        ["Rules of the Lamp here lamp.txt", "Rules of the Oil here a/b/oil.txt"]
    );
    let papers = home.home.path().join("papers");
    home.settings.folders =
        vec![LibraryFolder::new(papers.to_str().expect("UTF-8"), Some(1)).expect("a path")];
    home.update();
    assert_eq!(home.listed(), ["Rules of the Lamp here lamp.txt"]);
    home.settings.folders.clear();
    home.update();
    assert!(home.catalogue().is_empty());
}

#[test]
fn files_that_cannot_be_read_have_a_reason_and_stop_no_other() {
    let home = Home::new();
    home.write("lamp.txt", &rules("Rules of the Lamp"));
    fs::write(home.path("picture.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0").expect("written");
    fs::write(home.path("broken.pdf"), b"%PDF-1.4\nnothing\n").expect("written");
    age(&home.path("picture.png"));
    age(&home.path("broken.pdf"));
    let mut told = Vec::new();
    let mut tell = |event: UpdateEvent<'_>| {
        if let UpdateEvent::Unread(file) = event {
            told.push(file.path.file_name().expect("a name").to_owned());
        }
    };
    let mut waiting = Waiting::without_end();
    let updated = home.shelf().update(&home.settings, &mut waiting, &mut tell).expect("updated");
    assert_eq!((updated.added, updated.unreadable), (1, 1));
    assert_eq!(told, ["broken.pdf"]);
    assert_eq!(Reach::of(&home.catalogue()).to_string(), "1 of 2 read, 1 unreadable");
    // They are not read again before they change.
    assert_eq!(home.update(), Updated::default());
    home.write("broken.pdf", &rules("Rules of the Oil"));
    assert_eq!(home.update().added, 1);
    assert_eq!(Reach::of(&home.catalogue()).to_string(), "2 of 2 read");
}

/// Updates with a reader that is changed first.
fn update_by(home: &Home, prepare: impl FnOnce(FileReader) -> FileReader) -> Updated {
    let mut waiting = Waiting::without_end();
    let shelf = home.shelf();
    shelf.update_by(&home.settings, &mut waiting, prepare, &mut |_| ()).expect("updated")
}

#[test]
fn a_file_on_which_the_program_fails_or_that_takes_too_long_harms_no_other() {
    let home = Home::new();
    for at in 0..6 {
        home.write(&format!("{at}.txt"), &rules(&format!("Rules {at} of the Lamp")));
    }
    let import: Import = |unread| {
        let name = unread.origin().name();
        match name.as_str() {
            "1.txt" => panic!("a fault of the program"),
            "4.txt" => loop {
                std::thread::park();
            },
            _ => unread.read(&crate::structure::trace::Untraced),
        }
    };
    let prepare = |reader: FileReader| FileReader {
        import,
        limits: ReadingLimits { time: Duration::from_millis(1500), ..ReadingLimits::default() },
        ..reader
    };
    let updated = update_by(&home, prepare);
    assert_eq!((updated.added, updated.unreadable), (4, 2));
    let catalogue = home.catalogue();
    let mut faults: Vec<String> = catalogue.unread().map(|file| file.fault.to_string()).collect();
    faults.sort();
    assert_eq!(faults, ["the program failed while reading it", "took longer than 1 s"]);
    let large = |reader: FileReader| FileReader {
        limits: ReadingLimits { bytes: 10, ..ReadingLimits::default() },
        ..reader
    };
    home.write("large.txt", &rules("Rules of the Sun"));
    assert_eq!(update_by(&home, large).unreadable, 1);
}

#[test]
fn documents_read_by_another_program_are_read_again_and_missing_ones_stay() {
    let home = Home::new();
    home.write("lamp.txt", &rules("Rules of the Lamp"));
    home.update();
    let path = home.shelf().places().catalogue();
    let text = fs::read_to_string(&path).expect("read");
    let program = crate::cache::PROGRAM;
    let older = text.replace(program, "bulletin 0.0.1 0").replace("Rules of the Lamp", "Older");
    assert_ne!(text, older);
    fs::write(&path, &older).expect("written");
    home.update();
    assert_eq!(home.listed(), ["Rules of the Lamp here lamp.txt"]);
    fs::write(&path, &older).expect("written");
    fs::remove_file(home.path("lamp.txt")).expect("removed");
    home.update();
    assert_eq!(home.listed(), ["Older missing lamp.txt"]);
}

#[test]
fn a_damaged_catalogue_costs_only_what_is_damaged() {
    let home = Home::new();
    for name in ["lamp", "oil", "wick"] {
        home.write(&format!("{name}.txt"), &rules(&format!("Rules of the {name}")));
    }
    home.update();
    let path = home.shelf().places().catalogue();
    let text = fs::read_to_string(&path).expect("read");
    let cut = &text[..text.len() - 100];
    fs::write(&path, cut).expect("written");
    assert!(home.catalogue().is_damaged());
    assert_eq!(home.listed().len(), 2);
    assert_eq!(home.update().added, 1);
    assert_eq!(home.listed().len(), 3);
    let aside = fs::read_to_string(home.shelf().places().damaged_catalogue()).expect("put aside");
    assert_eq!(aside, cut);
    fs::write(&path, "{\"version\":2}\n").expect("written");
    let newer = home.shelf().catalogue().expect_err("newer").to_string();
    assert!(newer.contains("version 2, newer"), "{newer}");
    let refused = home.shelf().update(&home.settings, &mut Waiting::without_end(), &mut |_| ());
    assert!(matches!(refused, Err(ShelfError::Newer { .. })));
}

#[cfg(unix)]
#[test]
fn links_in_circles_and_names_that_are_not_utf_8_do_no_harm() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    let home = Home::new();
    home.write("acts/lamp.txt", &rules("Rules of the Lamp"));
    symlink("..", home.path("acts/up")).expect("linked");
    symlink("self", home.path("self")).expect("linked");
    symlink("nothing", home.path("dangling")).expect("linked");
    let outside = home.home.path().join("outside.txt");
    fs::write(&outside, rules("Rules of the Sea")).expect("written");
    age(&outside);
    symlink(&outside, home.path("sea.txt")).expect("linked");
    let odd = home.path("").join(OsStr::from_bytes(b"l\xffmp.txt"));
    fs::write(&odd, rules("Rules of the Odd Lamp")).expect("written");
    age(&odd);
    let updated = home.update();
    assert_eq!((updated.added, updated.troubles, updated.unreadable), (3, 0, 0));
    assert_eq!(home.update(), Updated::default());
    fs::remove_file(&odd).expect("removed");
    assert_eq!(home.update().missing, 1);
    let catalogue = home.catalogue();
    let missing = catalogue.records().find(|own| own.standing() == Standing::Missing);
    assert_eq!(missing.and_then(Record::path), Some(odd.as_path()));
}

#[test]
fn two_updates_at_once_lose_nothing() {
    let home = Home::new();
    for at in 0..30 {
        home.write(&format!("{at}.txt"), &rules(&format!("Rules {at} of the Lamp")));
    }
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| home.update());
        }
    });
    assert_eq!(home.listed().len(), 30);
    assert_eq!(home.update(), Updated::default());
    home.check_kept();
}
