import type { Application, MatchList } from '@kopru/sdk/schema';
import { ActionEvent } from '../lib/host-events.ts';

/** The reader applies to a call of a programme. */
export class ApplyEvent extends ActionEvent<{
  readonly programme: MatchList['matches'][number];
  readonly call: string;
}> {
  constructor(programme: MatchList['matches'][number], call: string) {
    super('kopru-apply', { programme, call });
  }
}

/** The reader withdraws an application. */
export class WithdrawApplicationEvent extends ActionEvent<{ readonly application: Application }> {
  constructor(application: Application) {
    super('kopru-withdraw-application', { application });
  }
}
