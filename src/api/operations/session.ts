import { operation } from './operation';

export const userInfo = operation({
  id: 'UserInfo',
  method: 'GET',
  path: '/v1/me',
  needs: 'read',
  summary: 'Tells who calls, and which projects that is for.',
});

export const userAuth = operation({
  id: 'UserAuth',
  method: 'POST',
  path: '/v1/userauth',
  needs: 'none',
  summary: 'Refuses a login by password: this registry knows tokens only.',
});

/** Operations on who calls. */
export const sessionOperations = [userInfo, userAuth] as const;
