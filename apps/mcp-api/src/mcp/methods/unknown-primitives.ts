import { DomainError } from '@app/domain';

export function unknownPrompt(): DomainError {
  return new DomainError('not_found', 'There is no prompt of this name.', {
    userAction: 'Use a name from prompts/list.',
  });
}

export function unknownResource(): DomainError {
  return new DomainError('not_found', 'There is no resource at this address.', {
    userAction: 'Use an address from resources/list, or build one from a template in resources/templates/list.',
  });
}
