//! The table of actions: names, explanations, default keys.

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
}

/// How the help screen groups the actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    Move,
    Go,
    Find,
    Mark,
    Look,
    Program,
}

impl Group {
    /// All groups in the order of the help screen.
    pub const ALL: [Self; 6] =
        [Self::Move, Self::Go, Self::Find, Self::Mark, Self::Look, Self::Program];

    /// Returns the group's heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Move => "Moving",
            Self::Go => "Going to a place",
            Self::Find => "Searching",
            Self::Mark => "Passages and bookmarks",
            Self::Look => "Contents and display",
            Self::Program => "The program",
        }
    }
}

macro_rules! actions {
    ($($variant:ident, $name:literal, $title:literal, $group:ident, $context:ident, [$($key:literal),*]
        $(, $hint:literal)?;)*) => {
        /// A command of the program.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action {
            $(#[doc = $title] $variant,)*
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
                match self { $(Self::$variant => $title,)* }
            }

            /// Returns the group that the help screen shows it in.
            pub const fn group(self) -> Group {
                match self { $(Self::$variant => Group::$group,)* }
            }

            /// Returns a word or two for the bottom line, or an empty string if that never offers
            /// it.
            pub const fn hint(self) -> &'static str {
                match self { $(Self::$variant => concat!($($hint)?),)* }
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
    LineDown, "line-down", "Down one line", Move, Everywhere, ["j", "Down", "Ctrl-e", "Ctrl-n"];
    LineUp, "line-up", "Up one line", Move, Everywhere, ["k", "Up", "Ctrl-y", "Ctrl-p"];
    HalfPageDown, "half-page-down", "Down half a page", Move, Everywhere, ["d", "Ctrl-d"];
    HalfPageUp, "half-page-up", "Up half a page", Move, Everywhere, ["u", "Ctrl-u"];
    PageDown, "page-down", "Down a page", Move, Everywhere, ["Space", "f", "Ctrl-f", "PageDown"], "page down";
    PageUp, "page-up", "Up a page", Move, Everywhere, ["b", "Ctrl-b", "PageUp"];
    Top, "top", "Go to the beginning", Move, Everywhere, ["g", "Home", "<"];
    End, "end", "Go to the end; after a number: to that clause", Move, Everywhere, ["G", "End", ">"];
    ParagraphNext, "paragraph-next", "Next paragraph", Move, Everywhere, ["}"];
    ParagraphPrevious, "paragraph-previous", "Previous paragraph", Move, Everywhere, ["{"];
    ClauseNext, "clause-next", "Next clause or section", Move, Everywhere, ["]", "J"], "next clause";
    ClausePrevious, "clause-previous", "Previous clause or section", Move, Everywhere, ["[", "K"];
    Left, "left", "Focus the contents; in a selection: one character left", Move, Everywhere, ["h", "Left"], "other places";
    Right, "right", "Focus the text; in a selection: one character right", Move, Everywhere, ["l", "Right"];
    WordNext, "word-next", "Selection: next word", Move, Selecting, ["w"];
    WordEnd, "word-end", "Selection: end of word", Move, Selecting, ["e"];
    WordPrevious, "word-previous", "Selection: previous word", Move, Selecting, ["b"];
    LineStart, "line-start", "Selection: start of line", Move, Selecting, ["0", "^", "Home"];
    LineEnd, "line-end", "Selection: end of line", Move, Selecting, ["$", "End"];
    Jump, "jump", "Go to an address: 11, 8:3, pp3, story, members/… (a digit starts it)", Go, Everywhere, ["'"], "go to";
    GoToMark, "go-to-mark", "Go to a place that you marked with a letter; twice: back to where you were", Go, Everywhere, ["`"];
    GoToPart, "go-to-part", "After a number: go to that percentage of the document", Go, Everywhere, ["%"];
    Confirm, "confirm", "Open or follow the item under the cursor", Go, Everywhere, ["Enter"], "open";
    LinkNext, "link-next", "Next link or cross reference (Enter shows a preview)", Go, Everywhere, ["x"], "next link";
    LinkPrevious, "link-previous", "Previous link or cross reference", Go, Everywhere, ["X"];
    LinkHints, "link-hints", "Label links, references and terms; a label shows a preview", Go, Everywhere, ["F"], "links";
    Peek, "peek", "Preview the target of the link or contents entry", Go, Everywhere, ["p"], "preview";
    CitedBy, "cited-by", "List references to the clause in view", Go, Everywhere, ["W"];
    Back, "back", "Back to where you were before a jump", Go, Everywhere, ["Ctrl-o", "Backspace", "Alt-Left"], "back";
    Forward, "forward", "Forward after going back", Go, Everywhere, ["Tab", "Ctrl-i", "Alt-Right"];
    Cancel, "cancel", "Close what is open, clear the search, then the change marks", Go, Everywhere, ["Escape"], "close";
    RecentDocuments, "recent-documents", "Open a recently read document", Go, Everywhere, ["o"], "documents";
    NextDocument, "next-document", "Next open document", Go, Everywhere, [")"];
    PreviousDocument, "previous-document", "Previous open document", Go, Everywhere, ["("];
    FilterDocuments, "filter-documents", "Document list: filter by words, in:path, is:missing, is:open", Go, Documents, ["/"], "filter";
    ForgetDocument, "forget-document", "Document list: remove a document and its reading position", Go, Documents, ["d", "x", "Delete"], "forget";
    NextChange, "next-change", "Next clause that changed since you opened the file", Go, Everywhere, [";"], "next change";
    PreviousChange, "previous-change", "Previous clause that changed", Go, Everywhere, [","];
    SearchForward, "search-forward", "Search forward", Find, Everywhere, ["/"], "search";
    SearchBackward, "search-backward", "Search backward", Find, Everywhere, ["?"];
    SearchNext, "search-next", "Next match", Find, Everywhere, ["n"], "next match";
    SearchPrevious, "search-previous", "Previous match", Find, Everywhere, ["N"], "previous";
    OnlyMatches, "only-matches", "Show only the clauses with matches; again: all clauses", Find, Everywhere, ["&"], "only matches";
    Select, "select", "Select a passage; again: by sentence, then by paragraph", Mark, Everywhere, ["v"], "select";
    SelectOtherEnd, "select-other-end", "Selection: move the other end", Mark, Selecting, ["o"], "other end";
    Mark, "mark", "Bookmark the selection, or the paragraph in view", Mark, Everywhere, ["m"], "mark";
    MarkWithNote, "mark-with-note", "Bookmark with a note", Mark, Everywhere, ["M"], "note";
    QuickMark, "quick-mark", "Mark the place with a letter", Mark, Everywhere, ["Q"], "letter";
    Copy, "copy", "Copy the selection, or the paragraph in view", Mark, Everywhere, ["y"], "copy";
    CopyWithCitation, "copy-with-citation", "Copy with a citation", Mark, Everywhere, ["Y"], "cite";
    CopyAddress, "copy-address", "Copy the address", Mark, Everywhere, ["@"], "address";
    Bookmarks, "bookmarks", "Show the bookmarks", Mark, Everywhere, ["B"], "bookmarks";
    LookUp, "look-up", "Selection: look the words up (lookup in config.toml)", Mark, Everywhere, ["L"], "look up";
    SpeakOn, "speak-on", "Read aloud from here on, or stop (speak in config.toml)", Mark, Everywhere, ["S"];
    SpeakParagraph, "speak-paragraph", "Read the selection or the paragraph aloud", Mark, Everywhere, [];
    SpeakClause, "speak-clause", "Read the clause aloud", Mark, Everywhere, [];
    EditNote, "edit-note", "Bookmark list: edit the note", Mark, Bookmarks, ["e"], "note";
    EditNoteOutside, "edit-note-outside", "Bookmark list: edit the note in $EDITOR", Mark, Bookmarks, ["E"];
    EditTags, "edit-tags", "Bookmark list: edit the tags", Mark, Bookmarks, ["t"], "tags";
    NextHighlight, "next-highlight", "Bookmark list: next colour", Mark, Bookmarks, ["s"], "colour";
    Accept, "accept", "Bookmark list: accept the new place", Mark, Bookmarks, ["a"], "keep here";
    AcceptAll, "accept-all", "Bookmark list: accept all new places", Mark, Bookmarks, ["A"], "keep all";
    FilterBookmarks, "filter-bookmarks", "Bookmark list: filter by words, #tag, is:lost, colour:red, in:title", Mark, Bookmarks, ["/"], "filter";
    OrderBookmarks, "order-bookmarks", "Bookmark list: sort by place or newest first", Mark, Bookmarks, ["o"], "order";
    AllBookmarks, "all-bookmarks", "Bookmark list: show all documents or only this one", Mark, Bookmarks, ["*"], "all documents";
    DeleteBookmark, "delete-bookmark", "Bookmark list: delete the bookmark", Mark, Bookmarks, ["d", "x", "Delete"], "delete";
    Undo, "undo", "Undo the last change to bookmarks or to the document list", Mark, Everywhere, ["U"], "undo";
    FocusOutline, "contents", "Switch between contents and text", Look, Everywhere, ["c", "BackTab"], "contents";
    ToggleOutline, "toggle-contents", "Show or hide the contents", Look, Everywhere, ["C"], "hide";
    WiderContents, "wider-contents", "Contents: wider", Look, Contents, [">"], "wider";
    NarrowerContents, "narrower-contents", "Contents: narrower", Look, Contents, ["<"];
    Fold, "fold", "Fold or unfold a section of the contents", Look, Everywhere, ["z"], "fold";
    FoldAll, "fold-all", "Fold or unfold all contents", Look, Everywhere, ["Z"], "fold all";
    Members, "members", "Show members and other listed parties", Look, Everywhere, ["r"];
    Abbreviations, "abbreviations", "Show abbreviations", Look, Everywhere, ["a"];
    Terms, "terms", "Show defined terms", Look, Everywhere, ["t"];
    FilterRegister, "filter-list", "Members, terms, abbreviations: filter by words", Look, Register, ["/"], "filter";
    OrderRegister, "order-list", "Members, terms, abbreviations: sort by text, name or places", Look, Register, ["o"], "sort";
    ExplainWords, "explain-words", "Explain the terms and abbreviations in the paragraph", Look, Everywhere, ["i"];
    ExplainStructure, "explain", "Explain why the paragraph is, or is not, a provision", Look, Everywhere, [];
    Check, "check", "Report missing numbers, broken references and wrong counts", Look, Everywhere, [];
    Wider, "wider", "Wider text", Look, Everywhere, ["+", "="];
    Narrower, "narrower", "Narrower text", Look, Everywhere, ["-"];
    ToggleJustify, "toggle-justify", "Toggle justification", Look, Everywhere, [];
    ToggleHyphenation, "toggle-hyphenation", "Toggle hyphenation", Look, Everywhere, [];
    ToggleBidi, "toggle-bidi", "Toggle reordering of right-to-left text", Look, Everywhere, ["D"];
    NextTheme, "next-theme", "Next theme", Look, Everywhere, ["T"];
    ToggleMouse, "toggle-mouse", "Toggle mouse support", Look, Everywhere, [];
    SaveSettings, "save-settings", "Save the current settings to config.toml", Look, Everywhere, [];
    ResetSettings, "reset-settings", "Discard changed settings and return to config.toml", Look, Everywhere, [];
    Help, "help", "Show this help", Program, Everywhere, ["F1", "H"], "help";
    Palette, "palette", "Search all commands", Program, Everywhere, [":"], "commands";
    Reload, "reload", "Reload the file", Program, Everywhere, ["R"];
    Redraw, "redraw", "Redraw the screen", Program, Everywhere, ["Ctrl-l"];
    Suspend, "suspend", "Suspend the program", Program, Everywhere, ["Ctrl-z"];
    Quit, "quit", "Quit", Program, Everywhere, ["q", "Ctrl-c"], "quit";
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
