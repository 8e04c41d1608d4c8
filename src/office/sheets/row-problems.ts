import { fingerprint } from '../../words/fingerprint.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import type { DraftDesk, DraftNow } from '../drafts/draft-desk.ts';
import type { DraftText } from '../drafts/draft-text.ts';
import { type TidySentences, textLimits, type Untidy } from '../drafts/tidy-sentences.ts';
import { formatJapaneseTime } from '../editions/schedule/japanese-time.ts';
import type { AuditedPerson } from '../staff/audit-entry.ts';
import type { SheetRow } from './read-rows.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { cellFingerprint } from './ticket.ts';

const untidyWords: Readonly<Record<Untidy, readonly [ja: string, en: string]>> = {
  emoji: ['絵文字は読み上げられません。消してください。', 'Emoji cannot be spoken; delete them.'],
  'direction-mark': [
    '目に見えない「文字の向き」の記号があります。その部分を消して、打ち直してください。',
    'There is an invisible mark of writing direction; delete that part and type it again.',
  ],
  'control-character': [
    '目に見えない制御文字があります。その部分を消して、打ち直してください。',
    'There is an invisible control character; delete that part and type it again.',
  ],
  'too-long': [
    `長すぎる文があります。1文は${textLimits.characters}文字までです。文を分けてください。`,
    `A sentence is too long; at most ${textLimits.characters} characters. Divide it.`,
  ],
  'too-many': [
    `文が多すぎます。${textLimits.sentences}文までです。減らしてください。`,
    `There are too many sentences; at most ${textLimits.sentences}.`,
  ],
};

/** Returns the name of a person, for problems that name the author of a change. */
export type NameOf = (person: AuditedPerson) => string;

/** Returns the user name. The command line uses it, because it does not know display names. */
const userName: NameOf = ({ accountName }) => accountName;

/** The languages and prompts of a draft. */
interface KnownTexts {
  readonly languages: ReadonlySet<string>;
  readonly prompts: ReadonlySet<string>;
}

/** Collects the languages and prompts that rows may name. */
export const knownTexts = ({ line, texts }: Pick<DraftNow, 'line' | 'texts'>): KnownTexts => ({
  languages: new Set(line.file.languages.map(({ tag }) => tag)),
  prompts: new Set([...requiredPromptsIn(line.file, line.file.sourceLanguage), ...texts.map(({ prompt }) => prompt)]),
});

/** Reports a row whose language or prompt is not in the draft. */
export function unknownText({ languages, prompts }: KnownTexts, row: SheetRow): SheetProblem[] {
  const { ticket, prompt } = row;
  const isLanguage = languages.has(ticket.language);
  if (isLanguage && prompts.has(prompt)) return [];
  return [
    isLanguage
      ? at(row, `「${prompt}」という文は、もうありません。`, `There is no text "${prompt}" any more.`)
      : at(
          row,
          `「${ticket.language}」はこの電話の言語にありません。シートを消すか、言語を使うようにしてください。`,
          `"${ticket.language}" is not a language of this line; delete the sheet, or switch the language on.`,
        ),
  ];
}

/**
 * Reports why the words of a cell cannot replace those in the draft.
 * @param there the text in the draft; null if there is none
 */
export function textProblems(
  row: SheetRow,
  { sentences, untidy }: Pick<TidySentences, 'sentences' | 'untidy'>,
  there: DraftText | null,
  nameOf: NameOf = userName,
): SheetProblem[] {
  const problems = untidy.map((why) => at(row, ...untidyWords[why]));
  if (untidy.length === 0 && sentences.length === 0) {
    problems.push(at(row, '訳が消えています。訳を書いてください。', 'The translation is empty. Write one.'));
  }
  if (/^\s*[=+\-@＝＋－＠]/u.test(row.text)) {
    problems.push(
      at(
        row,
        '訳が = + - @ で始まっています。計算式とまちがえられるので、その記号を消してください。',
        'The translation begins with =, +, - or @ and could be taken for a formula; delete that sign.',
      ),
    );
  }
  const before = there?.sentences ?? [];
  if (cellFingerprint(before.join('\n')) === row.ticket.text) return problems;
  const [who, when] = [(there && nameOf(there.by)) || '?', formatJapaneseTime(there?.at ?? 0)];
  const moved = at(
    row,
    `書き出した後で、${who}さんが${when}にこの訳を変更しました。新しく書き出した翻訳シートに、直した訳を写してください。`,
    `${who} changed this translation at ${when}, after the sheet was exported. Export a new sheet and copy your translation into it.`,
  );
  // Words that cannot be stored are not compared with the words of the draft. They must be corrected first, and they
  // may be far too long.
  if (untidy.length > 0) return [...problems, moved];
  return [...problems, { ...moved, versions: { language: row.ticket.language, before, after: sentences } }];
}

/** Reports a row whose source text has changed since the export. */
export async function sourceProblem(
  row: SheetRow,
  now: DraftNow,
  history: DraftDesk['history'],
): Promise<SheetProblem> {
  const { sourceLanguage } = now.line.file;
  const source = now.find(sourceLanguage, row.prompt);
  const earlier = (await history(sourceLanguage, row.prompt)).find(
    ({ sentences }) => fingerprint(sentences) === row.ticket.source,
  );
  const moved = at(
    row,
    '書き出した後で、元の文が変わりました。新しく書き出した翻訳シートで、訳し直してください。',
    'The source text has changed since the sheet was exported. Export a new sheet and translate the text again there.',
  );
  if (!earlier) return moved;
  const versions = { language: sourceLanguage, before: earlier.sentences, after: source?.sentences ?? [] };
  return { ...moved, versions };
}

const at = ({ sheet, row }: SheetRow, ja: string, en: string): SheetProblem => ({ sheet, row, ja, en });
