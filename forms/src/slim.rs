//! Markup without what only the program needs, for a page that is read before the program runs.

/// Attributes that say what the program does, or name what belongs together for it.
const FOR_THE_PROGRAM: [&str; 8] = [
    "data-to",
    "data-transfers",
    "data-fold",
    "data-search",
    "data-end",
    "data-panel",
    "type",
    "aria-controls",
];

/// The same page, lighter. The markup must be well-formed, with every value in double quotes, as the
/// core writes it.
pub fn slim(markup: &str) -> String {
    let mut slim = String::with_capacity(markup.len());
    for (at, piece) in markup.split('<').enumerate() {
        let Some((tag, text)) = piece.split_once('>').filter(|_| at > 0) else {
            slim.push_str(piece);
            continue;
        };
        slim.push('<');
        push_tag(&mut slim, tag);
        slim.push('>');
        slim.push_str(text);
    }
    // A list's items end where the next begins.
    slim.replace("</li>", "")
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
        if FOR_THE_PROGRAM.contains(&attribute) && !is_kept {
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
        assert_eq!(slim(r#"<input disabled type="search">"#), "<input disabled type=search>");
    }
}
