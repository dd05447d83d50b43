import { createMatcher } from '@kopru/model';

const matcher = await createMatcher();
const consent = { matching: true };

await matcher.add('investor', 'soil-fund', {
  name: 'Muğan Fondu',
  country: 'AZ',
  thesis: 'Şoranlaşma suvarılan torpaqları sıradan çıxarır. Torpağın duzunu erkən ölçən sensorlara sərmayə qoyuruq.',
  countries: ['turkic_states'],
  stages: ['pre_seed', 'seed'],
  ticket: { min: 100_000, max: 500_000, currency: 'USD' },
  consent,
});
await matcher.add('investor', 'game-fund', {
  name: 'Oyun Fonu',
  country: 'TR',
  thesis: 'Küresel pazara açılan mobil oyun stüdyolarına ortak oluyoruz.',
  consent,
});

const { matches } = await matcher.match({
  kind: 'startup',
  profile: {
    name: 'Топырақ',
    country: 'KZ',
    pitch: 'Егіс алқаптарына топырақтың тұздылығын өлшейтін зондтар орнатамыз.',
    stage: 'seed',
    raise: { amount: 120_000_000, currency: 'KZT' },
  },
});

for (const match of matches) {
  console.log(`${match.id}  ${match.score}`);
  const { reasons, cautions } = matcher.explain(match, 'en');
  for (const reason of reasons) console.log(`  + ${reason}`);
  for (const caution of cautions) console.log(`  ! ${caution}`);
}
