//! The Content Security Policy of a page: what it may run and load, and that it may ask nobody else.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use claim_atlas::guest::hosts;
use sha2::{Digest, Sha256};

/// What a page brings along, and whether files stand beside it.
#[derive(Clone, Copy, Debug)]
pub struct Policy<'a> {
    /// The scripts that stand in it: each is known, and named by its hash.
    pub scripts: &'a [&'a str],
    /// The styles that stand in it.
    pub styles: &'a [&'a str],
    /// Whether its own host serves files beside it.
    pub has_files: bool,
}

impl Policy<'_> {
    /// The policy, as a page has it in its head.
    #[must_use]
    pub fn meta(&self) -> String {
        let [scripts, styles] = [self.scripts, self.styles].map(hashes);
        // A corpus may stand at hosts that the build was told of.
        let asked: String = hosts().flat_map(|host| [" ", host]).collect();
        let (own, connect, frames) = if self.has_files {
            (" 'self'", format!("connect-src 'self'{asked}; "), "'self'")
        } else {
            ("", String::new(), "'self' file:")
        };
        format!(
            "<meta data-kept http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             script-src{own}{scripts} 'wasm-unsafe-eval'; style-src{own}{styles}; {connect}\
             img-src data:; frame-src {frames}; base-uri 'none'; form-action 'none'\">"
        )
    }
}

fn hashes(contents: &[&str]) -> String {
    let mut hashes = String::new();
    for content in contents {
        let hash = BASE64_STANDARD.encode(Sha256::digest(content));
        hashes.extend([" 'sha256-", &hash, "'"]);
    }
    hashes
}

#[cfg(test)]
mod tests {
    use super::Policy;

    #[test]
    fn a_policy_names_what_it_is_given_and_nothing_else() {
        let policy = Policy { scripts: &["a()", "b()"], styles: &[], has_files: false }.meta();
        for part in [
            "default-src 'none'",
            // SHA-256 of `a()` and of `b()`, in base64.
            "script-src 'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4=' \
             'sha256-cf242PFc/kb7xD0Qzhsmd9vvRkc+cWFmbi+k+YvtdKc=' 'wasm-unsafe-eval';",
            "style-src;",
        ] {
            assert!(policy.contains(part), "{part} is not in {policy}");
        }
        assert!(!policy.contains("connect-src"), "{policy}");
        let policy = Policy { scripts: &["a()"], styles: &[], has_files: true }.meta();
        assert!(policy.contains("script-src 'self' 'sha256-"), "{policy}");
        assert!(policy.contains("connect-src 'self';"), "{policy}");
    }
}
