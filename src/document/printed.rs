//! Finds sections by their numbers as the text prints them: `第五条之一`, `Art. 5º-A`,
//! `Article 66-1`, `8 a §`, also with a shortened word: `ст. 2`.

use super::{Document, SectionId};

/// Returns the sections with the typed printed number, in reading order.
pub(super) fn printed_as(document: &Document, typed: &str) -> Vec<SectionId> {
    let typed = PrintedNumber::of(typed);
    if typed.number.is_empty() {
        return Vec::new();
    }
    let fits = |id: &SectionId| {
        label(document, *id).is_some_and(|label| PrintedNumber::of(label).is_named_by(&typed))
    };
    document.section_ids().filter(fits).collect()
}

fn label(document: &Document, id: SectionId) -> Option<&str> {
    // A title may precede it.
    let own = document.section(id).block_ids().take_while(|b| document.block(*b).section == id);
    own.take(2).find_map(|block| document.label(block))
}

/// A printed number: an optional word and the number. A number of letters only
/// (`第五条`) has no word.
struct PrintedNumber<'a> {
    whole: &'a str,
    word: &'a str,
    number: &'a str,
}

impl<'a> PrintedNumber<'a> {
    fn of(words: &'a str) -> Self {
        let words = words.trim().trim_end_matches(|c: char| c.is_ascii_punctuation() || is_mark(c));
        let words = words.trim_end();
        let at = match words.find(char::is_numeric) {
            Some(digit) => digit,
            None => words.char_indices().rfind(|(_, c)| c.is_whitespace()).map_or(0, |(at, _)| at),
        };
        let (word, number) = words.split_at(at);
        let whole = words;
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        Self { whole, word, number: number.trim_start() }
    }

    /// Whether `typed` names this number: the same number after the same word, a
    /// shorter form of it, or no word.
    fn is_named_by(&self, typed: &PrintedNumber<'_>) -> bool {
        let worded =
            |typed: &str| typed.is_empty() || begins(self.word, typed) || begins(typed, self.word);
        same(self.whole, typed.whole) || same(self.number, typed.number) && worded(typed.word)
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '§' | '．' | '、' | '：' | '–' | '—')
}

/// Returns the characters that distinguish numbers: without blanks and ordinal
/// indicators (`5º`), and with all hyphens alike.
fn letters(words: &str) -> impl Iterator<Item = char> + '_ {
    words
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, 'º' | '°' | 'ª'))
        .map(|c| if matches!(c, '‐' | '‑' | '–') { '-' } else { c })
        .flat_map(char::to_lowercase)
}

fn same(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

fn begins(word: &str, beginning: &str) -> bool {
    !beginning.is_empty() && {
        let mut of_word = letters(word);
        letters(beginning).all(|c| of_word.next() == Some(c))
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{LookupError, Miss, Origin, Target, look_up};

    fn told(text: &str, typed: &str) -> String {
        let document = crate::source::read(text.as_bytes(), Origin::StandardInput).expect("a text");
        match look_up(&document, typed, None) {
            Ok(Target::Text { sections, .. }) => {
                let addresses: Vec<&str> =
                    sections.iter().map(|id| document.section_address(*id)).collect();
                addresses.join(" ")
            }
            Err(LookupError::Miss(Miss::Ambiguous { candidates, .. })) => candidates.join(" or "),
            other => format!("! {other:?}"),
        }
    }

    #[test]
    fn what_was_put_in_later_is_named_as_it_is_printed() {
        let french = "Code\n\nArticle 65\n\nUn.\n\nArticle 66\n\nDeux.\n\nArticle 66-1\n\nInséré.\n\nArticle 67\n\nTrois.\n\nArticle 68\n\nQuatre.\n";
        assert_eq!(told(french, "66-1"), "66-1");
        assert_eq!(told(french, "art. 66‑1"), "66-1");
        assert_eq!(told(french, "65-66"), "65 66", "a hyphen between two clauses means a range");
        let portuguese = "Lei\n\nArt. 4º Um.\n\nArt. 5º Dois.\n\nArt. 5º-A Inserido.\n\nArt. 6º Três.\n\nArt. 7º Fim.\n";
        for typed in ["5-A", "5º-a", "Art. 5º-A", "artigo 5-A"] {
            assert_eq!(told(portuguese, typed), "5-A", "{typed}");
        }
        let swedish = "Lag\n\n7 § Ett.\n\n8 § Två.\n\n8 a § Insatt.\n\n9 § Tre.\n\n10 § Slut.\n";
        for (typed, there) in [("8 §", "8"), ("8 a §", "8a"), ("8 a", "8a"), ("§ 8 a", "8a")] {
            assert_eq!(told(swedish, typed), there, "{typed}");
        }
    }

    #[test]
    fn words_and_numbers_of_many_languages_are_typed_as_printed() {
        let russian = "Устав\n\nСтатья 1\n\nРаз.\n\nСтатья 2\n\nДва.\n\nСтатья 2¹\n\nЕщё.\n\nСтатья 3\n\nТри.\n";
        for (typed, there) in [
            ("Статья 2", "2"),
            ("ст. 2", "2"),
            ("статья  2", "2"),
            ("2¹", "2-1"),
            ("статья 2¹", "2-1"),
        ] {
            assert_eq!(told(russian, typed), there, "{typed}");
        }
        assert!(told(russian, "глава 2").starts_with('!'), "another word names something else");
        let chinese = "章程\n\n第一条 甲。\n\n第二条 乙。\n\n第二条之一 丙。\n\n第三条 丁。\n";
        for (typed, there) in [("第二条", "2"), ("第 二 条", "2"), ("第二条之一", "2-1")]
        {
            assert_eq!(told(chinese, typed), there, "{typed}");
        }
        assert_eq!(told(chinese, "第二条:1"), "2");
    }

    #[test]
    fn one_of_several_is_asked_for() {
        let twice = "Regeln\n\n1 § Ett.\n\n2 § Två.\n\n2 § Två igen, med fler ord.\n\n3 § Tre.\n";
        assert_eq!(told(twice, "2 §"), "2 or 2~2");
    }
}
