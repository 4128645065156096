//! The words of the head of a bulletin and of the addresses at its end, of all languages
//! together: both are read before the language of the text is known. They are in
//! `assets/languages`.

use super::phrase::Phrases;

include!(concat!(env!("OUT_DIR"), "/bulletins.rs"));
