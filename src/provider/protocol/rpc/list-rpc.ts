import { encodeDiagnostic, hasErrors, providerBug } from '../diagnostic';
import { complete } from '../schema/schema';
import { bytesField, message, textField } from '../wire/protobuf';
import {
  diagnosticsField,
  dynamicField,
  findList,
  findResource,
  makeCall,
  needObject,
  resourceSchema,
  type StreamRpc,
} from './context';
import { identityField } from './identity-rpc';

/** Terraform takes no more than it asks for, and needs the identity of each. */
export const listResource: StreamRpc = {
  open: async function* (request, context) {
    const { schema, list, typeName } = findList(context, request.text(1));
    const resource = findResource(context, typeName);
    const whole = resourceSchema(resource);
    const [isWhole, limit] = [request.bool(3), request.int(4) > 0 ? request.int(4) : Number.MAX_SAFE_INTEGER];
    const config = needObject(schema, request.message(2));
    const { found, diagnostics = [] } = await list(config, { isWhole, limit }, makeCall(context));
    if (diagnostics.length > 0) yield message(diagnosticsField(4, schema, diagnostics));
    if (hasErrors(diagnostics)) return;
    for (const { object, displayName } of found.slice(0, limit))
      yield message(
        identityField(1, resource, object),
        textField(2, displayName),
        isWhole ? dynamicField(3, whole, complete(whole, object)) : [],
      );
  },
  refuse: (why) => message(bytesField(4, encodeDiagnostic(providerBug(why)))),
};
