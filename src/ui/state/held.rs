//! An answer as the page holds it: shared, so that a component can keep it without a copy.

use serde::Serialize;

use crate::engine::*;
use crate::ui::shared::Shared;
use crate::view;

/// A question whose answer the page can hold.
pub trait Kept: Ask {
    /// Returns the answer to this kind of question; `None` for an answer to another kind.
    fn kept(held: &Held) -> Option<Shared<Self::Answer>>;
}

macro_rules! held {
    ($($name:ident($question:ty) -> $answer:ty,)+) => {
        /// Any answer, as the page holds it: the variant of its question.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(untagged)]
        #[expect(missing_docs, reason = "each variant holds the answer to the question of its name")]
        pub enum Held {
            $($name(Shared<$answer>),)+
        }

        impl From<Answer> for Held {
            fn from(answer: Answer) -> Self {
                match answer {
                    $(Answer::$name(answer) => Self::$name(Shared::new(answer)),)+
                }
            }
        }

        $(impl Kept for $question {
            fn kept(held: &Held) -> Option<Shared<Self::Answer>> {
                if let Held::$name(answer) = held { Some(answer.clone()) } else { None }
            }
        })+
    };
}

crate::for_each_question!(held);
