import type { PageWords } from './words.ts';

export const tr: PageWords = {
  confirm: {
    notYou: 'Bunu siz istemediyseniz bu sayfayı kapatın: hiçbir şey gönderilmez.',
    done: 'Adresiniz onaylandı',
    doneLead: (hub, profile) => `“${profile}” ile ilgili e-postaları alacaksınız. Gönderen: ${hub}.`,
  },
  next: {
    due: (date, time) => `Sonraki eşleşmelerin geleceği gün: ${date}, saat ${time}.`,
    onlyNew: 'O zamana kadar yenilik olmazsa e-posta gelmez.',
    instantly: 'İyi bir eşleşme bulunur bulunmaz gelir, en çok 15 dakikada bir.',
    noDigest: 'Yeni eşleşme e-postaları kapalı.',
  },
  unsubscribe: {
    title: 'Abonelikten çık',
    lead: 'Hangi e-postalar dursun?',
    one: (profile) => `“${profile}” ile ilgili olanlar`,
    all: (hub) => `${hub} tarafından gönderilenlerin tümü`,
    done: 'Abonelikten çıktınız',
    doneOne: (profile) => `Bu adrese “${profile}” ile ilgili e-posta artık gelmez.`,
    doneAll: (hub) => `Bu adrese ${hub} tarafından artık e-posta gönderilmez.`,
  },
  back: {
    offer: 'Fikriniz mi değişti? Yeniden abone olun',
    title: 'Şu anda abone değilsiniz',
    lead: (profile) => `Bu adrese “${profile}” ile ilgili e-posta gelmiyor. Tek tıkla yeniden gelir.`,
    button: 'Yeniden abone ol',
    refused: {
      bounced: 'Bu adrese gönderilen e-postalar geri döndü. Yeniden açılması için merkezinizin çalışanlarına yazın.',
      complained:
        'Bu adrese gelen bir e-posta istenmeyen posta olarak bildirildi; bu yüzden artık gönderilmiyor. Merkeziniz yardımcı olabilir.',
      staff: 'Merkezin çalışanları bu adrese gönderimi durdurdu. Lütfen onlara sorun.',
    },
  },
  preferences: {
    title: 'E-postayla neler alacağınız',
    lead: (profile) => `Bunlar “${profile}” e-postalarının ayarlarıdır.`,
    frequency: 'Ne sıklıkla',
    frequencies: { instantly: 'İyi bir eşleşme bulununca hemen', daily: 'Her gün', weekly: 'Haftada bir' },
    weekday: 'Haftanın günü',
    weekdays: ['Pazartesi', 'Salı', 'Çarşamba', 'Perşembe', 'Cuma', 'Cumartesi', 'Pazar'],
    weekdayHint: 'Haftalık e-postalar için geçerlidir.',
    hour: 'Saat',
    hourHint: 'Günlük ve haftalık e-postalar için geçerlidir.',
    timeZone: 'Saat dilimi',
    locale: 'E-postaların dili',
    minScore: 'En düşük puan',
    minScoreHint: '0 ile 100 arasında. Puanı daha düşük olanlar gönderilmez.',
    maxItems: 'Bir e-postadaki en çok eşleşme',
    notices: 'E-posta türleri',
    notice: {
      digest: 'Yeni eşleşmeler',
      introduction: 'Tanışma istekleri',
      reminder: 'Yanıtlamadığınız isteklerin hatırlatmaları',
    },
    nothingNew: 'Hafta yenilik getirmezse bunu da bildir',
    save: 'Kaydet',
    saved: 'Kaydedildi',
    check: 'Henüz kaydedilmedi: lütfen işaretli alanlara bakın.',
    numberFrom: (from, to) => `${from} ile ${to} arasında bir sayı girin.`,
    wholeFrom: (from, to) => `${from} ile ${to} arasında bir tam sayı girin.`,
    choose: 'Listeden birini seçin.',
  },
  answer: {
    ask: {
      requested: (name) => `${name} ile tanışma istensin mi?`,
      saved: (name) => `${name} kaydedilsin mi?`,
      passed: (name) => `${name} size uygun değil mi?`,
    },
    hint: {
      requested:
        'Mesajınız kendi merkezi aracılığıyla karşı tarafa ulaşır. Kabul ederse iki taraf da birbirinin iletişim bilgilerini görür.',
      saved: 'Kayıtlı eşleşmeleriniz arasında bulursunuz. Kimseye bildirilmez.',
      passed: 'Artık hiçbir e-postada gösterilmez. Kimseye bildirilmez.',
    },
    done: {
      requested: (name) => `${name} ile tanışma istendi`,
      saved: (name) => `${name} kaydedildi`,
      passed: (name) => `Not edildi: ${name} size uygun değil`,
    },
    message: 'Mesajınız',
    suggestion: (profile) => `Sizinle tanışmak ve “${profile}” hakkında bilgi vermek isteriz.`,
    tooLong: (most) => `En az bir sözcük, en çok ${most} karakter yazın.`,
    reason: 'Neden? (isteğe bağlı)',
    noReason: 'Neden belirtmiyorum',
    reasons: {
      wrong_topic: 'Konu farklı',
      wrong_sector: 'Sektör farklı',
      wrong_stage: 'Aşama farklı',
      ticket: 'Tutar uymuyor',
      too_far: 'Ülke farklı',
      wrong_market: 'Pazar farklı',
      language: 'Ortak dil yok',
      other: 'Başka bir neden',
    },
  },
  introduction: {
    accept: (name) => `${name} tarafından gönderilen istek kabul edilsin mi?`,
    decline: (name) => `${name} tarafından gönderilen istek reddedilsin mi?`,
    declineHint: 'Karşı taraf reddettiğinizi öğrenir, nedenini öğrenmez.',
    contacts: 'Artık iki taraf da birbirinin iletişim bilgilerini görür.',
    contactsMailed: 'Size e-postayla da gelir.',
    declined: (name) => `Reddedildi: ${name} tarafından gönderilen istek`,
  },
  problems: {
    invalid: {
      title: 'Bu bağlantı çalışmıyor',
      text: 'Belki yolda bir bölümü kesildi. E-postadan yeniden açın ya da en yeni e-postanızdaki bağlantıyı kullanın.',
    },
    expired: {
      title: 'Bu bağlantının süresi doldu',
      text: 'En yeni e-postanızdaki bağlantıyı kullanın ya da merkezinizin sitesine gidin.',
    },
    gone: {
      title: 'Bu abonelik artık yok',
      text: 'Silindi; artık e-posta gelmez. Yeniden almak için merkezinizin sitesinden abone olun.',
    },
    inactive: {
      title: 'Bu abonelik etkin değil',
      text: 'Sona erdi ya da onaylanmadı; bağlantıları işlemez. E-posta almak için merkezinizin sitesinden abone olun.',
    },
    matchGone: {
      title: 'Bu eşleşme artık gösterilmiyor',
      text: 'Profil değişti ya da geri çekildi. Bugünkü eşleşmeler en yeni e-postanızda.',
    },
    changed: {
      title: 'Bu tanışma isteği değişti',
      text: 'Yanıtlandı, geri çekildi ya da süresi doldu. Son durumu merkezinizin sitesinde görebilirsiniz.',
    },
    notNow: {
      title: 'Şu anda tanışma istenemiyor',
      text: 'Aranızda zaten bir istek olabilir, kısa süre önce biri sona ermiş olabilir ya da profiliniz karşı tarafa gösterilmiyordur. Durumu merkezinizin sitesinde görebilirsiniz.',
    },
    tooMany: { title: 'Bir anda çok fazla oldu', text: 'Lütfen daha sonra yeniden deneyin.' },
    unreadable: { title: 'Bu okunamadı', text: 'Hiçbir şey değişmedi. Bağlantıyı e-postadan yeniden açın.' },
    failed: { title: 'Bizim tarafımızda bir hata oldu', text: 'Lütfen birkaç dakika sonra yeniden deneyin.' },
  },
};
