//! temporary driver
#![allow(unsafe_code, clippy::all, unreachable_pub, missing_docs)]
#[path = "fuzz/session.rs"]
mod session;
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
struct Count;
static LIVE: AtomicUsize = AtomicUsize::new(0);
static LIMIT: AtomicUsize = AtomicUsize::new(usize::MAX);
unsafe impl GlobalAlloc for Count {
    unsafe fn alloc(&self, l: Layout) -> *mut u8 {
        let live = LIVE.fetch_add(l.size(), Relaxed) + l.size();
        if live > LIMIT.load(Relaxed) {
            LIMIT.store(usize::MAX, Relaxed);
            panic!("allocates {live}");
        }
        unsafe { System.alloc(l) }
    }
    unsafe fn dealloc(&self, p: *mut u8, l: Layout) {
        LIVE.fetch_sub(l.size(), Relaxed);
        unsafe { System.dealloc(p, l) }
    }
}
#[global_allocator]
static A: Count = Count;
struct R(u64);
impl R {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e3779b97f4a7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58476d1ce4e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d049bb133111eb);
        z ^ (z >> 31)
    }
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}
fn tokens(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let mut t = String::from(c);
        if c == '"' {
            while let Some(d) = chars.next() {
                t.push(d);
                if d == '\\' {
                    if let Some(e) = chars.next() {
                        t.push(e)
                    }
                } else if d == '"' {
                    break;
                }
            }
        } else if c.is_ascii_alphanumeric() {
            while chars.peek().is_some_and(|d| d.is_ascii_alphanumeric()) {
                t.push(chars.next().unwrap())
            }
        }
        out.push(t);
    }
    out
}
fn json(r: &mut R, seeds: &[Vec<String>]) -> String {
    let i = r.below(seeds.len());
    let mut t = seeds[i].clone();
    for _ in 0..1 + r.below(6) {
        let n = t.len();
        let at = r.below(n);
        match r.below(9) {
            0 => {
                t[at] = [
                    "0",
                    "1",
                    "2",
                    "4294967295",
                    "4294967296",
                    "-1",
                    "1e9",
                    "null",
                    "true",
                    "\"\"",
                    "[]",
                    "{}",
                    "18446744073709551615",
                ][r.below(13)]
                .into()
            }
            1 => {
                let j = r.below(n);
                t.swap(at, j)
            }
            2 => {
                let s = r.below(seeds.len());
                let k = r.below(seeds[s].len());
                t[at] = seeds[s][k].clone()
            }
            3 => {
                t.remove(at);
                if t.is_empty() {
                    t.push("{".into())
                }
            }
            4 | 5 => {
                // replaces a number by another
                let nums: Vec<usize> = (0..n).filter(|&k| t[k].bytes().all(|b| b.is_ascii_digit())).collect();
                if !nums.is_empty() {
                    let k = nums[r.below(nums.len())];
                    t[k] = ["0", "1", "2", "3", "7", "4294967295", "4294967294"][r.below(7)].into()
                }
            }
            6 => {
                // duplicates or drops a balanced object
                let opens: Vec<usize> = (0..n).filter(|&k| t[k] == "{").collect();
                if opens.is_empty() {
                    continue;
                }
                let k = opens[r.below(opens.len())];
                let mut d = 0;
                let mut e = k;
                while e < n {
                    if t[e] == "{" || t[e] == "[" {
                        d += 1
                    }
                    if t[e] == "}" || t[e] == "]" {
                        d -= 1;
                        if d == 0 {
                            break;
                        }
                    }
                    e += 1
                }
                if e >= n {
                    continue;
                }
                let part: Vec<String> = t[k..=e].to_vec();
                if r.below(2) == 0 {
                    let mut ins = vec![",".to_string()];
                    ins.extend(part);
                    t.splice(e + 1..e + 1, ins);
                } else {
                    t.splice(k..=e, ["{}".to_string()]);
                }
            }
            7 => {
                // string char tweak
                let strs: Vec<usize> = (0..n).filter(|&k| t[k].starts_with('"')).collect();
                if strs.is_empty() {
                    continue;
                }
                let k = strs[r.below(strs.len())];
                t[k] = [
                    "\"u1\"",
                    "\"u2\"",
                    "\"u9\"",
                    "\"u4294967295\"",
                    "\"furniture\"",
                    "\"headline\"",
                    "\"\\u0000\"",
                    "\"𠮷\"",
                    "\"山上的花\"",
                    "\"#here 0-2 山/上 - u1-1\\n山上 s\\n\"",
                    "\"number\"",
                    "\"big5\"",
                    "\"utf-16le\"",
                    "\"\\n\"",
                    "\"/+8=\"",
                ][r.below(15)]
                .into();
            }
            _ => {
                let s = r.below(seeds.len());
                let a = r.below(seeds[s].len());
                let l = r.below(12);
                let b = (a + l).min(seeds[s].len());
                let ins: Vec<String> = seeds[s][a..b].to_vec();
                t.splice(at..at, ins);
            }
        }
    }
    t.concat()
}
fn bytes(r: &mut R, seeds: &[Vec<u8>], pieces: &[&[u8]]) -> Vec<u8> {
    let mut b = seeds[r.below(seeds.len())].clone();
    for _ in 0..1 + r.below(8) {
        let at = r.below(b.len() + 1);
        match r.below(5) {
            0 if !b.is_empty() => {
                let k = at.min(b.len() - 1);
                b[k] = r.next() as u8
            }
            1 => {
                let p = pieces[r.below(pieces.len())];
                b.splice(at..at, p.iter().copied());
            }
            2 if !b.is_empty() => {
                let e = (at + r.below(9)).min(b.len());
                b.drain(at.min(e)..e);
            }
            3 => {
                let s = &seeds[r.below(seeds.len())];
                let a = r.below(s.len() + 1);
                let e = (a + r.below(40)).min(s.len());
                let ins = s[a..e].to_vec();
                b.splice(at..at, ins);
            }
            _ => b.push(r.next() as u8),
        }
    }
    b
}
#[test]
fn drive() {
    let what = std::env::var("WHAT").unwrap();
    let secs: u64 = std::env::var("SECS").unwrap().parse().unwrap();
    let seed: u64 = std::env::var("SEED").unwrap_or("1".into()).parse().unwrap();
    let mut r = R(seed * 7919);
    let end = std::time::Instant::now() + std::time::Duration::from_secs(secs);
    let mut runs = 0u64;
    let mut opened = 0u64;
    let folder = format!("tests/fuzz/corpus/{what}");
    let seeds: Vec<Vec<u8>> =
        std::fs::read_dir(&folder).unwrap().map(|e| std::fs::read(e.unwrap().path()).unwrap()).collect();
    let texts: Vec<Vec<String>> = seeds.iter().map(|s| tokens(&String::from_utf8_lossy(s))).collect();
    let pieces: Vec<&[u8]> = vec![
        b"#here ",
        b"#off ",
        b"#gone ",
        b"0-2 ",
        " - u1-1".as_bytes(),
        "山/上".as_bytes(),
        "\u{feff}".as_bytes(),
        "　".as_bytes(),
        b"\n",
        b"\r\n",
        b" ",
        b"/",
        b"0",
        b"4294967295",
        b"n",
        "字".as_bytes(),
        "\u{85}".as_bytes(),
        "\u{2028}".as_bytes(),
        b"\0",
        b"\t",
        "台北".as_bytes(),
        "臺北".as_bytes(),
        "#".as_bytes(),
        "e\u{301}".as_bytes(),
    ];
    for s in &seeds {
        match what.as_str() {
            "session_file" => session::session_file(s),
            "dictionary_file" => session::dictionary_file(s),
            _ => session::model_file(s),
        }
    }
    while std::time::Instant::now() < end {
        let input = if what == "session_file" && r.below(8) > 0 {
            json(&mut r, &texts).into_bytes()
        } else {
            bytes(&mut r, &seeds, &pieces)
        };
        let f: fn(&[u8]) = match what.as_str() {
            "session_file" => session::session_file,
            "dictionary_file" => session::dictionary_file,
            _ => session::model_file,
        };
        if what == "session_file" && serde_json::from_slice::<serde_json::Value>(&input).is_ok() {
            opened += 1
        }
        LIMIT.store(LIVE.load(Relaxed) + (256 << 20), Relaxed);
        let res = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| f(&input)));
        LIMIT.store(usize::MAX, Relaxed);
        if let Err(e) = res {
            std::fs::write(format!("/tmp/store-fuzz/{what}-{seed}-{runs}"), &input).unwrap();
            println!("failed after {runs} runs");
            std::panic::resume_unwind(e)
        }
        runs += 1;
    }
    println!("{what}: {runs} runs, {opened} are JSON");
}
