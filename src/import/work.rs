//! Work that takes long: who waits for it is told how far it is, and others come in between.

use super::NoTable;

/// After so many rows others may come in between.
const ROWS: usize = 500;

/// The work on a table: first its rows are told apart, then each is read.
pub struct Work<P> {
    pause: P,
}

/// A half of the work.
#[derive(Clone, Copy)]
pub enum Half {
    /// The rows are told apart.
    First,
    /// They are read.
    Second,
}

impl<P: AsyncFnMut(usize) -> bool> Work<P> {
    pub fn new(pause: P) -> Self {
        Self { pause }
    }

    /// Lets others come in between after some rows, with so much of a half done; an error where they have stopped the work.
    pub async fn after(
        &mut self,
        rows: usize,
        half: Half,
        done: usize,
        of: usize,
    ) -> Result<(), NoTable> {
        if !rows.is_multiple_of(ROWS) {
            return Ok(());
        }
        let before = match half {
            Half::First => 0,
            Half::Second => 50,
        };
        // A table has at most some millions of bytes, so that this fits.
        let percent = before + done.saturating_mul(50) / of.max(1);
        if (self.pause)(percent).await { Ok(()) } else { Err(NoTable::Stopped) }
    }
}

/// What comes of work that nothing comes in between.
#[cfg(test)]
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    use std::task::{Context, Poll, Waker};
    match std::pin::pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(came) => came,
        Poll::Pending => panic!("it waits for something"),
    }
}
