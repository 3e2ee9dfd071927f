//! The unpacker's memory: little stands on its stack, and what lies low is reached by few bytes.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|it| it == "wasm") {
        println!("cargo::rustc-link-arg-bins=-zstack-size=8192");
    }
}
