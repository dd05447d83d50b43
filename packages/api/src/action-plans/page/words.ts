import type { ActionStanding } from '@kopru/sdk/schema';
import type { Locale } from '@kopru/sdk/strings';

/** What the public page of an action plan says in one language. */
export interface PlanWords {
  readonly standings: Readonly<Record<ActionStanding, string>>;
  readonly progress: string;
  /** Of the time of an action. */
  readonly time: string;
  readonly owner: string;
  readonly partners: string;
  readonly countries: string;
  readonly due: string;
  readonly target: string;
  /** In place of a value. */
  readonly noValue: string;
  readonly files: string;
  readonly calendar: string;
  readonly asOf: string;
  readonly empty: string;
}

// biome-ignore format: a language, a line
export const PLAN_WORDS: Readonly<Record<Locale, PlanWords>> = {
  az: { standings: { on_track: 'Plan üzrə', at_risk: 'Risk altında', late: 'Gecikib', done: 'Tamamlanıb', cancelled: 'Ləğv edilib' }, progress: 'İrəliləyiş', time: 'Keçən vaxt', owner: 'Məsul', partners: 'Tərəfdaşlar', countries: 'Ölkələr', due: 'Son tarix', target: 'hədəf', noValue: 'hələ göstərici yoxdur', files: 'Yükləmək:', calendar: 'təqvim', asOf: 'Vəziyyət:', empty: 'Hələ tədbir yoxdur.' },
  tr: { standings: { on_track: 'Yolunda', at_risk: 'Riskli', late: 'Gecikti', done: 'Tamamlandı', cancelled: 'İptal edildi' }, progress: 'İlerleme', time: 'Geçen süre', owner: 'Sorumlu', partners: 'Ortaklar', countries: 'Ülkeler', due: 'Son tarih', target: 'hedef', noValue: 'henüz değer yok', files: 'İndir:', calendar: 'takvim', asOf: 'Durum tarihi:', empty: 'Henüz eylem yok.' },
  kk: { standings: { on_track: 'Жоспар бойынша', at_risk: 'Тәуекелде', late: 'Кешікті', done: 'Аяқталды', cancelled: 'Тоқтатылды' }, progress: 'Орындалуы', time: 'Өткен уақыт', owner: 'Жауапты', partners: 'Серіктестер', countries: 'Елдер', due: 'Мерзімі', target: 'мақсат', noValue: 'әзірге мән жоқ', files: 'Жүктеу:', calendar: 'күнтізбе', asOf: 'Жағдайы:', empty: 'Әзірге шара жоқ.' },
  ky: { standings: { on_track: 'План боюнча', at_risk: 'Тобокелде', late: 'Кечикти', done: 'Аткарылды', cancelled: 'Токтотулду' }, progress: 'Аткарылышы', time: 'Өткөн убакыт', owner: 'Жооптуу', partners: 'Өнөктөштөр', countries: 'Өлкөлөр', due: 'Мөөнөтү', target: 'максат', noValue: 'азырынча маани жок', files: 'Жүктөө:', calendar: 'календарь', asOf: 'Абалы:', empty: 'Азырынча иш-чара жок.' },
  uz: { standings: { on_track: 'Reja bo‘yicha', at_risk: 'Xavf ostida', late: 'Kechikdi', done: 'Bajarildi', cancelled: 'Bekor qilindi' }, progress: 'Bajarilishi', time: 'O‘tgan vaqt', owner: 'Mas’ul', partners: 'Hamkorlar', countries: 'Mamlakatlar', due: 'Muddati', target: 'maqsad', noValue: 'hali qiymat yo‘q', files: 'Yuklab olish:', calendar: 'taqvim', asOf: 'Holati:', empty: 'Hali tadbir yo‘q.' },
  tk: { standings: { on_track: 'Meýilnama boýunça', at_risk: 'Töwekgelçilikde', late: 'Gijä galdy', done: 'Tamamlandy', cancelled: 'Ýatyryldy' }, progress: 'Ýerine ýetirilişi', time: 'Geçen wagt', owner: 'Jogapkär', partners: 'Hyzmatdaşlar', countries: 'Ýurtlar', due: 'Möhleti', target: 'maksat', noValue: 'entek baha ýok', files: 'Ýüklemek:', calendar: 'senenama', asOf: 'Ýagdaýy:', empty: 'Entek çäre ýok.' },
  hu: { standings: { on_track: 'Terv szerint', at_risk: 'Veszélyben', late: 'Késik', done: 'Kész', cancelled: 'Törölve' }, progress: 'Előrehaladás', time: 'Eltelt idő', owner: 'Felelős', partners: 'Partnerek', countries: 'Országok', due: 'Határidő', target: 'cél', noValue: 'még nincs adat', files: 'Letöltés:', calendar: 'naptár', asOf: 'Állapot:', empty: 'Még nincs intézkedés.' },
  ru: { standings: { on_track: 'По плану', at_risk: 'Под угрозой', late: 'Просрочено', done: 'Выполнено', cancelled: 'Отменено' }, progress: 'Выполнение', time: 'Прошло времени', owner: 'Ответственный', partners: 'Партнёры', countries: 'Страны', due: 'Срок', target: 'цель', noValue: 'данных пока нет', files: 'Скачать:', calendar: 'календарь', asOf: 'По состоянию на:', empty: 'Мероприятий пока нет.' },
  en: { standings: { on_track: 'On track', at_risk: 'At risk', late: 'Late', done: 'Done', cancelled: 'Cancelled' }, progress: 'Progress', time: 'Time passed', owner: 'Responsible', partners: 'Partners', countries: 'Countries', due: 'Due', target: 'target', noValue: 'no value yet', files: 'Download:', calendar: 'calendar', asOf: 'As of', empty: 'No actions yet.' },
};
