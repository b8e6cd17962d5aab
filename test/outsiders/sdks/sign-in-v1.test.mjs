import { auth, UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as Transport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { describeSignIn } from './support/sign-in-suite.mjs';

describeSignIn('version 1', { Client, Transport, auth, Unauthorized: UnauthorizedError, takesParameters: false });
