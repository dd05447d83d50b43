/** Why a cell, or a part of it, could not be used. */
export interface Problem {
  /** Name of the rule that is broken. */
  readonly rule: string;
  /** A sentence on what stands there. */
  readonly message: string;
  /** A sentence on what to write instead. */
  readonly suggestion?: string;
}

/**
 * What a cell says. Without a value the field stays unknown; without a problem that is what the author
 * wrote. Both stand together where only a part of a list could be read.
 */
export interface Reading<T> {
  readonly value?: T;
  readonly problem?: Problem;
}

export const problem = (rule: string, message: string, suggestion?: string): { readonly problem: Problem } => ({
  problem: { rule, message, ...(suggestion !== undefined && { suggestion }) },
});

/** A piece of a cell for a message: in quotes, and not longer than a line takes. */
export const quote = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.length > MOST_QUOTED ? `${line.slice(0, MOST_QUOTED - 1)}…` : line}"`;
};

const MOST_QUOTED = 60;
