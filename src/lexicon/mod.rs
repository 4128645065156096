//! Knowledge of languages and scripts: reading and writing numerals, the words that name provisions
//! and refer to them, the grammar of labels, dates.

pub mod bulletins;
pub mod characters;
pub mod counter;
pub mod counting;
pub mod cursor;
pub mod dates;
pub mod defining;
pub mod initials;
pub mod keywords;
pub mod label;
pub mod language;
pub mod letters;
pub mod numeral;
pub mod parties;
pub mod phrase;
pub mod referring;
pub mod shared_phrases;
pub mod signs;
pub mod spelled;
pub mod subjects;
pub mod text_languages;
pub mod word_breaks;
pub mod wording;
