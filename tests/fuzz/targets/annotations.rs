#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| bulletin_fuzz::annotations(input));
