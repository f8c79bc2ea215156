import { given } from '../domain';
import { instanceKey } from './events';
import type { ServiceEvent, StoredUser } from './events';
import { withoutGrantee } from './role-grants';
import type { ServiceState } from './state';

type UserEvent = Extract<
  ServiceEvent,
  { readonly type: 'UserCreated' | 'UserDeleted' | 'UserPasswordReset' | 'UserAccessChanged' }
>;

/** The service after one more event of its users. A pool goes with its user. */
export const changeUsers = (state: ServiceState, event: UserEvent): ServiceState => {
  switch (event.type) {
    case 'UserCreated':
      return withPassword(state, event.username, (user) => [
        ...state.users,
        { ...user, kind: 'normal', ...wrappedIn(event), ...given({ accessControl: event.accessControl }) },
      ]);
    case 'UserAccessChanged':
      return {
        ...state,
        users: state.users.map((user) =>
          user.username === event.username ? { ...user, accessControl: event.accessControl } : user,
        ),
      };
    case 'UserDeleted':
      return {
        ...state,
        users: state.users.filter(({ username }) => username !== event.username),
        pools: state.pools.filter((pool) => pool.username !== event.username),
        ...(state.roles === undefined ? {} : { roles: withoutGrantee(state.roles, event.username) }),
      };
    case 'UserPasswordReset':
      return withPassword(state, event.username, ({ username, passwordKey }) =>
        state.users.map((user) =>
          user.username === username
            ? {
                username,
                kind: user.kind,
                passwordKey,
                ...wrappedIn(event),
                ...given({ accessControl: user.accessControl }),
              }
            : user,
        ),
      );
  }
};

/** The key of the next password that a user of this name is given. */
const nextPasswordKey = (state: ServiceState, username: string): string =>
  `${instanceKey(state)}/${username}/${state.passwordsMade[username] ?? 0}`;

const wrappedIn = ({ wrapped }: { readonly wrapped?: string }): Pick<StoredUser, 'wrapped'> =>
  wrapped === undefined ? {} : { wrapped };

const withPassword = (
  state: ServiceState,
  username: string,
  users: (user: { readonly username: string; readonly passwordKey: string }) => readonly StoredUser[],
): ServiceState => {
  const made = state.passwordsMade[username] ?? 0;
  return {
    ...state,
    passwordsMade: { ...state.passwordsMade, [username]: made + 1 },
    users: users({ username, passwordKey: nextPasswordKey(state, username) }),
  };
};
