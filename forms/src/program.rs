//! A WebAssembly program in the parts that are packed each in its way.

use anyhow::{Context, Result, ensure};
use claim_atlas_unpack::SIZE_BYTES;

/// A program: what stands before its code, the bodies of its functions, and what stands behind them.
#[derive(Debug, Default)]
pub struct Program {
    /// With the beginning of the section of the code.
    pub head: Vec<u8>,
    /// Each with its size before it, in a number of [`SIZE_BYTES`] bytes.
    pub code: Vec<u8>,
    /// The data, as a section.
    pub data: Vec<u8>,
}

impl Program {
    /// Takes a program apart.
    ///
    /// # Errors
    ///
    /// When it is none.
    pub fn read(program: &[u8]) -> Result<Self> {
        let mut read = Self::default();
        let (magic, mut rest) = program.split_at_checked(8).context("this is no program")?;
        read.head.extend(magic);
        while let Some((&kind, after)) = rest.split_first() {
            let (size, after) = number(after)?;
            let (section, after) =
                after.split_at_checked(size).context("a section ends too early")?;
            rest = after;
            match kind {
                // Names and remarks, for people.
                0 => {}
                CODE => read.read_code(section)?,
                DATA => push_section(&mut read.data, kind, section.len(), section),
                _ => {
                    ensure!(read.code.is_empty(), "a section of the kind {kind} follows the code");
                    push_section(&mut read.head, kind, section.len(), section);
                }
            }
        }
        Ok(read)
    }

    fn read_code(&mut self, section: &[u8]) -> Result<()> {
        let (count, mut rest) = number(section)?;
        for _ in 0..count {
            let (size, after) = number(rest)?;
            let (body, after) =
                after.split_at_checked(size).context("a function ends too early")?;
            rest = after;
            ensure!(size < 1 << (7 * SIZE_BYTES), "a function is too large");
            for place in 0..SIZE_BYTES {
                let more = if place + 1 < SIZE_BYTES { 0x80 } else { 0 };
                self.code.push(u8::try_from(size >> (7 * place) & 0x7f)? | more);
            }
            self.code.extend(body);
        }
        let mut begin = Vec::new();
        push_number(&mut begin, count);
        push_section(&mut self.head, CODE, begin.len() + self.code.len(), &begin);
        Ok(())
    }
}

const CODE: u8 = 10;
const DATA: u8 = 11;

/// Writes a section, or the beginning of one of `size` bytes.
fn push_section(to: &mut Vec<u8>, kind: u8, size: usize, section: &[u8]) {
    to.push(kind);
    push_number(to, size);
    to.extend(section);
}

/// Writes a number in as few bytes as it takes.
fn push_number(to: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        to.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
        number >>= 7;
    }
    to.push(u8::try_from(number).unwrap_or_default());
}

/// Reads a number of any width.
fn number(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let mut number = 0;
    for (at, &byte) in bytes.iter().take(5).enumerate() {
        number |= usize::from(byte & 0x7f) << (7 * at);
        if byte < 0x80 {
            return Ok((number, bytes.get(at + 1..).unwrap_or_default()));
        }
    }
    anyhow::bail!("a number does not end")
}

#[cfg(test)]
mod tests {
    use super::{Program, number};
    use anyhow::Result;

    /// Types, a custom section, code of two functions, data.
    const PROGRAM: &[u8] = b"\0asm\x01\0\0\0\x01\x02hi\0\x01x\x0a\x09\x02\x02ab\x83\0cde\x0b\x01d";

    #[test]
    fn a_programs_parts_are_a_program_again() -> Result<()> {
        let read = Program::read(PROGRAM)?;
        assert_eq!(read.head, b"\0asm\x01\0\0\0\x01\x02hi\x0a\x0c\x02");
        assert_eq!(read.code, b"\x82\x80\0ab\x83\x80\0cde");
        assert_eq!(read.data, b"\x0b\x01d");
        let again = Program::read(&[read.head, read.code.clone(), read.data].concat())?;
        assert_eq!(again.code, read.code);
        Ok(())
    }

    #[test]
    fn what_is_no_program_is_refused() {
        for end in [3, 11, 22, 24] {
            assert!(Program::read(&PROGRAM[..end]).is_err(), "{end}");
        }
        assert!(number(&[0xff; 9]).is_err());
    }
}
