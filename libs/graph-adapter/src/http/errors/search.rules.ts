import { coded, either, type GraphErrorRule, saying } from './graph-error-rule.js';

/** Refusals of a question: the words of a search, or what a list is narrowed by. */
export const SEARCH_RULES: readonly GraphErrorRule[] = [
  {
    when: either(
      coded('tooManyTermsInQuery', 'maxQueryLengthExceeded', 'parameterIsTooLong'),
      coded('InefficientFilter', 'ErrorInvalidRestriction', 'ErrorUnsupportedQueryFilter', 'Request_UnsupportedQuery'),
      coded('ErrorRestrictionTooComplex', 'ErrorRestrictionTooLong', 'SearchWithOrderBy'),
      saying(/syntax error:|restriction or sort order is too complex|invalid (?:filter|search|query) clause/i),
    ),
    reason: 'search_not_supported',
  },
];
