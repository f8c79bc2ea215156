import { encodeValue } from '../cty/msgpack';
import { encodeDiagnostic, hasErrors, providerBug } from '../diagnostic';
import type { Listed, ListResource } from '../provider';
import { blockType, complete } from '../schema/schema';
import { validateConfig } from '../schema/validation';
import { bytesField, message, textField } from '../wire/protobuf';
import {
  diagnosticsField,
  findResource,
  makeCall,
  needObject,
  resourceSchema,
  type Rpc,
  type RpcContext,
  findNamed,
} from './context';
import { identityField } from './identity-rpc';
import { refuseWith } from './refuse';
import type { StreamRpc } from './context';

/** The list of a request. @throws ProviderBugError when there is none of that name. */
const findList = <Client>({ provider }: RpcContext<Client>, typeName: string): ListResource<Client> =>
  findNamed(provider.lists, typeName, 'list of');

export const validateListResourceConfig: Rpc = {
  answer: (request, context) => {
    const { schema } = findList(context, request.text(1));
    return message(diagnosticsField(1, schema, validateConfig(schema, needObject(schema, request.message(2)))));
  },
  refuse: refuseWith(1),
};

/** Terraform takes no more than it asks for, and needs the identity of each. */
export const listResource: StreamRpc = {
  answer: async (request, context) => {
    const { schema, list, typeName } = findList(context, request.text(1));
    const resource = findResource(context, typeName);
    const [isWhole, limit] = [request.bool(3), request.int(4)];
    const asked = { isWhole, limit: limit > 0 ? limit : Number.MAX_SAFE_INTEGER };
    const { found, diagnostics = [] } = await list(needObject(schema, request.message(2)), asked, makeCall(context));
    const told = diagnostics.length === 0 ? [] : [message(diagnosticsField(4, schema, diagnostics))];
    if (hasErrors(diagnostics)) return told;
    const event = ({ object, displayName }: Listed): Uint8Array =>
      message(
        identityField(1, resource, object),
        textField(2, displayName),
        isWhole ? bytesField(3, encodeObject(resourceSchema(resource), object)) : [],
      );
    return [...told, ...found.slice(0, asked.limit).map(event)];
  },
  refuse: (why) => message(bytesField(4, encodeDiagnostic(providerBug(why)))),
};

const encodeObject = (schema: Parameters<typeof complete>[0], object: Listed['object']): Uint8Array =>
  message(bytesField(1, encodeValue(blockType(schema), complete(schema, object))));
