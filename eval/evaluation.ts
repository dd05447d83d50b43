/**
 * What every evaluation is: a name in the registry of `run.ts`, arguments in, one JSON object out.
 *
 * @module
 */
import type { Embedder } from '@kopru/sdk/engine/embedder';

/** What the dispatcher gives to an evaluation. */
export interface EvaluationContext {
  /** Opens the embedder under evaluation; called at most once, after the input was read. */
  createEmbedder(): Promise<Embedder>;
  /** Shows one line to the person who waits. */
  progress(line: string): void;
}

export interface Evaluation {
  /** Arguments after the name, as in `FILE.tsv [--baselines]`. */
  readonly usage: string;
  /** One line that says what is measured. */
  readonly summary: string;
  /**
   * @returns the JSON object that is printed.
   * @throws {UsageError} on arguments that are missing, unknown or of the wrong form.
   * @throws {InputError} on a file whose content breaks a rule.
   */
  run(args: readonly string[], context: EvaluationContext): Promise<object>;
}

/** The call itself is wrong. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** One broken rule at one place of a file. */
export interface InputIssue {
  /** Line of the file, counted from 1. */
  readonly line: number;
  /** Name of the column at fault; absent when the rule is about the whole row. */
  readonly column?: string;
  readonly rule: string;
}

const SHOWN_ISSUES = 20;

/** The file given breaks one or more rules; the message names each place, up to 20 of them. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly issues: readonly InputIssue[];

  /** @param file as the user wrote it. */
  constructor(file: string, issues: readonly InputIssue[], options?: ErrorOptions) {
    const lines = issues
      .slice(0, SHOWN_ISSUES)
      .map(({ line, column, rule }) => `${file}:${line}: ${column === undefined ? '' : `column "${column}": `}${rule}`);
    const hidden = issues.length - lines.length;
    if (hidden > 0) lines.push(`… and ${hidden} more`);
    super(lines.join('\n'), options);
    this.issues = issues;
  }
}
