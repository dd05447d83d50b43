import type { Locale } from '@kopru/sdk/facets';
import type { Draft } from './draft.ts';

/** Texts to try, written for this page. */
export const EXAMPLES: readonly (Draft & { readonly lang: Locale })[] = [
  {
    lang: 'kk',
    kind: 'startup',
    text: 'Мақта мен күріш өсіретін шаруашылықтарға арналған қосымша жасаймыз: ол спутник суреті мен топырақ датчигінің дерегін біріктіріп, қай танапты қашан және қанша суару керегін айтады. Сырдария бойындағы он екі шаруашылық суды төрттен бірге аз жұмсай бастады.',
    sector: 'irrigation',
    country: 'KZ',
    stage: 'seed',
    amount: '300 000',
    currency: 'USD',
  },
  {
    lang: 'az',
    kind: 'investor',
    text: 'Xəzər dəhlizində liman və dəmir yolu yüklərinin hərəkətini sürətləndirən həllərə sərmayə qoyuruq. Konteynerlərin gözləmə müddətini qısaldan, gömrük sənədlərini rəqəmsallaşdıran komandaları axtarırıq.',
    sector: 'ports_rail',
    country: '',
    stage: '',
    amount: '',
    currency: 'USD',
  },
  {
    lang: 'tr',
    kind: 'startup',
    text: 'Meyve üreticilerine bahçede kullanılan, güneş enerjisiyle çalışan küçük soğuk hava odaları kiralıyoruz. Kiraz ve kayısı toplanır toplanmaz soğutuluyor, pazara varana kadar bozulmuyor.',
    sector: 'cold_chain',
    country: 'TR',
    stage: 'pre_seed',
    amount: '4.000.000',
    currency: 'TRY',
  },
  {
    lang: 'hu',
    kind: 'investor',
    text: 'Olyan megoldásokat keresünk, amelyek segítségével az idősek tovább élhetnek otthon önállóan: esésjelzők, gyógyszeradagolók, távoli felügyelet a családnak és az orvosnak.',
    sector: 'elderly_care',
    country: '',
    stage: '',
    amount: '500 000',
    currency: 'EUR',
  },
];
