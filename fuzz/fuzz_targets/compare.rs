#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| duidu_fuzz::compare::compare(data));
