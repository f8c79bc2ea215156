import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';

const json = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object;

/** What a text of SARIF breaks of the schema of its format. */
export const sarifFaults = (): ((text: string) => readonly unknown[]) => {
  const ajv = new Ajv({ schemaId: 'id', meta: false, unknownFormats: 'ignore' });
  ajv.addMetaSchema(json(require.resolve('ajv/lib/refs/json-schema-draft-04.json')));
  const valid = ajv.compile(json(join(__dirname, 'sarif-2.1.0.schema.json')));
  return (text) => {
    valid(JSON.parse(text));
    return valid.errors ?? [];
  };
};
