//! The config file, themes and directories.
