//! Tables that are looked into by what stands in them. The standard library's hasher withstands whoever can see how long
//! an answer takes; that of [`hashbrown`] takes a fraction of the time, and its start differs from page to page as well.

use hashbrown::DefaultHashBuilder;
use std::collections;

/// What makes a place in a table of a key.
pub type Hasher = DefaultHashBuilder;

/// A table of values by their keys.
pub type HashMap<K, V> = collections::HashMap<K, V, Hasher>;

/// A table of keys alone.
pub type HashSet<K> = collections::HashSet<K, Hasher>;
