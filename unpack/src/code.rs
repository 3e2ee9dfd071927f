//! The bodies of a program's functions, read byte by byte: which instruction comes, and which came.
//!
//! Opcodes that a program does not use are tokens: each stands for one of its commonest instructions, so
//! that a third fewer bytes are unpacked.

use crate::model::CONTEXTS;
use crate::{at, hash};

/// The bytes that hold the size of a function's body. Its end is seen as it is read, so the size need
/// not be packed; nobody knows it at its beginning, so it is written as wide as the largest.
pub const SIZE_BYTES: usize = 3;

/// Where in a function its reader is.
#[derive(Clone, Copy, Eq, PartialEq)]
pub enum Part {
    /// Before an instruction.
    Instruction,
    /// In the numbers of an instruction.
    Numbers,
    /// In the bytes of one that is a fraction.
    Fraction,
    /// In the kinds of the function's locals.
    Locals,
}

/// What has been read of a function, and what its instructions remember of earlier ones.
pub struct Code {
    pub part: Part,
    /// How many numbers, or bytes, are left of the part.
    left: u32,
    /// How many blocks are open.
    depth: u32,
    number: u32,
    shift: u32,
    /// Whether the number says how many follow it.
    counts: bool,
    /// How many functions came before.
    function: u32,
    pub opcode: u8,
    /// For every byte that stands for a whole instruction, the opcode of that; nought for the others.
    pub tokens: [u8; 256],
    /// What has been read of an instruction, hashed.
    pub current: u32,
    /// The opcodes before, the last one in the lowest byte.
    pub opcodes: u64,
    /// The instructions before, hashed, the last one first.
    pub before: [u32; 2],
    /// For every opcode, the last instruction with it.
    pub last: [u32; 256],
}

/// Whether an opcode has no numbers behind it, and means nothing to the reader.
#[cfg(not(target_family = "wasm"))]
pub fn stands_alone(opcode: u8) -> bool {
    let mut code = Code::new();
    code.depth = 2;
    code.open(opcode);
    (code.left, code.depth, opcode != 0x0b) == (0, 2, true)
}

impl Code {
    pub const fn new() -> Self {
        Self {
            part: Part::Locals,
            left: 0,
            depth: 0,
            number: 0,
            shift: 0,
            counts: false,
            function: 0,
            opcode: 0,
            tokens: [0; 256],
            current: 0,
            opcodes: 0,
            before: [0; 2],
            last: [0; 256],
        }
    }

    /// Begins a function.
    pub fn begin(&mut self) {
        self.part = Part::Locals;
        self.left = 1;
        self.depth = 1;
        self.counts = true;
        self.current = 1;
        self.function += 1;
        self.opcodes = 0;
        self.before = [0; 2];
    }

    /// Reads a byte; whether the function ends with it.
    pub fn read(&mut self, byte: u8) -> bool {
        if self.part == Part::Instruction {
            self.open(byte);
        } else {
            self.current = hash(self.current, u32::from(byte) + 1);
            if self.part == Part::Fraction {
                self.left -= 1;
            } else {
                self.number(byte);
            }
        }
        self.left == 0 && self.close()
    }

    fn open(&mut self, byte: u8) {
        self.current = u32::from(byte) + 1;
        let short = *at(&mut self.tokens, usize::from(byte));
        self.opcode = if short == 0 { byte } else { short };
        self.counts = byte == 0x0e;
        self.part = Part::Numbers;
        if let 0x02..=0x04 = self.opcode {
            self.depth += 1;
        }
        self.left = match byte {
            _ if short != 0 => 0,
            0x02..=0x04 | 0x0c..=0x0e | 0x10 | 0x20..=0x26 | 0x3f..=0x42 | 0xd0 | 0xd2 | 0xfc => 1,
            0x11 | 0x1c | 0x28..=0x3e => 2,
            0x43 | 0x44 => {
                self.part = Part::Fraction;
                u32::from(byte - 0x42) * 4
            }
            _ => 0,
        };
    }

    /// Whether a byte, coming now, stands for a whole instruction.
    pub fn is_token(&mut self, byte: u8) -> bool {
        self.part == Part::Instruction && *at(&mut self.tokens, usize::from(byte)) != 0
    }

    fn number(&mut self, byte: u8) {
        self.number |= u32::from(byte & 127) << (self.shift & 31);
        self.shift += 7;
        if byte > 127 {
            return;
        }
        self.left -= 1;
        if self.counts {
            // Of tables of jumps one is besides; locals are a count and a kind each.
            self.counts = false;
            self.left = match self.part {
                Part::Locals => self.number.wrapping_mul(2),
                _ => self.number.wrapping_add(1),
            };
        } else if self.opcode == 0xfc && self.part == Part::Numbers {
            // What lies behind this opcode is one itself.
            self.opcode = 0xfb;
            self.left = if self.number < 8 { 0 } else { 2 - (self.number & 1) };
        }
        self.number = 0;
        self.shift = 0;
    }

    fn close(&mut self) -> bool {
        if self.part == Part::Locals {
            self.part = Part::Instruction;
            self.current = 0;
            return false;
        }
        self.part = Part::Instruction;
        self.before = [self.current, self.before[0]];
        *at(&mut self.last, usize::from(self.opcode)) = self.current;
        self.opcodes = self.opcodes << 8 | u64::from(self.opcode);
        self.current = 0;
        if self.opcode == 0x0b {
            self.depth -= 1;
        }
        self.depth == 0
    }

    /// Which number of which instruction comes, and how much of it came.
    pub fn place_of_number(&self) -> u32 {
        u32::from(self.opcode) | self.left << 8 | self.shift << 16
    }

    /// The hash of the last instructions.
    pub fn key(&self) -> u32 {
        let [a, b] = self.before;
        hash(hash(self.current, a), b)
    }

    /// What the next byte stands in.
    pub fn contexts(&mut self) -> [u32; CONTEXTS] {
        let current = self.current;
        let [a, ..] = self.before;
        let opcodes = self.opcodes as u32;
        let higher = (self.opcodes >> 32) as u32;
        let after = hash(current, a);
        let four = hash(current, opcodes);
        let last = *at(&mut self.last, usize::from(self.opcode));
        [
            current,
            hash(current, opcodes & 0xffff),
            hash(current, last),
            0,
            four,
            hash(four, higher & 0xffff),
            hash(after, opcodes & 0xff_ff00),
            hash(after, self.function),
        ]
    }
}
