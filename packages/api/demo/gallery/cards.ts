/** Profiles of the gallery. None of them is real. */

export const fund = {
  name: 'Xəzər Körpüsü Fondu',
  lang: 'az',
  thesis:
    'Suvarılan torpaqların şoranlaşması məhsuldarlığı azaldır. Duz toplanmasını erkən aşkar edən komandaları maliyyələşdiririk.',
  type: 'fund',
  country: 'AZ',
  languages: ['az', 'ru', 'en'],
  sectors: ['irrigation', 'agrifood'],
  excludedSectors: ['gaming'],
  stages: ['pre_seed', 'seed'],
  countries: ['central_asia', 'AZ'],
  ticket: { min: 50_000, max: 400_000, currency: 'USD' },
  instruments: ['equity', 'murabaha'],
  role: 'either',
};

export const angels = {
  name: 'Ezüst Gólya Üzleti Angyalok',
  lang: 'hu',
  thesis: 'Vízgazdálkodási megoldásokat keresünk.',
};

export const crane = {
  ...fund,
  name: 'Kumush Turna Kapital',
  lang: 'uz',
  thesis: 'Qishloq xo‘jaligida suvni tejaydigan yechimlarga sarmoya kiritamiz.',
  country: 'UZ',
};

export const aysel = {
  name: 'Aysel Quliyeva',
  lang: 'az',
  about: 'Suvarılan torpaqlarda duzluluğu ölçən zondlar layihələndirirəm; suvarma üzrə işləyən komanda axtarıram.',
  roles: ['engineer'],
  country: 'AZ',
  teamCountries: ['turkic_states'],
  languages: ['az', 'en'],
};

/** Programmes: one whose calls are in all states, one that takes applications all year, and one that tells of none. */
export const sabah = {
  name: 'Xəzər Aqro Akselerator',
  lang: 'az',
  about: 'Suvarma və torpaq üzrə komandalara on iki həftəlik akselerasiya: təsərrüfatlarda sınaq və mentorlar.',
  type: 'acceleration',
  calls: [
    { name: 'Yaz 2026', opensOn: '2025-11-01', closesOn: '2026-02-28' },
    { name: 'Yaz 2040', opensOn: '2026-11-01', closesOn: '2040-02-28', capacity: 12 },
    { name: 'Su və torpaq', opensOn: '2026-11-01', closesOn: '2040-04-30' },
    { name: 'Payız 2040', opensOn: '2040-07-01', closesOn: '2040-08-31' },
  ],
  sectors: ['irrigation', 'agrifood'],
  stages: ['pre_seed', 'seed'],
  country: 'AZ',
  startupCountries: ['turkic_states'],
  grant: { amount: 20_000, currency: 'AZN' },
};

export const school = {
  name: 'Школа первых продаж',
  lang: 'ru',
  about: 'Бесплатный месячный курс: как говорить с клиентами, назначать цену и считать экономику продукта.',
  type: 'course',
  calls: [{ name: 'Набор круглый год' }],
  country: 'KG',
};

export const water = {
  name: 'Vízmegtartó Megoldások Támogatása',
  lang: 'hu',
  about: 'Vissza nem térítendő támogatás a vízhasználatot csökkentő megoldások első alkalmazására.',
  type: 'grant',
  country: 'HU',
};

export const startup = {
  name: 'Тұзды топырақ',
  lang: 'kk',
  pitch: 'Егіс алқаптарына топырақтың тұздылығын өлшейтін зондтар орнатамыз. Шаруа өлшемді телефонынан көреді.',
  country: 'KZ',
  languages: ['kk', 'ru'],
  stage: 'seed',
  sectors: ['irrigation', 'agrifood', 'топырақтану'],
  raise: { amount: 250_000, currency: 'USD', instrument: 'equity' },
  targetMarkets: ['AZ', 'UZ'],
  trl: 7,
  team: { size: 6, summary: 'Агроном, екі инженер және үш бағдарламашы.' },
  website: 'https://topyraq.example',
};

/** Patents that neighbour one another, in two languages. */
export const valve = {
  name: 'Toprak nemine göre damla sulama vanası',
  lang: 'tr',
  abstract: 'Kuruyan toprakta büzülen kil eleman vanayı enerji harcamadan açar; su yalnızca kökün yanına akar.',
  classifications: ['A01G 25/16', 'F16K 31/00'],
  jurisdictions: [
    { office: 'TR', number: '2021/01234', status: 'granted', expiresOn: '2041-03-01' },
    { office: 'EA', status: 'applied' },
  ],
  owner: 'Anadolu Teknoloji Transfer Ofisi',
  licence: { type: 'non_exclusive', countries: ['TR', 'central_asia'] },
  country: 'TR',
};

export const probe = {
  name: 'Топырақ ылғалын өлшейтін зонд',
  lang: 'kk',
  abstract: 'Зонд топырақ ылғалын тереңдік бойынша өлшейді және суаруды өзі тоқтатады.',
  classifications: ['A01G 25/16'],
  country: 'KZ',
};

export const contact = { name: 'Айгүл Серікова', email: 'aigul@topyraq.example', phone: '+7 701 000 00 00' };
