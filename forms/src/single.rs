//! The single file: everything in one page, which opens by double-click and asks nobody for anything.
//!
//! The program stands in it as text: packed with LZMA, a sixth smaller than with gzip, which browsers
//! would unpack themselves, even with the script that unpacks it; and written in 85 of the characters
//! that need no escape in a page, four bytes as five. Base64 would take three bytes as four.

use crate::page::{Sources, cut, replaced, with_policy};
use anyhow::{Context, Result, bail, ensure};
use liblzma::stream::{Action, LzmaOptions, Stream};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Reads the text back.
const UNPACK: &str = "
import LZMA from 'js-lzma';
export const unpack = (text) => {
  const packed = new Uint8Array(text.length / 5 * 4);
  const view = new DataView(packed.buffer);
  for (let at = 0; at < text.length; at += 5) {
    let word = 0;
    for (let i = 0; i < 5; i++) {
      const code = text.charCodeAt(at + i);
      word = word * 85 + code - 40 - (code > 60) - (code > 92);
    }
    view.setUint32(at / 5 * 4, word);
  }
  // Behind five bytes of properties stands how many bytes it was.
  const bytes = new Uint8Array(view.getUint32(5, true));
  let [from, to] = [0, 0];
  LZMA.decompressFile({ readByte: () => packed[from++] }, { writeByte: (byte) => (bytes[to++] = byte) });
  return bytes;
};
";

/// The names of the unpacker's own properties, which can be shortened in it without harm.
const OWN: &str = "^_|^(OutWindow|RangeDecoder|BitTreeDecoder|LenDecoder|Decoder2|LiteralDecoder|Decoder|reverseDecode2?|\
    initBitModels|decodeBit|decodeDirectBits|decodeNormal|decodeWithMatchByte|decode|setStream|setDictionarySize|setLcLpPb|\
    setDecoderProperties|putByte|getByte|copyBlock|getDecoder|decompress|decompressFile|releaseStream|flush|init|create|\
    readByte|writeByte)$";

/// Unpacks the program and starts it, when `src/page.js` says so.
const START: &str = "
import { initSync } from './script.js';
import { unpack } from './unpacker.js';
await claimAtlasDrawn;
const program = unpack(document.getElementById('program').textContent);
initSync({ module: await WebAssembly.compile(program) });
";

/// The files that trunk has built, by what they are.
pub struct Built<'a> {
    /// The folder that they lie in.
    pub folder: &'a Path,
    /// The address of the folder, as the page writes it.
    pub address: &'a str,
    /// The folder of the program with the desk in it, and of its script.
    pub whole: &'a Path,
}

impl Built<'_> {
    /// One file of a page that names its own.
    ///
    /// # Errors
    ///
    /// When the page does not name what trunk's do, or a file cannot be read.
    pub fn single(&self, page: &str) -> Result<String> {
        let (page, _) = cut(page, "<link crossorigin href=", "rel=modulepreload>")?;
        let (page, _) =
            cut(&page, "<link as=fetch crossorigin href=", "rel=preload type=application/wasm>")?;
        let (page, _) = cut(&page, "<script type=module>", "</script>")?;
        let (page, _) = cut(&page, " data-desk=", ".js")?;
        let (page, sheet) = cut(&page, "<link rel=\"stylesheet\" href=\"", "\">")?;

        let style = fs::read_to_string(self.file(&sheet)?)?;
        ensure!(!style.contains("</"), "the style sheet would end in the middle of the page");
        let script = joined(&self.whole.join("script.js"))?;
        ensure!(!script.contains("</"), "the script would end in the middle of the page");
        let program = packed(&fs::read(self.whole.join("program.wasm"))?)?;

        let page = replaced(&page, "</head>", &format!("<style>{style}</style></head>"))?;
        let program = format!("<script type=text/plain id=program>{program}</script>");
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

/// The program's script, what unpacks the program and what starts it, as one.
fn joined(glue: &Path) -> Result<String> {
    let folder = tempfile::tempdir()?;
    fs::copy(glue, folder.path().join("script.js")).context("there is no script")?;
    fs::write(folder.path().join("unpack.js"), UNPACK)?;
    fs::write(folder.path().join("start.js"), START)?;
    let unpacker = bundled(folder.path(), &["unpack.js", &format!("--mangle-props={OWN}")])?;
    fs::write(folder.path().join("unpacker.js"), unpacker)?;
    Ok(bundled(folder.path(), &["start.js"])?.trim_end().to_owned())
}

/// A script with all that it imports.
fn bundled(folder: &Path, arguments: &[&str]) -> Result<String> {
    let mut command = Command::new("esbuild");
    command.current_dir(folder).args(arguments).stderr(Stdio::inherit());
    command.args(["--bundle", "--minify", "--format=esm", "--target=es2022"]);
    let output = command.arg("--log-level=warning").output();
    let output = output.context("esbuild is missing: `cargo xtask dist` brings it")?;
    if !output.status.success() {
        bail!("esbuild could not join the program's script and its start");
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Bytes, packed and written as text.
fn packed(bytes: &[u8]) -> Result<String> {
    let mut options = LzmaOptions::new_preset(9 | EXTREME).context("LZMA is missing")?;
    // Code and JSON do not repeat at every fourth byte.
    options.position_bits(0);
    let mut stream = Stream::new_lzma_encoder(&options).context("LZMA is missing")?;
    let mut packed = Vec::with_capacity(bytes.len());
    stream.process_vec(bytes, &mut packed, Action::Finish).context("LZMA failed")?;
    ensure!(stream.total_in() == u64::try_from(bytes.len())?, "LZMA left something out");
    // The encoder does not know in advance how many bytes there are.
    let count = u64::try_from(bytes.len())?.to_le_bytes();
    packed.get_mut(5..13).context("LZMA wrote no header")?.copy_from_slice(&count);
    packed.resize(packed.len().next_multiple_of(4), 0);
    Ok(as_text(&packed))
}

/// Takes its time, for a little less: `LZMA_PRESET_EXTREME`.
const EXTREME: u32 = 1 << 31;

/// Whole words of four bytes, five characters each.
fn as_text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() / 4 * 5);
    for word in bytes.as_chunks::<4>().0 {
        let mut word = u32::from_be_bytes(*word);
        let mut digits = [0_u8; 5];
        for digit in digits.iter_mut().rev() {
            *digit = u8::try_from(word % 85).unwrap_or_default() + 40;
            word /= 85;
        }
        text.extend(digits.map(|digit| char::from(without_gaps(digit))));
    }
    text
}

/// A character from `(` on, which passes over `<` and `\`.
fn without_gaps(digit: u8) -> u8 {
    let digit = digit + u8::from(digit >= b'<');
    digit + u8::from(digit >= b'\\')
}
