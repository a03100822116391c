//! Values in every writing, their relations, and text that must not crash the reader.

use super::*;

fn shown(text: &str) -> String {
    let all = quantities(text);
    let one = |found: &Quantity| {
        let number = |value: f64| (value * 1000.0).round() / 1000.0;
        let value = match (&found.amount, found.number(), found.to()) {
            (Amount::Long(_), ..) => "long".to_owned(),
            (Amount::Day(day), value, _) => {
                format!(
                    "{}{}{}",
                    value.map_or(String::new(), |v| v.to_string()),
                    day.word.unwrap_or(""),
                    day.part.unwrap_or("")
                )
            }
            (Amount::Clock(clock), Some(v), _) => format!("{v}{}", if clock.is_whole_day { "" } else { "?" }),
            (_, Some(v), Some(to)) => format!("{}..{}", number(v), number(to)),
            (_, Some(v), None) => number(v).to_string(),
            (_, None, _) => "none".to_owned(),
        };
        let precision = match found.precision {
            Precision::Exact => "",
            Precision::About => "~",
            Precision::Over => ">",
            Precision::Under => "<",
        };
        let kind = match found.kind {
            QuantityKind::Number => "",
            QuantityKind::Percent => "P",
            QuantityKind::Money => "M",
            QuantityKind::Date => "D",
            QuantityKind::Time => "T",
            QuantityKind::Age => "A",
            QuantityKind::Ordinal => "O",
        };
        format!("{}={kind}{precision}{value}{}", found.span.of(text), found.unit.name)
    };
    all.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_form_of_value_is_read() {
    let mut wrong = Vec::new();
    for (text, expected) in [
        ("有五人死亡", "五人=5人"),
        ("有5人死亡", "5人=5人"),
        ("有５人死亡", "５人=5人"),
        ("半數居民", "半數=P50%"),
        ("五成居民", "五成=P5成"),
        ("五成半居民", "五成半=P5.5成"),
        ("百分之五", "百分之五=P5%"),
        ("升5％", "5％=P5%"),
        ("三分之一人口", "三分之一=P33.333%"),
        ("1/3人口", "1/3=P33.333%"),
        ("兩年半", "兩年半=2.5年"),
        ("三個半月", "三個半月=3.5個月"),
        ("半年內", "半年=0.5年"),
        ("十時半開會", "十時半=T630?"),
        ("10時30分開會", "10時30分=T630?"),
        ("上午十時開會", "上午十時=T600"),
        ("晚上10時半", "晚上10時半=T1350"),
        ("22:30開會", "22:30=T1350"),
        ("10:30pm", "10:30pm=T1350"),
        ("1.2萬人", "1.2萬人=12000人"),
        ("12,000人", "12,000人=12000人"),
        ("一千二百萬元", "一千二百萬元=M12000000元"),
        ("三至五人", "三至五人=~3..5人"),
        ("3-5人", "3-5人=~3..5人"),
        ("3至5萬元", "3至5萬元=M~30000..50000元"),
        ("逾百人", "逾百人=>100人"),
        ("約百人", "約百人=~100人"),
        ("百多人", "百多人=>100人"),
        ("數十人", "數十人=~20..90人"),
        ("十多人", "十多人=>10人"),
        ("十幾人", "十幾人=>10人"),
        ("50餘人", "50餘人=>50人"),
        ("10多萬元", "10多萬元=M>100000元"),
        ("近三百人", "近三百人=<300人"),
        ("三百人左右", "三百人左右=~300人"),
        ("60歲以上", "60歲以上=A>60歲"),
        ("二〇二五年五月廿日", "二〇二五年五月廿日=D20250520"),
        ("2025/5/20", "2025/5/20=D20250520"),
        ("2025-05-20", "2025-05-20=D20250520"),
        ("民國一一四年", "民國一一四年=D20250000"),
        ("5月20日", "5月20日=D520"),
        ("5月底", "5月底=D500底"),
        ("月底前", "月底=D月底"),
        ("於20日", "20日=D20"),
        ("去年12月", "去年12月=D1200去年"),
        ("星期三", "星期三=D星期三"),
        ("昨日", "昨日=D昨日"),
        ("HK$5,000", "HK$5,000=M5000港元"),
        ("US$1.2億", "US$1.2億=M120000000美元"),
        ("€300", "€300=M300歐元"),
        ("港幣五百萬元", "港幣五百萬元=M5000000港元"),
        ("人民幣300元", "人民幣300元=M300人民幣"),
        ("500萬港元", "500萬港元=M5000000港元"),
        ("35歲男子", "35歲=A35歲"),
        ("第三屆", "第三屆=O3屆"),
        ("第3", "第3=O3"),
        ("−5度", "−5度=-5度"),
        ("負5度", "負5度=-5度"),
        ("零下五度", "零下五度=-5度"),
        ("-5℃", "-5℃=-5度"),
        ("升+5", "+5=5"),
        ("300㎡", "300㎡=300平方米"),
        ("300平方米", "300平方米=300平方米"),
        ("2 公斤", "2 公斤=2公斤"),
        ("2kg", "2kg=2公斤"),
        ("以3比1擊敗", "3比1=3..1比"),
        ("以3:1擊敗", "3:1=3..1比"),
        ("伍仟元", "伍仟元=M5000元"),
        ("一名男子", "一名=1名"),
        ("一些人統一意見", ""),
        ("推出5G和A4紙COVID-19", ""),
        ("紐約10人", "10人=10人"),
        ("最近3年", "3年=3年"),
        ("大陸遊客", ""),
        ("5月20日至22日", "5月20日=D520 22日=D22"),
        ("2025年中國", "2025年=D20250000"),
        ("2月30日", "2月30日=D230"),
        ("十萬火急", "十萬=100000"),
        ("指數報23,456點", "23,456點=23456點"),
        ("下午3時15分", "下午3時15分=T915"),
        ("3時許", "3時許=T180?"),
        ("月薪萬八元", "萬八元=M18000元"),
        ("過萬名跑手", "過萬名=>10000名"),
        ("經過三日", "三日=D3"),
        ("完成四分三", "四分三=P75%"),
        ("七成五民眾", "七成五=P75%"),
        ("4公里半", "4公里半=4.5公里"),
        ("一倍半", "一倍半=1.5倍"),
        ("停電一個半小時", "一個半小時=1.5小時"),
        ("5/20起", "5/20=D520"),
        ("攝氏33度", "攝氏33度=33度"),
        ("零時", "零時=T0"),
        ("五毫", "五毫=M5毫"),
        ("大部分檔主", "大部分=P>50%"),
        ("多名乘客", "多名=~2..1000名"),
        ("夫婦倆", "倆=2"),
        ("年逾六旬", "逾六旬=A>6旬"),
        ("〇八年", "〇八年=D20080000"),
        ("9月至下半年", "9月=D900 下半年=D下半年"),
        ("以45票對15票", "45票=45票 15票=15票"),
        ("2-1挫", "2-1=2..1比"),
        ("12億3,000萬港元", "12億3,000萬港元=M1230000000港元"),
        ("US$2億", "US$2億=M200000000美元"),
        ("800元人民幣", "800元人民幣=M800人民幣"),
        ("捌佰元", "捌佰元=M800元"),
        ("壹拾萬元", "壹拾萬元=M100000元"),
        ("零面黃牌", "零面=0面"),
        ("兩死三傷", "兩死=2死 三傷=3傷"),
        ("1.5倍", "1.5倍=1.5倍"),
        ("0.5個百分點", "0.5個百分點=P0.5百分點"),
    ] {
        let found = shown(text);
        if found != expected {
            wrong.push(format!("{text}: {found} ≠ {expected}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn values_are_compared_by_what_they_are_worth() {
    use ValueRelation::{Other, Precision, Same};
    let mut wrong = Vec::new();
    for (a, b, expected) in [
        ("三百人", "500人", Other),
        ("一千二百萬", "1,200萬", Same),
        ("半數", "50%", Same),
        ("五成", "百分之五十", Same),
        ("約百人", "98人", Precision),
        ("三至五人", "4人", Precision),
        ("約百人", "150人", Other),
        ("逾百人", "123人", Precision),
        ("二〇二五年五月廿日", "2025/5/20", Same),
        ("民國一一四年", "2025年", Same),
        ("5月20日", "5月21日", Other),
        ("5月", "5月20日", Precision),
        ("5月底", "5月28日", Precision),
        ("下半年", "9月", Precision),
        ("上午10時許", "上午10時07分", Precision),
        ("三至五日", "四日", Precision),
        ("一比十二", "1:12", Same),
        ("多名", "4名", Precision),
        ("大部分", "83%", Precision),
        ("14天", "兩星期", Same),
        ("五毫", "0.5元", Same),
        ("6至12名", "8至12名", Other),
        ("超過三分二", "超過四分三", Other),
        ("18日", "18個月", Other),
        ("05:55", "5時55分", Same),
        ("20時", "晚上8時", Same),
        ("凌晨零時", "00:00", Same),
        ("約二百人", "約百人", Other),
        ("3人", "至少3人", Precision),
        ("逾六旬", "63歲", Precision),
        ("5月底", "5月3日", Other),
        ("十時半", "10:30", Same),
        ("晚上十時半", "22:30", Same),
        ("10:30", "22:30", Precision),
        ("1.2公里", "1200米", Same),
        ("兩噸", "2,000公斤", Same),
        ("HK$500", "500港元", Same),
        ("US$500", "500港元", Other),
        ("−5度", "5度", Other),
        ("三日", "3天", Same),
        ("五人", "5名", Same),
        ("第三屆", "第3屆", Same),
        ("3比1", "3:1", Same),
        ("3比1", "1比3", Other),
        ("半年", "6個月", Same),
        ("三分之一", "1/3", Same),
    ] {
        let (x, y) = (quantities(a), quantities(b));
        let found = match (x.as_slice(), y.as_slice()) {
            ([x], [y]) => Some(relation(x, y)),
            _ => None,
        };
        if found != Some(expected) {
            wrong.push(format!("{a} {b}: {found:?} ≠ {expected:?} ({} {})", shown(a), shown(b)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    let percent = |a: &str, b: &str| change(&quantities(a)[0], &quantities(b)[0]);
    assert_eq!(percent("三百人", "500人").map(|change| (change * 10.0).round()), Some(667.0));
    assert_eq!(percent("100人", "50人"), Some(-50.0));
}

#[test]
fn long_numbers_and_strange_text_are_read_without_a_crash() {
    assert_eq!(shown(&"9".repeat(60)), format!("{}=long", "9".repeat(60)));
    for text in [
        "九".repeat(70),
        "億".repeat(80),
        "約".to_owned(),
        "第".to_owned(),
        "百分之".to_owned(),
        "13月45日99時".to_owned(),
        "1/0".to_owned(),
        "零分之一".to_owned(),
        "−−5".to_owned(),
        "$$$".to_owned(),
        "半".repeat(50),
    ] {
        let _ = shown(&text);
    }
}
