import type { Draft } from '../../words/draft.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import type { Reason } from '../../words/reasons.ts';
import { withoutStaffNames } from '../../words/staff-names.ts';
import type { AuditedPerson } from '../staff/audit-entry.ts';
import type { DraftLine, DraftReason, DraftText } from './draft-text.ts';

/** The newest revisions of the line and of every text, and the reasons for accepted warnings. */
export interface DraftContent {
  readonly line: DraftLine;
  readonly texts: readonly DraftText[];
  readonly reasons: readonly DraftReason[];
}

/**
 * Turns the files of a prompts folder into the first revisions of a draft.
 * A text that is not in the translations lock counts as translated from the current source text.
 */
export function toDraftContent(draft: Draft, by: AuditedPerson, at: number): DraftContent {
  const { line, words, translatedFrom = {} } = draft;
  const source = words.get(line.sourceLanguage)?.prompts ?? {};
  const texts = [...words].flatMap(([language, { prompts, reviewed }]) =>
    Object.entries(prompts).map(([prompt, sentences]): DraftText => {
      const isSource = language === line.sourceLanguage;
      const from = translatedFrom[language]?.[prompt] ?? fingerprint(source[prompt] ?? []);
      return {
        language,
        prompt,
        revision: 1,
        sentences,
        sourceFingerprint: isSource ? null : from,
        isReady: true,
        isReviewed: reviewed,
        act: 'imported',
        reason: null,
        by,
        at,
      };
    }),
  );
  return { line: { revision: 1, file: line, by, at }, texts, reasons: draft.reasons.flatMap(toDraftReason) };
}

/** Turns a reason into its stored form. A reason that refers to no place is left out. */
const toDraftReason = ({ rule, reason, places }: Reason): DraftReason[] =>
  places.length > 0 ? [{ rule, reason, places }] : [];

/** A text that differs between the prompts folder and the draft. */
interface Difference {
  readonly language: string;
  readonly prompt: string;
}

/**
 * How the prompts folder differs from the draft: the texts that differ, and whether the line, which all languages
 * share, differs.
 */
interface FilesComparison {
  readonly texts: readonly Difference[];
  readonly isLineDifferent: boolean;
}

/** Compares the stored draft with the prompts folder. Changes neither of them. */
export function compareFiles(
  stored: Pick<DraftContent, 'line' | 'texts'>,
  files: Pick<DraftContent, 'line' | 'texts'>,
): FilesComparison {
  const byRef = ({ texts }: Pick<DraftContent, 'texts'>) =>
    new Map(texts.map((text) => [`${text.language} ${text.prompt}`, text]));
  const [one, other] = [byRef(stored), byRef(files)];
  const words = (text: DraftText | undefined) => fingerprint(text?.sentences ?? []);
  const refs = [...new Set([...one.keys(), ...other.keys()])].filter(
    (ref) => words(one.get(ref)) !== words(other.get(ref)),
  );
  return {
    texts: refs.map((ref) => {
      const [language = '', prompt = ''] = ref.split(' ');
      return { language, prompt };
    }),
    // Names for staff are ignored, because callers never hear them and a draft of an earlier version has none.
    isLineDifferent:
      JSON.stringify(withoutStaffNames(stored.line.file)) !== JSON.stringify(withoutStaffNames(files.line.file)),
  };
}
