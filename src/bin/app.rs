//! The page.

fn main() {
    duidu::ui::start();
}
