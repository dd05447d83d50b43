/** Gives every row an id that no other row of its file has. */
export interface Ids {
  /** @returns false, with the line that has it, when the id is taken. */
  claim(id: string, line: number): { readonly ok: true } | { readonly ok: false; readonly line: number };
  /** An id from a name: the name, or the name with a number where it occurs again. */
  name(name: string, line: number): string;
}

/** @param own the ids that the file itself gives, which no name may take. */
export function createIds(own: Iterable<string>): Ids {
  const reserved = new Set(own);
  const lines = new Map<string, number>();
  return {
    claim(id, line) {
      const first = lines.get(id);
      if (first !== undefined) return { ok: false, line: first };
      lines.set(id, line);
      return { ok: true };
    },
    name(name, line) {
      let id = name;
      for (let n = 2; lines.has(id) || reserved.has(id); n++) id = `${name} (${n})`;
      lines.set(id, line);
      return id;
    },
  };
}
