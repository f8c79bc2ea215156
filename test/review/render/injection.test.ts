import { parseReviewCard, type JsonValue, type ReviewCard } from '../../../src/domain';
import { cardRenderers, markdownParts, renderers } from '../../../src/review';
import { aCard, mixedRequests } from '../a-card';
import { aFinding, aReview } from './a-review';
import { corpus } from './corpus';

/** Fields that renderers and schema rely on; every other text is free. */
const fixed = [
  'kind',
  'severity',
  'standing',
  'state',
  'role',
  'asked',
  'instants',
  'item',
  'why',
  'end',
  'what',
  'verdict',
];
const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT/.test(text);

const base = aCard(mixedRequests());

/** A card in which every free text is the hostile one. */
const hostileCard = (hostile: string): ReviewCard => {
  const withStale: ReviewCard = {
    ...base,
    factsOrigin: 'x',
    services: base.services.map((service) => ({
      ...service,
      declaredAt: { file: 'x', line: 3 },
      recovery: [
        { what: 'region', asked: ['x'], before: null, after: { verdict: 'met', why: hostile, from: 'x' } },
      ] as const,
      findings: service.findings.map((finding, index) =>
        index === 0 ? { ...finding, acknowledged: { reason: 'x', until: null, scope: 'x' } } : finding,
      ),
    })),
    staleAcknowledgements: [{ ruleId: 'x', reason: 'x', until: null, scope: 'x', why: 'ended' }],
  };
  const replaced = JSON.stringify(withStale, (key: string, value: JsonValue) =>
    typeof value === 'string' && !fixed.includes(key) && !isInstant(value) ? hostile : value,
  );
  return parseReviewCard(replaced, 'hostile');
};

const unseen = /[\p{Cc}\p{Cf}\p{Cs}]/u;

describe.each(corpus.map((hostile) => [JSON.stringify(hostile).slice(0, 60), hostile] as const))('%s', (_, hostile) => {
  const card = hostileCard(hostile);

  test('nothing unseen reaches a page', () => {
    for (const [name, render] of Object.entries(cardRenderers)) {
      if (name === 'json') continue;
      const [bad] = unseen.exec(render(card).replaceAll('\n', '').replaceAll('\ufe0f', '')) ?? [];
      expect([name, bad]).toEqual([name, undefined]);
    }
  });

  test('HTML has the tags that the page has, and no other', () => {
    const page = cardRenderers.html(card);
    const tags = new Set([...page.matchAll(/<\/?([a-zA-Z][^\s/>]*)/g)].map(([, tag = '']) => tag.toLowerCase()));
    const allowed = [
      'html head meta title style body main header div h1 h2 p section span strong code dl dt dd ul li',
      'svg path circle text tspan rect line figure figcaption table thead tbody tr th td details summary',
    ].join(' ');
    expect([...tags].filter((tag) => !allowed.split(' ').includes(tag))).toEqual([]);
    // What stands in quotes is a value, however it reads: a quote in it would be escaped.
    const unquoted = page.replace(/="[^"]*"/g, '=""');
    expect(unquoted).not.toMatch(/<[^<>]*\s(on[a-z]+|href|src)=/i);
    expect(page.replace(/<style>[\s\S]*<\/style>/, '')).not.toMatch(/url\(|@import/);
  });

  test('Markdown has the tags, the fences and the headings of the card, and no other', () => {
    for (const part of [...markdownParts(card), ...markdownParts(card, 8_192)]) {
      const withoutFences = part.replace(/```[a-z]+\n[^`]*\n```/g, '');
      expect(withoutFences).not.toContain('```');
      const bare = withoutFences.replace(/`[^`\n]*`/g, '').replaceAll('<!-- -->', '');
      const tags = [...bare.matchAll(/<(?!-- -->)\/?([^\s>]*)/g)].map(([, tag]) => tag);
      expect(tags.filter((tag) => !['details', 'summary', 'code', '!--'].includes(tag ?? ''))).toEqual([]);
      const comments = [...bare.matchAll(/<!--[^>]*>/g)].map(([comment]) => comment);
      expect(comments.filter((comment) => !/^<!-- forkcast:review(:\d+)? -->$/.test(comment))).toEqual([]);
      expect(comments.length).toBe(1);
      expect(bare).not.toMatch(/(?<!\\)!?\[[^\]\n]*\]\(|^\/|^@|^# /m);
      for (const line of withoutFences.split('\n').filter((text) => /^#{1,6} /.test(text)))
        expect(line).toMatch(/^(## (⛔|✅|❔) Forkcast: |### (⛔|💥|⚠️|❔|✅|Ack))/u);
    }
  });

  test('a mention, a ticket and an address in prose are not live', () => {
    const bare = markdownParts(card)
      .join('')
      .replace(/```[a-z]+\n[^`]*\n```|`[^`\n]*`|<code>.*?<\/code>/g, '');
    expect(bare).not.toMatch(/@everyone|#1234|https:\/\/|www\.evil/);
  });

  test('Mermaid has one line for each node, edge and class', () => {
    const [, graph = ''] = /```mermaid\n([^`]*)\n```/.exec(markdownParts(card).join('')) ?? [];
    const line =
      /^(graph LR| {2}n\d+\["[\w .:/#;<>-]*"\]:::\w+| {2}(n\d+)? -->(\|"[\w .:/#;-]*"\|)? (n\d+)?| {2}classDef \w+ [\w:#,. -]+)$/;
    expect(graph.split('\n').filter((text) => !line.test(text))).toEqual(graph === '' ? [''] : []);
  });

  test('a workflow command is one line, and every line is one', () => {
    for (const line of cardRenderers.github(card).trimEnd().split('\n'))
      expect(line).toMatch(/^::(error|warning|notice) (file=[^,:]*,line=3,)?title=[^,:]*::[^\n]*$/);
  });

  test('text for a log holds no command of a runner', () => {
    const finding = aFinding({ detail: hostile, remedy: hostile, address: hostile });
    for (const columns of [20, 100]) {
      const texts = [
        cardRenderers.text(card, { columns }),
        renderers.text(aReview({ findings: [finding] }), { columns }),
      ];
      for (const text of texts) expect(text).not.toMatch(/^\s*::|##\[/m);
    }
  });

  test('XML is well formed: every tag is opened and closed, and has no other name', () => {
    const xml = cardRenderers.junit(card);
    const open: string[] = [];
    for (const [, close = '', name = '', , self = ''] of xml.matchAll(
      /<(\/?)([a-z?-]+)((?:\s[a-z]+="[^"<]*")*)\s*(\/|\?)?>/g,
    )) {
      if (self !== '') continue;
      if (close === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
    expect(xml.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;|#39;)/);
  });
});
