import { type Attack, type Table, titled } from './attack.js';
import { domainToASCII } from 'node:url';
import { isOurMarkup } from './markup.js';
import { anna, type Target } from './target.js';
import { OUTSIDER } from '../support.js';

/** Addresses that are read as one of the organisation, which is `fernglas.example`. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  'a Cyrillic letter': 'ben.carter@f\u0435rnglas.example',
  'a Greek letter': 'ben.carter@fernglas.\u03b5xample',
  'a letter that has no dot': 'ben.carter@fernglas.exampl\u0117',
  'what a domain of other letters is in DNS': 'ben.carter@xn--frnglas-7gg.example',
  'a hyphen more': 'ben.carter@fern-glas.example',
  'two letters that look like one': 'ben.carter@femglas.example',
  'the own domain before another': 'ben.carter@fernglas.example.evil.example',
  'the own domain behind another': 'ben.carter@evil-fernglas.example',
};

const OTHER_LETTERS = /xn--|[^\0-\x7F]/;

function lookAlike(name: string, address: string): Attack {
  return {
    name: `to a look-alike of the organisation: ${name}`,
    run: async ({ ask }) => {
      const page = await anna().open((await ask({ to: [address] })).url);
      titled(page, 'Send a draft?');
      isOurMarkup(page);
      expect(page.html).toContain('Reaches people outside your organisation: 1');
      const domain = address.slice(address.indexOf('@') + 1);
      const other = OTHER_LETTERS.test(domain) && 'letters of other alphabets';
      expect(page.html).toContain(other || domain);
      expect(page.html).toContain(domainToASCII(domain));
    },
  };
}

/** Subjects that would be more than a subject in the head of a mail. */
const HEADS: Readonly<Record<string, string>> = {
  'a line end and a blind copy': 'Offer\r\nBcc: stranger@evil.example',
  'a line end of Unix and another recipient': 'Offer\nTo: stranger@evil.example',
  'a line end, a space and a body': 'Offer\r\n \r\nOther words',
  'an encoded line end': '=?utf-8?q?Offer=0d=0aBcc:_stranger=40evil.example?=',
  'separators of lines': 'Offer\u2028Bcc: stranger@evil.example\u2029',
};

function inHead(name: string, subject: string): Attack {
  return {
    name: `a subject with ${name} sends to nobody else`,
    run: async (target) => {
      const before = await sentBy(target, subject);
      expect(before.filter((to) => to !== OUTSIDER)).toEqual([]);
    },
  };
}

/** Who outside got a mail of this subject after Anna approved it, if it could be drafted. */
async function sentBy(target: Target, subject: string): Promise<readonly string[]> {
  const { tenant, agent } = target;
  const earlier = tenant.mailboxes.departures(tenant.tenantId).length;
  const asked = await target.ask({ subject }).catch(() => undefined);
  if (asked === undefined) {
    const error = await agent.refused('mail_create_draft', { to: [OUTSIDER], subject, body: 'x' });
    expect(error).toMatchObject({ code: 'invalid_arguments' });
    return [];
  }
  const person = anna();
  titled(await person.approve(await person.open(asked.url)), 'Done');
  expect(target.sends()).toBe(1);
  tenant.state.log.reset();
  return tenant.mailboxes
    .departures(tenant.tenantId)
    .slice(earlier)
    .map(({ to }) => to);
}

/** What is read as something else than it is. */
export const spoofing: Table = {
  name: 'spoofing',
  attacks: [
    ...Object.entries(LOOK_ALIKES).map(([name, address]) => lookAlike(name, address)),
    ...Object.entries(HEADS).map(([name, subject]) => inHead(name, subject)),
  ],
};
