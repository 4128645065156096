//! Detects the language of a text whose format does not state it, and interprets language tags.
//!
//! The script distinguishes languages, as does the frequency of trigrams where languages share a
//! script. Distinctive letters identify some languages without known trigrams. The data on each
//! language is in `assets/languages`.

use crate::document::Direction;
use std::borrow::Cow;
use whatlang::{Detector, Lang, Script};

/// Minimum number of letters for detection.
const LEAST_LETTERS: usize = 60;

/// The same for a script that few other languages use.
const LEAST_OF_OWN_SCRIPT: usize = 12;

/// Number of letters sampled at each of [`PLACES`].
const SAMPLE: usize = 800;

/// Where the samples of a long text begin, in sixths of its length: a bulletin's head may be in
/// another language than the rest.
const PLACES: [usize; 3] = [0, 2, 4];

/// Minimum confidence for a guess.
const SURE: f64 = 0.5;

/// A letter is frequent if it makes up at least one in this many: about half the frequency that
/// distinctive letters have in prose.
const FREQUENT: usize = 200;

/// Letters that identify a language.
struct DistinctiveLetters {
    tag: &'static str,
    /// One letter of each of these is frequent,
    each: &'static [&'static str],
    /// and none of these is.
    without: &'static str,
}

// Defines `REPLACED`, `LETTERS`, `NEAR` and `RIGHT_TO_LEFT`.
include!(concat!(env!("OUT_DIR"), "/detection.rs"));

/// Returns the primary subtag of a BCP 47 tag, which is also the name of the language's file; empty
/// without a tag.
pub fn primary(tag: Option<&str>) -> Cow<'_, str> {
    let primary = tag.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or_default();
    let primary = match primary.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(primary.to_ascii_lowercase()),
        false => Cow::Borrowed(primary),
    };
    match REPLACED.binary_search_by_key(&&*primary, |(old, _)| old) {
        Ok(at) => Cow::Borrowed(REPLACED[at].1),
        Err(_) => primary,
    }
}

/// Returns the row of a language in a table sorted by language tags.
pub fn row<'t, T>(
    tag: Option<&str>,
    rows: &'t [T],
    known: impl Fn(&'t T) -> &'static str,
) -> Option<&'t T> {
    let primary = primary(tag);
    let at = rows.binary_search_by(|row| known(row).cmp(&*primary)).ok()?;
    rows.get(at)
}

/// Whether two languages, given by primary subtags, are so close that a short text may be in
/// either.
pub fn are_near(one: &str, other: &str) -> bool {
    near(one).contains(&other)
}

fn near(primary: &str) -> &'static [&'static str] {
    let at = NEAR.binary_search_by_key(&primary, |(known, _)| known);
    at.map_or(&[], |at| NEAR[at].1)
}

/// Scripts that run from right to left, in lower case.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 7] = ["adlm", "arab", "aran", "hebr", "nkoo", "syrc", "thaa"];

/// Number of letters in a script subtag.
const SCRIPT: usize = 4;

/// Returns the direction of the script that the tag names, or else of the usual script of its
/// language.
pub fn direction(tag: &str) -> Direction {
    let script = tag
        .split(['-', '_'])
        .skip(1)
        .find(|part| part.len() == SCRIPT && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let right_to_left = match script {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.iter().any(|own| script.eq_ignore_ascii_case(own)),
        None => RIGHT_TO_LEFT.binary_search(&&*primary(Some(tag))).is_ok(),
    };
    if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight }
}

/// Returns the detected language as a BCP 47 tag, if the guess is reliable.
pub fn detect(text: &str) -> Option<String> {
    let sample = sample(text);
    let letters = sample.chars().filter(|c| c.is_alphabetic()).map(weight).sum::<usize>();
    let least = if has_own_script(&sample) { LEAST_OF_OWN_SCRIPT } else { LEAST_LETTERS };
    if letters < least {
        return None;
    }
    if let Some(tag) = told_by_letters(&sample) {
        return Some(tag.to_owned());
    }
    let guess = whatlang::detect(&sample)?;
    let sure = guess.confidence() >= SURE || is_of_near_ones(&sample, guess.lang());
    sure.then(|| tag(guess.lang()).to_owned())
}

/// Whether a guess is unsure only because of closely related languages.
fn is_of_near_ones(sample: &str, guess: Lang) -> bool {
    let near = near(tag(guess));
    if near.is_empty() {
        return false;
    }
    let others = Lang::all().iter().copied().filter(|lang| near.contains(&tag(*lang))).collect();
    let again = Detector::with_denylist(others).detect(sample);
    again.is_some_and(|again| again.lang() == guess && again.confidence() >= SURE)
}

/// Whether the script of a text identifies its language, as with Hebrew and Thai.
fn has_own_script(text: &str) -> bool {
    let script = whatlang::detect_script(text);
    script.is_some_and(|script| {
        !matches!(
            script,
            Script::Latin
                | Script::Cyrillic
                | Script::Arabic
                | Script::Devanagari
                | Script::Mandarin
        )
    })
}

/// Returns up to three pieces of the text, or a short text whole.
fn sample(text: &str) -> String {
    // A character takes up to four bytes, and there are spaces between words.
    let bytes = SAMPLE * 4;
    if text.len() <= bytes * PLACES.len() {
        return text.chars().take(SAMPLE * PLACES.len()).collect();
    }
    let mut sample = String::new();
    for sixth in PLACES {
        let start = text.ceil_char_boundary(text.len() / 6 * sixth);
        sample.extend(text[start..].chars().take(SAMPLE));
        sample.push('\n');
    }
    sample
}

/// A character for a syllable or a word counts as much as three letters.
fn weight(c: char) -> usize {
    if c >= '\u{2E80}' { 3 } else { 1 }
}

/// Returns the language whose distinctive letters are frequent in a text, if no other has the same
/// combination.
fn told_by_letters(text: &str) -> Option<&'static str> {
    let (mut letters, mut special) = (0, Vec::new());
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        if !c.is_ascii() {
            special.extend(c.to_lowercase());
        }
    }
    // A name may contain a letter of another language: a single one does not count against a
    // language.
    let is_frequent = |of: &str, least: usize| {
        let count = special.iter().filter(|c| of.contains(**c)).count();
        count >= least && count * FREQUENT >= letters
    };
    let told = |known: &&DistinctiveLetters| {
        let mut others = known.without.chars();
        known.each.iter().all(|each| is_frequent(each, 1))
            && !others.any(|c| is_frequent(c.encode_utf8(&mut [0; 4]), 2))
    };
    LETTERS.iter().find(told).map(|known| known.tag)
}

/// Returns the tag of a language: ISO 639-1 if it has one, as BCP 47 requires.
fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Afr => "af",
        Lang::Aka => "ak",
        Lang::Amh => "am",
        Lang::Ara => "ar",
        Lang::Aze => "az",
        Lang::Bel => "be",
        Lang::Ben => "bn",
        Lang::Bul => "bg",
        Lang::Cat => "ca",
        Lang::Ces => "cs",
        Lang::Cmn => "zh",
        Lang::Cym => "cy",
        Lang::Dan => "da",
        Lang::Deu => "de",
        Lang::Ell => "el",
        Lang::Eng => "en",
        Lang::Epo => "eo",
        Lang::Est => "et",
        Lang::Fin => "fi",
        Lang::Fra => "fr",
        Lang::Guj => "gu",
        Lang::Heb => "he",
        Lang::Hin => "hi",
        Lang::Hrv => "hr",
        Lang::Hun => "hu",
        Lang::Hye => "hy",
        Lang::Ind => "id",
        Lang::Ita => "it",
        Lang::Jav => "jv",
        Lang::Jpn => "ja",
        Lang::Kan => "kn",
        Lang::Kat => "ka",
        Lang::Khm => "km",
        Lang::Kor => "ko",
        Lang::Lat => "la",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Mal => "ml",
        Lang::Mar => "mr",
        Lang::Mkd => "mk",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Nld => "nl",
        Lang::Nob => "nb",
        Lang::Ori => "or",
        Lang::Pan => "pa",
        Lang::Pes => "fa",
        Lang::Pol => "pl",
        Lang::Por => "pt",
        Lang::Ron => "ro",
        Lang::Rus => "ru",
        Lang::Sin => "si",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Sna => "sn",
        Lang::Spa => "es",
        Lang::Srp => "sr",
        Lang::Swe => "sv",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Tgl => "tl",
        Lang::Tha => "th",
        Lang::Tuk => "tk",
        Lang::Tur => "tr",
        Lang::Ukr => "uk",
        Lang::Urd => "ur",
        Lang::Uzb => "uz",
        Lang::Vie => "vi",
        Lang::Yid => "yi",
        Lang::Zul => "zu",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_from_a_few_sentences() {
        for (tag, text) in [
            (
                "en",
                "The keeper of the harbour is to light the lamp at dusk and put it out at dawn, in the sight of all, and to note it in the book.",
            ),
            (
                "fr",
                "Le gardien du port allume la lampe au crépuscule et l’éteint à l’aube, aux yeux de tous, et le note dans le livre du port.",
            ),
            (
                "de",
                "Der Wärter des Hafens hat die Lampe in der Dämmerung zu entzünden und am Morgen zu löschen, vor aller Augen, und es in das Buch zu schreiben.",
            ),
            (
                "es",
                "El guardián del puerto encenderá la lámpara al anochecer y la apagará al amanecer, a la vista de todos, y lo anotará en el libro.",
            ),
            (
                "ru",
                "Смотритель гавани зажигает лампу в сумерках и гасит её на рассвете, на глазах у всех, и записывает это в книгу.",
            ),
            (
                "kk",
                "Айлақ күзетшісі ымыртта шамды жағып, таң атқанда оны барлық жұрттың көзінше сөндіреді және бұл туралы кітапқа жазып қояды.",
            ),
            (
                "mn",
                "Боомтын харуул бүрий болоход дэнлүүг асааж, үүр цайхад бүх хүний нүдэн дээр унтрааж, энэ тухай дэвтэрт тэмдэглэх бөгөөд өөр хэн ч түүнийг хийхгүй.",
            ),
            (
                "ky",
                "Порттун күзөтчүсү күүгүм киргенде чыракты күйгүзүп, таң атканда элдин көз алдында аны өчүрөт жана бул тууралуу китепке жазып коёт.",
            ),
            (
                "tt",
                "Порт сакчысы кичке эңгердә лампаны кабыза, таң атканда аны бар халык күз алдында сүндерә һәм бу турыда китапка язып куя.",
            ),
            (
                "tg",
                "Посбони бандар чароғро бегоҳӣ фурӯзон мекунад ва саҳаргоҳ дар назди ҳама хомӯш мекунад ва инро дар китоб қайд мекунад.",
            ),
            (
                "is",
                "Hafnarvörðurinn skal kveikja á lampanum þegar kvöldar og slökkva á honum þegar birtir, það skal hann rita í bókina og enginn annar.",
            ),
            (
                "mt",
                "Il-gwardjan tal-port għandu jixgħel il-lampa filgħaxija u jitfiha mas-sebħ, quddiem kulħadd, u jiktbu dan fil-ktieb tal-ħarsien tal-port, bla ħlas żejjed.",
            ),
            (
                "uk",
                "Сторож гавані запалює лампу у сутінках і гасить її на світанку, на очах у всіх, і записує це до книги.",
            ),
            (
                "ar",
                "على حارس الميناء أن يوقد المصباح عند الغروب وأن يطفئه عند الفجر أمام أعين الجميع وأن يدون ذلك في السجل.",
            ),
            (
                "fa",
                "نگهبان بندر چراغ را هنگام غروب روشن می‌کند و در سپیده‌دم پیش چشم همه خاموش می‌کند و آن را در دفتر می‌نویسد.",
            ),
            (
                "he",
                "שומר הנמל ידליק את המנורה עם רדת הערב ויכבה אותה עם שחר, לעיני כול, וירשום זאת בספר.",
            ),
            (
                "zh",
                "港口的看守人应当在黄昏时点亮灯火,并在黎明时当众熄灭,同时将此事记入簿册。任何船只在缴清费用之前不得离开港口。",
            ),
            (
                "ja",
                "港の番人は、夕暮れに灯をともし、明け方に皆の前でこれを消し、そのことを帳簿に記さなければならない。",
            ),
            (
                "ko",
                "항구의 파수꾼은 해 질 무렵 모든 사람이 보는 앞에서 등불을 켜고 새벽에 그것을 끄며 이를 장부에 적는다.",
            ),
            (
                "hi",
                "बंदरगाह का रक्षक शाम को सबके सामने दीपक जलाएगा और सुबह उसे बुझाएगा, और यह बात पुस्तक में लिखेगा।",
            ),
            ("th", "ผู้เฝ้าท่าเรือต้องจุดตะเกียงในเวลาพลบค่ำและดับตะเกียงในเวลารุ่งเช้าต่อหน้าทุกคนและต้องจดไว้ในสมุด"),
        ] {
            assert_eq!(detect(text).as_deref(), Some(tag), "{text}");
        }
    }

    #[test]
    fn languages_near_to_each_other_are_told_in_a_sentence_or_two() {
        for (tag, text) in [
            (
                "nb",
                "Vokteren i havnen tenner lampen hver kveld og slukker den ved daggry, slik loven sier.",
            ),
            (
                "da",
                "Vogteren i havnen tænder lampen hver aften og slukker den ved daggry, som loven siger.",
            ),
            (
                "sk",
                "Strážca majáka zapaľuje lampu každý večer a zháša ju na úsvite, ako hovorí zákon.",
            ),
            (
                "cs",
                "Strážce majáku zapaluje lampu každý večer a zháší ji za úsvitu, jak říká zákon.",
            ),
        ] {
            assert_eq!(detect(text).as_deref(), Some(tag), "{text}");
        }
    }

    #[test]
    fn tags_out_of_use_lead_to_those_in_use() {
        assert_eq!(primary(Some("no-NO")), "nb");
        assert_eq!(primary(Some("iw")), "he");
        assert_eq!(primary(Some("de_AT")), "de");
        assert_eq!(primary(Some("DE-at")), "de");
        assert_eq!(primary(None), "");
    }

    #[test]
    fn a_script_that_is_named_tells_the_direction_before_the_language() {
        for (tag, direction) in [
            ("fa", Direction::RightToLeft),
            ("iw-IL", Direction::RightToLeft),
            ("UR", Direction::RightToLeft),
            ("az-Arab-IR", Direction::RightToLeft),
            ("ckb", Direction::RightToLeft),
            ("en-GB", Direction::LeftToRight),
            ("fa-Latn", Direction::LeftToRight),
            ("", Direction::LeftToRight),
        ] {
            assert_eq!(self::direction(tag), direction, "{tag}");
        }
    }

    #[test]
    fn too_little_is_not_guessed_at() {
        for text in ["", "Harbour letter", "1. 2. 3. 4. 5. 6. 7. 8. 9. 10.", "港口"] {
            assert_eq!(detect(text), None, "{text}");
        }
    }

    #[test]
    fn a_script_of_its_own_tells_a_language_in_a_few_words() {
        for (tag, text) in [
            ("he", "חוק המגדלור\n1. המנורה דולקת, ראה סעיף 2."),
            ("th", "ข้อ 1 ตะเกียงสว่าง"),
            ("ko", "제1조 등대는 밤에 불을 켠다."),
            ("el", "Άρθρο 1. Ο φάρος ανάβει."),
        ] {
            assert_eq!(detect(text).as_deref(), Some(tag), "{text}");
        }
    }

    #[test]
    fn a_head_in_another_language_does_not_outweigh_the_text() {
        let head = "Bulletin of the harbour: published by the council of the town. ";
        let text = "Смотритель гавани зажигает лампу в сумерках и гасит её на рассвете, на глазах у \
            всех, и записывает это в книгу. Ни один корабль не покинет гавань, пока не уплачен сбор и \
            писец не сосчитал товары. Кто нарушит этот порядок, того выслушает городской совет, и он \
            возместит ущерб. Члены совета избираются на два года и могут быть избраны вновь лишь раз. \
            Совет собирается каждую весну, когда вскрывается лёд, и решения его объявляются народу. ";
        assert_eq!(detect(&(head.to_owned() + &text.repeat(400))).as_deref(), Some("ru"));
    }
}
