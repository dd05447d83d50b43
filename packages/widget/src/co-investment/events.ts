import { ActionEvent } from '../lib/host-events.ts';
import type { Rules } from './rules.ts';

/** The reader asks for a round under other conditions. `preventDefault()` leaves the one that is shown. */
export class RoundEvent extends ActionEvent<{ readonly rules: Rules }> {
  constructor(rules: Rules) {
    super('kopru-round', { rules });
  }
}
