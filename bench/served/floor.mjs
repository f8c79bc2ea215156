// The floor: a bare server of the same framework that answers every request with one constant text.
import { createRequire } from 'node:module';
import { asked } from '../kit/stopwatch.mjs';

const fastify = createRequire(import.meta.url)('fastify');
const { text } = asked();
const server = fastify();
server.all('/*', (_request, reply) => reply.header('content-type', 'application/json; charset=utf-8').send(text));
await server.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`floor listening on http://127.0.0.1:${server.server.address().port}\n`);
