import { expect, test } from 'vitest';
import { TEST_ITEMS } from '../facets/index.ts';
import { findTestItem, namesOfTestItem } from './test-items.ts';

test('no name of an item, less its endings, is that of another', () => {
  for (const code of TEST_ITEMS) for (const name of namesOfTestItem(code)) expect(findTestItem(name), name).toBe(code);
});

test.each([
  ['heat_meter', 'heat meters, ısı sayaçları, istilik sayğacları, жылу есептегіштері, жылуулук эсептегичтери'],
  ['heat_meter', 'issiqlik hisoblagichlari, ýylylyk hasaplaýjylary, hőmennyiségmérők, теплосчетчики, счётчики тепла'],
  ['water_meter', 'водомеры, vízórák, su sayaçları, су есептегіштер, suv o‘lchagichlar'],
  ['weighing_instrument', 'scales, balances, тараза, таразылар, tarozilar, mérlegek, teraziler, tərəzilər'],
  [
    'medical_device',
    'medical devices, медицинские изделия, медициналық бұйымдар, orvostechnikai eszközök, tıbbi cihazlar',
  ],
  ['toy', 'toy, játékok, игрушка, oyuncaq, ойыншық, оюнчук, oýunjak, o‘yinchoq, oyuncaklar'],
  ['battery', 'battery, batarya, аккумулятор, akkumulátorok, батареи, batareya'],
])('%s is also called %s', (code, names) => {
  for (const name of names.split(', ')) expect(findTestItem(name), name).toBe(code);
});

test.each(['yarn', 'газовый хроматограф', 'lítium akkumulátor', 'wind turbine', 'весна', 'вес', 'heat', 'meter'])(
  'nothing is guessed of %s',
  (name) => expect(findTestItem(name)).toBeUndefined(),
);
