//! Traditional and Simplified script.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::fold::{fold_char, simplifications};

/// The Simplified forms that Traditional text has too, as characters of their own or as short forms: those in
/// Big5 except the few, such as 体 and 虫, whose other readings no newspaper prints; and 着, as Hong Kong prints 著.
const BOTH: &str = "丑丰于云仆伙余佛佣俊修僵克冢冬冲决况冻净凄准凉凌减凑凛几凶出划刮制千升卜占即卷厘只台吁吃合吊同后向吨呆周咨咸咽哄唇喂噪回困圣埼复夸奸姜娘家尸\
局岩岭岳峰巨布帘席干并幸庄床庵弦彩征御志念恤愈戚扇才扎托扣折抬抵拐拼挂挨挲挽捆捍据搜教斗旋旗既昆晒暗曲札朱朴杆杠杯杰松板构柜查栖栗核梁棋棱檐\
欲污沄沈沾泄泛泞注洒洼涂涌淀游溪溯漓灶炖熏狸玩璇瓮症痒痴痹皂真睾矩着私秋秘筑篱粽糊糖系累羡群肮肴胄胡腌膻致舍芸苔范茧蒏蒙蓑蔂蔑虮虱蚝蜡蝎表谷跖\
踊辟逾郁酸采里雇雕霉面飧";

static ONLY_SIMPLIFIED: LazyLock<FxHashSet<char>> = LazyLock::new(|| {
    let pairs: Vec<(char, char)> = unified().collect();
    let traditional: FxHashSet<char> = pairs.iter().map(|pair| pair.0).collect();
    let both: FxHashSet<char> = BOTH.chars().collect();
    let own = pairs.into_iter().map(|(_, simplified)| simplified);
    own.filter(|simplified| !traditional.contains(simplified) && !both.contains(simplified)).collect()
});

static ONLY_TRADITIONAL: LazyLock<FxHashSet<char>> = LazyLock::new(|| {
    // A few are the Simplified forms of others: 么 is 幺 in Traditional text and 麼 in Simplified.
    let simplified: FxHashSet<char> = unified().map(|pair| pair.1).collect();
    unified().map(|pair| pair.0).filter(|traditional| !simplified.contains(traditional)).collect()
});

/// Returns the pairs of the table except compatibility ideographs, which duplicate characters of either
/// script.
fn unified() -> impl Iterator<Item = (char, char)> {
    let compatibility = |c: char| matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}');
    simplifications().filter(move |pair| !compatibility(pair.0))
}

/// A script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// 繁體.
    Traditional,
    /// 簡體.
    Simplified,
}

/// Returns the script of a text: the one it has more exclusive characters of; `None` if it has none of
/// either, or as many of both.
pub fn script(text: &str) -> Option<Script> {
    let (mut traditional, mut simplified) = (0_u32, 0_u32);
    for c in text.chars() {
        traditional += u32::from(ONLY_TRADITIONAL.contains(&c));
        simplified += u32::from(ONLY_SIMPLIFIED.contains(&c));
    }
    match traditional.cmp(&simplified) {
        std::cmp::Ordering::Greater => Some(Script::Traditional),
        std::cmp::Ordering::Less => Some(Script::Simplified),
        std::cmp::Ordering::Equal => None,
    }
}

/// Returns true if two characters are one in two scripts: a Traditional form and a form that only Simplified
/// text has, as 國 and 国. 臺 and 台 are not, for both occur in Traditional text.
pub fn is_script_pair(a: char, b: char) -> bool {
    let one_way = |simplified: char, other: char| {
        ONLY_SIMPLIFIED.contains(&simplified) && !ONLY_SIMPLIFIED.contains(&other)
    };
    a != b && fold_char(a) == fold_char(b) && (one_way(a, b) || one_way(b, a))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_one_script_decide() {
        assert_eq!(script("兩國關係發展"), Some(Script::Traditional));
        assert_eq!(script("两国关系发展"), Some(Script::Simplified));
        assert_eq!(script("中文"), None);
        assert_eq!(script("这么"), Some(Script::Simplified));
        assert_eq!(script("么"), None);
        assert_eq!(script("着"), None);
        assert_eq!(script("台北公布表面"), None);
    }

    #[test]
    fn variants_of_one_script_are_no_script_pair() {
        for pair in ["國国", "国國", "說说", "説说", "兩两", "衞卫"] {
            let mut pair = pair.chars();
            assert!(is_script_pair(pair.next().unwrap(), pair.next().unwrap()));
        }
        for pair in ["臺台", "裏裡", "里裏", "說説", "甲甲", "國说", "麵面", "後后", "隻只"]
        {
            let mut pair = pair.chars();
            assert!(!is_script_pair(pair.next().unwrap(), pair.next().unwrap()));
        }
    }
}
