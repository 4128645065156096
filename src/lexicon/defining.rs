//! Words by which texts define terms, of all languages together, because definitions quote one
//! another across languages. The words themselves are in `assets/languages`; of two that begin
//! alike, the longer comes first.

include!(concat!(env!("OUT_DIR"), "/definitions.rs"));
