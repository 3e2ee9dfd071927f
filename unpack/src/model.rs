//! What foretells the next bit.

use crate::code::{Code, Part, SIZE_BYTES};
use crate::coder::Coder;
use crate::counts::{self, Next, learn};
use crate::lanes::Lanes;
use crate::logistic::{self, Chances, Points};
use crate::matching::{Found, KINDS, Match, key};
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

/// How many half bytes each context remembers.
const LINES: usize = 1 << 17;

/// What came at each bit of a half byte, as counts; the first place tells whose line it is.
type Line = [u8; 16];

/// What is learnt slowly moves by this many halves.
const SLOWLY: u32 = 7;

const NOUGHT: Lanes = Lanes::new([0; 4]);

/// What is known of the bytes so far. What is large lies behind, so that what is near is reached by few bytes.
#[repr(C)]
pub struct Model {
    /// How many bytes have been foretold and learnt.
    pub end: usize,
    code_from: usize,
    is_code: bool,
    /// Where the function began.
    function_from: usize,
    /// The bits of the byte so far, after a one.
    partial: u32,
    text: Text,
    found_match: Match,
    matched: usize,
    /// The lines of the half byte, what they foretell, the weights of that, and what comes of it.
    line: [usize; CONTEXTS],
    inputs: [Lanes; INPUTS / 4],
    sets: [usize; 3],
    mixed: i32,
    refinement: [usize; 2],
    hashes: [u32; CONTEXTS],
    code: Code,

    next: Next,
    matches: counts::Chances,
    points: Points,
    chances: Chances,
    maps: [[counts::Chances; CONTEXTS]; 2],
    refined: [[u16; 64]; 1 << 10],
    weights: [[Lanes; INPUTS / 4]; 4096],
    found: Found,
    /// The bytes.
    pub bytes: [u8; SPACE],
    lines: [Line; LINES * 8],
}

impl Model {
    /// Knows nothing yet, and cannot learn before [`Model::start`].
    #[must_use]
    #[expect(clippy::large_stack_arrays, clippy::new_without_default, reason = "it is a static")]
    pub const fn new() -> Self {
        Self {
            bytes: [0; SPACE],
            end: 0,
            code_from: 0,
            is_code: false,
            code: Code::new(),
            function_from: 0,
            text: Text::new(),
            partial: 0,
            hashes: [0; CONTEXTS],
            lines: [[0; 16]; LINES * 8],
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

    /// Expects what is usual, of bytes of which those from `code_from` on are code.
    #[cold]
    #[inline(never)]
    pub fn start(&mut self, code_from: usize) {
        self.code_from = code_from;
        logistic::fill(&mut self.chances, &mut self.points);
        counts::fill(&mut self.next, self.maps.as_flattened_mut());
        for (length, chance) in self.matches.iter_mut().enumerate() {
            *chance = (65535 - 65536 / (length * 2 + 3)) as u16;
        }
        self.weights.as_flattened_mut().fill(Lanes::new([3400; 4]));
        for curve in &mut self.refined {
            for (bucket, chance) in curve.iter_mut().enumerate() {
                *chance = *at(&mut self.chances, bucket.min(31) * 128 + 64);
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
        self.partial = 1;
        self.look_around();
        for place in (0..8).rev() {
            let chance = self.chance();
            let bit = coder.code(chance, u32::from(byte >> place & 1));
            self.learn(bit);
        }
        self.read(self.partial as u8);
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
        for ((input, &line), map) in inputs.iter_mut().zip(&self.line).zip(maps) {
            let seen = *at(at(&mut self.lines, line), place);
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
        let step = (mistake * 10) >> 5;
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
        for (&line, map) in self.line.iter().zip(maps) {
            let seen = at(at(&mut self.lines, line), place);
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
        let partial = self.partial as usize;
        let matched = 2048 + self.matched;
        self.sets = if self.is_code {
            let is_opcode = self.code.part == Part::Instruction;
            let kind = if is_opcode { partial } else { 256 + usize::from(self.code.opcode) };
            [
                512 + kind,
                matched,
                1024 + (self.code.opcodes as usize & 255) * 2 + usize::from(is_opcode),
            ]
        } else {
            [partial, matched, 256 + self.back(1) as usize]
        };
    }

    /// The chance that the mix had before, in the same surroundings.
    fn refined(&mut self) -> u32 {
        let around = if self.is_code {
            hash(self.code.current, self.partial << 2 | self.code.part as u32)
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
        if !self.is_code {
            self.text.read(byte);
        } else if self.code.read(byte) {
            self.end_function();
            self.begin_function();
        }
        if self.end == self.code_from {
            self.is_code = true;
            self.found_match.end();
            self.begin_function();
        }
        let key = if self.is_code { self.code.key() } else { key(&mut self.bytes, self.end) };
        self.found_match.go_on(&mut self.bytes, self.end, &mut self.found, key);
    }

    fn begin_function(&mut self) {
        self.code.begin();
        self.function_from = self.end;
        self.end += SIZE_BYTES;
    }

    fn end_function(&mut self) {
        let mut size = self.end - self.function_from - SIZE_BYTES;
        for k in 0..SIZE_BYTES {
            let more = if k + 1 < SIZE_BYTES { 128 } else { 0 };
            *at(&mut self.bytes, self.function_from + k) = size as u8 & 127 | more;
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
        for (k, (&context, place)) in self.hashes.iter().zip(&mut self.line).enumerate() {
            let key = hash(context, self.partial);
            let key = key ^ key >> 15;
            *place = (key as usize % LINES) << 3 | k;
            let line = at(&mut self.lines, *place);
            let check = (key >> 24) as u8;
            if line[0] != check {
                *line = [0; 16];
                line[0] = check;
            }
        }
    }
}
