//! Citations: who cites whom for a transfer, and who by that only passes on what others say.

use crate::corpus::{Few, HashMap, OriginId};

/// Who cites whom, each pair once, those of one who cites together.
pub(super) struct Citations(Vec<(OriginId, OriginId)>);

impl Citations {
    /// Those of some chains.
    pub fn of<'a>(chains: impl Iterator<Item = &'a [OriginId]>) -> Self {
        let pairs = chains.flat_map(|it| it.iter().copied().zip(it.iter().copied().skip(1)));
        let mut pairs: Vec<(OriginId, OriginId)> = pairs.collect();
        pairs.sort_unstable();
        pairs.dedup();
        Self(pairs)
    }

    /// Where those begin in which somebody cites.
    fn first(&self, citing: OriginId) -> usize {
        self.0.partition_point(|it| it.0 < citing)
    }

    /// The one at a place, if it is of whoever cites.
    fn at(&self, place: usize, citing: OriginId) -> Option<OriginId> {
        self.0.get(place).filter(|it| it.0 == citing).map(|it| it.1)
    }

    /// Those of some origins who cite, be it through others, somebody who does not cite them. Of those who only cite each
    /// other, each stays, or nobody would be left.
    pub fn relaying(&self, origins: &Few<OriginId>) -> Few<OriginId> {
        let mut citing =
            origins.iter().filter(|&it| self.at(self.first(it), it).is_some()).peekable();
        // Few of those whom something goes back to cite anybody.
        if citing.peek().is_none() {
            return Few::new();
        }
        let relaying = self.all_relaying();
        citing.filter(|&it| relaying.contains(it)).collect()
    }

    /// All who cite, be it through others, somebody who does not cite them: the strongly connected components that lead
    /// to another, found in one walk (Tarjan).
    fn all_relaying(&self) -> Few<OriginId> {
        let mut relaying = Vec::new();
        // The place of whoever was come to among those whose component is not known yet; nothing once it is.
        let mut places: HashMap<OriginId, Option<usize>> = HashMap::default();
        let mut open: Vec<OriginId> = Vec::new();
        let mut walk: Vec<Step> = Vec::new();
        for &(start, _) in &self.0 {
            let mut next = (!places.contains_key(&start)).then_some(start);
            loop {
                if let Some(origin) = next.take() {
                    let place = open.len();
                    open.push(origin);
                    places.insert(origin, Some(place));
                    let next = self.first(origin);
                    walk.push(Step { origin, place, next, back_to: place, leads_on: false });
                }
                let Some(step) = walk.last_mut() else { break };
                if let Some(cited) = self.at(step.next, step.origin) {
                    step.next += 1;
                    match places.get(&cited) {
                        None => next = Some(cited),
                        Some(None) => step.leads_on = true,
                        Some(Some(place)) => step.back_to = step.back_to.min(*place),
                    }
                    continue;
                }
                let Step { place, back_to, mut leads_on, .. } = *step;
                walk.pop();
                if back_to == place {
                    // Nobody from here on cites anybody before it.
                    let component = open.split_off(place);
                    places.extend(component.iter().map(|it| (*it, None)));
                    relaying.extend(component.into_iter().filter(|_| leads_on));
                    leads_on = true;
                }
                if let Some(before) = walk.last_mut() {
                    before.back_to = before.back_to.min(back_to);
                    before.leads_on |= leads_on;
                }
            }
        }
        relaying.into_iter().collect()
    }
}

/// Somebody who is being walked through.
struct Step {
    origin: OriginId,
    /// The place among those whose component is not known yet.
    place: usize,
    /// The citation that is followed next.
    next: usize,
    /// The first place that a citation leads back to.
    back_to: usize,
    /// Whether one leads to another component.
    leads_on: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::evidence::fixture::{ORIGINS, corpus};
    use proptest::prelude::*;

    /// The same slowly: whoever cites somebody from whom no way leads back.
    fn slowly(pairs: &[(OriginId, OriginId)]) -> Few<OriginId> {
        let cited_by = |origin: OriginId| {
            let mut cited: Vec<OriginId> = Vec::new();
            let mut waiting = vec![origin];
            while let Some(citing) = waiting.pop() {
                for &(_, it) in pairs.iter().filter(|it| it.0 == citing) {
                    if !cited.contains(&it) {
                        cited.push(it);
                        waiting.push(it);
                    }
                }
            }
            cited
        };
        let is_relaying =
            |&it: &OriginId| cited_by(it).iter().any(|&of| !cited_by(of).contains(&it));
        pairs.iter().map(|it| it.0).filter(is_relaying).collect()
    }

    fn origins(corpus: &Corpus) -> Vec<OriginId> {
        ORIGINS.map(|id| corpus.find_origin(id).expect("an origin")).to_vec()
    }

    proptest! {
        #[test]
        fn who_relays_is_who_is_found_slowly(pairs in prop::collection::vec((0..8_usize, 0..8_usize), 0..16)) {
            let corpus = corpus(&[]);
            let all = origins(&corpus);
            let chains: Vec<[OriginId; 2]> =
                pairs.into_iter().filter(|it| it.0 != it.1).map(|(a, b)| [all[a], all[b]]).collect();
            let citations = Citations::of(chains.iter().map(<[OriginId; 2]>::as_slice));
            prop_assert_eq!(citations.relaying(&all.into_iter().collect()), slowly(&citations.0));
        }
    }
}
