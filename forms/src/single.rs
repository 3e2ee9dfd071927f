//! The single file: everything in one page, which opens by double-click and asks nobody for anything.
//!
//! The program, its script and all styles stand in it as one text, packed by `unpack`, whose small program
//! stands before them. What the packer knows already is the page's own text: the unpacker is given the same.
//! How bytes stand in a text is told in `letters`.

use crate::letters::{READ, as_text};
use crate::page::{Sources, cut, replaced, with_policy};
use crate::program::Program;
use crate::style::needed;
use crate::text::text_of;
use anyhow::{Context, Result, bail, ensure};
use claim_atlas_unpack::{Content, SPACE, pack};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Unpacks all, and starts it when `src/page.js` says so. The numbers are where each part ends.
const START: &str = "
const atlas = document.getElementById('atlas');
const known = new TextEncoder().encode(document.getElementById('style').textContent + atlas.textContent);
await claimAtlasDrawn;
const text = document.getElementById('program').textContent;
READ
const { instance } = await WebAssembly.instantiate(packed.subarray(0, UNPACKER));
const { memory, bytes, packed: place, run } = instance.exports;
new Uint8Array(memory.buffer, place()).set(packed.subarray(UNPACKER));
const unpacked = new Uint8Array(memory.buffer, bytes());
unpacked.set(known);
run(known.length, CODE, END);
const part = (from, to) => new TextDecoder().decode(unpacked.subarray(from, to));
const sheet = new CSSStyleSheet();
sheet.replaceSync(part(known.length, STYLE));
document.adoptedStyleSheets = [sheet];
// The data come before the code, to be learnt with the other texts, but stand behind it in a program.
unpacked.copyWithin(END, SCRIPT, DATA);
window.claimAtlasProgram = await WebAssembly.compile(unpacked.slice(DATA, END + DATA - SCRIPT));
const script = document.createElement('script');
script.textContent = part(STYLE, SCRIPT);
document.body.append(script);
if (window.claimAtlasProgram) throw new Error('the script was not run');
";

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
        let unpacker = self.read("unpack.wasm")?;

        let style_end = known.len() + style.len();
        let script_end = style_end + script.len();
        let data_end = script_end + program.data.len();
        let code = data_end + program.head.len();
        let end = code + program.code.len();
        ensure!(end + program.data.len() < SPACE, "the program is too large to be unpacked");
        let text = [style.as_bytes(), script.as_bytes(), &program.data, &program.head].concat();
        let packed = pack(Content { known: known.as_bytes(), text: &text, code: &program.code })
            .map_err(anyhow::Error::msg)?;
        let mut start = START.replace("READ\n", READ);
        for (name, number) in [
            ("UNPACKER", unpacker.len()),
            ("STYLE", style_end),
            ("SCRIPT", script_end),
            ("DATA", data_end),
            ("CODE", code),
            ("END", end),
        ] {
            start = start.replace(name, &number.to_string());
        }
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("start.js"), start)?;
        let start = bundled(folder.path(), "start.js", "esm")?;

        let page = replaced(&page, "</head>", &format!("<style id=style>{early}</style></head>"))?;
        let program = as_text(&[unpacker, packed].concat());
        let program = format!("<script type=text/plain id=program>{program}</script>");
        let page = replaced(
            &page,
            "</body>",
            &format!("{program}<script type=module>{start}</script></body>"),
        )?;
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
