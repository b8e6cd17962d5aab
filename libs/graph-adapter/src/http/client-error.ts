import { GraphClientError } from '@microsoft/microsoft-graph-client';

/** The Graph client passes its own error class on as it is, and rebuilds any other without its cause. */
export function asClientError(cause: unknown): GraphClientError {
  return Object.assign(new GraphClientError('The request did not reach Graph, or its answer did not arrive.'), {
    cause,
  });
}
