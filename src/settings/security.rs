//! Secure mode: `BULLETIN_SECURE`, for those who let others use the program under their account.

use crate::messages::settings;
use std::ffi::OsStr;
use thiserror::Error;

/// What the program may do besides reading and displaying.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Security {
    /// Everything.
    #[default]
    Open,
    /// Starts no other program, and writes nothing.
    Secure,
}

/// An action that secure mode forbids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{}", settings::secure(.0))]
pub struct Forbidden(pub &'static str);

impl Security {
    /// Reads the environment: secure if `BULLETIN_SECURE` is set, and neither
    /// empty nor `0`.
    pub fn of_environment() -> Self {
        Self::of(std::env::var_os("BULLETIN_SECURE").as_deref())
    }

    fn of(value: Option<&OsStr>) -> Self {
        match value {
            Some(value) if !value.is_empty() && value != "0" => Self::Secure,
            _ => Self::Open,
        }
    }

    /// Checks that writing is allowed.
    ///
    /// # Errors
    /// In secure mode.
    pub fn may_write(self) -> Result<(), Forbidden> {
        match self {
            Self::Open => Ok(()),
            Self::Secure => Err(Forbidden(settings::NO_WRITING)),
        }
    }

    /// Checks that starting a program is allowed.
    ///
    /// # Errors
    /// In secure mode.
    pub fn may_start(self) -> Result<(), Forbidden> {
        match self {
            Self::Open => Ok(()),
            Self::Secure => Err(Forbidden(settings::NO_PROGRAM)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_secure_where_the_variable_says_so() {
        for (value, security) in [
            (None, Security::Open),
            (Some(""), Security::Open),
            (Some("0"), Security::Open),
            (Some("1"), Security::Secure),
            (Some("no"), Security::Secure),
        ] {
            assert_eq!(Security::of(value.map(OsStr::new)), security, "{value:?}");
        }
        assert!(Security::Open.may_write().and(Security::Open.may_start()).is_ok());
        assert_eq!(
            Security::Secure.may_write().expect_err("refused").to_string(),
            "BULLETIN_SECURE is set: nothing is written"
        );
    }
}
