import type { Draft } from '../../words/draft.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import type { Reason } from '../../words/reasons.ts';
import type { AuditedPerson } from '../staff/audit-entry.ts';
import type { DraftLine, DraftReason, DraftText } from './draft-text.ts';

/** The draft as it is kept, before anybody has changed anything. */
export interface TakenOver {
  readonly line: DraftLine;
  readonly texts: readonly DraftText[];
  readonly reasons: readonly DraftReason[];
}

/**
 * Turns the files of a prompts folder into the first revisions of a draft.
 * A text of which the lock says nothing counts as made from today's source.
 */
export function takeOver(draft: Draft, by: AuditedPerson, at: number): TakenOver {
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
  return { line: { revision: 1, file: line, by, at }, texts, reasons: draft.reasons.flatMap(toKept) };
}

/** One that speaks of nothing is not taken over. */
const toKept = ({ rule, reason, places }: Reason): DraftReason[] =>
  places.length > 0 ? [{ rule, reason, places }] : [];
