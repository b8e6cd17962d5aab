import {
  auth,
  Client,
  StreamableHTTPClientTransport as Transport,
  UnauthorizedError,
} from '@modelcontextprotocol/client';
import { describeSignIn } from './support/sign-in-suite.mjs';

describeSignIn('version 2', { Client, Transport, auth, Unauthorized: UnauthorizedError, takesParameters: true });
