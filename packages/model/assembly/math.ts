// Elementary functions on four float32 at a time.

/** Sum of the four lanes. */
// @ts-ignore: decorator
@inline
export function sum4(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

/** Largest of the four lanes. */
// @ts-ignore: decorator
@inline
export function max4(v: v128): f32 {
  return max(
    max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

/** a + b × c */
// @ts-ignore: decorator
@inline
export function fma(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(a, f32x4.mul(b, c));
}

/**
 * e^x for x ≤ 0, relative error below 2e-7; 0 stands for anything under e^-87.
 * Cody–Waite reduction by ln 2, then the polynomial of Cephes `expf`.
 */
// @ts-ignore: decorator
@inline
export function exp4(x: v128): v128 {
  x = f32x4.max(x, f32x4.splat(-87));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)));
  let r = fma(x, n, f32x4.splat(-0.693359375));
  r = fma(r, n, f32x4.splat(2.12194440e-4));
  let p = fma(f32x4.splat(1.3981999507e-3), r, f32x4.splat(1.9875691500e-4));
  p = fma(f32x4.splat(8.3334519073e-3), r, p);
  p = fma(f32x4.splat(4.1665795894e-2), r, p);
  p = fma(f32x4.splat(1.6666665459e-1), r, p);
  p = fma(f32x4.splat(5.0000001201e-1), r, p);
  p = f32x4.add(fma(r, f32x4.mul(r, r), p), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}

/**
 * x × Φ(x), the exact GELU. Φ by way of erf, Abramowitz and Stegun 7.1.26 (error below 1.5e-7 in erf):
 * for z ≥ 0, erf(z) = 1 − (a₁t + … + a₅t⁵) e^(−z²) with t = 1 / (1 + 0.3275911 z).
 */
// @ts-ignore: decorator
@inline
export function gelu4(x: v128): v128 {
  const z = f32x4.mul(f32x4.abs(x), f32x4.splat(0.70710678118654752));
  const t = f32x4.div(f32x4.splat(1), fma(f32x4.splat(1), z, f32x4.splat(0.3275911)));
  let p = fma(f32x4.splat(-1.453152027), t, f32x4.splat(1.061405429));
  p = fma(f32x4.splat(1.421413741), t, p);
  p = fma(f32x4.splat(-0.284496736), t, p);
  p = fma(f32x4.splat(0.254829592), t, p);
  // half of 1 − erf(z): the smaller tail of Φ
  const tail = f32x4.mul(f32x4.mul(f32x4.mul(p, t), exp4(f32x4.neg(f32x4.mul(z, z)))), f32x4.splat(0.5));
  const positive = f32x4.gt(x, f32x4.splat(0));
  return f32x4.mul(x, v128.bitselect(f32x4.sub(f32x4.splat(1), tail), tail, positive));
}
