//! The word lists of the rules.

/// Surnames of one character.
pub(crate) const SURNAMES: &str = "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何林高羅鄭梁謝宋唐許鄧韓馮曹彭曾蕭肖田董袁潘于於蔡蔣余杜葉程蘇魏呂丁任沈姚盧姜崔鍾\
鐘譚陸汪范金石廖賈夏韋付傅方白鄒孟熊秦邱丘江尹薛閻段雷侯龍史陶黎賀顧毛郝龔邵萬錢嚴覃武戴莫孔向湯常溫康施文牛樊葛邢安齊易喬伍龐顏倪莊\
聶章魯岳翟殷詹申耿關蘭焦俞左柳甘祝包寧尚符舒阮柯紀梅童凌畢單季裴霍涂成苗谷盛曲翁冉駱藍路游辛靳狄柴";

/// Surnames of two characters.
pub(crate) const DOUBLE_SURNAMES: [&str; 9] =
    ["歐陽", "諸葛", "司馬", "上官", "獨孤", "司徒", "慕容", "夏侯", "公孫"];

/// Sequences that newspapers print and read as one word, apart from function words.
pub(crate) const BOUND: [&str; 23] = [
    "正 在",
    "之 際",
    "之 間",
    "之 後",
    "之 前",
    "這 個",
    "那 個",
    "美 元",
    "歐 元",
    "日 圓",
    "一 些",
    "這 些",
    "那 些",
    "特別 是",
    "多 邊",
    "單 邊",
    "兩 岸",
    "多 數",
    "大 多數",
    "大 部分",
    "總 統",
    "不 同",
    "所 有",
];
