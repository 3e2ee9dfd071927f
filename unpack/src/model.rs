//! What foretells the next bit.

use crate::code::{Code, Part, SIZE_BYTES};
use crate::coder::Coder;
use crate::counts::{self, Next, learn};
use crate::lanes::Lanes;
use crate::logistic::{self, Chances, Points};
use crate::matching::{Found, KINDS, Match, key};
use crate::shelf::{Shelf, line_of};
use crate::text::Text;
use crate::{at, hash};

/// The most bytes that there may be.
pub const SPACE: usize = 1 << 20;

/// The most bytes that there may be when they are packed.
pub const ROOM: usize = SPACE / 4;

/// How many contexts foretell a bit, each by what came in it before.
pub const CONTEXTS: usize = 8;

/// Room for those, for the match, and for what is true of all.
const INPUTS: usize = 12;

/// How many shelves each context has.
const SHELVES: usize = 1 << 13;

/// The contexts from here on find their second half bytes on the shelf of the first, which spares a way
/// into the memory. After those before, too many different ones come.
const NEAR: usize = 4;

/// What is learnt slowly moves by this many halves.
const SLOWLY: u32 = 7;

const NOUGHT: Lanes = Lanes::new([0; 4]);

/// What is known of the bytes so far. What is large lies behind, so that what is near is reached by few bytes.
#[repr(C)]
pub struct Model {
    /// How many bytes have been foretold and learnt.
    pub end: usize,
    tokens_from: usize,
    code_from: usize,
    is_code: bool,
    /// Where the code ends so far, and where its last function began.
    code_end: usize,
    function_from: usize,
    /// The bits of the byte so far, after a one.
    partial: u32,
    text: Text,
    found_match: Match,
    matched: usize,
    /// Where the lines of the half byte lie, shelf and place in one; what they foretell, the weights of that,
    /// and what comes of it.
    line: [usize; CONTEXTS],
    inputs: [Lanes; INPUTS / 4],
    sets: [usize; 3],
    mixed: i32,
    refinement: [usize; 2],
    hashes: [u32; CONTEXTS],
    code: Code,

    next: Next,
    matches: counts::Chances,
    /// The chances that a long match goes on by a byte.
    going_on: [u16; 2048],
    points: Points,
    chances: Chances,
    maps: [[counts::Chances; CONTEXTS]; 2],
    refined: [[u16; 64]; 1 << 10],
    weights: [[Lanes; INPUTS / 4]; 4096],
    found: Found,
    /// For every token, where the instruction stands that it stands for.
    token_at: [usize; 256],
    /// The bytes, with tokens in those that are code.
    pub bytes: [u8; SPACE],
    /// The code without tokens.
    pub code_bytes: [u8; SPACE],
    shelves: [[Shelf; SHELVES]; CONTEXTS],
}

impl Model {
    /// Knows nothing yet, and cannot learn before [`Model::start`].
    #[must_use]
    pub const fn new() -> Self {
        Self {
            bytes: [0; SPACE],
            end: 0,
            tokens_from: 0,
            code_from: 0,
            is_code: false,
            code_end: 0,
            going_on: [0; 2048],
            code: Code::new(),
            function_from: 0,
            text: Text::new(),
            partial: 0,
            hashes: [0; CONTEXTS],
            token_at: [0; 256],
            code_bytes: [0; SPACE],
            shelves: [[[0; 64]; SHELVES]; CONTEXTS],
            line: [0; CONTEXTS],
            maps: [[[0; 256]; CONTEXTS]; 2],
            found: [0; 1 << 16],
            found_match: Match::new(),
            matched: 0,
            matches: [0; 256],
            inputs: [NOUGHT; INPUTS / 4],
            weights: [[NOUGHT; INPUTS / 4]; 4096],
            sets: [0; 3],
            mixed: 0,
            refined: [[0; 64]; 1 << 10],
            refinement: [0; 2],
            chances: [0; 4096],
            points: [0; 4096],
            next: [[0; 256]; 2],
        }
    }

    /// Expects what is usual, of bytes of which those from `tokens_from` on are tokens, each with its
    /// instruction's length and bytes, and those from `code_from` on are code.
    #[cold]
    #[inline(never)]
    pub fn start(&mut self, tokens_from: usize, code_from: usize) {
        self.tokens_from = tokens_from;
        self.code_from = code_from;
        if code_from == 0 {
            self.begin_code();
        }
        logistic::fill(&mut self.chances, &mut self.points);
        counts::fill(&mut self.next, self.maps.as_flattened_mut());
        for (length, chance) in self.matches.iter_mut().enumerate() {
            *chance = (65535 - 65536 / (length * 2 + 3)) as u16;
        }
        self.going_on.fill(65535 - 65535 / 64);
        self.weights.as_flattened_mut().fill(Lanes::new([3400; 4]));
        for curve in &mut self.refined {
            for (bucket, chance) in curve.iter_mut().enumerate() {
                *chance = *at(&mut self.chances, bucket.min(31) * 128);
            }
        }
    }

    /// Takes a byte that is known without being packed.
    pub fn know(&mut self) {
        let byte = *at(&mut self.bytes, self.end);
        self.read(byte);
    }

    /// Codes the next byte: writes `byte`, or reads one whatever it is.
    #[cfg_attr(target_family = "wasm", target_feature(enable = "simd128"))]
    pub fn code(&mut self, coder: &mut impl Coder, byte: u8) {
        if self.found_match.is_long() && self.goes_on(coder, byte) {
            return;
        }
        self.partial = 1;
        self.look_around();
        for place in (0..8).rev() {
            let chance = self.chance();
            let bit = coder.code(chance, u32::from(byte >> place & 1));
            self.learn(bit);
        }
        self.read(self.partial as u8);
    }

    /// Codes whether the next byte is the one that came after a long match, and takes it if so. That spares the
    /// bits of a third of all text.
    fn goes_on(&mut self, coder: &mut impl Coder, byte: u8) -> bool {
        let expected = self.found_match.byte(&mut self.bytes);
        let kind = self.found_match.kind_of_long() << 8 | self.back(1) as usize;
        let chance = at(&mut self.going_on, kind);
        let asked = u32::from(*chance).clamp(24, 65535 - 24);
        let goes_on = coder.code(asked, u32::from(byte == expected)) == 1;
        learn(chance, if goes_on { 65535 } else { 0 }, 5);
        if goes_on {
            self.read(expected);
        } else {
            self.found_match.end();
        }
        goes_on
    }

    /// How likely the next bit is a one, in 65536ths.
    #[cfg_attr(target_family = "wasm", target_feature(enable = "simd128"))]
    #[inline(never)]
    fn chance(&mut self) -> u32 {
        let kind = self.found_match.look(&mut self.bytes, self.partial);
        self.matched = if kind == 0 { 0 } else { kind + KINDS * usize::from(self.is_code) };
        self.choose_sets();
        let place = self.place();
        let maps = at(&mut self.maps, usize::from(self.is_code));
        let mut inputs = [0; INPUTS];
        let contexts = inputs.iter_mut().zip(&self.line).zip(maps).zip(&mut self.shelves);
        for (((input, &line), map), shelves) in contexts {
            let seen = *at(at(shelves, line / 64), line + place);
            *input =
                i32::from(*at(&mut self.points, usize::from(*at(map, usize::from(seen)) >> 4)));
        }
        if kind > 0 {
            let chance = *at(&mut self.matches, self.matched);
            let point = i32::from(*at(&mut self.points, usize::from(chance >> 4)));
            inputs[CONTEXTS] = if self.found_match.bit == 1 { point } else { -point };
        }
        inputs[CONTEXTS + 1] = 256;
        let mut weights = [NOUGHT; INPUTS / 4];
        for set in self.sets {
            for (sum, &weight) in weights.iter_mut().zip(&*at(&mut self.weights, set)) {
                *sum = sum.plus(weight);
            }
        }
        let mut sum = NOUGHT;
        let (fours, _) = inputs.as_chunks();
        for ((kept, &four), weight) in self.inputs.iter_mut().zip(fours).zip(&weights) {
            *kept = Lanes::new(four);
            sum = sum.plus(kept.times(*weight).shifted(8));
        }
        let mixed = sum.sum();
        self.mixed = (mixed >> 8).clamp(-2047, 2047) + 2048;
        let first = u32::from(*at(&mut self.chances, self.mixed as usize));
        ((first + self.refined()) >> 1).clamp(24, 65535 - 24)
    }

    /// Learns what the bit was.
    #[cfg_attr(target_family = "wasm", target_feature(enable = "simd128"))]
    #[inline(never)]
    fn learn(&mut self, bit: u32) {
        let target = if bit == 1 { 65535 } else { 0 };
        let mistake = target - i32::from(*at(&mut self.chances, self.mixed as usize));
        let step = (mistake * if self.is_code { 22 } else { 15 }) >> 5;
        let mut steps = self.inputs;
        for input in &mut steps {
            *input = input.each_times(step).plus(Lanes::new([0x4000; 4])).shifted(15);
        }
        for set in self.sets {
            for (weight, &step) in at(&mut self.weights, set).iter_mut().zip(&steps) {
                *weight = weight.plus(step);
            }
        }
        let [curve, bucket] = self.refinement;
        let refined = at(at(&mut self.refined, curve), bucket);
        learn(refined, target, 6);

        let place = self.place();
        let maps = at(&mut self.maps, usize::from(self.is_code));
        let next = at(&mut self.next, bit as usize);
        let contexts = self.line.iter().zip(maps).zip(&mut self.shelves);
        for ((&line, map), shelves) in contexts {
            let seen = at(at(shelves, line / 64), line + place);
            learn(at(map, usize::from(*seen)), target, SLOWLY);
            *seen = *at(next, usize::from(*seen));
        }
        if self.matched > 0 {
            let is_hit = self.found_match.bit == bit;
            learn(at(&mut self.matches, self.matched), if is_hit { 65535 } else { 0 }, SLOWLY);
        }
        self.partial = self.partial << 1 | bit;
        if self.partial >> 4 == 1 {
            self.look_up();
        }
    }

    /// The place in a line of half a byte: the bits of the half so far, after a one.
    fn place(&self) -> usize {
        let partial = self.partial as usize;
        if partial < 16 {
            return partial;
        }
        let top = 1 << (27 - self.partial.leading_zeros());
        partial & (top - 1) | top
    }

    /// Which weights count: those of the kind of byte, of the match, and of what came before.
    fn choose_sets(&mut self) {
        let partial = self.partial;
        let is_opcode = self.code.part == Part::Instruction;
        let matched = 2048 + self.matched * 2 + usize::from(is_opcode);
        let scattered = |a, b| hash(a, b) as usize % 512;
        self.sets = if self.is_code {
            let kind = if is_opcode {
                512 + partial as usize
            } else {
                1024 + scattered(self.code.place_of_number(), partial.ilog2())
            };
            let last = self.code.opcodes as u32 & 255;
            [kind, matched, 1536 + scattered(last, if is_opcode { 0 } else { partial })]
        } else {
            [partial as usize, matched, 256 + self.back(1) as usize]
        };
    }

    /// The chance that the mix had before, in the same surroundings.
    fn refined(&mut self) -> u32 {
        let around = if self.is_code {
            let opcode = u32::from(self.code.opcode);
            hash(self.code.current, self.partial << 10 | opcode << 2 | self.code.part as u32)
        } else {
            self.partial | self.back(1) << 8
        };
        let point = self.mixed as u32;
        let (bucket, rest) = (point >> 7, point & 127);
        let curve = (around ^ around >> 12) as usize;
        self.refinement = [curve, (bucket + (rest >> 6)) as usize];
        let curve = at(&mut self.refined, curve);
        let low = u32::from(*at(curve, bucket as usize));
        let high = u32::from(*at(curve, bucket as usize + 1));
        (low * (128 - rest) + high * rest) >> 7
    }

    /// A byte before; the last is the first.
    fn back(&mut self, count: usize) -> u32 {
        u32::from(*at(&mut self.bytes, self.end.wrapping_sub(count)))
    }

    #[inline(never)]
    fn read(&mut self, byte: u8) {
        *at(&mut self.bytes, self.end) = byte;
        self.end += 1;
        if self.is_code {
            self.read_code(byte);
        } else {
            self.text.read(byte);
        }
        if self.end == self.code_from {
            self.begin_code();
        }
        let key = if self.is_code { self.code.key() } else { key(&mut self.bytes, self.end) };
        self.found_match.go_on(&mut self.bytes, self.end, &mut self.found, key);
    }

    fn begin_code(&mut self) {
        self.is_code = true;
        self.found_match.end();
        // What came in texts never comes in code, and would only take up room.
        self.shelves.as_flattened_mut().as_flattened_mut().fill(0);
        let mut from = self.tokens_from;
        while from < self.code_from {
            let [token, size, opcode] = [0, 1, 2].map(|place| *at(&mut self.bytes, from + place));
            *at(&mut self.code.tokens, usize::from(token)) = opcode;
            *at(&mut self.token_at, usize::from(token)) = from + 1;
            from += 2 + usize::from(size);
        }
        self.begin_function();
    }

    fn read_code(&mut self, byte: u8) {
        if self.code.is_token(byte) {
            let from = *at(&mut self.token_at, usize::from(byte));
            for place in 0..usize::from(*at(&mut self.bytes, from)) {
                let byte = *at(&mut self.bytes, from + 1 + place);
                self.write_code(byte);
            }
        } else {
            self.write_code(byte);
        }
        if self.code.read(byte) {
            self.end_function();
            self.begin_function();
        }
    }

    fn write_code(&mut self, byte: u8) {
        *at(&mut self.code_bytes, self.code_end) = byte;
        self.code_end += 1;
    }

    fn begin_function(&mut self) {
        self.code.begin();
        self.function_from = self.code_end;
        self.code_end += SIZE_BYTES;
    }

    fn end_function(&mut self) {
        let mut size = self.code_end - self.function_from - SIZE_BYTES;
        for k in 0..SIZE_BYTES {
            let more = if k + 1 < SIZE_BYTES { 128 } else { 0 };
            *at(&mut self.code_bytes, self.function_from + k) = size as u8 & 127 | more;
            size >>= 7;
        }
    }

    /// What the next byte stands in.
    #[inline(never)]
    fn look_around(&mut self) {
        self.hashes = if self.is_code {
            self.code.contexts()
        } else {
            let four = (1..5).rev().fold(0, |four, back| four << 8 | self.back(back));
            self.text.contexts(four)
        };
        for (k, context) in self.hashes.iter_mut().enumerate() {
            *context = hash(*context, 2 * k as u32 + u32::from(self.is_code) + 1);
        }
        self.look_up();
    }

    /// Takes the line of every context for the half byte that comes, or begins one.
    #[inline(never)]
    fn look_up(&mut self) {
        let contexts = self.hashes.iter().zip(&mut self.line).zip(&mut self.shelves).enumerate();
        for (k, ((&context, line), shelves)) in contexts {
            let key = hash(context, self.partial);
            let place = if k < NEAR { key } else { context };
            let place = (place ^ place >> 15) as usize % SHELVES;
            *line = place * 64 + line_of(at(shelves, place), (key >> 24) as u8);
        }
    }
}
