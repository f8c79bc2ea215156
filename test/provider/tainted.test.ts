import { aProvider, aServiceConfig, made, service, told } from './a-provider';

/** Terraform plans a tainted object without what is kept beside it, and keeps what its end answers when that fails: nothing. */
test('a tainted object whose end failed is still whose it was', async () => {
  const it = await aProvider();
  const state = await made(it.core, aServiceConfig());
  it.fail({ on: ({ method }) => method === 'DELETE', kind: 400 });
  const failed = await (await it.again()).change(service, aServiceConfig(), { ...state, tainted: true });
  expect(told(failed.diagnostics, 'error').join()).toMatch(/Cannot terminate demo\/plain/);
  it.fail();
  if (failed.state === null) throw new RangeError('It was forgotten.');
  const read = await (await it.again()).read(service, failed.state);
  expect(read).toMatchObject({ diagnostics: [], state: { value: state.value } });
});
