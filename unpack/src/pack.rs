//! The packer, which runs where the page is made.

use crate::at;
use crate::code::{Code, Part, SIZE_BYTES, stands_alone};
use crate::coder::{Coder, Span};
use crate::model::{Model, ROOM, SPACE};
use core::cmp::Reverse;
use std::collections::BTreeMap;
use std::string::String;
use std::thread;
use std::vec::Vec;

/// What comes before, and what is packed after it.
#[derive(Clone, Copy, Debug)]
pub struct Content<'a> {
    /// What the unpacker has already.
    pub known: &'a [u8],
    /// Styles, scripts, data.
    pub text: &'a [u8],
    /// The bodies of functions, each with its size before it, in [`crate::SIZE_BYTES`] bytes.
    pub code: &'a [u8],
}

/// What has been packed.
#[derive(Clone, Debug)]
pub struct Packed {
    /// What the unpacker is given.
    pub bytes: Vec<u8>,
    /// Where in the unpacker's bytes the text ends, and the tokens of the code begin.
    pub tokens: usize,
    /// Where the code begins.
    pub code: usize,
    /// Where all ends.
    pub end: usize,
}

/// Packs.
///
/// # Errors
///
/// When it is too much, or the code is not read as what it is.
pub fn pack(content: Content) -> Result<Packed, String> {
    // The model is larger than the stack of most threads.
    thread::scope(|scope| {
        let builder = thread::Builder::new().stack_size(16 * size_of::<Model>());
        let packer = builder.spawn_scoped(scope, || packed(content));
        let packer = packer.map_err(|error| std::format!("no thread packs: {error}"))?;
        packer.join().unwrap_or_else(|_| Err("the packer stopped".into()))
    })
}

/// Writes bits.
struct Writer {
    span: Span,
    packed: Vec<u8>,
}

impl Coder for Writer {
    fn code(&mut self, chance: u32, bit: u32) -> u32 {
        let split = self.span.split(chance);
        self.span.keep(bit, split);
        self.packed.extend(core::iter::from_fn(|| self.span.settle()));
        bit
    }
}

fn packed(content: Content) -> Result<Packed, String> {
    let Content { known, text, code } = content;
    let Short { table, code: short } = shortened(code);
    let all = [known, text, &table, &short].concat();
    if all.len() > SPACE || code.len() > SPACE {
        return Err("it is too much to be unpacked".into());
    }
    let tokens = known.len() + text.len();
    let mut model = Model::new();
    let mut writer = Writer { span: Span::new(), packed: Vec::new() };
    model.start(tokens, tokens + table.len());
    for (place, &byte) in model.bytes.iter_mut().zip(known) {
        *place = byte;
    }
    while model.end < known.len() {
        model.know();
    }
    while let Some(&byte) = all.get(model.end) {
        model.code(&mut writer, byte);
    }
    let Writer { span, mut packed } = writer;
    packed.extend(span.end());
    if packed.len() > ROOM {
        return Err("it is too much, even packed".into());
    }
    if model.code_bytes.get(..code.len()) != Some(code) {
        return Err("the code has instructions that the packer does not know".into());
    }
    Ok(Packed { bytes: packed, tokens, code: tokens + table.len(), end: all.len() })
}

/// Code with tokens for its commonest instructions.
#[derive(Default)]
struct Short {
    /// Each token, with the length and the bytes of its instruction.
    table: Vec<u8>,
    /// Without the sizes of the functions.
    code: Vec<u8>,
}

/// Lets opcodes that code does not use stand for the instructions by which it becomes the shortest.
fn shortened(code: &[u8]) -> Short {
    let pieces = pieces(code);
    let mut counts = BTreeMap::<&[u8], usize>::new();
    let mut free = [true; 256];
    for piece in &pieces {
        if let Piece::Instruction(bytes @ [opcode, ..]) = *piece {
            *counts.entry(bytes).or_default() += 1;
            *at(&mut free, usize::from(*opcode)) = false;
        }
    }
    let is_free = |&byte: &u8| *at(&mut free, usize::from(byte)) && stands_alone(byte);
    let free: Vec<u8> = (0..=u8::MAX).filter(is_free).collect();
    let saved =
        |bytes: &[u8], count: usize| (count * (bytes.len() - 1)).saturating_sub(bytes.len());
    let mut common: Vec<(&[u8], usize)> =
        counts.into_iter().map(|(bytes, count)| (bytes, saved(bytes, count))).collect();
    common.sort_by_key(|&(_, saved)| Reverse(saved));
    common.retain(|&(bytes, saved)| saved > 0 && bytes.len() < 256);
    common.truncate(free.len());
    // What is alike has tokens that are.
    common.sort_unstable();
    let tokens: BTreeMap<&[u8], u8> = common.iter().map(|&(bytes, _)| bytes).zip(free).collect();
    let mut short = Short::default();
    for (bytes, &token) in &tokens {
        short.table.extend([token, bytes.len() as u8]);
        short.table.extend(*bytes);
    }
    for piece in pieces {
        match piece {
            Piece::Instruction(bytes) if let Some(&token) = tokens.get(bytes) => {
                short.code.push(token);
            }
            Piece::Instruction(bytes) | Piece::Locals(bytes) => short.code.extend(bytes),
        }
    }
    short
}

/// What functions consist of.
enum Piece<'a> {
    Locals(&'a [u8]),
    Instruction(&'a [u8]),
}

/// The pieces of functions, without their sizes.
fn pieces(mut code: &[u8]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut reader = Code::new();
    while let Some((_, mut function)) = code.split_at_checked(SIZE_BYTES) {
        reader.begin();
        loop {
            let is_instruction = reader.part == Part::Instruction;
            let mut ends = false;
            let size = function.iter().position(|&byte| {
                ends = reader.read(byte);
                reader.part == Part::Instruction
            });
            let (piece, rest) = function.split_at(size.map_or(function.len(), |size| size + 1));
            pieces.push(if is_instruction {
                Piece::Instruction(piece)
            } else {
                Piece::Locals(piece)
            });
            function = rest;
            if ends || rest.is_empty() {
                break;
            }
        }
        code = function;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{Content, Packed, pack, shortened};
    use crate::Unpacker;
    use crate::model::Model;
    use proptest::prelude::*;
    use std::boxed::Box;
    use std::string::String;
    use std::thread;
    use std::vec::Vec;

    /// Unpacks, as the page does: text and code.
    fn unpacked(known: &[u8], packed: &Packed) -> (Vec<u8>, Vec<u8>) {
        thread::scope(|scope| {
            let builder = thread::Builder::new().stack_size(16 * size_of::<Unpacker>());
            let unpacker = builder.spawn_scoped(scope, || {
                let mut unpacker = Box::new(Unpacker::new());
                let Packed { bytes, tokens, code, end } = packed;
                unpacker.model.bytes[..known.len()].copy_from_slice(known);
                unpacker.reader.packed[..bytes.len()].copy_from_slice(bytes);
                unpacker.start(known.len(), *tokens, *code);
                for end in (0..*end).step_by(700).chain([*end]) {
                    unpacker.unpack(end);
                }
                let Model { bytes, code_bytes, .. } = &unpacker.model;
                (bytes[known.len()..*tokens].to_vec(), code_bytes.to_vec())
            });
            unpacker.expect("a thread").join().expect("its end")
        })
    }

    fn check(content: Content) -> Result<Vec<u8>, String> {
        let Content { known, text, code } = content;
        let packed = pack(content)?;
        let (text_back, code_back) = unpacked(known, &packed);
        assert_eq!(text_back, text);
        assert_eq!(&code_back[..code.len()], code);
        Ok(packed.bytes)
    }

    /// Functions of one local, each with its size before it.
    fn functions(bodies: &[&[u8]]) -> Vec<u8> {
        let mut code = Vec::new();
        for body in bodies {
            let size = u8::try_from(body.len() + 4).expect("a short one");
            code.extend([size | 128, 128, 0, 1, 1, 0x7f]);
            code.extend(*body);
            code.push(0x0b);
        }
        code
    }

    #[test]
    fn functions_come_back_with_their_sizes() -> Result<(), String> {
        let code = functions(&[
            // A constant, a block, a jump by a table, a fraction.
            &[
                0x41, 0x80, 0x80, 0x04, 0x02, 0x40, 0x20, 0x00, 0x0e, 0x01, 0x00, 0x00, 0x0b, 0x44,
                0, 0, 0, 0x0b, 0, 0, 0, 0, 0x1a,
            ],
            &[],
            // A copy of memory, a call by a table, a load.
            &[0xfc, 0x0a, 0x00, 0x00, 0x11, 0x03, 0x00, 0x28, 0x02, 0x80, 0x10],
        ]);
        check(Content { known: b"", text: b"text", code: &code })?;
        check(Content { known: b"", text: b"", code: &code })?;
        Ok(())
    }

    #[test]
    fn common_instructions_are_one_byte() -> Result<(), String> {
        let code = functions(&[&[0x20, 0x05, 0x41, 0x80, 0x80, 0x04, 0x1a, 0x1a].repeat(9)]);
        let short = shortened(&code);
        assert_eq!(short.table.len(), 2 + 2 + 2 + 4);
        // Locals, of which there is one kind; four instructions nine times, and the end.
        assert_eq!(short.code.len(), 3 + 4 * 9 + 1);
        check(Content { known: b"", text: b"", code: &code })?;
        Ok(())
    }

    #[test]
    fn code_that_would_not_come_back_is_refused() {
        // The block of this function does not end.
        let code = functions(&[&[0x02, 0x40]]);
        let packed = pack(Content { known: b"", text: b"text", code: &code });
        assert!(packed.is_err_and(|error| error.contains("does not know")));
    }

    #[test]
    fn what_repeats_takes_next_to_nothing() -> Result<(), String> {
        let text = b"Ein Bericht ist eine Behauptung, kein Ereignis. ".repeat(100);
        assert!(check(Content { known: b"", text: &text, code: b"" })?.len() < 120);
        let text = &text[..48];
        let [alone, known] =
            [&b""[..], text].map(|known| check(Content { known, text, code: b"" }));
        assert!(known?.len() < alone?.len() * 2 / 3);
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

        #[test]
        fn any_bytes_come_back(known: Vec<u8>, text: Vec<u8>) {
            let packed = check(Content { known: &known, text: &text, code: b"" });
            prop_assert!(packed.is_ok());
        }

        #[test]
        fn whatever_is_unpacked_it_ends(bytes: Vec<u8>, tokens in 5..300_usize, code in 300..500_usize) {
            let (text, _) = unpacked(b"known", &Packed { bytes, tokens, code, end: 900 });
            prop_assert_eq!(text.len(), tokens - 5);
        }
    }
}
