// about: Finds the primes below a number and the widest gap between two of them.
// group: Compiled 2
// args: 100000
// expect stdout: 9592 primes below 100000\nlast digits: 1:2387 2:1 3:2402 5:1 7:2411 9:2390\nwidest gap: 72, from 31397 to 31469\n
// expect exit: 0
// build: rustc --target wasm32-wasi -C opt-level=s -C lto -C panic=abort -C strip=symbols -o rust-primes.wasm rust-primes.rs
// build: wasm-strip rust-primes.wasm

use std::collections::BTreeMap;
use std::process::ExitCode;

const DEFAULT_LIMIT: usize = 100_000;
const LARGEST_LIMIT: usize = 100_000_000;

/// The sieve of Eratosthenes: every prime below `limit`, in order.
fn primes_below(limit: usize) -> Vec<usize> {
    let mut composite = vec![false; limit];
    let mut primes = Vec::new();
    for candidate in 2..limit {
        if composite[candidate] {
            continue;
        }
        primes.push(candidate);
        // Smaller multiples were crossed out by smaller primes.
        let mut multiple = candidate.saturating_mul(candidate);
        while multiple < limit {
            composite[multiple] = true;
            multiple += candidate;
        }
    }
    primes
}

fn parse_limit(argument: Option<String>) -> Result<usize, String> {
    let text = match argument {
        None => return Ok(DEFAULT_LIMIT),
        Some(text) => text,
    };
    match text.parse() {
        Ok(limit) if limit <= LARGEST_LIMIT => Ok(limit),
        Ok(limit) => Err(format!("{} is too large, at most {}", limit, LARGEST_LIMIT)),
        Err(error) => Err(format!("{:?} is not a limit: {}", text, error)),
    }
}

fn main() -> ExitCode {
    let limit = match parse_limit(std::env::args().nth(1)) {
        Ok(limit) => limit,
        Err(message) => {
            eprintln!("rust-primes: {}", message);
            return ExitCode::from(2);
        }
    };
    let primes = primes_below(limit);
    println!("{} primes below {}", primes.len(), limit);

    let mut endings: BTreeMap<usize, usize> = BTreeMap::new();
    for prime in &primes {
        *endings.entry(prime % 10).or_default() += 1;
    }
    let endings: Vec<String> = endings
        .iter()
        .map(|(digit, count)| format!("{}:{}", digit, count))
        .collect();
    println!("last digits: {}", endings.join(" "));

    // The first of the widest ones.
    let widest = primes
        .windows(2)
        .map(|pair| (pair[0], pair[1]))
        .reduce(|best, next| if next.1 - next.0 > best.1 - best.0 { next } else { best });
    if let Some((from, to)) = widest {
        println!("widest gap: {}, from {} to {}", to - from, from, to);
    }
    ExitCode::SUCCESS
}
