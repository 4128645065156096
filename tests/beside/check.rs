//! What a check of two languages reports: nothing where they say the same in other forms, and the
//! right place where a figure, a date, a reference or a provision was changed.

use super::document;
use bulletin::align::{Parallel, ParallelDifference, ParallelSide};
use bulletin::document::Document;

const ENGLISH: &str = "Rules of the Harbour\n\n\
    1. The keeper of the harbour lights the lamp within 30 days of 20 June 2006, as the council decides.\n\n\
    2. A barge that moors at the quay pays 12,500 coins, or 15 % of its cargo, under article 1.\n\n\
    3. The clerk sends the book to the council within three months.\n\n\
    The book has the form that article 2 requires.\n\n\
    4. These rules of the harbour apply from 1 May 2007 to all barges and boats.\n";

/// The same in other forms: numbers in words, dates in figures, blanks between digits.
const OTHERS: [&str; 3] = [
    "Règlement du port\n\n\
    1. Le gardien du port allume la lampe dans les trente jours suivant le 20 juin 2006, comme le conseil le décide.\n\n\
    2. Une barque qui accoste au quai paie 12 500 pièces, ou 15 % de sa cargaison, en vertu de l'article 1.\n\n\
    3. Le greffier envoie le livre au conseil dans les 3 mois.\n\n\
    Le livre a la forme que l'article 2 exige.\n\n\
    4. Le présent règlement du port s'applique à partir du 1er mai 2007 à toutes les barques.\n",
    "Правила гавани\n\n\
    1. Смотритель гавани зажигает лампу в течение тридцати дней с 20 июня 2006 года, как решает совет.\n\n\
    2. Баржа, которая стоит у набережной, платит 12\u{a0}500 монет или 15 % своего груза согласно статье 1.\n\n\
    3. Писарь отправляет книгу совету в течение трёх месяцев.\n\n\
    Книга имеет форму, которой требует статья 2.\n\n\
    4. Эти правила гавани действуют с 1 мая 2007 года для всех барж и лодок.\n",
    "Hafenordnung\n\n\
    1. Der Wärter des Hafens zündet die Lampe binnen 30 Tagen ab dem 20. Juni 2006 an, wie der Rat entscheidet.\n\n\
    2. Ein Kahn, der am Kai anlegt, zahlt 12.500 Münzen oder 15 % seiner Ladung nach Artikel 1.\n\n\
    3. Der Schreiber sendet das Buch innerhalb von drei Monaten an den Rat.\n\n\
    Das Buch hat die Form, die Artikel 2 verlangt.\n\n\
    4. Diese Ordnung des Hafens gilt ab dem 1. Mai 2007 für alle Kähne und Boote.\n",
];

#[test]
fn nothing_is_reported_where_the_texts_say_the_same_in_other_forms() {
    let all: Vec<Document> = [ENGLISH].iter().chain(&OTHERS).map(|text| document(text)).collect();
    for left in &all {
        for right in &all {
            let found = Parallel::of(left, right).differences();
            let titles = (&left.metadata().title, &right.metadata().title);
            assert_eq!(found, [], "{titles:?}");
        }
    }
}

#[test]
fn each_change_is_reported_with_its_address() {
    let english = document(ENGLISH);
    for (text, words, changed, address, kind) in [
        (0, "trente jours", "quarante jours", "1", "figure"),
        (0, "12 500", "12 600", "2", "figure"),
        (0, "15 %", "16 %", "2", "figure"),
        (0, "juin", "juillet", "1", "date"),
        (0, "l'article 2", "l'article 1", "3:2", "reference"),
        (1, "20 июня", "21 июня", "1", "date"),
        (1, "статье 1", "статье 3", "2", "reference"),
        (1, "2007", "2008", "4", "date"),
        (2, "30 Tagen", "31 Tagen", "1", "figure"),
        (2, "1. Mai", "2. Mai", "4", "date"),
        (2, "Das Buch hat die Form, die Artikel 2 verlangt.\n\n", "", "3", "paragraphs"),
    ] {
        assert!(OTHERS[text].contains(words), "{words}");
        let other = document(&OTHERS[text].replacen(words, changed, 1));
        let found = Parallel::of(&english, &other).differences();
        let is_reported = found.iter().any(|one| {
            let own = match one.side {
                ParallelSide::Left => &english,
                ParallelSide::Right => &other,
            };
            let section = || own.section_address(one.section).to_owned();
            let found = match one.difference {
                ParallelDifference::Provision => "provision",
                ParallelDifference::Paragraphs(..) => "paragraphs",
                ParallelDifference::Reference(_) => "reference",
                ParallelDifference::Figure(_) => "figure",
                ParallelDifference::Date(_) => "date",
            };
            found == kind
                && one.block.map_or_else(section, |block| own.block_address(block)) == address
        });
        assert!(is_reported, "{words} → {changed}: {found:?}");
    }
}

#[test]
fn a_provision_that_was_dropped_is_reported_alone() {
    let english = document(ENGLISH);
    for text in OTHERS {
        let from = text.find("2. ").expect("article 2");
        let to = text.find("3. ").expect("article 3");
        let other = document(&format!("{}{}", &text[..from], &text[to..]));
        let found = Parallel::of(&english, &other).differences();
        let provisions: Vec<&str> = found
            .iter()
            .filter(|one| one.difference == ParallelDifference::Provision)
            .map(|one| english.section_address(one.section))
            .collect();
        assert_eq!(provisions, ["2"], "{found:?}");
    }
}
