import { ProviderBugError } from '../error';
import type { DataSource } from '../provider';
import { validateConfig } from '../schema/validation';
import { type Fields, message } from '../wire/protobuf';
import { diagnosticsField, findResource, needObject, resourceSchema, type Rpc, type RpcContext } from './context';
import { refuseWith } from './refuse';

/** Most configurations whose judgement is kept. */
const mostKept = 1_000;

const kept = new WeakMap<object, Map<string, Uint8Array>>();

/** Terraform asks again in every phase; what a configuration alone is judged to be does not change. */
const judgedOnce = (resource: object, config: Fields | undefined, judge: () => Uint8Array): Uint8Array => {
  const bytes = config?.bytes(1);
  if (bytes === undefined) return judge();
  const answers = kept.get(resource) ?? new Map<string, Uint8Array>();
  kept.set(resource, answers);
  const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const answer = answers.get(key) ?? judge();
  if (answers.size >= mostKept) answers.clear();
  answers.set(key, answer);
  return answer;
};

export const validateResourceConfig: Rpc = {
  answer: (request, context) => {
    const resource = findResource(context, request.text(1));
    return judgedOnce(resource, request.message(2), () => {
      const schema = resourceSchema(resource);
      const config = needObject(schema, request.message(2));
      const diagnostics = [...validateConfig(schema, config), ...(resource.validate?.(config) ?? [])];
      return message(diagnosticsField(1, schema, diagnostics));
    });
  },
  refuse: refuseWith(1),
};

export const validateDataResourceConfig: Rpc = {
  answer: (request, context) => {
    const source = findDataSource(context, request.text(1));
    const config = needObject(source.schema, request.message(2));
    const diagnostics = [...validateConfig(source.schema, config), ...(source.validate?.(config) ?? [])];
    return message(diagnosticsField(1, source.schema, diagnostics));
  },
  refuse: refuseWith(1),
};

/** The data source of a request. @throws ProviderBugError when there is none of that name. */
export const findDataSource = <Client>({ provider }: RpcContext<Client>, typeName: string): DataSource<Client> => {
  const found = provider.dataSources?.find((one) => one.typeName === typeName);
  if (found === undefined) throw new ProviderBugError(`There is no data source ${typeName}.`);
  return found;
};
