//! The words that refer to places, one table for each language. A language, or
//! a word of one, is one more entry.

use Order::{Around, NumberFirst, WordFirst};
use Unit::{Annex, Article, Chapter, Paragraph, Point};

/// What a word names, the outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// An annex, appendix, exhibit or schedule.
    Annex,
    /// A chapter, part or title over provisions.
    Chapter,
    /// A provision by its own number.
    Article,
    /// A part of the provision that the words stand in, or else a provision.
    Paragraph,
    /// An item of the list that the words stand in.
    Point,
}

/// Where a number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Behind the word: `Article 5`.
    WordFirst,
    /// Before the word: `5-бап`. The word may have endings.
    NumberFirst,
    /// Before the word and behind a sign: `第五条`.
    Around(&'static str),
}

/// Words that mean the same.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// In small letters.
    pub forms: &'static [&'static str],
    /// What they name.
    pub unit: Unit,
    /// Whether several numbers may follow.
    pub many: bool,
    /// Whether they say that there is such a place: where there is none, the
    /// document is at fault. `step 5` and `part 2` are said of much else.
    pub certain: bool,
}

/// A place told without a number.
#[derive(Debug, Clone, Copy)]
pub struct Relative {
    /// In small letters.
    pub words: &'static str,
    /// What it names.
    pub unit: Unit,
    /// Whether it is the next one, or the one before.
    pub forward: bool,
}

/// How a language refers to places.
#[derive(Debug, Clone, Copy)]
pub struct Language {
    /// The primary part of its BCP 47 tag.
    pub tag: &'static str,
    /// Where numbers stand.
    pub order: Order,
    /// What names places.
    pub words: &'static [Word],
    /// What parts two numbers of a list, beside the comma.
    pub and: &'static [&'static str],
    /// What stands in a range, beside the dash.
    pub to: &'static [&'static str],
    /// What leads from a place to what it is a place of.
    pub of: &'static [&'static str],
    /// Whether the genitive needs no word: `статья 5 Устава`.
    pub bare_genitive: bool,
    /// What says that the document itself is meant.
    pub own: &'static [&'static str],
    /// What says that another text is meant, right behind a number.
    pub other: &'static [&'static str],
    /// What says, before the word, that it is of what was named before.
    pub possessive: &'static [&'static str],
    /// Last words of the names of such texts: `the Lamp Act, section 5`.
    pub instruments: &'static [&'static str],
    /// Places without a number.
    pub relative: &'static [Relative],
}

const fn one(forms: &'static [&'static str], unit: Unit) -> Word {
    Word { forms, unit, many: false, certain: true }
}

const fn many(forms: &'static [&'static str], unit: Unit) -> Word {
    Word { forms, unit, many: true, certain: true }
}

/// Said of much else too.
const fn loose(word: Word) -> Word {
    Word { certain: false, ..word }
}

const fn before(words: &'static str, unit: Unit) -> Relative {
    Relative { words, unit, forward: false }
}

const fn after(words: &'static str, unit: Unit) -> Relative {
    Relative { words, unit, forward: true }
}

/// The sign of a section, in whatever language.
pub const SIGNS: [Word; 2] = [many(&["§§"], Article), one(&["§"], Article)];

/// The languages; the first stands for those that have no table.
pub static LANGUAGES: [Language; 10] = [
    Language {
        tag: "en",
        order: WordFirst,
        words: &[
            many(&["articles", "arts.", "arts", "sections", "secs.", "clauses", "rules"], Article),
            one(&["article", "art.", "art", "section", "sec.", "clause"], Article),
            loose(one(&["rule", "regulation"], Article)),
            many(&["paragraphs", "paras.", "paras", "subparagraphs", "sub-paragraphs"], Paragraph),
            many(&["subsections", "sub-sections", "subclauses", "sub-clauses"], Paragraph),
            one(&["paragraph", "para.", "para", "subparagraph", "sub-paragraph"], Paragraph),
            one(&["subsection", "sub-section", "subclause", "sub-clause"], Paragraph),
            loose(many(&["points", "items", "steps"], Point)),
            loose(one(&["point", "item", "step"], Point)),
            many(&["annexes", "appendices", "exhibits"], Annex),
            one(&["annex", "appendix", "exhibit"], Annex),
            loose(one(&["schedule"], Annex)),
            many(&["chapters"], Chapter),
            one(&["chapter"], Chapter),
            loose(one(&["part"], Chapter)),
        ],
        and: &["and", "or", "and/or", "as well as"],
        to: &["to", "through"],
        of: &["of", "to", "in", "under"],
        bare_genitive: false,
        own: &["this", "these", "present", "hereof", "herein", "hereto"],
        other: &["thereof", "ibid"],
        possessive: &["its", "their"],
        instruments: &[
            "act",
            "agreement",
            "charter",
            "code",
            "constitution",
            "convention",
            "covenant",
            "declaration",
            "directive",
            "licence",
            "license",
            "protocol",
            "regulation",
            "rules",
            "statute",
            "statutes",
            "treaty",
        ],
        relative: &[
            before("the preceding paragraph", Paragraph),
            before("the previous paragraph", Paragraph),
            before("the foregoing paragraph", Paragraph),
            after("the following paragraph", Paragraph),
            after("the next paragraph", Paragraph),
            before("the preceding article", Article),
            before("the previous article", Article),
            before("the foregoing article", Article),
            after("the following article", Article),
            after("the next article", Article),
            before("the preceding section", Article),
            before("the previous section", Article),
            after("the following section", Article),
            after("the next section", Article),
            before("the preceding clause", Article),
            before("the previous clause", Article),
            after("the following clause", Article),
            after("the next clause", Article),
        ],
    },
    Language {
        tag: "fr",
        order: WordFirst,
        words: &[
            many(&["articles", "sections", "clauses"], Article),
            one(&["article", "art.", "section", "clause"], Article),
            many(&["paragraphes", "alinéas", "par."], Paragraph),
            one(&["paragraphe", "alinéa", "al."], Paragraph),
            loose(many(&["points"], Point)),
            loose(one(&["point", "lettre"], Point)),
            one(&["annexe", "appendice"], Annex),
            one(&["chapitre"], Chapter),
            loose(one(&["titre", "partie"], Chapter)),
        ],
        and: &["et", "ou"],
        to: &["à"],
        of: &["de la", "de l’", "de l'", "du", "des", "de"],
        bare_genitive: false,
        own: &["présent", "présente", "présents", "présentes", "ci-dessus", "ci-dessous"],
        other: &[],
        possessive: &["son", "sa", "ses", "leur", "leurs"],
        instruments: &[],
        relative: &[
            before("le paragraphe précédent", Paragraph),
            before("l’article précédent", Article),
            before("l'article précédent", Article),
            after("l’article suivant", Article),
            after("l'article suivant", Article),
        ],
    },
    Language {
        tag: "de",
        order: WordFirst,
        words: &[
            many(&["artikeln", "artikel", "art."], Article),
            many(&["absätze", "absätzen"], Paragraph),
            one(&["absatz", "abs.", "absatzes"], Paragraph),
            loose(one(&["nummer", "nr.", "buchstabe", "lit."], Point)),
            one(&["anhang", "anlage"], Annex),
            one(&["kapitel"], Chapter),
            loose(one(&["teil"], Chapter)),
        ],
        and: &["und", "oder", "sowie"],
        to: &["bis"],
        of: &["des", "der"],
        bare_genitive: false,
        own: &["dieses", "dieser", "vorliegenden"],
        other: &[],
        possessive: &["dessen", "deren"],
        instruments: &[],
        relative: &[
            before("der vorhergehende absatz", Paragraph),
            before("vorstehender artikel", Article),
        ],
    },
    Language {
        tag: "es",
        order: WordFirst,
        words: &[
            many(&["artículos", "arts.", "secciones", "cláusulas"], Article),
            one(&["artículo", "art.", "sección", "cláusula"], Article),
            many(&["párrafos", "apartados"], Paragraph),
            one(&["párrafo", "apartado", "inciso"], Paragraph),
            loose(one(&["punto", "letra"], Point)),
            one(&["anexo", "apéndice"], Annex),
            one(&["capítulo"], Chapter),
            loose(one(&["título", "parte"], Chapter)),
        ],
        and: &["y", "o", "u"],
        to: &["a", "al"],
        of: &["de la", "de los", "del", "de"],
        bare_genitive: false,
        own: &["presente", "presentes", "esta", "este"],
        other: &[],
        possessive: &["su", "sus"],
        instruments: &[],
        relative: &[
            before("el párrafo anterior", Paragraph),
            before("el artículo anterior", Article),
            after("el artículo siguiente", Article),
        ],
    },
    Language {
        tag: "ru",
        order: WordFirst,
        words: &[
            many(&["статей", "статьях", "статьям", "статьями", "ст."], Article),
            many(&["статьи"], Article),
            one(&["статья", "статье", "статью", "статьёй", "статьей"], Article),
            many(&["пунктов", "пунктах", "пункты", "пунктам"], Paragraph),
            one(&["пункт", "пункта", "пункте", "пункту", "пунктом", "п."], Paragraph),
            loose(one(&["подпункт", "подпункта", "подпункте"], Point)),
            one(&["приложение", "приложения", "приложении"], Annex),
            one(&["глава", "главы", "главе", "главу"], Chapter),
        ],
        and: &["и", "или"],
        to: &["по", "до"],
        of: &[],
        bare_genitive: true,
        own: &["настоящей", "настоящего", "настоящему", "настоящем", "настоящая"],
        other: &[],
        possessive: &["его", "её", "ее", "их"],
        instruments: &[],
        relative: &[
            before("предыдущая статья", Article),
            before("предыдущей статьи", Article),
            before("предыдущей статье", Article),
            after("следующей статье", Article),
            before("предыдущего пункта", Paragraph),
            before("предыдущем пункте", Paragraph),
        ],
    },
    Language {
        tag: "kk",
        order: NumberFirst,
        words: &[
            one(&["бап", "баб"], Article),
            one(&["тармақ", "тармағ"], Paragraph),
            loose(one(&["тармақша"], Point)),
            one(&["тарау"], Chapter),
            one(&["қосымша"], Annex),
        ],
        and: &["және", "мен"],
        to: &[],
        of: &[],
        bare_genitive: false,
        own: &["осы"],
        other: &[],
        possessive: &[],
        instruments: &[],
        relative: &[],
    },
    Language {
        tag: "ar",
        order: WordFirst,
        words: &[
            many(&["المواد", "المادتين", "المادتان"], Article),
            one(&["المادة", "مادة", "للمادة", "بالمادة", "والمادة"], Article),
            one(&["الفقرة", "فقرة"], Paragraph),
            one(&["البند"], Paragraph),
            one(&["المرفق", "الملحق"], Annex),
            one(&["الفصل"], Chapter),
        ],
        and: &["و", "أو"],
        to: &["إلى"],
        of: &["من"],
        bare_genitive: false,
        own: &["هذا", "هذه"],
        other: &[],
        possessive: &[],
        instruments: &[],
        relative: &[
            before("المادة السابقة", Article),
            after("المادة التالية", Article),
            before("الفقرة السابقة", Paragraph),
        ],
    },
    Language {
        tag: "zh",
        order: Around("第"),
        words: &CJK,
        and: &["和", "及", "或", "与"],
        to: &["至", "到"],
        of: &[],
        bare_genitive: false,
        own: &["本"],
        other: &[],
        possessive: &[],
        instruments: &[],
        relative: &[before("前条", Article), before("前款", Paragraph)],
    },
    Language {
        tag: "ja",
        order: Around("第"),
        words: &CJK,
        and: &["及び", "又は", "並びに", "、"],
        to: &["から"],
        of: &["の"],
        bare_genitive: false,
        own: &["この", "本"],
        other: &[],
        possessive: &[],
        instruments: &[],
        relative: &[before("前条", Article), before("前項", Paragraph), after("次条", Article)],
    },
    Language {
        tag: "ko",
        order: Around("제"),
        words: &[
            one(&["조"], Article),
            one(&["항"], Paragraph),
            loose(one(&["호"], Point)),
            one(&["장"], Chapter),
        ],
        and: &["및", "또는"],
        to: &["부터"],
        of: &["의"],
        bare_genitive: false,
        own: &["이"],
        other: &[],
        possessive: &[],
        instruments: &[],
        relative: &[before("전조", Article), before("전항", Paragraph)],
    },
];

/// Chinese and Japanese share their signs.
const CJK: [Word; 4] = [
    one(&["条", "條"], Article),
    one(&["款", "項", "项"], Paragraph),
    loose(one(&["号", "號"], Point)),
    one(&["章"], Chapter),
];

/// The table for a document in the language of a tag.
pub fn of(tag: Option<&str>) -> &'static Language {
    let primary = tag.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or("en");
    LANGUAGES.iter().find(|language| language.tag == primary).unwrap_or(&LANGUAGES[0])
}
