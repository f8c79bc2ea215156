import { refuseDeclaration } from './told-refusal';
import type { Construct } from './cdktf';

/** The id, when nothing else of its scope has it. @throws ConfigurationError, where CDKTF would throw a bare error with a stack trace */
export const freeId = (scope: Construct, id: string): string => {
  const { node } = scope;
  if (node.tryFindChild(id) === undefined) return id;
  return refuseDeclaration(
    `${node.path}/${id}`,
    'its scope has a construct with this id already. Choose another id; the name of the service stays free of this.',
  );
};
