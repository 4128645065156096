//! What programs tell a pager in the variable `LESS`: git, for example, sets it to `FRX` where the
//! user has not.

/// Options that take a number.
const NUMBERS: &str = "bhjxyz#";

/// Options that take words up to a dollar sign.
const WORDS: &str = "DkoOpPtT\"";

/// Whether options for `less` ask to quit if the text fits on one screen.
pub fn quits_if_one_screen(options: &str) -> bool {
    let mut rest = options;
    while let Some(c) = rest.chars().next() {
        if let Some(long) = rest.strip_prefix("--") {
            let end = long.find(char::is_whitespace).unwrap_or(long.len());
            let (name, behind) = long.split_at(end);
            if name.eq_ignore_ascii_case("quit-if-one-screen") {
                return true;
            }
            rest = behind;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match c {
            'F' => return true,
            '+' => rest = behind_words(rest),
            c if WORDS.contains(c) => rest = behind_words(rest),
            c if NUMBERS.contains(c) => {
                rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || ".,-".contains(c));
            }
            _ => {}
        }
    }
    false
}

/// Returns what follows the words of an option.
fn behind_words(rest: &str) -> &str {
    rest.find('$').map_or("", |end| &rest[end + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_options_of_programs_are_read_as_less_reads_them() {
        for options in [
            "FRX",
            "-R -F",
            "-x4F",
            "-Ps lamp$F",
            "--RAW-CONTROL-CHARS --quit-if-one-screen",
            "FRSXMK",
        ] {
            assert!(quits_if_one_screen(options), "{options}");
        }
        for options in
            ["", "-R", "-ix8RmPm Manual page LAMP(1) ?ltline F", "--no-init", "-j.5 -R", "+F"]
        {
            assert!(!quits_if_one_screen(options), "{options}");
        }
    }
}
