import { describe, expect, it } from 'vitest';
import { centre } from './centre.ts';
import { MODEL } from './model.ts';

const LANGUAGES = ['az', 'tr', 'kk', 'ky', 'uz', 'tk', 'hu', 'ru', 'en'];
const vector = Float32Array.from({ length: MODEL.dimensions }, (_, d) => Math.sin(d + 1));
const length = (v: Float32Array) => Math.hypot(...v);
const unit = vector.map((x) => x / length(vector));
const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, d) => sum + x * (b[d] as number), 0);

describe('centring by language', () => {
  it('leaves length 1 and the vector given as it was, and moves it but little', () => {
    const before = Float32Array.from(unit);
    for (const lang of LANGUAGES) {
      const moved = centre(unit, lang);
      expect(length(moved)).toBeCloseTo(1, 5);
      expect(cosine(moved, unit)).toBeGreaterThan(0.98);
      expect(cosine(moved, unit)).toBeLessThan(1);
    }
    expect(unit).toEqual(before);
  });

  it('moves the nine languages in different directions that cancel out', () => {
    const moves = LANGUAGES.map((lang) => centre(unit, lang).map((x, d) => x - (unit[d] as number)));
    const sum = moves[0]?.map((_, d) => moves.reduce((s, move) => s + (move[d] as number), 0)) as Float32Array;
    // Each move is about 0.07 long; what is left is the rounding of the steps and the new length.
    expect(length(sum)).toBeLessThan(0.05);
    expect(Math.min(...moves.map(length))).toBeGreaterThan(0.04);
  });

  it('leaves a text of another or of no known language where it is', () => {
    expect(centre(unit, undefined)).toBe(unit);
    expect(centre(unit, 'de')).toBe(unit);
    expect(centre(unit, 'constructor')).toBe(unit);
  });
});
