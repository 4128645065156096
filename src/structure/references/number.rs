//! Numbers as references write them: `4.1(3)`, `A.1.5`, `(iii)`, `XIV`, `二十一`.

use crate::document::{Address, ClauseNumber, Ordinal, PlaceName};
use crate::lexicon::counter::{Counter, CounterReading, digit, readings};
use crate::lexicon::label::insertion::{suffix, times_behind_hyphen};
use crate::lexicon::letters;
use crate::lexicon::referring::{ORDINAL_ENDINGS, PlaceUnit};

/// Maximum number of bytes between parentheses.
const LONGEST_PART: usize = 6;

/// Number of digits in the year behind the number of a law: `12/90`, `12/1990`.
const YEAR: [usize; 2] = [2, 4];

/// Bytes before a number in which a parenthesis may be open around it.
const ASIDE: usize = 200;

/// The longest run of digits and of letters that is a part of a number.
const DIGITS: usize = 4;
const LETTERS: usize = 7;

/// Returns the number at `at`, and where it ends.
pub fn read(text: &str, at: usize, unit: PlaceUnit) -> Option<(ClauseNumber, usize)> {
    let mut end = at;
    let mut written = String::new();
    // A point within a provision may begin with a parenthesis: `(a)`.
    let bare = run(&text[end..]);
    let bracketed = bare.is_none();
    let (part, len) = bare.or_else(|| parenthesis(&text[end..]))?;
    let digits = part.starts_with(|c: char| c.is_ascii_digit());
    written.push_str(&part);
    end += len;
    let plain = digits && !bracketed;
    end += ordinal_mark(&text[end..], len).filter(|_| plain).unwrap_or(0);
    // `5a` and `5 bis` are between 5 and 6; `5 bis 7` is a range in German.
    let (rest, suffixed) = suffix(&text[end..]);
    let range = rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let suffixed = suffixed.filter(|_| plain && !range).map(|own| own.shown);
    if suffixed.is_some() {
        end = text.len() - rest.len();
    }
    loop {
        let rest = &text[end..];
        if let Some((part, len)) = rest.strip_prefix('.').and_then(inner) {
            written.push('.');
            written.push_str(&part);
            end += 1 + len;
        } else if let Some((part, len)) = rest.strip_prefix(':').and_then(self::digits)
            && unit == PlaceUnit::Article
            && written.bytes().all(|b| b.is_ascii_digit())
        {
            // `Article 2:1`
            written.push('.');
            written.push_str(&part);
            end += 1 + len;
        } else if let Some((part, len)) =
            parenthesis(rest).or_else(|| spaced(rest, ' ')).or_else(|| spaced(rest, '\u{a0}'))
        {
            written.push_str(&format!("({part})"));
            end += len;
        } else if let Some(letter) = rest.chars().next().filter(char::is_ascii_lowercase)
            && written.ends_with(|c: char| c.is_ascii_digit())
            && written.contains('.')
            && !rest[1..].starts_with(char::is_alphanumeric)
        {
            // `702.2b`
            written.push_str(&format!("({letter})"));
            end += 1;
        } else if let Some((part, len)) = closed(text, end) {
            written.push_str(&format!("({part})"));
            end += len;
        } else {
            break;
        }
    }
    // The mark of the last of `2) b) ii)`.
    if text[at..end].contains(')') && !text[at..end].contains('(') && text[end..].starts_with(')') {
        end += 1;
    }
    let rest = &text[end..];
    if rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '°')) {
        return None;
    }
    // `Law 12/1990` has the number of a law.
    let year = rest.strip_prefix('/').and_then(self::digits);
    if digits && !bracketed && year.is_some_and(|(year, _)| YEAR.contains(&year.len())) {
        return None;
    }
    // `L’an` is a word.
    if !digits && !bracketed && rest.starts_with(['\'', '’']) {
        return None;
    }
    // `5-year` and `2.0` are no numbers of places; a range is.
    let dashed = rest.strip_prefix(['-', '\u{2011}']).or_else(|| rest.strip_prefix(['.', ',']));
    let word = |rest: &str| rest.starts_with(|c: char| c.is_lowercase());
    let timed = times_behind_hyphen(rest).1.is_some();
    if rest.starts_with(['-', '\u{2011}']) && !timed && dashed.is_some_and(word) {
        return None;
    }
    let number = in_address(&written)?;
    let number = match suffixed {
        Some(signs) => {
            let mut components = number.components().to_vec();
            // `5a` may be written for 5(a), `1A` is one number.
            if signs.len() == 1 && signs.starts_with(|c: char| c.is_lowercase()) {
                components.insert(1, Ordinal::Letters(signs));
            } else {
                let whole = format!("{}{signs}", components.first()?);
                *components.first_mut()? = Ordinal::Compound(whole);
            }
            ClauseNumber::from_components(components)?
        }
        None => number,
    };
    let (number, end) = match inserted(&number, rest) {
        Hyphen::None => (number, end),
        Hyphen::Inserted(ordinal, len) => (number.child(ordinal), end + len),
        Hyphen::Code => return None,
    };
    let rest = &text[end..];
    // A capital before a small word is an article or a pronoun.
    let letter = matches!(number.components(), [Ordinal::Letters(l)] if l.chars().count() == 1);
    let word = rest.trim_start_matches([' ', '\n']).starts_with(char::is_lowercase);
    let outer = matches!(unit, PlaceUnit::Annex | PlaceUnit::Chapter);
    // `Article I keeps` has a name before the numeral, `an article I keep` has none.
    let named = text[at..].starts_with(['I', 'V', 'X']) && follows_name(&text[..at]);
    let prose = letter && !bracketed && !outer && !named && word;
    (!prose).then_some((number, end))
}

/// Returns the number that is written so in an address.
pub fn in_address(written: &str) -> Option<ClauseNumber> {
    let Ok(Address::Place(place)) = format!("§{written}").parse() else { return None };
    let PlaceName::Provision(number) = place.what else { return None };
    Some(number)
}

/// A number of one step with the parts in parentheses that are behind it, and
/// where they end: `7-103(b)(2)`.
pub fn with_parts(first: Ordinal, text: &str, at: usize) -> Option<(ClauseNumber, usize)> {
    let (mut written, mut end) = (String::from("1"), at);
    let part = |rest: &str| {
        parenthesis(rest).or_else(|| spaced(rest, ' ')).or_else(|| spaced(rest, '\u{a0}'))
    };
    while let Some((part, len)) = part(&text[end..]) {
        written.push_str(&format!("({part})"));
        end += len;
    }
    let number = in_address(&written)?;
    let inner = number.components().iter().skip(1).cloned();
    let all = std::iter::once(first).chain(inner).collect();
    Some((ClauseNumber::from_components(all)?, end))
}

/// Whether the last word is written as a name is.
fn follows_name(before: &str) -> bool {
    let word = before.split_whitespace().next_back().unwrap_or("");
    word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase)
}

/// What a hyphen behind a number makes of it.
enum Hyphen {
    /// Nothing: there is none, or it is in a range.
    None,
    /// A provision put in behind it, in so many bytes: `88-1`, `394-A`.
    Inserted(Ordinal, usize),
    /// The number of a code: `38-33-106`.
    Code,
}

/// Reads what a hyphen puts behind a number; a range goes up.
fn inserted(number: &ClauseNumber, rest: &str) -> Hyphen {
    let hyphens = ['-', '\u{2011}'];
    let Some(behind) = rest.strip_prefix(hyphens) else { return Hyphen::None };
    // `1-bis`
    if let (after, Some(own)) = times_behind_hyphen(rest) {
        let times = own.shown.trim_start_matches('-').to_lowercase();
        return Hyphen::Inserted(Ordinal::Letters(times), rest.len() - after.len());
    }
    let digits = |text| digits(text).and_then(|(n, len)| Some((n.parse::<u32>().ok()?, len)));
    let (ordinal, len) = match (digits(behind), behind.chars().next()) {
        (Some((n, len)), _) => (Ordinal::Number(n), len),
        (None, Some(c)) if c.is_ascii_uppercase() => {
            (Ordinal::Letters(c.to_ascii_lowercase().to_string()), 1)
        }
        _ => return Hyphen::None,
    };
    let after = &behind[len..];
    let more = |mark: &[char]| {
        after.strip_prefix(mark).is_some_and(|more| more.starts_with(char::is_alphanumeric))
    };
    let up = match (number.components().last(), &ordinal) {
        (Some(Ordinal::Number(first)), Ordinal::Number(last)) => first < last,
        (Some(Ordinal::Letters(_)), _) => true,
        _ => false,
    };
    if more(&hyphens) {
        Hyphen::Code
    } else if up || more(&['.']) {
        Hyphen::None
    } else if number.components().len() == 1 && !after.starts_with(char::is_alphanumeric) {
        Hyphen::Inserted(ordinal, hyphen_len(rest) + len)
    } else {
        Hyphen::Code
    }
}

fn hyphen_len(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// Bytes of the ending of an ordinal number of so many digits: `1er`, `3o.`,
/// `7º`; `327o` comes after `327n`.
fn ordinal_mark(text: &str, digits: usize) -> Option<usize> {
    let marks = ORDINAL_ENDINGS.iter().filter(|mark| digits == 1 || !mark.is_ascii());
    marks.into_iter().find_map(|mark| {
        let rest = text.strip_prefix(mark)?;
        (!rest.starts_with(char::is_alphanumeric)).then_some(mark.len())
    })
}

/// A run of digits, or of capitals that are a letter or a Roman numeral.
fn run(text: &str) -> Option<(String, usize)> {
    if let Some(found) = digits(text) {
        return Some(found);
    }
    let len = text.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(text.len());
    let letters = &text[..len];
    let roman = len <= LETTERS && letters.chars().all(|c| "IVXLC".contains(c));
    (len == 1 || (len > 1 && roman)).then(|| (letters.to_owned(), len))
}

/// Digits of whatever script, as European ones.
pub fn digits(text: &str) -> Option<(String, usize)> {
    let mut written = String::new();
    let mut len = 0;
    for c in text.chars() {
        let Some(value) = digit(c) else { break };
        written.extend(char::from_digit(value, 10));
        len += c.len_utf8();
    }
    (1..=DIGITS).contains(&written.len()).then_some((written, len))
}

/// What is behind a point: digits, or one letter.
fn inner(text: &str) -> Option<(String, usize)> {
    digits(text).or_else(|| {
        let letter = text.chars().next().filter(char::is_ascii_alphabetic)?;
        let ends = !text[1..].starts_with(char::is_alphanumeric);
        ends.then(|| (letter.to_string(), 1))
    })
}

/// `(3)`, `(a)`, `(iii)`, `(א)`: what is in it, and all its bytes.
fn parenthesis(text: &str) -> Option<(String, usize)> {
    let open = text.strip_prefix('(')?;
    let len = open.bytes().take(LONGEST_PART + 1).position(|byte| byte == b')')?;
    let part = sign(&open[..len])?;
    Some((part, len + 2))
}

/// What may be in a parenthesis, as an address writes it.
fn sign(inside: &str) -> Option<String> {
    let len = inside.len();
    if !inside.is_ascii() && !letters::between(&inside.to_lowercase()).is_empty() {
        return Some(inside.to_owned());
    }
    if !inside.is_ascii() {
        // Of another script, as the labels of such a text are read.
        let reading = readings(inside).into_iter().find(|r| r.len == len)?;
        return Some(reading.ordinal.to_string());
    }
    let numeral = inside.strip_suffix(|c| ('a'..='h').contains(&c)).unwrap_or(inside);
    let roman = numeral.chars().all(|c| "ivxlc".contains(c)) && (1..=6).contains(&len);
    let letters = (1..=2).contains(&len) && inside.bytes().all(|b| b.is_ascii_alphabetic());
    let number = (1..=3).contains(&len) && inside.bytes().all(|b| b.is_ascii_digit());
    // `(1A)`, `(2ZA)`
    let put_in = inside.trim_end_matches(|c: char| c.is_ascii_uppercase());
    let put_in = (1..len).contains(&put_in.len()) && put_in.bytes().all(|b| b.is_ascii_digit());
    // `(2.1)`, `(a.1)`
    let pointed = inside.split_once('.').is_some_and(|(outer, inner)| {
        let digits =
            |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        let letter = outer.len() == 1 && outer.bytes().all(|b| b.is_ascii_lowercase());
        (letter || digits(outer)) && digits(inner)
    });
    (roman || letters || number || put_in || pointed).then(|| inside.to_owned())
}

/// The next of `2) b) ii)`, where `end` is behind the number before, and no
/// parenthesis is open there: the part, and its bytes without its own mark.
fn closed(text: &str, end: usize) -> Option<(String, usize)> {
    let before = &text[text.floor_char_boundary(end.saturating_sub(ASIDE))..end];
    let is_open = before.matches('(').count() > before.matches(')').count();
    let rest = text[end..].strip_prefix(')').filter(|_| !is_open)?;
    let inner = rest.trim_start_matches([' ', '\u{a0}']);
    let len = inner.bytes().take(LONGEST_PART + 1).position(|byte| byte == b')')?;
    let part = sign(&inner[..len])?;
    Some((part, text.len() - end - inner.len() + len))
}

/// The same behind a blank, as `paragraph 2 (a)`.
fn spaced(text: &str, blank: char) -> Option<(String, usize)> {
    let (part, len) = parenthesis(text.strip_prefix(blank)?)?;
    Some((part, len + blank.len_utf8()))
}

/// The value of a Chinese numeral up to 9999.
pub fn chinese(text: &str) -> Option<u32> {
    let whole =
        |reading: &CounterReading| reading.counter == Counter::Han && reading.len == text.len();
    readings(text).into_iter().find(whole).map(|reading| reading.value).filter(|value| *value > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<(String, &str)> {
        let (number, end) = read(text, 0, PlaceUnit::Article)?;
        Some((number.to_string(), &text[end..]))
    }

    #[test]
    fn numbers_of_every_depth_are_read() {
        for (text, number, rest) in [
            ("4.1(3) and", "4.1.3", " and"),
            ("4.1.3.", "4.1.3", "."),
            ("A.1.5;", "A.1.5", ";"),
            ("5 (c) of", "5(c)", " of"),
            ("(iii).", "iii", "."),
            ("XIV,", "XIV", ","),
            ("٥ من", "5", " من"),
            ("2.1(b)", "2.1(b)", ""),
            ("3-5 below", "3", "-5 below"),
            ("12a, 13", "12(a)", ", 13"),
            ("702.2b.", "702.2(b)", "."),
            ("2:1 prevails", "2.1", " prevails"),
            ("2:2(b).", "2.2(b)", "."),
            ("1-bis.", "1(bis)", "."),
            ("2(č) or", "2(č)", " or"),
            ("88-1 à", "88.1", " à"),
            ("394-A,", "394(a)", ","),
            ("8 bis.", "8bis", "."),
            ("1A.", "1A", "."),
            ("8 bis 10", "8", " bis 10"),
            ("1er du", "1", " du"),
            ("3o. de", "3", ". de"),
            ("89b(2) of", "89(b).2", " of"),
            ("2) b) ii) of", "2(b)(ii)", " of"),
            ("2) of", "2", ") of"),
            ("2(א) או", "2.1", " או"),
            ("2(в).", "2(в)", "."),
            ("۱۲ و", "12", " و"),
        ] {
            assert_eq!(told(text), Some((number.to_owned(), rest)), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_of_a_place_is_none() {
        for text in [
            "5th of",
            "10%",
            "I think",
            "12345",
            "5-year",
            "the",
            "Bay",
            "(see it)",
            "38-33-106",
            "L’an",
            "12/1990",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn chinese_numerals_are_read() {
        for (text, value) in
            [("五", 5), ("十", 10), ("二十一", 21), ("一百零三", 103), ("三〇", 30)]
        {
            assert_eq!(chinese(text), Some(value), "{text}");
        }
        assert_eq!(chinese("条"), None);
    }
}
