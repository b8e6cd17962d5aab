/** What several examples have in common. */
export const TEXT = { requestHeaders: { Prefer: 'outlook.body-content-type="text"' } };
export const EVENTUAL = { requestHeaders: { ConsistencyLevel: 'eventual' } };
export const SLOT = {
  start: { dateTime: '2026-12-10T12:00:00', timeZone: 'Pacific Standard Time' },
  end: { dateTime: '2026-12-10T14:00:00', timeZone: 'Pacific Standard Time' },
};
export const BEN = { emailAddress: { address: 'ben@fernglas.example', name: 'Ben' } };
export const series = (pattern: object, range: object) => ({
  ...SLOT,
  subject: 'Series',
  recurrence: { pattern, range },
});
export const NUMBERED = { type: 'numbered', startDate: '2026-12-10', numberOfOccurrences: 3 };
export const MIME = {
  requestHeaders: { 'Content-Type': 'text/plain' },
  requestBody: Buffer.from('Subject: Hi\r\nTo: ben@fernglas.example\r\nContent-Type: text/plain\r\n\r\nHello').toString(
    'base64',
  ),
};
