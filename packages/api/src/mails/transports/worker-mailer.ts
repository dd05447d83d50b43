/**
 * worker-mailer 1.2.1, mended (decision 0048).
 *
 * @module
 */
import { type EmailOptions, WorkerMailer, type WorkerMailerOptions } from 'worker-mailer';

interface Inside {
  readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly startTls: boolean;
  readonly secure: boolean;
  readonly supportsStartTls: boolean;
  auth(): Promise<void>;
}

const { auth } = WorkerMailer.prototype as unknown as Inside;

Object.assign(WorkerMailer.prototype, {
  // Its own asks a connection that has ended for more again and again, without a pause in which a timeout could
  // come, so that the isolate hangs.
  async read(this: Inside): Promise<string> {
    const decoder = new TextDecoder();
    for (let answer = ''; ; ) {
      const { done, value } = await this.reader.read();
      if (done) throw new Error('the connection ended');
      answer += decoder.decode(value, { stream: true });
      // A line that goes on has a hyphen after its code (RFC 5321, section 4.2.1).
      if (answer.endsWith('\n') && !/^\d+-/.test(answer.split(/\r?\n/).at(-2) ?? '')) return answer;
    }
  },

  // Its own goes on in the clear where a server, or somebody on the way, does not offer STARTTLS.
  async auth(this: Inside): Promise<void> {
    if (this.startTls && !this.secure && !this.supportsStartTls) throw new Error('STARTTLS is not offered');
    await auth.call(this);
  },
});

/** A session with a server. The library's own `connect` keeps one that could not log in open and out of reach. */
export interface Session {
  readonly socket: { close(): Promise<void> };
  initializeSmtpSession(): Promise<void>;
  start(): Promise<void>;
  send(email: EmailOptions): Promise<void>;
}

/** Of this file, and not of the library, so that no bundler leaves the mends out. */
export const Session = WorkerMailer as unknown as new (options: WorkerMailerOptions) => Session;
