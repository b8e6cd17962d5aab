import { toLink } from '../../libs/domain/src/tools/files/to-link.js';

const LINK = 'https://contoso-my.sharepoint.com/:w:/r/personal/anna_contoso/Documents/Plan.docx';
const SPACED = 'https://contoso.sharepoint.com/sites/team/Shared%20Documents/My%20plan.docx';

const PASTED: readonly (readonly [pasted: string, link: string])[] = [
  [LINK, LINK],
  [`  ${LINK}\n`, LINK],
  [`<${LINK}>`, LINK],
  [`"${LINK}"`, LINK],
  [`“${LINK}”`, LINK],
  [`\`${LINK}\``, LINK],
  [`${LINK}.`, LINK],
  [`(${LINK}),`, LINK],
  [`[Plan](${LINK})`, LINK],
  [`[Plan (2)](${LINK}) please`, LINK],
  [`See ${LINK}!`, LINK],
  [`${LINK}?web=1`, LINK],
  [`${LINK}?d=w1&csf=1&web=1&e=abc`, `${LINK}?d=w1&csf=1&e=abc`],
  [`${LINK}#page=2`, LINK],
  [`ms-word:ofe|u|${LINK}`, LINK],
  ['https://contoso.sharepoint.com/sites/team/Shared Documents/My plan.docx', SPACED],
  ['https://contoso.sharepoint.com/sites/team/\r\n  Shared Documents/My plan.docx', SPACED],
  ['contoso.sharepoint.com/sites/team/Shared Documents/My plan.docx', SPACED],
  ['https://contoso.sharepoint.com/sites/x/Plans (old)', 'https://contoso.sharepoint.com/sites/x/Plans%20(old)'],
  ['HTTPS://1drv.ms/w/s!Aabc', 'https://1drv.ms/w/s!Aabc'],
  ['https://onedrive.live.com/edit.aspx?resid=A!1', 'https://onedrive.live.com/edit.aspx?resid=A!1'],
  [`https://teams.microsoft.com/l/file/1?objectUrl=${encodeURIComponent(SPACED)}&tenantId=2`, SPACED],
  [`https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(LINK)}&data=05`, LINK],
  [
    'https://contoso-my.sharepoint.com/personal/anna/_layouts/15/onedrive.aspx?id=%2Fpersonal%2Fanna%2FDocuments%2FA%20b.txt&parent=x',
    'https://contoso-my.sharepoint.com/personal/anna/Documents/A%20b.txt',
  ],
];

describe('A pasted link', () => {
  it.each(PASTED)('%j is read', (pasted, link) => expect(toLink(pasted)).toBe(link));

  it.each(['', ' ', 'http://contoso.sharepoint.com/x', 'file:///x', 'Plan.docx', 'https://', 'https://a:b@c.example/'])(
    '%j is refused',
    (pasted) => expect(() => toLink(pasted)).toThrow('no https address'),
  );

  it('is read in no time, however long', () => {
    const began = performance.now();
    expect(() => toLink(`${'('.repeat(1_000)}${')'.repeat(1_000)}`)).toThrow();
    toLink(`https://a.example/${' '.repeat(900)}${')'.repeat(900)}`);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
