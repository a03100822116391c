//! Numbers with their units, shares, and ordinals, in the folded copy.

use super::JoinReason;
use super::numerals::{is_numeral, number};
use super::run::{TermCandidate, WordRun};
use crate::segment::Tag;
use crate::text::{from, up_to};

/// Units of measure, money and time, folded, separated by spaces.
const UNITS: &str = "元 美元 港元 欧元 日元 日圆 英镑 澳元 加元 坡元 台币 新台币 新台币元 卢布 韩元 韩圜 卢比 泰铢 法郎 人民币 \
米 公里 里 英里 海里 厘米 毫米 微米 纳米 公尺 公分 尺 呎 英尺 英呎 寸 英寸 码 光年 平方米 平方公里 平方厘米 平方呎 平方英尺 平方英里 \
公顷 亩 英亩 立方米 立方厘米 立方公里 升 公升 毫升 加仑 桶 吨 公吨 万吨 公斤 千克 克 毫克 微克 斤 两 磅 盎司 克拉 \
度 摄氏度 华氏度 瓦 千瓦 兆瓦 千瓦时 伏 安 赫兹 兆赫 卡路里 千卡 焦耳 分贝 帕 百帕 字节 \
秒 秒钟 分钟 小时 个小时 钟头 个钟头 天 日 周 星期 个星期 个月 年 周年 载 岁 周岁 世纪 时 \
倍 成 折 个点 个百分点 百分点 基点 个基点 人次 架次 班次 级 公里每小时 分";

/// Words for the numbered thing after 第 and a number.
const NUMBERED: &str = "届 次 个 名 位 章 条 项 号 期 集 轮 季 季度 阶段 代 任 大 批 场 局 节 回 页 卷 版 句 步 组 类 级 座 家 站 日 天 年 周 \
月 线 部 款 篇 幕 段 层 排 件 封 首 份 产业 世 师 军 团 中学 医院";

/// Finds the longest quantity and the longest ordinal that begin with the word `first`.
pub(super) fn find(run: &WordRun, first: usize, found: &mut Vec<TermCandidate>) {
    let rest = run.rest(first);
    let Some(c) = rest.chars().next() else { return };
    let mut ends = Vec::new();
    let (source, tag) = if c == '第' {
        ordinal(rest, &mut ends);
        (JoinReason::Ordinal, "m")
    } else if c.is_ascii_digit() || is_numeral(c) || matches!(c, '数' | '几') {
        quantity(rest, &mut ends);
        (JoinReason::Quantity, "mq")
    } else {
        return;
    };
    let best = ends.into_iter().filter_map(|(length, unit)| Some((run.end_at(first, length)?, unit))).max();
    if let Some((end, unit)) = best.filter(|&(end, _)| end > first + 1) {
        let tag = if unit { tag } else { "m" };
        found.push(TermCandidate { first, end, tag: Tag::named(tag), source });
    }
}

/// Collects the lengths of the ordinals at the beginning of `text`, each with true if a unit follows.
fn ordinal(text: &str, ends: &mut Vec<(usize, bool)>) {
    let after = "第".len();
    if let Some(order) = number(from(text, after)) {
        let at = after + order.length;
        ends.push((at, false));
        follow(text, at, NUMBERED, ends);
    }
}

/// Collects the lengths of the quantities at the beginning of `text`, each with true if it has a unit of
/// measure.
fn quantity(text: &str, ends: &mut Vec<(usize, bool)>) {
    let before = if text.starts_with(['数', '几']) { "数".len() } else { 0 };
    let Some(count) = number(from(text, before)) else { return };
    let mut at = before + count.length;
    // 四分之一, 百分之六十.
    if let Some(part) = from(text, at).strip_prefix("分之") {
        if let Some(share) = number(part) {
            ends.push((text.len() - part.len() + share.length, false));
        }
        return;
    }
    ends.push((at, false));
    for _ in 0..2 {
        if from(text, at).starts_with(['%', '‰', '℃', '°']) {
            ends.push((at + from(text, at).chars().next().map_or(0, char::len_utf8), false));
        }
        follow(text, at, UNITS, ends);
        // 23,456點 are points of an index; 一點 is a point that someone makes.
        if up_to(text, at).ends_with(|c: char| c.is_ascii_digit()) {
            follow(text, at, "点", ends);
        }
        // 三百多公里, 10余年, 5万余元.
        let Some(more) = from(text, at).strip_prefix(['多', '余', '几']) else { return };
        at = text.len() - more.len();
        at += more.find(|c| !is_numeral(c)).unwrap_or(more.len());
    }
}

fn follow(text: &str, at: usize, units: &str, ends: &mut Vec<(usize, bool)>) {
    let units = units.split(' ').filter(|unit| from(text, at).starts_with(*unit));
    ends.extend(units.map(|unit| (at + unit.len(), true)));
}
