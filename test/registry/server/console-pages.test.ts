import { asksFirst } from '../../../src/api';
import { aGrant, aServer, type AServerOptions } from './a-server';

const files = { page: Buffer.from('{"a": "page"}'), files: new Map() };

const headerOf = async (name: string, options: AServerOptions, url: string, token?: string): Promise<string> => {
  const { registry, ask } = aServer({ ...options, console: files });
  if (token !== undefined) registry.execute({ type: 'CreateToken', grant: aGrant(token) });
  const { status, headers } = await ask('GET', url);
  expect(status).toBe(200);
  const value = headers[name];
  return typeof value === 'string' ? value : '';
};

const linkOf = (options: AServerOptions, url: string, token?: string) => headerOf('link', options, url, token);
const openerOf = (options: AServerOptions, url: string, token?: string) =>
  headerOf('cross-origin-opener-policy', options, url, token);

describe('the page of the console', () => {
  test('has the browser ask for what its list shows first, where nobody needs a token', async () => {
    const link = await linkOf({}, '/console/');
    for (const path of asksFirst) expect(link).toContain(`<${path}>; rel=preload; as=fetch; crossorigin`);
    expect(await linkOf({}, '/console/?filter=type:pg')).toBe(link);
  });

  test('asks for nothing where a token is needed, on other pages, and where the vendor is played', async () => {
    expect(await linkOf({}, '/console/', 'secret-1')).toBe('');
    expect(await linkOf({}, '/console/project/demo/service/a')).toBe('');
    expect(await linkOf({ strictVendor: true }, '/console/')).toBe('');
    expect(await linkOf({ loopback: false }, '/console/')).toBe(await linkOf({}, '/console/'));
  });

  test('is apart from who opened it where a token is asked for; elsewhere that would cost a process at each view', async () => {
    for (const url of ['/console/', '/console/project/demo/service/a']) {
      expect(await openerOf({}, url, 'secret-1')).toBe('same-origin');
      expect(await openerOf({ strictVendor: true }, url)).toBe('same-origin');
      expect(await openerOf({}, url)).toBe('');
    }
  });

  test('what it asks for are paths that the registry answers', async () => {
    const { ask } = aServer();
    for (const path of asksFirst) expect((await ask('GET', path)).status).toBe(200);
  });
});
