import * as z from 'zod/mini';
import { once, schemaFault, type JsonValue } from '../domain';
import { ContractBrokenError, RequestRefusedError } from './errors';
import type { ApiRequest, ApiResponse, Transport } from './transport';

type Method = ApiRequest['method'];
type Schema<T> = z.ZodMiniType<T>;

/** Puts requests on a transport, and hands back answers that were checked. */
export class Exchange {
  constructor(private readonly transport: Transport) {}

  /** @throws RequestRefusedError when the status is not 2xx */
  async ask(request: ApiRequest): Promise<JsonValue> {
    return accepted(await this.transport.send(request));
  }

  /** The answer, or what stands under `key` in it, when it has the shape. @throws ContractBrokenError when it has not */
  async read<T>(schema: () => Schema<T>, method: Method, path: string, options: Options = {}): Promise<T> {
    const answer = await this.ask({ method, path, ...(options.body === undefined ? {} : { body: options.body }) });
    return this.checked(schema, answer, { what: `${method} ${path}`, key: options.key });
  }

  /** The same, or undefined where nothing of that name exists. */
  async find<T>(schema: () => Schema<T>, path: string, key: string): Promise<T | undefined> {
    const response = await this.transport.send({ method: 'GET', path });
    if (response.status === 404) return undefined;
    return this.checked(schema, accepted(response), { what: `GET ${path}`, key });
  }

  async tell(method: Method, path: string, body?: JsonValue): Promise<void> {
    await this.ask({ method, path, ...(body === undefined ? {} : { body }) });
  }

  private checked<T>(schema: () => Schema<T>, answer: JsonValue, { what, key }: Asked): T {
    const wrapped = key === undefined ? schema() : z.pipe(envelope(key), schema());
    const parsed = wrapped.safeParse(answer, { reportInput: true });
    if (parsed.success) return parsed.data;
    throw new ContractBrokenError(what, faultOf(parsed.error, key));
  }
}

interface Asked {
  readonly what: string;
  readonly key: string | undefined;
}

interface Options {
  readonly body?: JsonValue;
  readonly key?: string;
}

const envelope = (key: string) =>
  z.pipe(
    z.looseObject({ [key]: z.unknown() }),
    z.transform((answer) => answer[key]),
  );

const refusal = once(() =>
  z.looseObject({
    message: z.string(),
    errors: z.optional(
      z.array(z.looseObject({ error_code: z.optional(z.string()), predicted_by: z.optional(z.array(z.string())) })),
    ),
  }),
);

const accepted = (response: ApiResponse): JsonValue => {
  if (response.status >= 200 && response.status < 300) return response.body;
  throw refusedBy(response);
};

const refusedBy = ({ status, body }: ApiResponse): RequestRefusedError => {
  const parsed = refusal().safeParse(body);
  if (!parsed.success) return new RequestRefusedError(status, '', `The registry answered with status ${status}.`);
  const [first] = parsed.data.errors ?? [];
  return new RequestRefusedError(status, first?.error_code ?? '', parsed.data.message, first?.predicted_by);
};

const faultOf = (error: z.core.$ZodError, key: string | undefined): string => {
  const fault = schemaFault(error, key ?? 'the body');
  return key === undefined || fault.startsWith(`${key}: `) ? fault : `${key}.${fault}`;
};
