const ROBIN = 'Robin &lt;robin@elsewhere.example&gt;';

/** What mail programs write above what they quote, in their languages. */
export const LINES: Readonly<Record<string, string>> = {
  'Gmail es-419': `El lun, 4 de may. de 2026 a la(s) 9:12 a.m., ${ROBIN} escribió:`,
  'Gmail it': `Il giorno lun 4 mag 2026 alle ore 09:12 ${ROBIN} ha scritto:`,
  'Gmail nl': `Op ma 4 mei 2026 om 09:12 schreef ${ROBIN}:`,
  'Gmail pl': `pon., 4 maj 2026 o 09:12 ${ROBIN} napisał(a):`,
  'Gmail pt-PT': `${ROBIN} escreveu (segunda, 4/05/2026 à(s) 09:12):`,
  'Gmail ja': `2026年5月4日(月) 9:12 ${ROBIN}:`,
  'Gmail zh-CN': `${ROBIN} 于2026年5月4日周一 09:12写道：`,
  'Gmail zh-TW': `${ROBIN} 於 2026年5月4日 週一 上午9:12寫道：`,
  'Gmail ko': `2026년 5월 4일 (월) 오전 9:12, ${ROBIN}님이 작성:`,
  'Gmail ru': `пн, 4 мая 2026 г. в 09:12, ${ROBIN}:`,
  'Gmail he': `\u202bבתאריך יום ב׳, 4 במאי 2026 ב-9:12 מאת \u202aRobin\u202c\u200f &lt;\u202arobin@elsewhere.example\u202c\u200f&gt;:\u202c`,
  'Gmail ar': `في الاثنين، 4 مايو 2026 في 9:12 ص تمت كتابة ما يلي بواسطة ${ROBIN}:`,
  'Gmail hu': `${ROBIN} ezt írta (időpont: 2026. máj. 4., H, 9:12):`,
  'Apple Mail it': `Il giorno 4 mag 2026, alle ore 09:12, ${ROBIN} ha scritto:`,
  'Apple Mail nl': `Op 4 mei 2026 om 09:12 heeft ${ROBIN} het volgende geschreven:`,
  'Apple Mail pl': `Wiadomość napisana przez ${ROBIN} w dniu 4 maj 2026, o godz. 09:12:`,
  'Apple Mail cs': `4. 5. 2026 v 9:12, ${ROBIN}:`,
  'Apple Mail pt': `No dia 4 de mai. de 2026, às 09:12, ${ROBIN} escreveu:`,
  'Thunderbird fr': 'Le 04/05/2026 à 09:12, Robin a écrit :',
  'Thunderbird zh': '在 2026/5/4 9:12, Robin 写道:',
  'Thunderbird eu': 'Robin(e)k dio (2026/05/04, 9:12):',
  'Yahoo es': `El lunes, 4 de mayo de 2026, 09:12:33 CEST, ${ROBIN} escribió:`,
  'Yahoo fr': `Le lundi 4 mai 2026 à 09:12:33 UTC+2, ${ROBIN} a écrit :`,
  'Proton pl': `W poniedziałek, 4 maja 2026 09:12, ${ROBIN} napisał(a):`,
};

/** How Outlook names sender, time, recipients and subject. */
export const HEADS: Readonly<Record<string, readonly [from: string, sent: string, to: string, subject: string]>> = {
  es: ['De', 'Enviado el', 'Para', 'Asunto'],
  fr: ['De\u00a0', 'Envoyé\u00a0', 'À\u00a0', 'Objet\u00a0'],
  it: ['Da', 'Inviato', 'A', 'Oggetto'],
  nl: ['Van', 'Verzonden', 'Aan', 'Onderwerp'],
  pl: ['Od', 'Wysłano', 'Do', 'Temat'],
  pt: ['De', 'Enviada em', 'Para', 'Assunto'],
  ja: ['差出人', '送信日時', '宛先', '件名'],
  'zh-CN': ['发件人', '发送时间', '收件人', '主题'],
  'zh-TW': ['寄件者', '寄件日期', '收件者', '主旨'],
  ko: ['보낸 사람', '보낸 날짜', '받는 사람', '제목'],
  hu: ['Feladó', 'Elküldve', 'Címzett', 'Tárgy'],
  tr: ['Kimden', 'Gönderildi', 'Kime', 'Konu'],
  uk: ['Від', 'Надіслано', 'Кому', 'Тема'],
  lv: ['No', 'Nosūtīts', 'Kam', 'Tēma'],
  vi: ['Từ', 'Đã gửi', 'Đến', 'Chủ đề'],
};
