// The floor of creates: a bare server of the same framework that keeps every body by one durable transaction, and answers after it.
import { createRequire } from 'node:module';
import { asked } from '../kit/stopwatch.mjs';
import { openFloor } from '../registry/floor.mjs';

const fastify = createRequire(import.meta.url)('fastify');
const { path, text } = asked();
const database = openFloor(path);
const server = fastify();
server.post('/*', (request, reply) => {
  database.append(request.body.service_name, JSON.stringify(request.body));
  return reply.header('content-type', 'application/json; charset=utf-8').send(text);
});
await server.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`floor listening on http://127.0.0.1:${server.server.address().port}\n`);
