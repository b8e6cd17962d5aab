import fc from 'fast-check';

export interface FindPeople {
  readonly tool: 'find_people';
  readonly query: string;
}

export const findPeople: fc.Arbitrary<FindPeople> = fc.record({
  tool: fc.constant('find_people'),
  query: fc.constantFrom('anna', 'Ben', 'car', 'c', 'eva', 'otto', 'nobody', 'dylan'),
});
