import type { Io } from './io.ts';

export interface Progress {
  /** @param count how many more are done. @default 1 */
  advance(count?: number): void;
  /** Ends the line, however many are done. */
  done(): void;
}

const WIDTH = 24;
/** Milliseconds between two drawings of the line. */
const REDRAWN = 100;

/**
 * Shows how far a work is, how fast it goes and how long it will still take: one line that is drawn
 * over on a terminal, else a line for every tenth. The rate is the mean since the beginning.
 *
 * @param total how many there are; nothing is shown for none.
 * @param now clock in milliseconds, for tests.
 */
export function createProgress(
  io: Io,
  { label, total }: { readonly label: string; readonly total: number },
  now: () => number = () => performance.now(),
): Progress {
  const began = now();
  let finished = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  let tenth = 0;
  let ended = total <= 0;

  const draw = () => {
    const text = lineOf(label, finished, total, (now() - began) / 1000);
    if (io.interactive) io.stderr.write(`\r\u001b[K${text}`);
    else io.stderr.write(`${text}\n`);
  };
  return {
    advance(count = 1) {
      if (ended) return;
      finished = Math.min(total, finished + count);
      const reached = Math.floor((finished / total) * 10);
      if (io.interactive ? now() - drawn < REDRAWN && finished < total : reached === tenth) return;
      drawn = now();
      tenth = reached;
      draw();
    },
    done() {
      if (ended) return;
      ended = true;
      if (io.interactive) {
        draw();
        io.stderr.write('\n');
      }
    },
  };
}

function lineOf(label: string, finished: number, total: number, seconds: number): string {
  const share = finished / total;
  const full = Math.round(share * WIDTH);
  const rate = seconds > 0 ? finished / seconds : 0;
  const left = finished === total ? `in ${time(seconds)}` : rate > 0 ? `${time((total - finished) / rate)} left` : '';
  const speed = rate > 0 ? `  ${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}/s  ${left}` : '';
  return `${label}  ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}  ${finished}/${total}${speed}`;
}

/** Seconds as `48 s`, `3:07` or `1:02:05`. */
function time(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
