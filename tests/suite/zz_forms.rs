use crate::harness::Content;
use crate::search::Engine;
#[test]
fn zz_forms() {
    let Ok(file) = std::env::var("FORMS") else { return };
    let engine = Engine::of(&Content::real());
    let text = std::fs::read_to_string(&file).unwrap();
    let mut out = String::new();
    for line in text.lines() {
        let answer = engine.ask(line, 2000, vec![]);
        let urls: Vec<&str> = answer.results.iter().filter(|r| ["event","plan","municipality"].contains(&r.kind.as_str())).map(|r| r.url.as_str()).collect();
        out.push_str(&format!("{line}\t{}\n", urls.join(" ")));
    }
    std::fs::write(format!("{file}.out"), out).unwrap();
}
