/** Which rows bear which marks: a bit for each row under each mark. */
export interface Marks {
  /** Gives a row, which bears none, its marks. */
  set(row: number, marks: readonly string[]): void;
  /** Gives a row the marks of another, which then bears none. */
  move(from: number, to: number): void;
  clear(row: number): void;
  /** The rows that bear one mark at least of each group. */
  passing(groups: readonly (readonly string[])[], count: number): Uint32Array;
}

const BITS = 32;

export function createMarks(): Marks {
  const rowsOf = new Map<string, Uint32Array>();
  const has = (bits: Uint32Array, row: number) => (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
  const drop = (bits: Uint32Array, row: number) => {
    if (row >>> 5 < bits.length) bits[row >>> 5]! &= ~(1 << (row & 31));
  };

  function add(mark: string, row: number): void {
    let bits = rowsOf.get(mark) ?? new Uint32Array(1);
    if (row >>> 5 >= bits.length) {
      const longer = new Uint32Array(Math.max((row >>> 5) + 1, bits.length * 2));
      longer.set(bits);
      bits = longer;
    }
    bits[row >>> 5]! |= 1 << (row & 31);
    rowsOf.set(mark, bits);
  }

  function clear(row: number): void {
    for (const bits of rowsOf.values()) drop(bits, row);
  }

  return {
    set(row, marks) {
      for (const mark of marks) add(mark, row);
    },
    clear,
    move(from, to) {
      for (const [mark, bits] of rowsOf) {
        if (has(bits, from)) add(mark, to);
        else drop(bits, to);
      }
      clear(from);
    },
    passing(groups, count) {
      const words = Math.ceil(count / BITS);
      const all = new Uint32Array(words).fill(0xffffffff);
      for (const group of groups) {
        const any = new Uint32Array(words);
        for (const mark of group) {
          const bits = rowsOf.get(mark);
          const end = Math.min(words, bits?.length ?? 0);
          for (let i = 0; i < end; i++) any[i]! |= bits![i]!;
        }
        for (let i = 0; i < words; i++) all[i]! &= any[i]!;
      }
      return all;
    },
  };
}
