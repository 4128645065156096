//! Lists of words for parties and delegations, for mastheads, for addresses and for subjects.

use serde::Deserialize;

/// Declares a struct of optional lists of words, and an iterator over them.
macro_rules! lists {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $list:ident,)* }) => {
        $(#[$about])*
        #[derive(Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        pub struct $name {
            $($(#[$doc])* #[serde(default)] pub $list: Vec<String>,)*
        }

        impl $name {
            /// Returns the lists with their names.
            pub fn lists(&self) -> Vec<(&'static str, &Vec<String>)> {
                vec![$((stringify!($list), &self.$list)),*]
            }
        }
    };
}

lists! {
    /// Words that list parties.
    Parties {
        /// Words for parties that have joined.
        members,
        /// Words for parties that attend.
        observers,
        /// Words for parties that have signed.
        signatories,
        /// Words for the status of observer.
        observer_status,
        /// Words that begin a list after one of these: `are`, `including`.
        lists,
        /// Words that may precede the names: `today`.
        now,
        /// Words that introduce speech before a colon.
        saying,
        /// Verbs of attending a meeting: `attend`.
        attends,
        /// Words before the role in which parties attend.
        attends_as,
        /// Forms of the verb “to be”: `are`.
        being,
        /// Verbs of having: `enjoy`.
        having,
        /// Verbs of joining, before the new status.
        joins,
        /// Verbs of welcoming a party that joins.
        welcomes,
        /// Words before the new status.
        welcomes_as,
        /// Adjectives of a party that joined: `new`.
        new,
        /// Conjunctions before the last name of an enumeration.
        and,
        /// Conjunctions joined to the name after them: `ودون`.
        and_beginnings,
        /// Conjunctions joined to the name before them: `브렌과`.
        and_endings,
        /// Words that may follow `and`.
        also,
        /// Marks between names, besides the comma.
        separators,
        /// Words that may follow the last name, in languages without capital letters: `等`.
        list_ends,
        /// Words that names do not contain, in languages without capital letters.
        not_names,
        /// Words before a kind of parties after which no names follow: `non-`.
        except_after,
        /// Words between a count and what it counts: `五个`.
        counters,
        /// Particles joined to a name before it: `لألبا`.
        prefixes,
        /// Particles joined to a name after it: `알바는`.
        suffixes,
        /// Words that add another group to a list: `as well as`.
        further,
        /// Words for such a group.
        organisations,
        /// Words that may follow those: `such as`.
        such_as,
        /// Grammatical articles before a name.
        articles,
        /// Words between an office and the party: `of`.
        of,
        /// Words between a form of state and the name: `of`; empty in some languages.
        state_of,
        /// Lower-case words within a name.
        inside_names,
        /// Words that begin a sentence before a name.
        openings,
        /// Forms of state, which do not change the name after them.
        states,
        /// Words that make the name after them a different one.
        distinguishing,
        /// Possessive endings of a name.
        possessive,
    }
}

lists! {
    /// Words for the level at which parties were represented.
    Delegations {
        /// Heads of state.
        presidents,
        /// Heads of government.
        prime_ministers,
        /// Members of a government.
        ministers,
        /// Words for a deputy of one of these, before it.
        deputies,
        /// Words before a president who does not count.
        former,
        /// Words for a delegation.
        delegations,
        /// Verbs of leading it.
        leads,
        /// Verbs of representing a party.
        represents,
        /// Words that may precede those: `both`.
        adverbs,
        /// Participles of being represented, before the rank of the delegate.
        represented,
        /// Auxiliary verbs that may precede those: `was`.
        auxiliaries,
        /// Words that may follow those: `there`.
        there,
        /// Words before a rank: `by`.
        by,
        /// Verbs of sending, before the rank of the delegate: `sent`.
        sends,
        /// Words between an office and its field: `minister for trade`.
        for_office,
        /// Words before a rank of another party, or of none.
        foreign,
    }
}

lists! {
    /// Words in the masthead of a bulletin.
    Mastheads {
        /// Words for a volume.
        volumes,
        /// Words for the number of an issue.
        numbers,
        /// Words for an edition, at the end of its line.
        editions,
        /// Words for a publisher, before a colon.
        publishers,
        /// Participles of publishing.
        deeds,
        /// Words between those and the publisher: `by`.
        by,
        /// Grammatical articles before the publisher.
        articles,
    }
}

lists! {
    /// Words in the lines of an address.
    Contacts {
        /// Words before a colon or a point: `tel`.
        labels,
        /// Words that suffice by themselves: `subscribe`.
        words,
        /// Words that begin such a line.
        openings,
    }
}

lists! {
    /// Words that help to find the subject of a provision without a title.
    Subjects {
        /// Verbs, participles and accompanying words that begin a provision or a recital.
        lead,
        /// Words between these and the subject.
        passing,
        /// Words that end the subject.
        after,
        /// Words that a subject must not end with.
        dangling,
        /// Words that begin a condition, which is not a subject.
        condition,
        /// Words with which a provision defines a term.
        defining,
        /// Words of `passing` that are themselves the subject if a verb follows: `All are equal`.
        alone,
        /// Pronouns that restrict the word before them: `the oil that was burnt`.
        relative,
        /// Words of `after` that are nouns if another such word follows: `our will has`.
        nouns,
        /// Words that join a second operative word: `and stress`.
        and,
    }
}
