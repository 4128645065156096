//! Puts characters from the order on paper into reading order.
//!
//! A PDF places each character separately. In a line of Hebrew or Arabic the
//! first character is rightmost, but numbers and Latin words in it run from
//! left to right.

use icu_properties::CodePointMapData;
use icu_properties::props::BidiClass;

/// The direction of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GlyphDirection {
    Left,
    Right,
    Digit,
    Either,
}

fn run(c: char) -> GlyphDirection {
    match CodePointMapData::<BidiClass>::new().get(c) {
        BidiClass::LeftToRight => GlyphDirection::Left,
        BidiClass::RightToLeft | BidiClass::ArabicLetter => GlyphDirection::Right,
        BidiClass::EuropeanNumber | BidiClass::ArabicNumber => GlyphDirection::Digit,
        _ => GlyphDirection::Either,
    }
}

fn run_of(text: &str) -> GlyphDirection {
    text.chars()
        .map(run)
        .find(|run| *run != GlyphDirection::Either)
        .unwrap_or(GlyphDirection::Either)
}

/// Whether most letters are right-to-left.
pub fn is_right_to_left<'a>(texts: impl Iterator<Item = &'a str>) -> bool {
    let mut balance = 0_i64;
    for c in texts.flat_map(str::chars) {
        match run(c) {
            GlyphDirection::Right => balance += 1,
            GlyphDirection::Left => balance -= 1,
            GlyphDirection::Digit | GlyphDirection::Either => {}
        }
    }
    balance > 0
}

/// Puts the items of a line, given from left to right, into reading order.
pub fn to_reading_order<T>(items: &mut [T], text: impl Fn(&T) -> &str) {
    let runs: Vec<GlyphDirection> = items.iter().map(|item| run_of(text(item))).collect();
    if !runs.contains(&GlyphDirection::Right) {
        return;
    }
    if is_right_to_left(items.iter().map(&text)) {
        items.reverse();
        let runs: Vec<GlyphDirection> = runs.into_iter().rev().collect();
        turn(items, &runs, |run| matches!(run, GlyphDirection::Left | GlyphDirection::Digit));
    } else {
        let spans = turn(items, &runs, |run| run == GlyphDirection::Right);
        for (from, to) in spans {
            let runs: Vec<GlyphDirection> =
                items[from..to].iter().map(|item| run_of(text(item))).collect();
            turn(&mut items[from..to], &runs, |run| run == GlyphDirection::Digit);
        }
    }
}

/// Reverses each span that begins and ends with a run accepted by `of` and
/// contains no run that interrupts it; returns the spans.
fn turn<T>(
    items: &mut [T],
    runs: &[GlyphDirection],
    of: impl Fn(GlyphDirection) -> bool,
) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < runs.len() {
        if !of(runs[at]) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        for (i, run) in runs.iter().enumerate().skip(end) {
            match run {
                run if of(*run) => end = i + 1,
                // Digits and neutral characters take the direction of their
                // surroundings.
                GlyphDirection::Either | GlyphDirection::Digit => {}
                _ => break,
            }
        }
        items[at..end].reverse();
        spans.push((at, end));
        at = end;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(paper: &str) -> String {
        let mut items: Vec<String> = paper.chars().map(String::from).collect();
        to_reading_order(&mut items, String::as_str);
        items.concat()
    }

    #[test]
    fn letters_are_read_in_their_direction() {
        assert_eq!(read("the lamp, 12"), "the lamp, 12");
        assert_eq!(read(".הרונמ"), "מנורה.");
        // “Section 12 of the Lamp Act 2006” in Hebrew, and a Latin name in it.
        assert_eq!(read("2006 ,הרונמ 12 קוח"), "חוק 12 מנורה, 2006");
        assert_eq!(read("הרונמ Old Pier קוח"), "חוק Old Pier מנורה");
        assert_eq!(read("see the הרונמ 12 קוח sea law"), "see the חוק 12 מנורה sea law");
    }
}
