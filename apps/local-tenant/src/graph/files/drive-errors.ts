import { GraphError, badRequest } from '../errors.js';

export function noSuchItem(): GraphError {
  return new GraphError(404, 'itemNotFound', 'The resource could not be found.');
}

export function nameTaken(): GraphError {
  return new GraphError(409, 'nameAlreadyExists', 'An item with the same name already exists under the parent.');
}

export function itemModified(): GraphError {
  return new GraphError(412, 'resourceModified', "The ETag does not match the current item's value.");
}

export function quotaReached(): GraphError {
  return new GraphError(507, 'quotaLimitReached', 'Insufficient Space Available');
}

export function invalidRequest(message: string): GraphError {
  return badRequest('invalidRequest', message);
}
