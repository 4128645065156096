//! Which language a text is in, where its format does not say.
//!
//! The script, and in the scripts that several languages share the frequency of
//! trigrams, tell one language from another. Kazakh is not among those whose
//! trigrams are known: its letters tell it from all others in Cyrillic.

use whatlang::{Detector, Lang, Script};

/// Letters of a text that say enough: fewer are too few to tell.
const LEAST_LETTERS: usize = 60;

/// The same in a script that hardly another language is written in.
const LEAST_OF_OWN_SCRIPT: usize = 12;

/// Letters that are looked at, in each of [`PLACES`].
const SAMPLE: usize = 800;

/// Sixths of a text at which samples of a long one begin: a bulletin's head
/// may be in another language than the rest.
const PLACES: [usize; 3] = [0, 2, 4];

/// Confidence from which a guess is taken.
const SURE: f64 = 0.5;

/// Languages so near to one another that trigrams of a short text hardly tell which it is in: the likeliest is taken
/// where it is surely in one of them.
const NEAR: [&[Lang]; 4] = [
    &[Lang::Dan, Lang::Nob],
    &[Lang::Ces, Lang::Slk],
    &[Lang::Hrv, Lang::Slv, Lang::Srp],
    &[Lang::Bul, Lang::Mkd],
];

/// A primary subtag that is out of use or names a group of languages, and the one in its place (Unicode CLDR's
/// `languageAlias`).
const ALIASES: [(&str, &str); 6] =
    [("in", "id"), ("iw", "he"), ("ji", "yi"), ("mo", "ro"), ("no", "nb"), ("sh", "sr")];

/// The primary subtag of a BCP 47 tag, by which the files of languages are named; empty without a tag.
pub fn primary(tag: Option<&str>) -> &str {
    let primary = tag.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or_default();
    let alias = ALIASES.iter().find(|(old, _)| *old == primary);
    alias.map_or(primary, |(_, new)| *new)
}

/// The language as a BCP 47 tag, where it is known.
pub fn detect(text: &str) -> Option<String> {
    let sample = sample(text);
    let letters = sample.chars().filter(|c| c.is_alphabetic()).map(weight).sum::<usize>();
    let least = if has_own_script(&sample) { LEAST_OF_OWN_SCRIPT } else { LEAST_LETTERS };
    if letters < least {
        return None;
    }
    if is_kazakh(&sample) {
        return Some("kk".to_owned());
    }
    let guess = whatlang::detect(&sample)?;
    let sure = guess.confidence() >= SURE || is_of_near_ones(&sample, guess.lang());
    sure.then(|| tag(guess.lang()).to_owned())
}

/// Whether nothing but the languages near to it makes a guess unsure.
fn is_of_near_ones(sample: &str, guess: Lang) -> bool {
    let Some(near) = NEAR.iter().find(|near| near.contains(&guess)) else { return false };
    let others = near.iter().copied().filter(|lang| *lang != guess).collect();
    let again = Detector::with_denylist(others).detect(sample);
    again.is_some_and(|again| again.lang() == guess && again.confidence() >= SURE)
}

/// Whether a text is in a script that tells its language, as Hebrew and Thai do.
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

/// Up to three pieces of the text; all of a short one.
fn sample(text: &str) -> String {
    // A character takes up to four bytes, and blanks stand between words.
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

/// A character that stands for a syllable or a word says as much as three letters.
fn weight(c: char) -> usize {
    if c >= '\u{2E80}' { 3 } else { 1 }
}

/// Whether a text holds letters that no other language has together: Kazakh
/// alone writes both `қ` or `ғ` and `і`. Tajik and Uzbek have no `і`;
/// Ukrainian and Belarusian have neither of the others.
fn is_kazakh(text: &str) -> bool {
    let count = |is: fn(char) -> bool| text.chars().filter(|c| is(*c)).count();
    let letters = count(char::is_alphabetic);
    let cyrillic = count(|c| ('\u{400}'..='\u{52F}').contains(&c));
    // Each is more than one letter in a hundred of Kazakh prose.
    let often = |letters: usize| letters * 200 >= cyrillic;
    cyrillic * 2 > letters
        && often(count(|c| matches!(c, 'қ' | 'ғ' | 'Қ' | 'Ғ')))
        && often(count(|c| matches!(c, 'і' | 'І')))
}

/// The tag of a language: ISO 639-1 where that has it, as BCP 47 asks.
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
        assert_eq!(primary(None), "");
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
