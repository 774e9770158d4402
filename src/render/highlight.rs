pub fn stylesheet() -> String {
    String::new()
}
