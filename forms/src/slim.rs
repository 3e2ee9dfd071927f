//! Markup without what only the program needs, for a page that is read before the program runs.

/// Attributes that say what the program does, or name what belongs together for it.
const FOR_THE_PROGRAM: [&str; 10] = [
    "data-to",
    "data-transfers",
    "data-fold",
    "data-search",
    "data-end",
    "data-panel",
    "type",
    "aria-controls",
    // Nothing opens, and what would open stands open.
    "aria-expanded",
    "tabindex",
];

/// Ids that only the program looks for begin so.
const IDS: [&str; 3] = ["open-", "claims-", "panel-"];

/// How elements begin that are silent, or may be read.
const SILENT: [&str; 2] = ["svg class=\"glyph\"", "span class=\"differs\""];

/// End tags that HTML lets one leave out, with what follows them.
const IMPLIED: [(&str, &str); 13] = [
    ("</li>", ""),
    ("</dt><dd", "<dd"),
    ("</dd></div>", "</div>"),
    ("</p></div>", "</div>"),
    ("</p></header>", "</header>"),
    ("</p></footer>", "</footer>"),
    ("</p></search>", "</search>"),
    ("</p><p", "<p"),
    ("</p><ul", "<ul"),
    ("</p><dl", "<dl"),
    ("</p><h3", "<h3"),
    ("\"></path>", "\"/>"),
    ("\"></use>", "\"/>"),
];

/// How elements begin that are left out. Nothing stands in them, nor between them and the next.
const LEFT_OUT: [&str; 2] = ["path class=\"reach\"", "div class=\"panel\""];

/// The same page, lighter. The markup must be well-formed, with every value in double quotes, as the
/// core writes it.
pub fn slim(markup: &str) -> String {
    let mut slim = String::with_capacity(markup.len());
    let mut is_below = false;
    for (at, piece) in markup.split('<').enumerate() {
        let Some((tag, text)) = piece.split_once('>').filter(|_| at > 0) else {
            slim.push_str(piece);
            continue;
        };
        // Below a line lies a broader one, for a pointer to reach, and below a filter's button a panel that
        // only the program fills.
        if LEFT_OUT.iter().any(|begin| tag.starts_with(begin)) || is_below {
            is_below = !is_below;
            continue;
        }
        slim.push('<');
        push_tag(&mut slim, tag);
        slim.push('>');
        slim.push_str(text);
    }
    IMPLIED.iter().fold(slim, |slim, (tag, short)| slim.replace(tag, short))
}

fn push_tag(slim: &mut String, tag: &str) {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    slim.push_str(name);
    while !rest.is_empty() {
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let (attribute, after) = rest.split_at(end);
        let quoted = after.strip_prefix("=\"").and_then(|after| after.split_once('"'));
        let (value, after) = quoted.map_or((None, after), |(value, after)| (Some(value), after));
        rest = after.trim_start();
        // A field's type decides how it looks.
        let is_kept = name == "input" && attribute == "type";
        let is_unread = match (attribute, value) {
            ("id", Some(value)) => IDS.iter().any(|it| value.starts_with(it)),
            // Nothing can be pressed.
            ("aria-pressed", Some("false")) => true,
            // A shape without a name is passed over anyway, and a sign with words behind it may be read.
            ("aria-hidden", _) => SILENT.iter().any(|begin| tag.starts_with(begin)),
            _ => false,
        };
        if (FOR_THE_PROGRAM.contains(&attribute) && !is_kept) || is_unread {
            continue;
        }
        slim.push(' ');
        slim.push_str(attribute);
        match value {
            None | Some("") => {}
            Some(value)
                if value.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_".contains(&it)) =>
            {
                slim.push('=');
                slim.push_str(value);
            }
            Some(value) => {
                slim.push_str("=\"");
                slim.push_str(value);
                slim.push('"');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::slim;

    #[test]
    fn what_only_the_program_needs_is_left_out() {
        assert_eq!(
            slim(
                r##"<ul class="a b"><li id="x" data-to="q=1&amp;2"><button disabled type="button" aria-label="">1 &gt; 0</button></li></ul>"##
            ),
            r##"<ul class="a b"><li id=x><button disabled aria-label>1 &gt; 0</button></ul>"##
        );
        assert_eq!(
            slim(
                r#"<g><path class="reach" d="M1 2"></path><path class="line" d="M1 2"></path></g>"#
            ),
            r#"<g><path class=line d="M1 2"/></g>"#
        );
        assert_eq!(
            slim("<div><dl><div><dt>A</dt><dd>B</dd></div></dl><p>C</p><p>D</p></div>"),
            "<div><dl><div><dt>A<dd>B</div></dl><p>C<p>D</div>"
        );
        assert_eq!(slim(r#"<input disabled type="search">"#), "<input disabled type=search>");
    }
}
