//! Formats a citation as a BibTeX record.

use super::template::Placeholder;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Formats the record: the cited text is the title, its publication the
/// `howpublished`, and the provision the note.
pub(super) fn record(value: impl Fn(Placeholder) -> String) -> String {
    let title = value(Placeholder::Title);
    let instrument = value(Placeholder::Instrument);
    let carried = !instrument.is_empty();
    let howpublished = if carried {
        [title.clone(), value(Placeholder::Issue)]
    } else {
        [String::new(), value(Placeholder::Issue)]
    };
    let adopted = joined(&[value(Placeholder::Place), value(Placeholder::Adopted)]);
    let pinpoint = value(Placeholder::Pinpoint);
    let note = match (pinpoint.is_empty(), adopted.is_empty()) {
        (false, false) => format!("{pinpoint} ({adopted})"),
        _ => pinpoint + &adopted,
    };
    let mut lines = vec![
        // Inner braces preserve the capitals of the title.
        ("title", format!("{{{}}}", escaped(if carried { &instrument } else { &title }))),
        ("howpublished", escaped(&joined(&howpublished))),
        ("organization", escaped(&value(Placeholder::Publisher))),
        ("address", escaped(&value(Placeholder::Place))),
        ("year", value(Placeholder::Year)),
        ("note", escaped(&note)),
    ];
    lines.retain(|(_, words)| !words.is_empty());
    let month =
        value(Placeholder::Month).parse().ok().and_then(|month: usize| month.checked_sub(1));
    let key = key(&[title, value(Placeholder::Year), value(Placeholder::Address)].join(" "));
    let mut out = format!("@misc{{{key},\n");
    for (name, words) in lines {
        push(&mut out, name, &format!("{{{words}}}"));
        if name == "year"
            && let Some(month) = month.and_then(|month| MONTHS.get(month))
        {
            // A month macro that every BibTeX style defines.
            push(&mut out, "month", month);
        }
    }
    out.push('}');
    out
}

fn push(out: &mut String, name: &str, value: &str) {
    out.push_str(&format!("  {name} = {value},\n"));
}

fn joined(words: &[String]) -> String {
    let said: Vec<&str> = words.iter().map(String::as_str).filter(|w| !w.is_empty()).collect();
    said.join(", ")
}

/// Returns a key of ASCII letters, digits and hyphens, which every tool accepts.
fn key(words: &str) -> String {
    let mut key = String::new();
    for c in words.chars() {
        if c.is_ascii_alphanumeric() {
            key.push(c.to_ascii_lowercase());
        } else if !key.is_empty() && !key.ends_with('-') {
            key.push('-');
        }
    }
    let key = key.trim_matches('-');
    if key.is_empty() { "document".to_owned() } else { key.to_owned() }
}

/// Escapes the special characters of TeX.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            // BibTeX counts a brace even after a backslash.
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_means_anything_to_tex() {
        assert_eq!(escaped("a & b_1 #2 50% $3"), "a \\& b\\_1 \\#2 50\\% \\$3");
        assert_eq!(
            escaped("{~^\\"),
            "\\textbraceleft{}\\textasciitilde{}\\textasciicircum{}\\textbackslash{}"
        );
    }
}
