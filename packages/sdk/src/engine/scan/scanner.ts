/**
 * What scores packed rows: `scan.wasm` (compiled from `assembly/`), or the same in JavaScript. Both work on
 * the same bytes at the same addresses and give the same scores to the bit.
 *
 * @module
 */
import { SCAN_BASE64 } from './bytes.ts';
import { plainScan } from './plain.ts';

/** The part of `WebAssembly.Memory` that is used. */
export interface ScanMemory {
  readonly buffer: ArrayBuffer;
  /** Adds pages of 64 KiB. @throws {RangeError} when there is no room for them. */
  grow(pages: number): number;
}

/** Where everything lies: see `assembly/index.ts`. */
export type Scan = (
  rows: number,
  count: number,
  record: number,
  width: number,
  queries: number,
  queryCount: number,
  passing: number,
  found: number,
  scores: number,
) => number;

/** A memory of its own, and what scans it. */
export interface Scanner {
  readonly memory: ScanMemory;
  readonly scan: Scan;
}

/** The types of Workers have a module that cannot be constructed, as it is there. */
const { Module } = WebAssembly as unknown as { Module: new (bytes: Uint8Array) => WebAssembly.Module };

/** Compiled at the first use; null where the runtime compiles nothing, as Workers and some pages do not. */
let own: WebAssembly.Module | null | undefined;

function compiled(): WebAssembly.Module | null {
  if (own === undefined) own = compile();
  return own;
}

function compile(): WebAssembly.Module | null {
  try {
    return new Module(Uint8Array.from(atob(SCAN_BASE64), (char) => char.charCodeAt(0)));
  } catch {
    return null;
  }
}

/**
 * @param module `scan.wasm`, compiled; null: JavaScript. @default compiled from the bytes in this package,
 *   where the runtime allows it, else JavaScript
 */
export function createScanner(module: WebAssembly.Module | null = compiled()): Scanner {
  if (module) {
    try {
      return new WebAssembly.Instance(module).exports as unknown as Scanner;
    } catch (error) {
      // Every memory reserves 8 GB of addresses, and a process has no more than 16,000 times that.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  const memory = plainMemory();
  return { memory, scan: plainScan(memory) };
}

/** Bytes of a page of memory. */
export const PAGE = 65_536;

function plainMemory(): ScanMemory {
  let buffer = new ArrayBuffer(PAGE);
  return {
    get buffer() {
      return buffer;
    },
    grow(pages) {
      const before = buffer.byteLength / PAGE;
      const larger = new ArrayBuffer(buffer.byteLength + pages * PAGE);
      new Uint8Array(larger).set(new Uint8Array(buffer));
      buffer = larger;
      return before;
    },
  };
}
