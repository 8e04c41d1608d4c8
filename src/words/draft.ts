import type { LanguageTag } from '../call/line.ts';
import { type Finding, PromptsError } from './finding.ts';
import { type LanguageFile, languageFile } from './language-file.ts';
import { type LineFile, lineFile } from './line-file.ts';
import { type NamedText, readYaml, type YamlFile } from './read-yaml.ts';
import { type Reason, readReasons } from './reasons.ts';
import { readTranslationsLock, type TranslatedFrom, translationsLockName } from './translations-lock.ts';

/** One language's words, with the place of each sentence for findings. */
export interface LanguageWords {
  readonly file: string;
  readonly reviewed: boolean;
  readonly prompts: Readonly<Record<string, readonly string[]>>;
  /** The line of a prompt, or of one of its sentences; 1 when it does not exist. */
  readonly lineOf: (prompt: string, sentence?: number) => number;
}

/** The texts being worked on: the line and its words in every language. */
export interface Draft {
  readonly line: LineFile;
  readonly lineOf: YamlFile<LineFile>['lineOf'];
  readonly words: ReadonlyMap<LanguageTag, LanguageWords>;
  /** Why some warnings may stay, from the comments of all files. */
  readonly reasons: readonly Reason[];
  /** From which source text each translation was made; absent where that is kept elsewhere, or not at all. */
  readonly translatedFrom?: TranslatedFrom | undefined;
}

export const lineFileName = 'line.yaml';

/**
 * Reads the prompts folder.
 * @throws PromptsError with every problem of every file when one of them cannot be read as what it should be
 */
export function readDraft(files: readonly NamedText[]): Draft {
  const findings: Finding[] = [];
  const keep = <Value>(read: YamlFile<Value> | { readonly findings: readonly Finding[] }) => {
    if ('value' in read) return read;
    findings.push(...read.findings);
    return null;
  };
  const lineText = files.find(({ name }) => name === lineFileName);
  const line = lineText ? keep(readYaml(lineText, lineFile)) : null;
  if (!lineText) findings.push(missingFile(lineFileName));
  findings.push(...files.filter(({ name }) => /\.ya?ml$/i.test(name) && !name.endsWith('.yaml')).map(misnamedFile));
  const words = new Map<LanguageTag, LanguageWords>();
  for (const text of files.filter(({ name }) => name !== lineFileName && name.endsWith('.yaml'))) {
    const read = keep(readYaml(text, languageFile));
    if (!read) continue;
    const stray = strayFile(text.name, read, line?.value ?? null);
    if (stray) findings.push(stray);
    words.set(read.value.language, toWords(text.name, read));
  }
  for (const { tag } of line?.value.languages ?? []) {
    const unread = files.some(({ name }) => /\.ya?ml$/i.test(name) && name.replace(/\.\w+$/, '') === tag);
    if (!words.has(tag) && !unread) findings.push(missingFile(`${tag}.yaml`));
  }
  const lockText = files.find(({ name }) => name === translationsLockName);
  const lock = lockText && readTranslationsLock(lockText);
  if (lock && isFinding(lock)) findings.push(lock.finding);
  if (!line || findings.length > 0) throw new PromptsError(findings);
  const reasons = files.filter(({ name }) => name.endsWith('.yaml')).flatMap(readReasons);
  const translatedFrom = lock && !isFinding(lock) ? lock : undefined;
  return { line: line.value, lineOf: line.lineOf, words, reasons, translatedFrom };
}

const isFinding = (lock: ReturnType<typeof readTranslationsLock>): lock is { readonly finding: Finding } =>
  'finding' in lock && typeof lock.finding.rule === 'string';

function toWords(file: string, { value, lineOf }: YamlFile<LanguageFile>): LanguageWords {
  return {
    file,
    reviewed: value.reviewed,
    prompts: value.prompts,
    lineOf: (prompt, sentence) => lineOf(['prompts', prompt, ...(sentence === undefined ? [] : [sentence])]),
  };
}

function missingFile(name: string): Finding {
  return {
    rule: 'FILE',
    level: 'error',
    file: name,
    line: 1,
    ja: `ファイル「${name}」がありません。追加するか、line.yamlからその言語を外してください。`,
    en: `The file "${name}" is missing; add it, or take its language out of line.yaml.`,
  };
}

/** A name that nothing would read, such as `en.yml`. */
function misnamedFile({ name }: NamedText): Finding {
  const better = name.replace(/\.ya?ml$/i, '.yaml');
  return {
    rule: 'FILE',
    level: 'error',
    file: name,
    line: 1,
    ja: `ファイル名の終わりは「.yaml」にしてください:「${better}」。`,
    en: `The name must end in ".yaml"; call the file "${better}".`,
  };
}

function strayFile(name: string, { value, lineOf }: YamlFile<LanguageFile>, line: LineFile | null): Finding | null {
  const { language } = value;
  const finding = { rule: 'FILE', level: 'error', file: name, line: lineOf(['language']) } as const;
  if (name !== `${language}.yaml`) {
    return {
      ...finding,
      ja: `このファイルの言語は「${language}」と書いてあります。ファイル名を「${language}.yaml」にするか、languageを直してください。`,
      en: `This file says it is in "${language}"; call it "${language}.yaml", or correct its language.`,
    };
  }
  if (line && !line.languages.some(({ tag }) => tag === language)) {
    return {
      ...finding,
      ja: `「${language}」はline.yamlの言語にありません。line.yamlに加えるか、このファイルを外してください。`,
      en: `"${language}" is not a language of line.yaml; add it there, or take this file away.`,
    };
  }
  return null;
}
