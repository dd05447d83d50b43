import type { PageWords } from './words.ts';

export const az: PageWords = {
  confirm: {
    notYou: 'Bunu siz istəməmisinizsə, bu səhifəni bağlayın: heç nə göndərilməyəcək.',
    done: 'Ünvanınız təsdiqləndi',
    doneLead: (hub, profile) => `“${profile}” profili haqqında məktublar alacaqsınız. Göndərən: ${hub}.`,
  },
  next: {
    due: (date, time) => `Növbəti uyğunluqların gələcəyi gün: ${date}, saat ${time}.`,
    onlyNew: 'O vaxta qədər yenilik olmasa, məktub gəlmir.',
    instantly: 'Yaxşı uyğunluq tapılan kimi gəlir, 15 dəqiqədə bir dəfədən çox olmadan.',
    noDigest: 'Yeni uyğunluq məktubları söndürülüb.',
  },
  unsubscribe: {
    title: 'Abunəni ləğv edin',
    lead: 'Hansı məktublar dayandırılsın?',
    one: (profile) => `“${profile}” profili haqqında olanlar`,
    all: (hub) => `${hub} tərəfindən göndərilənlərin hamısı`,
    done: 'Abunə ləğv edildi',
    doneOne: (profile) => `Bu ünvana “${profile}” profili haqqında daha məktub gəlməyəcək.`,
    doneAll: (hub) => `Bu ünvana ${hub} tərəfindən daha məktub göndərilməyəcək.`,
  },
  back: {
    offer: 'Fikrinizi dəyişmisiniz? Yenidən abunə olun',
    title: 'Hazırda abunə deyilsiniz',
    lead: (profile) => `Bu ünvana “${profile}” profili haqqında məktub gəlmir. Bir kliklə yenidən gələr.`,
    button: 'Yenidən abunə ol',
    refused: {
      bounced:
        'Bu ünvana göndərilən məktublar çatmayıb geri qayıdıb. Yenidən açılması üçün mərkəzinizin əməkdaşlarına yazın.',
      complained: 'Bu ünvana gələn məktub spam kimi bildirilib, ona görə daha göndərilmir. Mərkəziniz kömək edə bilər.',
      staff: 'Mərkəzin əməkdaşları bu ünvana göndərişi dayandırıb. Onlardan soruşun.',
    },
  },
  preferences: {
    title: 'Məktubla nə alırsınız',
    lead: (profile) => `Bunlar “${profile}” profilinin məktublarına aid ayarlardır.`,
    frequency: 'Nə qədər tez-tez',
    frequencies: { instantly: 'Yaxşı uyğunluq tapılan kimi', daily: 'Hər gün', weekly: 'Həftədə bir dəfə' },
    weekday: 'Həftənin günü',
    weekdays: ['Bazar ertəsi', 'Çərşənbə axşamı', 'Çərşənbə', 'Cümə axşamı', 'Cümə', 'Şənbə', 'Bazar'],
    weekdayHint: 'Həftəlik məktublar üçündür.',
    hour: 'Saat',
    hourHint: 'Gündəlik və həftəlik məktublar üçündür.',
    timeZone: 'Saat qurşağı',
    locale: 'Məktubların dili',
    minScore: 'Ən aşağı bal',
    minScoreHint: '0-dan 100-ə qədər. Balı daha aşağı olanlar göndərilmir.',
    maxItems: 'Bir məktubda ən çox uyğunluq',
    notices: 'Məktub növləri',
    notice: {
      digest: 'Yeni uyğunluqlar',
      introduction: 'Tanışlıq sorğuları',
      reminder: 'Cavab vermədiyiniz sorğular haqqında xatırlatmalar',
    },
    nothingNew: 'Həftə ərzində yenilik olmasa, bunu da bildir',
    save: 'Yadda saxla',
    saved: 'Yadda saxlanıldı',
    check: 'Hələ yadda saxlanılmayıb: işarələnmiş sahələrə baxın.',
    numberFrom: (from, to) => `${from} ilə ${to} arasında ədəd yazın.`,
    wholeFrom: (from, to) => `${from} ilə ${to} arasında tam ədəd yazın.`,
    choose: 'Siyahıdan birini seçin.',
  },
  answer: {
    ask: {
      requested: (name) => `${name} ilə tanışlıq istənsin?`,
      saved: (name) => `${name} yadda saxlanılsın?`,
      passed: (name) => `${name} sizə uyğun deyil?`,
    },
    hint: {
      requested:
        'Mesajınız qarşı tərəfə öz mərkəzi vasitəsilə çatır. Qəbul etsə, hər iki tərəf bir-birinin əlaqə məlumatlarını görəcək.',
      saved: 'Onu yadda saxlanılmış uyğunluqlarınızda tapacaqsınız. Heç kimə bildirilmir.',
      passed: 'Daha heç bir məktubda göstərilməyəcək. Heç kimə bildirilmir.',
    },
    done: {
      requested: (name) => `${name} ilə tanışlıq istənildi`,
      saved: (name) => `${name} yadda saxlanıldı`,
      passed: (name) => `Qeyd edildi: ${name} sizə uyğun deyil`,
    },
    message: 'Mesajınız',
    suggestion: (profile) => `Sizinlə tanış olmaq və “${profile}” haqqında məlumat vermək istərdik.`,
    tooLong: (most) => `Ən azı bir söz, ən çox ${most} işarə yazın.`,
    reason: 'Niyə? (istəyə görə)',
    noReason: 'Səbəb göstərmirəm',
    reasons: {
      wrong_topic: 'Mövzu başqadır',
      wrong_sector: 'Sahə başqadır',
      wrong_stage: 'Mərhələ başqadır',
      ticket: 'Məbləğ uyğun deyil',
      too_far: 'Ölkə başqadır',
      wrong_market: 'Bazar başqadır',
      language: 'Ortaq dil yoxdur',
      other: 'Başqa səbəb',
    },
  },
  introduction: {
    accept: (name) => `${name} tərəfindən göndərilən sorğu qəbul edilsin?`,
    decline: (name) => `${name} tərəfindən göndərilən sorğu rədd edilsin?`,
    declineHint: 'Qarşı tərəf rədd etdiyinizi biləcək, səbəbini bilməyəcək.',
    contacts: 'İndi hər iki tərəf bir-birinin əlaqə məlumatlarını görür.',
    contactsMailed: 'Onlar sizə məktubla da gələcək.',
    declined: (name) => `Rədd edildi: ${name} tərəfindən göndərilən sorğu`,
  },
  problems: {
    invalid: {
      title: 'Bu keçid işləmir',
      text: 'Bəlkə yolda bir hissəsi kəsilib. Onu məktubdan yenidən açın və ya ən yeni məktubunuzdakı keçiddən istifadə edin.',
    },
    expired: {
      title: 'Bu keçidin vaxtı bitib',
      text: 'Ən yeni məktubunuzdakı keçiddən istifadə edin və ya mərkəzinizin saytına keçin.',
    },
    gone: {
      title: 'Bu abunə artıq yoxdur',
      text: 'O silinib və daha məktub gəlmir. Yenidən almaq üçün mərkəzinizin saytında abunə olun.',
    },
    inactive: {
      title: 'Bu abunə aktiv deyil',
      text: 'O bitib və ya təsdiqlənməyib, ona görə keçidləri işləmir. Məktub almaq üçün mərkəzinizin saytında abunə olun.',
    },
    matchGone: {
      title: 'Bu uyğunluq artıq göstərilmir',
      text: 'Profil dəyişib və ya geri götürülüb. Bugünkü uyğunluqlar ən yeni məktubunuzdadır.',
    },
    changed: {
      title: 'Bu tanışlıq sorğusu dəyişib',
      text: 'Ona cavab verilib, geri götürülüb və ya vaxtı bitib. Vəziyyəti mərkəzinizin saytında görə bilərsiniz.',
    },
    notNow: {
      title: 'Hazırda tanışlıq istəmək mümkün deyil',
      text: 'Aranızda artıq sorğu ola bilər, bu yaxınlarda biri bitmiş ola bilər və ya profiliniz qarşı tərəfə göstərilmir. Vəziyyəti mərkəzinizin saytında görə bilərsiniz.',
    },
    tooMany: { title: 'Birdən-birə çox oldu', text: 'Sonra yenidən cəhd edin.' },
    unreadable: { title: 'Bunu oxumaq olmadı', text: 'Heç nə dəyişmədi. Keçidi məktubdan yenidən açın.' },
    failed: { title: 'Bizim tərəfdə xəta baş verdi', text: 'Bir neçə dəqiqədən sonra yenidən cəhd edin.' },
  },
};
