//! Texts for Markdown.

/// A text on one line, in which no sign means anything in Markdown, nor in what is common beside it.
#[must_use]
pub fn markdown(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if SIGNS.contains(letter) {
            escaped.push('\\');
        }
        escaped.push(if letter.is_control() { ' ' } else { letter });
    }
    escaped
}

const SIGNS: &str = r"\[]<>&`*_#|~!$";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_means_anything() {
        assert_eq!(
            markdown("# [a](b) <i>&amp; `c` *d* _e_ | ~~f~~ ![g] $h$ \\\n- i"),
            r"\# \[a\](b) \<i\>\&amp; \`c\` \*d\* \_e\_ \| \~\~f\~\~ \!\[g\] \$h\$ \\ - i"
        );
    }
}
