import type { MailAttachment, Protection } from '@app/domain';

/** What S/MIME, PGP and rights management leave of a message are attachments of these types and names. */
const SEALS: readonly (readonly [Protection, RegExp])[] = [
  ['restricted', /^(?:application\/x-microsoft-rpmsg-message\b|.*\/message\.rpmsg$)/],
  [
    'signed',
    /smime-type="?(?:signed|certs)|^multipart\/signed\b|^application\/(?:x-)?(?:pkcs7|pgp)-signature\b|\/smime\.p7s$/,
  ],
  ['encrypted', /^application\/(?:x-)?pkcs7-mime\b|^application\/pgp-encrypted\b|\/smime\.p7m$/],
];

/** How a message is sealed; undefined of most. What is signed without its text beside it counts as encrypted. */
export function protectionOf(attachments: readonly MailAttachment[], body: string): Protection | undefined {
  const types = attachments.map(({ contentType, name }) => `${contentType}/${name}`.toLowerCase());
  const seal = SEALS.find(([, pattern]) => types.some((type) => pattern.test(type)))?.[0];
  if (seal !== 'encrypted' || body.trim() === '') return seal;
  // Beside words and other files it is a file that somebody attached.
  return attachments.length === 1 ? 'signed' : undefined;
}
