import { isJsonList, isJsonObject, type JsonValue } from '../../../domain';
import { decodeOwn } from '../../store/codec';
import { failed, refused, type Refused } from '../answer';
import type { Outgoing } from './outgoing';
import type { Incoming } from './receive';
import type { Responder } from './responder';
import { mapParts } from './unfold';

/**
 * The same answers as the vendor would give them: no path, no field and no expectation of ours. What is asked for of ours is refused, never
 * passed over; what is told of ours is left out. The clock, faults and ledgers are at another listener.
 */
export const strictly = ({ turnAway, respond }: Responder): Responder => ({
  turnAway,
  respond: (incoming) => {
    const refusal = refuseOurs(incoming);
    if (refusal !== undefined) return { operation: 'none', token: null, kind: 'answer', response: refusal };
    const outgoing = respond(incoming);
    return outgoing instanceof Promise ? outgoing.then(withoutOurs) : withoutOurs(outgoing);
  },
});

const refuseOurs = ({ url, body }: Incoming): Refused | undefined => {
  const [path = '', query = ''] = url.replace(/^\/+/u, '/').split('?', 2);
  if (/^\/v1\/forkcast(\/|$)/u.test(path)) {
    return failed(404, 'path_unknown', `The API has no path ${path.slice(0, 200)}. Paths start with /v1/.`);
  }
  if (/(^|&)expect/iu.test(query)) {
    return refused(
      'request_invalid',
      'Query: the vendor honours no expectation, so nothing was done. Leave it out, or ask the registry where it is not strict.',
    );
  }
  return body !== undefined && namesOurs(body)
    ? refused('request_invalid', 'Body, whole: unknown field "forkcast". Leave it out.')
    : undefined;
};

const namesOurs = (body: Uint8Array): boolean => {
  const text = Buffer.from(body).toString('utf8');
  if (!text.includes('forkcast')) return false;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && 'forkcast' in parsed;
  } catch {
    return false;
  }
};

const withoutOurs = (outgoing: Outgoing): Outgoing => {
  switch (outgoing.kind) {
    case 'answer':
      return { ...outgoing, response: { ...outgoing.response, body: strip(outgoing.response.body) } };
    case 'text':
      return { ...outgoing, text: stripText(outgoing.text) };
    case 'list':
      return { ...outgoing, elements: mapParts(outgoing.elements, (some) => some.map(stripText)) };
    case 'parts': {
      const { operation, token, parts } = outgoing;
      return { operation, token, kind: 'text', text: stripText([...parts].join('')) };
    }
    case 'dropped':
      return outgoing;
  }
};

const stripText = (text: string): string => JSON.stringify(strip(decodeOwn<JsonValue>(text)));

/** An extension is an object; a tag of that name, which is a text, is a user's. Of an error the rules and the command are ours. */
const strip = (value: JsonValue): JsonValue => {
  if (isJsonList(value)) return value.map(strip);
  if (!isJsonObject(value)) return value;
  const isError = 'error_code' in value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inner]) => !(name === 'forkcast' && isJsonObject(inner)))
      .filter(([name]) => !(isError && (name === 'predicted_by' || name === 'more_info')))
      .map(([name, inner]) => [name, strip(inner)]),
  );
};
