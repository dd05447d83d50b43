import type { TestItemCode } from '../facets/index.ts';

/** What items of tests are called beside their labels, in any of the nine languages, in the singular or the plural. */
export const OTHER_NAMES: { readonly [C in TestItemCode]?: readonly string[] } = {
  heat_meter: [
    ...['thermal energy meter', 'heat energy meter', 'счётчик тепла', 'счётчик тепловой энергии', 'kalorimetre'],
    ...['ısı enerjisi sayacı', 'istilik hesablayıcısı', 'жылу санағыш', 'жылу энергиясын есептегіш'],
    ...['issiqlik o‘lchagich', 'issiqlik schyotchigi', 'ýylylyk ölçeýji', 'hőfogyasztásmérő'],
  ],
  water_meter: [
    ...['водомер', 'водосчётчик', 'водяной счётчик', 'vízóra', 'su saati', 'су өлшегіш', 'су санағыш', 'суу өлчөгүч'],
    ...['suv o‘lchagich', 'suv schyotchigi', 'suw ölçeýji'],
  ],
  gas_meter: [
    ...['газосчётчик', 'газовый счётчик', 'gázóra', 'doğal gaz sayacı', 'doğalgaz sayacı', 'газ өлшегіш'],
    ...['газ санағыш', 'газ өлчөгүч', 'gaz o‘lchagich', 'gaz schyotchigi', 'gaz ölçeýji'],
  ],
  electricity_meter: [
    ...['electric meter', 'электросчётчик', 'счётчик электричества', 'электрический счётчик', 'villanymérő'],
    ...['elektrik saati', 'электр энергиясын есептегіш', 'электр санағыш', 'elektr schyotchigi', 'elektrik ölçeýji'],
  ],
  thermometer: ['градусник', 'hőfokmérő', 'sıcaklık ölçer', 'температура өлшегіш', 'harorat o‘lchagich'],
  weighing_instrument: ['scale', 'weighing scale', 'balance', 'terazi', 'baskül', 'весоизмерительный прибор'],
  pressure_gauge: [
    ...['manometer', 'manométer', 'basınç ölçer', 'təzyiqölçən', 'қысым өлшегіш', 'басым өлчөгүч'],
    ...['bosim o‘lchagich', 'basyş ölçeýji'],
  ],
  electronics: ['electronic device', 'электронное устройство', 'elektronikai eszköz', 'elektron qurilma'],
  medical_device: [
    ...['медицинский прибор', 'медицинское оборудование', 'orvosi eszköz', 'tıbbi alet', 'медициналық құрылғы'],
    ...['медициналык жабдуу', 'tibbiy asbob', 'lukmançylyk enjam'],
  ],
  textile: ['fabric', 'cloth', 'ткань', 'kumaş', 'parça', 'мата', 'кездеме', 'mato', 'dokma', 'szövet'],
  food: [
    ...['foodstuff', 'продукты питания', 'пищевая продукция', 'gıda ürünü', 'qida', 'тамақ өнімі', 'тамак-аш'],
    ...['азык-түлүк азыктары', 'oziq-ovqat mahsuloti', 'azyk'],
  ],
  soil: ['грунт'],
  fuel: ['горючее', 'akaryakıt', 'жанармай'],
  building_material: ['construction material', 'стройматериал', 'inşaat malzemesi', 'építési anyag'],
  toy: ['gyermekjáték'],
  battery: ['accumulator', 'батарея', 'akü', 'akkumulyator', 'akkumulýator'],
};
