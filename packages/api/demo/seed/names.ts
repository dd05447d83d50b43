import type { InvestorTypeCode, Locale } from '@kopru/sdk/facets';

/** Colours and animals of one language, and what kinds of investors call themselves in it. */
interface Words {
  readonly colours: readonly string[];
  readonly animals: readonly string[];
  readonly investors: Readonly<Record<InvestorTypeCode, string>>;
}

// biome-ignore format: a table of words
const WORDS: Readonly<Record<Locale, Words>> = {
  az: {
    colours: ['Kəhrəba', 'Gümüşü', 'Bənövşəyi', 'Firuzəyi', 'Mis', 'İpək', 'Narıncı', 'Mavi'],
    animals: ['Kirpi', 'Leylək', 'Durna', 'Sincab', 'Bayquş', 'Tısbağa', 'Vaşaq', 'Qunduz'],
    investors: { angel: 'Mələk Şəbəkəsi', fund: 'Kapital', corporate: 'Holdinq', public: 'İnkişaf Fondu' },
  },
  tr: {
    colours: ['Kehribar', 'Gümüş', 'Mor', 'Turkuaz', 'Bakır', 'İpek', 'Turuncu', 'Lacivert'],
    animals: ['Kirpi', 'Leylek', 'Turna', 'Sincap', 'Baykuş', 'Kaplumbağa', 'Vaşak', 'Kunduz'],
    investors: { angel: 'Melek Ağı', fund: 'Sermaye', corporate: 'Holding', public: 'Kalkınma Fonu' },
  },
  kk: {
    colours: ['Күміс', 'Көгілдір', 'Күлгін', 'Мыс', 'Жібек', 'Қызғылт', 'Сарғыш', 'Жасыл'],
    animals: ['Кірпі', 'Ләйлек', 'Тырна', 'Тиін', 'Жапалақ', 'Тасбақа', 'Сілеусін', 'Құндыз'],
    investors: { angel: 'Бизнес-періштелер', fund: 'Капитал', corporate: 'Холдинг', public: 'Даму қоры' },
  },
  ky: {
    colours: ['Күмүш', 'Көгүлтүр', 'Кызгылт', 'Жез', 'Жибек', 'Саргыч', 'Жашыл', 'Боз'],
    animals: ['Кирпи', 'Илегилек', 'Турна', 'Кекилик', 'Үкү', 'Ташбака', 'Сүлөөсүн', 'Кундуз'],
    investors: { angel: 'Бизнес-периштелер', fund: 'Капитал', corporate: 'Холдинг', public: 'Өнүктүрүү фонду' },
  },
  uz: {
    colours: ['Kumush', 'Moviy', 'Binafsha', 'Mis', 'Ipak', 'Zarg‘aldoq', 'Feruza', 'Qahrabo'],
    animals: ['Tipratikan', 'Laylak', 'Turna', 'Olmaxon', 'Boyqush', 'Toshbaqa', 'Silovsin', 'Qunduz'],
    investors: { angel: 'Biznes-farishtalar', fund: 'Kapital', corporate: 'Xolding', public: 'Taraqqiyot jamg‘armasi' },
  },
  tk: {
    colours: ['Kümüş', 'Mawy', 'Gyrmyzy', 'Goňur', 'Ýüpek', 'Mämişi', 'Pöwrize', 'Ýaşyl'],
    animals: ['Kirpi', 'Leglek', 'Durna', 'Käkilik', 'Baýguş', 'Pyşbaga', 'Garlawaç', 'Keýik'],
    investors: { angel: 'Işewür perişdeler', fund: 'Kapital', corporate: 'Holding', public: 'Ösüş gaznasy' },
  },
  hu: {
    colours: ['Borostyán', 'Ezüst', 'Lila', 'Türkiz', 'Réz', 'Selyem', 'Narancs', 'Indigó'],
    animals: ['Sün', 'Gólya', 'Daru', 'Mókus', 'Bagoly', 'Teknős', 'Hiúz', 'Hód'],
    investors: { angel: 'Üzleti Angyalok', fund: 'Tőke', corporate: 'Holding', public: 'Fejlesztési Alap' },
  },
  ru: {
    colours: ['Янтарный', 'Серебряный', 'Лиловый', 'Бирюзовый', 'Медный', 'Шёлковый', 'Оранжевый', 'Синий'],
    animals: ['Ёж', 'Аист', 'Журавль', 'Бобр', 'Филин', 'Стриж', 'Барсук', 'Удод'],
    investors: { angel: 'Бизнес-ангелы', fund: 'Капитал', corporate: 'Холдинг', public: 'Фонд развития' },
  },
  en: {
    colours: ['Amber', 'Silver', 'Violet', 'Turquoise', 'Copper', 'Silken', 'Orange', 'Indigo'],
    animals: ['Hedgehog', 'Stork', 'Crane', 'Squirrel', 'Owl', 'Tortoise', 'Lynx', 'Beaver'],
    investors: { angel: 'Angels', fund: 'Capital', corporate: 'Holding', public: 'Development Fund' },
  },
};

/** The `turn`-th pair of a colour and an animal: each pair once in 64 turns, both words new each time. */
function pair(locale: Locale, turn: number): string {
  const { colours, animals } = WORDS[locale];
  return `${colours[turn % 8]} ${animals[(turn + Math.floor(turn / 8)) % 8]}`;
}

/** A startup's name, plainly not a real one. `turn` counts the names of this language, 0 to 63. */
export const startupName = (locale: Locale, turn: number): string => pair(locale, turn);

/** An investor's name, plainly not a real one, never that of a startup. `turn` counts from 0 to 63. */
export const investorName = (locale: Locale, turn: number, type: InvestorTypeCode): string =>
  `${pair(locale, 63 - turn)} ${WORDS[locale].investors[type]}`;
