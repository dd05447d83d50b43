import { hu as bar } from '../filters/hu.ts';
import { hu as market } from '../market-entry/hu.ts';
import type { MoreWords } from './words.ts';

export const hu: MoreWords = {
  bar,
  market,
  nearMisses: 'Majdnem illők',
  nearMissesHint: 'A szövegük közel áll, de egy megadott korlát kizárja őket.',
  keptOut: 'Ami kizárja',
  changes: 'Ami feloldaná',
  otherLimits: { pass: 'Megfelel', unknown: 'Nincs megadva' },
  gates: { status: 'Aktív profil', consent: 'Hozzájárulás' },
  makingHint:
    'Mindkét fél összesítője a jelzések súlyozott átlaga; a pontszám a két összesítő mértani közepe. Ami nincs megadva, félként számít.',
  signal: 'Jelzés',
  fit: 'Illeszkedés',
  weight: {
    startup: 'Súly a startupnál',
    investor: 'Súly a befektetőnél',
    expert: 'Súly a szakértőnél',
    need: 'Súly az igénynél',
    lab: 'Súly a laboratóriumnál',
    programme: 'Súly a programnál',
    patent: 'Súly a szabadalomnál',
    offer: 'Súly az ajánlatnál',
  },
  total: 'Összesen',
  message: 'Az Ön üzenete',
  messageHint: 'Ha a másik fél elfogadja, mindketten láthatják egymás elérhetőségét.',
  send: 'Kérés elküldése',
  passHint: 'A másik fél nem értesül róla.',
};
