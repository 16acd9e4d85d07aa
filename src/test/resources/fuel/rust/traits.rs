// Dynamic dispatch, generics, closures, boxed functions, pattern matching.
use std::fmt::Display;
use std::process::exit;

trait Shape {
    fn area(&self) -> f64;
    fn name(&self) -> String {
        "shape".to_string()
    }
}
struct Square(f64);
struct Circle {
    radius: f64,
}
impl Shape for Square {
    fn area(&self) -> f64 {
        self.0 * self.0
    }
}
impl Shape for Circle {
    fn area(&self) -> f64 {
        3.14159 * self.radius.powi(2)
    }
    fn name(&self) -> String {
        format!("circle {}", self.radius)
    }
}

enum Expr {
    Number(i64),
    Add(Box<Expr>, Box<Expr>),
    Mul(Box<Expr>, Box<Expr>),
    Neg(Box<Expr>),
}
fn value(e: &Expr) -> i64 {
    match e {
        Expr::Number(n) => *n,
        Expr::Add(a, b) => value(a) + value(b),
        Expr::Mul(a, b) => value(a) * value(b),
        Expr::Neg(a) => -value(a),
    }
}
fn tree(depth: i64) -> Expr {
    match depth {
        0 => Expr::Number(2),
        d if d % 3 == 0 => Expr::Neg(Box::new(tree(d - 1))),
        d if d % 3 == 1 => Expr::Add(Box::new(tree(d - 1)), Box::new(Expr::Number(d))),
        d => Expr::Mul(Box::new(tree(d - 1)), Box::new(tree(d - 2))),
    }
}
fn show<T: Display>(label: &str, value: T) {
    println!("{} = {}", label, value);
}

fn main() {
    let shapes: Vec<Box<dyn Shape>> = vec![Box::new(Square(2.0)), Box::new(Circle { radius: 1.5 })];
    for shape in &shapes {
        show(&shape.name(), format!("{:.2}", shape.area()));
    }
    show("tree", value(&tree(8)));
    let mut steps: Vec<Box<dyn FnMut(i32) -> i32>> = Vec::new();
    for i in 1..4 {
        let mut calls = 0;
        steps.push(Box::new(move |x| {
            calls += 1;
            x * i + calls
        }));
    }
    let mut x = 1;
    for round in 0..5 {
        for step in steps.iter_mut() {
            x = step(x) % 1000 + round;
        }
    }
    show("x", x);
    exit(7);
}
