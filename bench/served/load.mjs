// Load on a server: `clients` connections that each send their next request when the last one is answered, for `seconds`.
import { Agent, request } from 'node:http';
import { answer, asked } from '../kit/stopwatch.mjs';

const { url, clients, seconds, method = 'GET', paths, prefix = '' } = asked();
const { hostname, port } = new URL(url);
const agent = new Agent({ keepAlive: true, maxSockets: clients });
const latenciesMs = [];
let [sent, failed] = [0, 0];

const bodyOf = (number) =>
  JSON.stringify({
    service_name: `${prefix}${number}`,
    service_type: 'pg',
    plan: 'business-4',
    cloud: 'google-europe-west1',
    user_config: {},
  });

/** @returns {Promise<void>} */
const once = () =>
  new Promise((resolve, reject) => {
    const number = (sent += 1);
    const body = method === 'POST' ? bodyOf(number) : undefined;
    const headers =
      body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const started = performance.now();
    const call = request({ hostname, port, agent, method, path: paths[number % paths.length], headers }, (response) => {
      response.resume();
      response.on('end', () => {
        latenciesMs.push(performance.now() - started);
        if (response.statusCode !== 200) failed += 1;
        resolve();
      });
    });
    call.on('error', reject);
    call.end(body);
  });

const client = async (until) => {
  while (performance.now() < until) await once();
};

const run = async (forSeconds) => {
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, () => client(started + forSeconds * 1000)));
  return (performance.now() - started) / 1000;
};

if (method === 'GET') {
  await run(Math.min(1, seconds / 3));
  latenciesMs.length = 0;
}
const tookSeconds = await run(seconds);
agent.destroy();
latenciesMs.sort((a, b) => a - b);
const at = (share) => latenciesMs[Math.min(latenciesMs.length - 1, Math.floor(latenciesMs.length * share))];
answer({
  p50Ms: at(0.5),
  p99Ms: at(0.99),
  perSecond: latenciesMs.length / tookSeconds,
  count: latenciesMs.length,
  failed,
});
