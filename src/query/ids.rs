//! A set of ids.

/// A set of ids, in their own order, so that equal sets are written alike. It holds what a reader
/// has chosen, which is little.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Ids(Vec<String>);

impl Ids {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The ids, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether an id is among them.
    #[must_use]
    pub fn contains(&self, id: &str) -> bool {
        self.place(id).is_ok()
    }

    /// Adds an id.
    pub fn insert(&mut self, id: &str) {
        if let Err(at) = self.place(id) {
            self.0.insert(at, id.to_owned());
        }
    }

    /// Takes an id out.
    pub fn remove(&mut self, id: &str) {
        if let Ok(at) = self.place(id) {
            self.0.remove(at);
        }
    }

    /// Adds an id, or takes it out where it is among them.
    pub fn toggle(&mut self, id: &str) {
        match self.place(id) {
            Ok(at) => drop(self.0.remove(at)),
            Err(at) => self.0.insert(at, id.to_owned()),
        }
    }

    /// Takes all out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Where an id is, or would be.
    fn place(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|it| it.as_str().cmp(id))
    }
}
