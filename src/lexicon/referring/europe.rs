//! The words of further languages of Europe, in the forms that they take behind
//! `of`, `in` and `to`.

use super::Order::{Either, NumberFirst, WordFirst};
use super::Unit::{Annex, Article, Chapter, Paragraph, Point, Section};
use super::{Language, PLAIN, before, joined, loose, many, one};

/// The languages.
pub static LANGUAGES: [Language; 24] = [
    Language {
        tag: "pt",
        words: &[
            many(&["artigos", "arts."], Article),
            one(&["artigo", "art."], Article),
            one(&["seção", "secção", "cláusula"], Section),
            many(&["§§"], Paragraph),
            one(&["§"], Paragraph),
            many(&["parágrafos", "incisos"], Paragraph),
            one(&["parágrafo", "inciso"], Paragraph),
            loose(one(&["alínea", "item"], Point)),
            one(&["anexo", "apêndice"], Annex),
            loose(one(&["capítulo", "título"], Chapter)),
        ],
        and: &["e", "ou"],
        to: &["a", "ao"],
        of: &["do", "da", "dos", "das", "deste", "desta"],
        own: &["este", "esta", "deste", "desta", "neste", "nesta", "presente"],
        possessive: &["seu", "sua"],
        instruments: &["lei", "decreto", "código", "tratado", "convenção"],
        relative: &[
            before("o artigo anterior", Article),
            before("do artigo anterior", Article),
            before("no artigo anterior", Article),
            before("o parágrafo anterior", Paragraph),
        ],
        ..PLAIN
    },
    Language {
        tag: "it",
        words: &[
            many(&["articoli", "artt."], Article),
            one(&["articolo", "art."], Article),
            one(&["sezione", "clausola"], Section),
            many(&["commi", "paragrafi"], Paragraph),
            one(&["comma", "paragrafo"], Paragraph),
            loose(one(&["lettera", "punto"], Point)),
            one(&["allegato", "appendice"], Annex),
            loose(one(&["capo", "titolo"], Chapter)),
        ],
        and: &["e", "o", "ed"],
        to: &["a", "al"],
        of: &["del", "della", "dello", "dell'", "dell’", "di"],
        own: &["presente", "presenti", "questo", "questa"],
        possessive: &["suo", "sua"],
        instruments: &["legge", "decreto", "codice", "trattato", "regolamento"],
        relative: &[
            before("l'articolo precedente", Article),
            before("dell'articolo precedente", Article),
            before("il comma precedente", Paragraph),
            before("del comma precedente", Paragraph),
        ],
        ..PLAIN
    },
    Language {
        tag: "ca",
        words: &[
            many(&["articles", "arts."], Article),
            one(&["article", "art."], Article),
            many(&["apartats", "paràgrafs"], Paragraph),
            one(&["apartat", "paràgraf"], Paragraph),
            loose(one(&["lletra", "punt"], Point)),
            one(&["annex"], Annex),
            loose(one(&["capítol", "títol"], Chapter)),
        ],
        and: &["i", "o"],
        to: &["a", "al"],
        of: &["de la", "de l'", "de l’", "dels", "del", "de"],
        own: &["present", "presents", "aquest", "aquesta", "aquests"],
        instruments: &["llei", "decret", "codi"],
        ..PLAIN
    },
    Language {
        tag: "ro",
        words: &[
            many(&["articolele", "articolelor", "art."], Article),
            one(&["articolul", "articolului"], Article),
            many(&["alineatele", "alineatelor"], Paragraph),
            joined(&["alineatul", "alineatului", "alin."], Paragraph),
            loose(one(&["litera", "lit.", "punctul", "pct."], Point)),
            one(&["anexa", "anexei"], Annex),
            one(&["capitolul", "capitolului"], Chapter),
        ],
        and: &["și", "şi", "sau"],
        to: &["până la", "la"],
        of: &["din", "al", "ale"],
        own: &["prezenta", "prezentei", "prezentul", "prezentului", "acestei", "acestui"],
        instruments: &["legea", "legii", "codul", "codului"],
        ..PLAIN
    },
    Language {
        tag: "nl",
        also: &["af"],
        words: &[
            many(&["artikelen", "artikels", "artt."], Article),
            one(&["artikel", "art."], Article),
            many(&["leden"], Paragraph),
            one(&["lid"], Paragraph),
            loose(one(&["onderdeel", "punt"], Point)),
            one(&["bijlage"], Annex),
            one(&["hoofdstuk"], Chapter),
        ],
        and: &["en", "of"],
        to: &["tot en met", "tot", "t/m"],
        of: &["van de", "van het", "van"],
        own: &["dit", "deze", "onderhavige"],
        instruments: &["wet", "wetboek", "verdrag", "statuten"],
        relative: &[before("het vorige artikel", Article), before("het vorige lid", Paragraph)],
        ..PLAIN
    },
    Language {
        tag: "sv",
        order: Either,
        words: &[
            one(&["§"], Section),
            many(&["artiklarna", "artiklar"], Article),
            one(&["artikel", "art."], Article),
            many(&["paragraferna", "paragrafer"], Section),
            one(&["paragraf"], Section),
            loose(one(&["stycke", "punkt"], Point)),
            one(&["bilaga"], Annex),
            loose(one(&["kapitel", "kap."], Chapter)),
        ],
        and: &["och", "eller", "samt"],
        to: &["till"],
        of: &["i", "av"],
        own: &["denna", "detta", "dessa"],
        ..PLAIN
    },
    Language {
        tag: "da",
        also: &["nb", "nn", "no"],
        words: &[
            many(&["artiklerne", "artikler", "artiklene"], Article),
            one(&["artikel", "artikkel", "art."], Article),
            many(&["paragrafferne", "paragrafer", "paragrafene"], Section),
            one(&["paragraf", "pgf."], Section),
            joined(&["stk.", "stykke", "ledd"], Paragraph),
            loose(one(&["nr.", "punkt", "pkt.", "litra", "bokstav"], Point)),
            one(&["bilag", "vedlegg"], Annex),
            loose(one(&["kapitel", "kapittel", "kap."], Chapter)),
        ],
        and: &["og", "eller", "samt"],
        to: &["til"],
        of: &["i", "af", "av"],
        own: &["denne", "dette", "disse", "nærværende"],
        ..PLAIN
    },
    Language {
        tag: "fi",
        order: NumberFirst,
        words: &[
            one(&["artikla"], Article),
            one(&["pykälä", "§"], Section),
            loose(one(&["luku", "luvu"], Chapter)),
        ],
        and: &["ja", "tai", "sekä"],
        own: &["tämän", "tässä"],
        ..PLAIN
    },
    Language {
        tag: "et",
        words: &[
            one(&["artikkel", "artikli", "artiklis", "artiklile"], Article),
            loose(one(&["punkt", "punkti", "punktis"], Point)),
            one(&["lõige", "lõike", "lõikes"], Paragraph),
            one(&["lisa"], Annex),
        ],
        and: &["ja", "või"],
        own: &["käesoleva", "käesolev"],
        ..PLAIN
    },
    Language {
        tag: "is",
        order: NumberFirst,
        words: &[one(&["gr.", "grein"], Article), loose(one(&["mgr.", "málsgrein"], Paragraph))],
        and: &["og", "eða"],
        own: &["þessa", "þessi"],
        ..PLAIN
    },
    Language {
        tag: "pl",
        words: &[
            many(&["artykułów", "artykuły", "artykułach", "artykułom"], Article),
            joined(
                &["artykuł", "artykułu", "artykule", "artykułowi", "artykułem", "art."],
                Article,
            ),
            joined(&["ustęp", "ustępu", "ustępie", "ust."], Paragraph),
            loose(joined(&["punkt", "punktu", "punkcie", "pkt", "lit."], Point)),
            one(&["załącznik", "załącznika", "załączniku"], Annex),
            one(&["rozdział", "rozdziału", "rozdziale"], Chapter),
        ],
        and: &["i", "lub", "albo", "oraz"],
        to: &["do"],
        bare_genitive: true,
        own: &["niniejszej", "niniejszego", "niniejszym", "niniejszy", "tej"],
        possessive: &["jego", "jej"],
        instruments: &[
            "ustawy",
            "rozporządzenia",
            "kodeksu",
            "konwencji",
            "traktatu",
            "konstytucji",
            "kodeks",
        ],
        relative: &[
            before("poprzedniego artykułu", Article),
            before("poprzedniego ustępu", Paragraph),
        ],
        ..PLAIN
    },
    Language {
        tag: "cs",
        also: &["sk"],
        words: &[
            many(&["články", "článků", "článcích", "článkov", "článkoch", "článkom"], Article),
            one(&["článek", "článku", "článkem", "článok", "čl."], Article),
            many(&["odstavce", "odstavců", "odseky", "odsekov"], Paragraph),
            joined(&["odstavec", "odstavci", "odst.", "odsek", "odseku", "ods."], Paragraph),
            loose(joined(&["písmeno", "písmene", "písm.", "písmena", "bod", "bodu"], Point)),
            one(&["příloha", "příloze", "príloha", "prílohe"], Annex),
            one(&["hlava", "kapitola", "kapitoly", "hlavy"], Chapter),
        ],
        and: &["a", "nebo", "alebo", "až"],
        to: &["až", "do"],
        bare_genitive: true,
        own: &["tohoto", "této", "těchto", "tohto", "tejto", "těmito"],
        instruments: &["zákona", "zák.", "zákoníku", "ústavy", "vyhlášky", "nařízení"],
        ..PLAIN
    },
    Language {
        tag: "hr",
        also: &["bs", "sr", "sl", "sh"],
        words: &[
            many(&["članci", "članaka", "člancima", "člani", "členov", "čl."], Article),
            one(
                &["članak", "članka", "članku", "člankom", "član", "člana", "člen", "člena"],
                Article,
            ),
            one(&["членак", "члан", "члана", "члану", "чланом", "чл."], Article),
            one(
                &["stavak", "stavka", "stavku", "stav", "stava", "odstavek", "odstavka"],
                Paragraph,
            ),
            one(&["став", "става", "ставу"], Paragraph),
            loose(one(&["točka", "točke", "točki", "tačka", "tačke", "тачка", "тачке"], Point)),
            one(&["prilog", "priloga", "прилог"], Annex),
        ],
        and: &["i", "ili", "и", "или", "in", "ali"],
        to: &["do", "до"],
        bare_genitive: true,
        own: &["ovog", "ovoga", "ove", "ovom", "овог", "ове", "tega", "te"],
        instruments: &["zakona", "закона", "ustava", "устава"],
        ..PLAIN
    },
    Language {
        tag: "bg",
        also: &["mk"],
        words: &[
            many(&["членове", "членовете", "членови"], Article),
            joined(&["член", "члена", "чл."], Article),
            joined(&["алинея", "ал.", "став", "ставот"], Paragraph),
            loose(joined(&["точка", "т.", "буква"], Point)),
            one(&["приложение"], Annex),
            one(&["глава"], Chapter),
        ],
        and: &["и", "или"],
        to: &["до"],
        of: &["от", "на", "од"],
        own: &["този", "тази", "това", "настоящия", "настоящата", "овој"],
        instruments: &["закона", "законот", "кодекса"],
        ..PLAIN
    },
    Language {
        tag: "uk",
        words: &[
            many(&["статей", "статтях", "статтями", "статтям"], Article),
            one(&["стаття", "статті", "статтю", "статтею", "ст."], Article),
            one(&["частина", "частини", "частині", "частиною", "ч."], Paragraph),
            many(&["пунктів", "пунктах", "пункти"], Paragraph),
            one(&["пункт", "пункту", "пункті", "пунктом", "п."], Paragraph),
            loose(one(&["підпункт", "підпункту", "підпункті"], Point)),
            one(&["додаток", "додатку"], Annex),
            one(&["розділ", "розділу", "розділі"], Chapter),
        ],
        and: &["і", "й", "та", "або"],
        to: &["до", "по"],
        bare_genitive: true,
        own: &["цієї", "цього", "цій", "цьому", "ця", "даної"],
        possessive: &["його", "її", "їх"],
        instruments: &["закону", "кодексу", "конституції", "договору", "статуту"],
        ..PLAIN
    },
    Language {
        tag: "be",
        words: &[
            many(&["артыкулаў", "артыкулах"], Article),
            one(&["артыкул", "артыкула", "артыкуле", "артыкулам", "арт."], Article),
            one(&["пункт", "пункта", "пункце"], Paragraph),
        ],
        and: &["і", "або"],
        bare_genitive: true,
        own: &["гэтага", "гэтай", "дадзенай", "гэтым"],
        ..PLAIN
    },
    Language {
        tag: "lt",
        order: NumberFirst,
        words: &[one(&["straipsn", "str."], Article), one(&["dali", "daly"], Paragraph)],
        and: &["ir", "ar", "arba"],
        own: &["šio", "šios", "šis"],
        ..PLAIN
    },
    Language {
        tag: "lv",
        order: NumberFirst,
        words: &[one(&["pant", "pants"], Article), loose(one(&["daļ"], Paragraph))],
        and: &["un", "vai"],
        own: &["šā", "šī", "šis", "šajā"],
        ..PLAIN
    },
    Language {
        tag: "hu",
        order: NumberFirst,
        words: &[
            one(&["cikk"], Article),
            one(&["§"], Section),
            one(&["bekezdés"], Paragraph),
            loose(one(&["pont"], Point)),
            one(&["melléklet"], Annex),
            one(&["fejezet"], Chapter),
        ],
        and: &["és", "vagy"],
        own: &["jelen", "ezen", "e"],
        ..PLAIN
    },
    Language {
        tag: "el",
        words: &[
            many(&["άρθρα", "άρθρων"], Article),
            one(&["άρθρο", "άρθρου", "αρθρο", "αρθρου", "αρ."], Article),
            many(&["παράγραφοι", "παραγράφους", "παραγράφων"], Paragraph),
            one(&["παράγραφος", "παραγράφου", "παράγραφο", "παρ."], Paragraph),
            one(&["παράρτημα", "παραρτήματος"], Annex),
            one(&["κεφάλαιο", "κεφαλαίου"], Chapter),
        ],
        and: &["και", "ή"],
        to: &["έως", "ως", "μέχρι"],
        of: &["του", "της", "των"],
        own: &["παρόντος", "παρούσας", "παρόν", "παρούσα", "αυτού"],
        ..PLAIN
    },
    Language {
        tag: "sq",
        words: &[
            many(&["nenet", "neneve"], Article),
            one(&["neni", "nenit", "nenin"], Article),
            one(&["paragrafi", "pika"], Paragraph),
        ],
        and: &["dhe", "ose"],
        of: &["i", "të"],
        own: &["kësaj", "këtij", "kjo"],
        ..PLAIN
    },
    Language {
        tag: "mt",
        words: &[one(&["artikolu", "l-artikolu", "artiklu"], Article)],
        of: &["ta'", "tal-"],
        own: &["dan", "din"],
        ..PLAIN
    },
    Language {
        tag: "cy",
        also: &["ga"],
        words: &[
            one(&["erthygl", "airteagal", "airteagail"], Article),
            one(&["adran", "alt"], Section),
            one(&["paragraff", "mír"], Paragraph),
        ],
        and: &["a", "ac", "agus", "nó"],
        own: &["hon", "hwn", "seo"],
        order: WordFirst,
        ..PLAIN
    },
    Language {
        tag: "eu",
        also: &["gl"],
        order: NumberFirst,
        words: &[one(&["artikulu"], Article)],
        and: &["eta", "edo"],
        own: &["honen", "hau"],
        ..PLAIN
    },
];
