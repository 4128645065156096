//! Words by which texts say what their terms mean, of all languages together:
//! definitions quote one another across languages. The words themselves are in
//! `assets/languages`; of two that begin alike the longer stands first.

include!(concat!(env!("OUT_DIR"), "/definitions.rs"));
