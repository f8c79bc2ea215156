import { Session } from 'node:inspector/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const rule = 'recovery/target-time-before-window';

/**
 * What V8 tells of two requests and of one rule, each without what loading and the first request of all ran.
 * @param {string} library the modules
 * @param {string} path of a registry
 */
export const oneRequestAndOneRule = async (library, path) => {
  const load = createRequire(join(library, 'index.js'));
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const { openEmbeddedRegistry } = load('./registry/embedded');
  const { createFaults, createServer } = load('./registry/http/server');
  const { judgeAxis, reviewOf, allRules } = load('./rules');
  const { examplesByRule } = load('./rules/examples');
  const { assembleCard, renderers } = load('./review');
  const wallClock = { now: () => Date.now() };
  const registry = openEmbeddedRegistry({ path, wallClock });
  const server = createServer({
    judge: judgeAxis,
    served: { current: () => registry },
    wallClock,
    faults: createFaults(),
    defer: (work) => void setImmediate(work),
    pause: () => Promise.resolve(),
    loopback: true,
    log: undefined,
    runId: 'what-runs',
  });
  const service = `${await server.listen({ host: '127.0.0.1', port: 0 })}/v1/project/demo/service/source-pg`;
  const ask = async (place, body) => {
    const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await fetch(`${service}${place}`, body === undefined ? {} : sent);
    if (answer.status !== 200) throw new Error(`${place}: ${answer.status} ${await answer.text()}`);
    await answer.text();
  };
  const judge = () => {
    const { request, facts } = examplesByRule[rule].violated[0];
    const rules = allRules.filter(({ id }) => id === rule);
    renderers.text(assembleCard(reviewOf([request], { facts, catalogue: facts.catalogue, rules })));
  };
  /** What ran since it was asked last, while this is done. */
  const during = async (work) => {
    await session.post('Profiler.takePreciseCoverage');
    await work();
    return (await session.post('Profiler.takePreciseCoverage')).result;
  };
  await ask('/backups');
  const ran = {
    'HTTP: get of a service': await during(() => ask('')),
    'HTTP: create of a database': await during(() => ask('/db', { database: 'reports' })),
    'one rule to its card, as text': await during(judge),
  };
  await server.close();
  registry.close();
  session.disconnect();
  return ran;
};
