import { isJsonList, isJsonObject, parseJson, type JsonObject, type JsonValue } from '../domain';
import { IntakeError } from './errors';

/** What can be judged, for whoever gave something else. */
export const expectedInput =
  'Expected is the folder that cdktf synth wrote, one cdk.tf.json of it, or what terraform show -json writes of a plan or a state';

/** The JSON object in an input's text. @throws IntakeError that says what the text is instead */
export const inputJson = (text: string, path: string): JsonObject => {
  const refuse = (what: string): never => {
    throw new IntakeError(path, '', `${what}. ${expectedInput}`);
  };
  if (text.startsWith('PK'))
    return refuse('it is a saved plan, which is no text. Write it as JSON: terraform show -json PLAN');
  if (text.trim() === '') return refuse('it is empty');
  const json = parseJson(text);
  if (json === undefined) return refuse(isPlanStream(text) ? planStream : 'it is no JSON');
  if (!isJsonObject(json)) return refuse(`it is JSON, but ${isJsonList(json) ? 'a list' : 'no object'}`);
  const what = knownFiles.find(({ isOne }) => isOne(json))?.what;
  return what === undefined ? json : refuse(what);
};

const planStream =
  'it is the stream of messages of terraform plan -json, which does not hold the plan. ' +
  'Save the plan with terraform plan -out PLAN, then write it as JSON: terraform show -json PLAN';

/** Lines of JSON, each a message with its level. */
const isPlanStream = (text: string): boolean => {
  const [line = ''] = text.split('\n', 1);
  const message = parseJson(line);
  return message !== undefined && isJsonObject(message) && message['@level'] !== undefined;
};

/** Files that are often given by mistake, with the way to what can be judged. */
const knownFiles: readonly { readonly isOne: (json: JsonObject) => boolean; readonly what: string }[] = [
  {
    isOne: (json) => typeof json.serial === 'number' && json.lineage !== undefined,
    what: 'it is the state file of Terraform itself. Write it as JSON: terraform show -json',
  },
  {
    isOne: (json) => json['@level'] !== undefined && json['@message'] !== undefined,
    what: planStream,
  },
  {
    isOne: (json) => typeof json.language === 'string' && typeof json.app === 'string',
    what: 'it is the configuration of cdktf. Give the folder that cdktf synth writes, such as cdktf.out',
  },
  {
    isOne: (json) => isObjectWith(json.stacks, 'synthesizedStackPath'),
    what: 'it is the manifest of a synth output. Give the folder that it stands in',
  },
  {
    isOne: (json) => json.formatVersion !== undefined && json.verdict !== undefined,
    what: 'it is a stored review. Show it with forkcast review --from FILE',
  },
  {
    isOne: (json) => json.formatVersion !== undefined,
    what: 'it is a file of Forkcast, such as a snapshot of facts, which is given with --registry facts:FILE',
  },
];

const isObjectWith = (value: JsonValue | undefined, field: string): boolean =>
  value !== undefined &&
  isJsonObject(value) &&
  Object.values(value).some((inner) => isJsonObject(inner) && inner[field] !== undefined);
