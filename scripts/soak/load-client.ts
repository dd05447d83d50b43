export interface Request {
  /** By which its times are told. */
  readonly name: string;
  readonly group: 'reads' | 'writes';
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  /** Path of the profile that the answer is. */
  readonly expects?: string;
}

export interface Answer {
  readonly name: string;
  readonly group: Request['group'];
  /** When it was there, in milliseconds since 1970. */
  readonly at: number;
  readonly milliseconds: number;
  /** Status and code of a problem, or why there is no answer. Not there on success. */
  readonly error?: string;
}

export interface Client {
  readonly answers: readonly Answer[];
  /** Answers that were older than what was acknowledged before they were asked for, or whose ETag is not their number. */
  readonly stale: number;
  send(request: Request): Promise<void>;
  /** Reads what must be there, whole. */
  read(path: string): Promise<string>;
  /** Reads every profile back. @returns how many are not as they were last acknowledged. */
  lost(): Promise<number>;
}

interface Stored {
  readonly version: number;
  readonly sequence: number;
}

/** A client that remembers the last acknowledged version of every profile it wrote. */
export function createClient(url: () => string, key: string): Client {
  const answers: Answer[] = [];
  const acknowledged = new Map<string, { stored: Stored; text: string }>();
  let stale = 0;
  /** The hub's number of the last write that was acknowledged. */
  let sequence = 0;

  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${url()}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { response, text: await response.text() };
  };

  return {
    answers,
    get stale() {
      return stale;
    },
    async send({ name, group, method, path, body, expects }) {
      const known = { version: 0, ...(expects && acknowledged.get(expects)?.stored), hub: sequence };
      const begun = performance.now();
      const { response, text } = await ask(method, path, body).catch((error: Error) => ({
        response: undefined,
        text: String(error.cause ?? error),
      }));
      const answer = { name, group, at: Date.now(), milliseconds: performance.now() - begun };
      if (!response?.ok) {
        answers.push({ ...answer, error: response ? `${response.status} ${codeOf(text)}` : text });
        return;
      }
      answers.push(answer);
      const found = JSON.parse(text) as Partial<Stored>;
      if (name === 'matches' && (found.sequence ?? 0) < known.hub) stale++;
      if (!expects) return;
      const stored = found as Stored;
      const expected = group === 'writes' ? known.version + 1 : known.version;
      if (stored.version < expected || response.headers.get('etag') !== `"${stored.sequence}"`) stale++;
      if (group === 'reads') return;
      if (stored.version > (acknowledged.get(expects)?.stored.version ?? 0))
        acknowledged.set(expects, { stored, text });
      sequence = Math.max(sequence, stored.sequence);
    },
    async read(path) {
      const { response, text } = await ask('GET', path);
      if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${text}`);
      return text;
    },
    async lost() {
      let count = 0;
      for (const [path, { text }] of acknowledged) if ((await this.read(path)) !== text) count++;
      return count;
    },
  };
}

function codeOf(text: string): string {
  try {
    return (JSON.parse(text) as { code: string }).code;
  } catch {
    return text.slice(0, 100);
  }
}
