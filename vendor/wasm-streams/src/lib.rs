//! Stands in for the crate `wasm-streams`, which comes with Leptos for server functions.
//!
//! The viewer has no server. But what `wasm-streams` exports to JavaScript stays in every program
//! that is linked with it, used or not: 6 kB of the 100 kB that the first load may weigh. This has
//! the same interface, as far as Leptos names it, and nothing in it: a stream that never yields.

use futures_core::stream::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::JsValue;

/// A stream of the browser.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that never yields.
    pub fn into_stream(self) -> Nothing {
        Nothing
    }

    /// A stream of the browser that is empty.
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        Self(JsValue::UNDEFINED.into())
    }
}

/// A stream that never yields.
pub struct Nothing;

impl Stream for Nothing {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Pending
    }
}
