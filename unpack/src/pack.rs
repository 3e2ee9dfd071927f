//! The packer, which runs where the page is made.

use crate::coder::{Coder, Span};
use crate::model::{Model, ROOM, SPACE};
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

/// Packs.
///
/// # Errors
///
/// When it is too much, or the code is not read as what it is.
pub fn pack(content: Content) -> Result<Vec<u8>, String> {
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

fn packed(content: Content) -> Result<Vec<u8>, String> {
    if content.known.len() + content.text.len() + content.code.len() > SPACE {
        return Err("it is too much to be unpacked".into());
    }
    let all = [content.known, content.text, content.code].concat();
    let code = content.known.len() + content.text.len();
    let mut model = Model::new();
    let mut writer = Writer { span: Span::new(), packed: Vec::new() };
    model.start(code);
    for (place, &byte) in model.bytes.iter_mut().zip(content.known) {
        *place = byte;
    }
    while model.end < content.known.len() {
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
    if model.bytes.get(..all.len()) != Some(&all) {
        return Err("the code has instructions that the packer does not know".into());
    }
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::{Content, pack};
    use crate::{Model, unpack};
    use proptest::prelude::*;
    use std::boxed::Box;
    use std::string::String;
    use std::thread;
    use std::vec::Vec;

    /// Unpacks, as the page does.
    fn unpacked(packed: &[u8], known: &[u8], code: usize, end: usize) -> Vec<u8> {
        thread::scope(|scope| {
            let builder = thread::Builder::new().stack_size(16 * size_of::<Model>());
            let unpacker = builder.spawn_scoped(scope, || {
                let mut model = Box::new(Model::new());
                model.bytes[..known.len()].copy_from_slice(known);
                unpack(&mut model, packed, known.len(), code, end);
                model.bytes[known.len()..end].to_vec()
            });
            unpacker.expect("a thread").join().expect("its end")
        })
    }

    fn check(content: Content) -> Result<Vec<u8>, String> {
        let Content { known, text, code } = content;
        let packed = pack(content)?;
        let from_code = known.len() + text.len();
        let all = [text, code].concat();
        assert_eq!(unpacked(&packed, known, from_code, from_code + code.len()), all);
        Ok(packed)
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
        fn whatever_is_unpacked_it_ends(packed: Vec<u8>, code in 0..500_usize) {
            prop_assert_eq!(unpacked(&packed, b"known", code, 500).len(), 495);
        }
    }
}
