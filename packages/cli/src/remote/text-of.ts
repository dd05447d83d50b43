import type { Score } from '@kopru/sdk/schema';

/** A sentence of an answer that was asked for with `explain`; its key where it came without words. */
export const textOf = ({ text, key }: Score['reasons'][number]): string => text ?? key;
