//! Languages are recognised from a few sentences, and tags lead to them.

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
        ("sk", "Strážca majáka zapaľuje lampu každý večer a zháša ju na úsvite, ako hovorí zákon."),
        ("cs", "Strážce majáku zapaluje lampu každý večer a zháší ji za úsvitu, jak říká zákon."),
    ] {
        assert_eq!(detect(text).as_deref(), Some(tag), "{text}");
    }
}

#[test]
fn tags_out_of_use_lead_to_those_in_use() {
    assert_eq!(primary(Some("no-NO")), "nb");
    assert_eq!(primary(Some("iw")), "he");
    for (code, tag) in [("eng", "en"), ("ger", "de"), ("nob", "nb"), ("nor", "nb"), ("tgl", "tl")] {
        assert_eq!(primary(Some(code)), tag);
    }
    assert_eq!(primary(Some("de_AT")), "de");
    assert_eq!(primary(Some("DE-at")), "de");
    assert_eq!(primary(None), "");
}

#[test]
fn detected_languages_have_the_tags_of_their_files() {
    let tags: Vec<_> = Lang::all().iter().map(|lang| tag(*lang)).collect();
    assert!(tags.iter().all(|tag| tag.len() == 2), "{tags:?}");
    for (lang, expected) in [
        (Lang::Cmn, "zh"),
        (Lang::Pes, "fa"),
        (Lang::Nob, "nb"),
        (Lang::Tgl, "tl"),
        (Lang::Zul, "zu"),
    ] {
        assert_eq!(tag(lang), expected);
    }
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
