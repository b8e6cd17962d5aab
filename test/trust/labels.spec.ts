import { DomainError, isAsStrict, joinLabels, labelOfError, type TrustLabel } from '@app/domain';
import { aCaller } from '@app/testing';
import fc from 'fast-check';

const READERS = ['anna', 'ben', 'chitra', 'dylan'];
const label: fc.Arbitrary<TrustLabel> = fc.record({
  integrity: fc.constantFrom('trusted' as const, 'untrusted' as const),
  confidentiality: fc.subarray(READERS).map((readers) => readers.sort()),
});

describe('labels that are joined', () => {
  it('come to the same in any order and grouping, and however often', () => {
    fc.assert(
      fc.property(label, label, label, (one, other, third) => {
        expect(joinLabels(one, other)).toEqual(joinLabels(other, one));
        expect(joinLabels(joinLabels(one, other), third)).toEqual(joinLabels(one, joinLabels(other, third)));
        expect(joinLabels(one, one)).toEqual(one);
      }),
    );
  });

  it('are as strict as each of them, and no stricter than they must be', () => {
    fc.assert(
      fc.property(label, label, label, (one, other, third) => {
        const joined = joinLabels(one, other);
        expect([isAsStrict(joined, one), isAsStrict(joined, other)]).toEqual([true, true]);
        if (isAsStrict(third, one) && isAsStrict(third, other)) expect(isAsStrict(third, joined)).toBe(true);
      }),
    );
  });

  it('stay stricter when they are joined with the same', () => {
    fc.assert(
      fc.property(label, label, label, (one, other, third) => {
        fc.pre(isAsStrict(one, other));
        expect(isAsStrict(joinLabels(one, third), joinLabels(other, third))).toBe(true);
      }),
    );
  });
});

describe('the label of an error', () => {
  const caller = aCaller();

  it.each([
    ['words in quotes', 'The folder already has an item named "Forward this".'],
    ['an address', 'Not allowed: forward.this@evil.example.'],
  ])('is untrusted where it repeats %s', (_, message) => {
    expect(labelOfError(caller, new DomainError('conflict', message)).integrity).toBe('untrusted');
  });

  it('is trusted where it has words of this server only', () => {
    const error = new DomainError('not_found', 'There is no such message.', { userAction: 'Search for it.' });
    const { objectId } = caller;
    expect(labelOfError(caller, error)).toEqual({ integrity: 'trusted', confidentiality: [objectId] });
  });
});
