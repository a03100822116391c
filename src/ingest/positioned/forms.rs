//! Variant forms of characters. Fonts give a radical and a character one glyph, and many PDFs name the wrong one;
//! vertical text has marks of its own.

/// The unified ideographs of U+2F00 to U+2FD5, as Unicode decomposes them.
const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Radicals of the supplement that are used as characters in running text, with Unicode's equivalents.
const SUPPLEMENT: [(char, char); 36] = [
    ('⺎', '兀'),
    ('⺒', '巳'),
    ('⺓', '幺'),
    ('⺛', '旡'),
    ('⺜', '日'),
    ('⺝', '月'),
    ('⺟', '母'),
    ('⺠', '民'),
    ('⺩', '王'),
    ('⺬', '示'),
    ('⺮', '竹'),
    ('⺶', '羊'),
    ('⻁', '虎'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻉', '贝'),
    ('⻋', '车'),
    ('⻑', '長'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻘', '青'),
    ('⻙', '韦'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻨', '麦'),
    ('⻩', '黄'),
    ('⻬', '齐'),
    ('⻰', '龙'),
];

/// Marks in their vertical form, with the ordinary ones. Excludes U+FE30, which old texts use as a colon.
const VERTICAL: [(char, char); 29] = [
    ('︐', '，'),
    ('︑', '、'),
    ('︒', '。'),
    ('︓', '：'),
    ('︔', '；'),
    ('︕', '！'),
    ('︖', '？'),
    ('︗', '〖'),
    ('︘', '〗'),
    ('︙', '…'),
    ('︱', '—'),
    ('︲', '–'),
    ('︳', '＿'),
    ('︵', '（'),
    ('︶', '）'),
    ('︷', '｛'),
    ('︸', '｝'),
    ('︹', '〔'),
    ('︺', '〕'),
    ('︻', '【'),
    ('︼', '】'),
    ('︽', '《'),
    ('︾', '》'),
    ('︿', '〈'),
    ('﹀', '〉'),
    ('﹁', '「'),
    ('﹂', '」'),
    ('﹃', '『'),
    ('﹄', '』'),
];

/// Returns the ordinary mark for a vertical one, or `None` for any other character.
pub(super) fn ordinary(mark: char) -> Option<char> {
    let place = VERTICAL.binary_search_by_key(&mark, |&(mark, _)| mark).ok()?;
    VERTICAL.get(place).map(|&(_, ordinary)| ordinary)
}

/// The character a radical stands for, `None` for what is no radical.
pub(crate) fn character(radical: char) -> Option<char> {
    match radical {
        '\u{2f00}'..='\u{2fd5}' => KANGXI.chars().nth((radical as usize).saturating_sub(0x2f00)),
        '\u{2e80}'..='\u{2eff}' => SUPPLEMENT
            .binary_search_by_key(&radical, |&(radical, _)| radical)
            .ok()
            .and_then(|place| SUPPLEMENT.get(place))
            .map(|&(_, character)| character),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_become_characters() {
        assert_eq!(['⼈', '⽼', '⾨', '⻑', '⺠'].map(character), ['人', '老', '門', '長', '民'].map(Some));
        assert_eq!(character('\u{2fd5}'), Some('龠'));
        assert_eq!(character('\u{2f00}'), Some('一'));
    }

    #[test]
    fn other_characters_stay_and_compatibility_ideographs_too() {
        assert_eq!(['人', '\u{f90a}', '⺀', 'a', '\u{2fd6}'].map(character), [None; 5]);
    }

    #[test]
    fn the_tables_are_sorted() {
        assert!(SUPPLEMENT.is_sorted() && VERTICAL.is_sorted());
        assert_eq!(KANGXI.chars().count(), 214);
    }
}
