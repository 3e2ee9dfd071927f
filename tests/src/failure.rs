//! How a test fails: with what went wrong, and the line of the test at which it did.

use std::fmt;
use std::panic::Location;

/// Why a test failed, and at which line: each `?` in a test notes its own place.
pub struct Failure {
    error: anyhow::Error,
    place: &'static Location<'static>,
}

impl<E: Into<anyhow::Error>> From<E> for Failure {
    #[track_caller]
    fn from(error: E) -> Self {
        Self { error: error.into(), place: Location::caller() }
    }
}

// What the test runner prints when a test returns one.
impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:#}", self.place, self.error)
    }
}

#[cfg(test)]
mod tests {
    use super::Failure;

    #[test]
    fn the_place_is_that_of_the_question_mark() {
        fn fail() -> Result<(), Failure> {
            Err(anyhow::anyhow!("no pear").context("no fruit"))?;
            Ok(())
        }
        let line = line!() - 3;
        let said = fail().map_err(|failure| format!("{failure:?}")).unwrap_err();
        assert!(said.starts_with(&format!("{}:{line}:", file!())), "{said}");
        assert!(said.ends_with(": no fruit: no pear"), "{said}");
    }
}
