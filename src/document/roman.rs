//! Roman numerals in standard form.

const SIGNS: [(&str, u32); 13] = [
    ("M", 1000),
    ("CM", 900),
    ("D", 500),
    ("CD", 400),
    ("C", 100),
    ("XC", 90),
    ("L", 50),
    ("XL", 40),
    ("X", 10),
    ("IX", 9),
    ("V", 5),
    ("IV", 4),
    ("I", 1),
];

/// Formats a number from 1 to 3999 in capitals.
pub fn roman_numeral(number: u32) -> Option<String> {
    if !(1..4000).contains(&number) {
        return None;
    }
    let (mut rest, mut out) = (number, String::new());
    for (sign, worth) in SIGNS {
        while rest >= worth {
            out.push_str(sign);
            rest -= worth;
        }
    }
    Some(out)
}

/// Returns the value of a Roman numeral in standard form.
pub fn roman_value(run: &str) -> Option<u32> {
    let (mut rest, mut value) = (run, 0);
    for (sign, worth) in SIGNS {
        let most = if sign.len() == 1 && !matches!(sign, "V" | "L" | "D") { 3 } else { 1 };
        for _ in 0..most {
            let Some(after) = rest.strip_prefix(sign) else { break };
            (rest, value) = (after, value + worth);
        }
    }
    // `XIVI` consists of valid signs, but is not a numeral.
    (rest.is_empty() && roman_numeral(value).as_deref() == Some(run)).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_has_one_numeral_and_each_numeral_one_number() {
        for number in 1..4000 {
            let numeral = roman_numeral(number).expect("a numeral");
            assert_eq!(roman_value(&numeral), Some(number), "{numeral}");
        }
        assert_eq!(roman_numeral(1994).as_deref(), Some("MCMXCIV"));
        for improper in ["", "IIII", "VX", "IC", "iv", "XIVI"] {
            assert_eq!(roman_value(improper), None, "{improper}");
        }
        assert_eq!((roman_numeral(0), roman_numeral(4000)), (None, None));
    }
}
