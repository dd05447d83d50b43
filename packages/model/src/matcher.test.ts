import { expect, test } from 'vitest';
import { createMatcher } from './index.ts';

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
