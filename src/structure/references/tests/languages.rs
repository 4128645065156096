//! References in the words of each language.

use super::*;

#[test]
fn every_language_has_its_words() {
    for (language, words, links) in [
        (
            "fr",
            "l’article 4, le paragraphe 2 de l’article 6",
            "article 4>4; paragraphe 2>6.2; article 6>6",
        ),
        ("fr", "l’article 4 de la Charte des ports", ""),
        ("de", "nach Artikel 6 Absatz 2 und Art. 7", "Artikel 6>6; Absatz 2>6.2; Art. 7>7"),
        ("es", "los artículos 3 y 4", "artículos 3>3; 4>4"),
        ("ru", "пункт 2 статьи 6 и статье 7", "пункт 2>6.2; статьи 6>6; статье 7>7"),
        ("ru", "статьи 6 Устава гаваней", ""),
        ("kk", "осы Кодекстің 6-бабы, 7 бап", "6-бабы>6; 7 бап>7"),
        ("ar", "وفقا للمادة 6 والمادة ٧", "للمادة 6>6; والمادة ٧>7"),
        ("zh", "依照第六条第二款和第七条", "第六条>6; 第二款>6.2; 第七条>7"),
        ("ja", "第６条及び第七条", "第６条>6; 第七条>7"),
        ("ko", "제6조 및 제7조", "제6조>6; 제7조>7"),
    ] {
        assert_eq!(told_in(words, language), links, "{words}");
    }
}

#[test]
fn further_languages_have_their_words() {
    for (language, words, links) in [
        (
            "pt",
            "nos termos do artigo 6 e do parágrafo 2 do artigo 7",
            "artigo 6>6; parágrafo 2>7.2; artigo 7>7",
        ),
        ("pt", "o artigo 5 da Lei das Lâmpadas", ""),
        ("pt", "nos termos do § 3º", "§ 3º>5.3"),
        (
            "it",
            "gli articoli 3 e 4; il comma 2 dell’articolo 6",
            "articoli 3>3; 4>4; comma 2>6.2; articolo 6>6",
        ),
        ("nl", "bedoeld in artikel 6, lid 2", "artikel 6>6; lid 2>6.2"),
        ("pl", "o którym mowa w art. 6 ust. 2 i 3", "art. 6>6; ust. 2>6.2; 3>6.3"),
        (
            "de",
            "nach Artikel 6 Absatz 3 Buchstabe b",
            "Artikel 6>6; Absatz 3>6.3; Buchstabe b>6.3(b)",
        ),
        ("es", "la letra b) del párrafo 3 o el punto a tratar", "letra b>5.3(b); párrafo 3>5.3"),
        ("pl", "art. 6 ustawy o lampach", ""),
        ("pl", "w trybie art. 6 ust. 2 Prezes wydaje", "art. 6>6; ust. 2>6.2"),
        ("cs", "podle článku 7 a čl. 6 odst. 2", "článku 7>7; čl. 6>6; odst. 2>6.2"),
        ("sk", "podľa článku 7", "článku 7>7"),
        (
            "uk",
            "відповідно до статті 6 та частини 2 статті 7",
            "статті 6>6; частини 2>7.2; статті 7>7",
        ),
        ("sr", "у складу са чланом 6", "чланом 6>6"),
        ("bg", "по реда на чл. 6, ал. 2", "чл. 6>6; ал. 2>6.2"),
        ("el", "σύμφωνα με το άρθρο 6 και του άρθρου 7", "άρθρο 6>6; άρθρου 7>7"),
        ("da", "jf. artikel 6, stk. 2", "artikel 6>6; stk. 2>6.2"),
        ("sv", "enligt 6 § och artikel 7", "6 §>6; artikel 7>7"),
        ("hu", "a 6. cikk és a 7. § szerint", "6. cikk>6; 7. §>7"),
        ("lt", "pagal 6 straipsnį", "6 straipsnį>6"),
        ("tr", "6 ncı madde ve 7.2 nci madde", "6 ncı madde>6; 7.2 nci madde>7.2"),
        ("az", "bu Qanunun 6-cı maddəsinə", "6-cı maddəsinə>6"),
        ("az", "Konstitusiyanın 6-cı maddəsinə və 19-cu maddəyə", ""),
        ("az", "bu Qanunun 19-cu maddəsinə", "19-cu maddəsinə>!19"),
        (
            "vi",
            "điểm b khoản 1; điểm a khoản 3 Điều 6",
            "điểm b>6.1; khoản 1>6.1; điểm a>6.3(a); khoản 3>6.3; Điều 6>6",
        ),
        ("uz", "ushbu Kodeksning 6-moddasi", "6-moddasi>6"),
        ("vi", "theo khoản 2 Điều 6", "khoản 2>6.2; Điều 6>6"),
        ("id", "dimaksud dalam Pasal 6 ayat (2)", "Pasal 6>6; ayat (2)>6.2"),
        ("vi", "tại Điều 6 Nghị định này và Điều 7 Luật Đèn", "Điều 6>6"),
        ("th", "ตามมาตรา 6", "มาตรา 6>6"),
        ("he", "לפי סעיף 6", "סעיף 6>6"),
        ("hi", "अनुच्छेद 6 के", "अनुच्छेद 6>6"),
        ("hy", "ըստ հոդված 6", "հոդված 6>6"),
    ] {
        assert_eq!(told_in(words, language), links, "{words}");
    }
}

#[test]
fn numbers_of_several_kinds_without_a_word_are_read_together() {
    for (words, links) in [
        ("voir 4.2 et au 2° du présent", "4.2>4.2; 2°>5.2"),
        ("au 2° du présent, voir 4.2 et au 3°", "2°>5.2; 4.2>4.2; 3°>5.3"),
    ] {
        assert_eq!(told_in(words, "fr"), links, "{words}");
    }
}

#[test]
fn a_letter_between_two_words_is_read_once() {
    let links = "3. odstavka>4.3; 4. člena>4";
    assert_eq!(told_in("točka b) točka 3. odstavka 4. člena", "sl"), links);
}
