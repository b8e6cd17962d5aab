import { writeFileSync } from 'node:fs';
import { createMimeMessage } from 'mimetext';
import nodemailer from 'nodemailer';

const [folder] = process.argv.slice(2);
const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
const { message } = await transport.sendMail({
  from: '"Jürgen 🔭" <juergen@elsewhere.example>',
  sender: 'office@elsewhere.example',
  to: ['Ännä <anna@fernglas.example>', { name: 'Team, All', address: 'team@fernglas.example' }],
  cc: 'Crew: ben@fernglas.example, eva@fernglas.example;',
  subject: 'Grüße: ein Angebot, dessen langer Betreff in mehreren Teilen geschrieben wird 🔭🔭',
  date: new Date('2026-05-04T07:12:00Z'),
  messageId: 'one@elsewhere.example',
  text: 'Hallo – 10 €',
  html: '<p>Hallo – <b>10 €</b></p><img src="cid:1">',
  attachments: [
    { filename: '見積書二〇二六年五月分の長い名前改訂版.docx', content: 'x' },
    { filename: 'pic.png', cid: '1', content: 'x', contentType: 'image/png' },
    {
      filename: 'Inner.eml',
      contentType: 'message/rfc822',
      content: 'Subject: Inner\r\nFrom: i@elsewhere.example\r\n\r\nInner words\r\n',
    },
  ],
  icalEvent: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR' },
  boundaryPrefix: 'b',
});
writeFileSync(`${folder}/nodemailer.eml`, message);

const other = createMimeMessage();
other.setSender({ name: 'Jürgen', addr: 'juergen@elsewhere.example' });
other.setRecipient('anna@fernglas.example');
other.setSubject('Grüße 🔭');
other.setHeader('Date', 'Mon, 4 May 2026 09:12:00 +0200');
other.setHeader('Message-ID', '<three@elsewhere.example>');
other.addMessage({ contentType: 'text/html', data: '<p>Grüße<br>🔭</p>' });
other.addAttachment({
  filename: 'Größe.txt',
  contentType: 'text/plain',
  data: Buffer.from('hällo').toString('base64'),
});
writeFileSync(`${folder}/mimetext.eml`, other.asRaw());
