//! Roles of words in the names of organisations and offices.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::segment::Tag;
use crate::text::{fold, from};

/// The possible roles of a word, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RoleSet(u32);

/// Common words that begin names like proper nouns.
const OPENING: &str =
    "中華 國家 全國 世界 國際 中央 聯合國 國立 特區 人民 最高 亞太 歐亞 拉美 南亞 東亞 中亞 中東 北約";

/// Types of organisations that form a name with any description.
const TYPES: &str = "委員會 協會 學會 聯合會 基金會 研究院 研究所 交易所 管理局 監管局 監管總局 總局 總署 理事會 商會 公會 總會 聯誼會 \
促進會 常委會 執委會 管委會 博物館 博物院 紀念館 美術館 圖書館 檔案館 科學館 天文館 文化館 學院 書院 法院 檢察院 醫院 通訊社 出版社 \
電視台 廣播電台 事務所 指揮部 秘書處 辦事處 專員公署 大使館 總領事館 領事館";

/// Types that form a name only with a proper noun.
const PROPER_TYPES: &str = "大學 中學 小學 幼稚園 幼兒園 議會 國會 議院 參議院 眾議院 上議院 下議院 貴族院 政府 使館 辦公室 電台 銀行 警隊 警方 \
警察局 警察 集團 工會 同盟 聯盟 法庭 司令部 總部 代表團 訪問團 軍方 海軍 空軍 陸軍 國防軍 外交部 國防部 財政部 商務部 司法部 內閣 議會 \
共產黨 民主黨 共和黨 工黨 自由黨 保守黨 國民黨 人民黨 革命黨 社會黨 國家隊 足球隊 代表隊 奧委會 足總 央行 白宮 王室 皇室 證監會 金管局";

/// General types: only with a proper noun and a word between.
const LOOSE_TYPES: &str =
    "公司 企業 組織 機構 部門 中心 學校 團體 部隊 小組 專責小組 工作組 機關 黨 局 署 廳 隊 團";

/// Types of events and of documents, with a proper noun.
const EVENTS: &str = "峰會 會議 論壇 博覽會 運動會 大會 展覽會 研討會 代表大會 錦標賽 世界盃 聯賽 公開賽 大獎賽 公約 條約 協定 憲章 戰爭 革命 \
運動 起義 電影節 藝術節 音樂節 奧運會 亞運會 全運會 冬奧會 殘奧會 世錦賽 進博會 和平獎 文學獎 電影獎";

/// Types of places, with a proper noun.
const PLACES: &str = "機場 車站 火車站 高鐵站 口岸 大橋 隧道 自治區 自治州 自治縣 特別行政區 自貿區 自由貿易區 自貿港 自由貿易港 試驗區 開發區 \
新區 保護區 合作區 公園 廣場 港口 大廈 半島 群島 列島 海峽 運河 山脈 高原 平原 盆地 沙漠 教堂 核電站 水庫 水電站 經濟帶 城市群 灣區 大灣區 \
體育館 體育場 監獄 鐵路 高鐵 高速公路 公路 航線";

/// Roles of persons in an organisation or country.
const ROLES: &str = "總統 總理 主席 首相 國王 女王 天皇 王儲 外長 防長 財長 部長 議長 市長 省長 州長 縣長 區長 局長 署長 司長 處長 廳長 校長 院長 \
會長 社長 行長 總裁 總經理 董事長 總幹事 秘書長 發言人 大使 總領事 領事 特使 書記 總書記 委員長 主任 專員 國務卿 大臣 元首 領導人 總監 \
總司令 司令 參謀長 總檢察長 檢察長 議員 委員 教練 總教練 主教練 首席執行官 行政總裁 外交大臣 財政大臣 臨時代辦 公使 參贊 幹事長 總管 理事長 \
監誓 審計長 庫務局長 入境處處長 代總統 代總理";

/// Types that are named after persons.
const NAMED_AFTER: &str =
    "大學 中學 小學 學校 學院 書院 幼稚園 醫院 圖書館 紀念館 美術館 基金會 研究所 研究院";

/// Words that may precede a role.
const MODIFIERS: &str =
    "副 前 原 代 候任 署理 常務 助理 執行 名譽 首席 常駐 新任 時任 特命 全權 臨時 最高 代理 前任 現任";

/// Fields of government that form an office with a role.
const FIELDS: &str = "外交 財政 國防 教育 商務 內政 司法 環境 衞生 交通 運輸 勞工 能源 農業 貿易 文化 科技 工業 公安 警務 律政 政務 保安 房屋 \
醫務 民政 經濟 宣傳 組織 統戰 行政 國土 安全 財經 外事 旅遊 體育 司庫 海關 民航 氣象 消防";

/// Verbs that occur inside names of organisations.
const NAME_VERBS: &str = "合作 組織 聯合 協調 管理 監察 監督 監管 發展 改革 投訴 申訴 救援 援助 檢察 規劃 檢疫 檢驗 預防 控制 促進 交流 貿易 投資 \
結算 出版 廣播 通訊 旅遊 服務 建設 教育 培訓 研究 開發 保護 保障 救助 救護 搜救 登記 註冊 競爭 仲裁 調解 審計 審查 統戰 動員 防禦 防衛 防疫 \
減災 反恐 禁毒 執法 認證 運輸 航運 消防 制裁 禁止 限制 環保 調查 信息 應急 清算 互信 對話 衞生";

/// Descriptive words that never occur inside a name, whatever their tag.
const OUTSIDE: &str = "深化 會見 會談 有關 相關 兩國 雙方 各國 我國 該國 多國 期間 情況 問題 方面 消息 部分 主要 重要 重大 記者 當局 當地 本地 同胞 \
人士 先生 女士 關係 面對 導致 根據 訪問 進行 作為 方式 其他 目前 今年 全部 大部分 一般 多數 內容 是 的 和 與 及 或 在 於 為 等 後 時 上 中 下 內 外 \
以來 之間 之後 來自 成為 位於 認為 包括 通過 出席 參加 代表 讚賞 批評 譴責 指出 認同 同意 反對 支持 希望 計劃 決定";

/// Countries and regions abbreviated to one character, as in headlines before a role.
const BRIEF_PLACES: &str = "中美英法德日俄韓印華港澳台";

/// Words that end like an organisation but are none.
const NO_TYPES: &str = "幹部 東部 西部 南部 北部 中部 內部 外部 全部 局部 腹部 頸部 胸部 頭部 面部 底部 頂部 根部 記者會 發布會 招待會 座談會 音樂會 \
演唱會 歡迎會 酒會 晚會 宴會 茶話會 説明會 分享會 聽證會 追悼會 機會 社會 都會 不會 將會 約會 聚會 公安部 俱樂部 東南部 西南部 東北部 西北部 \
中南部 中西部 中東部 辦公廳 派對 處所 場所 到處 好處 壞處 多處 益處 用處 結局 大局 格局 佈局 戰局 政局 時局 當局 定局 新局 僵局 總裁 研究員 \
大社會 公司 新社會 全社會 各部 報社 旅行社 合作社 執政黨 在野黨 反對黨";

/// The last characters of organisations' names of three or more characters.
const ENDINGS: &str = "局部署處廳院會所館黨司辦社";

static CLASSES: LazyLock<FxHashMap<Box<str>, RoleSet>> = LazyLock::new(|| {
    let mut classes: FxHashMap<Box<str>, RoleSet> = FxHashMap::default();
    for (list, roles) in [
        (OPENING, RoleSet::OPENING),
        (TYPES, RoleSet::TYPE),
        (PROPER_TYPES, RoleSet::PROPER_TYPE),
        (LOOSE_TYPES, RoleSet::LOOSE_TYPE),
        (EVENTS, RoleSet::EVENT),
        (PLACES, RoleSet::PLACE),
        (ROLES, RoleSet::ROLE),
        (MODIFIERS, RoleSet::MODIFIER),
        (FIELDS, RoleSet::FIELD),
        (NAME_VERBS, RoleSet::NAME_VERB),
        (OUTSIDE, RoleSet::OUTSIDE),
        (NO_TYPES, RoleSet::NO_TYPE),
        (NAMED_AFTER, RoleSet::NAMED_AFTER),
        ("駐", RoleSet::POSTED),
    ] {
        for word in list.split_whitespace() {
            classes.entry(fold(word).into()).or_default().0 |= roles.0;
        }
    }
    let brief: Vec<char> = fold(BRIEF_PLACES).chars().collect();
    for (first, second) in brief.iter().flat_map(|&first| brief.iter().map(move |&second| (first, second))) {
        classes.entry([first, second].iter().collect::<String>().into()).or_default().0 |= RoleSet::PAIR.0;
    }
    for place in BRIEF_PLACES.chars() {
        classes.entry(fold(place.encode_utf8(&mut [0; 4])).into()).or_default().0 |= RoleSet::BRIEF_PLACE.0;
    }
    classes
});

static FOLDED_ENDINGS: LazyLock<String> = LazyLock::new(|| fold(ENDINGS));

/// The classes of words by the number of their tag.
static BY_TAG: LazyLock<[RoleSet; 256]> = LazyLock::new(|| {
    std::array::from_fn(|number| {
        let tag = u8::try_from(number).map_or(Tag::UNKNOWN, Tag::numbered);
        RoleSet(match tag.name() {
            "ns" | "nt" | "j" => RoleSet::PROPER.0 | RoleSet::NOMINAL.0,
            "nz" | "n" | "vn" | "b" | "an" | "ng" | "eng" | "l" => RoleSet::NOMINAL.0,
            "nr" | "nrt" | "nrfg" => RoleSet::PERSON.0,
            _ => 0,
        })
    })
});

fn is_noun(tag: Tag) -> bool {
    tag.name().starts_with('n') || matches!(tag.name(), "j" | "x" | "l")
}

/// Returns true if the last characters of a word, up to four, are a word of this class.
fn ends_as(folded: &str, wanted: RoleSet) -> bool {
    let is_one = |(at, _)| CLASSES.get(from(folded, at)).is_some_and(|roles| roles.has(wanted));
    folded.char_indices().rev().take(4).any(is_one)
}

impl RoleSet {
    /// A word that begins a name.
    pub(super) const OPENING: Self = Self(1);
    /// A type of organisation that forms a name with any description.
    pub(super) const TYPE: Self = Self(1 << 1);
    /// A type of organisation that forms a name with a proper noun.
    pub(super) const PROPER_TYPE: Self = Self(1 << 2);
    /// A type of organisation that forms a name with a proper noun and another word.
    pub(super) const LOOSE_TYPE: Self = Self(1 << 3);
    /// A type of event or document.
    pub(super) const EVENT: Self = Self(1 << 4);
    /// A type of place.
    pub(super) const PLACE: Self = Self(1 << 5);
    /// A role of a person.
    pub(super) const ROLE: Self = Self(1 << 6);
    /// A word that precedes a role.
    pub(super) const MODIFIER: Self = Self(1 << 7);
    /// A field of government.
    pub(super) const FIELD: Self = Self(1 << 8);
    /// A verb that occurs inside names.
    pub(super) const NAME_VERB: Self = Self(1 << 9);
    /// A word that is never part of a name.
    pub(super) const OUTSIDE: Self = Self(1 << 10);
    /// A word that is not a type, whatever its ending.
    const NO_TYPE: Self = Self(1 << 11);
    /// A country abbreviated to one character.
    pub(super) const BRIEF_PLACE: Self = Self(1 << 12);
    /// A proper noun by its tag: a place, an organisation, an abbreviation.
    pub(super) const PROPER: Self = Self(1 << 13);
    /// A noun by its tag, or a word used as one.
    pub(super) const NOMINAL: Self = Self(1 << 14);
    /// A person's name by its tag.
    pub(super) const PERSON: Self = Self(1 << 15);
    /// The word 駐, which links a post to a place.
    pub(super) const POSTED: Self = Self(1 << 16);
    /// A type that is named after persons.
    pub(super) const NAMED_AFTER: Self = Self(1 << 17);
    /// An organisation on the term list, which remains a unit of its own.
    pub(super) const LISTED_ORGANISATION: Self = Self(1 << 18);
    /// A place on the term list.
    pub(super) const LISTED_PLACE: Self = Self(1 << 20);
    /// One of the reader's own terms, which is never part of a longer one.
    pub(super) const OWN: Self = Self(1 << 21);
    /// Two countries of one character each, which own nothing together.
    pub(super) const PAIR: Self = Self(1 << 19);
    /// Every type of organisation.
    pub(super) const ORGANISATION: Self = Self(Self::TYPE.0 | Self::PROPER_TYPE.0 | Self::LOOSE_TYPE.0);
    /// Every type that can end a name other than an office.
    pub(super) const HEAD: Self = Self(Self::ORGANISATION.0 | Self::EVENT.0 | Self::PLACE.0);

    /// Returns the class of a folded word of `chars` characters.
    pub(super) fn of(folded: &str, chars: usize, tag: Tag) -> Self {
        let mut roles = CLASSES.get(folded).copied().unwrap_or_default();
        roles.0 |= BY_TAG[usize::from(tag.number())].0;
        // A word that no list has may be a name of one or two characters inside another (浸會 大學).
        if tag == Tag::UNKNOWN && chars <= 2 {
            roles.0 |= Self::NOMINAL.0;
        }
        if chars >= 3
            && is_noun(tag)
            && !roles.has(Self::HEAD)
            && !ends_as(folded, Self::NO_TYPE)
            && folded.chars().next_back().is_some_and(|last| FOLDED_ENDINGS.contains(last))
        {
            roles.0 |= Self::PROPER_TYPE.0;
        }
        roles
    }

    /// Returns the union of both sets.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns the class of a term on the list with this tag.
    pub(super) fn listed_as(tag: Tag) -> Self {
        match tag.name() {
            "nt" => Self::LISTED_ORGANISATION,
            "ns" => Self::LISTED_PLACE,
            _ => Self(0),
        }
    }

    /// Returns true if a folded word is a role, or ends in one as an office does.
    pub(super) fn is_held(folded: &str) -> bool {
        ends_as(folded, Self::ROLE)
    }

    /// Returns true if it has any of these bits.
    pub(super) fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}
