import { useApp } from './app';
import { useLoaded } from './loaded';
import { readWho } from './registry';

/** What whoever looks may not do in a project, each with the reason; undefined: they may. */
interface Access {
  readonly write: string | undefined;
}

/** Asked of the registry, so that each button that would be refused is greyed with its reason. */
export const useAccess = (project: string): Access => {
  const { client, login } = useApp();
  const who = useLoaded(`who ${login.token.value ?? ''}`, () => readWho(client));
  if (who.kind !== 'ready') return { write: undefined };
  const { project_membership: membership, real_name: name } = who.value;
  const role = membership[project];
  return {
    write: role === 'read_only' ? `${name} may only read ${project}. It needs a token that allows write.` : undefined,
  };
};
