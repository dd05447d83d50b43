import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kind } from '@kopru/sdk/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testIo } from '../../test/test-io.ts';
import { readProfiles } from './read-profiles.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopru-languages-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A small file in each language, its rows as they must be read, and the columns that are told. */
const FILES: readonly (readonly [
  language: string,
  kind: Kind,
  csv: string,
  profiles: readonly unknown[],
  told: readonly string[],
])[] = [
  [
    'Azerbaijani',
    'startup',
    `Startapın adı;Nə edir?;Ölkə;Sahə;Mərhələ;Tələb olunan məbləğ;Razılıq;Hədəf bazarlar
Ağıllı Suvarma;Torpağın rütubətini ölçür;Azərbaycan;aqrotexnologiya;Toxum;500 min manat;Bəli;Türkiyə, Qazaxıstan və Özbəkistan
Yük;Yük maşınlarını yüklə birləşdirir;Bakı, Azərbaycan;logistika, e-ticarət;MVP;2,5 milyon;xeyr;Mərkəzi Asiya`,
    [
      {
        name: 'Ağıllı Suvarma',
        pitch: 'Torpağın rütubətini ölçür',
        country: 'AZ',
        sectors: ['agrifood'],
        stage: 'seed',
        raise: { amount: 500_000, currency: 'AZN' },
        targetMarkets: ['TR', 'KZ', 'UZ'],
        consent: { matching: true },
      },
      {
        name: 'Yük',
        pitch: 'Yük maşınlarını yüklə birləşdirir',
        country: 'AZ',
        sectors: ['logistics_trade', 'commerce'],
        targetMarkets: ['central_asia'],
        consent: { matching: false },
      },
    ],
    ['Ölkə', 'Mərhələ', 'Tələb olunan məbləğ'],
  ],
  [
    'Kazakh',
    'startup',
    `Стартап атауы;Қысқаша сипаттама;Елі;Саласы;Кезеңі;Қажетті инвестиция, млн теңге;Келісім;Тілдер
Мал бақ;Малдың қайда жайылғанын көрсетеді;Қазақстан;мал шаруашылығы;Seed;150;иә;қазақ, орыс
Су;Егіс алқабын суарады;ҚР;суару;A раунды;1,5;жоқ;kk/ru`,
    [
      {
        name: 'Мал бақ',
        pitch: 'Малдың қайда жайылғанын көрсетеді',
        country: 'KZ',
        sectors: ['livestock'],
        stage: 'seed',
        raise: { amount: 150_000_000, currency: 'KZT' },
        languages: ['kk', 'ru'],
        consent: { matching: true },
      },
      {
        name: 'Су',
        pitch: 'Егіс алқабын суарады',
        country: 'KZ',
        sectors: ['irrigation'],
        stage: 'series_a',
        raise: { amount: 1_500_000, currency: 'KZT' },
        languages: ['kk', 'ru'],
        consent: { matching: false },
      },
    ],
    [],
  ],
  [
    'Kyrgyz',
    'startup',
    `Стартаптын аты;Эмне кылат;Өлкөсү;Тармагы;Баскычы;Суралган сумма
Жайлоо;Малдын кайда жүргөнүн көрсөтөт;Кыргызстан;мал чарба;үрөн;5 млн сом
Кен;Жабдуунун эскиришин айтат;КР;тоо-кен;идея;300 миң доллар`,
    [
      {
        name: 'Жайлоо',
        pitch: 'Малдын кайда жүргөнүн көрсөтөт',
        country: 'KG',
        sectors: ['мал чарба'],
        stage: 'seed',
        raise: { amount: 5_000_000, currency: 'KGS' },
        consent: { matching: true },
      },
      {
        name: 'Кен',
        pitch: 'Жабдуунун эскиришин айтат',
        country: 'KG',
        sectors: ['mining'],
        stage: 'idea',
        raise: { amount: 300_000, currency: 'USD' },
        consent: { matching: true },
      },
    ],
    [],
  ],
  [
    'Uzbek',
    'startup',
    `T/r,Loyiha nomi,Loyiha haqida,Davlat,Sohasi,Bosqichi,So'ralayotgan summa,Pochta
1,Paxta AI,Tola sifatini aniqlaydi,O'zbekiston,to‘qimachilik,MVP,"1,2 mlrd so'm",a@example.com
2,Meva,Mevani navlarga ajratadi,Toshkent,oziq-ovqat,g'oya,100 000 AQSH dollari,`,
    [
      {
        name: 'Paxta AI',
        pitch: 'Tola sifatini aniqlaydi',
        country: 'UZ',
        sectors: ['textiles'],
        raise: { amount: 1_200_000_000, currency: 'UZS' },
        contact: { email: 'a@example.com' },
        consent: { matching: true },
      },
      {
        name: 'Meva',
        pitch: 'Mevani navlarga ajratadi',
        sectors: ['agrifood'],
        stage: 'idea',
        raise: { amount: 100_000, currency: 'USD' },
        consent: { matching: true },
      },
    ],
    ['Bosqichi', 'Davlat'],
  ],
  [
    'Turkmen',
    'startup',
    `Startapyň ady;Gysgaça beýan;Ýurdy;Pudagy;Tapgyry;Gerekli möçber;Razyçylyk
Suw;Topragyň çyglylygyny ölçeýär;Türkmenistan;suwaryş;tohum;500 müň manat;hawa`,
    [
      {
        name: 'Suw',
        pitch: 'Topragyň çyglylygyny ölçeýär',
        country: 'TM',
        sectors: ['irrigation'],
        stage: 'seed',
        raise: { amount: 500_000, currency: 'TMT' },
        consent: { matching: true },
      },
    ],
    [],
  ],
  [
    'Hungarian',
    'startup',
    `Cég neve\tRövid leírás\tSzékhely országa\tIparág\tFázis\tTőkeigény\tHozzájárulás
Hidro Kft.\tSzélenergiából ammóniát készít\tMagyarország\tenergia\tmagvető\t150 M Ft\tigen
Talaj Zrt.\tMűholdképből mérjük a talajt\tHU\tmezőgazdaság\tnövekedés\t1,2 Mrd Ft\tnem`,
    [
      {
        name: 'Hidro Kft.',
        pitch: 'Szélenergiából ammóniát készít',
        country: 'HU',
        sectors: ['energy'],
        stage: 'seed',
        raise: { amount: 150_000_000, currency: 'HUF' },
        consent: { matching: true },
      },
      {
        name: 'Talaj Zrt.',
        pitch: 'Műholdképből mérjük a talajt',
        country: 'HU',
        sectors: ['agrifood'],
        stage: 'growth',
        raise: { amount: 1_200_000_000, currency: 'HUF' },
        consent: { matching: false },
      },
    ],
    [],
  ],
  [
    'Russian',
    'investor',
    `Инвестор;Тип;Кого ищут;Секторы;Стоп-лист;Стадии;География;Чек;Инструменты;Роль
Baiterek VC;фонд;Команды в логистике;логистика, финтех;алкоголь, азартные игры;pre-seed — series A;Казахстан и Средняя Азия;от 100 до 500 тыс. $;доля, конвертируемый заём;лид
Аскар Б.;бизнес-ангел;Агро и еда;сельское хозяйство;нет;любая;РК, РУз;до $50K;equity;соинвестор
Corp;корпорация;Медтех;медицина;-;Seed, Series A-B;СНГ;500 000;equity;`,
    [
      {
        name: 'Baiterek VC',
        type: 'fund',
        thesis: 'Команды в логистике',
        sectors: ['logistics_trade', 'finance'],
        excludedSectors: ['алкоголь', 'азартные игры'],
        stages: ['pre_seed', 'seed', 'series_a'],
        countries: ['KZ', 'central_asia'],
        ticket: { min: 100_000, max: 500_000, currency: 'USD' },
        instruments: ['equity', 'convertible'],
        role: 'lead',
        consent: { matching: true },
      },
      {
        name: 'Аскар Б.',
        type: 'angel',
        thesis: 'Агро и еда',
        sectors: ['agrifood'],
        countries: ['KZ', 'UZ'],
        ticket: { max: 50_000, currency: 'USD' },
        instruments: ['equity'],
        role: 'follow',
        consent: { matching: true },
      },
      {
        name: 'Corp',
        type: 'corporate',
        thesis: 'Медтех',
        sectors: ['health'],
        instruments: ['equity'],
        consent: { matching: true },
      },
    ],
    ['Стадии', 'География', 'Чек'],
  ],
  [
    'Turkish',
    'investor',
    `Fon Adı;Yatırımcı tipi;Yatırım tezi;Tercih edilen sektörler;Hariç sektörler;Aşamalar;Coğrafya;Min. bilet (bin USD);Maks. bilet (bin USD)
Bozkır Fonu;GSYF;İhracat yapan ekipler;tarım ve gıda, fintek;hepsi;tohum - A serisi;Türk devletleri;50;1.500`,
    [
      {
        name: 'Bozkır Fonu',
        type: 'fund',
        thesis: 'İhracat yapan ekipler',
        sectors: ['agrifood', 'finance'],
        excludedSectors: ['hepsi'],
        stages: ['seed', 'series_a'],
        countries: ['turkic_states'],
        ticket: { min: 50_000, max: 1_500_000, currency: 'USD' },
        consent: { matching: true },
      },
    ],
    [],
  ],
  [
    'English',
    'investor',
    `Fund,Type of investor,What are you looking for?,Industries,Stage focus,Geographies,Check size,Working languages,GDPR consent
Tisza Capital,VC,Hard technology,"energy, agtech",Seed to Series A,EU and Türkiye,$250K–1M,"English, Hungarian",yes
Ann,Angel,Farms,any,any stage,global,up to €50k,en,I agree`,
    [
      {
        name: 'Tisza Capital',
        type: 'fund',
        thesis: 'Hard technology',
        sectors: ['energy', 'agrifood'],
        countries: ['european_union', 'TR'],
        ticket: { min: 250_000, max: 1_000_000, currency: 'USD' },
        languages: ['en', 'hu'],
        consent: { matching: true },
      },
      {
        name: 'Ann',
        type: 'angel',
        thesis: 'Farms',
        ticket: { max: 50_000, currency: 'EUR' },
        languages: ['en'],
        consent: { matching: true },
      },
    ],
    ['Stage focus'],
  ],
];

test.each(FILES)(
  'a file in %s is read as it was meant, and what is unclear is told',
  async (_, kind, csv, profiles, told) => {
    await writeFile(join(folder, 'file.csv'), `${csv}\n`);
    const file = await readProfiles('file.csv', kind, {}, testIo({ cwd: folder }).io);
    expect(file.rows.map(({ profile }) => profile)).toEqual(
      profiles.map((profile) => ({ ...(profile as object), status: 'active' })),
    );
    expect(file.issues.map(({ column }) => column)).toEqual(told);
  },
);
