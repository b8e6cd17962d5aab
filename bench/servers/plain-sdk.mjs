// An MCP server of the SDK's own means with one tool, without sign-in and without Graph.
import { NodeStreamableHTTPServerTransport } from '@modelcontextprotocol/node';
import { McpServer } from '@modelcontextprotocol/server';
import { createServer } from 'node:http';
import process from 'node:process';
import { z } from 'zod';

createServer(async (request, response) => {
  if (request.url === '/readyz') return response.end('ok');
  const server = new McpServer({ name: 'plain', version: '1.0.0' });
  const answer = () => ({ content: [{ type: 'text', text: 'hello' }] });
  server.registerTool('hello', { description: 'Says hello.', inputSchema: z.object({}) }, answer);
  const transport = new NodeStreamableHTTPServerTransport({ sessionIdGenerator: undefined });
  await server.connect(transport);
  return transport.handleRequest(request, response);
}).listen(Number(process.env.PORT));
