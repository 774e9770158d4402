//! Small pictures: a landscape in a few flat colours, another for every municipality. They stand for the photographs that
//! editors attach to news; a kilobyte each, so that the corpus stays one of texts.

use super::chance::Chance;

/// Width and height in pixels.
const SIZE: (u32, u32) = (240, 135);

/// Sky, sun, far hills, near hills.
const COLOURS: usize = 4;

/// One municipality of so many has a picture.
const EVERY: usize = 4;

/// Whether the municipality with this number has a picture.
pub fn has(number: usize) -> bool {
    number.is_multiple_of(EVERY)
}

/// The picture of a municipality as PNG.
pub fn picture(seed: u64, number: usize) -> Vec<u8> {
    let mut chance = Chance::new(seed ^ 0x7069_6374, number as u64);
    let mut palette = Vec::with_capacity(COLOURS * 3);
    for [low, high] in [[170, 240], [200, 250], [90, 170], [30, 90]] {
        palette.extend((0..3).map(|_| chance.between(low, high) as u8));
    }
    let (width, height) = SIZE;
    let sun = (
        chance.between(30, 210) as i32,
        chance.between(15, 50) as i32,
    );
    let hills: Vec<(i32, i32)> = (0..6)
        .map(|_| {
            (
                chance.between(0, 239) as i32,
                chance.between(45, 110) as i32,
            )
        })
        .collect();
    let mut pixels = Vec::with_capacity((width * height) as usize);
    for y in 0..height as i32 {
        for x in 0..width as i32 {
            let under = |(top, peak): &(i32, i32)| y > peak + (x - top).abs() / 2;
            let near = hills[3..].iter().any(under);
            let far = hills[..3]
                .iter()
                .any(|(top, peak)| under(&(*top, peak - 20)));
            let (dx, dy) = (x - sun.0, y - sun.1);
            pixels.push(match (near, far, dx * dx + dy * dy < 150) {
                (true, _, _) => 3,
                (_, true, _) => 2,
                (_, _, true) => 1,
                _ => 0_u8,
            });
        }
    }
    encoded(palette, &pixels)
}

fn encoded(palette: Vec<u8>, pixels: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, SIZE.0, SIZE.1);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette);
    let written = encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(pixels));
    written.expect("a picture in memory is written whole");
    bytes
}
