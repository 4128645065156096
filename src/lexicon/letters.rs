//! The letters that each language counts with, as listed in `assets/languages`.

// Defines `UNUSED`, `PLACES` and `BETWEEN`.
include!(concat!(env!("OUT_DIR"), "/letters.rs"));

/// Returns the Latin letters that lists in the language of `tag` skip.
pub fn unused(tag: &str) -> &'static str {
    UNUSED.binary_search_by_key(&tag, |(known, _)| *known).map_or("", |at| UNUSED[at].1)
}

/// Returns the non-Latin alphabets that contain `letter`, each with the letter's position there,
/// counted from 1. A letter may be written with several characters: `الف`.
pub fn places(letter: &str) -> &'static [(u8, u32)] {
    PLACES.binary_search_by_key(&letter, |(known, _)| *known).map_or(&[], |at| PLACES[at].1)
}

/// Returns the places of a small Latin letter that English lacks, such as `đ` or `lj`: the letter
/// that it follows in some alphabet, and how many such letters follow that one up to it.
pub fn between(letter: &str) -> &'static [(char, u32)] {
    BETWEEN.binary_search_by_key(&letter, |(known, _)| *known).map_or(&[], |at| BETWEEN[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_leaves_out_its_own_letters() {
        assert_eq!([unused("it"), unused("sq"), unused("en")], ["jkwxy", "w", ""]);
        assert!(UNUSED.is_sorted_by_key(|(tag, _)| *tag));
    }

    #[test]
    fn letters_count_in_their_alphabets_small_and_capital() {
        let all = |letter| places(letter).iter().map(|(_, place)| *place).collect::<Vec<_>>();
        assert_eq!((all("ბ"), all("ҩ")), (vec![2], Vec::new()));
        assert!(all("є").contains(&8) && all("Є").contains(&8));
        let alphabets = |letter| places(letter).iter().map(|(alphabet, _)| *alphabet);
        assert!(alphabets("в").all(|small| alphabets("В").all(|capital| capital != small)));
        assert!(all("الف").iter().all(|place| *place == 1) && !all("الف").is_empty());
    }

    #[test]
    fn latin_letters_follow_those_of_english() {
        assert!(between("đ").contains(&('d', 1)) && between("lj").contains(&('l', 1)));
        assert!(between("ö").contains(&('o', 1)) && between("ö").contains(&('z', 3)));
        assert!(between("a").is_empty());
        assert!(BETWEEN.is_sorted_by_key(|(letter, _)| *letter));
    }
}
