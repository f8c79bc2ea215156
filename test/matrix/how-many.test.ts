import type { Command } from '../../src/registry';
import { aCreate, aWorld, orders } from '../registry/world';

const endpoint = { type: 'CreateEndpoint', project: 'demo', endpointType: 'rsyslog' } as const;

const refusal = (world: ReturnType<typeof aWorld>, command: Command) => {
  const outcome = world.registry.execute(command);
  return outcome.kind === 'refused' ? `${outcome.refusal.code}: ${outcome.refusal.message}` : 'done';
};

describe('what is around a service', () => {
  test.each<[string, number, (number: number) => Command]>([
    ['databases', 1_000, (number) => ({ type: 'CreateDatabase', ...orders, database: `d${number}` })],
    ['users', 1_000, (number) => ({ type: 'CreateUser', ...orders, username: `u${number}` })],
    ['endpoints', 200, (number) => ({ ...endpoint, name: `e${number}`, userConfig: {} })],
  ])('is not more than so many %s', (kind, bound, make) => {
    const world = aWorld();
    world.run(aCreate({}));
    const answers = Array.from({ length: bound + 1 }, (_, number) => refusal(world, make(number)));
    expect(answers.slice(0, bound - 1)).toEqual(Array.from({ length: bound - 1 }, () => 'done'));
    expect(answers.at(-1)).toMatch(new RegExp(`^request_invalid: .* has ${bound} ${kind}, and may have ${bound}`));
  });
});
