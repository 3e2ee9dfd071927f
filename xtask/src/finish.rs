//! `cargo xtask finish`: the last step of a release, which trunk calls.
//!
//! Trunk cannot minify what wasm-bindgen writes, and links every style sheet for itself. So here what the program
//! and its script call each other by gets short names, esbuild minifies the scripts, and one style sheet takes the
//! place of all. The program of the single file is built, and `forms` writes what is made from the core.

use crate::{command, tools};
use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use xtask::{place, size};

/// Makes a release that trunk has built smaller, before trunk moves it to its place.
pub fn finish() -> Result<()> {
    if set_by_trunk("TRUNK_PROFILE")? != "release" {
        return Ok(());
    }
    let folder = PathBuf::from(set_by_trunk("TRUNK_STAGING_DIR")?);
    let address = set_by_trunk("TRUNK_PUBLIC_URL")?;
    let file = folder.join("index.html");
    let page =
        fs::read_to_string(&file).with_context(|| format!("trunk wrote no {}", file.display()))?;
    let links = links(&page);
    tools::for_finishing()?;
    let loaded = |rel: &str| -> Result<PathBuf> {
        let mut found = links.iter().filter(|link| link.has("rel", rel));
        let (Some(link), None) = (found.next(), found.next()) else {
            bail!("index.html must have one {rel}: of the program, or of its script");
        };
        Ok(folder.join(link.file(&address)?))
    };
    let (program, script) = (loaded("preload")?, loaded("modulepreload")?);
    if !command::is_small() {
        rebuild(&folder, &program, &script)?;
    }
    shorten_names(&program, &script)?;
    minify_scripts(&folder, &address, &links)?;
    let page = join_sheets(&folder, &address, &page, &links)?;
    let page = minify_inline(&page)?;
    minify_script(&folder.join("embed.js"))?;
    let desk = finish_desk(&folder)?;
    let page = page.replacen("<html ", &format!("<html data-desk={address}{desk} "), 1);
    fs::write(&file, page).with_context(|| format!("could not write {}", file.display()))?;
    let whole = tempfile::tempdir()?;
    build(whole.path(), "claim-atlas", "script", &["--features", "whole"])?;
    shorten_names(&whole.path().join("script_bg.wasm"), &whole.path().join("script.js"))?;
    build_unpacker(whole.path())?;
    write_forms(&folder, &address, whole.path())
}

/// Builds what the single file unpacks itself with: `unpack.wasm`.
fn build_unpacker(folder: &Path) -> Result<()> {
    let arguments = ["-p", "claim-atlas-unpack", "--bin", "unpack", "--features", "page"];
    let built = compile("unpack", &arguments)?;
    // What is called for every bit stays a function of its own: engines make functions fast one by one,
    // and none while it runs.
    let more = ["--enable-simd", "--one-caller-inline-max-function-size=20"];
    optimise(&built, &folder.join("unpack.wasm"), &more)
}

/// Makes the desk's program smaller, and gives its files names that say what is in them.
fn finish_desk(folder: &Path) -> Result<String> {
    let [program, script] = ["desk_bg.wasm", "desk.js"].map(|name| folder.join(name));
    shorten_names(&program, &script)?;
    minify_script(&script)?;
    let text = fs::read_to_string(&script)?;
    let hash = hash(&(fs::read(&program)?, &text));
    let [program_name, script_name] =
        [format!("desk-{hash:016x}.wasm"), format!("desk-{hash:016x}.js")];
    ensure!(text.contains("desk_bg.wasm"), "the desk's script does not name its program");
    fs::write(folder.join(&script_name), text.replace("desk_bg.wasm", &program_name))?;
    fs::rename(&program, folder.join(&program_name))?;
    fs::remove_file(&script)?;
    Ok(script_name)
}

/// Builds a program small: `NAME.js`, and `NAME_bg.wasm` beside it.
fn build(folder: &Path, bin: &str, name: &str, arguments: &[&str]) -> Result<()> {
    let built = compile(bin, &[&["-p", "claim-atlas", "--bin", bin], arguments].concat())?;
    let mut bind = command::new(tools::find("wasm-bindgen").context("wasm-bindgen is missing")?);
    bind.args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"]);
    command::run(bind.arg(folder).arg(built))?;
    let program = folder.join(format!("{name}_bg.wasm"));
    optimise(&program, &program, &[])
}

/// Has cargo build a program small, and says where it stands.
fn compile(bin: &str, arguments: &[&str]) -> Result<PathBuf> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let mut cargo = command::cargo(["build", "--release", "--offline", "--target", TARGET]);
    cargo.args(arguments);
    command::run(command::small(cargo.env_remove("CARGO_BUILD_TARGET")))?;
    Ok(place::target().join(TARGET).join("release").join(format!("{bin}.wasm")))
}

/// Has wasm-opt do with a program what it does with all.
fn optimise(from: &Path, to: &Path, more: &[&str]) -> Result<()> {
    let mut optimise = command::new(tools::find("wasm-opt").context("wasm-opt is missing")?);
    optimise.args(more).args(optimisations()?.split(' ')).arg(from);
    command::run(optimise.arg("-o").arg(to))
}

/// Builds small what trunk, started by hand, has built as usual, and puts it in its place.
fn rebuild(folder: &Path, program: &Path, script: &Path) -> Result<()> {
    let small = tempfile::tempdir()?;
    build(small.path(), "claim-atlas", "claim-atlas", &[])?;
    build(small.path(), "desk", "desk", &["--no-default-features", "--features", "browser"])?;
    let desk = [folder.join("desk_bg.wasm"), folder.join("desk.js")];
    for (from, to) in [
        ("claim-atlas_bg.wasm", program),
        ("claim-atlas.js", script),
        ("desk_bg.wasm", &desk[0]),
        ("desk.js", &desk[1]),
    ] {
        fs::copy(small.path().join(from), to)
            .with_context(|| format!("could not write {}", to.display()))?;
    }
    Ok(())
}

/// What `index.html` has wasm-opt do with the program.
fn optimisations() -> Result<String> {
    let page = fs::read_to_string(place::root().join("index.html"))?;
    let links = links(&page);
    let params = links.iter().find_map(|link| link.value("data-wasm-opt-params"));
    Ok(params.context("index.html does not say what wasm-opt is to do")?.to_owned())
}

/// Writes what needs no server or no program: the plain page, the single file, the preview picture.
fn write_forms(folder: &Path, address: &str, whole: &Path) -> Result<()> {
    let mut cargo = command::cargo(["run", "--quiet", "-p", "claim-atlas-forms", "--"]);
    cargo.arg(folder).arg(address).arg(whole);
    cargo.env("PATH", tools::path()?);
    command::run(command::usual(&mut cargo))
}

/// Minifies the scripts that stand in the page itself, before all others.
fn minify_inline(page: &str) -> Result<String> {
    let esbuild = tools::find("esbuild").context("esbuild is missing")?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("page.js");
    let mut pieces = page.split("<script>");
    let mut small = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (script, rest) = piece.split_once("</script>").context("a script does not end")?;
        fs::write(&file, script)?;
        let mut command = command::new(&esbuild);
        command.arg(&file).args(["--minify", "--log-level=warning"]);
        let script = command::output(&mut command).context("esbuild refused a script of src")?;
        for part in ["<script>", script.trim_end(), "</script>", rest] {
            small.push_str(part);
        }
    }
    ensure!(small.len() < page.len(), "index.html has lost the script that runs first");
    Ok(small)
}

fn set_by_trunk(name: &str) -> Result<String> {
    env::var(name).with_context(|| format!("{name} is not set: trunk calls this as it builds"))
}

/// What wasm-opt says that it has renamed.
#[derive(Deserialize)]
struct Renamed {
    /// Module, name, new name.
    imports: Vec<(String, String, String)>,
    /// Name, new name.
    exports: Vec<(String, String)>,
}

/// Gives short names to what the program and its script call each other by: wasm-bindgen's are long, hashed, and
/// stand in both.
fn shorten_names(program: &Path, script: &Path) -> Result<()> {
    let wasm_opt = tools::find("wasm-opt").context("wasm-opt is missing")?;
    let mut command = command::new(wasm_opt);
    let optimisations = optimisations()?;
    command.args(optimisations.split(' ').filter(|it| it.starts_with("--enable-")));
    command.arg("--minify-imports-and-exports-and-modules");
    command.arg(program).arg("-o").arg(program);
    let said = command::output(&mut command).context("wasm-opt could not shorten names")?;
    let renamed: Renamed =
        serde_json::from_str(&said).context("wasm-opt did not say what it renamed")?;
    let text = fs::read_to_string(script)
        .with_context(|| format!("could not read {}", script.display()))?;
    fs::write(script, with_short_names(&text, &renamed)?)
        .with_context(|| format!("could not write {}", script.display()))
}

/// The script of a program, with the program's new names.
fn with_short_names(script: &str, renamed: &Renamed) -> Result<String> {
    // wasm-opt calls the one module that imports come from so.
    const MODULE: &str = "a";
    let mut script = script.to_owned();
    let module = renamed.imports.first().map_or("", |(module, ..)| module.as_str());
    let mut rename = |old: &str, new: &str| {
        let is_there = script.contains(old);
        script = script.replace(old, new);
        is_there
    };
    ensure!(rename(&format!("\"{module}\""), &format!("\"{MODULE}\"")), "{module} is not imported");
    for (of, old, new) in &renamed.imports {
        ensure!(of == module, "the program imports from {of} and from {module}");
        // With what follows, since one name may begin another.
        ensure!(rename(&format!(" {old}: "), &format!(" {new}: ")), "{old} is not imported");
    }
    // The longest first, for the same reason; the script does not use all.
    let mut exports: Vec<_> = renamed.exports.iter().collect();
    exports.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
    for (old, new) in exports {
        rename(&format!("wasm.{old}"), &format!("wasm.{new}"));
    }
    Ok(script)
}

/// Minifies every script that the page loads ahead.
fn minify_scripts(folder: &Path, address: &str, links: &[Link]) -> Result<()> {
    let scripts: Vec<_> = links.iter().filter(|link| link.has("rel", "modulepreload")).collect();
    ensure!(!scripts.is_empty(), "index.html preloads no script, so none can be minified");
    for script in scripts {
        ensure!(
            script.value("integrity").is_none(),
            "{} would no longer match its integrity: give the rust link of index.html \
             data-integrity=\"none\"",
            script.tag
        );
        minify_script(&folder.join(script.file(address)?))?;
    }
    Ok(())
}

/// Minifies a script in its place.
fn minify_script(file: &Path) -> Result<()> {
    let mut command = command::new(tools::find("esbuild").context("esbuild is missing")?);
    command.arg(file).arg(format!("--outfile={}", file.display()));
    command.args(["--minify", "--format=esm", "--allow-overwrite", "--log-level=warning"]);
    command::run(&mut command)
}

/// Writes one style sheet of all that the page links, in their order, and gives the page that links it alone.
fn join_sheets(folder: &Path, address: &str, page: &str, links: &[Link]) -> Result<String> {
    let sheets: Vec<_> = links.iter().filter(|link| link.has("rel", "stylesheet")).collect();
    let first = sheets.first().context("index.html links no style sheet, so none can be joined")?;
    let mut style = String::new();
    let mut files = Vec::new();
    for sheet in &sheets {
        for (name, _) in &sheet.attributes {
            // Another attribute, such as `media`, would say something of one sheet that is not true of all.
            ensure!(
                ["rel", "href", "integrity"].contains(name),
                "{} cannot be joined with others, because of its `{name}`",
                sheet.tag
            );
        }
        let name = sheet.file(address)?;
        ensure!(!name.contains('/'), "{name} cannot be joined: what it names is relative to it");
        let file = folder.join(name);
        let text = fs::read_to_string(&file)
            .with_context(|| format!("index.html links {name}, which trunk did not write"))?;
        for rule in ["@import", "@charset"] {
            ensure!(!text.contains(rule), "{name} cannot be joined: {rule} must stand first");
        }
        style.push_str(&text);
        files.push(file);
    }
    for file in &files {
        fs::remove_file(file).with_context(|| format!("could not remove {}", file.display()))?;
    }
    let style = with_lengths(&style);
    let name = format!("style-{:016x}.css", hash(&style));
    let file = folder.join(&name);
    fs::write(&file, style).with_context(|| format!("could not write {}", file.display()))?;

    let link = format!("<link rel=\"stylesheet\" href=\"{address}{name}\">");
    let page = page.replacen(&first.tag, &link, 1);
    Ok(sheets.iter().skip(1).fold(page, |page, sheet| page.replacen(&sheet.tag, "", 1)))
}

/// A style sheet in which multiples of the unit are written as the lengths that they are.
fn with_lengths(style: &str) -> String {
    const END: &str = "*var(--unit))";
    let unit = style.split_once("--unit:").and_then(|(_, rest)| rest.split_once("rem"));
    let Some(unit) = unit.and_then(|(unit, _)| unit.parse::<f64>().ok()) else {
        return style.to_owned();
    };
    let mut pieces = style.split("calc(");
    let mut short = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let factor = piece
            .split_once(END)
            .and_then(|(factor, rest)| Some((factor.parse::<f64>().ok()?, rest)));
        let (value, rest) = match factor {
            // Zero before the point can be left out.
            Some((factor, rest)) => {
                ((factor * unit).to_string().replacen("0.", ".", 1) + "rem", rest)
            }
            None => ("calc(".to_owned(), piece),
        };
        // Two that stood side by side had only their brackets between them.
        for part in [value.as_str(), rest] {
            let is_apart = part.starts_with(['}', ';', ' ', ',', ')', '/', '!']);
            if short.ends_with("rem") && !part.is_empty() && !is_apart {
                short.push(' ');
            }
            short.push_str(part);
        }
    }
    short
}

/// A hash that differs where the content does; it guards against nothing but an old copy.
fn hash(content: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    hasher.finish()
}

/// A `<link>` of a page.
#[derive(Debug)]
struct Link<'a> {
    tag: String,
    attributes: Vec<(&'a str, &'a str)>,
}

impl Link<'_> {
    fn value(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
    }

    fn has(&self, name: &str, value: &str) -> bool {
        self.value(name) == Some(value)
    }

    /// The path, in the folder of the page, of what it links.
    fn file(&self, address: &str) -> Result<&str> {
        match self.value("href").and_then(|href| href.strip_prefix(address)) {
            Some(path) => Ok(path),
            None => bail!("{} links no file of this site, whose address is {address}", self.tag),
        }
    }
}

/// The links of a page, in its order; trunk may have minified it.
fn links(page: &str) -> Vec<Link<'_>> {
    let pieces = size::without_comments(page).into_iter().flat_map(|text| text.split('<'));
    let tags = pieces.filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag);
    tags.filter_map(|tag| {
        let rest = tag.strip_prefix("link")?;
        rest.starts_with(|c: char| c.is_ascii_whitespace())
            .then(|| Link { tag: format!("<{tag}>"), attributes: attributes(rest) })
    })
    .collect()
}

/// The attributes of a tag, with their values quoted or not.
fn attributes(text: &str) -> Vec<(&str, &str)> {
    let is_space = |c: char| c.is_ascii_whitespace();
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c| is_space(c) || c == '/');
        if rest.is_empty() {
            return found;
        }
        let (name, after) = split_before(rest, |c| is_space(c) || c == '=');
        let (value, after) = match after.trim_start().strip_prefix('=').map(str::trim_start) {
            None => ("", after),
            Some(value) => match value.chars().next().filter(|c| ['"', '\''].contains(c)) {
                Some(mark) => {
                    let inner = value.strip_prefix(mark).unwrap_or(value);
                    inner.split_once(mark).unwrap_or((inner, ""))
                }
                None => split_before(value, is_space),
            },
        };
        found.push((name, value));
        rest = if name.is_empty() { "" } else { after };
    }
}

fn split_before(text: &str, stop: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(stop).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::{Renamed, attributes, join_sheets, links, with_lengths, with_short_names};
    use anyhow::Result;
    use std::fs;

    /// Joins `a.css` and `b.css` as a page links them, and gives the new page and sheet.
    fn joined(page: &str, address: &str) -> Result<(String, String)> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("b.css"), "@layer one,two;")?;
        fs::write(folder.path().join("a.css"), "@layer two{a{b:c}}")?;
        let page = join_sheets(folder.path(), address, page, &links(page))?;
        let mut style = String::new();
        for entry in fs::read_dir(folder.path())? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            assert!(page.contains(&format!("href=\"{address}{name}\"")), "{name} is left over");
            style.push_str(&fs::read_to_string(entry.path())?);
        }
        Ok((blanked(&page), style))
    }

    /// A page without the hash in the sheet's name.
    fn blanked(page: &str) -> String {
        let Some((before, (_, after))) = page
            .split_once("style-")
            .and_then(|(before, rest)| Some((before, rest.split_once(".css")?)))
        else {
            return page.to_owned();
        };
        format!("{before}style-#.css{after}")
    }

    fn check(page: &str, address: &str, expected: &str) -> Result<()> {
        let (page, style) = joined(page, address)?;
        assert_eq!(page, expected);
        assert_eq!(style, "@layer one,two;@layer two{a{b:c}}");
        Ok(())
    }

    fn refused(page: &str) -> String {
        joined(page, "./").err().map(|error| format!("{error:#}")).unwrap_or_default()
    }

    #[test]
    fn sheets_of_a_minified_page_are_joined_in_their_order() -> Result<()> {
        check(
            "<title>A</title><link href=data:, rel=icon><link href=./b.css integrity=sha384-a+/= \
             rel=stylesheet><link href=./a.css rel=stylesheet><script>1<2</script>",
            "./",
            "<title>A</title><link href=data:, rel=icon>\
             <link rel=\"stylesheet\" href=\"./style-#.css\"><script>1<2</script>",
        )
    }

    #[test]
    fn sheets_of_a_page_as_written_are_joined_in_their_order() -> Result<()> {
        check(
            "<!-- <link rel=\"stylesheet\" href=\"old.css\"> -->\n\
             <link rel=\"stylesheet\" href=\"/at/b.css\" integrity=\"sha384-a\"/>\n\
             <link\n  rel='stylesheet' href='/at/a.css' />\n<link rel=\"icon\" href=\"data:,\">",
            "/at/",
            "<!-- <link rel=\"stylesheet\" href=\"old.css\"> -->\n\
             <link rel=\"stylesheet\" href=\"/at/style-#.css\">\n\n<link rel=\"icon\" href=\"data:,\">",
        )
    }

    #[test]
    fn what_cannot_be_joined_is_said() {
        let link = |attributes| format!("<link rel=stylesheet {attributes}>");
        assert!(refused("<link rel=icon href=data:,>").contains("links no style sheet"));
        assert!(refused(&link("href=./a.css media=print")).contains("its `media`"));
        assert!(refused(&link("href=./c.css")).contains("c.css, which trunk did not write"));
        assert!(refused(&link("href=https://example.org/a.css")).contains("no file of this site"));
        assert!(refused(&link("href=./style/a.css")).contains("style/a.css cannot be joined"));
    }

    #[test]
    fn multiples_of_the_unit_become_lengths() {
        let check = |from: &str, to: &str| {
            let unit = ":root{--unit:.25rem}";
            assert_eq!(with_lengths(&format!("{unit}{from}")), format!("{unit}{to}"));
        };
        check("a{gap:calc(2*var(--unit))}", "a{gap:.5rem}");
        check("a{gap:calc(4*var(--unit))calc(-1*var(--unit))}", "a{gap:1rem -.25rem}");
        check("a{gap:calc(3*var(--unit))calc(4*var(--unit))}", "a{gap:.75rem 1rem}");
        check("a{gap:calc(4*var(--unit))calc(1% + 1px)}", "a{gap:1rem calc(1% + 1px)}");
        check(
            "a{gap:calc(3*var(--unit))0 calc(1.5*var(--unit))auto}",
            "a{gap:.75rem 0 .375rem auto}",
        );
        check("a{gap:calc(2*var(--unit))var(--tap)}", "a{gap:.5rem var(--tap)}");
        check("a{gap:calc(100% - 2*var(--unit))}", "a{gap:calc(100% - 2*var(--unit))}");
        assert_eq!(with_lengths("a{gap:calc(2*var(--unit))}"), "a{gap:calc(2*var(--unit))}");
    }

    #[test]
    fn a_script_gets_the_programs_new_names() -> Result<()> {
        let imports = [("./p_bg.js", "__wbg_log_1", "$"), ("./p_bg.js", "__wbg_log_10", "_")];
        let exports = [("free", "a"), ("free_all", "b")];
        let renamed = Renamed {
            imports: imports.map(|(a, b, c)| (a.into(), b.into(), c.into())).into(),
            exports: exports.map(|(a, b)| (a.into(), b.into())).into(),
        };
        let script = "const i = {\n  __wbg_log_1: f,\n  __wbg_log_10: function() { wasm.free_all(wasm.free); }\n};\n\
                      return { \"./p_bg.js\": i };";
        assert_eq!(
            with_short_names(script, &renamed)?,
            "const i = {\n  $: f,\n  _: function() { wasm.b(wasm.a); }\n};\nreturn { \"a\": i };"
        );
        assert!(with_short_names("", &renamed).is_err());
        Ok(())
    }

    #[test]
    fn attributes_are_read_quoted_or_not() {
        assert_eq!(
            attributes(" as=fetch crossorigin href=\"./a b.js\" title = 'c=d' /"),
            [("as", "fetch"), ("crossorigin", ""), ("href", "./a b.js"), ("title", "c=d")]
        );
        assert_eq!(attributes(" =a b"), [("", "a")]);
    }
}
