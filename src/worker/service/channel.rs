//! The channel between the windows of this site: each posts that it changed what is stored, and the others read it.

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// The name of the channel, from the time when the dictionary was all that was stored.
const NAME: &str = "duidu.dictionary";

/// The channel; without one where the browser has none.
pub(super) struct Channel(Option<BroadcastChannel>);

/// A message on the channel. It says nothing of the change itself, which is in the storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChannelMessage {
    /// Pages or the dictionary were changed.
    Changed,
    /// Everything was cleared.
    Cleared,
}

impl ChannelMessage {
    const ALL: [Self; 2] = [Self::Changed, Self::Cleared];

    /// Returns the text that is posted.
    fn encode(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Cleared => "cleared",
        }
    }

    /// Reads what another window posted. Windows of earlier builds post “texts” or `true` when something was changed,
    /// and look for changes when they read a text that they do not know, as this does.
    fn decode(posted: Option<&str>) -> Self {
        Self::ALL.into_iter().find(|message| posted == Some(message.encode())).unwrap_or(Self::Changed)
    }
}

impl Channel {
    /// Opens the channel.
    pub(super) fn open() -> Self {
        Self(BroadcastChannel::new(NAME).ok())
    }

    /// Posts a message to the other windows.
    pub(super) fn post(&self, message: ChannelMessage) {
        if let Some(channel) = &self.0 {
            // A window that does not get it finds the change at its next edit or start.
            _ = channel.post_message(&JsValue::from_str(message.encode()));
        }
    }

    /// Calls `on_message` with each message of the other windows.
    pub(super) fn listen(&self, on_message: impl Fn(ChannelMessage) + 'static) {
        let Some(channel) = &self.0 else { return };
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            on_message(ChannelMessage::decode(event.data().as_string().as_deref()));
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        listener.forget();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_of_every_build_are_understood() {
        for message in ChannelMessage::ALL {
            assert_eq!(ChannelMessage::decode(Some(message.encode())), message);
        }
        assert_eq!(ChannelMessage::Cleared.encode(), "cleared", "earlier builds look for this text");
        // What earlier builds post of texts and, without a text, of the dictionary, and what a later one may.
        for posted in [Some("texts"), None, Some("other")] {
            assert_eq!(ChannelMessage::decode(posted), ChannelMessage::Changed);
        }
    }
}
