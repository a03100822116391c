//! The one way to read and write the address of a view: `route!` declares its fields, each with its default and its part
//! of the address. Parsing, writing and what is left out follow from that.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::de::value::{Error, StrDeserializer};

use super::FoldChoice;
use super::address::{Address, AddressWriter, decode, encode};
use super::common::Common;
use crate::corpus::{Scope, Units};

/// The fields of a view as its address has them.
pub(crate) trait Addressed {
    /// Reads the fields of a view of this name; `None` if this view has another name.
    fn read(view: &str, address: &mut Address) -> Option<Self>
    where
        Self: Sized;

    /// Writes the address, from its `#`. Fields at their default are left out.
    fn href(&self) -> String;

    /// Returns the fields that other views have too.
    fn common(&mut self) -> Common<'_>;

    /// Returns every place where the address names a story or a page.
    fn ids(&mut self) -> Vec<&mut String>;
}

/// Declares a view's route: a struct, its default, and its address. Each field has its type, its default unless that is
/// the type's own, and the [`AddressPart`] that it is read from and written to, in the order of the address:
///
/// ```text
/// route! {
///     /// Two stories as a dot plot.
///     DotsRoute at "dots" {
///         /// The first story.
///         a: String, PathSegment;
///         /// Least run of characters that is drawn.
///         min: u32 = 6, key("min");
///     }
/// }
/// ```
macro_rules! route {
    (@default) => { Default::default() };
    (@default $default:expr) => { $default };
    (
        $(#[$about:meta])*
        $route:ident at $view:literal {
            $($(#[$doc:meta])* $field:ident: $type:ty $(= $default:expr)?, $part:expr;)+
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $route {
            $($(#[$doc])* pub $field: $type,)+
        }

        impl Default for $route {
            fn default() -> Self {
                Self { $($field: $crate::ui::routes::codec::route!(@default $($default)?),)+ }
            }
        }

        impl $crate::ui::routes::codec::Addressed for $route {
            fn read(view: &str, address: &mut $crate::ui::routes::address::Address) -> Option<Self> {
                use $crate::ui::routes::codec::AddressPart;
                let usual = Self::default();
                (view == $view).then(|| Self { $($field: $part.read(address, usual.$field),)+ })
            }

            fn href(&self) -> String {
                use $crate::ui::routes::codec::AddressPart;
                let usual = Self::default();
                let mut writer = $crate::ui::routes::address::AddressWriter::at($view);
                $($part.write(&self.$field, &usual.$field, &mut writer);)+
                writer.finish()
            }

            fn common(&mut self) -> $crate::ui::routes::common::Common<'_> {
                use $crate::ui::routes::codec::AddressPart;
                let mut common = Default::default();
                $($part.share(&mut self.$field, &mut common);)+
                common
            }

            fn ids(&mut self) -> Vec<&mut String> {
                use $crate::ui::routes::codec::AddressPart;
                let mut ids = Vec::new();
                $(ids.extend($part.ids(&mut self.$field));)+
                ids
            }
        }
    };
}
pub(crate) use route;

/// The part of an address that holds a field.
pub(crate) trait AddressPart<T> {
    /// Reads the field; the default where it is missing or malformed.
    fn read(&self, address: &mut Address, default: T) -> T;

    /// Writes the field unless it has its default.
    fn write(&self, value: &T, default: &T, writer: &mut AddressWriter);

    /// Adds the field to those that other views have too, if it is one of them.
    fn share<'a>(&self, _: &'a mut T, _: &mut Common<'a>) {}

    /// Returns the ids of stories and pages in the field.
    fn ids<'a>(&self, _: &'a mut T) -> Vec<&'a mut String> {
        Vec::new()
    }
}

/// A parameter: its name, and the way to read and write its encoded value.
pub(crate) struct KeyedPart<T> {
    pub(crate) name: &'static str,
    pub(crate) parse: fn(&str) -> Option<T>,
    pub(crate) print: fn(&T) -> String,
    pub(crate) share: for<'a> fn(&'a mut T, &mut Common<'a>),
    pub(crate) ids: for<'a> fn(&'a mut T) -> Vec<&'a mut String>,
}

impl<T: PartialEq> AddressPart<T> for KeyedPart<T> {
    fn read(&self, address: &mut Address, default: T) -> T {
        address.value(self.name).and_then(self.parse).unwrap_or(default)
    }

    fn write(&self, value: &T, default: &T, writer: &mut AddressWriter) {
        if value != default {
            writer.parameter(self.name, &(self.print)(value));
        }
    }

    fn share<'a>(&self, value: &'a mut T, common: &mut Common<'a>) {
        (self.share)(value, common);
    }

    fn ids<'a>(&self, value: &'a mut T) -> Vec<&'a mut String> {
        (self.ids)(value)
    }
}

/// A type that is the value of one parameter.
pub(crate) trait Parameter: Sized {
    /// Parses an encoded value; `None` if it is malformed.
    fn parse(value: &str) -> Option<Self>;

    /// Writes the value, encoded.
    fn parameter(&self) -> String;

    /// Returns the ids of stories and pages in the value.
    fn ids(&mut self) -> Vec<&mut String> {
        Vec::new()
    }
}

/// Returns a parameter whose type says how it is written.
pub(crate) fn key<T: Parameter>(name: &'static str) -> KeyedPart<T> {
    KeyedPart { name, parse: T::parse, print: T::parameter, share: |_, _| {}, ids: T::ids }
}

/// Returns a parameter that names a variant as serde does.
pub(crate) fn named<T: Serialize + DeserializeOwned>(name: &'static str) -> KeyedPart<T> {
    KeyedPart { name, parse: variant, print: variant_name, share: |_, _| {}, ids: |_| Vec::new() }
}

/// Returns the name of a variant without fields, as serde writes it.
pub(crate) fn variant_name<T: Serialize>(variant: &T) -> String {
    let name = serde_json::to_value(variant).ok();
    name.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}

/// Finds a variant without fields by its name.
pub(crate) fn variant<T: DeserializeOwned>(name: &str) -> Option<T> {
    T::deserialize(StrDeserializer::<Error>::new(name)).ok()
}

/// Returns a parameter whose number is at least 1.
pub(crate) fn positive(name: &'static str) -> KeyedPart<u32> {
    KeyedPart { parse: |value| u32::parse(value).map(|number| number.max(1)), ..key(name) }
}

/// Returns a parameter that is missing if it is empty.
pub(crate) fn filled(name: &'static str) -> KeyedPart<Option<String>> {
    KeyedPart { parse: |value| Some(Some(decode(value)).filter(|value| !value.is_empty())), ..key(name) }
}

/// Returns the parameter of the stories counted or searched.
pub(crate) fn scope(name: &'static str) -> KeyedPart<Scope> {
    KeyedPart { share: |scope, common| common.scope = Some(scope), ..key(name) }
}

/// Returns the parameter of the word looked up.
pub(crate) fn node() -> KeyedPart<String> {
    KeyedPart { share: |node, common| common.node = Some(node), ..key("node") }
}

/// Returns the flag that variant writings count as the same.
pub(crate) fn fold() -> KeyedPart<bool> {
    KeyedPart { share: |fold, common| common.fold = Some(fold), ..key("fold") }
}

/// Returns the parameter of the forms that count as one word.
pub(crate) fn folding() -> KeyedPart<FoldChoice> {
    KeyedPart { share: |choice, common| common.folding = Some(choice), ..named("fold") }
}

/// Returns the flag that punctuation is left out.
pub(crate) fn punct() -> KeyedPart<bool> {
    KeyedPart { share: |punct, common| common.punct = Some(punct), ..key("punct") }
}

/// The parameters `mode` and `terms`.
pub(crate) struct Segmented;

impl AddressPart<Units> for Segmented {
    fn read(&self, address: &mut Address, default: Units) -> Units {
        let mode = named("mode").read(address, default.mode);
        Units { mode, terms: named("terms").read(address, default.terms) }
    }

    fn write(&self, value: &Units, default: &Units, writer: &mut AddressWriter) {
        named("mode").write(&value.mode, &default.mode, writer);
        named("terms").write(&value.terms, &default.terms, writer);
    }

    fn share<'a>(&self, value: &'a mut Units, common: &mut Common<'a>) {
        common.units = Some(value);
    }
}

/// The next segment of the path, or all that are left.
pub(crate) struct PathSegment;

impl AddressPart<String> for PathSegment {
    fn read(&self, address: &mut Address, default: String) -> String {
        address.segment().unwrap_or(default)
    }

    fn write(&self, value: &String, _: &String, writer: &mut AddressWriter) {
        writer.segment(value);
    }

    fn share<'a>(&self, value: &'a mut String, common: &mut Common<'a>) {
        common.stories.push(value);
    }

    fn ids<'a>(&self, value: &'a mut String) -> Vec<&'a mut String> {
        vec![value]
    }
}

impl AddressPart<Vec<String>> for PathSegment {
    fn read(&self, address: &mut Address, _: Vec<String>) -> Vec<String> {
        std::iter::from_fn(|| address.segment()).collect()
    }

    fn write(&self, value: &Vec<String>, _: &Vec<String>, writer: &mut AddressWriter) {
        value.iter().for_each(|segment| writer.segment(segment));
    }

    fn share<'a>(&self, value: &'a mut Vec<String>, common: &mut Common<'a>) {
        common.several = Some(value);
    }

    fn ids<'a>(&self, value: &'a mut Vec<String>) -> Vec<&'a mut String> {
        value.iter_mut().collect()
    }
}

impl Parameter for u32 {
    fn parse(value: &str) -> Option<Self> {
        value.parse().ok()
    }

    fn parameter(&self) -> String {
        self.to_string()
    }
}

/// Writes true as `1`. Every flag is false by default.
impl Parameter for bool {
    fn parse(value: &str) -> Option<Self> {
        Some(value == "1")
    }

    fn parameter(&self) -> String {
        u8::from(*self).to_string()
    }
}

impl Parameter for String {
    fn parse(value: &str) -> Option<Self> {
        Some(decode(value))
    }

    fn parameter(&self) -> String {
        encode(self)
    }
}

/// Words separated by commas.
impl Parameter for Vec<String> {
    fn parse(value: &str) -> Option<Self> {
        Some(value.split(',').filter(|word| !word.is_empty()).map(decode).collect())
    }

    fn parameter(&self) -> String {
        self.iter().map(|word| encode(word)).collect::<Vec<_>>().join(",")
    }
}

impl<T: Parameter> Parameter for Option<T> {
    fn parse(value: &str) -> Option<Self> {
        T::parse(value).map(Some)
    }

    fn parameter(&self) -> String {
        self.as_ref().map(T::parameter).unwrap_or_default()
    }

    fn ids(&mut self) -> Vec<&mut String> {
        self.as_mut().map(T::ids).unwrap_or_default()
    }
}
