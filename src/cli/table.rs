//! Columns that line up on a terminal, whatever script stands in them.

use crate::domain::cells::{cut, pad, width};

/// Cells between two columns.
const GAP: &str = "  ";

/// Rows as lines. Each column is as wide as its widest cell, but no wider than its limit; the last
/// one is cut but not padded.
pub(super) fn lines<const N: usize>(rows: &[[String; N]], limits: [usize; N]) -> String {
    let mut widths = [0; N];
    for row in rows {
        for ((most, limit), cell) in widths.iter_mut().zip(limits).zip(row) {
            *most = width(cell).min(limit).max(*most);
        }
    }
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (n, (cell, cells)) in row.iter().zip(widths).enumerate() {
            if n > 0 {
                line.push_str(GAP);
            }
            line.push_str(&pad(&cut(cell, cells), cells));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_in_cells() {
        let rows = [
            ["破损".to_owned(), "张**".to_owned(), "x".to_owned()],
            ["refund".to_owned(), "L".to_owned(), "杯子碎了一地".to_owned()],
        ];
        let table = lines(&rows, [10, 10, 8]);
        assert_eq!(table, "破损    张**  x\nrefund  L     杯子碎…\n");
        let start = |line: &str, of| width(line.split_once(of).unwrap().0);
        let starts: Vec<usize> =
            table.lines().zip(["x", "杯"]).map(|(line, of)| start(line, of)).collect();
        assert_eq!(starts[0], starts[1]);
    }
}
