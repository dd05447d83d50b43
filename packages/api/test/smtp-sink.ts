import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Ports of an SMTP server that asks for no password and of one that does, and where what they took is read. */
    smtp: { readonly port: number; readonly lockedPort: number; readonly url: string };
  }
}

/** A mail that the server took. */
export interface TakenMail {
  readonly from: string;
  readonly to: string;
  readonly user: string | undefined;
  readonly raw: string;
}

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

/** What becomes of a recipient, by the first word of its address; of the rest nothing. */
const RECIPIENTS: Readonly<Record<string, Error>> = {
  unknown: refusal(550, '5.1.1 <somebody@mail.example>: no such user'),
  relay: refusal(550, 'relay not permitted'),
  full: refusal(552, '5.2.2 mailbox full'),
  busy: refusal(450, '4.2.1 try again later'),
};
const CONTENTS: Readonly<Record<string, Error>> = {
  policy: refusal(554, '5.7.1 refused by policy'),
  later: refusal(451, '4.3.0 try again later'),
};

const wordOf = (address = ''): string => address.split(/[-@]/)[0] ?? '';

/** An SMTP server that the Worker under test sends to. `GET /?to=ADDRESS` gives what it took for an address. */
export default async function startSmtpSink(project: TestProject) {
  const taken: TakenMail[] = [];
  const sockets = new Map<number, Socket>();
  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | undefined> => {
    const to = session.envelope.rcptTo[0]?.address ?? '';
    const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
    const raw = await text(stream);
    const refused = CONTENTS[wordOf(to)];
    if (refused) return refused;
    taken.push({ from, to, user: session.user, raw });
    // It is taken, and the sender does not hear so.
    if (wordOf(to) === 'cut') sockets.get(session.remotePort)?.destroy();
    return undefined;
  };
  const listen = async (disabledCommands: string[]) => {
    const smtp = new SMTPServer({
      authOptional: disabledCommands.includes('AUTH'),
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS', ...disabledCommands],
      onAuth: ({ username, password }, _, done) =>
        password === 'right' || password === 'ауыр құпия'
          ? done(null, { user: username ?? '' })
          : done(refusal(535, '5.7.8 wrong password')),
      onRcptTo: ({ address }, _, done) => done(RECIPIENTS[wordOf(address)]),
      onData: (stream, session, done) => void take(stream, session).then(done, done),
    });
    smtp.on('error', () => undefined);
    smtp.server.on('connection', (socket: Socket) => {
      const port = socket.remotePort as number;
      sockets.set(port, socket);
      socket.on('close', () => sockets.delete(port));
    });
    smtp.listen(0, '127.0.0.1');
    await once(smtp.server, 'listening');
    return smtp;
  };
  const portOf = ({ server }: SMTPServer): number => (server.address() as AddressInfo).port;
  const [open, locked] = [await listen(['AUTH']), await listen([])];

  const http = createServer((request, response) => {
    const to = new URL(request.url ?? '/', 'http://sink').searchParams.get('to');
    response.end(JSON.stringify(taken.filter((mail) => mail.to === to)));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  project.provide('smtp', {
    port: portOf(open),
    lockedPort: portOf(locked),
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
  });
  return () => {
    http.close();
    for (const server of [open, locked]) server.close(() => undefined);
  };
}
