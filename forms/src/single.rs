//! The single file: everything in one page, which opens by double-click and asks nobody for anything.
//!
//! The program stands in it as text: packed with LZMA, a sixth smaller than with gzip, which browsers
//! would unpack themselves, even with the script that unpacks it; and written in 91 of the characters
//! that need no escape in a page, 13 bits as two. Base64 would take 12 bits as two.

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
  // From the sign # on, without the one that would begin a tag.
  const digit = (at) => {
    const code = text.charCodeAt(at);
    return code - 35 - (code > 60);
  };
  const packed = [];
  for (let at = 0, bits = 0, count = 0; at < text.length; at += 2) {
    bits |= (digit(at) * 91 + digit(at + 1)) << count;
    for (count += 13; count > 7; count -= 8) {
      packed.push(bits & 255);
      bits >>= 8;
    }
  }
  // Behind five bytes of properties stands how many bytes it was.
  const [, , , , , first, second, third] = packed;
  const bytes = new Uint8Array(first | (second << 8) | (third << 16));
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
        let program = packed(&fs::read(self.whole.join("script_bg.wasm"))?)?;

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
    Ok(as_text(&packed))
}

/// Takes its time, for a little less: `LZMA_PRESET_EXTREME`.
const EXTREME: u32 = 1 << 31;

/// Bytes as text: 13 bits as two characters.
fn as_text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() / 13 * 16 + 2);
    let (mut bits, mut count) = (0_u32, 0);
    // Zeroes behind the end fill the last two up.
    for &byte in bytes.iter().chain(&[0, 0]) {
        bits |= u32::from(byte) << count;
        count += 8;
        if count >= 13 {
            let pair = bits & 0x1fff;
            text.extend([pair / 91, pair % 91].map(character));
            bits >>= 13;
            count -= 13;
        }
    }
    text
}

/// A character from `#` on, which passes over `<`.
fn character(digit: u32) -> char {
    let code = digit + 35 + u32::from(digit >= 25);
    char::from_u32(code).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::as_text;

    /// The text back, as the page's script reads it.
    fn as_bytes(text: &str) -> Vec<u8> {
        let digits: Vec<u32> =
            text.chars().map(|it| it as u32 - 35 - u32::from(it > '<')).collect();
        let (mut bytes, mut bits, mut count) = (Vec::new(), 0, 0);
        for pair in digits.chunks(2) {
            bits |= (pair[0] * 91 + pair[1]) << count;
            count += 13;
            while count > 7 {
                bytes.push(u8::try_from(bits & 255).expect("a byte"));
                bits >>= 8;
                count -= 8;
            }
        }
        bytes
    }

    #[test]
    fn bytes_come_back_from_their_text() {
        for count in 0..40_u8 {
            let bytes: Vec<u8> = (0..count).map(|it| it.wrapping_mul(89).wrapping_add(7)).collect();
            let text = as_text(&bytes);
            assert!(!text.contains('<') && text.is_ascii(), "{text}");
            assert_eq!(as_bytes(&text)[..bytes.len()], bytes);
        }
    }
}
