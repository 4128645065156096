//! Lists of words for what bulletins have: parties and their delegations, the head, addresses.

use serde::Deserialize;

/// Declares lists of words, each of which may be left out, and a way to go through them.
macro_rules! lists {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $list:ident,)* }) => {
        $(#[$about])*
        #[derive(Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        pub struct $name {
            $($(#[$doc])* #[serde(default)] pub $list: Vec<String>,)*
        }

        impl $name {
            /// The lists by their names.
            pub fn lists(&self) -> Vec<(&'static str, &Vec<String>)> {
                vec![$((stringify!($list), &self.$list)),*]
            }
        }
    };
}

lists! {
    /// How a text lists parties.
    Parties {
        /// What the parties are called that have joined.
        members,
        /// What those are called that attend.
        observers,
        /// What those are called that have signed.
        signatories,
        /// What it is called to be an observer.
        observer_status,
        /// What begins a list behind one of these: `are`, `including`.
        lists,
        /// What may stand between that and the names: `today`.
        now,
        /// A colon behind one of these begins what somebody says.
        saying,
        /// What the parties of a meeting do: `attend`.
        attends,
        /// What stands before what they attend as.
        attends_as,
        /// What says that they are something: `are`.
        being,
        /// What says that they have something: `enjoy`.
        having,
        /// How one joins, before what it becomes.
        joins,
        /// What members do with one that joins.
        welcomes,
        /// What stands before what it becomes by that.
        welcomes_as,
        /// What one is that joined: `new`.
        new,
        /// What joins the last name of an enumeration.
        and,
        /// What may stand behind that.
        also,
        /// What joins another group to a list: `as well as`.
        further,
        /// What such a group may be called.
        organisations,
        /// What may stand behind that: `such as`.
        such_as,
        /// Articles of speech before a name.
        articles,
        /// What leads from an office to the party: `of`.
        of,
        /// What stands between a form of state and the name: `of`; some languages have nothing.
        state_of,
        /// Words in small letters within a name.
        inside_names,
        /// Words that begin a sentence before a name.
        openings,
        /// Forms of state, which make no other name of the one behind them.
        states,
        /// What makes another name of the one behind it.
        distinguishing,
        /// Endings of a name that owns what follows.
        possessive,
    }
}

lists! {
    /// How a text says at what level parties were represented.
    Delegations {
        /// Heads of state.
        presidents,
        /// Heads of government.
        prime_ministers,
        /// Members of a government.
        ministers,
        /// What makes a deputy of one of these, before it.
        deputies,
        /// What makes a president none that counts, before the word.
        former,
        /// What is sent.
        delegations,
        /// What is done at its head.
        leads,
        /// What office holders do who stand for their parties.
        represents,
        /// What may stand before that: `both`.
        adverbs,
        /// What is done to a party, before the rank of its delegate.
        represented,
        /// What may stand before that: `was`.
        auxiliaries,
        /// What may stand behind that: `there`.
        there,
        /// What stands before a rank: `by`.
        by,
        /// What a party does before the rank of its delegate: `sent`.
        sends,
        /// What parts an office from what it is for: `minister for trade`.
        for_office,
        /// What makes a rank another's, or none, before it.
        foreign,
    }
}

lists! {
    /// What the head of a bulletin says.
    Mastheads {
        /// What a volume is called.
        volumes,
        /// What the number of an issue is called.
        numbers,
        /// What an edition is called, at the end of its line.
        editions,
        /// What a publisher is called, before a colon.
        publishers,
        /// What a publisher did.
        deeds,
        /// What stands between that and the publisher: `by`.
        by,
        /// Articles of speech before the publisher.
        articles,
    }
}

lists! {
    /// What the lines of an address have.
    Contacts {
        /// What stands before a colon or a point there: `tel`.
        labels,
        /// Words that say so by themselves: `subscribe`.
        words,
        /// What such a line begins with.
        openings,
    }
}
