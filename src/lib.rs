//! A terminal reader for documents with numbered clauses.
//!
//! The modules stand in the order of the way of the data; each imports only
//! those above it.

#![forbid(unsafe_code)]

pub mod document;

pub mod action;
