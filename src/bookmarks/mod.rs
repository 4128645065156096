//! Passages that are kept: the store and what is remembered of each document.
