//! An order's lines against a sum that does not agree with them: which line, or how many of it, explains
//! the difference. Whole fen, no rounding.

use super::Fen;

/// A line of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderLine {
    /// What.
    pub name: String,
    /// How many.
    pub count: u32,
    /// What one costs.
    pub each: Fen,
}

/// So many of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Which line, from 0.
    pub line: usize,
    /// How many of it.
    pub count: u32,
}

/// What comes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reconciled {
    /// What the lines come to.
    pub total: Fen,
    /// How much of that the sum lacks; negative when it is too high.
    pub lacking: Fen,
    /// What explains it, the simplest first; empty when nothing does, or nothing is lacking.
    pub shares: Vec<Vec<Share>>,
}

/// No order anybody types has more lines.
const MOST_LINES: usize = 60;
/// As many ways as are worth reading.
const MOST_WAYS: usize = 5;

/// Compares lines with a sum.
#[must_use]
pub fn reconcile(lines: &[OrderLine], billed: Fen) -> Reconciled {
    let lines = lines.get(..MOST_LINES).unwrap_or(lines);
    let cost = |line: &OrderLine| i128::from(line.count) * i128::from(line.each.0);
    let total: i128 = lines.iter().map(cost).sum();
    let total = Fen(i64::try_from(total).unwrap_or(i64::MAX));
    let lacking = Fen(total.0.saturating_sub(billed.0));
    let wanted = i128::from(lacking.0).abs();
    let mut shares = Vec::new();
    if wanted > 0 {
        let ones = some_of_one(lines, wanted);
        shares.extend(ones.into_iter().map(|share| vec![share]));
        if shares.is_empty() {
            shares.extend(some_of_two(lines, wanted));
        }
    }
    shares.truncate(MOST_WAYS);
    Reconciled { total, lacking, shares }
}

fn some_of_one(lines: &[OrderLine], wanted: i128) -> Vec<Share> {
    let fits = |(line, one): (usize, &OrderLine)| {
        let each = i128::from(one.each.0);
        let count = (each > 0 && wanted % each == 0).then(|| wanted / each)?;
        let count = u32::try_from(count).ok()?;
        (1..=one.count).contains(&count).then_some(Share { line, count })
    };
    lines.iter().enumerate().filter_map(fits).collect()
}

fn some_of_two(lines: &[OrderLine], wanted: i128) -> Vec<Vec<Share>> {
    let mut found = Vec::new();
    for (line, one) in lines.iter().enumerate() {
        for count in 1..=one.count.min(100) {
            let rest = wanted - i128::from(count) * i128::from(one.each.0);
            if rest <= 0 {
                break;
            }
            let behind = lines.get(line.saturating_add(1)..).unwrap_or_default();
            for other in some_of_one(behind, rest) {
                let second = Share { line: other.line + line + 1, count: other.count };
                found.push(vec![Share { line, count }, second]);
            }
        }
    }
    found
}

/// Reads `cup 2x29.50, plate 12.00 = 59.00`; the sum may be left out.
#[must_use]
pub fn read_lines(text: &str) -> Option<(Vec<OrderLine>, Option<Fen>)> {
    let (lines, billed) = match text.rsplit_once(['=', '＝']) {
        Some((lines, billed)) => (lines, Some(Fen::parse_yuan(billed.trim())?)),
        None => (text, None),
    };
    let parts = lines.split([',', '，', ';', '；', '、', '\n']).map(str::trim);
    let read: Option<Vec<OrderLine>> = parts.filter(|part| !part.is_empty()).map(line).collect();
    read.filter(|lines| !lines.is_empty()).map(|lines| (lines, billed))
}

/// `cup 2x29.50`, `杯子 29.50`.
fn line(part: &str) -> Option<OrderLine> {
    let (name, price) = part.rsplit_once(char::is_whitespace)?;
    let (count, each) = match price.split_once(['x', 'X', '×', '*']) {
        Some((count, each)) => (count.trim().parse().ok()?, each),
        None => (1, price),
    };
    let each = Fen::parse_yuan(each.trim())?;
    Some(OrderLine { name: name.trim().to_owned(), count, each })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn explain(text: &str) -> Vec<Vec<(String, u32)>> {
        let (lines, billed) = read_lines(text).unwrap();
        let name = |share: Share| (lines[share.line].name.clone(), share.count);
        let found = reconcile(&lines, billed.unwrap());
        found.shares.into_iter().map(|way| way.into_iter().map(name).collect()).collect()
    }

    #[test]
    fn an_invoice_one_line_short_is_explained() {
        // Three lines; the invoice says 54.00 less than the order.
        let text = "打印纸 5x20.00, 文件夹 3x18.00, 笔 12x2.50 = 130.00";
        assert_eq!(explain(text), [vec![("文件夹".to_owned(), 3)]]);
        assert_eq!(explain("cup 2x29.50, plate 12.00 = 41.50"), [vec![("cup".to_owned(), 1)]]);
        assert_eq!(
            explain("a 10, b 7, c 5 = 10"),
            [vec![("b".to_owned(), 1), ("c".to_owned(), 1)]]
        );
        assert_eq!(explain("a 10 = 10"), Vec::<Vec<(String, u32)>>::new());
        assert_eq!(explain("a 10 = 20"), [vec![("a".to_owned(), 1)]], "counted twice");
    }

    #[test]
    fn what_is_no_list_of_lines_is_not_read() {
        for text in ["", "看过订单", "a 2y3", "a 2x = 5", "= 5", "a 1 = x"] {
            assert_eq!(read_lines(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_way_comes_to_the_difference(
            lines in prop::collection::vec((1u32..20, 1i64..10_000), 1..8), lacking in 0i64..50_000,
        ) {
            let lines: Vec<OrderLine> = lines.into_iter().map(|(count, each)| {
                OrderLine { name: String::new(), count, each: Fen(each) }
            }).collect();
            let total = reconcile(&lines, Fen(0)).total;
            let found = reconcile(&lines, Fen(total.0 - lacking));
            prop_assert_eq!(found.lacking, Fen(lacking));
            for way in found.shares {
                let sum: i64 = way.iter().map(|s| i64::from(s.count) * lines[s.line].each.0).sum();
                prop_assert_eq!(sum, lacking);
                prop_assert!(way.iter().all(|s| s.count <= lines[s.line].count));
            }
        }
    }
}
