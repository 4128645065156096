//! Two languages side by side: what must correspond, and the commands that print it.

use super::document;
use crate::shell::{self, text};
use bulletin::align::{Parallel, ParallelDifference, ParallelSide};
use bulletin::document::Document;
use serde_json::Value;
use std::path::Path;
use std::process::Output;

const ENGLISH: &str = "Rules of the Quay\n\n\
    1. The keeper lights the lamp at dusk, and puts it out at dawn, on every day of the year.\n\n\
    The mate helps.\n\n\
    2. Barges moor on the north side of the quay, and pay a toll of 1,500 coins under rule 1:\n\n\
    (a) those with a sail;\n\n\
    (b) those with oars.\n\n\
    3. No fish is sold before the bell has rung twice.\n\n\
    4. Oil is weighed by two clerks, who write the weight into the book of the harbour.\n";

/// Rule 3 is missing, the first paragraph of rule 1 became two, the toll and a reference differ.
const RUSSIAN: &str = "Правила набережной\n\n\
    1. Смотритель зажигает лампу в сумерках и гасит её на рассвете.\n\n\
    Так он поступает в каждый день года.\n\n\
    Помощник помогает.\n\n\
    2. Баржи швартуются на северной стороне набережной и платят пошлину в 1 600 монет:\n\n\
    а) те, что с парусом;\n\n\
    б) те, что с вёслами.\n\n\
    4. Масло взвешивают два писаря, которые записывают вес в книгу гавани.\n";

/// The addresses of each row.
fn places(left: &Document, right: &Document) -> Vec<(String, String)> {
    let parallel = Parallel::of(left, right);
    let of = |document: &Document, blocks: &[bulletin::document::BlockId]| {
        let addresses = blocks.iter().map(|block| document.block_address(*block));
        addresses.collect::<Vec<_>>().join(" ")
    };
    let rows = parallel.rows().iter();
    rows.map(|row| (of(left, &row.left), of(right, &row.right))).collect()
}

#[test]
fn provisions_are_beside_each_other_by_their_numbers_and_paragraphs_by_their_lengths() {
    let (left, right) = (document(ENGLISH), document(RUSSIAN));
    let rows = places(&left, &right);
    let row = |of: &str| rows.iter().find(|(left, _)| left == of).map(|(_, right)| right.as_str());
    assert_eq!(row("1:1"), Some("1:1 1:2"), "{rows:?}");
    assert_eq!(row("1:2"), Some("1:3"), "{rows:?}");
    assert_eq!(row("2(a)"), Some("2(а)"), "letters of another alphabet: {rows:?}");
    assert_eq!(row("2(b)"), Some("2(б)"), "letters of another alphabet: {rows:?}");
    assert_eq!(row("3"), Some(""), "a provision that one text lacks: {rows:?}");
    assert_eq!(row("4"), Some("4"), "it shifts nothing: {rows:?}");
}

#[test]
fn what_one_text_lacks_is_reported() {
    let (left, right) = (document(ENGLISH), document(RUSSIAN));
    let found = Parallel::of(&left, &right).differences();
    let has = |side, address: &str, difference: ParallelDifference| {
        found.iter().any(|one| {
            let own = if side == ParallelSide::Left { &left } else { &right };
            one.side == side
                && own.section_address(one.section) == address
                && one.difference == difference
        })
    };
    assert!(has(ParallelSide::Left, "3", ParallelDifference::Provision), "{found:?}");
    assert!(has(ParallelSide::Right, "1", ParallelDifference::Paragraphs(2, 3)), "{found:?}");
    let figure = |figure: &str| ParallelDifference::Figure(figure.to_owned());
    assert!(has(ParallelSide::Left, "2", figure("1500")), "{found:?}");
    let reference = |one: &&bulletin::align::LocatedDifference| {
        matches!(one.difference, ParallelDifference::Reference(_))
    };
    assert_eq!(found.iter().filter(reference).count(), 1, "{found:?}");
    let twin = document(ENGLISH);
    assert_eq!(Parallel::of(&left, &twin).differences(), [], "the same text lacks nothing");
}

/// A text in two invented languages whose paragraphs have the same marker: the second is a translation
/// whose lengths stray, in which paragraphs were joined and left out.
fn damaged(seed: u64) -> (String, String, usize) {
    let mut random = fastrand::Rng::with_seed(seed);
    let (mut left, mut right) = (String::from("Code\n\n"), String::from("Kodo\n\n"));
    let mut marker = 0;
    let mut together = 0;
    for clause in 1..=40 {
        let count = random.usize(1..8);
        let mut joins = false;
        for paragraph in 0..count {
            marker += 1;
            let name = name(marker);
            let length = random.usize(6..60);
            let label = if paragraph == 0 { format!("{clause}. ") } else { String::new() };
            let words = |random: &mut fastrand::Rng, word: &str, count: usize| {
                let words = (0..count).map(|_| &word[..random.usize(2..=word.len())]);
                words.collect::<Vec<_>>().join(" ")
            };
            left.push_str(&format!("{label}X{name} {}.\n\n", words(&mut random, "haveno", length)));
            if paragraph > 0 && random.f64() < 0.05 {
                continue;
            }
            together += 1;
            let strayed = (length as f64 * (0.85 + 0.3 * random.f64())).round() as usize;
            let body = format!("X{name} {}.", words(&mut random, "maristo", strayed.max(1)));
            joins = paragraph > 0 && !joins && random.f64() < 0.15;
            if joins {
                right.truncate(right.trim_end().len());
                right.push_str(&format!(" {body}\n\n"));
            } else {
                right.push_str(&format!("{label}{body}\n\n"));
            }
        }
    }
    (left, right, together)
}

/// A word for a number, in letters.
fn name(mut number: usize) -> String {
    let mut name = String::new();
    while number > 0 {
        name.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or_default()));
        number /= 26;
    }
    name
}

#[test]
fn most_paragraphs_of_a_damaged_translation_are_beside_their_own() {
    let (mut right_ones, mut all) = (0, 0);
    for seed in 0..20 {
        let (left, right, together) = damaged(seed);
        let (left, right) = (document(&left), document(&right));
        let parallel = Parallel::of(&left, &right);
        all += together;
        for row in parallel.rows() {
            let markers = |document: &Document, blocks: &[bulletin::document::BlockId]| {
                let words: Vec<String> =
                    blocks.iter().map(|block| document.body(*block).to_owned()).collect();
                let words = words.join(" ");
                let markers = words.split(' ').filter(|word| word.starts_with('X'));
                markers.map(str::to_owned).collect::<Vec<_>>()
            };
            let (one, other) = (markers(&left, &row.left), markers(&right, &row.right));
            right_ones += other.iter().filter(|marker| one.contains(marker)).count();
        }
    }
    let share = right_ones as f64 / all as f64;
    assert!(share >= 0.9, "{right_ones} of {all}: {share:.3}");
}

fn run(arguments: &[&str]) -> Output {
    let home = tempfile::tempdir().expect("a folder");
    std::fs::write(home.path().join("en.txt"), ENGLISH).expect("written");
    std::fs::write(home.path().join("ru.txt"), RUSSIAN).expect("written");
    shell::run(arguments, home.path(), b"")
}

#[test]
fn print_beside_has_two_columns_where_there_is_room() {
    let wide = run(&["print", "en.txt", "--beside", "ru.txt", "--at", "4", "--width", "110"]);
    let wide = text(&wide.stdout);
    assert!(wide.lines().all(|line| line.contains(" │ ")), "{wide}");
    assert!(wide.contains("Oil") && wide.contains("Масло"), "{wide}");
    let narrow = run(&["print", "en.txt", "--beside", "ru.txt", "--at", "4", "--width", "60"]);
    let narrow = text(&narrow.stdout);
    assert!(narrow.lines().any(|line| line.starts_with("┊ ")), "{narrow}");
    let missing = run(&["print", "en.txt", "--beside", "ru.txt", "--at", "3", "--format", "tsv"]);
    let missing = text(&missing.stdout);
    assert!(missing.lines().nth(1).is_some_and(|line| line.starts_with("3 ↔ –\t")), "{missing}");
}

#[test]
fn print_beside_gives_programs_each_pair() {
    let output = run(&["print", "en.txt", "--beside", "ru.txt", "--format", "json"]);
    let rows: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rows = rows.as_array().expect("rows");
    let row = rows.iter().find(|row| row["left"][0] == "4").expect("clause 4");
    assert_eq!(row["right"][0], "4");
    assert!(row["texts"][1].as_str().is_some_and(|words| words.contains("Масло")), "{row}");
    assert_eq!(run(&["print", "en.txt", "--format", "tsv"]).status.code(), Some(2));
    assert_eq!(run(&["print", "en.txt", "ru.txt", "--beside", "ru.txt"]).status.code(), Some(2));
}

#[test]
fn check_beside_exits_with_1_if_a_text_lacks_something() {
    let output = run(&["check", "en.txt", "--beside", "ru.txt"]);
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stdout);
    assert!(told.contains("en.txt: 3: clause 3 is not in ru.txt"), "{told}");
    assert_eq!(run(&["check", "en.txt", "--beside", "en.txt"]).status.code(), Some(0));
    assert_eq!(run(&["check", "en.txt", "--beside", "none.txt"]).status.code(), Some(2));
}

/// Every article of the Universal Declaration is beside its own.
#[test]
fn articles_in_all_languages_of_the_corpus_are_beside_their_own() {
    let Some(corpus) = std::env::var_os("BULLETIN_CORPUS") else {
        eprintln!("skipped: BULLETIN_CORPUS names no folder");
        return;
    };
    let folder = Path::new(&corpus).join("udhr");
    let mut documents = Vec::new();
    for entry in std::fs::read_dir(&folder).expect("the folder of translations") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "html") {
            let origin = bulletin::document::Origin::File(path.clone());
            let bytes = std::fs::read(&path).expect("readable");
            documents.push((path, bulletin::source::read(&bytes, origin).expect("a text")));
        }
    }
    assert!(documents.len() > 1, "{}", folder.display());
    for (left_path, left) in &documents {
        for (right_path, right) in &documents {
            let parallel = Parallel::of(left, right);
            for pair in parallel.sections() {
                let number = |document: &Document, id| document.section(id).number.clone();
                let Some(one) = pair.left.and_then(|id| number(left, id)) else { continue };
                let other = pair.right.and_then(|id| number(right, id));
                let (a, b) = (left_path.display(), right_path.display());
                assert_eq!(Some(&one), other.as_ref(), "{one} of {a} in {b}");
            }
        }
    }
}
