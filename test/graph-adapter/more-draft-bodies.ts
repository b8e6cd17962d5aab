import type { DraftBody } from './draft-bodies.js';

/** As shapes of HTML drafts that were seen; the contents are ours. */
export const MORE_HTML_DRAFTS: readonly DraftBody[] = [
  {
    program: 'Fastmail in Dutch',
    own: '<div>OWN WORDS</div>',
    quoted:
      '<div>Op ma 4 mei 2026, om 09:12, schreef Robin:<br></div><blockquote type="cite" id="qt"><div>Het aanbod staat.</div></blockquote>',
  },
  {
    program: 'Spark',
    own: '<div name="messageBodySection">OWN WORDS</div>',
    quoted:
      '<div name="messageReplySection">On 4 May 2026 at 09:12 +0200, Robin, wrote:<br><blockquote type="cite" class="spark_quote">The offer stands.</blockquote></div>',
  },
  {
    program: 'Verse',
    own: '<div class="socmaildefaultfont" dir="ltr">OWN WORDS</div>',
    quoted:
      '<div class="socmaildefaultfont" dir="ltr">&nbsp;<blockquote data-history-content-modified="1" dir="ltr" style="border-left:solid #aaaaaa 2px">----- Original message -----<br>From: Robin<br>To: Anna<br>Subject: Offer<br>Date: Mon, May 4, 2026 9:12 AM<br>&nbsp;The offer stands.</blockquote></div>',
  },
  {
    program: 'Samsung Email in Turkish',
    own: '<div dir="auto">OWN WORDS</div>',
    quoted:
      '<div dir="auto"><div>-------- Orijinal mesaj --------</div><div>Kimden: Robin</div><div>Tarih: 4.05.2026 09:12 (GMT+03:00)</div><div>Konu: Offer</div></div><div>Teklif geçerli.</div>',
  },
  {
    program: 'Outlook on the web in Arabic',
    own: '<div dir="rtl">OWN WORDS</div>',
    quoted:
      '<hr style="width:98%"><div dir="rtl"><b>من:</b> Robin<br><b>تاريخ الإرسال:</b> 04 مايو 2026<br><b>إلى:</b> Anna<br><b>الموضوع:</b> Offer</div><div>العرض قائم</div>',
  },
  {
    program: 'eM Client',
    own: '<div>OWN WORDS</div>',
    quoted:
      '<div id="x8f2a1"><div><br></div><div>------ Original Message ------</div><div>From "Robin" &lt;r@e.example&gt;</div><div>Date 5/4/2026 9:12:00 AM</div><div>Subject Offer</div></div><blockquote cite="1" type="cite" class="cite2"><div>The offer stands.</div></blockquote>',
  },
  {
    program: 'Missive',
    own: '<div>OWN WORDS</div>',
    quoted:
      '<div class="missive_quote">On May 4, 2026 at 9:12 AM Robin wrote:<br><blockquote>The offer stands.</blockquote></div>',
  },
  {
    program: 'Roundcube',
    own: '<p>OWN WORDS</p>',
    quoted:
      '<p id="reply-intro">On 2026-05-04 09:12, Robin wrote:</p><blockquote type="cite" style="border-left: #1010ff 2px solid"><div id="replybody1">The offer stands.</div></blockquote>',
  },
];

/** As shapes of drafts in text that were seen. */
export const MORE_TEXT_DRAFTS: readonly DraftBody[] = [
  {
    program: 'Gmail in Czech',
    own: 'OWN WORDS\r\n\r\n',
    quoted: 'po 4. 5. 2026 v 9:12 odesílatel Robin <r@e.example> napsal:\r\n> Nabídka platí.',
  },
  {
    program: 'Seznam',
    own: 'OWN WORDS\r\n\r\n',
    quoted:
      '---------- Původní e-mail ----------\r\nOd: Robin\r\nKomu: Anna\r\nDatum: 4. 5. 2026 9:12:00\r\nPředmět: Offer\r\nNabídka platí.',
  },
  {
    program: 'an iPhone in Japanese',
    own: 'OWN WORDS\r\n\r\niPhoneから送信\r\n\r\n',
    quoted: '2026/05/04 9:12、Robin <r@e.example>のメール:\r\n\r\n承知しました',
  },
  {
    program: 'an iPhone in Polish',
    own: 'OWN WORDS\r\n\r\n',
    quoted:
      'Wiadomość napisana przez Robin <r@e.example> w dniu 4 maj 2026, o godz. 09:12:\r\n\r\nOferta jest aktualna.',
  },
  {
    program: 'Gmail in Hungarian',
    own: 'OWN WORDS\r\n\r\n',
    quoted: 'Robin <r@e.example> ezt írta (időpont: 2026. máj. 4., H, 9:12):\r\n\r\n> Az ajánlat érvényes.',
  },
  {
    program: 'Outlook in Turkish',
    own: 'OWN WORDS\r\n\r\n',
    quoted:
      '________________________________\r\nGönderen: Robin\r\nGönderildi: 4 Mayıs 2026 Pazartesi 09:12\r\nKime: Anna\r\nKonu: Offer\r\n\r\nTeklif geçerli.',
  },
];
