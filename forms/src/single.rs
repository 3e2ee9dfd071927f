//! The single file: everything in one page, which opens by double-click and asks nobody for anything.
//!
//! The program, its script and all styles stand in it as one text, packed by `unpack`, whose small program
//! stands before them, deflated. What the packer knows already is the page's own text: the unpacker is given the same.
//! How bytes stand in a text is told in `letters`.

use crate::letters::{READ, as_text};
use crate::page::{Sources, cut, replaced, with_policy};
use crate::program::Program;
use crate::style::needed;
use crate::text::text_of;
use anyhow::{Context, Result, bail, ensure};
use claim_atlas_unpack::{Content, pack};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// Unpacks all in stretches, between which the page is drawn and can be used, and starts it when
/// `src/page.js` says so. The numbers are where each part ends.
const START: &str = "
const content = (id) => document.getElementById(id).textContent;
const known = new TextEncoder().encode(content('style') + content('atlas'));
const read = (text) => {
  READ
};
const { readable, writable } = new DecompressionStream('deflate-raw');
const writer = writable.getWriter();
writer.write(read(content('unpacker')).subarray(0, UNPACKER));
writer.close();
const { instance } = await WebAssembly.instantiate(await new Response(readable).arrayBuffer());
const { memory, bytes, code, packed, start, unpack } = instance.exports;
const place = (from, size) => new Uint8Array(memory.buffer, from(), size);
place(packed).set(read(content('packed')));
place(bytes).set(known);
start(known.length, TOKENS, CODE);
const { port1, port2 } = new MessageChannel();
for (let end = known.length; end < END; ) {
  await new Promise((next) => {
    port1.onmessage = next;
    port2.postMessage(0);
  });
  for (const until = performance.now() + STRETCH; end < END && performance.now() < until; ) {
    unpack((end = Math.min(end + 2000, END)));
  }
}
const unpacked = place(bytes);
// The data come before the code, to be learnt with the other texts, but stand behind it in a program.
const program = new Uint8Array(SIZE);
program.set(unpacked.subarray(DATA, TOKENS));
program.set(place(code, SIZE - TOKENS + SCRIPT), TOKENS - DATA);
program.set(unpacked.subarray(SCRIPT, DATA), SIZE - DATA + SCRIPT);
window.claimAtlasProgram = await WebAssembly.compile(program);
await claimAtlasDrawn;
const part = (from, to) => new TextDecoder().decode(unpacked.subarray(from, to));
const sheet = new CSSStyleSheet();
sheet.replaceSync(part(known.length, STYLE));
document.adoptedStyleSheets = [sheet];
const script = document.createElement('script');
script.textContent = part(STYLE, SCRIPT);
document.body.append(script);
if (window.claimAtlasProgram) throw new Error('the script was not run');
";

/// How many milliseconds are unpacked before the page has its turn again.
const STRETCH_MS: usize = 24;

/// The script that is packed: the program's own, and what starts it.
const RUN: &str = "
import { initSync } from './script.js';
const module = window.claimAtlasProgram;
delete window.claimAtlasProgram;
initSync({ module });
";

/// The files that trunk has built, by what they are.
pub struct Built<'a> {
    /// The folder that they lie in.
    pub folder: &'a Path,
    /// The address of the folder, as the page writes it.
    pub address: &'a str,
    /// The folder of the program with the desk in it, of its script, and of the unpacker.
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
        let page = without_script(&page, "claimAtlasDesk")?;
        let (page, sheet) = cut(&page, "<link rel=\"stylesheet\" href=\"", "\">")?;

        let style = fs::read_to_string(self.file(&sheet)?)?;
        let body = page.split_once("<body>").context("the page has no body")?.1;
        let early = needed(&style, body);
        ensure!(!early.contains("</"), "the style sheet would end in the middle of the page");
        let script = self.script()?;
        let known = early.clone() + &text_of(body)?;
        let program = Program::read(&self.read("script_bg.wasm")?)?;

        let unpacker = deflated(&self.read("unpack.wasm")?)?;
        let style_end = known.len() + style.len();
        let script_end = style_end + script.len();
        let data_end = script_end + program.data.len();
        let Program { head, code, data } = &program;
        let text = [style.as_bytes(), script.as_bytes(), data, head].concat();
        let packed = pack(Content { known: known.as_bytes(), text: &text, code })
            .map_err(anyhow::Error::msg)?;
        let mut start = START.replace("READ\n", READ);
        for (name, number) in [
            ("UNPACKER", unpacker.len()),
            ("STYLE", style_end),
            ("SCRIPT", script_end),
            ("DATA", data_end),
            ("TOKENS", packed.tokens),
            ("CODE", packed.code),
            ("END", packed.end),
            ("SIZE", head.len() + code.len() + data.len()),
            ("STRETCH", STRETCH_MS),
        ] {
            start = start.replace(name, &number.to_string());
        }
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("start.js"), start)?;
        let start = bundled(folder.path(), "start.js", "esm")?;

        let page = replaced(&page, "</head>", &format!("<style id=style>{early}</style></head>"))?;
        let carried = |id: &str, bytes: &[u8]| {
            format!("<script type=text/plain id={id}>{}</script>", as_text(bytes))
        };
        let end = format!(
            "{}{}<script type=module>{start}</script></body>",
            carried("unpacker", &unpacker),
            carried("packed", &packed.bytes),
        );
        let page = replaced(&page, "</body>", &end)?;
        with_policy(&page, &Sources { own: "", frames: "'self' file:", later: Some(&script) })
    }

    fn read(&self, name: &str) -> Result<Vec<u8>> {
        fs::read(self.whole.join(name)).with_context(|| format!("there is no {name}"))
    }

    /// The program's script, and what starts it.
    fn script(&self) -> Result<String> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("script.js"), self.read("script.js")?)?;
        fs::write(folder.path().join("run.js"), RUN)?;
        bundled(folder.path(), "run.js", "iife")
    }

    fn file(&self, tag: &str) -> Result<std::path::PathBuf> {
        let name = tag.split([' ', '"', '=', '>']).find_map(|part| part.strip_prefix(self.address));
        let name = name.with_context(|| format!("{tag} names no file of this site"))?;
        Ok(self.folder.join(name))
    }
}

/// A page without the script that speaks of something.
fn without_script(page: &str, of: &str) -> Result<String> {
    let mut scripts = page.split("<script>").skip(1).filter_map(|it| it.split("</script>").next());
    let script = scripts.find(|script| script.contains(of));
    let script = script.with_context(|| format!("the page has no script of {of}"))?;
    replaced(page, &format!("<script>{script}</script>"), "")
}

/// As every engine can inflate it.
fn deflated(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// A script with all that it imports.
fn bundled(folder: &Path, file: &str, format: &str) -> Result<String> {
    let mut command = Command::new("esbuild");
    command.current_dir(folder).arg(file).arg(format!("--format={format}"));
    command.args(["--bundle", "--minify", "--target=es2022", "--log-level=warning"]);
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.context("esbuild is missing: `cargo xtask dist` brings it")?;
    if !output.status.success() {
        bail!("esbuild could not join the program's script and its start");
    }
    let script = String::from_utf8(output.stdout)?.trim_end().to_owned();
    ensure!(!script.contains("</"), "the script would end in the middle of the page");
    Ok(script)
}
