import { isJsonObject, type JsonObject, type JsonValue } from '../../../src/domain';
import { field } from '../../registry/http/a-registry';
import { misfits } from './fits';
import { describeWith, findReference, readLines } from './reference';
import { staged, type Exchange } from './stage';

const path = findReference('vendor-provider-exchanges.jsonl');
const exchanges = readLines(path) as unknown as readonly Exchange[];

/** What is not answered as the recording would have it, on purpose, by its path: refused, or in the form of the vendor's description. */
const apart: readonly { readonly why: string; readonly path: RegExp; readonly status: number }[] = [
  { why: 'access rules of a Kafka are not there, which the client takes too', path: /\/acl\/default/u, status: 404 },
  { why: 'the description has an endpoint in an object of its name', path: /\/integration_endpoint$/u, status: 200 },
];

/** A text is the beginning of a body that was too long to record. */
const contentOf = ({ satisfied_by: satisfied }: Exchange): JsonObject =>
  typeof satisfied?.body === 'string' ? { service: {} } : (satisfied?.body ?? {});

/** Of another type of service than was asked for only what services of every type have is compared. */
const wantedOf = (exchange: Exchange, got: JsonValue): JsonObject => {
  const wanted = contentOf(exchange);
  const { service } = wanted;
  const own = isJsonObject(got) ? got['service'] : undefined;
  if (!isJsonObject(service ?? null) || !isJsonObject(own ?? null)) return wanted;
  const [told, shown] = [field(wanted, 'service'), field({ own: own ?? null }, 'own')];
  const ofType = ['connection_info', 'metadata', 'service_uri_params', 'components'];
  return told['service_type'] === shown['service_type']
    ? wanted
    : { service: Object.fromEntries(Object.entries(told).filter(([name]) => !ofType.includes(name))) };
};

describeWith(path, 'what the vendor`s Terraform provider asked for, and was answered by a stand-in', () => {
  let fitting = 0;
  const answered = exchanges.filter(({ satisfied_by: satisfied }) => satisfied !== undefined);
  const cases = answered.map((exchange, index) => [`${index} ${exchange.method} ${exchange.path}`, exchange] as const);

  test.each(cases)('%s', (_, exchange) => {
    const { served, asked } = staged(exchange);
    const { status, body } = served.ask(asked.method, `${asked.path}?${asked.query}`, asked.sent ?? undefined);
    const reason = apart.find((one) => one.path.test(exchange.path));
    if (reason !== undefined) {
      expect([reason.why, status]).toEqual([reason.why, reason.status]);
      return;
    }
    expect([status, misfits(wantedOf(exchange, body), body)]).toEqual([200, []]);
    fitting += 1;
  });

  afterAll(() => {
    process.stdout.write(
      `vendor exchanges: ${fitting} of ${answered.length} answered as recorded, ${answered.length - fitting} apart\n`,
    );
  });
});
