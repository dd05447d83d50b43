import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../../packages/api/demo/seed/random.ts';

/** Says when the API is to be killed: at random mails, just as they were taken or shortly after. */
export function createKiller() {
  let moments: number[] = [];
  let taken = 0;
  let isDue = false;
  let tell = () => {};
  let random = createRandom('');
  return {
    get isDue() {
      return isDue;
    },
    plan(draws: typeof random, kills: number, from: number, mails: number) {
      random = draws;
      taken = from;
      moments = Array.from({ length: kills }, () => from + random.next() * 0.9 * mails).sort((a, b) => a - b);
    },
    /** A mail was taken, and is not answered yet. */
    step() {
      taken++;
      if (isDue || (moments[0] ?? Number.POSITIVE_INFINITY) > taken) return;
      moments.shift();
      const wait = random.chance(0.5) ? 0 : random.whole(1, 200);
      void sleep(wait).then(() => {
        isDue = true;
        tell();
      });
    },
    /** Is kept when the API is to be killed. */
    watch: () =>
      new Promise<undefined>((resolve) => {
        tell = () => resolve(undefined);
        if (isDue) tell();
      }),
    done() {
      isDue = false;
      tell = () => {};
    },
  };
}
