import { createEvents, type EventAttributes } from 'ics';
import { foldLines } from './fold.ts';

/** A calendar (RFC 5545) without a method: one that is subscribed to. @param product what made it */
export function icsFile(events: EventAttributes[], product: string): string {
  const { error, value } = createEvents(events, { productId: `-//Kopru//${product}//EN`, method: '' });
  if (error || value === null) throw new Error('a calendar was refused', { cause: error });
  return foldLines(value);
}
