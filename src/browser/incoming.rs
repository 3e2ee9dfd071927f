//! A corpus as it comes in: from the page, from an address, from a reader's file. It comes in pieces, which are read as
//! they come and kept outside of the program's memory, since that never shrinks.

use super::{document, element};
use crate::corpus::{Corpus, Limit, MOST_BYTES, Reader, SeedFile, Source, Unread, check_json};
use crate::guest::{PATIENCE, Refusal, hosts, may_ask};
use gloo::timers::callback::Timeout;
use js_sys::{Array, JsString, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use std::fmt::Write;
use std::io;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Blob, ReadableStream, ReadableStreamDefaultReader, ReferrerPolicy,
    RequestCredentials, RequestInit, RequestRedirect, Response, ResponseType, Url, window,
};

/// A corpus that was read.
#[derive(Debug)]
pub struct Incoming {
    /// The corpus: it obeys every rule.
    pub corpus: Corpus,
    /// SHA-256 of its bytes, in hexadecimal; nothing where the browser makes none.
    pub sha256: Option<String>,
}

/// What a corpus is read from.
#[derive(Clone, Debug)]
pub enum Outside {
    /// A file of the reader's.
    File(gloo::file::File),
    /// An address, as a link names it.
    Address(String),
    /// What stands in the page, or was made in it.
    Page(Blob),
}

/// How the reading goes, for whoever waits; and how it is stopped.
#[derive(Clone)]
pub struct Intake {
    told: Rc<dyn Fn(usize)>,
    stopped: Rc<RefCell<Option<Refusal>>>,
    fetching: AbortController,
    stream: Rc<RefCell<Option<ReadableStreamDefaultReader>>>,
}

impl Intake {
    /// One that tells how many kilobytes have come. Nothing where the browser cannot stop what it begins.
    #[must_use]
    pub fn new(told: impl Fn(usize) + 'static) -> Option<Self> {
        Some(Self {
            told: Rc::new(told),
            stopped: Rc::default(),
            fetching: AbortController::new().ok()?,
            stream: Rc::default(),
        })
    }

    /// Stops the reading.
    pub fn stop(&self, why: Refusal) {
        self.stopped.borrow_mut().get_or_insert(why);
        // What is waited for ends with it. A stream that is aborted could not be cancelled any more, and would say so.
        match &*self.stream.borrow() {
            Some(stream) => drop(stream.cancel()),
            None => self.fetching.abort(),
        }
    }

    /// What is awaited, unless the reading was stopped or nothing comes for too long.
    async fn wait(&self, awaited: Promise, refused: Refusal) -> Result<JsValue, Refusal> {
        let silent = self.clone();
        let patience =
            Timeout::new(PATIENCE.saturating_mul(1000), move || silent.stop(Refusal::Silent));
        let came = JsFuture::from(awaited).await;
        drop(patience);
        if let Some(why) = &*self.stopped.borrow() {
            return Err(why.clone());
        }
        came.map_err(|_| refused)
    }

    /// Reads a corpus, and says why where there is none.
    ///
    /// # Errors
    /// Whatever it was refused for.
    pub async fn read(&self, outside: Outside) -> Result<Incoming, Refusal> {
        match outside {
            Outside::File(file) => {
                let name = file.name();
                let file: &Blob = file.as_ref();
                self.read_stream(file.stream(), name).await
            }
            Outside::Page(text) => self.read_stream(text.stream(), "#corpus".to_owned()).await,
            Outside::Address(address) => {
                let stream = self.ask(&address).await?;
                self.read_stream(stream, address).await
            }
        }
    }

    /// Asks an address for a corpus, if the site may.
    async fn ask(&self, address: &str) -> Result<ReadableStream, Refusal> {
        let window = window().ok_or(Refusal::Unreached)?;
        let base = document().and_then(|it| it.base_uri().ok()?).unwrap_or_default();
        let url = Url::new_with_base(address, &base).map_err(|_| Refusal::Host)?;
        let own = window.location().origin().unwrap_or_default();
        if !may_ask(&url.origin(), &own, hosts()) {
            return Err(Refusal::Host);
        }
        let options = RequestInit::new();
        options.set_signal(Some(&self.fetching.signal()));
        // Anybody can write the link: nothing is asked in the reader's name, nor of a host that is only led on to.
        options.set_credentials(RequestCredentials::Omit);
        options.set_redirect(RequestRedirect::Manual);
        options.set_referrer_policy(ReferrerPolicy::NoReferrer);
        let asked = window.fetch_with_str_and_init(&url.href(), &options);
        let answer = self.wait(asked, Refusal::Unreached).await?;
        let answer: Response = answer.dyn_into().map_err(|_| Refusal::Unreached)?;
        if answer.type_() == ResponseType::Opaqueredirect {
            return Err(Refusal::Redirected);
        }
        if !answer.ok() {
            self.fetching.abort();
            return Err(Refusal::Status(answer.status()));
        }
        answer.body().ok_or(Refusal::Unreached)
    }

    /// Reads a stream, and lets go of what is still to come where it is refused: that may be endless.
    async fn read_stream(&self, stream: ReadableStream, name: String) -> Result<Incoming, Refusal> {
        let stream: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
        *self.stream.borrow_mut() = Some(stream.clone());
        let read = self.read_pieces(&stream, name).await;
        if read.is_err() {
            drop(stream.cancel());
        }
        read
    }

    /// Reads what comes piece by piece. Where it is faulty it is taken once as a whole, so that every fault has its place.
    async fn read_pieces(
        &self,
        stream: &ReadableStreamDefaultReader,
        name: String,
    ) -> Result<Incoming, Refusal> {
        let pieces = Array::new();
        let mut reader = Some(Reader::new());
        let mut bytes = 0;
        while let Some(piece) = self.next(stream).await? {
            if bytes == 0 && is_markup(&piece) {
                return Err(Refusal::Markup);
            }
            bytes += piece.length() as usize;
            (self.told)(bytes / 1000);
            pieces.push(&piece);
            match reader.as_mut().map(|it| it.feed(&piece.to_vec())) {
                Some(Err(Unread::Faulty)) => reader = None,
                Some(Err(why)) => return Err(refusal(why)),
                Some(Ok(())) | None => {}
            }
            // What is faulty is read on for its faults, and may be endless.
            if bytes > MOST_BYTES {
                return Err(Refusal::TooLarge(Limit::Bytes));
            }
        }
        // The hash is made beside the program, while that goes on.
        let hash = reader.is_some().then(|| sha256(&joined(&pieces, bytes))).flatten();
        match reader.map_or(Err(Unread::Faulty), Reader::finish) {
            Ok(corpus) => Ok(Incoming { corpus, sha256: finished(hash).await }),
            Err(Unread::Faulty) => {
                let whole = Blob::new_with_buffer_source_sequence(&pieces);
                Err(self.faults(&whole.map_err(|_| Refusal::Unreadable)?, name).await)
            }
            Err(why) => Err(refusal(why)),
        }
    }

    /// The next piece; nothing at the end.
    async fn next(
        &self,
        stream: &ReadableStreamDefaultReader,
    ) -> Result<Option<Uint8Array>, Refusal> {
        let piece = self.wait(stream.read(), Refusal::Unreadable).await?;
        let value = Reflect::get(&piece, &"value".into()).ok();
        Ok(value.and_then(|it| it.dyn_into().ok()))
    }

    /// All that is wrong in a corpus, each with its place.
    async fn faults(&self, whole: &Blob, name: String) -> Refusal {
        let text = match self.wait(whole.text(), Refusal::Unreadable).await {
            Ok(text) => text.as_string().unwrap_or_default(),
            Err(why) => return why,
        };
        match check_json(&SeedFile { name, text }) {
            Err(faults) => Refusal::Faulty(faults),
            // What comes in pieces and what is read as a whole keep to the same rules.
            Ok(_) => Refusal::Unreadable,
        }
    }
}

fn refusal(why: Unread) -> Refusal {
    match why {
        Unread::TooLarge(limit) => Refusal::TooLarge(limit),
        Unread::Encoding => Refusal::Encoding,
        Unread::Faulty => Refusal::Unreadable,
    }
}

/// Whether something begins as a page does.
fn is_markup(piece: &Uint8Array) -> bool {
    let begun = piece.subarray(0, 64).to_vec();
    let mark = [0xef, 0xbb, 0xbf];
    let begun = begun.strip_prefix(&mark).unwrap_or(&begun);
    begun.trim_ascii_start().starts_with(b"<")
}

/// Pieces as one, outside of the program's memory.
fn joined(pieces: &Array, bytes: usize) -> Uint8Array {
    let length = u32::try_from(bytes).expect("as much as a corpus may have");
    let joined = Uint8Array::new_with_length(length);
    let mut at = 0;
    for piece in pieces.iter().filter_map(|it| it.dyn_into::<Uint8Array>().ok()) {
        joined.set(&piece, at);
        at += piece.length();
    }
    joined
}

/// Has the browser make the hash of something. Nothing where it makes none, as in a page that came by HTTP alone.
fn sha256(bytes: &Uint8Array) -> Option<Promise> {
    let crypto = window()?.crypto().ok()?;
    let is_there = Reflect::get(&crypto, &"subtle".into()).is_ok_and(|it| it.is_object());
    if !is_there {
        return None;
    }
    crypto.subtle().digest_with_str_and_buffer_source("SHA-256", bytes).ok()
}

/// A hash in hexadecimal, once it is made.
async fn finished(hash: Option<Promise>) -> Option<String> {
    let bytes = JsFuture::from(hash?).await.ok()?;
    let mut digits = String::new();
    for byte in Uint8Array::new(&bytes).to_vec() {
        // A text takes whatever is written.
        let _ = write!(digits, "{byte:02x}");
    }
    Some(digits)
}

/// The corpus that stands in the page, where somebody has put one in. Its text stays the browser's.
#[must_use]
pub fn corpus_in_page() -> Option<Blob> {
    let text = Reflect::get(element("corpus")?.as_ref(), &"textContent".into()).ok()?;
    let text: JsString = text.dyn_into().ok()?;
    if text.trim().length() == 0 {
        return None;
    }
    Blob::new_with_str_sequence(&Array::of1(&text)).ok()
}

/// A corpus that was made here, as JSON.
#[must_use]
pub fn written(source: &Source) -> Option<Blob> {
    let mut pieces = io::BufWriter::with_capacity(PIECE, Pieces(Array::new()));
    serde_json::to_writer(&mut pieces, source).ok()?;
    Blob::new_with_u8_array_sequence(&pieces.into_inner().ok()?.0).ok()
}

/// So many bytes are handed to the browser at once.
const PIECE: usize = 1 << 16;

/// What is written, outside of the program's memory.
struct Pieces(Array);

impl io::Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.push(&Uint8Array::from(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
