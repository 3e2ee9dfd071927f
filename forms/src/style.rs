//! What of a style sheet a page needs that no program changes.

use std::collections::BTreeSet;

/// The names that a page's rules can go by.
#[derive(Debug, Default)]
struct Names<'a> {
    elements: BTreeSet<&'a str>,
    classes: BTreeSet<&'a str>,
    ids: BTreeSet<&'a str>,
    /// By name, and by name and value.
    attributes: BTreeSet<String>,
}

/// A style sheet without what can match nothing in the page. A selector goes only if it asks for an
/// element, a class, an id or an attribute that the page has nowhere; whatever else it asks for, such as a
/// state, or data that a script sets, may come about.
pub fn needed(style: &str, page: &str) -> String {
    let mut needed = String::with_capacity(style.len());
    push_rules(&mut needed, style, &names(page));
    needed
}

fn names(page: &str) -> Names<'_> {
    // These are there without being written.
    let mut names =
        Names { elements: ["html", "head", "body", "tbody"].into(), ..Names::default() };
    for tag in page.split('<').filter_map(|piece| piece.split('>').next()) {
        let (name, rest) = tag.split_once([' ', '\n', '/']).unwrap_or((tag, ""));
        names.elements.insert(name);
        names.classes.extend(values(rest, "class").flat_map(str::split_ascii_whitespace));
        names.ids.extend(values(rest, "id"));
        for attribute in rest.split_ascii_whitespace() {
            let name = attribute.split('=').next().unwrap_or_default();
            names.attributes.extend([name.to_owned(), attribute.replace('"', "")]);
        }
    }
    names
}

/// The values of an attribute, quoted or not; rather one too many.
fn values<'a>(tag: &'a str, attribute: &str) -> impl Iterator<Item = &'a str> {
    let begin = format!("{attribute}=");
    let pieces: Vec<&str> = tag.split(begin.as_str()).skip(1).collect();
    pieces.into_iter().filter_map(|piece| match piece.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => piece.split([' ', '/']).next(),
    })
}

fn push_rules(needed: &mut String, rules: &str, names: &Names) {
    let mut rest = rules;
    while let Some(end) = rest.find(['{', ';']) {
        let (prelude, after) = rest.split_at(end);
        if after.starts_with(';') {
            needed.push_str(prelude);
            needed.push(';');
            rest = after.get(1..).unwrap_or_default();
            continue;
        }
        let (body, after) = block(after);
        rest = after;
        if !prelude.starts_with('@') {
            let matching = matching(prelude, names);
            if !matching.is_empty() {
                push_block(needed, &matching.join(","), body, names);
            }
        } else if ["@layer", "@media", "@container", "@supports"]
            .iter()
            .any(|it| prelude.starts_with(it))
        {
            let before = needed.len();
            push_block(needed, prelude, body, names);
            if needed.ends_with("{}") {
                needed.truncate(before);
            }
        } else {
            needed.push_str(prelude);
            needed.push('{');
            needed.push_str(body);
            needed.push('}');
        }
    }
    needed.push_str(rest);
}

fn push_block(needed: &mut String, prelude: &str, body: &str, names: &Names) {
    needed.push_str(prelude);
    needed.push('{');
    push_rules(needed, body, names);
    needed.push('}');
}

/// What stands between the bracket that a text begins with and its partner, and what follows.
fn block(text: &str) -> (&str, &str) {
    let mut depth = 0_usize;
    for (at, sign) in text.char_indices() {
        match sign {
            '{' | '(' => depth += 1,
            '}' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return (text.get(1..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
        }
    }
    (text.get(1..).unwrap_or_default(), "")
}

/// Those selectors of a list that may match.
fn matching<'a>(list: &'a str, names: &Names) -> Vec<&'a str> {
    let mut depth = 0_usize;
    let parts = list.split(|sign| {
        match sign {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        sign == ',' && depth == 0
    });
    parts.filter(|selector| matches(selector, names)).collect()
}

fn matches(selector: &str, names: &Names) -> bool {
    let mut rest = selector;
    while let Some(sign) = rest.chars().next() {
        let after = rest.get(sign.len_utf8()..).unwrap_or_default();
        let is_there = match sign {
            '.' | '#' | ':' => {
                let end = after.find(|it: char| !is_in_name(it)).unwrap_or(after.len());
                let (name, behind) = after.split_at(end);
                rest = behind;
                match sign {
                    '.' => names.classes.contains(name),
                    '#' => names.ids.contains(name),
                    _ if behind.starts_with('(') => {
                        let (inner, behind) = block(behind);
                        rest = behind;
                        !["is", "where"].contains(&name) || !matching(inner, names).is_empty()
                    }
                    _ => true,
                }
            }
            '[' => {
                let (attribute, behind) = after.split_once(']').unwrap_or((after, ""));
                rest = behind;
                attribute.starts_with("data-")
                    || names.attributes.contains(&attribute.replace('"', ""))
            }
            _ if sign.is_ascii_alphabetic() => {
                let end = rest.find(|it: char| !is_in_name(it)).unwrap_or(rest.len());
                let (name, behind) = rest.split_at(end);
                rest = behind;
                names.elements.contains(name)
            }
            _ => {
                rest = after;
                true
            }
        };
        if !is_there {
            return false;
        }
    }
    true
}

fn is_in_name(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '-' || sign == '_'
}

#[cfg(test)]
mod tests {
    use super::needed;

    fn check(style: &str, expected: &str) {
        let page = r#"<p class="a b" id=c><svg><use href="x"></svg>"#;
        assert_eq!(needed(style, page), expected);
    }

    #[test]
    fn rules_that_can_match_stay_in_their_order() {
        for style in [
            "@layer x,y;@layer x{.a{b:c}p>.b:hover,[data-z] .a{d:e}}",
            "*,:before{b:c}:root:not([data-z]){.a{b:c}}",
            "html:has(.z) #c::after{content:\"}\"}",
            "@media (min-width:1px){:is(.z,.a):not(.z) use{b:c}}",
            "@font-face{b:c}",
        ] {
            check(style, style);
        }
    }

    #[test]
    fn rules_that_can_match_nothing_go() {
        check(".z{b:c}.a .z{b:c}dialog{b:c}#z{b:c}", "");
        check("@layer x{@container z (width>1px){.z{b:c}}.a{b:c}}", "@layer x{.a{b:c}}");
        check(":root{.z{b:c}d:e;.a{b:c}}", ":root{d:e;.a{b:c}}");
        check(".z,.a,.b .z{b:c}", ".a{b:c}");
        check("p[title]{b:c}use[href=y],use[href=\"x\"]{b:c}", "use[href=\"x\"]{b:c}");
        check(":is(.z,.y){b:c}:is(.z,.y) .a,.b :where(#z .a){b:c}", "");
    }
}
