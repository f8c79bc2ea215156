import { pauseBeforeRetry, type Attempt } from '../../src/api/retry';

const now = Date.parse('2026-12-01T00:00:00Z');
const answered = (status: number, retryAfter: string | null = null, text = ''): Attempt => ({
  kind: 'answered',
  status,
  retryAfter,
  text,
});
const standing = { method: 'GET', attempts: 1, spentMs: 0, now };

describe('when a request is sent again', () => {
  test.each([
    ['a broken connection', { kind: 'broken' }, {}, 200],
    ['the second time, later', { kind: 'broken' }, { attempts: 2 }, 400],
    ['three times in all', { kind: 'broken' }, { attempts: 3 }, undefined],
    ['what comes again, never', { kind: 'refused' }, {}, undefined],
    ['408', answered(408), {}, 200],
    ['429, when it says', answered(429, '28'), {}, 28_000],
    ['429, at the instant it says', answered(429, 'Tue, 01 Dec 2026 00:00:09 GMT'), {}, 9_000],
    ['429, at an instant gone by', answered(429, 'Mon, 30 Nov 2026 00:00:00 GMT'), {}, 200],
    ['429, at once', answered(429, '0'), {}, 200],
    ['429, before it was asked', answered(429, '-5'), { attempts: 3 }, undefined],
    ['429, in a thousand years', answered(429, '999999999'), {}, undefined],
    ['429, whose Retry-After is neither', answered(429, 'soon'), {}, 200],
    ['429, beyond the budget', answered(429, '31'), {}, undefined],
    ['429, when the budget is spent', answered(429, '9'), { spentMs: 22_000 }, undefined],
    ['429, when its sentence says so', answered(429, null, 'Rate limit 120 exceeded - try again in 28s'), {}, 28_000],
    ['429, by its header before its sentence', answered(429, '3', 'try again in 28s'), {}, 3_000],
    ['503, whose sentence is no limit', answered(503, null, 'try again in 28s'), {}, 200],
    ['503, as often as it asks for it', answered(503, '1'), { attempts: 5 }, 1_000],
    ['503, six times in all', answered(503, '1'), { attempts: 6 }, undefined],
    ['502', answered(502), {}, 200],
    ['504', answered(504), {}, 200],
    ['500, never', answered(500, '1'), {}, undefined],
    ['501, never', answered(501), {}, undefined],
    ['404, never', answered(404), {}, undefined],
    ['200, never', answered(200), {}, undefined],
    ['a POST, never', answered(503, '1'), { method: 'POST' }, undefined],
    ['a DELETE whose connection broke, never', { kind: 'broken' }, { method: 'DELETE' }, undefined],
  ] as const)('%s', (_what, attempt, where, expected) => {
    expect(pauseBeforeRetry(attempt, { ...standing, ...where })).toBe(expected);
  });
});
