import { kk as bar } from '../filters/kk.ts';
import { kk as market } from '../market-entry/kk.ts';
import type { MoreWords } from './words.ts';

export const kk: MoreWords = {
  bar,
  market,
  nearMisses: 'Сәл жетпегендер',
  nearMissesHint: 'Мәтіні жақын, бірақ көрсетілген шектеулердің біріне сай келмейді.',
  keptOut: 'Кедергі',
  changes: 'Кедергіні жоятын өзгеріс',
  otherLimits: { pass: 'Сай', unknown: 'Көрсетілмеген' },
  gates: { status: 'Белсенді профиль', consent: 'Келісім' },
  makingHint:
    'Әр тараптың жиыны – көрсеткіштердің салмақталған орташасы; ұпай – екі жиынның геометриялық орташасы. Көрсетілмеген дерек жартылай есептеледі.',
  signal: 'Көрсеткіш',
  fit: 'Сәйкестік',
  weight: {
    startup: 'Стартап үшін салмағы',
    investor: 'Инвестор үшін салмағы',
    expert: 'Сарапшы үшін салмағы',
    need: 'Қажеттілік үшін салмағы',
    lab: 'Зертхана үшін салмағы',
    programme: 'Бағдарлама үшін салмағы',
    patent: 'Патент үшін салмағы',
    offer: 'Ұсыныс үшін салмағы',
  },
  total: 'Жиыны',
  message: 'Хабарыңыз',
  messageHint: 'Екінші тарап қабылдағанда, байланыс деректері екеуіне де көрсетіледі.',
  send: 'Сұрауды жіберу',
  passHint: 'Бұл туралы екінші тарапқа айтылмайды.',
};
