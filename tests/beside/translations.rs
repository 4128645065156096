//! The Universal Declaration of Human Rights in the languages of the corpus, or of the folder that
//! `DECLARATIONS` names: its articles are beside their own in all languages, and so are nearly all
//! paragraphs, even after some were joined or left out.

use super::declaration::{
    DeclarationPart, Translation, damaged, document, paragraphs_of_blocks, read_all, seed_of,
};
use bulletin::align::Parallel;
use bulletin::document::Document;
use std::path::PathBuf;

/// The translations, if there is a folder of them.
fn translations() -> Option<Vec<Translation>> {
    let corpus = || Some(PathBuf::from(std::env::var_os("BULLETIN_CORPUS")?).join("udhr"));
    let folder = std::env::var_os("DECLARATIONS").map(PathBuf::from).or_else(corpus);
    if folder.is_none() {
        eprintln!("skipped: neither DECLARATIONS nor BULLETIN_CORPUS names a folder");
    }
    folder.map(|folder| read_all(&folder))
}

fn english(all: &[Translation]) -> &Translation {
    all.iter().find(|one| one.name == "eng").expect("the English text")
}

/// How many articles of a text are beside their own.
fn articles_beside_their_own(left: &Document, right: &Document) -> usize {
    let parallel = Parallel::of(left, right);
    let is_beside = |number: &usize| {
        let at =
            |document: &Document| document.section_at(&number.to_string()).expect("an article");
        parallel.of_left(at(left)) == Some(at(right))
    };
    (1..=30).filter(is_beside).count()
}

#[test]
fn every_article_is_beside_its_own() {
    let Some(all) = translations() else { return };
    let known: Vec<&Translation> = all.iter().filter(|one| one.has_all_articles()).collect();
    assert!(known.len() > 1);
    // Each with the English text, and with the next few.
    let near = known.iter().enumerate().flat_map(|(at, one)| {
        known[at..].iter().take(6).chain([&known[0]]).map(move |other| (*one, *other))
    });
    let with_english = known.iter().map(|one| (english(&all), *one));
    for (one, other) in near.chain(with_english) {
        let count = articles_beside_their_own(&one.document, &other.document);
        assert_eq!(count, 30, "{} and {}", one.name, other.name);
    }
}

/// How many of the paragraphs of a translation are beside their own, and how many there are.
fn right_ones(
    (left, parts): (&Document, &[DeclarationPart]),
    (right, other_parts): (&Document, &[DeclarationPart]),
    truth: &[Vec<usize>],
) -> (usize, usize) {
    let parallel = Parallel::of(left, right);
    let of_left = paragraphs_of_blocks(left, parts);
    let of_right = paragraphs_of_blocks(right, other_parts);
    let sizes: Vec<usize> =
        parts.iter().flat_map(|part| vec![part.paragraphs.len(); part.paragraphs.len()]).collect();
    let (mut right_ones, mut all) = (0, 0);
    for row in parallel.rows() {
        let of = |known: &[Option<usize>], blocks: &[bulletin::document::BlockId]| -> Vec<usize> {
            blocks.iter().filter_map(|block| known[block.index()]).collect()
        };
        let (one, other) = (of(&of_left, &row.left), of(&of_right, &row.right));
        for paragraph in &other {
            let own = &truth[*paragraph];
            // An article of one paragraph is no question.
            if sizes[own[0]] < 2 {
                continue;
            }
            all += 1;
            right_ones += usize::from(other.len() == 1 && one == *own);
        }
    }
    (right_ones, all)
}

#[test]
fn paragraphs_of_a_damaged_translation_are_beside_their_own() {
    const ROUNDS: u64 = 3;
    let Some(all) = translations() else { return };
    let english = english(&all);
    let as_many =
        all.iter().filter(|one| one.name != "eng" && one.has_as_many_paragraphs_as(english));
    let as_many: Vec<&Translation> = as_many.collect();
    let original = document(&english.page_of(&english.parts));
    let count: usize = english.parts.iter().map(|part| part.paragraphs.len()).sum();
    let whole: Vec<Vec<usize>> = (0..count).map(|at| vec![at]).collect();
    // The constants were chosen on the languages of the first half.
    for half in [0, 1] {
        let languages = as_many.iter().enumerate().filter(|(at, _)| at % 2 == half);
        let (mut right, mut of) = (0, 0);
        let (mut undamaged, mut of_undamaged) = (0, 0);
        for (_, one) in languages {
            let page = document(&one.page_of(&one.parts));
            let found = right_ones((&original, &english.parts), (&page, &one.parts), &whole);
            (undamaged, of_undamaged) = (undamaged + found.0, of_undamaged + found.1);
            for round in 0..ROUNDS {
                let joint = if one.is_unspaced() { "" } else { " " };
                let (parts, truth) = damaged(&one.parts, seed_of(&one.name) + round, joint);
                let page = document(&one.page_of(&parts));
                let found = right_ones((&original, &english.parts), (&page, &parts), &truth);
                (right, of) = (right + found.0, of + found.1);
            }
        }
        eprintln!("half {half}: undamaged {undamaged} of {of_undamaged}, damaged {right} of {of}");
        // Some translations have as many paragraphs as the English text by chance: see README.md.
        assert!(undamaged * 100 >= of_undamaged * 96, "half {half}: {undamaged} of {of_undamaged}");
        assert!(right * 100 >= of * 92, "half {half}: {right} of {of}");
    }
}

#[test]
fn a_true_translation_has_no_false_figure_or_reference() {
    let Some(all) = translations() else { return };
    let english = english(&all);
    for one in all.iter().filter(|one| ["arb", "fra", "jpn", "rus", "kaz"].contains(&&*one.name)) {
        let differences = Parallel::of(&english.document, &one.document).differences();
        use bulletin::align::ParallelDifference::{Date, Figure, Reference};
        let is_false = |one: &&bulletin::align::LocatedDifference| {
            matches!(one.difference, Figure(_) | Reference(_) | Date(_))
        };
        let found: Vec<_> = differences.iter().filter(is_false).collect();
        assert!(found.is_empty(), "{}: {found:?}", one.name);
    }
}
