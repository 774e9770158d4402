//! Addresses as QR codes, for paper: a phone reads them faster than fingers type.

use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::types::Color;
use qrcode::{EcLevel, bits, ec};
use serde::Serialize;

/// Free space around the squares that readers need, in squares.
const QUIET: usize = 4;

/// A QR code as SVG draws it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QrView {
    /// Width and height in squares, free space included.
    pub size: usize,
    /// Rows of dark squares, as data of a path with a stroke one square wide.
    pub path: String,
    /// The address in it.
    pub address: String,
}

/// The code of an address; none when it is too long for any.
pub fn qr(address: &str) -> Option<QrView> {
    let bits = bits::encode_auto(address.as_bytes(), LEVEL).ok()?;
    let version = bits.version();
    let (data, correction) = ec::construct_codewords(&bits.into_bytes(), version, LEVEL).ok()?;
    let mut canvas = Canvas::new(version, LEVEL);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    // Readers take any mask. To weigh all eight against each other took a tenth of a whole build.
    canvas.apply_mask(MaskPattern::Checkerboard);
    let width = usize::try_from(version.width()).ok()?;
    Some(QrView {
        size: width + 2 * QUIET,
        path: path(&canvas.into_colors(), width),
        address: address.to_owned(),
    })
}

/// A code stays readable with 15 % of it damaged.
const LEVEL: EcLevel = EcLevel::M;

/// One stroke for each run of dark squares; a run begins where the last one ended, which keeps the numbers short.
fn path(squares: &[Color], width: usize) -> String {
    let mut path = String::new();
    for (y, row) in squares.chunks(width).enumerate() {
        let mut pen = None;
        let mut x = 0;
        while x < width {
            let run = row[x..]
                .iter()
                .take_while(|square| **square == Color::Dark)
                .count();
            if run == 0 {
                x += 1;
                continue;
            }
            match pen {
                None => path.push_str(&format!("M{} {}.5", x + QUIET, y + QUIET)),
                Some(pen) => path.push_str(&format!("m{} 0", x - pen)),
            }
            path.push_str(&format!("h{run}"));
            x += run;
            pen = Some(x);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paints the path as a printer would: dark squares, the free space included.
    fn painted(view: &QrView) -> Vec<bool> {
        let mut dark = vec![false; view.size * view.size];
        let (mut x, mut y) = (0, 0);
        let mut rest = view.path.as_str();
        while !rest.is_empty() {
            let (command, tail) = rest.split_at(1);
            let end = tail
                .find(|c: char| c.is_ascii_alphabetic())
                .unwrap_or(tail.len());
            let numbers: Vec<usize> = tail[..end]
                .split(' ')
                .map(|n| n.trim_end_matches(".5").parse().expect("a number"))
                .collect();
            rest = &tail[end..];
            match command {
                "M" => (x, y) = (numbers[0], numbers[1]),
                "m" => x += numbers[0],
                _ => {
                    dark[y * view.size + x..][..numbers[0]].fill(true);
                    x += numbers[0];
                }
            }
        }
        dark
    }

    /// That a phone reads a code is seen by `tests/browser/qr.test.mjs`.
    #[test]
    fn every_square_is_painted_and_free_space_stays_around() {
        let width = 7;
        let squares: Vec<Color> = (0..width * width)
            .map(|at| match at * at % 5 {
                0 | 1 => Color::Dark,
                _ => Color::Light,
            })
            .collect();
        let view = QrView {
            size: width + 2 * QUIET,
            path: path(&squares, width),
            address: String::new(),
        };
        let dark = painted(&view);
        let inside = QUIET..QUIET + width;
        for y in 0..view.size {
            for x in 0..view.size {
                let expected = inside.contains(&x)
                    && inside.contains(&y)
                    && squares[(y - QUIET) * width + x - QUIET] == Color::Dark;
                assert_eq!(dark[y * view.size + x], expected, "{x}, {y}");
            }
        }
    }

    #[test]
    fn the_code_of_an_address_is_small() {
        let address = "https://portal.example/38-irkutskaya/zhigalovskiy/plan/2023/#m07";
        let view = qr(address).expect("short enough");
        assert!(view.path.len() < 3000, "{} bytes", view.path.len());
    }

    #[test]
    fn an_address_too_long_for_any_code_has_none() {
        assert_eq!(qr(&"x".repeat(5000)), None);
    }
}
