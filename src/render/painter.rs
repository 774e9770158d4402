//! SVG to PNG. Few colours keep a card small: the sixteen that are seen most, everything else goes to the nearest.
//! The same text gives the same bytes on every machine.

use std::collections::BTreeMap;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, PixmapMut, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// Colours of a picture: as many as four bits tell apart.
const COLOURS: usize = 16;

/// Paints pictures with the fonts it was given; none of the machine's own.
pub struct Painter {
    options: Options<'static>,
}

impl Painter {
    /// Takes the fonts.
    pub fn new<'a>(fonts: impl IntoIterator<Item = &'a [u8]>) -> Painter {
        let mut known = fontdb::Database::new();
        for font in fonts {
            known.load_font_data(font.to_vec());
        }
        Painter {
            options: Options {
                fontdb: Arc::new(known),
                ..Options::default()
            },
        }
    }

    /// Paints an SVG in its own size.
    ///
    /// # Errors
    /// When the text is not SVG or has no size; with the words of the renderer.
    pub fn png(&self, svg: &str) -> Result<Vec<u8>, String> {
        let tree = Tree::from_str(svg, &self.options).map_err(|error| error.to_string())?;
        let size = tree.size().to_int_size();
        let mut pixmap =
            Pixmap::new(size.width(), size.height()).ok_or_else(|| "no size".to_owned())?;
        resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
        encoded(&mut pixmap.as_mut()).map_err(|error| error.to_string())
    }
}

fn encoded(pixmap: &mut PixmapMut<'_>) -> Result<Vec<u8>, png::EncodingError> {
    let (width, height) = (pixmap.width(), pixmap.height());
    let pixels: Vec<[u8; 3]> = pixmap
        .data_mut()
        .chunks_exact(4)
        .map(|rgba| [rgba[0], rgba[1], rgba[2]])
        .collect();
    let palette = palette(&pixels);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::Balanced);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&indexed(&pixels, width as usize, &palette))?;
    writer.finish()?;
    Ok(bytes)
}

/// Colours that differ in the last bits only.
fn bin(colour: [u8; 3]) -> usize {
    colour
        .iter()
        .fold(0, |bin, part| bin << 4 | usize::from(part >> 4))
}

/// The colours seen most. Of shades that look alike the most frequent one stands for all.
fn palette(pixels: &[[u8; 3]]) -> Vec<[u8; 3]> {
    let mut seen: BTreeMap<[u8; 3], usize> = BTreeMap::new();
    for run in pixels.chunk_by(|a, b| a == b) {
        *seen.entry(run[0]).or_insert(0) += run.len();
    }
    let mut bins: BTreeMap<usize, ([u8; 3], usize, usize)> = BTreeMap::new();
    for (colour, count) in seen {
        let (shade, most, all) = bins.entry(bin(colour)).or_insert((colour, 0, 0));
        if count > *most {
            (*shade, *most) = (colour, count);
        }
        *all += count;
    }
    let mut shades: Vec<_> = bins.into_values().collect();
    shades.sort_by_key(|(shade, _, all)| (std::cmp::Reverse(*all), *shade));
    shades
        .into_iter()
        .take(COLOURS)
        .map(|(shade, ..)| shade)
        .collect()
}

/// Numbers of colours, two in a byte, each row beginning with a byte of its own.
fn indexed(pixels: &[[u8; 3]], width: usize, palette: &[[u8; 3]]) -> Vec<u8> {
    let mut near: Vec<Option<u8>> = vec![None; 1 << 12];
    let mut packed = Vec::with_capacity(pixels.len().div_ceil(2));
    for row in pixels.chunks(width) {
        for pair in row.chunks(2) {
            let byte = pair.iter().fold(0, |byte, colour| {
                let number = *near[bin(*colour)].get_or_insert_with(|| nearest(*colour, palette));
                byte << 4 | number
            });
            packed.push(if pair.len() == 1 { byte << 4 } else { byte });
        }
    }
    packed
}

fn nearest(colour: [u8; 3], palette: &[[u8; 3]]) -> u8 {
    let distance = |other: &[u8; 3]| -> u32 {
        let part = |(a, b): (&u8, &u8)| u32::from(a.abs_diff(*b)).pow(2);
        colour.iter().zip(other).map(part).sum()
    };
    let found = palette
        .iter()
        .enumerate()
        .min_by_key(|(_, other)| distance(other));
    found.map_or(0, |(at, _)| at as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="31" height="20"><rect width="31" height="20" fill="#FBFAF7"/><circle cx="15" cy="10" r="8" fill="#0B5A8A"/></svg>"##;

    #[test]
    fn a_picture_is_a_png_of_its_size_and_the_same_twice() {
        let painter = Painter::new([]);
        let bytes = painter.png(SVG).expect("it is SVG");
        assert_eq!(Painter::new([]).png(SVG).expect("it is SVG"), bytes);
        let decoder = png::Decoder::new(std::io::Cursor::new(&bytes));
        let mut reader = decoder.read_info().expect("it is PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("it is small")];
        let info = reader.next_frame(&mut pixels).expect("it is whole");
        assert_eq!((info.width, info.height), (31, 20));
        let colours = reader.info().palette.clone().expect("few colours");
        let at = |x: usize, y: usize| {
            let byte = pixels[y * 16 + x / 2];
            let number = usize::from(if x.is_multiple_of(2) {
                byte >> 4
            } else {
                byte & 15
            });
            colours[number * 3..number * 3 + 3].to_vec()
        };
        assert_eq!(at(0, 0), [0xFB, 0xFA, 0xF7]);
        assert_eq!(at(15, 10), [0x0B, 0x5A, 0x8A]);
    }

    #[test]
    fn what_is_no_picture_is_told() {
        assert!(Painter::new([]).png("нет").is_err());
    }
}
