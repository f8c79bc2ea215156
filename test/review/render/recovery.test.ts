import { recoveryReportSchema, type JsonValue, type RecoveryReport } from '../../../src/domain';
import { aCopiedService, aService, someFacts } from '../../../src/domain/testing';
import { recoveryRenderers, recoveryReportOf } from '../../../src/review';
import { lossOf } from '../../../src/rules';
import { sarifFaults } from '../sarif-schema';
import { corpus } from './corpus';

const facts = someFacts({ services: [aService(), aCopiedService({ service: 'copied-pg' })] });
const policies = [{ name: 'orders', rpo: '5m', survives: ['region' as const] }];
const report = recoveryReportOf(
  [...facts.services.values()].map((service) => ({ kind: 'live', service, policies })),
  {
    facts,
    at: facts.now,
    columns: (['region', 'service'] as const).map((kind) => ({
      name: kind,
      kinds: [kind],
      of: (service) => lossOf(kind, service, facts.catalogue),
    })),
    terms: { policies },
    judgedBy: { ruleSets: [], policy: null },
    afterPlan: false,
  },
);

/** A report in which every free text is the hostile one. */
const hostileReport = (hostile: string): RecoveryReport => {
  const text = JSON.stringify(report, (key: string, value: JsonValue) =>
    typeof value === 'string' && !['verdict', 'role', 'from', 'restoredTo'].includes(key) ? hostile : value,
  );
  return recoveryReportSchema().parse(JSON.parse(text));
};

test.each(corpus.map((hostile) => [JSON.stringify(hostile).slice(0, 60), hostile] as const))(
  '%s stays a text',
  (_, hostile) => {
    const told = hostileReport(hostile);
    for (const [name, render] of Object.entries(recoveryRenderers)) {
      const page = render(told);
      const [bad] = /[\p{Cc}\p{Cf}\p{Cs}]/u.exec(page.replaceAll('\n', '').replaceAll('\ufe0f', '')) ?? [];
      expect([name, bad]).toEqual([name, undefined]);
    }
    const tags = new Set(
      [...recoveryRenderers.html(told).matchAll(/<\/?([a-zA-Z][^\s/>]*)/g)].map(([, tag = '']) => tag.toLowerCase()),
    );
    const allowed =
      'html head meta title style body main header div h1 h2 p section span strong code pre details summary ul li table tr th td';
    expect([...tags].filter((tag) => !allowed.split(' ').includes(tag))).toEqual([]);
    const outside = recoveryRenderers.markdown(told).replace(/```[a-z]+\n[^`]*\n```/g, '');
    expect(outside.match(/```/g)).toBeNull();
    expect(outside.match(/<(?!\/?(?:details|summary|code)>|!-- -->)[a-z!]/gi)).toBeNull();
    expect(JSON.parse(recoveryRenderers.sarif(told))).toMatchObject({ version: '2.1.0' });
  },
);

test('the same report gives the same bytes, and every cell is told in every format', () => {
  for (const render of Object.values(recoveryRenderers)) {
    const page = render(report);
    expect(render(report)).toBe(page);
    for (const word of ['demo/source-pg', 'demo/copied-pg', 'breached', 'met']) expect(page).toContain(word);
  }
});

test('its SARIF is valid against the schema of the format', () => {
  expect(sarifFaults()(recoveryRenderers.sarif(report))).toEqual([]);
});
