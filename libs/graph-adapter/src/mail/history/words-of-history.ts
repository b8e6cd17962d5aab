/** How Outlook names the sender above what it quotes, in its languages. */
export const FROM_WORDS: ReadonlySet<string> = new Set(
  (
    'from|von|de|da|van|från|fra|lähettäjä|od|feladó|de la|от|від|kimden|gönderen|από|差出人|送信者|发件人|' +
    '寄件者|寄件人|보낸 사람|발신|מאת|من|dari|từ|จาก|expéditeur|enviado por|remitente|remetente|mittente|absender|avsändare|' +
    'afsender|avsender|afzender|nadawca|odesílatel|odosielateľ|saatja|kellelt|no|nuo|sūtītājs|siuntėjas|pošiljatelj|' +
    'pošiljalac|šalje'
  ).split('|'),
);

/** How it names the subject there. */
export const SUBJECT_WORDS: ReadonlySet<string> = new Set(
  (
    'subject|betreff|betrifft|objet|sujet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|tárgy|' +
    'subiect|subiectul|тема|относно|konu|θέμα|件名|主题|主旨|主題|제목|נושא|الموضوع|subjek|perihal|tema|teema|temats|tēma|gaia|' +
    'zadeva|naslov|chủ đề|เรื่อง|assumpte'
  ).split('|'),
);

/** What ends the line that says who wrote what is quoted. */
export const WROTE_WORDS: readonly string[] = [
  ...['wrote', 'schrieb', 'écrit', 'escribió', 'ha scritto', 'scrisse', 'escreveu', 'schreef', 'geschreven', 'skrev'],
  ...[
    'napisał',
    'pisze',
    'kirjoitti',
    'napsal',
    'napísal',
    'написал',
    'пишет',
    'написав',
    'пише',
    'yazdı',
    'şunu yazdı',
  ],
  ...[
    'írta',
    'a scris',
    'έγραψε',
    'כתב',
    'كتب',
    '書きました',
    '写道',
    '寫道',
    '작성',
    '썼습니다',
    'のメール',
    'va escriure',
  ],
  ...['napisao', 'je napisal', 'kirjutas', 'rašė', 'rakstīja', 'menulis', 'đã viết', 'เขียน', 'написа'],
  ...[
    'writes',
    'schreibt',
    'skrifaði',
    'scríobh',
    'ysgrifennodd',
    'idatzi',
    'escribiu',
    'ha escrit',
    'ने लिखा',
    'نوشت',
    'كتابة',
    'napisana przez',
    'k dio \\(',
  ],
];

/** How Apple Mail begins what it forwards. */
export const FORWARD_LINES: readonly string[] = [
  ...['begin forwarded message:', 'anfang der weitergeleiteten nachricht:', 'début du message réexpédié'],
  ...['inizio messaggio inoltrato:', 'inicio del mensaje reenviado:', 'início da mensagem reencaminhada:'],
  ...['início da mensagem encaminhada', 'begin doorgestuurd bericht:', 'vidarebefordrat brev:', '转发的邮件'],
  ...['start på videresendt', 'videresendt melding:', '転送されたメッセージ:', 'начало переадресованного'],
];
