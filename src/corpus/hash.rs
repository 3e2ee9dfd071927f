//! Tables that are looked into by what stands in them. The standard library's hasher withstands whoever can see how long
//! an answer takes. That of [`hashbrown`] takes a fraction of the time; in a browser it begins alike on every page, so that
//! a corpus could be made to be slow: it would hold up the tab of whoever opens it, and nobody else.

use hashbrown::DefaultHashBuilder;
use std::collections;

/// What makes a place in a table of a key.
pub type Hasher = DefaultHashBuilder;

/// A table of values by their keys.
pub type HashMap<K, V> = collections::HashMap<K, V, Hasher>;

/// A table of keys alone.
pub type HashSet<K> = collections::HashSet<K, Hasher>;
