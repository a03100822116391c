//! Buttons and counts of a site: what passes a story on, sets its letters, and says how often and how long ago.

use super::press::{Press, Sense};

/// Services by which readers pass stories on, in lower case, and the words of buttons that do.
pub(super) const SERVICES: [&str; 27] = [
    "facebook",
    "twitter",
    "whatsapp",
    "telegram",
    "messenger",
    "threads",
    "instagram",
    "wechat",
    "weibo",
    "line",
    "youtube",
    "tiktok",
    "linkedin",
    "reddit",
    "pinterest",
    "signal",
    "viber",
    "mewe",
    "plurk",
    "微信",
    "微博",
    "小紅書",
    "小红书",
    "抖音",
    "推特",
    "臉書",
    "脸书",
];

const BUTTONS: [&str; 41] = [
    "分享",
    "轉發",
    "转发",
    "傳送",
    "传送",
    "追蹤",
    "追踪",
    "關注",
    "关注",
    "訂閱",
    "订阅",
    "加入",
    "粉絲團",
    "粉絲專頁",
    "好友",
    "頻道",
    "频道",
    "群組",
    "我們",
    "我们",
    "官方",
    "讚",
    "share",
    "follow",
    "复制",
    "複製",
    "传给",
    "轉寄",
    "转寄",
    "儲存",
    "保存",
    "追隨",
    "粉丝团",
    "粉丝专页",
    "群组",
    "赞",
    "join",
    "save",
    "send",
    "copy",
    "subscribe",
];

/// Returns true if a line is a button that passes the story on, or follows the paper there: facebook分享, 用LINE傳送.
pub(super) fn is_share_button(text: &str) -> bool {
    let names_service = |c: char| c.is_ascii_alphabetic() || "微推臉脸小抖".contains(c);
    if text.len() > 60 || !text.contains(names_service) {
        return false;
    }
    let mut rest = text.to_lowercase();
    let mut services = 0_usize;
    for (words, is_service) in [(&SERVICES[..], true), (&BUTTONS[..], false)] {
        for word in words {
            if rest.contains(word) {
                services = services.saturating_add(is_service.into());
                rest = rest.replace(word, " ");
            }
        }
    }
    services > 0 && rest.chars().all(|c| !c.is_alphanumeric() || "用到至按以於在我給给的".contains(c))
}

/// Returns true if a line is a count or the length of a recording, and nothing else: 222, 00:00 / 01:12.
pub(super) fn is_counter(text: &str) -> bool {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
    let more = text.strip_prefix('+').is_some_and(|more| more.bytes().all(|byte| byte.is_ascii_digit()));
    let thousands = text.strip_suffix(['k', 'K', 'm', 'M']);
    let is_rounded =
        |count: &str| !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_plain && text.len() <= 6 && !is_year(text)
        || thousands.is_some_and(is_rounded) && text.len() <= 6
        || more && (2..=4).contains(&text.len())
        || is_length(text)
}

/// Returns true if a line is counts of what readers made of a message, behind small pictures: 👍 132　👁 6.2K.
pub(super) fn is_row_of_counts(text: &str) -> bool {
    let is_picture = |c: char| !c.is_alphanumeric() && !c.is_ascii() && !crate::text::is_closing(c);
    let text = ["轉發自", "转发自", "Forwarded from"]
        .iter()
        .find_map(|word| text.split_once(word))
        .map_or(text, |it| it.0);
    let mut counted = false;
    let mut words = text.split_whitespace();
    text.starts_with(is_picture)
        && !text.starts_with(|c: char| {
            ('\u{2010}'..='\u{25ff}').contains(&c) || ('\u{3000}'..='\u{303f}').contains(&c)
        })
        && words.all(|word| {
            let rest = word.trim_start_matches(is_picture).trim_start_matches('\u{fe0f}');
            let unit = rest.trim_start_matches(|c: char| c.is_ascii_digit() || ".,".contains(c));
            counted |= unit.len() < rest.len();
            rest.is_empty()
                || unit.len() < rest.len()
                    && (["", "K", "k", "M", "萬", "万"].contains(&unit)
                        || ["則", "则", "條", "条", "次", "個", "个"].iter().any(|of| unit.starts_with(of)))
        })
        && counted
}

/// Returns true if a number could be a year of the chronicle that it heads.
pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year: u32| (1800..=2100).contains(&year))
}

/// Returns true if a text is the length of a recording: 00:00 / 01:12, 1:02:33. With one colon it is a time or a score.
fn is_length(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || b":/ .".contains(&byte))
        && text.contains(':')
        && (text.contains('/') || text.matches(':').count() >= 2)
}

/// Returns true if a text is a time of day and nothing more, which a live page has above each entry: 08:05.
pub(super) fn is_time(text: &str) -> bool {
    let parts = text.split_once([':', '：']);
    parts.is_some_and(|(hour, minute)| {
        let is_number = |part: &str, most: u32| part.parse().is_ok_and(|number: u32| number < most);
        minute.len() == 2 && is_number(hour, 24) && is_number(minute, 60) && hour.len() <= 2
    })
}

/// Returns true if a line is a button and how often it was pressed: 讚好 1.8K, 阅读 8.6万, 留言96.
pub(super) fn is_counted_button(text: &str) -> bool {
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit() || " .,+KkMwW万萬次人個个".contains(c));
    let count = text.strip_prefix(word).unwrap_or_default();
    let is_known = |word: &str| Press::get().is(word, Sense::FurnitureLine) || PRESSED.contains(&word);
    count.bytes().any(|byte| byte.is_ascii_digit())
        && !word.is_empty()
        && is_known(word.trim_end_matches(['：', ':', '(', '（']))
}

/// Buttons that mean something else by themselves.
const PRESSED: [&str; 29] = [
    "開心", "开心", "感動", "感动", "難過", "难过", "生氣", "生气", "憤怒", "愤怒", "驚訝", "惊讶", "無聊",
    "无聊", "傷心", "伤心", "讚", "赞", "在看", "閱讀", "阅读", "瀏覽", "浏览", "喜歡", "喜欢", "評論",
    "评论", "人氣", "点赞",
];

/// Returns true if a line says how many comments there are: 網友評論（0）, 12則留言.
pub(super) fn is_sum_of_comments(text: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let named = |part: &str| part.chars().count() <= 6 && COMMENTS.iter().any(|word| part.ends_with(word));
    let behind = || {
        let (name, rest) = text.split_once(['（', '('])?;
        Some(named(name.trim()) && is_number(rest.strip_suffix(['）', ')'])?.trim()))
    };
    let before = || {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let rest = rest.trim_start().strip_prefix(['則', '则', '條', '条', '個', '个'])?;
        Some(text.starts_with(|c: char| c.is_ascii_digit()) && COMMENTS.contains(&rest))
    };
    behind().or_else(before).unwrap_or_default()
}

/// Words for what readers write below a story.
const COMMENTS: [&str; 12] =
    ["評論", "评论", "留言", "回應", "回应", "迴響", "跟帖", "跟貼", "討論", "讨论", "跟贴", "留言板"];

/// Returns true if a line sets the size of the letters and says nothing more: 小中大, 字級：A A+.
pub(super) fn is_size_control(text: &str) -> bool {
    if !text.starts_with(['字', '小', '中', '大', '特', '：', ':', ' ']) {
        return false;
    }
    let rest = text.trim_start_matches(['字', '級', '级', '體', '体', '號', '号', '：', ':', ' ']);
    let sizes = rest.chars().filter(|c| "小中大特".contains(*c)).count();
    (3..=4).contains(&sizes) && rest.chars().all(|c| "小中大特 /|+-".contains(c))
}

/// Returns true if a line is how long ago something was and nothing more: 2 天前, 3小時前.
pub(super) fn is_ago(text: &str) -> bool {
    let count = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let unit = count.trim_start().trim_end_matches(" ago");
    let is_word = |word: &str| matches!(word, "剛剛" | "刚刚" | "剛才" | "刚才" | "Just now");
    let units = [
        "秒前",
        "分鐘前",
        "分钟前",
        "小時前",
        "小时前",
        "個小時前",
        "个小时前",
        "小時之前",
        "小时之前",
        "天前",
        "週前",
        "周前",
        "個月前",
        "个月前",
        "年前",
        "年以前",
    ];
    let english = ["sec", "second", "min", "minute", "hr", "hour", "day", "week", "month", "year"];
    let is_english = || count.ends_with(" ago") && english.contains(&unit.strip_suffix('s').unwrap_or(unit));
    is_word(text) || count.len() < text.len() && (units.contains(&unit) || is_english())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_are_told_from_headlines_about_a_service() {
        for button in
            ["facebook分享", "用LINE傳送", "分享到 WhatsApp", "追蹤我們的 Instagram", "Facebook / Twitter"]
        {
            assert!(is_share_button(button), "{button}");
        }
        for other in ["Facebook 宣布裁員", "online", "LINE 推出新貼圖", "分享經濟", "花開了"]
        {
            assert!(!is_share_button(other), "{other}");
        }
    }

    #[test]
    fn years_times_and_scores_are_no_counts() {
        for text in ["1997", "2024", "08:05", "23:59", "2:1", "0:0"] {
            assert!(!is_counter(text), "{text}");
        }
        for count in ["1204", "12", "00:00 / 03:20", "1:02:33", "+12"] {
            assert!(is_counter(count), "{count}");
        }
        assert!(
            is_time("8:05") && !is_time("2:1") && !is_time("25:10") && !is_time("08:5") && !is_time("一")
        );
    }

    #[test]
    fn counts_sizes_and_how_long_ago_are_told_from_titles() {
        assert!(["1.2k", "222", "00:00 / 01:12"].iter().all(|text| is_counter(text)));
        assert!(["小中大", "字級：小 中 大 特"].iter().all(|text| is_size_control(text)));
        assert!(["2 天前", "3小時前", "5 hours ago"].iter().all(|text| is_ago(text)));
        for other in ["大小不一", "三天前停電", "2 天前停電", "天前", "1.2k人"] {
            assert!(!is_counter(other) && !is_size_control(other) && !is_ago(other), "{other}");
        }
    }
}
