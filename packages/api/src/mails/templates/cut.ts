import { splitSentences } from '@kopru/sdk/engine';

/** As many whole sentences of a text as have room, at least a part of the first. @param most characters, 2 or more. */
export function cutAtSentence(text: string, most: number): string {
  let kept = '';
  for (const sentence of splitSentences(text)) {
    const longer = kept === '' ? sentence : `${kept} ${sentence}`;
    if (lengthOf(longer) > most) break;
    kept = longer;
  }
  return kept || cutAtWord(text, most);
}

/** A text as it is, or its first words with an ellipsis. @param most characters with it, 2 or more. */
export function cutAtWord(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (lengthOf(line) <= most) return line;
  const room = [...line].slice(0, most - 1).join('');
  const end = room.lastIndexOf(' ');
  return `${(end > most / 2 ? room.slice(0, end) : room).replace(/[\s,;:–-]+$/, '')}…`;
}

const lengthOf = (text: string): number => [...text].length;
