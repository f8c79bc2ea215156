import Ajv from 'ajv';
import { readFileSync } from 'node:fs';

interface Content {
  readonly content?: { readonly 'application/json'?: { readonly schema: object } };
}

interface Described {
  readonly operationId: string;
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

/** What the vendor's published description says of one operation; each function tells what is wrong, [] when nothing is. */
export interface DescribedOperation {
  readonly request: (body: unknown) => readonly string[];
  readonly answer: (body: unknown) => readonly string[];
}

const home = 'vendor';

/** References lead to the one copy of the parts, so that nothing reads all of them for every operation. */
const atItsPlace = (key: string, value: unknown): unknown =>
  key === '$ref' && typeof value === 'string' ? value.replace(/^#/u, `${home}#`) : value;

/** The operations of a description, by their ids. It tells of no field whether it may be null, so null is no fault. */
export const readDescription = (path: string): ReadonlyMap<string, DescribedOperation> => {
  const { paths, components } = JSON.parse(readFileSync(path, 'utf8'), atItsPlace) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
    readonly components: object;
  };
  const checker = new Ajv({
    allErrors: true,
    unknownFormats: 'ignore',
    verbose: true,
    schemaId: 'auto',
    nullable: true,
  });
  checker.addSchema({ components }, home);
  const check = (content: Content | undefined) => {
    const schema = content?.content?.['application/json']?.schema;
    return (body: unknown): readonly string[] => {
      if (schema === undefined) return [];
      const validate = checker.compile(schema);
      void validate(body);
      return (validate.errors ?? [])
        .filter(({ data }) => data !== null)
        .map(({ dataPath, message }) => `${dataPath} ${message ?? ''}`);
    };
  };
  return new Map(
    Object.values(paths)
      .flatMap((methods) => Object.values(methods))
      .map(({ operationId, requestBody, responses }) => [
        operationId,
        { request: check(requestBody), answer: check(responses['200']) },
      ]),
  );
};
