use super::*;
use proptest::prelude::*;
use std::fs;

/// A cache that keeps everything.
fn cache(folder: &tempfile::TempDir) -> Cache {
    Cache { folder: folder.path().join("documents"), small: 0, worth: Duration::ZERO }
}

fn unread(name: &str, bytes: &[u8]) -> Unread {
    Unread::new(bytes.to_vec(), Origin::File(name.into()))
}

const RULES: &str = "Rules of the Lamp\n\nThe Council of Keepers (hereinafter “the Council”),\n\n\
    1. “Wick” means a thread. See https://oil.example/ and paragraph 2.\n\n\
    2. The Council lights a Wick, as paragraph 1 says:\n   (a) at dusk;\n   (b) at dawn.\n\n\
    Annex I\n\n1. Members: Norland, Southland and Westland.\n";

/// Everything that a document contains and implies.
fn told(document: &Document) -> String {
    document.find_all_told();
    let numbers = document.sections().iter().filter_map(|section| section.number.as_ref());
    let found: Vec<_> = numbers.map(|number| document.provisions_numbered(number)).collect();
    let cited: Vec<_> = document.section_ids().map(|id| document.cited_by(id)).collect();
    let explained: Vec<_> = document.block_ids().map(|id| document.explained_in(id)).collect();
    format!("{:?}{:?}{found:?}{cited:?}{explained:?}", document.metadata(), document.kept())
}

#[test]
fn what_is_kept_is_what_was_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let markdown =
        "# Rules\n\n| A | B |\n|--|-:|\n| *lamp* | 1 |\n\n1. See [oil](#oil).\n\n## Oil\n";
    let page =
        "<!doctype html><html lang=fr><h1>R</h1><p>1. <b>Un</b> <a href='#x'>x</a><p id=x>2. Deux";
    for (name, bytes) in [("rules.txt", RULES), ("rules.md", markdown), ("rules.html", page)] {
        for asked in [false, true] {
            let read = || cache(&folder).read(unread(name, bytes.as_bytes())).expect("a text");
            let (imported, unkept) = read().parted();
            if asked {
                imported.find_all_told();
            }
            unkept.expect("it is not all kept").keep(&imported);
            let (kept, unkept) = read().parted();
            assert_eq!(unkept.map(|unkept| unkept.what), (!asked).then_some(NotKept::Sentences));
            assert_eq!(told(&kept), told(&imported), "{name}");
        }
    }
}

/// Real documents of all formats, if `BULLETIN_CORPUS` names the folder that holds them.
#[test]
fn every_document_of_the_corpus_is_kept_as_it_was_read() {
    let Some(corpus) = std::env::var_os("BULLETIN_CORPUS") else { return };
    let mut folders = vec![PathBuf::from(corpus)];
    while let Some(within) = folders.pop() {
        for entry in fs::read_dir(within).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let folder = tempfile::tempdir().expect("a folder");
            let read = || cache(&folder).read(Unread::load(&path).expect("a file"));
            let Ok(imported) = read() else { continue };
            let imported = imported.kept();
            only(&cache(&folder));
            let kept = read().expect("it is kept").kept();
            assert_eq!(told(&kept), told(&imported), "{}", path.display());
        }
    }
}

#[test]
fn another_name_or_another_content_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let read = |name: &str, text: &str| {
        cache(&folder).read(unread(name, text.as_bytes())).expect("a text").kept()
    };
    let is_kept = |name: &str, text: &str| {
        let (cache, unread) = (cache(&folder), unread(name, text.as_bytes()));
        let key = cache.key(&unread).expect("a key");
        cache.find(&key, unread.origin()).is_some()
    };
    read("one/rules.txt", RULES);
    assert!(is_kept("one/rules.txt", RULES));
    assert!(is_kept("other/rules.txt", RULES), "where a file lies makes no difference");
    assert!(!is_kept("one/rules.md", RULES) && !is_kept("one/rules.txt", &RULES[1..]));
    let document = read("other/rules.txt", RULES);
    assert_eq!(document.metadata().origin, Origin::File("other/rules.txt".into()));
}

#[test]
fn streams_and_what_is_small_or_quickly_read_are_not_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let stream = Unread::new(RULES.into(), Origin::StandardInput);
    cache(&folder).read(stream).expect("a text").kept();
    let small = Cache { small: 1 << 20, ..cache(&folder) };
    small.read(unread("rules.txt", RULES.as_bytes())).expect("a text").kept();
    let quick = Cache { worth: Duration::MAX, ..cache(&folder) };
    quick.read(unread("rules.txt", RULES.as_bytes())).expect("a text").kept();
    assert!(!cache(&folder).folder.exists());
}

#[cfg(unix)]
#[test]
fn nobody_else_may_look_into_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let cache = cache(&folder);
    cache.clone().read(unread("rules.txt", RULES.as_bytes())).expect("a text").kept();
    let mode = |path: &Path| path.metadata().expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(&cache.folder), 0o700);
    assert_eq!(mode(&only(&cache)), 0o600);
}

#[test]
fn those_go_first_that_were_not_opened_longest() {
    let folder = tempfile::tempdir().expect("a folder");
    let cache = cache(&folder);
    for name in ["one", "two", "three"] {
        cache.clone().read(unread(name, RULES.as_bytes())).expect("a text").kept();
    }
    let time = |seconds| std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
    let mut sizes = Vec::new();
    for (entry, age) in fs::read_dir(&cache.folder).expect("a folder").zip(1..) {
        let file = fs::File::open(entry.expect("a file").path()).expect("a file");
        file.set_modified(time(age)).expect("its time is set");
        sizes.push(file.metadata().expect("there").len());
    }
    cache.clone().read(unread("two", RULES.as_bytes())).expect("a text").kept();
    room::make_of(&cache.folder, sizes.iter().max().expect("files") + 1);
    let unread = unread("two", RULES.as_bytes());
    assert!(cache.find(&cache.key(&unread).expect("a key"), unread.origin()).is_some());
    only(&cache);
}

#[cfg(unix)]
#[test]
fn what_a_program_that_ended_left_unfinished_is_removed() {
    let folder = tempfile::tempdir().expect("a folder");
    let cache = cache(&folder);
    cache.clone().read(unread("rules.txt", RULES.as_bytes())).expect("a text").kept();
    let mut child = std::process::Command::new("true").spawn().expect("a process");
    let ended = child.id();
    child.wait().expect("an end");
    let (file, path) = files::temporary(&cache.folder).expect("a file").keep().expect("it stays");
    file.set_modified(std::time::SystemTime::now() - Duration::from_secs(60))
        .expect("its time is set");
    let name = path.to_string_lossy().replace(&std::process::id().to_string(), &ended.to_string());
    fs::rename(&path, name).expect("renamed");
    cache.clone().read(unread("rules.txt", &RULES.as_bytes()[1..])).expect("a text").kept();
    let left = fs::read_dir(&cache.folder).expect("a folder");
    assert_eq!(left.count(), 2, "the two documents");
}

/// The only file of a cache.
fn only(cache: &Cache) -> PathBuf {
    let entries = fs::read_dir(&cache.folder).expect("a folder");
    let paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    assert_eq!(paths.len(), 1, "{paths:?}");
    paths.into_iter().next().expect("one")
}

/// What can happen to a file.
#[derive(Debug, Clone)]
enum Damage {
    Cut(usize),
    Longer(Vec<u8>),
    Changed(usize, u8),
    Replaced(Vec<u8>),
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        any::<usize>().prop_map(Damage::Cut),
        proptest::collection::vec(any::<u8>(), 1..40).prop_map(Damage::Longer),
        (any::<usize>(), 1_u8..).prop_map(|(at, by)| Damage::Changed(at, by)),
        proptest::collection::vec(any::<u8>(), 0..400).prop_map(Damage::Replaced),
    ]
}

proptest! {
    // Each case reads three documents.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_damaged_file_is_never_a_fault_nor_another_document(damage in damage()) {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = cache(&folder);
        let read = || cache.clone().read(unread("rules.txt", RULES.as_bytes())).expect("a text");
        let imported = told(&read().kept());
        let path = only(&cache);
        let mut bytes = fs::read(&path).expect("read");
        let len = bytes.len();
        match damage {
            Damage::Cut(at) => bytes.truncate(at % len),
            Damage::Longer(more) => bytes.extend(more),
            Damage::Changed(at, by) => bytes[at % len] ^= by,
            Damage::Replaced(all) => bytes = all,
        }
        fs::write(&path, bytes).expect("written");
        prop_assert_eq!(told(&read().kept()), imported.clone());
        prop_assert_eq!(told(&read().kept()), imported);
    }
}
