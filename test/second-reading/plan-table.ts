/**
 * How many nodes a plan of a tier has, and how many backups it keeps how far apart, read a second time from the reference: the tables of
 * plans, of tiers, and of cadence and retention.
 */
export interface SecondPlan {
  readonly type: string;
  readonly tier: string;
  /** Undefined: the name of the plan says it, as premium-6x-8. */
  readonly nodes: number | undefined;
  readonly everyHours: number;
  readonly kept: number;
  /** Besides, one every hour for a day. */
  readonly isHourly: boolean;
}

const rows = `
  pg mysql                startup 1 2/24, business 2 14/24, premium 3 30/24, free 1 1/24, developer 1 1/24, hobbyist 1 2/24
  opensearch              startup 1 3/24/hourly, business 3 14/24/hourly, premium x 30/24/hourly, free 1 1/24, developer 1 1/24
  clickhouse              startup 1 2/24, business 3 14/24, premium 6 30/24
  valkey dragonfly redis  startup 1 1/12, business 2 3/12, premium 3 13/12, hobbyist 1 1/12
  cassandra               startup 3 2/24, business 3 14/24, premium x 30/24
  m3db                    startup 1 2/24, business 3 14/24, premium 3 30/24
`;

const planOf = (type: string, text: string): SecondPlan => {
  const [tier = '', nodes, backups = ''] = text.trim().split(' ');
  const [kept, everyHours, hourly] = backups.split('/');
  return {
    type,
    tier,
    nodes: nodes === 'x' ? undefined : Number(nodes),
    kept: Number(kept),
    everyHours: Number(everyHours),
    isHourly: hourly === 'hourly',
  };
};

/** Every tier of the tables. */
export const secondPlans: readonly SecondPlan[] = rows
  .trim()
  .split('\n')
  .map((row) => row.trim().split(/ {2,}/))
  .flatMap(([types = '', tiers = '']) =>
    types.split(' ').flatMap((type) => tiers.split(',').map((text) => planOf(type, text))),
  );
