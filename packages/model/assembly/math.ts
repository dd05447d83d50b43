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
 * x × Φ(x), the exact GELU, off by less than 4e-6 where |x| ≤ 4.5 and by less than 4e-6 × |x| beyond.
 * Φ(x) − ½ is x × P(x²) / Q(x²) with both of degree 3, our own fit of least squares on [0, 4.5] that was
 * weighted until the largest error was smallest. It takes one division, and no exponential as erf would.
 */
// @ts-ignore: decorator
@inline
export function gelu4(x: v128): v128 {
  const y = f32x4.max(f32x4.min(x, f32x4.splat(4.5)), f32x4.splat(-4.5));
  const z = f32x4.mul(y, y);
  let p = fma(f32x4.splat(0.003845381354981161), z, f32x4.splat(3.3942614426460314e-5));
  p = fma(f32x4.splat(0.026990271569689115), z, p);
  p = fma(f32x4.splat(0.39894218482466953), z, p);
  let q = fma(f32x4.splat(0.023642100617174013), z, f32x4.splat(0.0011798790547474071));
  q = fma(f32x4.splat(0.23435516272536752), z, q);
  q = fma(f32x4.splat(1), z, q);
  return f32x4.mul(x, f32x4.add(f32x4.splat(0.5), f32x4.div(f32x4.mul(y, p), q)));
}
