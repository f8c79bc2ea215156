import { defaultCatalogue, nearestCloud, nearestName, nearestService, nearestServiceType } from '../../src/domain';

describe('nearestName', () => {
  test.each([
    ['sorce-pg', 'source-pg'],
    ['soruce-pg', 'source-pg'],
    ['source-gp', 'source-pg'],
    ['busines-4', 'business-4'],
    ['warehouse', undefined],
    ['', undefined],
  ])('%s: %s', (wanted, nearest) => {
    expect(nearestName(wanted, ['business-4', 'source-pg', 'startup-4'])).toBe(nearest);
  });

  test('of equally near names it takes the first', () => {
    expect(nearestName('startup-5', ['startup-8', 'startup-4'])).toBe('startup-4');
  });
});

describe('nearestCloud', () => {
  test.each([
    ['eu-central-1', 'aws-eu-central-1'],
    ['europe-west1', 'google-europe-west1'],
    ['AWS-EU-CENTRAL-1', 'aws-eu-central-1'],
    ['aws-eu-centrl-1', 'aws-eu-central-1'],
    ['moon-base-1', undefined],
    ['', undefined],
  ])('%s: %s', (wanted, nearest) => {
    expect(nearestCloud(wanted, defaultCatalogue)).toBe(nearest);
  });
});

test.each([
  ['postgresql', 'pg'],
  ['PostgreSQL', 'pg'],
  ['postgres', 'pg'],
  ['caching', 'redis'],
  ['opensaerch', 'opensearch'],
  ['mongodb', undefined],
])('the service type %s is %s', (wanted, meant) => {
  expect(nearestServiceType(wanted, defaultCatalogue)).toBe(meant);
});

test.each([
  ['Orders-pg', 'orders-pg'],
  [' orders_pg', 'orders-pg'],
  ['prod/ORDERS-PG', 'orders-pg'],
  ['order-pg', 'orders-pg'],
  ['orders-pg', undefined],
  ['warehouse', undefined],
])('the service %j is %s', (wanted, meant) => {
  expect(nearestService(wanted, ['orders-pg', 'billing-mysql'])).toBe(meant);
});
