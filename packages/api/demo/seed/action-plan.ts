/**
 * An illustration: themes that the ministers of the Organization of Turkic States named in October 2025, with actions,
 * owners, dates and targets that are invented.
 */
const note = {
  en: 'An illustration for the demo. Only the themes are those of the meeting of ministers of October 2025; actions, owners, dates and targets are invented.',
  tr: 'Demo için bir örnek. Yalnızca temalar Ekim 2025 bakanlar toplantısınındır; eylemler, sorumlular, tarihler ve hedefler uydurmadır.',
  az: 'Demo üçün nümunədir. Yalnız mövzular 2025-ci ilin oktyabrındakı nazirlər görüşünündür; tədbirlər, məsullar, tarixlər və hədəflər uydurmadır.',
  kk: 'Демоға арналған үлгі. Тек тақырыптар 2025 жылғы қазандағы министрлер кездесуінен алынған; шаралар, жауаптылар, мерзімдер мен мақсаттар ойдан шығарылған.',
  ky: 'Демо үчүн үлгү. Темалар гана 2025-жылдын октябрындагы министрлер жолугушуусунан алынган; иш-чаралар, жооптуулар, мөөнөттөр жана максаттар ойдон чыгарылган.',
  uz: 'Demo uchun namuna. Faqat mavzular 2025-yil oktyabrdagi vazirlar uchrashuvidan olingan; tadbirlar, mas’ullar, muddatlar va maqsadlar o‘ylab topilgan.',
  tk: 'Demo üçin mysal. Diňe temalar 2025-nji ýylyň oktýabryndaky ministrler duşuşygyndan; çäreler, jogapkärler, möhletler we maksatlar toslanan.',
  hu: 'Szemléltetés a demóhoz. Csak a témák a 2025. októberi miniszteri találkozóéi; az intézkedések, felelősök, határidők és célok kitaláltak.',
  ru: 'Иллюстрация для демо. Только темы взяты со встречи министров в октябре 2025 года; мероприятия, ответственные, сроки и цели вымышлены.',
} as const;

// biome-ignore format: a text, a line
export const ACTION_PLAN = {
  title: { en: 'Innovation action plan 2026 (illustration)', tr: 'İnovasyon eylem planı 2026 (örnek)', az: 'İnnovasiya üzrə fəaliyyət planı 2026 (nümunə)', kk: 'Инновация бойынша іс-қимыл жоспары 2026 (үлгі)', ky: 'Инновация боюнча иш-аракеттер планы 2026 (үлгү)', uz: 'Innovatsiya bo‘yicha harakatlar rejasi 2026 (namuna)', tk: 'Innowasiýa boýunça hereketleriň meýilnamasy 2026 (mysal)', hu: 'Innovációs cselekvési terv 2026 (szemléltetés)', ru: 'План действий по инновациям на 2026 год (иллюстрация)' },
  description: note,
  isPublic: true,
  actions: [
    {
      id: 'platform', owner: 'Platform secretariat', partners: ['National hubs'], startsOn: '2026-01-15', dueOn: '2026-12-31', status: 'under_way',
      title: { en: 'Open a common startup and innovation platform', tr: 'Ortak bir girişim ve inovasyon platformu açmak', az: 'Ortaq startap və innovasiya platforması açmaq', kk: 'Ортақ стартап және инновация платформасын ашу', ky: 'Жалпы стартап жана инновация платформасын ачуу', uz: 'Umumiy startap va innovatsiya platformasini ochish', tk: 'Umumy startap we innowasiýa platformasyny açmak', hu: 'Közös startup- és innovációs platform megnyitása', ru: 'Открыть общую платформу стартапов и инноваций' },
      indicators: [
        { id: 'released', name: { en: 'Profiles released to other countries', tr: 'Başka ülkelere açılan profiller', az: 'Başqa ölkələrə açılan profillər', kk: 'Басқа елдерге ашылған профильдер', ky: 'Башка өлкөлөргө ачылган профилдер', uz: 'Boshqa mamlakatlarga ochilgan profillar', tk: 'Beýleki ýurtlara açylan profiller', hu: 'Más országoknak megnyitott profilok', ru: 'Профили, открытые другим странам' }, target: 80, live: 'released' },
        { id: 'asked', name: { en: 'Introductions across borders', tr: 'Sınır ötesi tanışma istekleri', az: 'Sərhədlərarası tanışlıqlar', kk: 'Шекара аралық танысулар', ky: 'Чек аралык таанышуулар', uz: 'Chegaralararo tanishuvlar', tk: 'Serhetara tanyşlyklar', hu: 'Határon átnyúló bemutatások', ru: 'Знакомства через границы' }, target: 150, live: 'introductions' },
      ],
    },
    {
      id: 'market-access', owner: 'Ministry of Economy', partners: ['Sabah.hub'], countries: ['KZ', 'UZ'], startsOn: '2026-03-01', dueOn: '2027-03-01', status: 'under_way',
      title: { en: 'Bring startups to the markets of Central Asia', tr: 'Girişimleri Orta Asya pazarlarına taşımak', az: 'Startapları Mərkəzi Asiya bazarlarına çıxarmaq', kk: 'Стартаптарды Орталық Азия нарықтарына шығару', ky: 'Стартаптарды Борбор Азия рынокторуна чыгаруу', uz: 'Startaplarni Markaziy Osiyo bozorlariga olib chiqish', tk: 'Startaplary Merkezi Aziýanyň bazarlaryna çykarmak', hu: 'Startupok eljuttatása Közép-Ázsia piacaira', ru: 'Вывести стартапы на рынки Центральной Азии' },
      indicators: [
        { id: 'accepted', name: { en: 'Introductions accepted', tr: 'Kabul edilen tanışmalar', az: 'Qəbul edilən tanışlıqlar', kk: 'Қабылданған танысулар', ky: 'Кабыл алынган таанышуулар', uz: 'Qabul qilingan tanishuvlar', tk: 'Kabul edilen tanyşlyklar', hu: 'Elfogadott bemutatások', ru: 'Принятые знакомства' }, target: 30, live: 'acceptances' },
      ],
    },
    {
      id: 'patents', owner: 'Patent offices', startsOn: '2026-02-01', dueOn: '2026-10-31', status: 'under_way',
      title: { en: 'Prepare a common patent organisation', tr: 'Ortak patent örgütünü hazırlamak', az: 'Ortaq patent təşkilatını hazırlamaq', kk: 'Ортақ патент ұйымын әзірлеу', ky: 'Жалпы патент уюмун даярдоо', uz: 'Umumiy patent tashkilotini tayyorlash', tk: 'Umumy patent guramasyny taýýarlamak', hu: 'Közös szabadalmi szervezet előkészítése', ru: 'Подготовить общую патентную организацию' },
      indicators: [
        { id: 'chapters', name: { en: 'Chapters of the agreement settled', tr: 'Anlaşmanın tamamlanan bölümleri', az: 'Sazişin razılaşdırılmış fəsilləri', kk: 'Келісімнің келісілген тараулары', ky: 'Келишимдин макулдашылган бөлүмдөрү', uz: 'Bitimning kelishilgan boblari', tk: 'Ylalaşygyň ylalaşylan bölümleri', hu: 'A megállapodás elfogadott fejezetei', ru: 'Согласованные главы соглашения' }, target: 12, readings: [{ on: '2026-04-30', value: 3 }, { on: '2026-09-30', value: 7 }] },
        { id: 'licensed', name: { en: 'Patents licensed to startups', tr: 'Girişimlere lisanslanan patentler', az: 'Startaplara lisenziya verilən patentlər', kk: 'Стартаптарға лицензия берілген патенттер', ky: 'Стартаптарга лицензия берилген патенттер', uz: 'Startaplarga litsenziya berilgan patentlar', tk: 'Startaplara lisenziýa berlen patentler', hu: 'Startupoknak licencbe adott szabadalmak', ru: 'Патенты, переданные стартапам по лицензии' }, target: 20, live: 'licences' },
      ],
    },
    {
      id: 'metrology', owner: 'Metrology institutes', countries: ['AZ', 'KZ', 'KG', 'TR', 'UZ'], startsOn: '2026-04-01', dueOn: '2027-06-30', status: 'under_way',
      title: { en: 'Recognise each other’s laboratories', tr: 'Laboratuvarları karşılıklı tanımak', az: 'Laboratoriyaları qarşılıqlı tanımaq', kk: 'Зертханаларды өзара тану', ky: 'Лабораторияларды өз ара таануу', uz: 'Laboratoriyalarni o‘zaro tan olish', tk: 'Barlaghanalary özara ykrar etmek', hu: 'A laboratóriumok kölcsönös elismerése', ru: 'Взаимно признать лаборатории' },
      indicators: [
        { id: 'comparisons', name: { en: 'Comparisons of measurements', tr: 'Ölçüm karşılaştırmaları', az: 'Ölçmələrin müqayisələri', kk: 'Өлшемдерді салыстыру', ky: 'Өлчөөлөрдү салыштыруу', uz: 'O‘lchovlarni taqqoslash', tk: 'Ölçegleriň deňeşdirmeleri', hu: 'Mérési összehasonlítások', ru: 'Сличения измерений' }, target: 10, readings: [{ on: '2026-10-15', value: 5 }] },
        { id: 'certified', name: { en: 'Needs that found a laboratory', tr: 'Laboratuvarını bulan ihtiyaçlar', az: 'Laboratoriya tapan ehtiyaclar', kk: 'Зертханасын тапқан қажеттіліктер', ky: 'Лаборатория тапкан муктаждыктар', uz: 'Laboratoriya topgan ehtiyojlar', tk: 'Barlaghana tapan zerurlyklar', hu: 'Laborra talált igények', ru: 'Потребности, для которых нашлась лаборатория' }, target: 12, live: 'certificates' },
      ],
    },
    {
      id: 'fund', owner: 'Venture funds', partners: ['Sabah Venture Fund'], startsOn: '2026-05-01', dueOn: '2026-12-15', status: 'under_way',
      title: { en: 'Agree on rules of co-investment', tr: 'Ortak yatırım kurallarında anlaşmak', az: 'Birgə sərmayə qaydalarını razılaşdırmaq', kk: 'Бірлескен инвестиция ережелерін келісу', ky: 'Биргелешкен инвестиция эрежелерин макулдашуу', uz: 'Birgalikda sarmoya kiritish qoidalarini kelishish', tk: 'Bilelikde maýa goýmagyň düzgünlerini ylalaşmak', hu: 'Megegyezés a közös befektetés szabályairól', ru: 'Согласовать правила совместных инвестиций' },
      indicators: [
        { id: 'rounds', name: { en: 'Rounds shared by investors of several countries', tr: 'Birkaç ülkeden yatırımcıların paylaştığı turlar', az: 'Bir neçə ölkənin investorlarının bölüşdüyü raundlar', kk: 'Бірнеше ел инвесторлары бөліскен раундтар', ky: 'Бир нече өлкөнүн инвесторлору бөлүшкөн раунддар', uz: 'Bir necha davlat investorlari bo‘lishgan raundlar', tk: 'Birnäçe ýurduň maýadarlarynyň paýlaşan tapgyrlary', hu: 'Több ország befektetői által közösen finanszírozott körök', ru: 'Раунды с инвесторами из нескольких стран' }, target: 30, live: 'co_investments' },
      ],
    },
    {
      id: 'meeting', owner: 'Secretariat', startsOn: '2026-01-01', dueOn: '2026-06-30', status: 'done',
      title: { en: 'First meeting of innovation hubs', tr: 'İnovasyon merkezlerinin ilk toplantısı', az: 'İnnovasiya mərkəzlərinin ilk görüşü', kk: 'Инновация хабтарының алғашқы кездесуі', ky: 'Инновация хабдарынын биринчи жолугушуусу', uz: 'Innovatsiya xablarining birinchi uchrashuvi', tk: 'Innowasiýa hablarynyň ilkinji duşuşygy', hu: 'Az innovációs központok első találkozója', ru: 'Первая встреча инновационных хабов' },
    },
  ],
} as const;
