//! The unpacker of the page, which asks it where its bytes lie, fills them, and has them unpacked.
//!
//! A program without a name for its functions could not be called, nor keep anything from one call to the
//! next, by safe code alone. This is the one place where the project does without.

#![no_std]
#![no_main]
#![expect(unsafe_code, reason = "exports, and a place that they share; one thread calls them")]

use claim_atlas_unpack::Unpacker;
use core::panic::PanicInfo;
use core::ptr::addr_of_mut;

static mut UNPACKER: Unpacker = Unpacker::new();

/// Where the bytes lie.
#[unsafe(no_mangle)]
extern "C" fn bytes() -> *mut u8 {
    // SAFETY: the page writes and reads there between calls only.
    unsafe { addr_of_mut!(UNPACKER.model.bytes).cast() }
}

/// Where the code lies.
#[unsafe(no_mangle)]
extern "C" fn code() -> *mut u8 {
    // SAFETY: as above.
    unsafe { addr_of_mut!(UNPACKER.model.code_bytes).cast() }
}

/// Where what is packed lies.
#[unsafe(no_mangle)]
extern "C" fn packed() -> *mut u8 {
    // SAFETY: as above.
    unsafe { addr_of_mut!(UNPACKER.reader.packed).cast() }
}

/// Begins, as [`Unpacker::start`] says.
#[unsafe(no_mangle)]
extern "C" fn start(from: usize, tokens: usize, code: usize) {
    unpacker().start(from, tokens, code);
}

/// Goes on, as [`Unpacker::unpack`] says.
#[unsafe(no_mangle)]
extern "C" fn unpack(end: usize) {
    unpacker().unpack(end);
}

fn unpacker() -> &'static mut Unpacker {
    // SAFETY: every call takes one reference, which ends with it.
    unsafe { &mut *addr_of_mut!(UNPACKER) }
}

#[panic_handler]
fn stop(_: &PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}
