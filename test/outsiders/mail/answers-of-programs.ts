/** Answers as mail programs in several languages leave them: own words, and what they quote. */
export const ANSWERS: Readonly<Record<string, readonly [own: string, quoted: string]>> = {
  Spark: [
    '<div name="messageBodySection"><div dir="auto">OWN WORDS</div></div><div name="messageSignatureSection"><br>Best</div>',
    '<div name="messageReplySection">On 4. May 2026 at 09:12 +0200, Robin &lt;r@x.example&gt;, wrote:<br><blockquote type="cite" class="spark_quote">Stands</blockquote></div>',
  ],
  'Samsung Email': [
    '<div dir="auto">OWN WORDS</div><div dir="auto"><br></div><div id="composer_signature" dir="auto"><div style="font-size:12px">Von meinem Galaxy gesendet</div></div>',
    '<div dir="auto"><br></div><div><br></div><div style="font-size:100%;color:#000000" dir="auto"><!-- originalMessage --><div>-------- Ursprüngliche Nachricht --------</div><div>Von: Robin &lt;r@x.example&gt; </div><div>Datum: 04.05.26  09:12  (GMT+01:00) </div><div>An: Anna &lt;a@x&gt; </div><div>Betreff: Angebot </div><div><br></div></div>Stands',
  ],
  'Apple Mail fr': [
    '<div>OWN WORDS</div><div><br></div>',
    '<blockquote type="cite"><div>Le 4 mai 2026 à 09:12, Robin &lt;r@x.example&gt; a écrit&nbsp;:</div><br class="Apple-interchange-newline"><div>Stands</div></blockquote>',
  ],
  'Apple Mail ja': [
    'OWN WORDS<br>',
    '<div><br><blockquote type="cite"><div>2026/05/04 9:12、Robin &lt;r@x.example&gt;のメール:</div><br><div>Stands</div></blockquote></div>',
  ],
  'iPhone fwd de': [
    '<div dir="ltr">OWN WORDS</div><div dir="ltr"><br>Von meinem iPhone gesendet</div>',
    '<div dir="ltr"><br>Anfang der weitergeleiteten Nachricht:<br><br></div><blockquote type="cite"><div dir="ltr"><b>Von:</b> Robin<br><b>Betreff:</b> Angebot<br></div></blockquote>',
  ],
  'HCL Notes': [
    '<span style="font-size:10pt">OWN WORDS</span><br><br>',
    '<br><br><br><span style="font-size:9pt">Von:        </span><span>"Robin" &lt;r@x.example&gt;</span><br><span>An:        </span><span>"Anna"</span><br><span>Datum:        </span><span>04.05.2026 09:12</span><br><span>Betreff:        </span><span>Angebot</span><br><hr noshade><br>Stands',
  ],
  GroupWise: [
    '<div>OWN WORDS</div><div> </div>',
    '<div>&gt;&gt;&gt; Robin 04.05.2026 09:12 &gt;&gt;&gt;</div><div>Stands</div>',
  ],
  'eM Client': [
    '<div>OWN WORDS</div><div><br></div>',
    '<div>------ Originalnachricht ------</div>\r\n<div>Von "Robin" &lt;<a href="mailto:r@x.example">r@x.example</a>&gt;</div><div>An "Anna"</div><div>Datum 04.05.2026 09:12</div><div>Betreff Angebot</div><div><br></div><div id="xb"><blockquote cite="x" type="cite">Stands</blockquote></div>',
  ],
  Mailbird: [
    '<div>OWN WORDS</div>',
    '<blockquote class="history_container" type="cite" style="border-left-style:solid;border-width:1px;margin-top:20px"><p style="color:#AAAAAA">On 5/4/2026 9:12:00 AM, Robin &lt;r@x.example&gt; wrote:</p>Stands</blockquote>',
  ],
  Superhuman: [
    '<div>OWN WORDS</div><br>',
    '<div class="gmail_quote">On Mon, May 04, 2026 at 9:12 AM, Robin <span dir="ltr">&lt;<a href="mailto:r@x">r@x</a>&gt;</span> wrote:<br><blockquote class="gmail_quote sh-color-black" style="margin:0">Stands</blockquote></div>',
  ],
  Front: [
    '<div>OWN WORDS</div><br>',
    '<div class="front-signature"></div><br><blockquote type="cite" class="front-blockquote">On May 4, 2026 at 9:12 AM GMT+2 Robin &lt;r@x&gt; wrote:<br>Stands</blockquote>',
  ],
  Zoho: [
    '<div>OWN WORDS</div><br>',
    '<div class="zmail_extra_hr" style="border-top: 1px solid rgb(204, 204, 204); height: 0px"><br></div><div class="zmail_extra" data-zbluepencil-ignore="true"><div id="Zm-_Id_-Sgn1">---- On Mon, 04 May 2026 09:12:00 +0200 <b>Robin &lt;r@x&gt;</b> wrote ---<br></div><blockquote id="blockquote_zmail" style="margin:0">Stands</blockquote></div>',
  ],
  Roundcube: [
    '<p>OWN WORDS</p>',
    '<p id="reply-intro">Am 04.05.2026 09:12, schrieb Robin:</p>\n<blockquote type="cite" style="padding: 0 0.4em; border-left: #1010ff 2px solid; margin: 0">Stands</blockquote>',
  ],
  Proton: [
    '<div style="font-family: Arial">OWN WORDS</div><div><br></div>',
    '<div class="protonmail_quote">\n On Monday, May 4th, 2026 at 9:12 AM, Robin &lt;r@x&gt; wrote:<br><blockquote class="protonmail_quote" type="cite">Stands</blockquote></div>',
  ],
  'K-9/Thunderbird Android': [
    'OWN WORDS<br><br>',
    '<div class="gmail_quote">Am 4. Mai 2026 09:12:00 MESZ schrieb Robin &lt;r@x&gt;:<blockquote class="gmail_quote" style="margin: 0pt 0pt 0pt 0.8ex; border-left: 1px solid rgb(204, 204, 204); padding-left: 1ex;">Stands</blockquote></div>',
  ],
  SOGo: [
    '<p>OWN WORDS</p>',
    '<br>Am Montag, Mai 04, 2026 09:12 CEST, schrieb Robin &lt;r@x&gt;:<br>&nbsp;<blockquote type="cite" cite="x">Stands</blockquote>',
  ],
  'web.de': [
    '<div>OWN WORDS</div>',
    '<div>&nbsp;<div>&nbsp;<div name="quote" style="margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5;"><div style="margin:0 0 10px 0;"><b>Gesendet:</b>&nbsp;Montag, 04. Mai 2026 um 09:12 Uhr<br/><b>Von:</b>&nbsp;Robin<br/><b>An:</b>&nbsp;anna<br/><b>Betreff:</b>&nbsp;Angebot</div>Stands</div></div></div>',
  ],
  'QQ mail': [
    '<div>OWN WORDS</div>',
    '<div><br></div><div style="font-size: 12px;font-family: Arial Narrow;padding:2px 0 2px 0;">------------------&nbsp;原始邮件&nbsp;------------------</div><div style="font-size: 12px;background:#efefef;padding:8px;"><div><b>发件人:</b>&nbsp;"Robin";</div><div><b>发送时间:</b>&nbsp;2026年5月4日(星期一) 上午9:12</div><div><b>收件人:</b>&nbsp;"anna"</div><div><b>主题:</b>&nbsp;Angebot</div></div><div>Stands</div>',
  ],
  '163': [
    '<div>OWN WORDS</div><br><br>',
    '<div style="position:relative;zoom:1"></div><p>At 2026-05-04 09:12:00, "Robin" &lt;r@x&gt; wrote:</p><blockquote id="isReplyContent" style="PADDING-LEFT: 1ex; MARGIN: 0px 0px 0px 0.8ex; BORDER-LEFT: #ccc 1px solid">Stands</blockquote>',
  ],
  Naver: [
    '<p>OWN WORDS</p>',
    '<div class="se-quote"><p>-----Original Message-----</p><p><b>From:</b> "Robin"</p><p><b>To:</b> anna</p><p><b>Sent:</b> 2026-05-04 (월) 09:12</p><p><b>Subject:</b> Offer</p></div>Stands',
  ],
  Yandex: [
    '<div>OWN WORDS</div>',
    '<div>&nbsp;</div><div>04.05.2026, 09:12, "Robin" &lt;r@x&gt;:</div><blockquote><p>Stands</p></blockquote>',
  ],
  'Mail.ru': [
    '<div>OWN WORDS</div>',
    '<blockquote style="border-left:1px solid #0857A6; margin:10px; padding:0 0 0 10px;">\tПонедельник, 4 мая 2026, 9:12 +03:00 от Robin &lt;r@x&gt;:<br>&nbsp;<div>Stands</div></blockquote>',
  ],
  'Outlook ar': [
    '<div dir="rtl">OWN WORDS</div>',
    '<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="rtl"><font><b>من:</b> Robin<br><b>تاريخ الإرسال:</b> x</font></div>Stands',
  ],
  'OWA light / plain html': [
    '<div>OWN WORDS</div>',
    '<div><hr id="stopSpelling">From: Robin<br>Subject: Offer<br></div>Stands',
  ],
  'Word border left': [
    '<p class=MsoNormal>OWN WORDS</p>',
    "<div style='border:none;border-left:solid blue 1.5pt;padding:0cm 0cm 0cm 4.0pt'><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>Von:</b> Robin <br><b>Gesendet:</b> x<br><b>An:</b> y<br><b>Betreff:</b> z</p></div></div>Stands</div>",
  ],
  'Teams/Copilot draft new outlook 2025': [
    '<div class="elementToProof">OWN WORDS</div><div id="ms-outlook-mobile-body-separator-line" dir="auto"><br></div>',
    '<div id="mail-editor-reference-message-container"><div class="ms-outlook-mobile-reference-message skipProofing" style="padding:3pt 0 0; border-width: 1pt medium medium"></div><b>Von: </b>Robin<br><b>Betreff: </b>Angebot</div>',
  ],
  Hey: [
    '<div>OWN WORDS</div>',
    '<br><div class="trix-content"><div>On May 4, 2026, Robin &lt;r@x&gt; wrote:<br><blockquote>Stands</blockquote></div></div>',
  ],
  Missive: [
    '<div>OWN WORDS</div>',
    '<div class="missive_quote">On May 4, 2026 at 9:12 AM, Robin (r@x) wrote:<br><blockquote style="margin:0 0 0 .8ex;border-left:1px #ccc solid">Stands</blockquote></div>',
  ],
  Evolution: [
    '<div>OWN WORDS</div><div><br></div>',
    '<div>On Mon, 2026-05-04 at 09:12 +0200, Robin wrote:</div><blockquote type="cite" style="margin:0 0 0 .8ex; border-left:2px #729fcf solid;padding-left:1ex">Stands</blockquote>',
  ],
  'KMail de': [
    '<p>OWN WORDS</p>',
    '<p>Am Montag, 4. Mai 2026, 09:12:00 Mitteleuropäische Sommerzeit schrieb Robin:</p><p>&gt; Stands</p>',
  ],
  'Claws text in html': [
    'OWN WORDS<br>',
    '<br>On Mon, 4 May 2026 09:12:00 +0200<br>Robin &lt;r@x&gt; wrote:<br><br>&gt; Stands<br>',
  ],
};
