import { pathText } from '../path';
import { errorAt } from '../diagnostic';
import type { DataSource } from '../provider';
import type { ObjectValue } from '../cty/value';
import type { Schema } from '../schema/schema';
import { findWritten, validateConfig } from '../schema/validation';
import { type Fields, message } from '../wire/protobuf';
import {
  diagnosticsField,
  findAction,
  findDataSource,
  findEphemeral,
  findList,
  findResource,
  needObject,
  resourceSchema,
  type Rpc,
  type RpcContext,
} from './context';
import { refuseWith } from './refuse';

/** Most configurations whose judgement is kept. */
const mostKept = 1_000;

const kept = new WeakMap<object, Map<string, Uint8Array>>();

/** Terraform asks again in every phase; what a configuration alone is judged to be does not change. */
const judgedOnce = (resource: object, request: Fields, judge: () => Uint8Array): Uint8Array => {
  const bytes = request.message(2)?.bytes(1);
  if (bytes === undefined || !knowsWriteOnly(request)) return judge();
  const answers = kept.get(resource) ?? new Map<string, Uint8Array>();
  kept.set(resource, answers);
  const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const answer = answers.get(key) ?? judge();
  if (answers.size >= mostKept) answers.clear();
  answers.set(key, answer);
  return answer;
};

/** Whether this Terraform keeps what is write-only out of plans and states, as it says. */
const knowsWriteOnly = (request: Fields): boolean => request.message(3)?.bool(2) === true;

const refuseWritten = (schema: Schema, config: ObjectValue) =>
  findWritten(schema, config).map((path) => {
    const detail = `This Terraform would keep ${pathText(path)} in its plan and state. Use 1.11 or newer, or take it out.`;
    return errorAt({ summary: 'Write-only values need Terraform 1.11', detail, path });
  });

export const validateResourceConfig: Rpc = {
  answer: (request, context) => {
    const resource = findResource(context, request.text(1));
    return judgedOnce(resource, request, () => {
      const schema = resourceSchema(resource);
      const config = needObject(schema, request.message(2));
      const old = knowsWriteOnly(request) ? [] : refuseWritten(schema, config);
      const diagnostics = [...old, ...validateConfig(schema, config), ...(resource.validate?.(config) ?? [])];
      return message(diagnosticsField(1, schema, diagnostics));
    });
  },
  refuse: refuseWith(1),
};

/** What a configuration is judged by that is no resource's. */
type Judged = Pick<DataSource<unknown>, 'schema' | 'validate'>;

const judging = (find: <Client>(context: RpcContext<Client>, typeName: string) => Judged): Rpc => ({
  answer: (request, context) => {
    const { schema, validate } = find(context, request.text(1));
    const config = needObject(schema, request.message(2));
    return message(diagnosticsField(1, schema, [...validateConfig(schema, config), ...(validate?.(config) ?? [])]));
  },
  refuse: refuseWith(1),
});

export const validateDataResourceConfig = judging(findDataSource);
export const validateEphemeralResourceConfig = judging(findEphemeral);
export const validateListResourceConfig = judging(findList);
export const validateActionConfig = judging(findAction);
