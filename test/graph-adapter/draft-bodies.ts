/** A draft as a mail program leaves it: what its writer said, and what it quotes, byte for byte. */
export interface DraftBody {
  readonly program: string;
  readonly head?: string;
  readonly own: string;
  readonly quoted: string;
}

const WORD_HEAD =
  '<html xmlns:o="urn:schemas-microsoft-com:office:office">\r\n<head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">' +
  '<style><!--\r\np.MsoNormal\r\n\t{margin:0cm;}\r\n@page WordSection1\r\n\t{size:612.0pt 792.0pt;}\r\n--></style></head>\r\n<body lang="DE" link="#0563C1" style="word-wrap:break-word">\r\n';
const WEB_HEAD =
  '<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style type="text/css" style="display:none"> P {margin-top:0;margin-bottom:0;} </style></head><body dir="ltr">';

const desktop = (border: string, labels: readonly [string, string, string, string]) =>
  `<div style="border:none;border-top:solid ${border} 1.0pt;padding:3.0pt 0cm 0cm 0cm">\r\n<p class="MsoNormal"><b>${labels[0]}:</b> Robin Partner &lt;partner@elsewhere.example&gt; <br>\r\n<b>${labels[1]}:</b> Montag, 4. Mai 2026 09:12<br>\r\n<b>${labels[2]}:</b> Anna Ebert<br>\r\n<b>${labels[3]}:</b> Angebot<o:p></o:p></p>\r\n</div>\r\n<p class="MsoNormal">Das Angebot gilt bis Freitag.<o:p></o:p></p>\r\n</div>\r\n</body>\r\n</html>\r\n`;
const ownInWord =
  '<div class="WordSection1">\r\n<p class="MsoNormal">OWN WORDS<o:p></o:p></p>\r\n<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\r\n';

/** Shapes of HTML drafts that were seen; the contents are ours. */
export const HTML_DRAFTS: readonly DraftBody[] = [
  {
    program: 'Outlook on the web',
    head: WEB_HEAD,
    own: '<div class="elementToProof" style="font-size:12pt">OWN WORDS</div>',
    quoted:
      '<div id="appendonsend"></div>\r\n<hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif"><b>From:</b> Robin<br><b>Sent:</b> Monday</font><div>&nbsp;</div></div><p>The offer stands.</p></body></html>',
  },
  {
    program: 'new Outlook',
    head: WEB_HEAD,
    own: '<div class="elementToProof">OWN WORDS</div><div class="elementToProof"><br></div>',
    quoted:
      '<div id="mail-editor-reference-message-container"><div class="elementToProof"><br></div><div style="padding: 3pt 0in 0in; border-width: 1pt medium medium; border-style: solid none none; border-color: rgb(181, 196, 223) currentcolor currentcolor;"><b>From: </b>Robin<br><b>Date: </b>Monday<br><b>Subject: </b>Offer</div><p>The offer stands.</p></div></body></html>',
  },
  {
    program: 'Outlook on the web, quoted once more',
    own: '<div>OWN WORDS</div>',
    quoted: '<hr><div id="x_x_divRplyFwdMsg" dir="ltr"><b>From:</b> Robin</div><p>The offer stands.</p>',
  },
  {
    program: 'Outlook desktop',
    head: WORD_HEAD,
    own: ownInWord,
    quoted: desktop('#E1E1E1', ['Von', 'Gesendet', 'An', 'Betreff']),
  },
  {
    program: 'Outlook for Mac',
    head: WORD_HEAD,
    own: ownInWord,
    quoted: desktop('#B5C4DF', ['From', 'Date', 'To', 'Subject']),
  },
  {
    program: 'Outlook desktop in a language and colour that nobody listed',
    head: WORD_HEAD,
    own: ownInWord,
    quoted: desktop('windowtext', ['Ó', 'Seolta', 'Chuig', 'Ábhar']),
  },
  {
    program: 'Outlook desktop in Japanese',
    head: WORD_HEAD,
    own: ownInWord,
    quoted: desktop('#E1E1E1', ['差出人', '送信日時', '宛先', '件名']),
  },
  {
    program: 'Outlook for iOS',
    own: '<div dir="ltr">OWN WORDS</div><div id="ms-outlook-mobile-signature"><div><br></div>Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div>',
    quoted:
      '<div id="mail-editor-reference-message-container" class="ms-outlook-mobile-reference-message"><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Robin</div>The offer stands.</div>',
  },
  {
    program: 'Outlook for Android, older',
    own: '<div dir="auto">OWN WORDS</div>',
    quoted:
      '<div id="id-6c97172e" class="ms-outlook-mobile-reference-message"><hr><div id="divRplyFwdMsg"><strong>发件人:</strong> Robin</div>The offer stands.</div>',
  },
  {
    program: 'Gmail',
    own: '<div dir="ltr">OWN WORDS</div><br>',
    quoted:
      '<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Mon, 4 May 2026 at 09:12, Robin &lt;<a href="mailto:partner@elsewhere.example">partner@elsewhere.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex">The offer stands.</blockquote></div>',
  },
  {
    program: 'Apple Mail',
    own: '<div>OWN WORDS</div>',
    quoted:
      '<div><br><blockquote type="cite"><div>On 4 May 2026, at 09:12, Robin wrote:</div><br class="Apple-interchange-newline"><div>The offer stands.</div></blockquote></div><br></body></html>',
  },
  {
    program: 'Apple Mail, the line above the quote',
    own: '<div>OWN WORDS</div>',
    quoted:
      '<div>Am 04.05.2026 um 09:12 schrieb Robin &lt;partner@elsewhere.example&gt;:</div><br><blockquote type="cite">Das Angebot gilt.</blockquote>',
  },
  {
    program: 'Apple Mail, forwarding',
    own: '<div>OWN WORDS</div>',
    quoted:
      '<div>Begin forwarded message:</div><br><div><b>From: </b>Robin</div><div><b>Subject: </b>Offer</div><div>The offer stands.</div>',
  },
  {
    program: 'Thunderbird',
    own: '<p>OWN WORDS</p>',
    quoted:
      '<div class="moz-cite-prefix">On 5/4/26 09:12, Robin wrote:<br></div><blockquote type="cite" cite="mid:1@elsewhere.example">The offer stands.</blockquote>',
  },
  {
    program: 'Thunderbird, forwarding',
    own: '<p>OWN WORDS</p>',
    quoted:
      '<div class="moz-forward-container"><br>-------- Weitergeleitete Nachricht --------<table class="moz-email-headers-table"><tr><th>Betreff: </th><td>Angebot</td></tr></table>Das Angebot gilt.</div>',
  },
  {
    program: 'Yahoo',
    own: '<div class="ydp1yahoo-style-wrap">OWN WORDS</div>',
    quoted:
      '<div id="ydp2yahoo_quoted_7312" class="ydp2yahoo_quoted"><div>On Monday, Robin wrote: </div><div>The offer stands.</div></div>',
  },
  {
    program: 'Proton',
    own: '<div style="font-family: Arial">OWN WORDS</div>',
    quoted:
      '<div class="protonmail_quote">On Monday, Robin wrote:<br><blockquote class="protonmail_quote" type="cite">The offer stands.</blockquote></div>',
  },
  {
    program: 'Outlook, quoting plain text',
    own: '<font size="2"><span style="font-size:11pt;"><div class="PlainText">OWN WORDS<br>\r\n<br>\r\n',
    quoted:
      '________________________________<br>\r\nVon: Robin Partner &lt;partner@elsewhere.example&gt;<br>\r\nGesendet: Montag<br>\r\nAn: Anna<br>\r\nBetreff: Angebot<br>\r\n<br>\r\nDas Angebot gilt.</div></span></font>',
  },
  {
    program: 'Samsung Mail',
    own: '<div dir="auto">OWN WORDS</div>',
    quoted:
      '<div>-------- Ursprüngliche Nachricht --------</div><div>Von: Robin </div><div>Betreff: Angebot </div><div>Das Angebot gilt.</div>',
  },
  {
    program: 'Outlook 2003',
    own: '<p>OWN WORDS</p>',
    quoted:
      '<p>-----Message d&#39;origine-----<br><b>De&nbsp;:</b> Robin<br>Objet&nbsp;: Offre</p><p>Toujours valable.</p>',
  },
  {
    program: 'GMX, which names the time above the sender',
    own: '<div>OWN WORDS</div>',
    quoted:
      '<div name="quote" style="margin:10px 5px; border-left:2px solid #C3D9E5;"><div><b>Gesendet:</b> Montag, 04. Mai 2026 um 09:12 Uhr<br/><b>Von:</b> Robin<br/><b>An:</b> Anna<br/><b>Betreff:</b> Angebot</div><div name="quoted-content">Das Angebot gilt.</div></div>',
  },
  {
    program: 'Notes',
    own: '<p>OWN WORDS</p>',
    quoted:
      '<font color="#424282">Robin ---04.05.2026 09:12:11---Das Angebot gilt</font><br><br><font>Von: </font>Robin/Org<br><font>Betreff: </font>Angebot<hr>Das Angebot gilt bis Freitag.',
  },
  {
    program: 'AOL',
    own: '<div>OWN WORDS</div>',
    quoted: '<div>In a message dated 5/4/2026 9:12:11 AM, robin@elsewhere.example writes:<br>The offer stands.</div>',
  },
  {
    program: 'Gmail in Hindi',
    own: '<p>OWN WORDS</p>',
    quoted: '<p>4 मई 2026 को 9:12 पर, Robin ने लिखा:</p><p>The offer stands.</p>',
  },
  {
    program: 'a program with marks of direction',
    own: '<p>OWN WORDS</p>',
    quoted:
      '<p>\u200e<b>\u202aFrom:\u202c</b> Robin<br>\u200eSent: Monday<br>\u200eSubject: Offer</p>The offer stands.',
  },
  {
    program: 'Outlook desktop, sent to many',
    own: '<p>OWN WORDS</p>',
    quoted: `<p><b>From:</b> Robin</p><p><b>To:</b> Anna;</p>${'<p>Ben &lt;ben@elsewhere.example&gt;;</p>'.repeat(12)}<p><b>Subject:</b> Offer</p>The offer stands.<div class="gmail_quote">The first offer.</div>`,
  },
];

/** The same in plain text. */
export const TEXT_DRAFTS: readonly DraftBody[] = [
  {
    program: 'Outlook',
    own: 'OWN WORDS\r\n\r\n',
    quoted:
      '________________________________\r\nVon: Robin Partner <partner@elsewhere.example>\r\nGesendet: Montag\r\nAn: Anna\r\nBetreff: Angebot\r\n\r\nDas Angebot gilt.\r\n',
  },
  {
    program: 'Outlook without a line',
    own: 'OWN WORDS\r\n\r\n',
    quoted: 'Från: Robin\r\nSkickat: måndag\r\nTill: Anna\r\nÄmne: Offert\r\n\r\nOfferten gäller.\r\n',
  },
  {
    program: 'Outlook 2003',
    own: 'OWN WORDS\r\n\r\n',
    quoted: '-----Original Message-----\r\nFrom: Robin\r\nThe offer stands.',
  },
  {
    program: 'Gmail',
    own: 'OWN WORDS\r\n\r\n',
    quoted: 'On Mon, 4 May 2026 at 09:12, Robin <partner@elsewhere.example>\r\nwrote:\r\n\r\n> The offer stands.\r\n',
  },
  {
    program: 'Gmail in French',
    own: 'OWN WORDS\n\n',
    quoted: 'Le lun. 4 mai 2026 à 09:12, Robin <partner@elsewhere.example> a écrit :\n> Toujours valable.\n',
  },
  { program: 'a program of terminals', own: 'OWN WORDS\n\n', quoted: '> The offer stands.\n> Until Friday.\n' },
  {
    program: 'Gmail, the line broken twice',
    own: 'OWN WORDS\n\n',
    quoted:
      'On Mon, May 4, 2026 at 9:12 AM Robin Partner Of The Long Names\nvia Offers <robin.partner2@elsewhere.example>\nwrote:\n\n> The offer stands.\n',
  },
  {
    program: 'Gmail in Japanese, the line broken',
    own: 'OWN WORDS\n\n',
    quoted:
      '2026年5月4日(月) 9:12 Robin Partner Of The Long Names\n<robin@elsewhere.example>:\n\n> The offer stands.\n',
  },
  {
    program: 'Zoho',
    own: 'OWN WORDS\n\n',
    quoted: '---- On Mon, 04 May 2026 09:12:11 +0200 Robin <robin@elsewhere.example> wrote ---\nThe offer stands.\n',
  },
  {
    program: 'GMX',
    own: 'OWN WORDS\n\n',
    quoted: 'Gesendet: Montag, 04. Mai 2026\nVon: Robin\nAn: Anna\nBetreff: Angebot\n\nDas Angebot gilt.\n',
  },
  {
    program: 'a program that draws with other signs',
    own: 'OWN WORDS\n\n',
    quoted: '===== Original Message =====\nThe offer stands.\n',
  },
  {
    program: 'Outlook, sent to many',
    own: 'OWN WORDS\n\n',
    quoted: `From: Robin\nTo: Anna;\n${'Ben <ben@elsewhere.example>;\n'.repeat(12)}Subject: Offer\n\nThe offer stands.\n\nFrom: Anna\nSubject: Question\n`,
  },
  {
    program: 'Gmail, forwarding',
    own: 'OWN WORDS\n\n',
    quoted: '---------- Forwarded message ---------\nFrom: Robin\nThe offer stands.',
  },
];
