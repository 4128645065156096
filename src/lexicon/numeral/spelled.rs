//! Numbers in English words, as `ARTICLE ONE` has them.

const ONES: [(&str, &str); 19] = [
    ("One", "First"),
    ("Two", "Second"),
    ("Three", "Third"),
    ("Four", "Fourth"),
    ("Five", "Fifth"),
    ("Six", "Sixth"),
    ("Seven", "Seventh"),
    ("Eight", "Eighth"),
    ("Nine", "Ninth"),
    ("Ten", "Tenth"),
    ("Eleven", "Eleventh"),
    ("Twelve", "Twelfth"),
    ("Thirteen", "Thirteenth"),
    ("Fourteen", "Fourteenth"),
    ("Fifteen", "Fifteenth"),
    ("Sixteen", "Sixteenth"),
    ("Seventeen", "Seventeenth"),
    ("Eighteen", "Eighteenth"),
    ("Nineteen", "Nineteenth"),
];

const TENS: [&str; 8] =
    ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];

/// `Twenty-one`, from 1 to 99.
pub fn cardinal(number: u32) -> Option<String> {
    written(number, |ones| ones.0, str::to_owned)
}

/// `Twenty-first`, from 1 to 99.
pub fn ordinal(number: u32) -> Option<String> {
    written(number, |ones| ones.1, |tens| tens.replace('y', "ieth"))
}

fn written(
    number: u32,
    form: fn(&(&'static str, &'static str)) -> &'static str,
    round: fn(&str) -> String,
) -> Option<String> {
    let ones = |number: u32| Some(form(ONES.get(usize::try_from(number).ok()?.checked_sub(1)?)?));
    if number < 20 {
        return ones(number).map(str::to_owned);
    }
    let tens = TENS.get(usize::try_from(number / 10).ok()?.checked_sub(2)?)?;
    match ones(number % 10) {
        Some(ones) => Some(format!("{tens}-{}", ones.to_lowercase())),
        None => Some(round(tens)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_spelled() {
        let all = |of: fn(u32) -> Option<String>| {
            [1, 12, 20, 42, 99].into_iter().filter_map(of).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(all(cardinal), "One Twelve Twenty Forty-two Ninety-nine");
        assert_eq!(all(ordinal), "First Twelfth Twentieth Forty-second Ninety-ninth");
        assert_eq!((cardinal(0), ordinal(100)), (None, None));
    }
}
