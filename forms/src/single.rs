//! The single file: everything in one page, which opens by double-click and asks nobody for anything.
//!
//! The program stands in it as text: packed with gzip, which every browser unpacks itself, and written
//! in 85 of the characters that need no escape in a page, four bytes as five. Base64 would take three
//! bytes as four, and the file would be a fifteenth larger.

use crate::page::{Sources, cut, replaced, with_policy};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Unpacks the program and starts it.
const START: &str = "
import init from './script.js';
const { textContent: text, dataset } = document.getElementById('program');
const bytes = new Uint8Array(text.length / 5 * 4);
const view = new DataView(bytes.buffer);
for (let at = 0; at < text.length; at += 5) {
  let word = 0;
  for (let i = 0; i < 5; i++) {
    const code = text.charCodeAt(at + i);
    word = word * 85 + code - 40 - (code > 60) - (code > 92);
  }
  view.setUint32(at / 5 * 4, word);
}
const packed = bytes.subarray(0, dataset.bytes);
const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
init({ module_or_path: await new Response(stream).arrayBuffer() });
";

/// The files that trunk has built, by what they are.
pub struct Built<'a> {
    /// The folder that they lie in.
    pub folder: &'a Path,
    /// The address of the folder, as the page writes it.
    pub address: &'a str,
}

impl Built<'_> {
    /// One file of a page that names its own.
    ///
    /// # Errors
    ///
    /// When the page does not name what trunk's do, or a file cannot be read.
    pub fn single(&self, page: &str) -> Result<String> {
        let (page, script) = cut(page, "<link crossorigin href=", "rel=modulepreload>")?;
        let (page, program) =
            cut(&page, "<link as=fetch crossorigin href=", "rel=preload type=application/wasm>")?;
        let (page, _) = cut(&page, "<script type=module>", "</script>")?;
        let (page, sheet) = cut(&page, "<link rel=\"stylesheet\" href=\"", "\">")?;

        let style = fs::read_to_string(self.file(&sheet)?)?;
        ensure!(!style.contains("</"), "the style sheet would end in the middle of the page");
        let script = joined(&self.file(&script)?)?;
        ensure!(!script.contains("</"), "the script would end in the middle of the page");
        let Packed { text, count } = packed(&fs::read(self.file(&program)?)?)?;

        let page = replaced(&page, "</head>", &format!("<style>{style}</style></head>"))?;
        let program =
            format!("<script type=text/plain id=program data-bytes={count}>{text}</script>");
        let page = replaced(
            &page,
            "</body>",
            &format!("{program}<script type=module>{script}</script></body>"),
        )?;
        with_policy(&page, &Sources { own: "", frames: "'self' file:" })
    }

    fn file(&self, tag: &str) -> Result<std::path::PathBuf> {
        let name = tag.split([' ', '"', '=', '>']).find_map(|part| part.strip_prefix(self.address));
        let name = name.with_context(|| format!("{tag} names no file of this site"))?;
        Ok(self.folder.join(name))
    }
}

/// The program's script and what starts it, as one.
fn joined(glue: &Path) -> Result<String> {
    let folder = tempfile::tempdir()?;
    fs::copy(glue, folder.path().join("script.js")).context("there is no script")?;
    fs::write(folder.path().join("start.js"), START)?;
    let mut command = Command::new("esbuild");
    command.current_dir(folder.path()).arg("start.js").stderr(Stdio::inherit());
    command.args([
        "--bundle",
        "--minify",
        "--format=esm",
        "--target=es2022",
        "--log-level=warning",
    ]);
    let output = command.output().context("esbuild is missing: `cargo xtask dist` brings it")?;
    if !output.status.success() {
        bail!("esbuild could not join the program's script and its start");
    }
    Ok(String::from_utf8(output.stdout)?.trim_end().to_owned())
}

/// Bytes, packed and written as text.
struct Packed {
    text: String,
    /// How many bytes the text stands for; what follows them only fills it up.
    count: usize,
}

fn packed(bytes: &[u8]) -> Result<Packed> {
    let mut gzip = Vec::new();
    let options = zopfli::Options::default();
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut gzip).context("zopfli failed")?;
    let count = gzip.len();
    gzip.resize(count.next_multiple_of(4), 0);
    let mut text = String::with_capacity(gzip.len() / 4 * 5);
    for word in gzip.as_chunks::<4>().0 {
        let mut word = u32::from_be_bytes(*word);
        let mut digits = [0_u8; 5];
        for digit in digits.iter_mut().rev() {
            *digit = u8::try_from(word % 85).unwrap_or_default() + 40;
            word /= 85;
        }
        text.extend(digits.map(|digit| char::from(without_gaps(digit))));
    }
    Ok(Packed { text, count })
}

/// A character from `(` on, which passes over `<` and `\`.
fn without_gaps(digit: u8) -> u8 {
    let digit = digit + u8::from(digit >= b'<');
    digit + u8::from(digit >= b'\\')
}
