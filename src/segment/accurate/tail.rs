//! What follows the model in its file: bytes of another layer, which come with the model and are not read here.

/// The last bytes of a file with a tail, after the tail's length.
const MAGIC: [u8; 8] = *b"duidu-tl";

/// Number of bytes after the tail itself.
const FOOTER: usize = 4 + MAGIC.len();

/// Returns a model file with a tail.
pub fn with_tail(mut model: Vec<u8>, tail: &[u8]) -> Vec<u8> {
    model.extend_from_slice(tail);
    model.extend_from_slice(&(tail.len() as u32).to_le_bytes());
    model.extend_from_slice(&MAGIC);
    model
}

/// Takes the tail off a file; empty if it has none.
pub fn take_tail(file: &mut Vec<u8>) -> Vec<u8> {
    let start = tail_start(file);
    let mut tail = file.split_off(start.unwrap_or(file.len()));
    tail.truncate(tail.len().saturating_sub(FOOTER));
    tail
}

fn tail_start(file: &[u8]) -> Option<usize> {
    let rest = file.strip_suffix(&MAGIC)?;
    let (rest, length) = rest.split_last_chunk::<4>()?;
    rest.len().checked_sub(u32::from_le_bytes(*length) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tail_comes_off_as_it_was_put_on_and_a_file_without_one_is_left_alone() {
        let mut file = with_tail(b"model".to_vec(), b"names");
        assert_eq!(take_tail(&mut file), b"names");
        assert_eq!(file, b"model");
        assert_eq!(take_tail(&mut file), b"");
        assert_eq!(file, b"model");
        let mut longer_than_the_file = b"x\xff\0\0\0duidu-tl".to_vec();
        assert_eq!(take_tail(&mut longer_than_the_file), b"");
    }
}
