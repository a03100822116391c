//! Likelihood of a text as Chinese print, character by character: readings in a wrong encoding are unlikely.

use std::sync::LazyLock;

use encoding_rs::{BIG5, Encoding as Standard, GBK};

use crate::text::{fold_char, is_han};

/// The most common characters of print, roughly in the order of their use, in Traditional writing.
const COMMON: &str = "\
的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於着下自之年過\
發後作裏用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本\
前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很\
最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度\
門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電\
數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬\
科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬\
取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運港澳台委局署議警察醫幣億元亞歐俄聯盟黨革團際華\
英京昨晚早男涉案捕控罪庭裁判傷亡車樓股價升跌銀調查研究消息示料增減超預算財富商貿易投濟稅費支\
持服推廣措施環境居屋租購買賣店客旅遊航班鐵站線船隻輛橋火災風雨暴熱冷溫訊專圖片攝影歲媒網絡技\
創選舉票席副親友夫妻父母童青校園課考試音樂演賽球勝負冠獎牌健康病毒疫苗診藥率千百六七八九零週\
星左右約逾近每另仍曾未須需若雖嘅咗喺啲嚟冇佢哋嗰唔咁乜睇俾";

/// Cost of one character, in the unit of a natural logarithm; less is likelier. Not measured: the classes are the
/// encodings' own, and the numbers are the shares that such classes have in print, rounded.
mod cost {
    pub(super) const PUNCTUATION: u8 = 4;
    pub(super) const SPACE: u8 = 4;
    pub(super) const ASCII: u8 = 6;
    pub(super) const COMMON: u8 = 6;
    pub(super) const LISTED: u8 = 7;
    pub(super) const FIRST_LEVEL: u8 = 10;
    pub(super) const SECOND_LEVEL: u8 = 13;
    pub(super) const OTHER_HAN: u8 = 16;
    pub(super) const SYMBOL: u8 = 12;
    pub(super) const FOREIGN: u8 = 15;
    pub(super) const STRANGE: u8 = 18;
    pub(super) const PRIVATE: u8 = 22;
    pub(super) const CONTROL: u8 = 22;
    pub(super) const REPLACED: u8 = 30;
}

/// The costs of the basic plane.
static COSTS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut costs: Vec<u8> =
        (0..=0xFFFF_u32).map(|code| char::from_u32(code).map_or(cost::STRANGE, by_block)).collect();
    let mut lower = |c: char, to: u8| {
        if let Some(entry) = costs.get_mut(c as usize) {
            *entry = (*entry).min(to);
        }
    };
    // The standards' own division: characters in daily use are in the first level, the rest in the second.
    for (standard, leads, to) in [
        (BIG5, 0xC9..=0xF9, cost::SECOND_LEVEL),
        (GBK, 0xD8..=0xF7, cost::SECOND_LEVEL),
        (BIG5, 0xA4..=0xC6, cost::FIRST_LEVEL),
        (GBK, 0xB0..=0xD7, cost::FIRST_LEVEL),
    ] {
        for c in characters(standard, leads) {
            lower(c, to);
            lower(fold_char(c), to);
        }
    }
    for (at, c) in COMMON.chars().enumerate() {
        let to = if at < 300 { cost::COMMON } else { cost::LISTED };
        lower(c, to);
        lower(fold_char(c), to);
    }
    costs
});

/// Returns the ideographs of a double-byte standard whose first byte is one of `leads`.
fn characters(standard: &'static Standard, leads: std::ops::RangeInclusive<u8>) -> Vec<char> {
    // GB 2312 has no second byte below 0xA1; characters that GBK added there are rare.
    let first = if standard == BIG5 { 0x40 } else { 0xA1 };
    let pairs = leads.flat_map(|lead| (first..=0xFE).map(move |trail| [lead, trail]));
    pairs
        .filter_map(|pair| {
            let (text, _) = standard.decode_without_bom_handling(&pair);
            let mut chars = text.chars();
            chars.next().filter(|&c| is_han(c) && chars.next().is_none())
        })
        .collect()
}

fn by_block(c: char) -> u8 {
    match c {
        '\n' | '\r' | '\t' | ' ' | '\u{3000}' | '\u{A0}' => cost::SPACE,
        '\u{FFFD}' => cost::REPLACED,
        c if c.is_control() => cost::CONTROL,
        c if c.is_ascii() => cost::ASCII,
        '，' | '。' | '、' | '「' | '」' | '：' | '；' | '？' | '！' | '（' | '）' | '《' | '》' | '“'
        | '”' => cost::PUNCTUATION,
        '『' | '』' | '‘' | '’' | '—' | '…' | '·' | '•' | '【' | '】' | '〈' | '〉' | '～' | '％' => {
            cost::FIRST_LEVEL
        }
        c if is_han(c) => cost::OTHER_HAN,
        '\u{2010}'..='\u{27BF}' | '\u{3001}'..='\u{303F}' | '\u{FF01}'..='\u{FF5E}' => cost::SYMBOL,
        '\u{A1}'..='\u{24F}' | '\u{370}'..='\u{4FF}' | '\u{3040}'..='\u{312F}' => cost::FOREIGN,
        '\u{E000}'..='\u{F8FF}' => cost::PRIVATE,
        _ => cost::STRANGE,
    }
}

/// Returns the cost of the text and its number of characters.
pub(super) fn cost(text: &str) -> (u64, u64) {
    let costs = &*COSTS;
    text.chars().fold((0, 0), |(sum, count), c| {
        let cost = costs.get(c as usize).copied().unwrap_or(cost::STRANGE);
        (u64::saturating_add(sum, cost.into()), u64::saturating_add(count, 1))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn daily_characters_of_both_scripts_are_likelier_than_rare_ones() {
        let of = |text: &str| cost(text).0;
        for (likely, unlikely) in [("的", "龘"), ("國", "國"), ("国", "囯"), ("說", "鑿"), ("。", "я")]
        {
            assert!(of(likely) <= of(unlikely), "{likely} {unlikely}");
        }
        assert_eq!(of("國"), of("国"));
        assert!(of("\u{FFFD}") > of("\u{E000}"));
    }

    #[test]
    fn a_reading_in_the_wrong_encoding_costs_more() {
        let (bytes, _, failed) = BIG5.encode("圖書館明天起延長開放");
        assert!(!failed);
        let (wrong, _) = GBK.decode_without_bom_handling(&bytes);
        assert!(cost(&wrong).0 > 2 * cost("圖書館明天起延長開放").0, "{wrong}");
    }
}
