//! The analysis thread.

fn main() {
    duidu::worker::serve();
}
