//! Documents of invented provisions, and the addresses expected in each.

use super::document;
use proptest::prelude::*;

fn native(zero: char, n: u32) -> String {
    let digit = |d: char| d.to_digit(10).and_then(|d| char::from_u32(zero as u32 + d)).unwrap_or(d);
    n.to_string().chars().map(digit).collect()
}

fn han(n: u32) -> String {
    const ONES: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (n as usize / 10, n as usize % 10);
    let ten = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", ONES[tens]),
    };
    format!("{ten}{}", ONES[ones])
}

/// The labels of a level.
#[derive(Debug, Clone, Copy)]
enum NumberingPattern {
    Article,
    Paragraph,
    Statya,
    Han,
    Arabic,
    Point,
    Whole,
    Close,
    Both,
    LetterClose,
    LetterBoth,
    Roman,
}

const ROMAN: [&str; 9] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];

impl NumberingPattern {
    fn label(self, path: &[u32], n: u32) -> String {
        let letter = char::from(b'a' + u8::try_from(n - 1).expect("few"));
        match self {
            Self::Article => format!("Article {n}"),
            Self::Paragraph => format!("§ {n}"),
            Self::Statya => format!("Статья {n}."),
            Self::Han => format!("第{}条", han(n)),
            Self::Arabic => format!("المادة {}", native('٠', n)),
            Self::Point => format!("{n}."),
            Self::Whole => {
                let path: Vec<String> = path.iter().map(u32::to_string).collect();
                format!("{}.", path.join("."))
            }
            Self::Close => format!("{n})"),
            Self::Both => format!("({n})"),
            Self::LetterClose => format!("{letter})"),
            Self::LetterBoth => format!("({letter})"),
            Self::Roman => format!("({})", ROMAN[n as usize - 1]),
        }
    }

    fn component(self, n: u32) -> String {
        let letter = char::from(b'a' + u8::try_from(n - 1).expect("few"));
        match self {
            Self::LetterClose | Self::LetterBoth => format!("({letter})"),
            Self::Roman => format!("({})", ROMAN[n as usize - 1]),
            _ => n.to_string(),
        }
    }
}

#[derive(Debug, Clone)]
struct Scheme {
    levels: Vec<NumberingPattern>,
    counts: Vec<u32>,
    step: usize,
    blank: bool,
    width: usize,
    words: usize,
}

const SENTENCE: &str = "The keeper shall light every lamp of the harbour that is named in the book of lamps, and of those on the quay not fewer than 12 of 40, as section 3 of the rules of 1999 has it, before the sun has set. ";

impl Scheme {
    fn write(&self) -> (String, Vec<String>) {
        let mut text = String::from("Rules of the Lamp Keepers\n\nThese rules bind all.\n\n");
        let mut found = Vec::new();
        self.level(0, &mut Vec::new(), "", &mut text, &mut found);
        (text, found)
    }

    fn level(
        &self,
        depth: usize,
        path: &mut Vec<u32>,
        address: &str,
        text: &mut String,
        found: &mut Vec<String>,
    ) {
        let Some(style) = self.levels.get(depth).copied() else { return };
        for n in 1..=self.counts[depth] {
            path.push(n);
            let component = style.component(n);
            let address = match address {
                "" => component,
                outer if component.starts_with('(') => format!("{outer}{component}"),
                outer => format!("{outer}.{component}"),
            };
            found.push(address.clone());
            let words: Vec<&str> =
                SENTENCE.split_whitespace().cycle().take(self.words + n as usize % 5).collect();
            let label = style.label(path, n);
            let worded = matches!(
                style,
                NumberingPattern::Article
                    | NumberingPattern::Paragraph
                    | NumberingPattern::Han
                    | NumberingPattern::Arabic
                    | NumberingPattern::Statya
            );
            let body = words.join(" ");
            let indent = " ".repeat(depth * self.step);
            let end = if depth + 1 < self.levels.len() { ":" } else { "." };
            let body = body.trim_end_matches([',', '.']);
            let set = |first: &str, hang: &str, words: &str| {
                let options = textwrap::Options::new(self.width)
                    .initial_indent(first)
                    .subsequent_indent(hang)
                    .break_words(false)
                    .word_splitter(textwrap::WordSplitter::NoHyphenation);
                textwrap::fill(words, options)
            };
            if worded {
                *text += &format!(
                    "{indent}{label}\n\n{}\n\n",
                    set(&indent, &indent, &format!("{body}{end}"))
                );
            } else {
                let hang = if self.step > 0 {
                    " ".repeat(indent.len() + label.len() + 1)
                } else {
                    String::new()
                };
                *text += &set(&indent, &hang, &format!("{label} {body}{end}"));
                *text += if self.blank { "\n\n" } else { "\n" };
            }
            self.level(depth + 1, path, &address, text, found);
            path.pop();
        }
    }
}

fn scheme() -> impl Strategy<Value = Scheme> {
    let top = prop_oneof![
        Just(NumberingPattern::Article),
        Just(NumberingPattern::Paragraph),
        Just(NumberingPattern::Statya),
        Just(NumberingPattern::Han),
        Just(NumberingPattern::Arabic),
        Just(NumberingPattern::Point),
    ];
    let second = prop_oneof![
        Just(NumberingPattern::Whole),
        Just(NumberingPattern::Close),
        Just(NumberingPattern::Both),
        Just(NumberingPattern::LetterClose)
    ];
    let third = prop_oneof![Just(NumberingPattern::LetterBoth), Just(NumberingPattern::Roman)];
    (
        top,
        second,
        third,
        1usize..4,
        prop::collection::vec(2u32..6, 3),
        0usize..5,
        any::<bool>(),
        56usize..80,
        12usize..40,
    )
        .prop_map(|(top, second, third, depth, mut counts, step, blank, width, words)| {
            counts[0] += 2;
            let levels = vec![top, second, third][..depth].to_vec();
            Scheme { levels, counts, step, blank, width, words }
        })
}

/// Returns the addresses of all sections but the outermost, in order.
fn addresses(text: &str) -> String {
    let document = document(text);
    let inner = document.section_ids().filter(|id| document.section(*id).parent.is_some());
    inner.map(|id| document.section_address(id)).collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_was_written_is_found(scheme in scheme()) {
        let (text, expected) = scheme.write();
        prop_assert_eq!(addresses(&text), expected.join(" "), "{}", text);
    }
}
