//! East Asian place-value numbers: `十七`, `一百零五`, `百五`.

/// How a language writes place-value numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Places {
    /// `一百零五`
    Chinese,
    /// `百五`
    Japanese,
    /// `백오`
    Korean,
    /// `壹佰零伍`, in the characters that are hard to alter.
    Legal,
}

impl Places {
    /// The digits from zero to nine.
    const fn digits(self) -> [char; 10] {
        match self {
            Self::Chinese | Self::Japanese => {
                ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']
            }
            Self::Korean => ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'],
            Self::Legal => ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'],
        }
    }

    const fn places(self) -> [char; 3] {
        match self {
            Self::Chinese | Self::Japanese => ['千', '百', '十'],
            Self::Korean => ['천', '백', '십'],
            Self::Legal => ['仟', '佰', '拾'],
        }
    }

    /// Writes the digits of a number one after another: `二〇〇六`.
    pub fn digit_by_digit(self, number: u32) -> String {
        let digits = self.digits();
        number.to_string().bytes().map(|b| digits[usize::from(b - b'0') % 10]).collect()
    }

    /// Writes a number up to 9,999; `None` for larger ones.
    pub fn write(self, number: u32) -> Option<String> {
        if number >= 10_000 {
            return None;
        }
        let digits = self.digits();
        if number == 0 {
            return Some(digits[0].to_string());
        }
        let [thousand, hundred, ten] = self.places();
        let (mut out, mut gap) = (String::new(), false);
        for (value, place) in
            [(1000, Some(thousand)), (100, Some(hundred)), (10, Some(ten)), (1, None)]
        {
            let digit = number / value % 10;
            if digit == 0 {
                gap = !out.is_empty();
                continue;
            }
            if std::mem::take(&mut gap) && matches!(self, Self::Chinese | Self::Legal) {
                out.push('零');
            }
            let bare = match self {
                // Ten to nineteen begin with the character for ten.
                Self::Chinese => value == 10 && out.is_empty(),
                Self::Japanese | Self::Korean => value > 1,
                Self::Legal => false,
            };
            if !(digit == 1 && bare) {
                out.push(digits[digit as usize]);
            }
            out.extend(place);
        }
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(places: Places, numbers: &[u32]) -> String {
        let words: Vec<_> = numbers.iter().filter_map(|n| places.write(*n)).collect();
        words.join(" ")
    }

    #[test]
    fn each_language_has_its_rules_for_ones_and_gaps() {
        let numbers = [7, 10, 17, 20, 105, 1010, 20_000];
        assert_eq!(written(Places::Chinese, &numbers), "七 十 十七 二十 一百零五 一千零一十");
        assert_eq!(written(Places::Japanese, &numbers), "七 十 十七 二十 百五 千十");
        assert_eq!(written(Places::Korean, &numbers), "칠 십 십칠 이십 백오 천십");
        assert_eq!(written(Places::Legal, &[7, 10, 105]), "柒 壹拾 壹佰零伍");
        assert_eq!(Places::Chinese.digit_by_digit(2006), "二〇〇六");
    }
}
