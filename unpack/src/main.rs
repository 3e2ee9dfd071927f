//! The unpacker of the page, which asks it where its bytes lie, fills them, and has them unpacked.
//!
//! A program without a name for its functions could not be called, nor keep anything from one call to the
//! next, by safe code alone. This is the one place where the project does without.

#![no_std]
#![no_main]
#![expect(unsafe_code, reason = "exports, and a place that they share; one thread calls them")]

use claim_atlas_unpack::{Model, ROOM, unpack};
use core::panic::PanicInfo;
use core::ptr::addr_of_mut;

static mut MODEL: Model = Model::new();

static mut PACKED: [u8; ROOM] = [0; ROOM];

/// Where the bytes lie.
#[unsafe(no_mangle)]
extern "C" fn bytes() -> *mut u8 {
    // SAFETY: the page writes and reads there between calls only.
    unsafe { addr_of_mut!(MODEL.bytes).cast() }
}

/// Where what is packed lies.
#[unsafe(no_mangle)]
extern "C" fn packed() -> *mut u8 {
    addr_of_mut!(PACKED).cast()
}

/// Unpacks, as [`unpack`] says.
#[unsafe(no_mangle)]
extern "C" fn run(from: usize, code: usize, end: usize) {
    // SAFETY: these are the only references, and they end with the call.
    let (model, packed) = unsafe { (&mut *addr_of_mut!(MODEL), &*addr_of_mut!(PACKED)) };
    unpack(model, packed, from, code, end);
}

#[panic_handler]
fn stop(_: &PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}
