import { ru as bar } from '../filters/ru.ts';
import { ru as market } from '../market-entry/ru.ts';
import type { MoreWords } from './words.ts';

export const ru: MoreWords = {
  bar,
  market,
  nearMisses: 'Почти подошли',
  nearMissesHint: 'По смыслу близки, но не проходят по одному из заданных ограничений.',
  keptOut: 'Что мешает',
  changes: 'Что снимет препятствие',
  otherLimits: { pass: 'Подходит', unknown: 'Не указано' },
  gates: { status: 'Активный профиль', consent: 'Согласие' },
  makingHint:
    'Итог каждой стороны – взвешенное среднее показателей; оценка – среднее геометрическое двух итогов. Неуказанное считается за половину.',
  signal: 'Показатель',
  fit: 'Соответствие',
  weight: {
    startup: 'Вес для стартапа',
    investor: 'Вес для инвестора',
    expert: 'Вес для эксперта',
    need: 'Вес для потребности',
    lab: 'Вес для лаборатории',
    programme: 'Вес для программы',
    patent: 'Вес для патента',
    offer: 'Вес для предложения',
  },
  total: 'Итог',
  message: 'Ваше сообщение',
  messageHint: 'Контакты увидят обе стороны, когда вторая примет запрос.',
  send: 'Отправить запрос',
  passHint: 'Другая сторона об этом не узнает.',
};
