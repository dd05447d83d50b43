import { pluralCategory } from '@kopru/sdk/strings';
import type { Words } from './words.ts';

const MATCHES = {
  one: 'новое совпадение',
  few: 'новых совпадения',
  many: 'новых совпадений',
  other: 'новых совпадений',
};

const DAYS = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };
const daysIn = (days: number) => `${days} ${DAYS[pluralCategory(days, 'ru')]}`;

export const ru: Words = {
  greeting: (name) => `Здравствуйте, ${name}!`,
  hello: 'Здравствуйте!',
  levels: {
    strong: 'Отлично подходит',
    good: 'Хорошо подходит',
    fair: 'Подходит частично',
    weak: 'Подходит слабо',
  },
  outOf: (score) => `${score} из 100`,
  isNew: 'Новое',
  risen: (before) => `Раньше было ${before}`,
  reasons: 'Почему подходит',
  caution: 'Обратите внимание',
  actions: { requested: 'Попросить о знакомстве', saved: 'Сохранить', passed: 'Не подходит' },
  introductionActions: { accept: 'Принять', decline: 'Отклонить' },
  linkHint: 'Каждая ссылка открывает страницу, где нужно подтвердить ответ; до этого ничего не происходит.',
  linksWork: (days) => `Ссылки действуют ${daysIn(days)}.`,
  digest: {
    title: (count, profile) => `${count} ${MATCHES[pluralCategory(count, 'ru')]} для ${profile}`,
    better: (count, profile) => `Для ${profile} стали лучше подходить: ${count}`,
    lead: 'Это новые совпадения и те, что стали подходить заметно лучше с прошлого письма. Лучшие идут первыми.',
    nothingTitle: (profile) => `На этой неделе нового нет: ${profile}`,
    nothing: 'С прошлого письма новых совпадений не появилось. Мы продолжаем поиск и напишем снова через неделю.',
  },
  confirmation: {
    subject: (hub) => `Подтвердите подписку: ${hub}`,
    title: 'Подтвердите, пожалуйста, адрес',
    lead: (hub, profile) =>
      `Этот адрес указан в ${hub}, чтобы получать новые совпадения и запросы на знакомство для профиля «${profile}».`,
    applications: 'На этот адрес будут приходить и решения по вашим заявкам в программы.',
    rhythm: 'Когда приходят новые совпадения:',
    instantly: 'сразу, как появится хорошее, не чаще чем раз в 15 минут',
    daily: (time) => `каждый день в ${time}`,
    weekly: (time) => [
      `каждый понедельник в ${time}`,
      `каждый вторник в ${time}`,
      `каждую среду в ${time}`,
      `каждый четверг в ${time}`,
      `каждую пятницу в ${time}`,
      `каждую субботу в ${time}`,
      `каждое воскресенье в ${time}`,
    ],
    button: 'Подтвердить',
    ignore: (days) =>
      `Если вы об этом не просили, ничего не делайте: писем больше не будет. Ссылка действует ${daysIn(days)}.`,
  },
  introduction: {
    requested: (name) => `${name}: запрос на знакомство с вами`,
    requestedLead: (name, profile) => `От кого: ${name}. Кого просят познакомить: «${profile}».`,
    reminder: (name) => `${name}: запрос ждёт вашего ответа`,
    reminderLead: (name, profile, date) =>
      `От кого: ${name} (запрос от ${date}). Кого просят познакомить: «${profile}».`,
    message: 'Сообщение',
    answerBy: (date) => `Пожалуйста, ответьте до ${date}`,
    contactsLater: 'Если вы примете запрос, стороны увидят контакты друг друга. До этого их не видит никто.',
    accepted: (name) => `${name}: знакомство состоялось`,
    acceptedLead: (name) => `Ваш запрос на знакомство принят: ${name}.`,
    youAccepted: (name) => `Вы приняли запрос на знакомство: ${name}.`,
    contacts: 'Контакты',
    contact: { name: 'Имя', email: 'Эл. почта', phone: 'Телефон' },
    noContacts: 'Контакты в профиле не указаны. Обратитесь в свой хаб.',
    declined: (name) => `${name}: на этот раз без знакомства`,
    declinedLead: (name, date) =>
      `Ваш запрос на знакомство отклонён: ${name} (запрос от ${date}). Причины мы не передаём.`,
    expired: (name) => `${name}: срок запроса истёк`,
    expiredLead: (name, date) => `На ваш запрос на знакомство не ответили вовремя: ${name} (запрос от ${date}).`,
    hidden: 'Профиль, который больше не показывается',
  },
  application: {
    titles: {
      admitted: (name) => `${name}: вы приняты в программу`,
      declined: (name) => `${name}: на этот раз вас не приняли`,
      withdrawn: (name) => `${name}: ваша заявка отозвана`,
      alumni: (name) => `${name}: вы теперь среди выпускников`,
    },
    leads: {
      admitted: (profile) => `Стартап «${profile}» принят в программу.`,
      declined: (profile) => `Стартап «${profile}» на этот раз не принят в программу.`,
      withdrawn: (profile, hub) => `Заявка стартапа «${profile}» отмечена в ${hub} как отозванная.`,
      alumni: (profile) => `Стартап «${profile}» теперь среди выпускников программы.`,
    },
    heading: 'Заявка',
    call: 'Приём заявок',
    state: 'Статус',
    stage: 'Этап',
    states: { admitted: 'Принят', declined: 'Не принят', withdrawn: 'Заявка отозвана', alumni: 'Выпускник' },
  },
  test: {
    subject: (hub) => `Проверочное письмо: ${hub}`,
    lead: (hub) => `Это проверка. Если вы читаете это письмо, почта от ${hub} доходит. Делать ничего не нужно.`,
  },
  footer: {
    why: (hub, profile) =>
      `Вы получили это письмо, потому что ваш адрес подписан в ${hub} на новости профиля «${profile}».`,
    whyConfirm: (hub) => `Вы получили это письмо, потому что этот адрес указали в ${hub}.`,
    whyTest: (hub) => `Вы получили это письмо, потому что сотрудники ${hub} отправили проверку на этот адрес.`,
    noTracking: 'Мы не отслеживаем, открыли ли вы письмо и на что нажали.',
    preferences: 'Изменить настройки',
    unsubscribe: 'Отписаться',
  },
};
