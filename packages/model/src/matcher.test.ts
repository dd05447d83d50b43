import { createMatcher as createMatcherWith } from '@kopru/sdk/engine';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import { expect, test } from 'vitest';
import { createMatcher, MODEL } from './index.ts';

test('a Kazakh pitch finds the Azerbaijani fund whose mandate says the same in other words, and both read why', async () => {
  const matcher = await createMatcher();
  const consent = { matching: true };
  await matcher.add('investor', 'soil', {
    name: 'Muğan Fondu',
    country: 'AZ',
    thesis:
      'Şoranlaşma suvarılan əkin yerlərini ildən-ilə sıradan çıxarır. Münbitliyi qaytarmağa kömək edən komandaları maliyyələşdiririk.',
    consent,
  });
  await matcher.add('investor', 'games', {
    name: 'Oyun Fondu',
    thesis: 'Mobil oyun studiyalarına sərmayə qoyuruq.',
    consent,
  });
  await matcher.add('investor', 'pay', {
    name: 'Ödəniş Fondu',
    thesis: 'Ödəniş və kredit xidmətləri axtarırıq.',
    consent,
  });
  const pitch =
    'Мақтаарал мен Қызылорданың егіс алқаптарына топырақтың электр өткізгіштігін өлшейтін зондтар орнатамыз.';
  const { matches } = await matcher.match({ kind: 'startup', profile: { name: 'Топырақ', country: 'KZ', pitch } });

  expect(matches[0]?.id).toBe('soil');
  expect(matches[0]!.score).toBeGreaterThan(matches[1]!.score + 5);
  expect(matches[0]!.reasons[0]).toMatchObject({ key: 'semantic.sentences', evidence: { startup: pitch } });
  expect(matcher.explain(matches[0]!, 'kk').reasons[0]).toContain(pitch);
  expect(matcher.explain(matches[0]!, 'az').reasons[0]).toContain('Şoranlaşma');
});

test('what one matcher saves, another loads without embedding again, and one of another model refuses', async () => {
  const [matcher, loaded] = [await createMatcher(), await createMatcher()];
  await matcher.add('startup', 's', {
    name: 'Su',
    pitch: 'Tarlada sulama suyunu ölçen sensörler.',
    consent: { matching: true },
  });
  await matcher.add('investor', 'i', {
    name: 'Aral',
    thesis: 'Мы ищем технологии, которые берегут воду на полях.',
    consent: { matching: true },
  });
  const snapshot = matcher.save();
  loaded.load(snapshot);
  expect(await loaded.match({ kind: 'startup', id: 's' })).toEqual(await matcher.match({ kind: 'startup', id: 's' }));
  const other = createMatcherWith({ embedder: hashEmbedder(384) });
  expect(() => other.load(snapshot)).toThrow(`expected hash-384@1, found ${MODEL.id}`);
});
