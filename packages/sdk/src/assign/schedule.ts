import type { Market } from './market.ts';

const NONE = -1;

/**
 * Meetings in slots, which keeps every limit at all times: capacity, absence, tables, one meeting at
 * a time for each person, one for each pair.
 *
 * A slot is a colour of the edges at a person, so a new meeting for which no slot is free on both
 * sides can be made room for as in König's theorem (every bipartite multigraph takes as many colours
 * as its greatest degree): the meetings that alternate between two slots along a path change
 * places. With nobody absent and tables to spare this always works; otherwise it is tried for every
 * two slots, and a path is kept only if those at its ends are there and no slot runs out of tables.
 */
export class Schedule {
  readonly #market: Market;
  /** Pair by person and slot. */
  readonly #at: Int32Array;
  readonly #slotOf: Int32Array;
  readonly #load: Int32Array;
  readonly #met: Int32Array;
  /** Moves since the last settled state, to take back. */
  #journal: { pair: number; from: number }[] = [];

  constructor(market: Market) {
    this.#market = market;
    this.#at = new Int32Array(market.people * market.slots).fill(NONE);
    this.#slotOf = new Int32Array(market.pairs.length).fill(NONE);
    this.#load = new Int32Array(market.slots);
    this.#met = new Int32Array(market.people);
  }

  /** The pairs that meet, ascending, each with its slot. */
  meetings(): { pair: number; slot: number }[] {
    return [...this.#slotOf].flatMap((slot, pair) => (slot === NONE ? [] : [{ pair, slot }]));
  }

  has(pair: number): boolean {
    return this.#slotOf[pair] !== NONE;
  }

  /** Whether one more meeting is within this person's capacity. */
  hasRoom(person: number): boolean {
    return this.#met[person]! < this.#market.capacity[person]!;
  }

  /** Plans a pair, moving others to other slots if need be. @returns whether it found a place; if not, nothing changed. */
  place(pair: number): boolean {
    const { startup, investor } = this.#market.pairs[pair]!;
    if (this.has(pair) || !this.hasRoom(startup) || !this.hasRoom(investor)) return false;
    const done = this.#placeInCommon(pair, startup, investor) || this.#placeByPath(pair, startup, investor);
    if (!done) this.#takeBack();
    this.#journal = [];
    return done;
  }

  /** A slot that is free for both, the one with most tables left; a full one if room can be made in it. */
  #placeInCommon(pair: number, startup: number, investor: number): boolean {
    const common = this.#freeSlots(startup).filter((slot) => this.#isFree(investor, slot));
    common.sort((a, b) => this.#left(b) - this.#left(a) || a - b);
    return common.some((slot) => {
      this.#set(pair, slot);
      if (this.#relieve(slot)) return true;
      this.#takeBack();
      return false;
    });
  }

  /** A slot that is free for one of them, freed for the other by a path. */
  #placeByPath(pair: number, startup: number, investor: number): boolean {
    for (const [host, guest] of [
      [startup, investor],
      [investor, startup],
    ] as const) {
      const others = this.#freeSlots(guest);
      for (const slot of this.#freeSlots(host)) {
        if (!this.#market.available[guest]![slot]) continue;
        for (const other of others) {
          const path = this.#path(guest, slot, other);
          if (path.length === 0) continue;
          this.#swap(path, slot, other);
          this.#set(pair, slot);
          if (this.#relieve(slot) && this.#relieve(other)) return true;
          this.#takeBack();
        }
      }
    }
    return false;
  }

  /** Brings a slot with one meeting too many back to its tables, by a path into a slot with a table left. */
  #relieve(slot: number): boolean {
    if (this.#left(slot) >= 0) return true;
    const { slots, startups } = this.#market;
    for (let other = 0; other < slots; other++) {
      if (this.#left(other) <= 0) continue;
      for (let startup = 0; startup < startups; startup++) {
        // A path that moves one meeting more out of the slot than into it begins and ends with one
        // out of it, so at a person of each side: every such path begins at a startup.
        if (this.#at[startup * slots + slot] === NONE || !this.#isFree(startup, other)) continue;
        const path = this.#path(startup, slot, other);
        if (path.length % 2 === 0) continue;
        this.#swap(path, slot, other);
        return true;
      }
    }
    return false;
  }

  /**
   * The meetings that alternate between two slots from a person on who meets in the first and is
   * free in the second; empty if the person at the end cannot change over.
   */
  #path(person: number, slot: number, other: number): number[] {
    const { slots, pairs } = this.#market;
    const path: number[] = [];
    let at = person;
    let now = slot;
    for (;;) {
      const pair = this.#at[at * slots + now]!;
      if (pair === NONE) break;
      path.push(pair);
      const { startup, investor } = pairs[pair]!;
      at = at === startup ? investor : startup;
      now = now === slot ? other : slot;
    }
    return this.#market.available[at]![now] ? path : [];
  }

  /** The meetings of a path change places; all leave before the first returns, since they share people. */
  #swap(path: readonly number[], slot: number, other: number): void {
    const to = path.map((pair) => (this.#slotOf[pair] === slot ? other : slot));
    for (const pair of path) this.#set(pair, NONE);
    for (const [i, pair] of path.entries()) this.#set(pair, to[i]!);
  }

  #set(pair: number, slot: number): void {
    const from = this.#slotOf[pair]!;
    this.#journal.push({ pair, from });
    const { startup, investor } = this.#market.pairs[pair]!;
    for (const person of [startup, investor]) {
      if (from !== NONE) this.#at[person * this.#market.slots + from] = NONE;
      if (slot !== NONE) this.#at[person * this.#market.slots + slot] = pair;
      this.#met[person]! += Number(slot !== NONE) - Number(from !== NONE);
    }
    if (from !== NONE) this.#load[from]!--;
    if (slot !== NONE) this.#load[slot]!++;
    this.#slotOf[pair] = slot;
  }

  #takeBack(): void {
    const journal = this.#journal.reverse();
    this.#journal = [];
    for (const { pair, from } of journal) this.#set(pair, from);
    this.#journal = [];
  }

  #left(slot: number): number {
    return this.#market.tables[slot]! - this.#load[slot]!;
  }

  #isFree(person: number, slot: number): boolean {
    const { slots, available } = this.#market;
    return available[person]![slot]! && this.#at[person * slots + slot] === NONE;
  }

  #freeSlots(person: number): number[] {
    return Array.from({ length: this.#market.slots }, (_, slot) => slot).filter((slot) => this.#isFree(person, slot));
  }
}
