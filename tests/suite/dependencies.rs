//! What the program is made of keeps to `deny.toml`: licences, sources, what is banned. Nothing is asked of a network.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

/// The policy.
fn policy() -> toml::Table {
    let text = std::fs::read_to_string("deny.toml").expect("the policy is there");
    text.parse().expect("the policy is TOML")
}

/// All packages of the lock file as cargo knows them.
fn packages() -> Vec<Value> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--offline", "--locked"])
        .args(["--filter-platform", "x86_64-unknown-linux-gnu"])
        .output()
        .expect("cargo runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let all: Value = serde_json::from_slice(&output.stdout).expect("cargo speaks JSON");
    all["packages"].as_array().expect("a list").clone()
}

fn texts(list: &toml::Value) -> BTreeSet<String> {
    let items = list.as_array().expect("a list").iter();
    items
        .filter_map(|item| item.as_str().map(str::to_owned))
        .collect()
}

/// Whether an expression of licences can be kept with those allowed: one of each «OR», all of each «AND».
fn may(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let plain = expression
        .replace(['(', ')'], "")
        .replace(" / ", " OR ")
        .replace('/', " OR ");
    plain
        .split(" AND ")
        .all(|part| part.split(" OR ").any(|one| allowed.contains(one.trim())))
}

#[test]
fn licences_are_those_that_are_allowed() {
    let policy = policy();
    let allowed = texts(&policy["licenses"]["allow"]);
    let refused: Vec<String> = packages()
        .iter()
        .filter(|package| !may(package["license"].as_str().unwrap_or("none"), &allowed))
        .map(|package| format!("{} {}", package["name"], package["license"]))
        .collect();
    assert_eq!(refused, [""; 0]);
}

#[test]
fn an_expression_of_licences_is_read_as_it_is_meant() {
    let allowed = BTreeSet::from(["MIT".to_owned(), "BSD-3-Clause".to_owned()]);
    assert!(may("MIT/Apache-2.0", &allowed));
    assert!(may("(Apache-2.0 OR MIT) AND BSD-3-Clause", &allowed));
    assert!(!may("(Apache-2.0 OR MIT) AND OpenSSL", &allowed));
    assert!(!may("GPL-3.0-only", &allowed));
}

#[test]
fn packages_come_from_one_registry_and_none_is_banned() {
    let policy = policy();
    let banned: BTreeSet<String> = policy["bans"]["deny"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|one| one["crate"].as_str().map(str::to_owned))
        .collect();
    for package in packages() {
        let name = package["name"].as_str().unwrap_or_default();
        let own = package["source"].is_null() && name == "shnor-portal";
        let source = package["source"].as_str().unwrap_or_default();
        assert!(
            own || source == "registry+https://github.com/rust-lang/crates.io-index",
            "{name}: {source}"
        );
        assert!(!banned.contains(name), "{name}");
    }
}
