import { readFileSync } from 'node:fs';
import { isKopruError, Kopru, type ProfileInput } from '@kopru/sdk';
import { setLocalServer } from '../local-env.ts';

setLocalServer();
const kopru = new Kopru({ apiKey: process.env.KOPRU_KEY, baseUrl: process.env.KOPRU_URL ?? '' });

interface Reader {
  readonly fund: { readonly id: string; readonly name: string; readonly thesis: string };
  readonly email: string;
  readonly name: string;
  readonly locale: 'az' | 'kk';
  readonly timeZone: string;
}

const readers: readonly Reader[] = JSON.parse(readFileSync(new URL('readers.json', import.meta.url), 'utf8'));

for (const { fund, ...reader } of readers) {
  const { id, ...profile } = fund;
  const mandate: ProfileInput<'investor'> = { ...profile, consent: { matching: true } };
  await kopru.investors.upsert(id, mandate);
  try {
    const subscription = await kopru.subscriptions.create({
      profile: { kind: 'investor', id },
      ...reader,
      frequency: 'weekly',
      weekday: 1,
      hour: 8,
      minScore: 40,
    });
    console.log(`${reader.email} is ${subscription.state}: it was asked whether it wants this.`);
  } catch (error) {
    // Who said stop is not asked again, whatever our list says.
    if (!isKopruError(error, 'conflict')) throw error;
    console.log(`${reader.email} gets no mail: ${error.message}`);
  }
}

console.log(`The mails: ${process.env.KOPRU_URL}/outbox`);
