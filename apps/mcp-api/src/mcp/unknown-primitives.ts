import { DomainError } from '@app/domain';

export function unknownPrompt(): DomainError {
  return new DomainError('not_found', 'There is no prompt of this name.', {
    userAction: 'Take a name from prompts/list.',
  });
}

export function unknownResource(): DomainError {
  return new DomainError('not_found', 'There is no resource at this address.', {
    userAction: 'Take an address from resources/list, or make one of a template of resources/templates/list.',
  });
}
