//! Which provisions begin with a title.
//!
//! By its own words alone, a short first line may be a title or a sentence. Siblings
//! decide it together, so that one kind of clause has one look: what hardly any of
//! them seems to have is no title, and where nearly all have one, a short line that
//! is alone is one too. What the format says of a line always holds.

use super::numbering::ProvisionUnit;
use super::part::Part;
use super::share::Share;
use crate::lexicon::characters::is_east_asian;
use std::ops::Range;

/// Where more siblings than this have titles, what looks like one is one.
const SOME: Share = Share::new(1, 3);

/// If this many siblings have titles, a short line that is alone is one too.
const MOST: Share = Share::new(2, 3);

/// What the first line of a provision looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FirstLine {
    /// A title, by its words, with more of the provision below it.
    Title,
    /// A title by its words, with nothing below it.
    Lone,
    /// A heading, by the format, with more below it.
    Heading,
    /// Running text.
    Text,
}

/// Siblings: provisions of one depth and kind in one provision, or in none.
#[derive(Debug, Clone, Copy, Default)]
struct Siblings {
    all: usize,
    titled: usize,
}

/// The provisions of some parts that have titles.
#[derive(Debug, Default)]
pub struct Titles {
    /// Parts that begin with a title, in order.
    titled: Vec<usize>,
}

impl Titles {
    /// Looks at a range of the parts.
    pub fn of(text: &str, parts: &[Part<'_>], range: Range<usize>) -> Self {
        let mut groups: Vec<Siblings> = Vec::new();
        let mut open: Vec<(usize, bool, usize)> = Vec::new();
        let mut looks: Vec<(usize, usize, FirstLine)> = Vec::new();
        for at in range.clone() {
            let (depth, article) = match parts[at].mark.map(|mark| &mark.unit) {
                Some(ProvisionUnit::Provision { depth, article, .. }) => (*depth, *article),
                Some(ProvisionUnit::Annex(_)) => {
                    open.clear();
                    continue;
                }
                _ => continue,
            };
            while open.last().is_some_and(|(inner, ..)| *inner > depth) {
                open.pop();
            }
            let group = match open.last() {
                Some((same, kind, group)) if *same == depth && *kind == article => *group,
                _ => {
                    open.retain(|(outer, ..)| *outer < depth);
                    groups.push(Siblings::default());
                    open.push((depth, article, groups.len() - 1));
                    groups.len() - 1
                }
            };
            if let Some(look) = look(text, parts, at, range.end, depth) {
                groups[group].all += 1;
                groups[group].titled +=
                    usize::from(matches!(look, FirstLine::Title | FirstLine::Heading));
                looks.push((at, group, look));
            }
        }
        let is_titled = |(_, group, look): &(usize, usize, FirstLine)| {
            let Siblings { all, titled } = groups[*group];
            match look {
                FirstLine::Heading => true,
                FirstLine::Title => SOME.is_passed(titled, all),
                FirstLine::Lone => MOST.is_reached(titled, all),
                FirstLine::Text => false,
            }
        };
        Self { titled: looks.into_iter().filter(is_titled).map(|(at, ..)| at).collect() }
    }

    /// Whether the provision that begins at a part has one.
    pub fn has(&self, at: usize) -> bool {
        self.titled.binary_search(&at).is_ok()
    }
}

/// What the first line of a provision looks like; `None` if it is only a label.
fn look(text: &str, parts: &[Part<'_>], at: usize, end: usize, depth: usize) -> Option<FirstLine> {
    let part = &parts[at];
    if part.is_label_alone(text) {
        return None;
    }
    let more = at + 1 < end && goes_on(&parts[at + 1], depth);
    let shaped = part.is_heading();
    let worded = part.is_clause_title(text);
    Some(match (more, shaped, worded) {
        (true, true, _) => FirstLine::Heading,
        (true, false, true) => FirstLine::Title,
        (false, true, _) => FirstLine::Lone,
        (false, false, true) => FirstLine::Lone,
        (_, false, false) => FirstLine::Text,
    })
}

/// Whether a part still belongs to a provision of a depth.
pub fn goes_on(part: &Part<'_>, depth: usize) -> bool {
    match part.mark {
        Some(_) => part.provision().is_some_and(|inner| inner > depth),
        None => !part.is_heading(),
    }
}

/// Brackets around titles, as laws of many countries print them: `(Finalità)`, `（目的）`.
const BRACKETS: [(char, char); 5] =
    [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】'), ('〔', '〕')];

/// The title that the first words of a provision show: without the marks around it if they are known
/// to be a title, otherwise only one in brackets.
pub fn shown(words: &str, is_titled: bool) -> Option<Range<usize>> {
    if is_titled && !words.is_empty() { Some(bare(words)) } else { in_brackets(words) }
}

/// The words of a title without the brackets around them and the marks behind them:
/// `Short title.—`.
fn bare(title: &str) -> Range<usize> {
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '.' | '—' | '–' | '-');
    let marked = title.trim_end_matches(is_mark);
    let whole = bracketed(title)
        .filter(|inner| title[inner.end..].trim_end_matches(is_mark).chars().count() == 1);
    match whole {
        Some(inner) => inner,
        None if marked.is_empty() => 0..title.len(),
        None => 0..marked.len(),
    }
}

/// The title in brackets with which the words of a provision begin, directly behind its label, as in
/// East Asian laws: `第一条（目的）この法律は…`, `제1조(목적) 이 법은…`. The words may also be nothing else:
/// `[Repealed]`.
fn in_brackets(words: &str) -> Option<Range<usize>> {
    let inner = bracketed(words)?;
    let behind = &words[inner.end..];
    let behind = behind.strip_prefix(|c| BRACKETS.iter().any(|(_, end)| *end == c))?;
    let own = words[inner.clone()].starts_with(is_east_asian);
    (own || behind.trim_matches(['.', ' ']).is_empty()).then_some(inner)
}

/// What is in the brackets at the start of words, if they hold no others.
fn bracketed(words: &str) -> Option<Range<usize>> {
    let first = words.chars().next()?;
    let (_, end) = BRACKETS.iter().find(|(begin, _)| *begin == first)?;
    let len = words[first.len_utf8()..].find(*end)?;
    let inner = first.len_utf8()..first.len_utf8() + len;
    let holds = |c: char| BRACKETS.iter().any(|(begin, _)| *begin == c);
    let able = len > 0 && len <= LONGEST_IN_BRACKETS && !words[inner.clone()].contains(holds);
    able.then_some(inner)
}

/// The longest title in brackets, in bytes.
const LONGEST_IN_BRACKETS: usize = 300;

#[cfg(test)]
mod tests {
    use super::*;

    use crate::document::{BlockKind, Origin};

    /// The numbers of the clauses whose first line is a title.
    fn titled(text: &str) -> Vec<String> {
        let document = crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text");
        let provisions =
            document.section_ids().filter(|id| document.section(*id).kind.is_provision());
        provisions
            .filter(|id| {
                let first = document.section(*id).block_ids().next();
                first.is_some_and(|block| document.block(block).kind == BlockKind::Heading)
            })
            .map(|id| document.section_address(id).to_owned())
            .collect()
    }

    #[test]
    fn marks_and_brackets_are_no_part_of_a_title() {
        for (title, words) in [
            ("(Finalità)", "Finalità"),
            ("（目的）", "目的"),
            ("Short title.—", "Short title"),
            ("Lamps.", "Lamps"),
            ("Lamps (of brass)", "Lamps (of brass)"),
            ("(Lamps) and (oil)", "(Lamps) and (oil)"),
            ("—", "—"),
        ] {
            assert_eq!(&title[bare(title)], words);
        }
        let found = |words: &'static str| in_brackets(words).map(|inner| &words[inner]);
        assert_eq!(found("(목적) 이 법은 등대를 관리한다."), Some("목적"));
        assert_eq!(found("（目的）この法律は灯台を守る。"), Some("目的"));
        assert_eq!(found("[Repealed]"), Some("Repealed"));
        assert_eq!(found("(See the map) The keeper lights the lamp."), None);
    }

    #[test]
    fn what_one_of_many_seems_to_have_is_no_title() {
        let duty = |n: usize| {
            format!("{n}. The keeper of the harbour lights lamp {n} at dusk and watches it.\n\n")
        };
        let text = format!(
            "Harbour Rules\n\n{}{}{}4. Keep the Oil.\n\nIt is kept in the store, and nowhere else.\n\n{}",
            duty(1),
            duty(2),
            duty(3),
            duty(5)
        );
        assert!(titled(&text).is_empty());
    }

    #[test]
    fn where_nearly_all_have_titles_a_lone_one_is_one_too() {
        let rule = |n: usize, title: &str| {
            format!("{n}. {title}\n\nThe keeper sees to it from dusk to dawn, each day.\n\n")
        };
        let text = format!(
            "Harbour Rules\n\n{}{}3. Reserved\n\n{}{}",
            rule(1, "Lamps"),
            rule(2, "Oil Stores"),
            rule(4, "Ropes"),
            rule(5, "Watches")
        );
        assert_eq!(titled(&text), ["1", "2", "3", "4", "5"]);
    }
}
