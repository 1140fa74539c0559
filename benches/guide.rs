//! What the guide costs while a person types: hearing a burst, reading a draft of 2,000 characters,
//! and reading the files once. Budgets: a burst in 1 ms, a draft in 5 ms.

use criterion::{Criterion, criterion_group, criterion_main};
use redress::domain::Fen;
use redress::guide::{Context, Guard, Record, Side, Signals, Utterance};
use std::hint::black_box;

const BURST: [&str; 4] = [
    "收到全碎了！！",
    "我都说了三遍了，你们到底能不能处理",
    "退款三天了还没到账",
    "再不处理我就投诉你们",
];

/// A draft as long as anybody writes, with something to find on each line.
fn long_draft() -> String {
    let lines = "非常抱歉让您久等了，照片我看到了，杯口裂成两半。我们会尽快处理，已退款59元，\
                 麻烦你提供一下订单号，运单号是YT8812345678901，有问题随时在这里说。\n";
    lines.chars().cycle().take(2_000).collect()
}

fn guide(c: &mut Criterion) {
    let signals = Signals::shipped();
    let said = BURST.map(|text| Utterance { from: Some(Side::Buyer), text, at: None });
    c.bench_function("hear a burst of four lines", |b| {
        b.iter(|| signals.listen(black_box(&said)));
    });
    c.bench_function("hear one line", |b| b.iter(|| signals.line(black_box(BURST[2]))));
    let guard = Guard::shipped();
    let draft = long_draft();
    let amounts = [Fen(5_900)];
    let context = Context {
        buyer: Some("张三"),
        amounts: &amounts,
        record: Some(Record::default()),
        said: &said,
        ..Context::default()
    };
    c.bench_function("guard a draft of 2,000 characters", |b| {
        b.iter(|| guard.read(black_box(&draft), &context));
    });
    c.bench_function("read the signals", |b| b.iter(Signals::shipped));
    c.bench_function("read the guard", |b| b.iter(Guard::shipped));
}

criterion_group!(benches, guide);
criterion_main!(benches);
