//! Words that name a provision or a part of a document, one entry a word.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word makes of the number beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// A book, part, title or chapter: it holds provisions, which are numbered
    /// on through it or anew in it.
    Division(Rank),
    /// An annex, appendix or schedule.
    Annex,
    /// A provision that is called an article.
    Article,
    /// A provision of another name: section, rule, clause, paragraph.
    Section,
}

/// Which divisions hold which: the smaller, the further out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rank {
    /// Book, volume.
    Book,
    /// Part, title, division.
    Part,
    /// Chapter.
    Chapter,
    /// A section that holds articles.
    Section,
}

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// `Article 5`
    Before,
    /// `5 бап`
    After,
    /// `第五条`: the word is what follows, this sign goes before.
    Around(&'static str),
}

/// A word that names provisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Word {
    /// In small letters.
    pub word: &'static str,
    /// On which side of its number it stands.
    pub side: Side,
    /// What it makes.
    pub role: Role,
}

const fn before(word: &'static str, role: Role) -> Word {
    Word { word, side: Side::Before, role }
}

const fn after(word: &'static str, role: Role) -> Word {
    Word { word, side: Side::After, role }
}

const fn around(sign: &'static str, word: &'static str, role: Role) -> Word {
    Word { word, side: Side::Around(sign), role }
}

use Role::{Annex, Article, Section};
const BOOK: Role = Role::Division(Rank::Book);
const PART: Role = Role::Division(Rank::Part);
const CHAPTER: Role = Role::Division(Rank::Chapter);

/// All of them. Of two that begin alike the longer stands first.
pub const WORDS: &[Word] = &[
    // English
    before("article", Article),
    before("articles", Article),
    before("art.", Article),
    before("art", Article),
    before("section", Section),
    before("sec.", Section),
    before("clause", Section),
    before("rule", Section),
    before("regulation", Section),
    before("principle", Section),
    before("guideline", Section),
    before("amendment", Annex),
    before("canon", Section),
    before("can.", Section),
    before("question", Section),
    before("q.", Section),
    before("law", Section),
    before("paragraph", Section),
    before("§", Section),
    before("chapter", CHAPTER),
    before("by-law", BOOK),
    before("bylaw", BOOK),
    before("part", PART),
    before("title", PART),
    before("division", PART),
    before("book", BOOK),
    before("annex", Annex),
    before("appendix", Annex),
    before("schedule", Annex),
    before("exhibit", Annex),
    before("attachment", Annex),
    // French
    before("chapitre", CHAPTER),
    before("partie", PART),
    before("titre", PART),
    before("livre", BOOK),
    before("annexe", Annex),
    // Spanish, Portuguese, Catalan, Italian, Romanian
    before("artículo", Article),
    before("articulo", Article),
    before("artigo", Article),
    before("articolo", Article),
    before("articolul", Article),
    before("capítulo", CHAPTER),
    before("capitulo", CHAPTER),
    before("capitolul", CHAPTER),
    before("capo", CHAPTER),
    before("título", PART),
    before("titulo", PART),
    before("titolo", PART),
    before("titlul", PART),
    before("sección", Section),
    before("seção", Section),
    before("parte", PART),
    before("libro", BOOK),
    before("livro", BOOK),
    before("anexo", Annex),
    before("allegato", Annex),
    before("anexa", Annex),
    // German, Dutch, the Nordic languages
    before("artikel", Article),
    before("abschnitt", Role::Division(Rank::Section)),
    before("kapitel", CHAPTER),
    before("kapittel", CHAPTER),
    before("hoofdstuk", CHAPTER),
    before("teil", PART),
    before("titel", PART),
    before("deel", PART),
    before("del", PART),
    before("buch", BOOK),
    before("boek", BOOK),
    before("anhang", Annex),
    before("anlage", Annex),
    before("bijlage", Annex),
    before("bilaga", Annex),
    before("vedlegg", Annex),
    before("bilag", Annex),
    // Slavic and Baltic languages, Hungarian, Finnish, Estonian, Greek
    before("статья", Article),
    before("стаття", Article),
    before("артыкул", Article),
    before("член", Article),
    before("члан", Article),
    before("пункт", Section),
    before("раздел", Role::Division(Rank::Part)),
    before("розділ", Role::Division(Rank::Part)),
    before("глава", CHAPTER),
    before("часть", PART),
    before("частина", PART),
    before("приложение", Annex),
    before("додаток", Annex),
    before("artykuł", Article),
    before("článok", Article),
    before("článek", Article),
    before("članak", Article),
    before("člen", Article),
    before("rozdział", CHAPTER),
    before("hlava", CHAPTER),
    before("załącznik", Annex),
    before("příloha", Annex),
    before("čl.", Article),
    before("član", Article),
    before("чл.", Article),
    after("člen", Article),
    after("§", Section),
    after("grein", Article),
    after("gr.", Article),
    after("artikulua", Article),
    before("erthygl", Article),
    before("airteagal", Article),
    before("neni", Article),
    before("artikolu", Article),
    before("artikolo", Article),
    after("straipsnis", Article),
    after("pants", Article),
    after("cikk", Article),
    after("fejezet", CHAPTER),
    after("artikla", Article),
    after("luku", CHAPTER),
    before("artikkel", Article),
    before("άρθρο", Article),
    before("αρθρο", Article),
    before("κεφάλαιο", CHAPTER),
    // Turkic languages, Georgian, Armenian, Mongolian
    after("бап", Article),
    before("моддаи", Article),
    after("тарау", CHAPTER),
    after("бөлім", PART),
    after("қосымша", Annex),
    after("берене", Article),
    after("статья", Article),
    after("маддә", Article),
    after("modda", Article),
    after("madda", Article),
    after("bob", CHAPTER),
    before("madde", Article),
    before("maddə", Article),
    before("bölüm", CHAPTER),
    before("fəsil", CHAPTER),
    before("მუხლი", Article),
    before("თავი", CHAPTER),
    before("հոդված", Article),
    before("գլուխ", CHAPTER),
    after("зүйл", Article),
    after("дүгээр зүйл", Article),
    after("дугаар зүйл", Article),
    // Arabic script and Hebrew
    before("المادة", Article),
    before("مادة", Article),
    before("ماده", Article),
    before("مادّة", Article),
    before("اصل", Article),
    before("دفعہ", Article),
    // In the Maghreb an article, else a chapter.
    before("الفصل", Section),
    before("الفصل", CHAPTER),
    before("فصل", CHAPTER),
    before("الباب", PART),
    before("القسم", PART),
    before("الجزء", PART),
    before("بخش", PART),
    before("المرفق", Annex),
    before("الملحق", Annex),
    before("آرٹیکل", Article),
    before("סעיף", Article),
    before("אַרטיקל", Article),
    before("አንቀጽ", Article),
    before("פרק", CHAPTER),
    before("חלק", PART),
    before("נספח", Annex),
    // India, Thailand, Laos, Cambodia, Indonesia, Vietnam
    before("अनुच्छेद", Article),
    before("धारा", Section),
    before("अध्याय", CHAPTER),
    before("भाग", PART),
    before("ধারা", Article),
    before("অনুচ্ছেদ", Article),
    before("ข้อ", Article),
    before("มาตรา", Article),
    before("หมวด", CHAPTER),
    before("ส่วนที่", PART),
    before("ມາດຕາ", Article),
    before("មាត្រា", Article),
    before("ជំពូក", CHAPTER),
    before("ပုဒ်မ", Article),
    before("உறுப்புரை", Article),
    before("perkara", Article),
    before("artikulo", Article),
    before("seksyon", Section),
    before("kifungu cha", Article),
    before("ibara ya", Article),
    before("pasal", Article),
    before("bab", CHAPTER),
    before("điều", Article),
    before("chương", CHAPTER),
    before("phần", PART),
    before("phụ lục", Annex),
    // Chinese, Japanese, Korean
    around("第", "条", Article),
    around("第", "條", Article),
    // A common misprint of 第.
    around("弟", "条", Article),
    around("第", "节", Role::Division(Rank::Section)),
    around("第", "節", Role::Division(Rank::Section)),
    around("第", "章", CHAPTER),
    around("第", "编", PART),
    around("第", "編", PART),
    around("第", "部分", PART),
    around("第", "部", PART),
    around("第", "篇", PART),
    around("第", "款", Section),
    around("第", "項", Section),
    around("제", "조", Article),
    around("제", "절", Role::Division(Rank::Section)),
    around("제", "장", CHAPTER),
    around("제", "편", PART),
    around("제", "부", PART),
    around("제", "항", Section),
    before("附件", Annex),
    before("附录", Annex),
    before("附錄", Annex),
    before("附属書", Annex),
    before("別表", Annex),
    before("부속서", Annex),
];

/// The words that may stand before a number, by their first sign, and those that
/// may stand after one; each by its place in [`WORDS`].
static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index::default();
    for (at, word) in WORDS.iter().enumerate() {
        let sign = match word.side {
            Side::Before => word.word.chars().next(),
            Side::Around(sign) => sign.chars().next(),
            Side::After => {
                index.after.push(at);
                let first = word.word.chars().next();
                first.into_iter().for_each(|sign| index.after_by.entry(sign).or_default().push(at));
                None
            }
        };
        if let Some(sign) = sign {
            index.before.entry(sign).or_default().push(at);
        }
    }
    index
});

#[derive(Default)]
struct Index {
    before: HashMap<char, Vec<usize>>,
    after: Vec<usize>,
    after_by: HashMap<char, Vec<usize>>,
}

/// The words, by their places in [`WORDS`], that a line which begins with a
/// sign may begin with.
pub fn beginning_with(sign: char) -> &'static [usize] {
    let folded = sign.to_lowercase().next().unwrap_or(sign);
    INDEX.before.get(&folded).map_or(&[], Vec::as_slice)
}

/// The words that stand after a number, by their places in [`WORDS`].
pub fn after_numbers() -> &'static [usize] {
    &INDEX.after
}

/// Those of them that begin with a sign, or with the small letter of it.
pub fn after_numbers_with(sign: char) -> &'static [usize] {
    let folded = sign.to_lowercase().next().unwrap_or(sign);
    INDEX.after_by.get(&folded).map_or(&[], Vec::as_slice)
}

/// Headings under which the recitals stand.
const PREAMBLES: &[&str] = &[
    "preamble",
    "recitals",
    "préambule",
    "preámbulo",
    "preâmbulo",
    "preambolo",
    "preambul",
    "preambulum",
    "präambel",
    "preambule",
    "преамбула",
    "преамбуласы",
    "кіріспе",
    "الديباجة",
    "ديباجة",
    "دیباچه",
    "مقدمه",
    "מבוא",
    "序言",
    "前言",
    "前文",
    "전문",
    "प्रस्तावना",
    "उद्देशिका",
    "คำปรารภ",
    "lời nói đầu",
    "pembukaan",
    "başlangıç",
    "wstęp",
    "preambuła",
    "johdanto",
    "προοίμιο",
    "preambulė",
];

/// Whether words are the heading of a preamble.
pub fn is_preamble(words: &str) -> bool {
    let bare =
        words.trim_matches(|c: char| !c.is_alphanumeric() && !is_combining(c)).to_lowercase();
    PREAMBLES.contains(&bare.as_str())
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{93C}'..='\u{94D}' | '\u{E31}'..='\u{E4E}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_small_letters() {
        for word in WORDS {
            assert_eq!(word.word, word.word.to_lowercase());
        }
    }

    #[test]
    fn a_preamble_is_known_in_whatever_dress() {
        for words in ["Preamble", "PREAMBLE", "ПРЕАМБУЛА", "〈前文〉", "الديباجة", "प्रस्तावना"]
        {
            assert!(is_preamble(words), "{words}");
        }
        assert!(!is_preamble("Preamble to a letter"));
    }
}
