//! Each rule acts on a text, on a line of it that is named here.

use super::{Explainer, Recorder, Rule};
use crate::document::Origin;
use crate::structure::references;
use std::collections::HashSet;

/// The rules that decided about the line that begins with some words.
fn rules(name: &str, text: &str, words: &str) -> Vec<Rule> {
    let recorder = Recorder::default();
    let origin = Origin::File(name.into());
    let document =
        crate::source::read_traced(text.as_bytes(), origin, &recorder).expect("a document");
    let trail = recorder.into_trail();
    let (astray, count) = references::astray(&document);
    let explainer = Explainer::new(&document, &trail).with_astray(&astray, count);
    let line = (1..=explainer.line_count())
        .filter_map(|line| explainer.line(line))
        .find(|line| line.words.starts_with(words))
        .unwrap_or_else(|| panic!("no line begins with {words:?} in {text:?}"));
    line.reasons.iter().map(|reason| reason.rule).collect()
}

const CLAUSE: &str = "The keeper of the harbour lights every lamp at dusk and puts it out at dawn, \
    and does so for as long as the sea is there.";

/// Clauses with these labels, each a paragraph.
fn clauses(labels: &[&str]) -> String {
    labels.iter().map(|label| format!("{label} {CLAUSE}\n\n")).collect()
}

/// For each rule a text, and the beginning of the line that it decides about.
fn case(rule: Rule) -> (&'static str, String, &'static str) {
    let plain = |text: String, words| ("rules.txt", text, words);
    let markdown = |text: String, words| ("rules.md", text, words);
    match rule {
        Rule::Stated => {
            let text =
                ".. heading, level 1\nLamps\n=====\n\n.. clause 1, level 2\n1.  The lamp burns.\n";
            plain(text.to_owned(), "1.")
        }
        Rule::PrintedLog => {
            let text = "5aaa2a5 Light the lamp\n1bba100 Fill it\n65f3338 1. Find it\n";
            plain(text.to_owned(), "1bba100")
        }
        Rule::PrintedDiff => {
            let text = "--- lamp\n+++ oil\n@@ -1,2 +1,2 @@\n 1. Lamp.\n-2. Oil.\n+2. Rope.\n";
            plain(text.to_owned(), "1. Lamp")
        }
        Rule::PrintedBlame => {
            let text = "^5aaa2a5 (Lia Orr 2031-11-24 16:49:17 +0000 1) 1. The lamp\n";
            plain(text.to_owned(), "^5aaa2a5")
        }
        Rule::StampedLines => {
            plain((1..5).map(|n| format!("Nov 28 14:05:0{n} tower lampd: {n}\n")).collect(), "Nov 28")
        }
        Rule::QueryResult => {
            plain(" id | name\n----+------\n  1 | lamp\n(1 row)\n".to_owned(), "1 |")
        }
        Rule::ServiceStatus => {
            let text = "● lamp.service - The lamp\n     Loaded: loaded\n\n1. lit\n";
            plain(text.to_owned(), "1. lit")
        }
        Rule::ColouredLines => plain("\u{1B}[31m1. lamp\u{1B}[m\n2. oil\n".to_owned(), "2. oil"),
        Rule::PageFurniture => {
            let page =
                |n: usize| format!("Harbour Rules of Orrin\n\n{CLAUSE}\n{CLAUSE}\n\n{n}\n\u{c}");
            plain((1..6).map(page).collect(), "3")
        }
        Rule::NoLabel => plain(format!("{CLAUSE}\n"), "The keeper"),
        Rule::SetApart => markdown("# Lamps\n\n```\n1. oil\n```\n".to_owned(), "1. oil"),
        Rule::ColumnOfFigures => {
            let figures: String = (0..40).map(|n| format!("{n}\n")).collect();
            plain(format!("Lamps\n\n{figures}\nEnd of the lamps"), "12")
        }
        Rule::DatedEntry => {
            plain("Tagebuch\n\n1. Mai. Nebel.\n\n2. Mai. Sonne.\n".to_owned(), "1. Mai")
        }
        Rule::Given => plain(
            "1. Start.\n\n2. After section 4 of the Lamp Act insert—\n\n    4A. Lamps are lit.\n\n\
             3. The end.\n"
                .to_owned(),
            "4A.",
        ),
        Rule::Quoted => {
            let text = format!(
                "{}2. In the Harbour Act the following is put in:\n\n“7. The lamps are lit.\n\n8. The \
                 oil is bought.”\n\n{}",
                clauses(&["1."]),
                clauses(&["3.", "4."])
            );
            plain(text, "8.")
        }
        Rule::RunningNumber => {
            let lines = ["LAMP ACT", "1 Lamps are lit.", "2 Oil is dry.", "3 Wicks are cut."];
            plain(lines.join("\n"), "2")
        }
        Rule::WrappedReference => {
            let text = "1. The keeper shall light every lamp that is named in section\n2. Of the \
                others he has none but those of the tower and the gates.\n";
            plain(text.to_owned(), "2.")
        }
        Rule::MiddleOfSentence => {
            let text = "The keeper shall have none but those of the lamps and of the\n2. gate, as is \
                said below, and he shall not sell any oil to them.\n";
            plain(text.to_owned(), "2.")
        }
        Rule::ContentsLine => plain("1. Lamps ........ 3\n2. Oil ........ 5\n".to_owned(), "1."),
        Rule::DoubtfulArticle => {
            let text = format!(
                "Article 1. {CLAUSE}\n\nOf the lamps of the harbour and of the keepers of all the \
                 lamps\nArticle 2. The keepers light every lamp at dusk and put it out\nat dawn.\n\n\
                 Article 3. {CLAUSE}\n"
            );
            plain(text, "Article 2")
        }
        Rule::LearnedLabel => {
            let article = |n: usize| format!("## Lampwort {n}\n\n{CLAUSE}\n\n");
            markdown((1..7).map(article).collect(), "Lampwort 2")
        }
        Rule::BracketedNumber => plain(clauses(&["[1]", "[2]", "[3]"]), "[2]"),
        Rule::RaisedNumber => {
            plain(clauses(&["Art. 1", "¹", "²", "Art. 2", "¹", "²", "Art. 3"]), "²")
        }
        Rule::SteppedNumber => plain(clauses(&["8.12.010", "8.12.020", "8.12.030"]), "8.12.020"),
        Rule::NotedNumber => {
            plain("1 Lamps are lit.\n\n*2 Oil is dry.\n\n3 Wicks are cut.\n".to_owned(), "*2")
        }
        Rule::SecondLabel => plain(clauses(&["1. (1)", "(2)", "2. (1)", "(2)"]), "1."),
        Rule::PutInLater => plain(
            clauses(&["Article 1.", "Article 1.1.", "Article 2.", "Article 3."]),
            "Article 1.1",
        ),
        Rule::LetteredPart => {
            plain(clauses(&["1.", "1.1.", "1.1a", "1.1b", "1.2.", "2."]), "1.1b")
        }
        Rule::NumeralNotLetter => {
            let labels = ["1.", "(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)"];
            plain(clauses(&[&labels[..], &["(i)", "(ii)", "(i)", "(j)", "2."]].concat()), "(i)")
        }
        Rule::ListOfPairs => plain(clauses(&["1.", "(a)", "(aa)", "(bb)", "(b)", "2."]), "(aa)"),
        Rule::NoListOfPairs => plain(clauses(&["1.", "(a)", "(aa)", "(b)", "2."]), "(aa)"),
        Rule::OtherAlphabet => {
            plain(clauses(&["1.", "а)", "б)", "в)", "г)", "ґ)", "д)", "е)", "2."]), "д)")
        }
        Rule::Annex => {
            plain(format!("{}Annex A\n\n{CLAUSE}\n", clauses(&["1.", "2.", "3."])), "Annex")
        }
        Rule::AnnexInText => {
            let text = format!("{}Annex A. {CLAUSE} {CLAUSE}\n", clauses(&["1.", "2.", "3."]));
            plain(text, "Annex")
        }
        Rule::TitleOfProvision => {
            let article = |n: usize, title: &str| format!("Article {n}\n\n{title}\n\n{CLAUSE}\n\n");
            let titles = ["Lamps", "Oil", "Annex A of the charter"];
            plain((1..4).map(|n| article(n, titles[n - 1])).collect(), "Annex A")
        }
        Rule::OtherReading => {
            let annexes = ["A", "B", "C"].map(|own| format!("Annex {own}\n\n{CLAUSE}\n\n"));
            plain(format!("{}{}", clauses(&["1.", "2.", "3."]), annexes.concat()), "Annex C")
        }
        Rule::WeakLabel => plain(clauses(&["1.", "(a)", "(b)", "2."]), "(a)"),
        Rule::CountsFromNought => plain(clauses(&["0.0", "0.1", "1.0", "1.1"]), "1.0"),
        Rule::ContinuesNothing => plain(clauses(&["1.", "2.", "60.", "3."]), "60."),
        Rule::BeginsLate => plain(clauses(&["12.", "13."]), "12."),
        Rule::SeveralSeries => plain(
            clauses(&["Article L. 1.", "Article R. 1.", "Article L. 2.", "Article R. 2."]),
            "Article R. 1",
        ),
        Rule::SupplementaryArticles => plain(
            clauses(&["MADDE 1-", "MADDE 2-", "GEÇİCİ MADDE 1-", "MADDE 3-"]),
            "GEÇİCİ MADDE 1",
        ),
        Rule::PartOfLaw => plain(
            clauses(&["Article 12.", "Article 13.", "Article 14.", "Article 15."]),
            "Article 13",
        ),
        Rule::TwoOfLaw => plain(clauses(&["Article 12.", "Article 13."]), "Article 13"),
        Rule::SeriesAnywhere => plain(clauses(&["12.", "13.", "14."]), "13."),
        Rule::FirstUnnumbered => plain(
            "§ 1. Lamper er af glas.\n\n§ 2. Lamper tændes.\n\nStk. 2. Olie er tør.\n\nStk. 3. \
             Olie gemmes.\n\n§ 3. Lamper slukkes.\n"
                .to_owned(),
            "Stk. 2",
        ),
        Rule::GoesOnFromAround => plain(
            "1. Lamps\n\n1.2 Lamps are lit.\n\n1.3 Lamps are trimmed.\n\n2. Oil\n\nIt is dry.\n\n\
             3. Wicks\n\nThey are cut.\n"
                .to_owned(),
            "1.2",
        ),
        Rule::HoldsNumbers => plain(
            "4 Watches\n\n4.2 The mate watches.\n\n4.3 The cook watches.\n".to_owned(),
            "4 Watches",
        ),
        Rule::FillsGap => plain(clauses(&["1.", "2-", "3.", "4."]), "2-"),
        Rule::LoneLabel => plain(clauses(&["1."]), "1."),
        Rule::WeakerSeries => plain(clauses(&["1.", "2.", "3.", "7)", "8)", "9)"]), "8)"),
        Rule::NoWeight => {
            let chapter = |n: usize, a: usize| {
                format!("Chapter {n}\n\n{}", clauses(&[&format!("{a}."), &format!("{}.", a + 1)]))
            };
            plain(format!("{}{}", chapter(1, 1), chapter(2, 3)), "Chapter 1")
        }
        Rule::BeginsAgain => {
            let list = |lead: &str| format!("{lead}\n\n1. Light.\n\n2. Trim.\n\n3. Fill.\n\n");
            plain(["Of lamps.", "Of oil.", "Of wicks.", "Of boats."].map(list).concat(), "2.")
        }
        Rule::ParagraphsOfReport => {
            let list = "Of lamps.\n\n1. Oil.\n\n2. Wicks.\n\n3. Glass.\n\n4. Rope.\n\n";
            let paragraph = |n: usize| format!("{n}. {CLAUSE} {CLAUSE} {CLAUSE}\n\n");
            let report: String = (1..22).map(paragraph).collect();
            plain(format!("{}And so:\n\n{report}", list.repeat(12)), "7.")
        }
        Rule::ArticlesAgain => {
            let charter = clauses(&["Article 1.", "Article 2.", "Article 3."]);
            plain(format!("Of lamps.\n\n{charter}").repeat(5), "Article 2")
        }
        Rule::SeveralTexts | Rule::ShortText => {
            let law = |of: &str| format!("# {of}\n\n{}", clauses(&["1.", "2.", "3.", "4."]));
            let laws = ["Rope", "Oil", "Glass", "Tar", "Sand", "Salt"].map(law).concat();
            let short = match rule {
                Rule::ShortText => format!("# Wicks\n\n{}", clauses(&["1.", "2."])),
                _ => String::new(),
            };
            markdown(format!("{short}{laws}"), "2.")
        }
        Rule::AnewInDivision => {
            let first = format!("Chapter 1\n\n{}", clauses(&["§ 1", "§ 2"]));
            let second = format!("Chapter 2\n\n{}", clauses(&["§ 1", "§ 2", "§ 3"]));
            plain(format!("{first}{second}"), "§ 2")
        }
        Rule::InsideOtherText => {
            let article = |ordinal: &str| format!("{ordinal} зүйл\n\nГэрэл шөнө асна.\n\n");
            let chapter = |ordinal: &str| format!("{ordinal} БҮЛЭГ\nГЭРЭЛ\n\n");
            let text = [
                chapter("НЭГДҮГЭЭР"),
                article("Нэгдүгээр"),
                article("Хоёрдугаар"),
                chapter("ХОЁРДУГААР"),
                article("Гуравдугаар"),
                article("Дөрөвдүгээр"),
            ];
            plain(format!("ГЭРЛИЙН ДҮРЭМ\n\n{}", text.concat()), "Хоёрдугаар")
        }
        Rule::LesserList => {
            let text = format!(
                "Some things.\n\n1. oil\n\n2. wicks\n\n3. glass\n\nAnd now the rules.\n\n{}",
                clauses(&["1.", "2.", "3.", "4."])
            );
            plain(text, "2. wicks")
        }
        Rule::LedInList => {
            let text = format!(
                "So:\n\n1. oil\n\n2. wicks\n\n3. glass\n\nAnd now the rules.\n\n{}",
                clauses(&["1.", "2.", "3.", "4."])
            );
            plain(text, "2. wicks")
        }
        Rule::TooMany => {
            let list = |n: usize| {
                let indent = " ".repeat(4 * n);
                format!("{indent}1. oil{n}\n\n{indent}2. wicks{n}\n\nOf lamps.\n\n")
            };
            plain((0..40).map(list).collect(), "1. oil39")
        }
        Rule::PartOfOutline => {
            let article = |n: usize| format!("{n}. Lamps\n\n{n}.1 {CLAUSE}\n\n{n}.2 {CLAUSE}\n\n");
            let text: String = (1..6).map(article).collect();
            plain(format!("{text}A. Oil\n\nB. Wicks\n\nC. Glass\n"), "A.")
        }
        Rule::HeadedInGap => {
            let articles: String =
                (1..4).map(|n| format!("## Article {n}\n\n{CLAUSE}\n\n")).collect();
            let text = format!("{}{articles}{}", clauses(&["(1)"]), clauses(&["(2)", "(3)"]));
            markdown(text, "Article 2")
        }
        Rule::InsideAnother => {
            plain(clauses(&["Article 1.", "1.", "2.", "3.", "Article 2.", "Article 3."]), "2.")
        }
        Rule::Outweighed => plain(
            format!("{}{}", clauses(&["A.", "B."]), clauses(&["1.", "2.", "3.", "4.", "5."])),
            "A.",
        ),
        Rule::Outermost => plain(clauses(&["1.", "2.", "3."]), "2."),
        Rule::ArticlesBehind => {
            let laws = clauses(&["Article 1.", "Article 2.", "Article 3.", "Article 4."]);
            plain(format!("{laws}Of the end.\n\n{}", clauses(&["Art. 1.", "Art. 2."])), "Art. 2")
        }
        Rule::HeadedArticles => {
            let headed = |n: usize| format!("<h2>Art. {n}</h2><p>{CLAUSE}</p>");
            let charter: String = (1..4).map(headed).collect();
            let article = |n: usize| format!("<h2>Article {n}</h2><p>{CLAUSE} {CLAUSE}</p>");
            let laws: String = (1..4).map(article).collect();
            let text = format!("<h1>Charter</h1>{charter}<h1>By-laws</h1>{laws}");
            ("rules.html", text, "Art. 2")
        }
        Rule::ArticlesBegun => {
            let charter = clauses(&["Art. 1.", "Art. 2.", "Art. 3."]);
            let labels = ["Article 1.", "Article 2.", "Article 3.", "Article 4.", "Article 5.", "Article 6.", "Article 7."];
            let laws = clauses(&labels);
            plain(format!("{CLAUSE}\n\n{charter}{CLAUSE}\n\n{laws}"), "Art. 2")
        }
        Rule::LargeText => {
            let charter = clauses(&["1.", "2.", "3."]);
            let laws = clauses(&["1.", "2.", "3.", "4."]);
            plain(format!("{CLAUSE}\n\n{charter}{CLAUSE}\n\n{laws}"), "2.")
        }
        Rule::TextBelowHeading => {
            let laws = clauses(&["Article 1.", "Article 2.", "Article 3.", "Article 4."]);
            let charter = clauses(&["Article 1.", "Article 2.", "Article 3."]);
            markdown(format!("# Charter\n\n{charter}# By-laws\n\n{laws}"), "Article 2")
        }
        Rule::Division => {
            let chapter = |n: usize, a: usize| {
                format!("Chapter {n}\n\n{}", clauses(&[&format!("{a}."), &format!("{}.", a + 1)]))
            };
            plain(format!("{}{}", chapter(1, 1), chapter(2, 3)), "Chapter 1")
        }
        Rule::DivisionInText => {
            let text = format!("{}Chapter 2. {CLAUSE} {CLAUSE}\n", clauses(&["1.", "2.", "3."]));
            plain(text, "Chapter 2")
        }
        Rule::DivisionWordOfProvisions => {
            let section = |n: usize| format!("الفصل {n}\n\nيضيء الحارس المصباح عند الغروب ويطفئه عند الفجر.\n\n");
            plain((1..6).map(section).collect(), "الفصل 2")
        }
        Rule::NotNumberedThrough => {
            let text = format!(
                "I. Of the keepers\n\n{}II. Of oil\n\nIII. Of boats\n\nIV. Of ropes\n",
                clauses(&["Article 1.", "Article 2.", "Article 3.", "Article 4.", "Article 5."])
            );
            plain(text, "II.")
        }
        Rule::NumberedThrough => {
            let part = |label: &str, a: usize| {
                format!(
                    "{label} Of the keepers\n\n{}",
                    clauses(&[&format!("Article {a}."), &format!("Article {}.", a + 1),])
                )
            };
            plain([part("I.", 1), part("II.", 3), part("III.", 5)].concat(), "II.")
        }
        Rule::Recital => {
            let recitals = "Whereas:\n\n(1) The lamps are lit.\n\n(2) The oil is bought.\n\n(3) The \
                wicks are cut.\n\n";
            let articles = clauses(&["Article 1.", "Article 2.", "Article 3."]);
            plain(format!("{recitals}{articles}"), "(2)")
        }
        Rule::AppendixWithoutText => {
            let text = format!(
                "{}A. Forms\n\nB. Fees\n\nC. Ropes\n",
                clauses(&["1.", "2.", "3.", "4."])
            );
            plain(text, "B.")
        }
        Rule::LaterAppendices => {
            let appendices = |of: &str| format!("A. {of}\n\n{CLAUSE}\n\nB. Fees of {of}\n\n{CLAUSE}\n\n");
            let text = format!(
                "{}{}{}",
                clauses(&["1.", "2.", "3.", "4."]), appendices("Ropes"), appendices("Oil")
            );
            plain(text, "A. Oil")
        }
        Rule::LetteredAppendix => {
            let text = format!(
                "{}A. Forms\n\n{CLAUSE}\n\nB. Fees\n\n{CLAUSE}\n",
                clauses(&["1.", "2.", "3.", "4."])
            );
            plain(text, "A.")
        }
        Rule::BehindHeading => {
            let text = format!(
                "# Charter\n\n{}## Notes\n\n(a) {CLAUSE}\n\n(b) {CLAUSE}\n",
                clauses(&["Article 1.", "Article 2.", "Article 3."])
            );
            markdown(text, "(a)")
        }
        Rule::SecondBehindItems => plain(
            "第一条　灯を守る。\n\n第二条　次の者を置く。\n\n一　番人\n\n二　助手\n\n２　番人は巡回する。\n\n第三条　灯を消す。\n"
                .to_owned(),
            "２",
        ),
        Rule::TooDeep => {
            let inner = |n: usize| format!("{}1. lamp{n}\n\n", " ".repeat(4 * n));
            let text: String = (0..14).map(inner).collect();
            plain(format!("{text}{}", clauses(&["2.", "3."])), "1. lamp12")
        }
        Rule::ForeignPrefix => plain(clauses(&["1.", "1.1.", "4.1.", "2.", "2.1.", "3."]), "4.1."),
        Rule::WordInside => plain(clauses(&["1.", "Article 7.", "2.", "3.", "4."]), "Article 7"),
        Rule::BareInside => plain(format!("1. Lamps\n\n7\n\n{}", clauses(&["2.", "3."])), "7"),
        Rule::Outdented => {
            let text =
                format!("      1. {CLAUSE}\n\n(a) {CLAUSE}\n\n(b) {CLAUSE}\n\n      2. {CLAUSE}\n");
            plain(text, "(a)")
        }
        Rule::StyleTaken => plain(clauses(&["1.", "2.", "9.", "3."]), "9."),
        Rule::PlainBeforeWhole => {
            let text = "1. Lamps\n\n(1) Lamps are lit.\n\n(2) Lamps are trimmed.\n\n\
                1.1. Each has a wick.\n\n1.2. Each has a glass.\n\n2. Oil\n\n\
                2.1. Oil is dry.\n\n2.2. Oil is kept.\n\n3. Boats\n\n\
                3.1. Boats have lamps.\n\n3.2. Boats have oars.\n";
            plain(text.to_owned(), "(1)")
        }
        Rule::LoneInside => {
            let text = "A. Scope\n\nAll keepers.\n\nB. Duties\n\nAll lamps.\n\n\
                C. End\n\n1. Done.\n\nD. Oil\n\nIt is dry.\n";
            plain(text.to_owned(), "1. Done")
        }
        Rule::LoneLikeOthers => {
            let part = |label: &str| format!("{label} Lamps\n\n{}", clauses(&["1.", "2."]));
            let text = format!("{}{}C. End\n\n1. Last of all.\n", part("A."), part("B."));
            plain(text, "1. Last")
        }
        Rule::OnlyParagraph => {
            let article = |n: usize, labels: &[&str]| format!("Art. {n}\n\n{}", clauses(labels));
            let text = format!("{}{}", article(1, &["1.", "2."]), article(2, &["1. Last,"]));
            plain(text, "1. Last")
        }
        Rule::LaterList => plain(clauses(&["1.", "(a)", "(b)", "(1)", "(2)", "2.", "3."]), "(1)"),
        Rule::SubProvisions => plain(clauses(&["1.", "(a)", "(b)", "2.", "3."]), "(a)"),
        Rule::Mail => {
            plain(format!("From: Brenn\nTo: Orrin\n\n{}", clauses(&["1.", "2.", "3."])), "2.")
        }
        Rule::RowsOfTable => {
            let row = |n: usize| format!("{n}. Lamp     12     brass\n\n");
            plain((1..6).map(row).collect(), "2.")
        }
        Rule::Questions => {
            let text = "1. How deep is the well?\n\n2. Who keeps the rope?\n\n3. Who may draw?\n";
            plain(text.to_owned(), "2.")
        }
        Rule::Verse => {
            let verse =
                "The lamp is lit\nAnd burns all night\nThe keeper sleeps\nThe oil is spent\n\n";
            plain((1..5).map(|n| format!("{n}.\n\n{verse}")).collect(), "2.")
        }
        Rule::SmallPart => {
            let prose = format!("{CLAUSE} {CLAUSE}\n\n").repeat(6);
            plain(format!("{prose}1. Oil.\n\n2. Wicks.\n\n{prose}"), "2.")
        }
        Rule::MostlyAstray => {
            let clause = |n: usize| format!("{n}. See Articles 10, 11 and 12.\n\n");
            plain((1..5).map(clause).collect(), "2.")
        }
        Rule::ListInProse => {
            let list = format!("1. {CLAUSE}\n2. {CLAUSE}\n3. {CLAUSE}\n");
            plain(format!("All have agreed on this:\n{list}\nSo they did.\n"), "2.")
        }
    }
}

#[test]
fn every_rule_acts_on_a_text() {
    let silent: Vec<(&str, Vec<&str>)> = Rule::ALL
        .iter()
        .filter_map(|rule| {
            let (name, text, words) = case(*rule);
            let rules = rules(name, &text, words);
            let acted: Vec<&str> = rules.iter().map(|rule| rule.name()).collect();
            (!rules.contains(rule)).then_some((rule.name(), acted))
        })
        .collect();
    assert_eq!(silent, []);
}

#[test]
fn each_decision_is_told_once() {
    let told = rules("rules.txt", &clauses(&["1.", "(a)", "(b)", "2.", "3."]), "(a)");
    assert_eq!(told.len(), told.iter().collect::<HashSet<_>>().len());
    assert_eq!(told, [Rule::WeakLabel, Rule::SubProvisions]);
}
