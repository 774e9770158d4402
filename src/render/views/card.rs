//! Cards that other sites show beside a link: the name of the place, what the numbers say, the bar of a plan.

use serde::Serialize;

use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::Roadmap;
use crate::render::cards::{Cards, HEIGHT, Order, WIDTH};
use crate::render::context::Context;
use crate::render::letters::Letters;
use crate::render::theme::ThemeError;
use crate::render::views::parts::count;
use crate::render::views::parts::period::period;
use crate::render::views::parts::tally::Tally;
use crate::site::{PageKey, PlacePage};

/// Template of the theme.
const TEMPLATE: &str = "social-card.xml";
/// Free space at both sides.
const MARGIN: usize = 80;
/// Sizes of letters for the title: the first that lets it stand in two lines.
const TITLE_SIZES: [usize; 3] = [80, 66, 54];
/// Size of the letters of the sentence.
const SENTENCE_SIZE: usize = 40;

/// A card, as its template sees it.
#[derive(Serialize)]
struct CardView<'a> {
    width: usize,
    height: usize,
    margin: usize,
    portal: &'a str,
    /// Region of a municipality, period of a plan.
    above: String,
    title: Vec<Line>,
    title_size: usize,
    sentence: Vec<Line>,
    sentence_size: usize,
    bar: Vec<Part>,
}

#[derive(Serialize)]
struct Line {
    y: usize,
    text: String,
}

#[derive(Serialize)]
struct Part {
    code: &'static str,
    hatched: bool,
    x: usize,
    end: usize,
    width: usize,
}

/// What a card says.
struct Said {
    above: String,
    title: String,
    sentence: String,
    tally: Option<Tally>,
}

/// The fonts of the theme that cards are painted with.
struct Fonts<'a> {
    regular: Letters<'a>,
    bold: Letters<'a>,
}

/// The cards of a portal; none when its address is not known, since others find a card by an absolute address only.
///
/// # Errors
/// When the template is at fault.
pub fn all(context: &Context<'_>) -> Result<Cards, ThemeError> {
    let (Some(_), Some(fonts)) = (context.address(), fonts(context)) else {
        return Ok(Cards::default());
    };
    let mut cards = Vec::new();
    for (page, said) in said(context) {
        // A place whose name has letters the font lacks is shown by the card of the portal.
        if let Some(card) = card(context, &fonts, &page, &said)? {
            cards.push((page, card));
        }
    }
    Ok(Cards::new(cards))
}

fn fonts<'a>(context: &Context<'a>) -> Option<Fonts<'a>> {
    let font = |name: &str| Letters::new(context.theme.font(name)?);
    Some(Fonts {
        regular: font("golos-text-regular.ttf")?,
        bold: font("golos-text-bold.ttf")?,
    })
}

fn said(context: &Context<'_>) -> Vec<(PageKey, Said)> {
    let settings = &context.portal.settings;
    let portal = Said {
        above: String::new(),
        title: context.words.phrase("Как помогают школам в районах", &[]),
        sentence: settings.description.clone(),
        tally: None,
    };
    let mut all = vec![(PageKey::Home, portal)];
    // The pages of a territory in a whole country name no picture, but for the lists of regions: thousands of pictures
    // that nobody asks for would cost more than all the rest.
    let compact = context.site.extent().is_compact();
    let territories = context.portal.territories.iter();
    for territory in territories.filter(|one| !compact || one.path.municipality.is_none()) {
        let home = PageKey::place(&territory.path, PlacePage::Home);
        all.push((home, of_territory(context, territory)));
        for plan in territory.plans.iter().filter(|_| !compact) {
            let page = PageKey::place(&territory.path, PlacePage::Plan(plan.id.clone()));
            all.push((page, of_plan(context, territory, plan)));
        }
    }
    all
}

fn of_territory(context: &Context<'_>, territory: &Territory) -> Said {
    let words = context.words;
    let plan = territory.current_plan();
    let Some(plan) = plan else {
        let members = context.portal.municipalities_of(&territory.path.region);
        let sentence = match territory.is_region() {
            true => words.phrase(
                "На портале {1}.",
                &[&words.counted(members.count(), count::MUNICIPALITIES)],
            ),
            false => words.phrase("Плана среди документов нет.", &[]),
        };
        return Said {
            above: region(context, territory),
            title: territory.names.name.clone(),
            sentence,
            tally: None,
        };
    };
    Said {
        above: region(context, territory),
        ..of_plan(context, territory, plan)
    }
}

fn of_plan(context: &Context<'_>, territory: &Territory, plan: &Roadmap) -> Said {
    let (today, words) = (context.edition.today, context.words);
    let tally = Tally::of(plan, today, words);
    let period = words.phrase("План на {1}", &[&period(&plan.period, words)]);
    let region = region(context, territory);
    Said {
        above: match region.is_empty() {
            true => period,
            false => format!("{region} · {period}"),
        },
        title: territory.names.name.clone(),
        sentence: tally.sentence(plan, today, words),
        tally: Some(tally),
    }
}

/// The region of a municipality; nothing for a region.
fn region(context: &Context<'_>, territory: &Territory) -> String {
    let mut path = territory.path.clone();
    match path.municipality.take() {
        Some(_) => context
            .portal
            .territory(&path)
            .map(|region| region.names.name.clone())
            .unwrap_or_default(),
        None => String::new(),
    }
}

fn card(
    context: &Context<'_>,
    fonts: &Fonts<'_>,
    page: &PageKey,
    said: &Said,
) -> Result<Option<Order>, ThemeError> {
    let portal = context.portal.settings.title.as_str();
    let words = [portal, &said.above, &said.title, &said.sentence];
    let shown = |text: &&str| fonts.regular.hold(text) && fonts.bold.hold(text);
    if !words.iter().all(shown) {
        return Ok(None);
    }
    let view = view(fonts, portal, said);
    let svg = context.theme.render(TEMPLATE, &view)?;
    let alt = [said.title.as_str(), &said.above, &said.sentence]
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(|text| text.trim_end_matches('.'))
        .collect::<Vec<_>>()
        .join(". ");
    Ok(Some(Order::new(page, svg, alt, context.theme.fonts_hash())))
}

fn view<'a>(fonts: &Fonts<'_>, portal: &'a str, said: &Said) -> CardView<'a> {
    let room = WIDTH - 2 * MARGIN;
    let (title_size, title) = title(fonts, &said.title, room);
    let mut y = if said.above.is_empty() { 190 } else { 220 };
    let title = stacked(title, &mut y, title_size * 11 / 10, title_size);
    y += 24;
    let most = if title.len() > 1 { 3 } else { 4 };
    let size = SENTENCE_SIZE;
    let sentence = fonts
        .regular
        .lines(&said.sentence, size as f32, room as f32, most);
    CardView {
        width: WIDTH,
        height: HEIGHT,
        margin: MARGIN,
        portal,
        above: said.above.clone(),
        title,
        title_size,
        sentence: stacked(sentence, &mut y, size * 13 / 10, size),
        sentence_size: size,
        bar: said
            .tally
            .as_ref()
            .map(|tally| bar(tally, room))
            .unwrap_or_default(),
    }
}

fn title(fonts: &Fonts<'_>, text: &str, room: usize) -> (usize, Vec<String>) {
    let [large, middle, small] = TITLE_SIZES;
    for size in [large, middle] {
        let lines = fonts.bold.lines(text, size as f32, room as f32, 3);
        let fits = |line: &String| fonts.bold.width(line, size as f32) <= room as f32;
        if lines.len() <= 2 && lines.iter().all(fits) {
            return (size, lines);
        }
    }
    (small, fonts.bold.lines(text, small as f32, room as f32, 2))
}

/// Lines one under another; `y` moves on.
fn stacked(lines: Vec<String>, y: &mut usize, step: usize, size: usize) -> Vec<Line> {
    let base = *y + size;
    *y += lines.len() * step;
    lines
        .into_iter()
        .enumerate()
        .map(|(at, text)| Line {
            y: base + at * step,
            text,
        })
        .collect()
}

fn bar(tally: &Tally, room: usize) -> Vec<Part> {
    tally
        .parts
        .iter()
        .map(|part| {
            let x = MARGIN + part.start * room / 1000;
            let width = (part.width * room / 1000).max(2);
            Part {
                code: part.standing.code,
                hatched: part.hatched,
                x,
                end: x + width,
                width,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::portal::Portal;
    use crate::model::scope::Scope;
    use crate::render::fixture;
    use crate::site::Site;

    const ADDRESS: Option<&str> = Some("https://portal.example/");

    fn cards(portal: &Portal, address: Option<&str>) -> Cards {
        let mut edition = fixture::edition(date(2023, 5, 12));
        edition.base_url = address.map(str::to_owned);
        let (site, theme) = (Site::new(portal), fixture::theme());
        let context = Context::new(portal, &site, &theme, &edition);
        all(&context).expect("the template renders")
    }

    fn names(cards: &Cards) -> Vec<String> {
        cards.orders().map(|card| card.path.clone()).collect()
    }

    fn portal() -> Portal {
        let mut portal = fixture::portal();
        portal.settings.address = None;
        portal
    }

    #[test]
    fn the_portal_each_territory_and_each_plan_has_a_card() {
        let portal = portal();
        let plans: usize = portal.territories.iter().map(|t| t.plans.len()).sum();
        let cards = cards(&portal, ADDRESS);
        assert_eq!(cards.orders().count(), 1 + portal.territories.len() + plans);
        let plan = cards.orders().find(|card| card.path.contains("/plan/"));
        let svg = &plan.expect("a plan has a card").svg;
        assert!(svg.contains("Республика Алтай"), "{svg}");
        assert!(svg.contains("План на 2023 год"), "{svg}");
    }

    #[test]
    fn a_country_has_cards_of_its_regions_alone() {
        let mut portal = portal();
        portal.settings.scope = Some(Scope::Hub);
        let regions = portal.territories.iter();
        let regions = regions
            .filter(|one| one.path.municipality.is_none())
            .count();
        let cards = cards(&portal, ADDRESS);
        assert_eq!(cards.orders().count(), 1 + regions);
        let district = portal
            .territories
            .iter()
            .find(|one| one.path.municipality.is_some());
        let page = PageKey::place(&district.expect("a district").path, PlacePage::Home);
        assert_eq!(cards.of(&page), cards.of(&PageKey::Home));
    }

    #[test]
    fn a_card_is_named_after_what_it_says() {
        let mut portal = portal();
        let before = names(&cards(&portal, ADDRESS));
        assert_eq!(names(&cards(&portal, ADDRESS)), before);
        portal.territories[0].names.name = "Другая область".to_owned();
        let after = names(&cards(&portal, ADDRESS));
        assert_eq!(after.len(), before.len());
        assert!(after != before);
    }

    #[test]
    fn without_an_address_nobody_could_find_a_card() {
        assert_eq!(cards(&portal(), None), Cards::default());
    }

    #[test]
    fn a_name_with_letters_the_font_lacks_is_shown_by_the_card_of_the_portal() {
        let mut portal = portal();
        portal.territories[0].names.name = "漢 область".to_owned();
        let region = PageKey::place(&portal.territories[0].path, PlacePage::Home);
        let cards = cards(&portal, ADDRESS);
        assert_eq!(cards.of(&region), cards.of(&PageKey::Home));
        assert!(cards.of(&region).is_some());
    }

    #[test]
    fn long_names_stay_inside_the_card() {
        let (portal, theme) = (portal(), fixture::theme());
        let site = Site::new(&portal);
        let edition = fixture::edition(date(2023, 5, 12));
        let context = Context::new(&portal, &site, &theme, &edition);
        let fonts = fonts(&context).expect("the theme has fonts");
        let room = WIDTH - 2 * MARGIN;
        let long = "Муниципальное образование городской округ с очень длинным официальным названием, \
                    которое никто не произносит целиком";
        let (size, lines) = title(&fonts, long, room);
        assert!(lines.len() == 2 && lines[1].ends_with('…'), "{lines:?}");
        let width = |line: &String| fonts.bold.width(line, size as f32);
        assert!(lines.iter().all(|line| width(line) <= room as f32));
    }
}
