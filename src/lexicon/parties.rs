//! The words by which a text lists parties, names them again and says at what level they
//! were represented: one table for each language. The words themselves are in
//! `assets/languages`.

use super::phrase::Phrases;

/// How a language tells of parties.
#[derive(Debug, Clone, Copy)]
pub struct Language {
    /// The primary part of its BCP 47 tag.
    pub tag: &'static str,
    /// What the parties of a roster are called.
    pub members: Phrases,
    pub observers: Phrases,
    pub signatories: Phrases,
    /// What it is called to be an observer: `observer status`.
    pub observer_status: Phrases,
    /// What begins a list behind these: `are`, `including`.
    pub lists: Phrases,
    /// What may stand between that and the names: `today`.
    pub now: Phrases,
    /// A colon behind one of these begins what somebody says.
    pub saying: Phrases,
    /// What the parties of a meeting do: `attend`.
    pub attends: Phrases,
    /// What stands before what they attend as.
    pub attends_as: Phrases,
    /// What says that they are something: `are`.
    pub being: Phrases,
    /// What says that they have something: `enjoy`.
    pub having: Phrases,
    /// How one joins, before what it becomes.
    pub joins: Phrases,
    /// What members do with one that joins, and what stands before what it becomes.
    pub welcomes: Phrases,
    pub welcomes_as: Phrases,
    /// What one is that joined: `new`.
    pub new: Phrases,
    /// What joins the last name of an enumeration, and what may stand behind it: `also`.
    pub and: Phrases,
    pub also: Phrases,
    /// What joins another group to a list: `as well as`.
    pub further: Phrases,
    /// What such a group may be called, and what may stand behind it: `such as`.
    pub organisations: Phrases,
    pub such_as: Phrases,
    /// Articles of speech before a name.
    pub articles: Phrases,
    /// What leads from an office to the party: `of`.
    pub of: Phrases,
    /// What stands between a form of state and the name: nothing in some languages.
    pub state_of: Phrases,
    /// Words in small letters within a name.
    pub inside_names: Phrases,
    /// Words that begin a sentence before a name.
    pub openings: Phrases,
    /// Forms of state, which make no other name of the one behind them.
    pub states: Phrases,
    /// What makes another name of the one behind it.
    pub distinguishing: Phrases,
    /// Endings of a name that owns what follows.
    pub possessive: Phrases,
    /// Who stands for a party.
    pub presidents: Phrases,
    pub prime_ministers: Phrases,
    pub ministers: Phrases,
    /// What makes a deputy of one of these, before it.
    pub deputies: Phrases,
    /// What makes a president none that counts, before the word.
    pub former: Phrases,
    /// What is sent, and who leads it.
    pub delegations: Phrases,
    pub leads: Phrases,
    /// What office holders do who stand for their parties.
    pub represents: Phrases,
    /// What may stand before that: `both`.
    pub adverbs: Phrases,
    /// What is done to a party, before the rank of its delegate, and what may stand before it.
    pub represented: Phrases,
    pub auxiliaries: Phrases,
    /// What may stand behind that: `there`.
    pub there: Phrases,
    /// What stands before a rank: `at the level of`, `by`.
    pub by: Phrases,
    /// What a party does before the rank of its delegate: `sent`.
    pub sends: Phrases,
    /// What parts an office from what it is for: `minister for trade`.
    pub for_office: Phrases,
    /// Between a verb of sending and a rank, these make it another's rank or none.
    pub foreign: Phrases,
}

// `LANGUAGES` and `DEFAULT`.
include!(concat!(env!("OUT_DIR"), "/parties.rs"));

/// The table for a document in the language of a tag: that of the default where it has none.
pub fn of(tag: Option<&str>) -> &'static Language {
    let known = super::language::row(tag, &LANGUAGES, |language| language.tag);
    known.unwrap_or(&LANGUAGES[DEFAULT])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_has_its_own_words_or_those_of_the_default() {
        assert_eq!(of(Some("de-AT")).tag, "de");
        for none in [Some("tlh"), None] {
            assert_eq!(of(none).tag, LANGUAGES[DEFAULT].tag);
        }
    }
}
