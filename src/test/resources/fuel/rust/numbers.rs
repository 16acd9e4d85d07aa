// Integers of all sizes, checked and wrapping arithmetic, a large sum, slices and windows.
fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn power(mut base: u64, mut exponent: u64, modulus: u64) -> u64 {
    let mut result = 1;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = (result as u128 * base as u128 % modulus as u128) as u64;
        }
        base = (base as u128 * base as u128 % modulus as u128) as u64;
        exponent >>= 1;
    }
    result
}

fn main() {
    println!("{}", (1..60u64).map(|n| gcd(n * 12, 360)).sum::<u64>());
    println!("{}", power(3, 1_000_000_007, 998_244_353_998_244_353));
    let overflows = (0..=255u8).filter(|n| n.checked_mul(3).is_none()).count();
    println!("{} {}", overflows, 200u8.wrapping_mul(7));
    let mut digits = vec![1u32];
    for n in 1..=40 {
        let mut carry = 0;
        for digit in digits.iter_mut() {
            let product = *digit * n + carry;
            *digit = product % 10;
            carry = product / 10;
        }
        while carry > 0 {
            digits.push(carry % 10);
            carry /= 10;
        }
    }
    println!("{}", digits.iter().rev().map(|d| d.to_string()).collect::<String>());
    println!("{:?}", digits.windows(3).map(|w| w[0] * w[1] * w[2]).max());
}
