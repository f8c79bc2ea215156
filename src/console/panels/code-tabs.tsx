import { useState } from 'preact/hooks';
import { setQuery, useApp } from '../app';

const languageNames = { typescript: 'TypeScript', hcl: 'HCL', cli: 'CLI', curl: 'curl' } as const;
type Language = keyof typeof languageNames;

/** One of some texts in the language that the reader has chosen, ready to copy; undefined texts: why there is none. */
export const CodeTabs = ({
  what,
  languages,
  texts,
  why,
}: {
  readonly what: string;
  readonly languages: readonly Language[];
  readonly texts: Readonly<Partial<Record<Language, string>>> | undefined;
  readonly why: string;
}) => {
  const app = useApp();
  const asked = app.route.value.query['as'];
  const [first = 'typescript'] = languages;
  const chosen = languages.find((language) => language === asked) ?? first;
  const text = texts?.[chosen];
  return (
    <>
      <div class="code-head">
        <div class="segments" role="group" aria-label="Language">
          {languages.map((language) => (
            <button
              key={language}
              type="button"
              aria-pressed={language === chosen}
              onClick={() => setQuery(app, { as: language === first ? undefined : language })}
            >
              {languageNames[language]}
            </button>
          ))}
        </div>
        <CopyButton text={text} />
      </div>
      <pre class="code" tabIndex={0} aria-label={`${what} as ${languageNames[chosen]}`}>
        <code>{text ?? why}</code>
      </pre>
    </>
  );
};

/** Copies, and says that it did. */
const CopyButton = ({ text }: { readonly text: string | undefined }) => {
  const { outside } = useApp();
  const [said, setSaid] = useState('Copy');
  const copy = (): void => {
    if (text === undefined) return;
    outside.copy(text).then(
      () => setSaid('Copied'),
      () => setSaid('Not copied: select it'),
    );
    outside.after(2_000, () => setSaid('Copy'));
  };
  return (
    <button type="button" class="small" disabled={text === undefined} onClick={copy} aria-live="polite">
      {said}
    </button>
  );
};
