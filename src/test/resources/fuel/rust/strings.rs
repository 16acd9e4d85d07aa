// Text: UTF-8, formatting, parsing, stdin by lines, arguments.
use std::io::{self, BufRead, Write};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    println!("{:?} {}", arguments, std::env::var("HOME").unwrap_or_default());
    let stdin = io::stdin();
    let mut total = 0.0;
    for line in stdin.lock().lines() {
        let line = line.unwrap();
        match line.trim().parse::<f64>() {
            Ok(number) => total += number,
            Err(_) => println!("{:?}: {} letters, {}", line, line.chars().count(), line.to_uppercase()),
        }
    }
    let mut text = String::new();
    for (i, letter) in "Sanduhr – 砂時計 ⏳".char_indices() {
        if letter.is_alphabetic() {
            text.insert(0, letter);
        } else {
            text += &format!("{:02}", i);
        }
    }
    let text: String = text.chars().rev().collect();
    io::stdout().write_all(format!("{} {:.3} {:#x}\n", text, total, text.len()).as_bytes()).unwrap();
}
