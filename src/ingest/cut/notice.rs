//! What a site tells its readers of itself, and how the heads of its lists of other stories begin.

use super::press::{Press, Sense};
use crate::text::is_han;

/// Returns true if a text has a word of what sites tell of themselves, and is not what someone says.
pub(super) fn may_be_notice(text: &str) -> bool {
    Press::get().count(text, Sense::Notice) > 0 && !is_reported(text)
}

/// Returns true if a text is what a site tells its readers of itself.
pub(in crate::ingest) fn is_notice(text: &str) -> bool {
    let words = Press::get().count(text, Sense::Notice);
    let length = text.chars().count();
    // 請同意我們的隱私權規範，才能 … stands above a button that needs it.
    let asks = ["請同意", "请同意", "請先同意", "请先同意"].iter().any(|start| text.starts_with(start));
    // A paragraph may well speak of copyright or of browsers, and a headline of members and apps.
    let is_own = || {
        let begins = ["請", "请", "如欲", "若您"].iter().any(|start| text.starts_with(start));
        begins || OWN.iter().any(|word| text.contains(word))
    };
    asks && words >= 1 && length <= 60
        || (words >= 2 && length <= 60 || words >= 3 && length <= 200 || words >= 1 && length <= 16)
            && is_own()
            && !is_reported(text)
}

/// By what words a site speaks of itself and to its readers, or lays claim to its text.
const OWN: [&str; 37] = [
    "本網",
    "本网",
    "本站",
    "本文",
    "本報",
    "本报",
    "本刊",
    "本公司",
    "本內容",
    "本内容",
    "本平台",
    "我們",
    "我们",
    "Cookie",
    "cookie",
    "COOKIE",
    "©",
    "Copyright",
    "copyright",
    "Rights",
    "rights",
    "ICP",
    "备案",
    "備案",
    "自負",
    "自负",
    "不代表",
    "必究",
    "不得",
    "您",
    "，請",
    "，请",
    "留言",
    "所有",
    "恕不",
    "來稿",
    "来稿",
];

/// Returns true if a text is quoted, or someone says something in it before its first comma.
fn is_reported(text: &str) -> bool {
    let says = text.split_once('，').and_then(|(head, _)| Press::get().ends(head, Sense::Speech));
    says.is_some() || text.starts_with(['「', '『', '“'])
}

/// Returns true if a short text begins as the head of a list of other stories: 延伸閱讀, 更多地方新聞, 熱門推薦.
pub(in crate::ingest) fn heads_list(text: &str) -> bool {
    // What stands in brackets is a note of the story's own.
    let text = text.trim_matches(|c: char| !c.is_alphanumeric() && !"（）()《》「」“”".contains(c));
    if text.is_ascii() {
        return RELATED.contains(&text.to_ascii_lowercase().as_str());
    }
    let more = text.strip_prefix("更多").or_else(|| text.strip_prefix("看更多"));
    let is_more = more.is_some_and(|more| LISTED.iter().any(|listed| more.ends_with(listed)));
    let rest = || CHOSEN.iter().find_map(|chosen| text.strip_prefix(chosen));
    // 今日要聞 names a digest as well; 其他港聞 cannot.
    let other = || OTHER.iter().find_map(|other| text.strip_prefix(other));
    let is_section = |rest: &str| rest.ends_with(['聞', '闻']) && Press::get().is(rest, Sense::Section);
    // 排行榜第一的老店結業 is a headline.
    let ends_soon = |word: &str| {
        let rest = text.strip_prefix(word).unwrap_or_default();
        rest.chars().count() <= 4 || !rest.starts_with(is_han)
    };
    is_more
        || other().is_some_and(is_section)
        || Press::get().starts(text, Sense::Related).is_some_and(ends_soon)
        || rest().is_some_and(|rest| LISTED.contains(&rest))
}

/// Heads of such lists in English.
const RELATED: [&str; 27] = [
    "related posts",
    "related articles",
    "related stories",
    "related news",
    "related topics",
    "you may also like",
    "you might also like",
    "you may like",
    "read also",
    "also read",
    "more stories",
    "more news",
    "recommended for you",
    "recommended",
    "most read",
    "most popular",
    "latest news",
    "read more",
    "see also",
    "you may be interested",
    "trending",
    "trending now",
    "popular",
    "top stories",
    "editor's picks",
    "more from",
    "don't miss",
];

/// How the heads of such lists say which stories are in them, and that they are stories.
const CHOSEN: [&str; 26] = [
    "相關", "相关", "延伸", "推薦", "推荐", "熱門", "热门", "人氣", "人气", "熱讀", "热读", "精選", "精选",
    "最新", "編輯", "编辑", "為你", "为你", "猜你", "更多", "其他", "其它", "今日", "本週", "本周", "同類",
];
const OTHER: [&str; 5] = ["其他", "其它", "更多", "相關", "相关"];
const LISTED: [&str; 24] = [
    "新聞",
    "新闻",
    "報導",
    "報道",
    "报道",
    "报导",
    "文章",
    "消息",
    "影片",
    "視頻",
    "视频",
    "推薦",
    "推荐",
    "排行",
    "排行榜",
    "閱讀",
    "阅读",
    "內容",
    "内容",
    "話題",
    "话题",
    "精選",
    "精选",
    "喜歡",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_site_says_of_itself_is_told_from_news_of_such_things() {
        for notice in [
            "本網站使用 Cookie，繼續瀏覽即表示您同意。",
            "请登录后下载，未经授权不得转载。",
            "版權所有，侵權必究",
            "來函請附真實姓名及地址，否則恕不刊登。",
            "来稿请勿一稿多投，恕不退还。",
            "感謝您閱讀本報，登記會員可收藏文章。",
            "網友留言不代表本報立場，文責自負。",
            "您的個人資料受隱私政策保護。",
        ] {
            assert!(is_notice(notice), "{notice}");
        }
        for news in [
            "警方籲市民勿點擊短訊連結，也不要下載來歷不明的App。",
            "受骗的会员说，对方要她登录网站更新个人资料。",
            "法庭去年裁定平台侵權，須賠償轉載的照片。",
            "會員個人資料外洩　商戶致歉",
            "外送App再加價",
            "“请下载App登录”的短信是假的，银行说。",
            "警方說，請市民不要登入該網站或下載該App。",
        ] {
            assert!(!is_notice(news), "{news}");
        }
    }

    #[test]
    fn heads_of_lists_are_told_from_headlines_that_begin_alike() {
        for head in
            ["相关推荐", "為你推薦：", "延伸報道", "大家还在看", "Top stories", "See also", "熱門話題"]
        {
            assert!(heads_list(head), "{head}");
        }
        for title in ["排行榜首位的老店要搬", "最新消息傳來全村歡呼", "熱門話題劇停播一周"]
        {
            assert!(!heads_list(title), "{title}");
        }
    }
}
