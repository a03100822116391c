//! A page's linked data (JSON-LD) about its story.

use serde_json::Value;

/// The facts of the first article that a page describes; what is empty is not said.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct LinkedArticle {
    pub(super) headline: String,
    pub(super) published: String,
    pub(super) publisher: String,
}

/// The first article in the scripts of a page. Broken ones say nothing.
pub(super) fn article(scripts: &[String]) -> LinkedArticle {
    let read = |script: &String| serde_json::from_str::<Value>(script.trim()).ok();
    scripts.iter().filter_map(read).find_map(|value| find(&value)).unwrap_or_default()
}

/// The article in a value, or in the list or graph that it is.
fn find(value: &Value) -> Option<LinkedArticle> {
    match value {
        Value::Array(values) => values.iter().find_map(find),
        Value::Object(fields) if is_article(fields.get("@type")) => Some(LinkedArticle {
            headline: text(fields.get("headline").or_else(|| fields.get("name"))),
            published: text(fields.get("datePublished").or_else(|| fields.get("dateCreated"))),
            publisher: name(fields.get("publisher")),
        }),
        Value::Object(fields) => fields.get("@graph").and_then(find),
        _ => None,
    }
}

fn is_article(kind: Option<&Value>) -> bool {
    match kind {
        Some(Value::String(kind)) => kind.ends_with("Article") || kind.ends_with("BlogPosting"),
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| is_article(Some(kind))),
        _ => false,
    }
}

/// The name of an organisation, or of the first of several.
fn name(value: Option<&Value>) -> String {
    match value {
        Some(Value::Array(values)) => name(values.first()),
        Some(Value::Object(fields)) => text(fields.get("name")),
        other => text(other),
    }
}

fn text(value: Option<&Value>) -> String {
    value.and_then(Value::as_str).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_found_in_lists_and_graphs_and_past_broken_scripts() {
        let article_of =
            |scripts: &[&str]| article(&scripts.iter().map(|&s| s.to_owned()).collect::<Vec<_>>());
        let own = r#"{"@type":"NewsArticle","headline":"花開了","datePublished":"2024-03-07","publisher":{"name":"花城日報"}}"#;
        let wanted = LinkedArticle {
            headline: "花開了".to_owned(),
            published: "2024-03-07".to_owned(),
            publisher: "花城日報".to_owned(),
        };
        assert_eq!(article_of(&["{broken", own]), wanted);
        assert_eq!(article_of(&[&format!(r#"[{{"@type":"BreadcrumbList"}},{own}]"#)]), wanted);
        assert_eq!(article_of(&[&format!(r#"{{"@graph":[{own}]}}"#)]), wanted);
        assert_eq!(article_of(&[r#"{"@type":"WebSite","name":"花城"}"#]), LinkedArticle::default());
    }
}
