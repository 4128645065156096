//! The command line, and the commands that print.
