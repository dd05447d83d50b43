import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Random } from '../../../packages/api/demo/seed/random.ts';

/** A mail that the sink has taken, whatever became of its answer. */
export interface Taken {
  readonly messageId: string;
  readonly to: string;
  /** Where one POST ends the subscription; undefined in the question for consent. */
  readonly unsubscribe: string | undefined;
  readonly text: string;
  /** How many kills of the sender there had been. */
  readonly kills: number;
  /** The sender did not hear that it was taken. */
  readonly silent: boolean;
}

/** Of a thousand mails, how many meet a fault of each kind. */
const FAULTS = {
  recipientBusy: 40,
  contentBusy: 30,
  contentRefused: 5,
  /** The connection ends before the content was taken. */
  cutBefore: 15,
  /** The content is taken, and the connection ends without an answer. */
  cutAfter: 15,
} as const;

type Fault = keyof typeof FAULTS | 'recipientUnknown' | 'noAnswer';

export interface Sink {
  readonly port: number;
  readonly taken: readonly Taken[];
  readonly faults: Readonly<Partial<Record<Fault, number>>>;
  /** While true every mail is taken at once. */
  isFaultless: boolean;
  /** Counts the kills of the sender. */
  kills: number;
  close(): Promise<void>;
}

/**
 * An SMTP server as they are in the world: it is busy, refuses, breaks off, and does not answer.
 *
 * @param unanswered most mails that are taken and never answered: each costs the sender its whole patience.
 * @param isUnknown addresses that it does not have.
 * @param onTaken is called as a mail has been taken and before that is answered.
 */
export async function startSink(
  random: Random,
  unanswered: number,
  isUnknown: (address: string) => boolean,
  onTaken: () => void,
): Promise<Sink> {
  const taken: Taken[] = [];
  const faults: Partial<Record<Fault, number>> = {};
  const sockets = new Map<number, Socket>();
  const state = { isFaultless: true, kills: 0 };
  const count = (fault: Fault): true => {
    faults[fault] = (faults[fault] ?? 0) + 1;
    return true;
  };
  const meets = (fault: keyof typeof FAULTS): boolean =>
    !state.isFaultless && random.next() * 1000 < FAULTS[fault] && count(fault);
  const cut = ({ remotePort }: SMTPServerSession) => sockets.get(remotePort)?.destroy();

  /** Takes a mail. Answers the refusal, if it is one. */
  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | undefined> => {
    const kills = state.kills;
    if (meets('cutBefore')) cut(session);
    const mail = await simpleParser(stream);
    if (!sockets.has(session.remotePort)) return undefined;
    if (meets('contentBusy')) return refusal(451, '4.3.0 Try again later');
    if (meets('contentRefused')) return refusal(554, '5.7.1 Refused by policy');
    const isUnanswered =
      !state.isFaultless && (faults.noAnswer ?? 0) < unanswered && random.chance(0.003) && count('noAnswer');
    const silent = isUnanswered || meets('cutAfter');
    taken.push({
      messageId: mail.messageId ?? '',
      to: session.envelope.rcptTo[0]?.address ?? '',
      unsubscribe: (mail.headers.get('list') as { unsubscribe?: { url: string } } | undefined)?.unsubscribe?.url,
      text: mail.text ?? '',
      kills,
      silent,
    });
    onTaken();
    if (isUnanswered) return new Promise<never>(() => undefined);
    if (silent) cut(session);
    return undefined;
  };

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _, done) {
      if (isUnknown(address) && count('recipientUnknown')) done(refusal(550, '5.1.1 No such user'));
      else if (meets('recipientBusy')) done(refusal(450, '4.2.1 Try again later'));
      else done();
    },
    onData: (stream, session, done) => void take(stream, session).then(done, done),
  });
  // A sender that is killed, and each cut, is an error of a connection.
  smtp.on('error', () => undefined);
  smtp.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort as number;
    sockets.set(port, socket);
    socket.on('close', () => sockets.delete(port));
  });
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  const { port } = smtp.server.address() as AddressInfo;
  const close = async () => {
    for (const socket of sockets.values()) socket.destroy();
    await new Promise<void>((resolve) => smtp.close(resolve));
  };
  return Object.assign(state, { port, taken, faults, close });
}

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });
