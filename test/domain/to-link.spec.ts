import { toLink } from '../../libs/domain/src/tools/files/to-link.js';
import { assertGrowsWithLength } from '../support/growth.js';

const LINK = 'https://contoso-my.sharepoint.com/:w:/r/personal/anna_contoso/Documents/Plan.docx';
const SPACED = 'https://contoso.sharepoint.com/sites/team/Shared%20Documents/My%20plan.docx';
const SHARED = 'https://contoso.sharepoint.com/:w:/s/team/EaBc123?e=AbCdEf';
const TEAM = 'https://contoso.sharepoint.com/sites/team';

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
  [`${SHARED}, thanks`, SHARED],
  [`${SHARED}\nBest regards\nAnna`, SHARED],
  [`${LINK} please read it. Now`, LINK],
  [`<a href="${SHARED}&amp;x=2">Plan</a>`, `${SHARED}&x=2`],
  [`\u200e${SHARED}\u200b`, SHARED],
  [`„${SHARED}“`, SHARED],
  [`‘${SHARED}’`, SHARED],
  [`ms-excel:ofv|u|${LINK}|n|x`, LINK],
  [`${TEAM}/C# notes.docx`, `${TEAM}/C%23%20notes.docx`],
  [`${TEAM}/100%.docx`, `${TEAM}/100%25.docx`],
  [`${TEAM}/Docs/Forms/AllItems.aspx?id=%2Fsites%2Fteam%2FA%20%26%20B%23%2Ex`, `${TEAM}/A%20%26%20B%23.x`],
  [`${TEAM}/Docs/Forms/Mine.aspx?RootFolder=%2Fsites%2Fteam%2FA`, `${TEAM}/A`],
  ['https://contoso.sharepoint.com/my?id=%2Fsites%2Fteam%2FA', `${TEAM}/A`],
  [`https://outlook.office.com/mail/safelink.html?url=${encodeURIComponent(LINK)}`, LINK],
  [`https://urldefense.com/v3/__${LINK}__;!!a!b$`, LINK],
  [
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__contoso.sharepoint.com_sites_team_Shared-2520Documents_My-2520plan.docx&d=DwMF',
    SPACED,
  ],
  [`https://www.google.com/url?sa=D&q=${encodeURIComponent(SHARED)}`, SHARED],
  [`<${SHARED}|Plan.docx>`, SHARED],
  [`**${SHARED}**`, SHARED],
  [`${SHARED}…`, SHARED],
  [`「${SHARED}」`, SHARED],
  [`（${LINK}）`, LINK],
  [`${SHARED}。`, SHARED],
  [`链接：${SHARED}，谢谢`, SHARED],
  [`${SHARED}、よろしくお願いします`, SHARED],
  [`{"link":"${SHARED}"}`, SHARED],
  [
    'https://contoso.sharepoint.com/sites/team/計画（案）、最新.docx',
    'https://contoso.sharepoint.com/sites/team/%E8%A8%88%E7%94%BB%EF%BC%88%E6%A1%88%EF%BC%89%E3%80%81%E6%9C%80%E6%96%B0.docx',
  ],
  [`${TEAM}/Docs/Forms/AllItems.aspx?id=/sites/team/Shared Documents/My plan.docx&parent=/sites/team`, SPACED],
  [`${TEAM}/Docs/Forms/AllItems.aspx?id=/sites/team/Shared Documents/My plan.docx please read`, SPACED],
  [`${TEAM}/_layouts/15/download.aspx?SourceUrl=%2Fsites%2Fteam%2FShared%20Documents%2FMy%20plan.docx`, SPACED],
  [`msteams:/l/file/1?objectUrl=${encodeURIComponent(SPACED)}`, SPACED],
  [`https://gov.teams.microsoft.us/l/file/1?objectUrl=${encodeURIComponent(SPACED)}`, SPACED],
  [
    'https://teams.microsoft.com/_#/docx/viewer/teams/https:~2F~2Fcontoso.sharepoint.com~2Fsites~2Fteam~2FShared%20Documents~2FMy%20plan.docx?threadId=19:a&baseUrl=https:~2F~2Fcontoso.sharepoint.com',
    SPACED,
  ],
  [`https://view.officeapps.live.com/op/view.aspx?src=${encodeURIComponent(SPACED)}`, SPACED],
  [`https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(SHARED)}&c=E,1,x&typo=1`, SHARED],
  [`https://secure-web.cisco.com/1aBc-d_e/${encodeURIComponent(SHARED)}`, SHARED],
  [`https://clicktime.symantec.com/3aBc?u=${encodeURIComponent(LINK)}`, LINK],
  [
    `https://mail.example/r?to=${encodeURIComponent('https://elsewhere.example/a')}`,
    'https://mail.example/r?to=https%3A%2F%2Felsewhere.example%2Fa',
  ],
];

describe('A pasted link', () => {
  it.each(PASTED)('%j is read', (pasted, link) => expect(toLink(pasted)).toBe(link));

  it.each(['', ' ', 'http://contoso.sharepoint.com/x', 'file:///x', 'Plan.docx', 'https://', 'https://a:b@c.example/'])(
    '%j is refused',
    (pasted) => expect(() => toLink(pasted)).toThrow('no https address'),
  );

  it.each([
    ['brackets', (size: number) => `${'('.repeat(size)}${')'.repeat(size)}`],
    ['a path in a query', (size: number) => `https://a.example/x.aspx?id=/${'a '.repeat(size)}`],
    ['an address in brackets', (size: number) => `https://a.example/${' '.repeat(size)}${')'.repeat(size)}`],
  ])('is read in time that grows with its length: %s', (_what, link) =>
    assertGrowsWithLength((size) => {
      for (let round = 0; round < 200; round++) tried(() => toLink(link(size)));
    }, 1_000),
  );
});

function tried(read: () => unknown): void {
  try {
    read();
  } catch {
    // Refused or read: the time counts.
  }
}
