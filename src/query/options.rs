//! Which of a facet's options are listed, where it has more than anybody reads through.

use super::Count;
use super::spelling::fold;
use std::cmp::Reverse;

/// Whether something is called so, whatever the case and the accents, or in a part of its name.
#[must_use]
pub fn is_called(name: &str, sought: &str) -> bool {
    fold(name).contains(&fold(sought.trim()))
}

/// The options of a facet that are listed, in its order: those that are chosen, and so many of those that are sought, the
/// ones that would list the most. With them how many are sought besides.
#[must_use]
pub fn listed(
    counts: &[Count],
    room: usize,
    is_sought: impl Fn(&str) -> bool,
) -> (Vec<&Count>, usize) {
    let all = counts.iter().enumerate();
    let (mut listed, mut others): (Vec<_>, Vec<_>) = all.partition(|it| it.1.chosen);
    others.retain(|it| is_sought(&it.1.id));
    if others.len() > room {
        others.sort_by_key(|it| Reverse(it.1.count));
    }
    let rest = others.len().saturating_sub(room);
    others.truncate(room);
    listed.extend(others);
    listed.sort_by_key(|it| it.0);
    (listed.into_iter().map(|it| it.1).collect(), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(room: usize, sought: &str) -> (String, usize) {
        let count =
            |(id, count, chosen): (&str, usize, bool)| Count { id: id.into(), count, chosen };
        let all = [("Ägypten", 1, false), ("b", 5, false), ("c", 0, true), ("d", 7, false)];
        let all = all.map(count);
        let (listed, rest) = super::listed(&all, room, |id| is_called(id, sought));
        let ids: Vec<&str> = listed.into_iter().map(|it| it.id.as_str()).collect();
        (ids.join(" "), rest)
    }

    #[test]
    fn those_that_list_the_most_are_listed_in_their_order_and_whatever_is_chosen() {
        assert_eq!(listed(3, ""), ("Ägypten b c d".into(), 0));
        assert_eq!(listed(2, ""), ("b c d".into(), 1));
        assert_eq!(listed(0, ""), ("c".into(), 3));
    }

    #[test]
    fn one_is_found_by_a_part_of_its_name() {
        assert_eq!(listed(3, "agy"), ("Ägypten c".into(), 0));
        assert_eq!(listed(3, "nobody"), ("c".into(), 0));
    }
}
