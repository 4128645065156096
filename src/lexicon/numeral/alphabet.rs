//! Letters and signs that count, in order.

/// Letters that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    /// `a` to `z`
    Small,
    /// `A` to `Z`
    Capital,
    /// `а` to `я`, without those that Russian lists leave out.
    RussianSmall,
    /// `А` to `Я`, likewise.
    RussianCapital,
    /// `α` to `ω`
    GreekSmall,
    /// `Α` to `Ω`
    GreekCapital,
    /// `א` to `ת`
    Hebrew,
    /// `ア` to `ン`, in dictionary order.
    Kana,
    /// `イ`, `ロ`, `ハ`: in the order of the Iroha, an old poem.
    Iroha,
    /// `가`, `나`, `다`
    Hangul,
    /// `ㄱ`, `ㄴ`, `ㄷ`
    HangulInitials,
    /// `ก` to `ฮ`
    Thai,
    /// `甲` to `癸`
    HeavenlyStems,
    /// `子` to `亥`
    EarthlyBranches,
    /// `*`, `†`, `‡`, `§`, as in footnotes.
    Chicago,
    /// The Arabic letters in the order of their values.
    Abjad,
    /// The Arabic letters in alphabetical order.
    Arabic,
}

impl Alphabet {
    /// Returns its letters in order.
    pub const fn letters(self) -> &'static str {
        match self {
            Self::Small => "abcdefghijklmnopqrstuvwxyz",
            Self::Capital => "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            Self::RussianSmall => "абвгдежзиклмнопрстуфхцчшщыэюя",
            Self::RussianCapital => "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
            Self::GreekSmall => "αβγδεζηθικλμνξοπρστυφχψω",
            Self::GreekCapital => "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
            Self::Hebrew => "אבגדהוזחטיכלמנסעפצקרשת",
            Self::Kana => {
                "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
            }
            Self::Iroha => {
                "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
            }
            Self::Hangul => "가나다라마바사아자차카타파하",
            Self::HangulInitials => "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
            Self::Thai => "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
            Self::HeavenlyStems => "甲乙丙丁戊己庚辛壬癸",
            Self::EarthlyBranches => "子丑寅卯辰巳午未申酉戌亥",
            Self::Chicago => "*†‡§",
            Self::Abjad => "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
            Self::Arabic => "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
        }
    }
}
