import * as fc from 'fast-check';
import { Fn, Lazy, TerraformVariable } from 'cdktf';
import { Service } from '../../src/constructs';
import { escapeTemplates, escapeText, readValue } from '../../src/constructs/expression';
import { anApp, identityOf } from './an-app';

/** What Terraform makes of a text without expressions: doubled marks are single again. */
const asTerraformReads = (text: string): string => text.replace(/\$\$\{/g, '${').replace(/%%\{/g, '%{');

const nasty = fc
  .array(fc.constantFrom('${', '%{', '$', '%', '{', '}', '"', "'", '\\', '\n', '$(id)', 'a', 'é', '${if}'), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

describe('plain text', () => {
  test('is read back by Terraform byte for byte', () => {
    fc.assert(fc.property(nasty, (text) => asTerraformReads(escapeText(text)) === text));
  });

  test('holds no template mark of its own afterwards', () => {
    fc.assert(
      fc.property(nasty, (text) => !/(^|[^$])\$\{|(^|[^%])%\{/.test(escapeText(text).replace(/\$\$\{|%%\{/g, ' '))),
    );
  });

  test('is escaped in keys and in nested values too', () => {
    expect(escapeTemplates({ '${a}': [{ b: '%{if}' }] })).toEqual({ '$${a}': [{ b: '%%{if}' }] });
  });
});

describe('an expression', () => {
  test('passes through, also beside text that is escaped', () => {
    const { app, stack } = anApp();
    const variable = new TerraformVariable(stack, 'team', {});
    new Service(stack, 'pg', {
      serviceType: 'pg',
      serviceName: 'source-pg',
      plan: 'business-4',
      tags: { team: variable.stringValue, mixed: `\${HOME} of ${variable.stringValue}` },
    });
    app.synth();
    expect(identityOf(app, 'pg')?.input).toMatchObject({
      tags: { team: '${var.team}', mixed: '$${HOME} of ${var.team}' },
    });
  });

  test('is a fact that is not known before apply', () => {
    const { stack } = anApp();
    const variable = new TerraformVariable(stack, 'plan', {});
    expect(readValue(stack, variable.stringValue)).toEqual({
      fact: { known: false, reason: 'known-after-apply' },
      volatile: false,
    });
  });

  test('is known when it is only late, and not an expression after all', () => {
    const { stack } = anApp();
    expect(readValue(stack, Lazy.stringValue({ produce: () => 'business-4' })).fact).toEqual({
      known: true,
      value: 'business-4',
    });
  });

  test.each([
    ['timestamp()', () => Fn.timestamp()],
    ['plantimestamp()', () => Fn.plantimestamp()],
  ])('with %s is another one on every run', (_name, make) => {
    const { stack } = anApp();
    expect(readValue(stack, make())).toMatchObject({ fact: { known: false }, volatile: true });
  });
});
