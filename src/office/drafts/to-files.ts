import { type Document, isCollection, isMap, isScalar, parseDocument, Scalar, visit } from 'yaml';
import type { LanguageTag } from '../../call/line.ts';
import { byName } from '../../words/by-name.ts';
import { fileOf, lineFileName } from '../../words/draft.ts';
import { lineFile } from '../../words/line-file.ts';
import type { Place } from '../../words/place.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import type { NamedText } from '../../words/read-yaml.ts';
import { translationsLockName, writeTranslationsLock } from '../../words/translations-lock.ts';
import type { DraftContent } from './draft-content.ts';
import type { DraftText } from './draft-text.ts';

/**
 * Writes a draft as the files of a prompts folder. In the files of the line and the languages, only values that differ
 * are rewritten, so that existing files keep their comments and their order. Reasons for accepted warnings are written
 * only into new files.
 * @param existing the files in the folder; empty for a new folder
 */
export function toFiles({ line, texts, reasons }: DraftContent, existing: readonly NamedText[]): NamedText[] {
  const before = (name: string) => existing.find((file) => file.name === name)?.text;
  const languages = line.file.languages.map(({ tag }): NamedText => {
    const name = fileOf(tag);
    const own = texts.filter(({ language, sentences }) => language === tag && sentences.length > 0);
    const order = requiredPromptsIn(line.file, tag);
    const sorted = own.toSorted((one, other) => rank(order, one.prompt) - rank(order, other.prompt));
    const isNew = before(name) === undefined;
    const given = isNew ? reasons.filter(({ places: [first] }) => isIn(first, tag)) : [];
    return { name, text: writeLanguage(tag, sorted, before(name), given) };
  });
  return [
    { name: lineFileName, text: writeLine(line.file, before(lineFileName), reasons) },
    ...languages,
    { name: translationsLockName, text: writeLock(texts) },
  ];
}

const isIn = (place: Place | undefined, language: LanguageTag): boolean =>
  place !== undefined && !('path' in place) && place.language === language;

const rank = (order: readonly string[], prompt: string): number =>
  order.includes(prompt) ? order.indexOf(prompt) : order.length;

function writeLanguage(
  tag: string,
  texts: readonly DraftText[],
  before: string | undefined,
  reasons: DraftContent['reasons'],
): string {
  const document = parseDocument(before ?? `language: ${tag}\nreviewed: false\nprompts: {}\n`);
  set(document, ['reviewed'], texts.length > 0 && texts.every(({ isReviewed }) => isReviewed));
  for (const { prompt, sentences } of texts) set(document, ['prompts', prompt], sentences);
  const prompts = document.get('prompts', true);
  if (isCollection(prompts)) {
    prompts.flow = false;
    const known = new Set(texts.map(({ prompt }) => prompt));
    for (const each of Object.keys(document.toJS().prompts ?? {}))
      if (!known.has(each)) document.deleteIn(['prompts', each]);
  }
  for (const { places, rule, reason } of reasons) {
    const [first] = places;
    if (!first || 'path' in first) continue;
    const path = ['prompts', first.prompt, first.sentence].filter((part) => part !== undefined);
    giveReason(document, path, ` ${rule}: ${reason}`);
  }
  return asText(document);
}

function writeLine(
  file: DraftContent['line']['file'],
  before: string | undefined,
  reasons: DraftContent['reasons'],
): string {
  if (before !== undefined && hasSameContent(before, file)) return before;
  const document = parseDocument(before ?? '{}');
  if (isCollection(document.contents)) document.contents.flow = false;
  setDeeply(document, [], file);
  if (before === undefined) {
    for (const { places, rule, reason } of reasons) {
      const [first] = places;
      if (first && 'path' in first) giveReason(document, first.path, ` ${rule}: ${reason}`);
    }
  }
  return asText(document);
}

/** Puts a comment above a value. */
function giveReason(document: Document, path: readonly PropertyKey[], comment: string): void {
  const parent: unknown = document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === String(last)) : undefined;
  // A new key is not a node yet, and only nodes can carry comments.
  if (pair && !isScalar(pair.key)) pair.key = document.createNode(pair.key);
  const node: unknown = pair ? pair.key : document.getIn(path, true);
  if (isScalar(node) || isCollection(node))
    node.commentBefore = [node.commentBefore, comment].filter(Boolean).join('\n');
}

/** Whether a file already has this content. Such a file stays exactly as it is, including its whitespace. */
function hasSameContent(text: string, file: DraftContent['line']['file']): boolean {
  const read = lineFile.safeParse(parseDocument(text).toJS());
  return read.success && JSON.stringify(read.data) === JSON.stringify(file);
}

/**
 * Sets a value in a document. Parts that are already equal stay as they are written, with their comments. Keys that the
 * new value does not have are deleted.
 */
function setDeeply(document: Document, path: readonly (string | number)[], value: unknown): void {
  const now: unknown = document.getIn(path, true);
  const areCollections = typeof value === 'object' && value !== null && isCollection(now);
  const isSameLength = !Array.isArray(value) || (isCollection(now) && now.items.length === value.length);
  if (!areCollections || !isSameLength) {
    set(document, path, value);
    return;
  }
  for (const [key, each] of Object.entries(value))
    setDeeply(document, [...path, Array.isArray(value) ? Number(key) : key], each);
  if (Array.isArray(value)) return;
  for (const key of Object.keys(toPlain(document, path))) {
    if (Reflect.get(value, key) === undefined) document.deleteIn([...path, key]);
  }
}

const toPlain = (document: Document, path: readonly (string | number)[]): object =>
  path.reduce((value: unknown, key) => Object(value)[key], document.toJS()) ?? {};

function set(document: Document, path: readonly (string | number)[], value: unknown): void {
  const now = path.reduce((each: unknown, key) => Object(each)[key], document.toJS());
  // A list that is empty by default need not be written.
  const isDefault = now === undefined && Array.isArray(value) && value.length === 0;
  if (value === undefined || isDefault || JSON.stringify(now) === JSON.stringify(value)) return;
  const node = document.createNode(value);
  visit(node, {
    Scalar: (key, scalar) => {
      // Strings are quoted, as in the existing files, so that a string that looks like a number, date or comment stays
      // text.
      if (key !== 'key' && typeof scalar.value === 'string') scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  document.setIn(path, node);
}

const asText = (document: Document): string => document.toString({ lineWidth: 0 });

function writeLock(texts: readonly DraftText[]): string {
  const from = byName<Record<string, string>>([]);
  for (const { language, prompt, sentences, sourceFingerprint } of texts) {
    if (sourceFingerprint === null || sentences.length === 0) continue;
    from[language] ??= byName<string>([]);
    from[language][prompt] = sourceFingerprint;
  }
  return writeTranslationsLock(from);
}
