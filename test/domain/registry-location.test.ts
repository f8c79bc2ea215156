import { posix } from 'node:path';
import { findRegistryLocation, registryLocationText } from '../../src/domain';

const projectAt = (folder: string) => (path: string) => path === `${folder}/cdktf.json`;

const locate = (asked: string | undefined, environment?: string): string => {
  const location = findRegistryLocation({
    asked,
    environment,
    cwd: '/project/app/stacks',
    exists: projectAt('/project/app'),
    paths: posix,
  });
  return location ? `${registryLocationText(location)} ${location.named ? 'named' : 'default'}` : 'none';
};

describe('the registry that is meant', () => {
  test.each([
    [undefined, undefined, 'sqlite:/project/app/.forkcast/registry.db default'],
    [undefined, '', 'sqlite:/project/app/.forkcast/registry.db default'],
    [undefined, 'facts:snapshot.json', 'facts:/project/app/snapshot.json named'],
    ['sqlite:other.db', 'facts:snapshot.json', 'sqlite:/project/app/other.db named'],
    ['sqlite:/var/registry.db', undefined, 'sqlite:/var/registry.db named'],
    ['http://127.0.0.1:8080', undefined, 'http://127.0.0.1:8080 named'],
    ['https://registry.example.com', undefined, 'https://registry.example.com named'],
    ['http:nowhere', undefined, 'none'],
    ['registry.db', undefined, 'none'],
  ])('asked for %s with the environment saying %s is %s', (asked, environment, expected) => {
    expect(locate(asked, environment)).toBe(expected);
  });

  test('is relative to the working directory where there is no cdktf.json above', () => {
    const location = findRegistryLocation({
      asked: undefined,
      environment: undefined,
      cwd: '/home/me',
      exists: () => false,
      paths: posix,
    });
    expect(location).toEqual({ kind: 'sqlite', path: '/home/me/.forkcast/registry.db', named: false });
  });
});
