import type { PageWords } from './words.ts';

export const hu: PageWords = {
  confirm: {
    notYou: 'Ha nem Ön kérte, zárja be ezt az oldalt: nem küldünk semmit.',
    done: 'Megerősítette a címét',
    doneLead: (hub, profile) => `Leveleket kap erről a profilról: „${profile}”. A feladó: ${hub}.`,
  },
  next: {
    due: (date, time) => `A következő találatok érkezése: ${date}, ${time}.`,
    onlyNew: 'Ha addig nincs új, nem küldünk levelet.',
    instantly: 'Az új találatok azonnal jönnek, amint van egy jó, legfeljebb 15 percenként.',
    noDigest: 'Az új találatokról szóló levelek ki vannak kapcsolva.',
  },
  unsubscribe: {
    title: 'Leiratkozás',
    lead: 'Mely levelek ne jöjjenek többé?',
    one: (profile) => `Amelyek erről a profilról szólnak: „${profile}”`,
    all: (hub) => `Minden levél (${hub})`,
    done: 'Leiratkozott',
    doneOne: (profile) => `Erre a címre nem jön több levél erről a profilról: „${profile}”.`,
    doneAll: (hub) => `Erre a címre nem jön több levél (${hub}).`,
  },
  back: {
    offer: 'Meggondolta magát? Iratkozzon fel újra',
    title: 'Jelenleg nincs feliratkozva',
    lead: (profile) => `Erre a címre nem jön levél erről a profilról: „${profile}”. Egy kattintás, és újra jönnek.`,
    button: 'Újra feliratkozom',
    refused: {
      bounced:
        'Az erre a címre küldött levelek kézbesíthetetlenként visszajöttek. Kérje a hubja munkatársait, hogy engedélyezzék újra.',
      complained:
        'Egy erre a címre küldött levelet levélszemétnek jelentettek, ezért nem küldünk többet. A hubja segíthet.',
      staff: 'A hub munkatársai leállították a leveleket erre a címre. Kérjük, forduljon hozzájuk.',
    },
  },
  preferences: {
    title: 'Mit kap levélben',
    lead: (profile) => `Ezek a levelek beállításai ehhez a profilhoz: „${profile}”.`,
    frequency: 'Milyen gyakran',
    frequencies: { instantly: 'Amint van egy jó találat', daily: 'Minden nap', weekly: 'Hetente egyszer' },
    weekday: 'A hét napja',
    weekdays: ['Hétfő', 'Kedd', 'Szerda', 'Csütörtök', 'Péntek', 'Szombat', 'Vasárnap'],
    weekdayHint: 'A heti levelekre vonatkozik.',
    hour: 'Óra',
    hourHint: 'A napi és a heti levelekre vonatkozik.',
    timeZone: 'Időzóna',
    locale: 'A levelek nyelve',
    minScore: 'Legkisebb pontszám',
    minScoreHint: '0 és 100 között. Az ennél kisebb pontszámúak kimaradnak.',
    maxItems: 'Legfeljebb ennyi találat egy levélben',
    notices: 'A levelek fajtái',
    notice: {
      digest: 'Új találatok',
      introduction: 'Bemutatások',
      reminder: 'Emlékeztetők a megválaszolatlan kérésekre',
      application: 'Döntések a programokra beadott jelentkezéseiről',
    },
    nothingNew: 'Arról is írjanak, ha egy hét semmi újat nem hozott',
    save: 'Mentés',
    saved: 'Mentve',
    check: 'Még nincs mentve: kérjük, nézze meg a megjelölt mezőket.',
    numberFrom: (from, to) => `Adjon meg egy számot ${from} és ${to} között.`,
    wholeFrom: (from, to) => `Adjon meg egy egész számot ${from} és ${to} között.`,
    choose: 'Válasszon a listából.',
  },
  answer: {
    ask: {
      requested: (name) => `${name}: bemutatást kér?`,
      saved: (name) => `${name}: menti?`,
      passed: (name) => `${name}: nem Önnek való?`,
    },
    hint: {
      requested:
        'A másik fél a hubján keresztül megkapja az üzenetét. Ha elfogadja, mindketten látják a másik elérhetőségét.',
      saved: 'A mentett találatai között találja meg. Senki sem értesül róla.',
      passed: 'Több levélben nem jelenik meg. Senki sem értesül róla.',
    },
    done: {
      requested: (name) => `Bemutatás kérve: ${name}`,
      saved: (name) => `Mentve: ${name}`,
      passed: (name) => `Megjegyeztük: ${name} nem Önnek való`,
    },
    message: 'Az üzenete',
    suggestion: (profile) => `Szeretnénk megismerkedni Önnel, és mesélni erről: „${profile}”.`,
    tooLong: (most) => `Írjon legalább egy szót, legfeljebb ${most} karaktert.`,
    reason: 'Miért? (nem kötelező)',
    noReason: 'Nem adok meg indokot',
    reasons: {
      wrong_topic: 'Más téma',
      wrong_sector: 'Más ágazat',
      wrong_stage: 'Más szakasz',
      ticket: 'Nem megfelelő összeg',
      too_far: 'Más ország',
      wrong_market: 'Más piac',
      language: 'Nincs közös nyelv',
      other: 'Egyéb ok',
    },
  },
  introduction: {
    accept: (name) => `${name}: elfogadja a kérést?`,
    decline: (name) => `${name}: elutasítja a kérést?`,
    declineHint: 'A másik fél megtudja, hogy elutasította, az okát nem.',
    contacts: 'Mostantól mindkét fél látja a másik elérhetőségét.',
    contactsMailed: 'Levélben is megkapja.',
    declined: (name) => `${name}: a kérést elutasította`,
  },
  problems: {
    invalid: {
      title: 'Ez a link nem működik',
      text: 'Lehet, hogy egy része elveszett. Nyissa meg újra a levélből, vagy használja a legújabb levele linkjét.',
    },
    expired: {
      title: 'Ez a link lejárt',
      text: 'Használja a legújabb levele linkjét, vagy keresse fel a hubja oldalát.',
    },
    gone: {
      title: 'Ez a feliratkozás már nincs meg',
      text: 'Törölték, nem jön több levél. Ha újra szeretne leveleket, iratkozzon fel a hubja oldalán.',
    },
    inactive: {
      title: 'Ez a feliratkozás nem él',
      text: 'Véget ért, vagy nem erősítették meg, ezért a linkjei nem működnek. Feliratkozni a hubja oldalán lehet.',
    },
    matchGone: {
      title: 'Ez a találat már nem látható',
      text: 'A profilt módosították vagy visszavonták. A mai találatok a legújabb levelében vannak.',
    },
    changed: {
      title: 'Ez a bemutatási kérés megváltozott',
      text: 'Megválaszolták, visszavonták, vagy lejárt. Hogy hogyan áll, a hubja oldalán látja.',
    },
    notNow: {
      title: 'Most nem kérhető bemutatás',
      text: 'Lehet, hogy már van kérés Önök között, nemrég volt, vagy a profilja a másik félnek nem látható. Hogy hogyan áll, a hubja oldalán látja.',
    },
    tooMany: { title: 'Ez egyszerre túl sok volt', text: 'Kérjük, próbálja meg később.' },
    unreadable: {
      title: 'Ezt nem sikerült elolvasni',
      text: 'Semmi sem változott. Nyissa meg újra a linket a levélből.',
    },
    failed: { title: 'Hiba történt nálunk', text: 'Kérjük, próbálja meg néhány perc múlva.' },
  },
};
