//! The table of actions: names, explanations, default keys.

use crate::messages::{headings, hints, titles};

/// Where a key triggers an action; elsewhere the same key may trigger another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere, unless a narrower context gives the key another meaning.
    Everywhere,
    /// While a passage is being selected.
    Selecting,
    /// In the list of bookmarks.
    Bookmarks,
    /// In the list of recent documents.
    Documents,
    /// In the contents.
    Contents,
    /// In a list of members, terms, abbreviations or references.
    Register,
    /// In a text with another one beside it.
    SideBySide,
}

/// How the help screen groups the actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActionGroup {
    Move,
    Go,
    Find,
    Mark,
    Look,
    Program,
}

impl ActionGroup {
    /// All groups in the order of the help screen.
    pub const ALL: [Self; 6] =
        [Self::Move, Self::Go, Self::Find, Self::Mark, Self::Look, Self::Program];

    /// Returns the group's heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Move => headings::MOVING,
            Self::Go => headings::GOING,
            Self::Find => headings::SEARCHING,
            Self::Mark => headings::PASSAGES,
            Self::Look => headings::DISPLAY,
            Self::Program => headings::PROGRAM,
        }
    }
}

/// Returns the only element, or an empty string if there is none.
const fn first(of: &[&'static str]) -> &'static str {
    match of {
        [one, ..] => one,
        [] => "",
    }
}

macro_rules! actions {
    ($($variant:ident, $name:literal, $title:ident, $group:ident, $context:ident, [$($key:literal),*]
        $(, $hint:ident)?;)*) => {
        /// A command of the program.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl Action {
            /// All actions, in the order of the help screen.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Returns the name that the config uses (`line-down`).
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// Returns a short description.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => titles::$title,)* }
            }

            /// Returns the group that the help screen shows it in.
            pub const fn group(self) -> ActionGroup {
                match self { $(Self::$variant => ActionGroup::$group,)* }
            }

            /// Returns a word or two for the bottom line, or an empty string if that never offers
            /// it.
            pub const fn hint(self) -> &'static str {
                match self { $(Self::$variant => first(&[$(hints::$hint)?]),)* }
            }

            /// Returns the context in which its keys trigger it.
            pub const fn context(self) -> Context {
                match self { $(Self::$variant => Context::$context,)* }
            }

            /// Returns its default keys, in the notation of the config.
            pub const fn default_keys(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($key),*],)* }
            }
        }
    };
}

actions! {
    LineDown, "line-down", LINE_DOWN, Move, Everywhere, ["j", "Down", "Ctrl-e", "Ctrl-n"];
    LineUp, "line-up", LINE_UP, Move, Everywhere, ["k", "Up", "Ctrl-y", "Ctrl-p"];
    HalfPageDown, "half-page-down", HALF_PAGE_DOWN, Move, Everywhere, ["d", "Ctrl-d"];
    HalfPageUp, "half-page-up", HALF_PAGE_UP, Move, Everywhere, ["u", "Ctrl-u"];
    PageDown, "page-down", PAGE_DOWN, Move, Everywhere, ["Space", "f", "Ctrl-f", "PageDown"], PAGE_DOWN;
    PageUp, "page-up", PAGE_UP, Move, Everywhere, ["b", "Ctrl-b", "PageUp"];
    Top, "top", TOP, Move, Everywhere, ["g", "Home", "<"];
    End, "end", END, Move, Everywhere, ["G", "End", ">"];
    ParagraphNext, "paragraph-next", PARAGRAPH_NEXT, Move, Everywhere, ["}"];
    ParagraphPrevious, "paragraph-previous", PARAGRAPH_PREVIOUS, Move, Everywhere, ["{"];
    ClauseNext, "clause-next", CLAUSE_NEXT, Move, Everywhere, ["]", "J"], CLAUSE_NEXT;
    ClausePrevious, "clause-previous", CLAUSE_PREVIOUS, Move, Everywhere, ["[", "K"];
    Left, "left", LEFT, Move, Everywhere, ["h", "Left"], LEFT;
    Right, "right", RIGHT, Move, Everywhere, ["l", "Right"];
    WordNext, "word-next", WORD_NEXT, Move, Selecting, ["w"];
    WordEnd, "word-end", WORD_END, Move, Selecting, ["e"];
    WordPrevious, "word-previous", WORD_PREVIOUS, Move, Selecting, ["b"];
    LineStart, "line-start", LINE_START, Move, Selecting, ["0", "^", "Home"];
    LineEnd, "line-end", LINE_END, Move, Selecting, ["$", "End"];
    Jump, "jump", JUMP, Go, Everywhere, ["'"], JUMP;
    GoToMark, "go-to-mark", GO_TO_MARK, Go, Everywhere, ["`"];
    GoToPart, "go-to-part", GO_TO_PART, Go, Everywhere, ["%"];
    Confirm, "confirm", CONFIRM, Go, Everywhere, ["Enter"], CONFIRM;
    LinkNext, "link-next", LINK_NEXT, Go, Everywhere, ["x"], LINK_NEXT;
    LinkPrevious, "link-previous", LINK_PREVIOUS, Go, Everywhere, ["X"];
    LinkHints, "link-hints", LINK_HINTS, Go, Everywhere, ["F"], LINK_HINTS;
    Peek, "peek", PEEK, Go, Everywhere, ["p"], PEEK;
    CitedBy, "cited-by", CITED_BY, Go, Everywhere, ["W"];
    References, "references", REFERENCES, Go, Everywhere, ["w"];
    Back, "back", BACK, Go, Everywhere, ["Ctrl-o", "Backspace", "Alt-Left"], BACK;
    Forward, "forward", FORWARD, Go, Everywhere, ["Tab", "Ctrl-i", "Alt-Right"];
    Cancel, "cancel", CANCEL, Go, Everywhere, ["Escape"], CANCEL;
    RecentDocuments, "recent-documents", RECENT_DOCUMENTS, Go, Everywhere, ["o"], RECENT_DOCUMENTS;
    NextDocument, "next-document", NEXT_DOCUMENT, Go, Everywhere, [")"];
    PreviousDocument, "previous-document", PREVIOUS_DOCUMENT, Go, Everywhere, ["("];
    FilterDocuments, "filter-documents", FILTER_DOCUMENTS, Go, Documents, ["/"], FILTER_DOCUMENTS;
    OrderDocuments, "order-documents", ORDER_DOCUMENTS, Go, Documents, ["o"], ORDER_DOCUMENTS;
    ForgetDocument, "forget-document", FORGET_DOCUMENT, Go, Documents, ["d", "x", "Delete"], FORGET_DOCUMENT;
    NextChange, "next-change", NEXT_CHANGE, Go, Everywhere, [";"], NEXT_CHANGE;
    PreviousChange, "previous-change", PREVIOUS_CHANGE, Go, Everywhere, [","], PREVIOUS_CHANGE;
    Compare, "compare", COMPARE, Go, Everywhere, ["V"], COMPARE;
    History, "history", HISTORY, Go, Everywhere, ["P"];
    Beside, "side-by-side", SIDE_BY_SIDE, Look, Everywhere, ["|"], SIDE_BY_SIDE;
    OtherText, "other-text", OTHER_TEXT, Look, SideBySide, ["L"], OTHER_TEXT;
    ToggleCoupling, "toggle-coupling", TOGGLE_COUPLING, Look, SideBySide, ["_"], TOGGLE_COUPLING;
    SearchForward, "search-forward", SEARCH_FORWARD, Find, Everywhere, ["/"], SEARCH_FORWARD;
    SearchBackward, "search-backward", SEARCH_BACKWARD, Find, Everywhere, ["?"];
    SearchRegex, "search-regex", SEARCH_REGEX, Find, Everywhere, [];
    SearchNext, "search-next", SEARCH_NEXT, Find, Everywhere, ["n"], SEARCH_NEXT;
    SearchPrevious, "search-previous", SEARCH_PREVIOUS, Find, Everywhere, ["N"], SEARCH_PREVIOUS;
    OnlyMatches, "only-matches", ONLY_MATCHES, Find, Everywhere, ["&"], ONLY_MATCHES;
    Select, "select", SELECT, Mark, Everywhere, ["v"], SELECT;
    SelectOtherEnd, "select-other-end", SELECT_OTHER_END, Mark, Selecting, ["o"], SELECT_OTHER_END;
    Mark, "mark", MARK, Mark, Everywhere, ["m"], MARK;
    MarkWithNote, "mark-with-note", MARK_WITH_NOTE, Mark, Everywhere, ["M"], MARK_WITH_NOTE;
    QuickMark, "quick-mark", QUICK_MARK, Mark, Everywhere, ["Q"], QUICK_MARK;
    Copy, "copy", COPY, Mark, Everywhere, ["y"], COPY;
    CopyWithCitation, "copy-with-citation", COPY_WITH_CITATION, Mark, Everywhere, ["Y"], COPY_WITH_CITATION;
    CopyAddress, "copy-address", COPY_ADDRESS, Mark, Everywhere, ["@"], COPY_ADDRESS;
    Bookmarks, "bookmarks", BOOKMARKS, Mark, Everywhere, ["B"], BOOKMARKS;
    LookUp, "look-up", LOOK_UP, Mark, Everywhere, ["L"], LOOK_UP;
    SpeakOn, "speak-on", SPEAK_ON, Mark, Everywhere, ["S"];
    SpeakParagraph, "speak-paragraph", SPEAK_PARAGRAPH, Mark, Everywhere, [];
    SpeakClause, "speak-clause", SPEAK_CLAUSE, Mark, Everywhere, [];
    EditNote, "edit-note", EDIT_NOTE, Mark, Bookmarks, ["e"], EDIT_NOTE;
    EditNoteOutside, "edit-note-outside", EDIT_NOTE_OUTSIDE, Mark, Bookmarks, ["E"];
    EditTags, "edit-tags", EDIT_TAGS, Mark, Bookmarks, ["t"], EDIT_TAGS;
    NextHighlight, "next-highlight", NEXT_HIGHLIGHT, Mark, Bookmarks, ["s"], NEXT_HIGHLIGHT;
    Accept, "accept", ACCEPT, Mark, Bookmarks, ["a"], ACCEPT;
    AcceptAll, "accept-all", ACCEPT_ALL, Mark, Bookmarks, ["A"], ACCEPT_ALL;
    FilterBookmarks, "filter-bookmarks", FILTER_BOOKMARKS, Mark, Bookmarks, ["/"], FILTER_BOOKMARKS;
    OrderBookmarks, "order-bookmarks", ORDER_BOOKMARKS, Mark, Bookmarks, ["o"], ORDER_BOOKMARKS;
    AllBookmarks, "all-bookmarks", ALL_BOOKMARKS, Mark, Bookmarks, ["*"], ALL_BOOKMARKS;
    DeleteBookmark, "delete-bookmark", DELETE_BOOKMARK, Mark, Bookmarks, ["d", "x", "Delete"], DELETE_BOOKMARK;
    Undo, "undo", UNDO, Mark, Everywhere, ["U"], UNDO;
    FocusOutline, "contents", CONTENTS, Look, Everywhere, ["c", "BackTab"], CONTENTS;
    ToggleOutline, "toggle-contents", TOGGLE_CONTENTS, Look, Everywhere, ["C"], TOGGLE_CONTENTS;
    WiderContents, "wider-contents", WIDER_CONTENTS, Look, Contents, [">"], WIDER_CONTENTS;
    NarrowerContents, "narrower-contents", NARROWER_CONTENTS, Look, Contents, ["<"];
    Fold, "fold", FOLD, Look, Everywhere, ["z"], FOLD;
    FoldAll, "fold-all", FOLD_ALL, Look, Everywhere, ["Z"], FOLD_ALL;
    Members, "members", MEMBERS, Look, Everywhere, ["r"];
    Abbreviations, "abbreviations", ABBREVIATIONS, Look, Everywhere, ["a"];
    Terms, "terms", TERMS, Look, Everywhere, ["t"];
    FilterRegister, "filter-list", FILTER_LIST, Look, Register, ["/"], FILTER_LIST;
    OrderRegister, "order-list", ORDER_LIST, Look, Register, ["o"], ORDER_LIST;
    ExplainWords, "explain-words", EXPLAIN_WORDS, Look, Everywhere, ["i"];
    ExplainStructure, "explain", EXPLAIN, Look, Everywhere, [];
    ExplainRules, "explain-rules", EXPLAIN_RULES, Look, Everywhere, [];
    Check, "check", CHECK, Look, Everywhere, [];
    Wider, "wider", WIDER, Look, Everywhere, ["+", "="];
    Narrower, "narrower", NARROWER, Look, Everywhere, ["-"];
    ToggleJustify, "toggle-justify", TOGGLE_JUSTIFY, Look, Everywhere, [];
    ToggleHyphenation, "toggle-hyphenation", TOGGLE_HYPHENATION, Look, Everywhere, [];
    ToggleBidi, "toggle-bidi", TOGGLE_BIDI, Look, Everywhere, ["D"];
    NextTheme, "next-theme", NEXT_THEME, Look, Everywhere, ["T"];
    ToggleMouse, "toggle-mouse", TOGGLE_MOUSE, Look, Everywhere, [];
    ShowSettings, "show-settings", SHOW_SETTINGS, Look, Everywhere, [];
    SaveSettings, "save-settings", SAVE_SETTINGS, Look, Everywhere, [];
    ResetSettings, "reset-settings", RESET_SETTINGS, Look, Everywhere, [];
    Help, "help", HELP, Program, Everywhere, ["F1", "H"], HELP;
    Palette, "palette", PALETTE, Program, Everywhere, [":"], PALETTE;
    Reload, "reload", RELOAD, Program, Everywhere, ["R"];
    Redraw, "redraw", REDRAW, Program, Everywhere, ["Ctrl-l"];
    Suspend, "suspend", SUSPEND, Program, Everywhere, ["Ctrl-z"];
    Quit, "quit", QUIT, Program, Everywhere, ["q", "Ctrl-c"], QUIT;
}

impl Action {
    /// Returns the action with this name in the config.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.name() == name)
    }

    /// Returns the action with the typed name, or the first whose name begins with the typed text,
    /// provided it contains a hyphen (`save-s`).
    pub fn from_beginning(typed: &str) -> Option<Self> {
        let begun = |action: &Self| typed.contains('-') && action.name().starts_with(typed);
        Self::from_name(typed).or_else(|| Self::ALL.iter().copied().find(begun))
    }
}
