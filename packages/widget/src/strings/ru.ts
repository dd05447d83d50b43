import { pluralCategory } from '@kopru/sdk/strings/plural';
import type { Words } from './words.ts';

const MATCHES = { one: 'совпадение', few: 'совпадения', many: 'совпадений', other: 'совпадения' } as const;
const PEOPLE = { one: 'человек', few: 'человека', many: 'человек', other: 'человека' } as const;
const SECONDS = { one: 'секунду', few: 'секунды', many: 'секунд', other: 'секунды' } as const;

export const ru: Words = {
  matches: (count) => `${count} ${MATCHES[pluralCategory(count, 'ru')]}`,
  fresh: (count) => `новых: ${count}`,
  isNew: 'Новое',
  score: 'Оценка',
  levels: { strong: 'Отлично подходит', good: 'Хорошо подходит', fair: 'Подходит частично', weak: 'Подходит слабо' },
  reasons: 'Почему подходит',
  caution: 'Обратите внимание',
  textsAgree: 'Самые близкие по смыслу предложения',
  kinds: { startup: 'Стартап', investor: 'Инвестор', expert: 'Эксперт', need: 'Потребность' },
  fullText: { startup: 'Читать описание', investor: 'Читать мандат', expert: 'Читать о себе', need: 'Читать описание' },
  making: 'Как складывается оценка',
  notStated: 'не указано',
  hub: 'Хаб',
  people: (count) => `${count} ${PEOPLE[pluralCategory(count, 'ru')]}`,
  loading: 'Ищем совпадения…',
  idle: { title: 'Совпадений пока нет', hint: 'Они появятся здесь, когда будет выбран профиль или введён текст.' },
  empty: {
    title: 'Совпадений нет',
    hint: 'Никто не проходит по всем заданным ограничениям. Чем их меньше, тем больше совпадений.',
  },
  error: { title: 'Не удалось загрузить совпадения', hint: 'Повторите попытку чуть позже.' },
  offline: { title: 'Нет подключения к сети', hint: 'Совпадения загрузятся снова, когда связь восстановится.' },
  expired: { title: 'Вы вышли из системы', hint: 'Войдите на этот сайт снова и повторите попытку.' },
  limited: { title: 'Слишком много запросов', hint: 'Повторите попытку позже.' },
  wait: (seconds) => `Продолжится автоматически через ${seconds} ${SECONDS[pluralCategory(seconds, 'ru')]}.`,
  reference: 'Номер для службы поддержки',
  retry: 'Повторить',
  more: 'Показать ещё',
  actions: { save: 'Сохранить', pass: 'Пропустить', request: 'Попросить о знакомстве', restore: 'Вернуть в список' },
  unsave: 'Убрать из сохранённых',
  done: { save: 'Сохранено', pass: 'Пропущено', request: 'Запрос на знакомство отправлен', restore: 'Отменено' },
  touch: {
    received: 'Хочет познакомиться с вами',
    accepted: 'Вы знакомы',
    declined: 'Знакомство отклонено',
    expired: 'Срок запроса истёк',
    withdrawn: 'Запрос отозван',
  },
  filters: 'Фильтры',
  undo: 'Отменить',
  cancel: 'Отмена',
  reason: 'Причина',
  noReason: 'Не указывать причину',
  passReasons: {
    wrong_topic: 'Другая тема',
    wrong_sector: 'Другая отрасль',
    wrong_stage: 'Другая стадия',
    ticket: 'Не подходит сумма',
    too_far: 'Другая страна',
    wrong_market: 'Другой рынок',
    language: 'Нет общего языка',
    other: 'Другая причина',
  },
  failed: 'Не удалось отправить.',
  notPossible: 'Сейчас это невозможно. Обновите страницу, чтобы увидеть текущее состояние.',
};
