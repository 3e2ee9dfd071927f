//! Rows of differing length, end to end: much smaller than a list for each, where there are a hundred thousand.

/// For each of some things, by their place, a row of others.
#[derive(Clone, Debug)]
pub(super) struct Rows<T> {
    /// Where each row ends, behind a zero: the next begins there.
    ends: Vec<u32>,
    all: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { ends: vec![0], all: Vec::new() }
    }
}

impl<T> Rows<T> {
    /// Adds something to the row that is being written.
    pub(super) fn push(&mut self, it: T) {
        self.all.push(it);
    }

    /// Ends the row that is being written.
    pub(super) fn end_row(&mut self) {
        self.ends.push(u32::try_from(self.all.len()).expect("a corpus has far fewer words"));
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len() - 1
    }

    /// The row at a place.
    pub(super) fn at(&self, place: usize) -> &[T] {
        let end = |at: usize| self.ends.get(at).map(|&it| it as usize);
        let row = end(place).zip(end(place + 1));
        row.and_then(|(from, to)| self.all.get(from..to)).expect("each place has its row")
    }

    /// The rows, in the order of their places.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.len()).map(|place| self.at(place))
    }
}

impl<T: Copy> Rows<T> {
    /// As many rows as are asked for, of what is told for each: in any order, and the same twice.
    pub(super) fn gathered(len: usize, each: impl Fn(&mut dyn FnMut(usize, T))) -> Self {
        let mut ends = vec![0_u32; len + 1];
        let mut any = None;
        each(&mut |place, it| {
            *ends.get_mut(place + 1).expect("each place has its row") += 1;
            any = Some(it);
        });
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        let mut all: Vec<T> = any.map(|it| vec![it; sum as usize]).unwrap_or_default();
        let mut next = ends.clone();
        each(&mut |place, it| {
            let at = next.get_mut(place).expect("each place has its row");
            *all.get_mut(*at as usize).expect("it was counted") = it;
            *at += 1;
        });
        Self { ends, all }
    }
}

#[cfg(test)]
mod tests {
    use super::Rows;

    #[test]
    fn rows_are_read_as_they_were_written() {
        let mut rows = Rows::default();
        rows.end_row();
        rows.push('a');
        rows.push('b');
        rows.end_row();
        assert_eq!((rows.len(), rows.at(0), rows.at(1)), (2, &[][..], &['a', 'b'][..]));
        let told = [(2, 'c'), (0, 'a'), (2, 'd')];
        let rows = Rows::gathered(3, |tell| told.iter().for_each(|&(place, it)| tell(place, it)));
        assert_eq!((rows.at(0), rows.at(1), rows.at(2)), (&['a'][..], &[][..], &['c', 'd'][..]));
    }
}
