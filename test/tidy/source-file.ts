import ts from 'typescript';

const parsed = new Map<string, ts.SourceFile>();

const options = { languageVersion: ts.ScriptTarget.ES2022, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };

/** A parsed source file; each is parsed once, however many checks look at it. */
export const sourceFile = (path: string, text: string): ts.SourceFile => {
  const key = `${path}\n${text}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const source = ts.createSourceFile(path, text, options, true);
  parsed.set(key, source);
  return source;
};
