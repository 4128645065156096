//! A terminal reader for documents with numbered clauses.
//!
//! The modules are in the order in which data flows; each imports only those above it.

#![forbid(unsafe_code)]

#[cfg_attr(not(feature = "pdf"), allow(dead_code, reason = "some messages are about PDF"))]
mod messages;

pub mod parallel;

pub mod files;

pub mod document;

pub mod action;

pub mod lexicon;

pub mod import;

pub mod structure;

pub mod source;

pub mod typeset;

pub mod export;

pub mod find;

pub mod align;

pub mod comparison;

pub mod bookmarks;

pub mod settings;

pub mod cache;

pub mod library;

pub mod terminal;

pub mod app;

pub mod ui;

pub mod linear;

pub mod keeping;

pub mod cli;

pub mod run;
