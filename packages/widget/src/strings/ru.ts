import { pluralCategory } from '@kopru/sdk/strings';
import type { Words } from './words.ts';

const MATCHES = { one: 'совпадение', few: 'совпадения', many: 'совпадений', other: 'совпадения' } as const;
const PEOPLE = { one: 'человек', few: 'человека', many: 'человек', other: 'человека' } as const;

export const ru: Words = {
  matches: (count) => `${count} ${MATCHES[pluralCategory(count, 'ru')]}`,
  nearMisses: 'Почти подошли',
  nearMissesHint: 'По смыслу близки, но не проходят по одному из заданных ограничений.',
  keptOut: 'Что мешает',
  changes: 'Что снимет препятствие',
  otherLimits: { pass: 'Подходит', unknown: 'Не указано' },
  score: 'Оценка',
  levels: { strong: 'Отлично подходит', good: 'Хорошо подходит', fair: 'Подходит частично', weak: 'Подходит слабо' },
  reasons: 'Почему подходит',
  caution: 'Обратите внимание',
  textsAgree: 'Самые близкие по смыслу предложения',
  kinds: { startup: 'Стартап', investor: 'Инвестор' },
  fullText: { startup: 'Читать описание', investor: 'Читать мандат' },
  making: 'Как складывается оценка',
  makingHint:
    'Итог каждой стороны – взвешенное среднее показателей; оценка – среднее геометрическое двух итогов. Неуказанное считается за половину.',
  signal: 'Показатель',
  fit: 'Соответствие',
  weight: { startup: 'Вес для стартапа', investor: 'Вес для инвестора' },
  total: 'Итог',
  notStated: 'не указано',
  gates: { status: 'Активный профиль', consent: 'Согласие' },
  facts: { role: 'Роль в раунде', countries: 'Где инвестирует', team: 'Команда' },
  roles: { lead: 'ведущий инвестор', follow: 'соинвестор', either: 'ведущий или соинвестор' },
  people: (count) => `${count} ${PEOPLE[pluralCategory(count, 'ru')]}`,
  loading: 'Ищем совпадения…',
  idle: { title: 'Совпадений пока нет', hint: 'Они появятся здесь, когда будет выбран профиль или введён текст.' },
  empty: {
    title: 'Совпадений нет',
    hint: 'Никто не проходит по всем заданным ограничениям. Чем их меньше, тем больше совпадений.',
  },
  error: { title: 'Не удалось загрузить совпадения', hint: 'Повторите попытку чуть позже.' },
  offline: { title: 'Нет подключения к сети', hint: 'Совпадения загрузятся снова, когда связь восстановится.' },
  retry: 'Повторить',
};
