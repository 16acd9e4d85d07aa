// Vectors, maps, sets, heaps, iterators.
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, VecDeque};

fn main() {
    let words = "the sand runs down the glass and the glass is turned";
    let mut counts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, word) in words.split(' ').enumerate() {
        counts.entry(word).or_default().push(place);
    }
    for (word, places) in &counts {
        println!("{:>6} {:?}", word, places);
    }
    let mut heap: BinaryHeap<i64> = (0..60).map(|i| (i * 7919) % 101).collect();
    let mut queue: VecDeque<i64> = VecDeque::new();
    while let Some(top) = heap.pop() {
        if top % 3 == 0 {
            queue.push_front(top);
        } else {
            queue.push_back(-top);
        }
    }
    let distinct: BTreeSet<i64> = queue.iter().copied().collect();
    println!("{} {} {:?}", queue.iter().sum::<i64>(), distinct.len(), distinct.range(..-90).collect::<Vec<_>>());
    let mut sorted: Vec<String> = queue.iter().map(|n| n.to_string()).collect();
    sorted.sort();
    sorted.dedup();
    println!("{}", sorted[..5].join(","));
}
