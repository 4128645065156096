//! Numbers and words of the world's scripts.

use super::addresses;

/// What stands for one provision in a script: its label, and a sentence.
type Provision = (&'static str, fn(u32) -> String, &'static str);

pub(super) fn native(zero: char, n: u32) -> String {
    let digit = |d: char| d.to_digit(10).and_then(|d| char::from_u32(zero as u32 + d)).unwrap_or(d);
    n.to_string().chars().map(digit).collect()
}

pub(super) fn han(n: u32) -> String {
    const ONES: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (n as usize / 10, n as usize % 10);
    let ten = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", ONES[tens]),
    };
    format!("{ten}{}", ONES[ones])
}

#[test]
fn articles_are_found_in_many_scripts() {
    let scripts: [Provision; 25] = [
        ("English", |n| format!("Article {n}"), "Every lamp of the harbour shall be lit at dusk."),
        (
            "French",
            |n| if n == 1 { "Article premier".to_owned() } else { format!("Article {n}") },
            "Toutes les lampes du port sont allumées le soir.",
        ),
        (
            "Spanish",
            |n| format!("Artículo {n}.º"),
            "Todas las lámparas del puerto se encienden al anochecer.",
        ),
        (
            "Portuguese",
            |n| format!("Art. {n}º"),
            "Todas as lâmpadas do porto são acesas ao anoitecer.",
        ),
        (
            "German",
            |n| format!("§ {n} Lampen"),
            "Alle Lampen des Hafens werden am Abend angezündet.",
        ),
        ("Polish", |n| format!("Art. {n}."), "Wszystkie lampy portu zapala się wieczorem."),
        ("Hungarian", |n| format!("{n}. cikk"), "A kikötő lámpáit este meggyújtják."),
        ("Turkish", |n| format!("MADDE {n}-"), "Limanın bütün lambaları akşam yakılır."),
        ("Russian", |n| format!("Статья {n}"), "Все лампы гавани зажигаются вечером."),
        ("Ukrainian", |n| format!("Стаття {n}."), "Усі лампи гавані запалюють увечері."),
        ("Kazakh", |n| format!("{n}-бап"), "Айлақтың барлық шамдары кешке жағылады."),
        ("Kazakh, apart", |n| format!("{n} бап"), "Айлақтың барлық шамдары кешке жағылады."),
        ("Greek", |n| format!("Άρθρο {n}"), "Όλοι οι λύχνοι του λιμανιού ανάβουν το βράδυ."),
        ("Armenian", |n| format!("Հոդված {n}."), "Նավահանգստի բոլոր լամպերը վառվում են երեկոյան։"),
        ("Georgian", |n| format!("მუხლი {n}"), "ნავსადგურის ყველა ლამპა საღამოს ინთება."),
        ("Arabic", |n| format!("المادة {n}"), "تضاء جميع مصابيح الميناء عند الغروب."),
        (
            "Arabic digits",
            |n| format!("المادة {}", native('٠', n)),
            "تضاء جميع مصابيح الميناء عند الغروب.",
        ),
        (
            "Persian",
            |n| format!("ماده {}", native('۰', n)),
            "همه چراغ‌های بندر هنگام غروب روشن می‌شوند.",
        ),
        ("Hindi", |n| format!("अनुच्छेद {}", native('०', n)), "बंदरगाह के सभी दीपक शाम को जलाए जाते हैं।"),
        ("Thai", |n| format!("ข้อ {}", native('๐', n)), "โคมไฟทุกดวงในท่าเรือจะจุดในเวลาค่ำ"),
        ("Chinese", |n| format!("第{}条", han(n)), "港口的所有灯在黄昏点亮。"),
        ("Japanese", |n| format!("第{}条", native('０', n)), "港のすべての灯は夕方にともす。"),
        ("Korean", |n| format!("제{n}조"), "항구의 모든 등불은 저녁에 켠다."),
        (
            "Vietnamese",
            |n| format!("Điều {n}."),
            "Mọi ngọn đèn của bến cảng được thắp lúc chiều tối.",
        ),
        (
            "Indonesian",
            |n| format!("Pasal {n}"),
            "Semua lampu pelabuhan dinyalakan pada senja hari.",
        ),
    ];
    let expected: Vec<String> = (1..=23).map(|n| n.to_string()).collect();
    let mut failures = Vec::new();
    for (name, label, sentence) in scripts {
        for gap in ["\n", "\n\n"] {
            let articles: Vec<String> =
                (1..=23).map(|n| format!("{}{gap}{sentence}\n\n", label(n))).collect();
            let text = format!("Lampa\n\n{}", articles.concat());
            let found = addresses(&text);
            if found != expected.join(" ") {
                failures.push(format!("{name} {gap:?}: {found}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn hebrew_letters_are_numbers() {
    let letters = ["א", "ב", "ג", "ד", "ה", "ו", "ז", "ח", "ט", "י", "י״א", "י״ב"];
    let text: Vec<String> = letters
        .iter()
        .map(|n| format!("סעיף {n}\n\nכל המנורות של הנמל יודלקו בערב.\n\n"))
        .collect();
    assert_eq!(addresses(&format!("אמנת הנמל\n\n{}", text.concat())), "1 2 3 4 5 6 7 8 9 10 11 12");
}

#[test]
fn sub_clauses_are_found_in_many_scripts() {
    for (text, expected) in [
        (
            "Закон о лампах\n\nСтатья 1. Лампы\n\n1. Лампы зажигаются вечером:\n\nа) на башне;\n\nб) у ворот;\n\nв) на молу.\n\n2. Лампы гасят утром.\n\nСтатья 2. Масло\n\n1. Масло хранится сухим.\n\n2. Масло выдаёт смотритель.\n",
            "1 1.1 1.1(а) 1.1(б) 1.1(в) 1.2 2 2.1 2.2",
        ),
        (
            "灯规\n\n第一章　总则\n\n第一条　灯在黄昏点亮：\n（一）塔上的灯；\n（二）门前的灯。\n\n第二条　灯在黎明熄灭。\n\n第二章　附则\n\n第三条　本规自公布之日起施行。\n",
            "第一章 1 1.1 1.2 2 第二章 3",
        ),
        (
            "Lampengesetz\n\n§ 1 Lampen\n\n(1) Die Lampen werden am Abend angezündet. Dies gilt für\n\n1. den Turm,\n\n2. das Tor.\n\n(2) Sie werden am Morgen gelöscht.\n\n§ 2 Öl\n\n(1) Das Öl ist trocken zu halten.\n\n(2) Es gibt der Wärter aus.\n\n§ 2a Dochte\n\nDer Docht ist kurz zu halten.\n\n§ 3 Ende\n\nAlles endet.\n",
            "1 1.1 1.1.1 1.1.2 1.2 2 2.1 2.2 2a 3",
        ),
        (
            "등불 규칙\n\n제1조(등불)\n① 등불은 저녁에 켠다.\n② 등불은 아침에 끈다.\n\n제2조(기름)\n기름은 마른 곳에 둔다.\n",
            "1 1.1 1.2 2",
        ),
    ] {
        assert_eq!(addresses(text), expected);
    }
}
