import { ASKING_COMMANDS } from './asking.ts';
import { LOCAL_COMMANDS } from './local.ts';
import { MATCHING_COMMANDS } from './matching.ts';
import { REMOTE_COMMANDS } from './remote.ts';
import type { Command } from './spec.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  ...MATCHING_COMMANDS,
  ...ASKING_COMMANDS,
  ...REMOTE_COMMANDS,
  ...LOCAL_COMMANDS,
];
