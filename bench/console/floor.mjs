// The floor of the console: the rows as plain HTML with the same style, from a bare server of the same framework.
import { createRequire } from 'node:module';
import { asked } from '../kit/stopwatch.mjs';

const fastify = createRequire(import.meta.url)('fastify');
const { html, style } = asked();
const server = fastify();
const send = (type, text) => (_request, reply) => reply.header('content-type', type).send(text);
server.get('/', send('text/html; charset=utf-8', html));
server.get('/style.css', send('text/css; charset=utf-8', style));
await server.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`floor listening on http://127.0.0.1:${server.server.address().port}\n`);
