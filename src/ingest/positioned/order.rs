//! Reading order of blocks: the page is cut along its white space, recursively.
//!
//! A place is cut into rows first. Rows through which a gutter runs are read together, column after column; a headline
//! across the columns closes the gutter and so comes before them, and a row that begins with a headline starts a new
//! group. If most characters are set vertically, the page is turned: the tiers are its columns and are read from the
//! top, each from right to left.

use std::cmp::Reverse;

use super::blocks::LineBlock;
use super::frame::Frame;
use super::length::Length;
use crate::text::OrderBy;

/// Maximum depth of cuts. Pages need less than ten; if everything overlaps, more is not worth the cost.
const DEPTH: u32 = 40;

/// Maximum number of blocks without white space through them. More are not a page, and stay sorted from the top.
const MOST: usize = 500;

/// Puts the blocks of a page into reading order.
pub(super) fn order(blocks: &mut Vec<LineBlock>, body: Length) {
    let mut order: Vec<usize> = Vec::with_capacity(blocks.len());
    cut(blocks, (0..blocks.len()).collect(), body, DEPTH, &mut order);
    let mut taken: Vec<Option<LineBlock>> = blocks.drain(..).map(Some).collect();
    blocks.extend(order.into_iter().filter_map(|number| taken.get_mut(number)?.take()));
}

/// A block of the place that is being cut, turned as the place is read.
#[derive(Clone, Copy)]
struct OrderItem {
    frame: Frame,
    number: usize,
    heading: bool,
    /// True if it is as large as a headline.
    large: bool,
}

fn cut(blocks: &[LineBlock], place: Vec<usize>, body: Length, depth: u32, order: &mut Vec<usize>) {
    if place.len() < 2 {
        order.extend(place);
        return;
    }
    let vertical = is_vertical(blocks, &place);
    let mut items: Vec<OrderItem> = place
        .iter()
        .filter_map(|&number| {
            let block = blocks.get(number)?;
            let frame = if vertical { block.frame.turned() } else { block.frame };
            let heading = block.is_heading(body);
            Some(OrderItem { frame, number, heading, large: heading && block.size * 10 >= body * 16 })
        })
        .collect();
    items.order_by_key(|item| (item.frame, item.number));
    let Some(deeper) = depth.checked_sub(1) else {
        order.extend(items.iter().map(|item| item.number));
        return;
    };
    let groups = groups(rows(&items, body), body);
    let parts = match <[Vec<OrderItem>; 1]>::try_from(groups) {
        Err(groups) => groups,
        Ok([whole]) => {
            let columns = columns(whole, body);
            match <[Vec<OrderItem>; 1]>::try_from(columns) {
                Err(columns) => columns,
                Ok([whole]) if whole.len() > MOST => {
                    order.extend(items.iter().map(|item| item.number));
                    return;
                }
                Ok([whole]) => around_the_widest(whole),
            }
        }
    };
    for part in parts {
        cut(blocks, part.iter().map(|item| item.number).collect(), body, deeper, order);
    }
}

fn is_vertical(blocks: &[LineBlock], place: &[usize]) -> bool {
    let count = |down: bool| -> usize {
        let blocks = place.iter().filter_map(|&number| blocks.get(number));
        blocks.filter(|block| block.down == down).map(LineBlock::characters).sum()
    };
    count(true) > count(false)
}

/// Cuts at white space across the whole place. The items are sorted from the top.
fn rows(items: &[OrderItem], body: Length) -> Vec<Vec<OrderItem>> {
    // The squares of type may touch, and overlap slightly, even if the ink does not.
    let overlap = body / 5;
    let mut rows: Vec<Vec<OrderItem>> = Vec::new();
    let mut bottom = Length::LEAST;
    for &item in items {
        match rows.last_mut() {
            Some(row) if item.frame.top < bottom - overlap => row.push(item),
            _ => rows.push(vec![item]),
        }
        bottom = bottom.max(item.frame.bottom);
    }
    rows
}

/// Groups rows as long as a gutter runs through them and none begins with a headline.
fn groups(rows: Vec<Vec<OrderItem>>, body: Length) -> Vec<Vec<OrderItem>> {
    let mut groups: Vec<Vec<OrderItem>> = Vec::new();
    let mut filled: Vec<Stretch> = Vec::new();
    for row in rows {
        let own = stretches(row.iter().map(|item| (item.frame.left, item.frame.right)).collect(), body);
        let begins_anew = groups.last().is_some_and(|group| begins_anew(&row, group, &filled, body));
        let joined = stretches(filled.iter().chain(&own).copied().collect(), body);
        match groups.last_mut() {
            Some(group) if !begins_anew && joined.len() > 1 => {
                group.extend(row);
                filled = joined;
            }
            _ => {
                groups.push(row);
                filled = own;
            }
        }
    }
    groups
}

/// Returns true if a row begins with the headline of another story than the one above, which has its text already.
fn begins_anew(row: &[OrderItem], group: &[OrderItem], filled: &[Stretch], body: Length) -> bool {
    let Some(top) = row.first().map(|first| first.frame.top + body) else { return false };
    let mut heads = row.iter().take_while(|item| item.frame.top <= top).filter(|item| item.heading);
    heads.any(|head| {
        let spanned: Vec<Stretch> = filled
            .iter()
            .copied()
            .filter(|&(left, right)| left < head.frame.right && head.frame.left < right)
            .collect();
        let has_text = group.iter().filter(|item| !item.heading).any(|item| {
            spanned.iter().any(|&(left, right)| left <= item.frame.left && item.frame.right <= right)
        });
        // A heading inside a column is no wider than the column, and not much larger than the text.
        has_text && (head.large || spanned.len() > 1)
    })
}

/// Left and right end of a stretch of the page's width.
type Stretch = (Length, Length);

/// Merges stretches; gaps narrower than a gutter are closed.
fn stretches(mut parts: Vec<Stretch>, body: Length) -> Vec<Stretch> {
    parts.sort_unstable();
    let mut covered: Vec<Stretch> = Vec::new();
    for (left, right) in parts {
        match covered.last_mut() {
            Some(last) if left < last.1 + gutter(body) => last.1 = last.1.max(right),
            _ => covered.push((left, right)),
        }
    }
    covered
}

/// Returns the width of the narrowest white space that separates two columns.
fn gutter(body: Length) -> Length {
    body * 3 / 10
}

/// Cuts at white space down the whole place.
fn columns(mut items: Vec<OrderItem>, body: Length) -> Vec<Vec<OrderItem>> {
    items.order_by_key(|item| (item.frame.left, item.frame.top, item.number));
    let mut columns: Vec<Vec<OrderItem>> = Vec::new();
    let mut right = Length::LEAST;
    for item in items {
        match columns.last_mut() {
            Some(column) if item.frame.left < right + gutter(body) => column.push(item),
            _ => columns.push(vec![item]),
        }
        right = right.max(item.frame.right);
    }
    columns
}

/// Cuts a place without white space through it into the part above its widest block, that block and the part below.
fn around_the_widest(items: Vec<OrderItem>) -> Vec<Vec<OrderItem>> {
    let widest = items.iter().max_by_key(|item| (item.heading, item.frame.width(), Reverse(item.number)));
    let Some(widest) = widest.copied() else { return Vec::new() };
    let rest = items.into_iter().filter(|item| item.number != widest.number);
    let (above, below): (Vec<OrderItem>, Vec<OrderItem>) =
        rest.partition(|item| item.frame.middle() < widest.frame.top);
    [above, vec![widest], below].into_iter().filter(|part| !part.is_empty()).collect()
}
