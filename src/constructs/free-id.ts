import type { Construct } from './cdktf';
import { ConfigurationError } from './errors';
import { refuse } from './told-refusal';

/** The id, when nothing else of its scope has it. @throws ConfigurationError, where CDKTF would throw a bare error with a stack trace */
export const freeId = (scope: Construct, id: string): string => {
  const { node } = scope;
  if (node.tryFindChild(id) === undefined) return id;
  return refuse(
    new ConfigurationError(
      `${node.path}/${id}`,
      'its scope has a construct with this id already. Choose another id; the name of the service stays free of this.',
    ),
  );
};
