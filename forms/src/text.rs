//! The text of the plain page, as a browser reads it out of the markup.

use anyhow::{Context, Result, bail};

/// What `textContent` of the viewer's element is, in a page's body that ends with it. The markup must be
/// as the core writes it, with no comment in it.
pub fn text_of(body: &str) -> Result<String> {
    let (_, markup) =
        body.split_once(" id=atlas>").context("the page has no place for a viewer")?;
    let (markup, after) = markup.rsplit_once("</div>").context("the viewer's place has no end")?;
    if !after.trim_start().starts_with("</body>") {
        bail!("something follows the viewer's place");
    }
    let pieces = markup.split('<').enumerate();
    let text: String = pieces
        .filter_map(|(at, piece)| match at {
            0 => Some(piece),
            _ => Some(piece.split_once('>')?.1),
        })
        .collect();
    unescaped(&text)
}

fn unescaped(text: &str) -> Result<String> {
    let mut pieces = text.split('&');
    let mut unescaped = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(';').unwrap_or((piece, ""));
        unescaped.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            _ => bail!("&{name} is not what the core writes"),
        });
        unescaped.push_str(rest);
    }
    Ok(unescaped)
}

#[cfg(test)]
mod tests {
    use super::text_of;

    #[test]
    fn text_is_what_stands_between_tags() {
        let text = |body: &str| text_of(body).map_err(|error| error.to_string());
        assert_eq!(
            text(
                "<p>0<div class=atlas id=atlas><p title=\"a\">1 &lt; 2 &amp;\n<b>ä</b></p></div>\n</body>"
            ),
            Ok("1 < 2 &\nä".to_owned())
        );
        assert!(text("<div id=atlas>&nbsp;</div></body>").is_err());
        assert!(text("<div id=atlas></div><p></body>").is_err());
    }
}
