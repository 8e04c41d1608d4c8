import { z } from 'zod';
import type { LanguageTag } from '../call/line.ts';
import { advise } from '../common/advice.ts';
import type { Bilingual } from '../common/bilingual.ts';
import { recordOf } from './by-name.ts';
import { type Finding, fileFinding, PromptsError } from './finding.ts';
import { type LineFile, lineFile } from './line-file.ts';
import { formatPlace, type Place, type SourceLine } from './place.ts';
import { type NamedText, readYaml, type YamlFile } from './read-yaml.ts';
import { type Reason, type ReasonComment, readReasons } from './reasons.ts';
import { readTranslationsLock, type TranslatedFrom, translationsLockName } from './translations-lock.ts';

/** The limit is far above what can be understood by ear. The lint rules decide how long sentences should be. */
const sentence = z
  .string()
  .min(1)
  .max(1000, advise('a sentence has at most 1000 characters', '1文は1000文字までです。文を分けてください'));

/** `prompts/<language>.yaml`: the words of one language. */
export const languageFile = z.strictObject({
  language: z.string().min(1),
  /** Whether a native reader has reviewed all the words. */
  reviewed: z.boolean(),
  /** Prompt id → its sentences. Each sentence should make one statement. */
  prompts: recordOf(
    z.string(),
    z.array(sentence).min(1).max(60, advise('a prompt has at most 60 sentences', '文は60文までです。減らしてください')),
  ),
});
type LanguageFile = z.infer<typeof languageFile>;

/** One language's words. */
export interface LanguageWords {
  readonly reviewed: boolean;
  readonly prompts: Readonly<Record<string, readonly string[]>>;
}

/** The texts being worked on: the line and its words in every language. */
export interface Draft {
  readonly line: LineFile;
  readonly words: ReadonlyMap<LanguageTag, LanguageWords>;
  /** Why some warnings are accepted. */
  readonly reasons: readonly Reason[];
  /**
   * For each translation, the fingerprint of the source text from which it was made. Absent if the fingerprints are
   * stored elsewhere, or were never recorded.
   */
  readonly translatedFrom?: TranslatedFrom | undefined;
}

/** A draft that was read from files. */
export interface WrittenDraft extends Draft {
  /**
   * The line on which a place begins in its file. For a place that is not in the file, the line of its nearest ancestor
   * in the file.
   */
  sourceLineOf(place: Place): SourceLine;
}

export const lineFileName = 'line.yaml';

/**
 * Reads the files of the prompts folder.
 * @throws PromptsError with the problems of all files if a file is missing, has a wrong name or is not valid
 */
export function readDraft(files: readonly NamedText[]): WrittenDraft {
  const steps = readSteps(files);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Does the same as `readDraft`, but lets other work run after every YAML file.
 * @param pause called after every YAML file; reading continues when its promise resolves
 */
export async function readDraftInSteps(files: readonly NamedText[], pause: () => Promise<void>): Promise<WrittenDraft> {
  const steps = readSteps(files);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}

/** Reads the files in steps: yields after each YAML file. */
function* readSteps(files: readonly NamedText[]): Generator<undefined, WrittenDraft> {
  const findings: Finding[] = [];
  const keep = <Value>(read: YamlFile<Value> | { readonly findings: readonly Finding[] }) => {
    if ('value' in read) return read;
    findings.push(...read.findings);
    return null;
  };
  const lineText = files.find(({ name }) => name === lineFileName);
  const line = lineText ? keep(readYaml(lineText, lineFile)) : null;
  yield;
  if (!lineText) findings.push(missingLine);
  findings.push(...files.filter(({ name }) => /\.ya?ml$/i.test(name) && !name.endsWith('.yaml')).map(misnamedFile));
  const written = new Map<LanguageTag, YamlFile<LanguageFile>>();
  for (const text of files.filter(({ name }) => name !== lineFileName && name.endsWith('.yaml'))) {
    const read = keep(readYaml(text, languageFile));
    yield;
    if (!read) continue;
    const stray = strayFile(text.name, read, line?.value ?? null);
    if (stray) findings.push(stray);
    written.set(read.value.language, read);
  }
  for (const { tag } of line?.value.languages ?? []) {
    const unread = files.some(({ name }) => /\.ya?ml$/i.test(name) && name.replace(/\.\w+$/, '') === tag);
    if (!written.has(tag) && !unread) findings.push(missingFile(fileOf(tag)));
  }
  const lockText = files.find(({ name }) => name === translationsLockName);
  const lock = lockText && readTranslationsLock(lockText);
  if (lock && isFinding(lock)) findings.push(lock.finding);
  if (!line || findings.length > 0) throw new PromptsError(findings);
  const words = new Map(
    [...written].map(([tag, { value }]) => [tag, { reviewed: value.reviewed, prompts: value.prompts }]),
  );
  const sourceLineOf = (place: Place): SourceLine => {
    if ('path' in place) return { file: lineFileName, line: line.lineOf(place.path) };
    const { language, prompt, sentence } = place;
    const path = ['prompts', prompt, sentence].filter((part) => part !== undefined);
    return { file: fileOf(language), line: written.get(language)?.lineOf(path) ?? 1 };
  };
  const comments = files.filter(({ name }) => name.endsWith('.yaml')).flatMap(readReasons);
  const reasons = comments.length === 0 ? [] : toReasons(comments, placesOf(line.value, words), sourceLineOf);
  const translatedFrom = lock && !isFinding(lock) ? lock : undefined;
  return { line: line.value, words, reasons, translatedFrom, sourceLineOf };
}

/** The name of the file with the words of a language. */
export const fileOf = (language: LanguageTag): string => `${language}.yaml`;

/** Converts comments to reasons. A comment applies to every place that begins on line `about` of its file. */
function toReasons(
  comments: readonly ReasonComment[],
  places: readonly Place[],
  sourceLineOf: WrittenDraft['sourceLineOf'],
): Reason[] {
  const onLine = Map.groupBy(places, (place) => formatPlace(sourceLineOf(place)));
  return comments.map(({ rule, reason, about, at }) => ({
    rule,
    reason,
    places: onLine.get(formatPlace({ file: at.file, line: about })) ?? [],
    at,
  }));
}

/** Every place in a draft: each value of `line.yaml`, each language, each prompt and each sentence. */
function placesOf(line: LineFile, words: Draft['words']): Place[] {
  return [
    ...pathsIn(line).map((path) => ({ path })),
    ...[...words].flatMap(([language, { prompts }]): Place[] => [
      { language },
      ...Object.entries(prompts).flatMap(([prompt, sentences]): Place[] => [
        { language, prompt },
        ...sentences.map((_, sentence) => ({ language, prompt, sentence })),
      ]),
    ]),
  ];
}

/** The path of every value inside a value, including the value itself. */
function pathsIn(value: unknown, path: readonly PropertyKey[] = []): (readonly PropertyKey[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const toKey = (key: string) => (Array.isArray(value) ? Number(key) : key);
  return [path, ...Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, toKey(key)]))];
}

const isFinding = (lock: ReturnType<typeof readTranslationsLock>): lock is { readonly finding: Finding } =>
  'finding' in lock && typeof lock.finding.rule === 'string';

const missingLine = fileFinding(lineFileName, {
  ja: `ファイル「${lineFileName}」がありません。追加してください。`,
  en: `The file "${lineFileName}" is missing; add it.`,
});

/** The finding for a missing file with the words of a language. */
function missingFile(name: string): Finding {
  return fileFinding(name, {
    ja: `ファイル「${name}」がありません。追加するか、line.yamlからその言語を外してください。`,
    en: `The file "${name}" is missing; add it, or take its language out of line.yaml.`,
  });
}

/** The finding for a YAML file that is not read because of its name, such as `en.yml`. */
function misnamedFile({ name }: NamedText): Finding {
  const better = name.replace(/\.ya?ml$/i, '.yaml');
  return fileFinding(name, {
    ja: `ファイル名の終わりは「.yaml」にしてください:「${better}」。`,
    en: `The name must end in ".yaml"; call the file "${better}".`,
  });
}

function strayFile(name: string, { value, lineOf }: YamlFile<LanguageFile>, line: LineFile | null): Finding | null {
  const { language } = value;
  const stray = (text: Bilingual) => fileFinding(name, text, lineOf(['language']));
  if (name !== fileOf(language)) {
    return stray({
      ja: `このファイルの言語は「${language}」と書いてあります。ファイル名を「${language}.yaml」にするか、languageを直してください。`,
      en: `This file says it is in "${language}"; call it "${language}.yaml", or correct its language.`,
    });
  }
  if (line && !line.languages.some(({ tag }) => tag === language)) {
    return stray({
      ja: `「${language}」はline.yamlの言語にありません。line.yamlに加えるか、このファイルを外してください。`,
      en: `"${language}" is not a language of line.yaml; add it there, or take this file away.`,
    });
  }
  return null;
}
