//! The words of languages of Asia and Africa. A word behind its number may have
//! endings, which the tables leave out.

use super::Order::NumberFirst;
use super::Unit::{Annex, Article, Chapter, Paragraph, Point, Section};
use super::{Language, PLAIN, before, loose, many, one};

/// The languages.
pub static LANGUAGES: [Language; 23] = [
    Language {
        tag: "tr",
        order: NumberFirst,
        words: &[
            one(&["madde"], Article),
            loose(one(&["fıkra"], Paragraph)),
            loose(one(&["bent", "bend"], Point)),
        ],
        and: &["ve", "veya", "ile"],
        own: &["bu", "işbu"],
        relative: &[before("yukarıdaki madde", Article)],
        ..PLAIN
    },
    Language {
        tag: "az",
        order: NumberFirst,
        words: &[one(&["maddə"], Article), one(&["bənd"], Paragraph)],
        and: &["və", "və ya"],
        own: &["bu"],
        ..PLAIN
    },
    Language {
        tag: "uz",
        order: NumberFirst,
        words: &[one(&["modda"], Article), one(&["band"], Paragraph)],
        and: &["va", "yoki"],
        own: &["ushbu"],
        ..PLAIN
    },
    Language {
        tag: "ky",
        also: &["tt"],
        order: NumberFirst,
        words: &[one(&["берене", "маддә", "статья"], Article), one(&["пункт", "өлеш"], Paragraph)],
        and: &["жана", "же", "һәм"],
        own: &["ушул", "бу"],
        ..PLAIN
    },
    Language {
        tag: "mn",
        order: NumberFirst,
        words: &[one(&["зүйл"], Article), loose(one(&["хэсэг", "хэсгийн"], Paragraph))],
        and: &["болон", "ба"],
        own: &["энэ"],
        ..PLAIN
    },
    Language {
        tag: "tg",
        words: &[
            many(&["моддаҳои"], Article),
            one(&["моддаи", "модда"], Article),
            one(&["қисми", "банди"], Paragraph),
        ],
        and: &["ва", "ё"],
        own: &["мазкур", "ҳамин"],
        ..PLAIN
    },
    Language {
        tag: "hy",
        words: &[one(&["հոդված", "հոդվածի", "հոդվածը", "հոդվածով"], Article)],
        and: &["և", "կամ"],
        own: &["սույն"],
        ..PLAIN
    },
    Language {
        tag: "ka",
        words: &[
            one(&["მუხლი", "მუხლის", "მუხლში"], Article),
            one(&["პუნქტი", "პუნქტის"], Paragraph),
        ],
        and: &["და", "ან"],
        own: &["ამ"],
        ..PLAIN
    },
    Language {
        tag: "he",
        also: &["yi"],
        words: &[
            many(&["סעיפים", "בסעיפים"], Article),
            one(&["סעיף", "בסעיף", "לסעיף", "שבסעיף", "אַרטיקל"], Article),
            one(&["פרק", "בפרק"], Chapter),
            one(&["נספח"], Annex),
        ],
        and: &["או"],
        to: &["עד"],
        of: &["של", "לחוק"],
        own: &["זה", "זו"],
        ..PLAIN
    },
    Language {
        tag: "fa",
        also: &["ps"],
        words: &[
            many(&["مواد"], Article),
            one(&["ماده", "اصل", "مادّة", "مادهٔ"], Article),
            loose(one(&["بند"], Point)),
            one(&["فصل"], Chapter),
        ],
        and: &["و", "یا"],
        to: &["تا"],
        of: &["از"],
        own: &["این"],
        ..PLAIN
    },
    Language {
        tag: "ur",
        words: &[one(&["آرٹیکل", "دفعہ"], Article), loose(one(&["شق"], Point))],
        and: &["اور", "یا"],
        own: &["اس"],
        ..PLAIN
    },
    Language {
        tag: "hi",
        also: &["mr", "ne"],
        words: &[
            one(&["अनुच्छेद", "धारा"], Article),
            one(&["खंड", "खण्ड", "उपधारा"], Paragraph),
            one(&["अनुसूची"], Annex),
            one(&["अध्याय"], Chapter),
        ],
        and: &["और", "या", "तथा", "र", "वा"],
        to: &["से"],
        own: &["इस", "यस"],
        ..PLAIN
    },
    Language {
        tag: "bn",
        words: &[one(&["অনুচ্ছেদ", "ধারা"], Article), one(&["দফা", "উপধারা"], Paragraph)],
        and: &["ও", "এবং", "বা"],
        own: &["এই"],
        ..PLAIN
    },
    Language {
        tag: "ta", words: &[one(&["உறுப்புரை", "பிரிவு"], Article)], own: &["இந்த"], ..PLAIN
    },
    Language {
        tag: "th",
        words: &[
            one(&["มาตรา"], Article),
            loose(one(&["ข้อ"], Article)),
            loose(one(&["วรรค"], Paragraph)),
            one(&["หมวด"], Chapter),
        ],
        and: &["และ", "หรือ"],
        to: &["ถึง"],
        own: &["นี้"],
        ..PLAIN
    },
    Language {
        tag: "lo", words: &[one(&["ມາດຕາ"], Article)], and: &["ແລະ", "ຫຼື"], ..PLAIN
    },
    Language {
        tag: "km", words: &[one(&["មាត្រា"], Article)], and: &["និង", "ឬ"], ..PLAIN
    },
    Language { tag: "my", words: &[one(&["ပုဒ်မ"], Article)], ..PLAIN },
    Language {
        tag: "vi",
        words: &[
            one(&["điều"], Article),
            one(&["khoản"], Paragraph),
            loose(one(&["điểm", "mục"], Point)),
            one(&["phụ lục"], Annex),
            one(&["chương"], Chapter),
        ],
        and: &["và", "hoặc"],
        to: &["đến"],
        of: &["của"],
        bare_genitive: true,
        own: &["này"],
        instruments: &["luật", "nghị", "bộ", "hiến"],
        ..PLAIN
    },
    Language {
        tag: "id",
        also: &["ms", "jv", "su"],
        words: &[
            one(&["pasal", "perkara", "fasal"], Article),
            one(&["ayat"], Paragraph),
            loose(one(&["huruf", "angka"], Point)),
            one(&["lampiran"], Annex),
            one(&["bab"], Chapter),
        ],
        and: &["dan", "atau"],
        to: &["sampai", "hingga"],
        of: &["dari"],
        bare_genitive: true,
        own: &["ini"],
        instruments: &["undang", "peraturan", "uud"],
        ..PLAIN
    },
    Language {
        tag: "tl",
        words: &[
            one(&["artikulo"], Article),
            one(&["seksyon"], Section),
            one(&["talata"], Paragraph),
        ],
        and: &["at", "o"],
        of: &["ng"],
        own: &["itong", "nito"],
        ..PLAIN
    },
    Language {
        tag: "sw",
        words: &[one(&["kifungu cha", "kifungu", "ibara ya", "ibara"], Article)],
        and: &["na", "au"],
        own: &["hii", "hiki"],
        ..PLAIN
    },
    Language {
        tag: "am", words: &[one(&["አንቀጽ"], Article)], and: &["እና", "ወይም"], ..PLAIN
    },
];
