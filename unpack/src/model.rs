//! What foretells the next bit.

use crate::code::{Code, Part, SIZE_BYTES};
use crate::coder::Coder;
use crate::lanes::Lanes;
use crate::logistic::{self, Chances, Points};
use crate::{at, hash};

/// The most bytes that there may be, packed and unpacked.
pub const SPACE: usize = 1 << 20;

/// How many contexts foretell a bit, each by what came in it before.
const CONTEXTS: usize = 8;

/// Room for those and what foretells besides.
const INPUTS: usize = 12;

/// How many half bytes each context remembers.
const LINES: usize = 1 << 16;

/// What came at each bit of a half byte, as counts; the first place tells whose line it is.
type Line = [u8; 16];

/// How likely a one is after what has been counted, in the upper bits, and how often that was seen.
type Counts = [u16; 256];

/// Kinds of matches: none, and how long they are.
const MATCHES: usize = 32;

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
    /// Where the bytes are that stood after the same ones before, for how many that is true, and what kind
    /// of match that makes.
    from: usize,
    length: usize,
    matched: usize,
    expected: u32,
    /// The lines of the half byte, what they foretell, the weights of that, and what comes of it.
    line: [usize; CONTEXTS],
    inputs: [Lanes; INPUTS / 4],
    sets: [usize; 3],
    mixed: i32,
    refinement: [usize; 2],
    hashes: [u32; CONTEXTS],
    code: Code,

    next: [[u8; 256]; 2],
    matches: Counts,
    points: Points,
    chances: Chances,
    maps: [[Counts; CONTEXTS]; 2],
    refined: [[u16; 64]; 1 << 10],
    weights: [[Lanes; INPUTS / 4]; 4096],
    found: [u32; 1 << 16],
    /// The bytes.
    pub bytes: [u8; SPACE],
    lines: [Line; LINES * 16],
}

const RATE: u32 = 7;

const NOUGHT: Lanes = Lanes::new([0; 4]);
const HALF: Lanes = Lanes::new([0x4000; 4]);

/// What is known of a text beside its last letters.
struct Text {
    word: u32,
    before: [u32; 2],
    /// The word that stood before the last sign, with the sign.
    field: u32,
    /// Whether it stands between quotation marks.
    quote: u32,
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
            text: Text { word: 0, before: [0; 2], field: 0, quote: 0 },
            partial: 0,
            hashes: [0; CONTEXTS],
            lines: [[0; 16]; LINES * 16],
            line: [0; CONTEXTS],
            maps: [[[0; 256]; CONTEXTS]; 2],
            found: [0; 1 << 16],
            from: 0,
            length: 0,
            matched: 0,
            expected: 0,
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
        for state in 0..256_usize {
            let (noughts, ones) = (state as u32 >> 4, state as u32 & 15);
            // After as many of each, as they came; a little less sure than that.
            let chance = ((ones * 10 + 4) << 16) / ((noughts + ones) * 10 + 8);
            for map in self.maps.as_flattened_mut() {
                *at(map, state) = chance as u16;
            }
            *at(&mut self.matches, state) = (65535 - 65536 / (state as u32 * 2 + 3)) as u16;
            let [nought, one] = &mut self.next;
            *at(nought, state) = (one_more(noughts) << 4 | fewer(ones)) as u8;
            *at(one, state) = (fewer(noughts) << 4 | one_more(ones)) as u8;
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
        self.look_at_match();
        self.choose_sets();
        let place = self.place();
        let maps = at(&mut self.maps, usize::from(self.is_code));
        let mut inputs = [0; INPUTS];
        for ((input, &line), map) in inputs.iter_mut().zip(&self.line).zip(maps) {
            let seen = *at(at(&mut self.lines, line), place);
            *input =
                i32::from(*at(&mut self.points, usize::from(*at(map, usize::from(seen)) >> 4)));
        }
        let matched = *at(&mut self.matches, self.matched);
        let point = if self.length == 0 {
            0
        } else {
            i32::from(*at(&mut self.points, usize::from(matched >> 4)))
        };
        inputs[CONTEXTS] = if self.expected == 1 { point } else { -point };
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
            *input = input.each_times(step).plus(HALF).shifted(15);
        }
        for set in self.sets {
            for (weight, &step) in at(&mut self.weights, set).iter_mut().zip(&steps) {
                *weight = weight.plus(step);
            }
        }
        let [curve, bucket] = self.refinement;
        let refined = at(at(&mut self.refined, curve), bucket);
        count(refined, target, 6);

        let place = self.place();
        let maps = at(&mut self.maps, usize::from(self.is_code));
        let next = at(&mut self.next, bit as usize);
        for (&line, map) in self.line.iter().zip(maps) {
            let seen = at(at(&mut self.lines, line), place);
            count(at(map, usize::from(*seen)), target, RATE);
            *seen = *at(next, usize::from(*seen));
        }
        if self.length > 0 {
            let is_hit = self.expected == bit;
            count(at(&mut self.matches, self.matched), if is_hit { 65535 } else { 0 }, RATE);
            if !is_hit {
                self.length = 0;
            }
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

    /// What the byte would be if all went on as after the same bytes before.
    fn look_at_match(&mut self) {
        self.matched = 0;
        if self.length == 0 {
            return;
        }
        let byte = u32::from(*at(&mut self.bytes, self.from)) | 256;
        let bits = self.partial.ilog2();
        if byte >> (8 - bits) != self.partial {
            self.length = 0;
            return;
        }
        self.expected = byte >> (7 - bits) & 1;
        let length = if self.length < 16 { self.length } else { (14 + self.length / 8).min(31) };
        self.matched = length + MATCHES * usize::from(self.is_code);
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
        self.from += 1;
        if self.length > 0 {
            self.length += 1;
        }
        if !self.is_code {
            self.text.read(byte);
        } else if self.code.read(byte) {
            self.end_function();
            self.begin_function();
        }
        if self.end == self.code_from {
            self.is_code = true;
            self.length = 0;
            self.begin_function();
        }
        self.look_for_match();
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

    /// Where the last bytes, or instructions, stood before.
    fn look_for_match(&mut self) {
        let key = if self.is_code {
            let [a, b, ..] = self.code.before;
            hash(hash(self.code.current, a), b)
        } else {
            (1..6).fold(0, |key, count| hash(key, self.back(count)))
        };
        let found = at(&mut self.found, (key ^ (key >> 16)) as usize);
        let from = *found as usize;
        *found = self.end as u32;
        if self.length > 0 || from == 0 {
            return;
        }
        self.from = from;
        while self.length < from.min(400)
            && *at(&mut self.bytes, from.wrapping_sub(self.length + 1))
                == *at(&mut self.bytes, self.end.wrapping_sub(self.length + 1))
        {
            self.length += 1;
        }
    }

    /// What the next byte stands in.
    #[inline(never)]
    fn look_around(&mut self) {
        self.hashes = if self.is_code { self.code.contexts() } else { self.text_contexts() };
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
            *place = (key as usize % LINES) << 4 | k;
            let line = at(&mut self.lines, *place);
            let check = (key >> 24) as u8;
            if line[0] != check {
                *line = [0; 16];
                line[0] = check;
            }
        }
    }

    fn text_contexts(&mut self) -> [u32; CONTEXTS] {
        let Text { word, field, .. } = self.text;
        let one = self.back(1);
        let two = self.back(2) << 8 | one;
        let three = self.back(3) << 16 | two;
        let four = self.back(4) << 24 | three;
        [
            one,
            two,
            self.back(4) << 8 | self.back(3),
            four,
            word,
            three & 0xff_ff00,
            hash(field, self.text.quote),
            hash(field, two),
        ]
    }
}

impl Text {
    fn read(&mut self, byte: u8) {
        if byte.is_ascii_alphabetic() || byte > 127 {
            self.word = hash(self.word, u32::from(byte) | 32);
        } else if self.word != 0 {
            self.before = [self.word, self.before[0]];
            self.word = 0;
        }
        if byte == b'"' {
            self.quote ^= 1;
        }
        if matches!(byte, b':' | b'.' | b'{' | b'}' | b'>') {
            self.field = hash(self.before[0], u32::from(byte));
        }
    }
}

/// Counts one more.
fn one_more(count: u32) -> u32 {
    (count + 1).min(15)
}

/// Forgets most of what was counted, when the other bit comes.
fn fewer(count: u32) -> u32 {
    if count > 2 { (count + 5) / 3 } else { count }
}

/// Moves a chance towards what came.
fn count(chance: &mut u16, target: i32, rate: u32) {
    *chance = (i32::from(*chance) + ((target - i32::from(*chance)) >> rate)) as u16;
}
