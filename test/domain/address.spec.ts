import { isAddress, readAddress } from '@app/domain';
import { addressInput } from '../../libs/domain/src/tools/shared/address-input.js';
import { assertGrowsWithLength } from '../support/growth.js';

describe('an address', () => {
  it.each([
    'ben@example.com',
    'a&b@example.org',
    "o'brien@example.org",
    'ben+news@example.org',
    'ben_carter%sales@example.org',
    '#team@example.org',
    'søren@møller.example',
    '用户@例子.公司',
    'अजय@डाटा.भारत',
    'info@bücher.example',
    'info@xn--bcher-kva.example',
    'ben@example.photography',
    'ben@example.xn--vermgensberatung-pwb',
    'a..b@docomo.example',
    `reply+${'A'.repeat(90)}@reply.example.com`,
    'IMCEAEX-_o=ExchangeLabs_ou=Group_cn=Recipients_cn=ben@example.com',
    'ben_example.com#EXT#@contoso.onmicrosoft.example',
    'BEN@EXAMPLE.COM',
  ])('is %s', (text) => {
    expect(isAddress(text)).toBe(true);
    expect(addressInput.parse(text)).toBe(text);
  });

  it.each([
    ['Ben Carter <ben@example.com>', 'ben@example.com'],
    ['"Carter, Ben" <ben@example.com>', 'ben@example.com'],
    ['Carter, Ben (IT) <ben@example.com>', 'ben@example.com'],
    ["O'Brien <o'brien@example.com>", "o'brien@example.com"],
    ['ben@example.com <ben@example.com>', 'ben@example.com'],
    ["'Ben@example.com' <ben@example.com>", 'ben@example.com'],
    ['<ben@example.com>', 'ben@example.com'],
    ['<mailto:ben@example.com>', 'ben@example.com'],
    ['  ben@example.com\n', 'ben@example.com'],
    ['mailto:ben@example.com', 'ben@example.com'],
    ['SMTP:ben@example.com', 'ben@example.com'],
    ['"ben@example.com"', 'ben@example.com'],
    ['王小明 <wang@例子.公司>', 'wang@例子.公司'],
    ['<> Odd <ben@example.com>', undefined],
  ])('is read from %j', (text, address) => expect(readAddress(text)).toBe(address));

  it.each([
    '',
    'Ben',
    'ben.example.com',
    'ben@example',
    'ben@',
    '@example.com',
    'ben@@example.com',
    'ben@exam ple.com',
    'ben carter@example.com',
    'ben@example.com.',
    'ben@-example.com',
    'ben@example..com',
    'ben@10.0.0.1',
    'ben@[10.0.0.1]',
    '"ben carter"@example.com',
    'ben(comment)@example.com',
    'ben@example.com(comment)',
    'ben@example.com, eva@example.com',
    'ben@example.com; eva@example.com',
    'ben@example.com eva@example.com',
    'eva@example.com <ben@example.com>',
    '"eva@example.com via list" <ben@example.com>',
    'Ben <ben@example.com>, Eva <eva@example.com>',
    'Ben <<ben@example.com>>',
    'Ben <ben@example.com> evil',
    'Ben\r\nBcc: eva <ben@example.com>',
    'ben@example.com\r\nBcc: eva@example.com',
    'ben\u0000@example.com',
    'ben\u200b@example.com',
    'ben\u202e@example.com',
    'ben@example.com?subject=x',
    'ben@example.com/../me',
    '/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=ben',
    `${'a'.repeat(250)}@example.com`,
  ])('is not %j', (text) => {
    expect(readAddress(text)).toBeUndefined();
    expect(addressInput.safeParse(text).success).toBe(false);
  });

  it.each([
    ['brackets', (size: number) => '<'.repeat(size)],
    ['ends of brackets', (size: number) => '>'.repeat(size)],
    ['signs', (size: number) => '@'.repeat(size)],
    ['dots', (size: number) => `${'a.'.repeat(size)}@`],
    ['hyphens', (size: number) => `a@${'a-'.repeat(size)}`],
    ['quotes', (size: number) => `${'"'.repeat(size)} <a@b.example>`],
  ])('is read in time that grows with its length: many %s', (_what, text) =>
    assertGrowsWithLength((size) => {
      for (let round = 0; round < 200; round++) readAddress(text(size));
    }, 500),
  );
});
