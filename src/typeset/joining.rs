//! The joined forms of Arabic letters.
//!
//! When the program puts cells into visual order, the terminal cannot know which
//! letters follow one another and joins none. The program therefore uses
//! Unicode's presentation forms; letters without such forms stay isolated. Lam
//! and alef remain two letters because they take two cells.

/// Letters that change form: the letter, its isolated form, and the number of its
/// forms, which have consecutive code points in the order isolated, final,
/// initial, medial. A letter with two forms joins only to the letter before it.
const LETTERS: [(char, char, u8); 72] = [
    ('\u{622}', '\u{FE81}', 2),
    ('\u{623}', '\u{FE83}', 2),
    ('\u{624}', '\u{FE85}', 2),
    ('\u{625}', '\u{FE87}', 2),
    ('\u{626}', '\u{FE89}', 4),
    ('\u{627}', '\u{FE8D}', 2),
    ('\u{628}', '\u{FE8F}', 4),
    ('\u{629}', '\u{FE93}', 2),
    ('\u{62A}', '\u{FE95}', 4),
    ('\u{62B}', '\u{FE99}', 4),
    ('\u{62C}', '\u{FE9D}', 4),
    ('\u{62D}', '\u{FEA1}', 4),
    ('\u{62E}', '\u{FEA5}', 4),
    ('\u{62F}', '\u{FEA9}', 2),
    ('\u{630}', '\u{FEAB}', 2),
    ('\u{631}', '\u{FEAD}', 2),
    ('\u{632}', '\u{FEAF}', 2),
    ('\u{633}', '\u{FEB1}', 4),
    ('\u{634}', '\u{FEB5}', 4),
    ('\u{635}', '\u{FEB9}', 4),
    ('\u{636}', '\u{FEBD}', 4),
    ('\u{637}', '\u{FEC1}', 4),
    ('\u{638}', '\u{FEC5}', 4),
    ('\u{639}', '\u{FEC9}', 4),
    ('\u{63A}', '\u{FECD}', 4),
    ('\u{641}', '\u{FED1}', 4),
    ('\u{642}', '\u{FED5}', 4),
    ('\u{643}', '\u{FED9}', 4),
    ('\u{644}', '\u{FEDD}', 4),
    ('\u{645}', '\u{FEE1}', 4),
    ('\u{646}', '\u{FEE5}', 4),
    ('\u{647}', '\u{FEE9}', 4),
    ('\u{648}', '\u{FEED}', 2),
    ('\u{649}', '\u{FEEF}', 2),
    ('\u{64A}', '\u{FEF1}', 4),
    ('\u{671}', '\u{FB50}', 2),
    ('\u{679}', '\u{FB66}', 4),
    ('\u{67A}', '\u{FB5E}', 4),
    ('\u{67B}', '\u{FB52}', 4),
    ('\u{67E}', '\u{FB56}', 4),
    ('\u{67F}', '\u{FB62}', 4),
    ('\u{680}', '\u{FB5A}', 4),
    ('\u{683}', '\u{FB76}', 4),
    ('\u{684}', '\u{FB72}', 4),
    ('\u{686}', '\u{FB7A}', 4),
    ('\u{687}', '\u{FB7E}', 4),
    ('\u{688}', '\u{FB88}', 2),
    ('\u{68C}', '\u{FB84}', 2),
    ('\u{68D}', '\u{FB82}', 2),
    ('\u{68E}', '\u{FB86}', 2),
    ('\u{691}', '\u{FB8C}', 2),
    ('\u{698}', '\u{FB8A}', 2),
    ('\u{6A4}', '\u{FB6A}', 4),
    ('\u{6A6}', '\u{FB6E}', 4),
    ('\u{6A9}', '\u{FB8E}', 4),
    ('\u{6AD}', '\u{FBD3}', 4),
    ('\u{6AF}', '\u{FB92}', 4),
    ('\u{6B1}', '\u{FB9A}', 4),
    ('\u{6B3}', '\u{FB96}', 4),
    ('\u{6BA}', '\u{FB9E}', 2),
    ('\u{6BB}', '\u{FBA0}', 4),
    ('\u{6BE}', '\u{FBAA}', 4),
    ('\u{6C1}', '\u{FBA6}', 4),
    ('\u{6C6}', '\u{FBD9}', 2),
    ('\u{6C7}', '\u{FBD7}', 2),
    ('\u{6C8}', '\u{FBDB}', 2),
    ('\u{6C9}', '\u{FBE2}', 2),
    ('\u{6CB}', '\u{FBDE}', 2),
    ('\u{6CC}', '\u{FBFC}', 4),
    ('\u{6D0}', '\u{FBE4}', 4),
    ('\u{6D2}', '\u{FBAE}', 2),
    ('\u{6D3}', '\u{FBB0}', 2),
];

/// Tatweel, the stroke that lengthens a word: it joins on both sides and has one
/// form.
const TATWEEL: char = '\u{640}';

/// Keeps two letters from joining.
const NON_JOINER: char = '\u{200C}';

/// Makes a letter join even if no letter follows.
const JOINER: char = '\u{200D}';

fn forms(cluster: &str) -> Option<(char, u8)> {
    let letter = cluster.chars().next()?;
    let at = LETTERS.binary_search_by_key(&letter, |(letter, ..)| *letter).ok()?;
    let (_, isolated, count) = LETTERS[at];
    Some((isolated, count))
}

/// Whether a cluster joins to the letter after it.
fn joins_on(cluster: &str) -> bool {
    let joining = forms(cluster).is_some_and(|(_, count)| count == 4)
        || cluster.starts_with(TATWEEL)
        || cluster.ends_with(JOINER);
    joining && !cluster.contains(NON_JOINER)
}

/// Whether a cluster joins to the letter before it.
fn joins_back(cluster: &str) -> bool {
    forms(cluster).is_some() || cluster.starts_with([TATWEEL, JOINER])
}

/// Returns the form of a cluster between its two neighbours, given in text order;
/// `None` if its form does not change.
pub(super) fn joined(before: Option<&str>, cluster: &str, after: Option<&str>) -> Option<String> {
    let (isolated, count) = forms(cluster)?;
    let from = u32::from(before.is_some_and(joins_on));
    let on = count == 4
        && joins_on(cluster)
        && (after.is_some_and(joins_back) || cluster.ends_with(JOINER));
    // Isolated, final, initial, medial.
    let form = match from + 2 * u32::from(on) {
        0 => return None,
        form => char::from_u32(u32::from(isolated) + form)?,
    };
    Some(std::iter::once(form).chain(cluster.chars().skip(1)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn every_form_is_one_of_its_letter() {
        assert!(LETTERS.is_sorted());
        for (letter, isolated, count) in LETTERS {
            for form in 0..u32::from(count) {
                let form = char::from_u32(u32::from(isolated) + form).expect("a character");
                let plain: String = form.nfkc().collect();
                assert_eq!(plain, letter.to_string().nfkc().collect::<String>(), "{form:?}");
            }
        }
    }

    fn word(text: &str) -> String {
        let clusters: Vec<&str> = text.graphemes(true).collect();
        let at = |i: usize| clusters.get(i).copied();
        (0..clusters.len())
            .map(|i| {
                joined(i.checked_sub(1).and_then(at), clusters[i], at(i + 1))
                    .unwrap_or_else(|| clusters[i].to_owned())
            })
            .collect()
    }

    #[test]
    fn letters_join_to_their_neighbours() {
        // Meem initial, yeh medial, noon medial, alef final, hamza.
        assert_eq!(word("ميناء"), "\u{FEE3}\u{FEF4}\u{FEE8}\u{FE8E}\u{621}");
        // Dal and reh join to nothing after them; marks stay with their letter.
        assert_eq!(word("دار"), "دار");
        assert_eq!(word("مُدّ"), "\u{FEE3}\u{64F}\u{FEAA}\u{651}");
        // Persian: the letter before the non-joiner ends its part of the word.
        assert_eq!(word("می\u{200C}کند"), "\u{FEE3}\u{FBFD}\u{200C}\u{FB90}\u{FEE8}\u{FEAA}");
        assert_eq!(word("a ب 1"), "a ب 1");
    }
}
