//! Four numbers at once.

#[cfg(target_family = "wasm")]
pub use wide::Lanes;

#[cfg(not(target_family = "wasm"))]
pub use narrow::Lanes;

#[cfg(target_family = "wasm")]
mod wide {
    use core::arch::wasm32::{
        i32x4, i32x4_add, i32x4_extract_lane, i32x4_mul, i32x4_shr, i32x4_splat, v128,
    };

    /// Four numbers, as the engine holds them.
    #[derive(Clone, Copy)]
    pub struct Lanes(v128);

    impl Lanes {
        pub const fn new([a, b, c, d]: [i32; 4]) -> Self {
            Self(i32x4(a, b, c, d))
        }

        #[target_feature(enable = "simd128")]
        pub fn plus(self, other: Self) -> Self {
            Self(i32x4_add(self.0, other.0))
        }

        #[target_feature(enable = "simd128")]
        pub fn times(self, other: Self) -> Self {
            Self(i32x4_mul(self.0, other.0))
        }

        #[target_feature(enable = "simd128")]
        pub fn each_times(self, factor: i32) -> Self {
            Self(i32x4_mul(self.0, i32x4_splat(factor)))
        }

        #[target_feature(enable = "simd128")]
        pub fn shifted(self, bits: u32) -> Self {
            Self(i32x4_shr(self.0, bits))
        }

        #[target_feature(enable = "simd128")]
        pub fn sum(self) -> i32 {
            i32x4_extract_lane::<0>(self.0)
                .wrapping_add(i32x4_extract_lane::<1>(self.0))
                .wrapping_add(i32x4_extract_lane::<2>(self.0))
                .wrapping_add(i32x4_extract_lane::<3>(self.0))
        }
    }
}

#[cfg(not(target_family = "wasm"))]
mod narrow {
    /// Four numbers, one by one; they come to the same.
    #[derive(Clone, Copy)]
    pub struct Lanes([i32; 4]);

    impl Lanes {
        pub const fn new(lanes: [i32; 4]) -> Self {
            Self(lanes)
        }

        pub fn plus(self, other: Self) -> Self {
            self.with(other, i32::wrapping_add)
        }

        pub fn times(self, other: Self) -> Self {
            self.with(other, i32::wrapping_mul)
        }

        pub fn each_times(self, factor: i32) -> Self {
            self.times(Self([factor; 4]))
        }

        pub fn shifted(self, bits: u32) -> Self {
            Self(self.0.map(|lane| lane >> bits))
        }

        pub fn sum(self) -> i32 {
            self.0.into_iter().fold(0, i32::wrapping_add)
        }

        fn with(self, other: Self, combine: impl Fn(i32, i32) -> i32) -> Self {
            let mut lanes = self.0;
            for (lane, other) in lanes.iter_mut().zip(other.0) {
                *lane = combine(*lane, other);
            }
            Self(lanes)
        }
    }
}
