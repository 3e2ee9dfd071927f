//! Waiting for what a page does in its own time.

use crate::Result;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How long a reader would wait before calling it broken.
const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(30);

/// Looks again and again until there is something, at most for as long as a reader would wait.
///
/// A page that is being redrawn may refuse a look, so an error counts only if it is still there at the end.
pub async fn wait<T>(mut look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<Option<T>> {
    let end = Instant::now() + PATIENCE;
    loop {
        let seen = look().await;
        if matches!(seen, Ok(Some(_))) || Instant::now() >= end {
            return seen;
        }
        sleep(PAUSE).await;
    }
}
