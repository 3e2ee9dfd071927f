//! A list for each of many things, all end to end: most have an item or two, for which a list of its own would be dear.

/// For each of some things, by their place, a list of others.
#[derive(Clone, Debug)]
pub struct Lists<T> {
    /// Where each list ends, behind a zero: the next begins there.
    ends: Vec<u32>,
    all: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { ends: vec![0], all: Vec::new() }
    }
}

impl<T> Lists<T> {
    /// Lists of which there will be so many.
    #[must_use]
    pub fn for_each_of(len: usize) -> Self {
        let mut ends = Vec::with_capacity(len + 1);
        ends.push(0);
        Self { ends, all: Vec::new() }
    }

    /// Adds something to the list that is being written.
    pub fn push(&mut self, it: T) {
        self.all.push(it);
    }

    /// Ends the list that is being written.
    ///
    /// # Panics
    /// Never: there is no memory for so many items.
    pub fn end(&mut self) {
        self.ends.push(u32::try_from(self.all.len()).expect("there is no memory for so many"));
    }

    /// How many lists there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len() - 1
    }

    /// Whether there is no list.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The list at a place.
    ///
    /// # Panics
    /// If there are not so many.
    #[must_use]
    pub fn at(&self, place: usize) -> &[T] {
        let end = |at: usize| self.ends.get(at).map(|&it| it as usize);
        let list = end(place).zip(end(place + 1));
        list.and_then(|(from, to)| self.all.get(from..to)).expect("each place has its list")
    }

    /// The lists, in the order of their places.
    pub fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.len()).map(|place| self.at(place))
    }
}

impl<T: Copy> Lists<T> {
    /// So many lists, of items that are told each with its list's place: in any order, and the same twice.
    ///
    /// # Panics
    /// If one has no place, or is told only once.
    #[must_use]
    pub fn gathered(len: usize, tell: impl Fn(&mut dyn FnMut(usize, T))) -> Self {
        let mut ends = vec![0_u32; len + 1];
        let mut any = None;
        tell(&mut |place, it| {
            *ends.get_mut(place + 1).expect("each place has its list") += 1;
            any = Some(it);
        });
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        let mut all: Vec<T> = any.map(|it| vec![it; sum as usize]).unwrap_or_default();
        let mut next = ends.clone();
        tell(&mut |place, it| {
            let at = next.get_mut(place).expect("each place has its list");
            *all.get_mut(*at as usize).expect("it was counted") = it;
            *at += 1;
        });
        Self { ends, all }
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn lists_are_read_as_they_were_written() {
        let mut lists = Lists::default();
        lists.end();
        lists.push('a');
        lists.push('b');
        lists.end();
        assert_eq!((lists.len(), lists.at(0), lists.at(1)), (2, &[][..], &['a', 'b'][..]));
        let told = [(2, 'c'), (0, 'a'), (2, 'd')];
        let lists = Lists::gathered(3, |tell| told.iter().for_each(|&(place, it)| tell(place, it)));
        assert!(lists.iter().eq([&['a'][..], &[], &['c', 'd']]));
    }
}
