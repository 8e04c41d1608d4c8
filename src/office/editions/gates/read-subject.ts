import type { DraftNow } from '../../drafts/draft-desk.ts';
import { checkWords } from '../check-words.ts';
import { editionOf } from '../edition.ts';
import type { EditionContent } from '../edition-content.ts';
import type { EditionRecord } from '../edition-records.ts';
import type { GateSubject } from './gate.ts';

/** Prepares a draft once for all gates. */
export async function readSubject(
  now: Pick<DraftNow, 'line' | 'draft' | 'find'>,
  live: EditionRecord | null,
  engine: EditionContent['engine'],
): Promise<GateSubject> {
  const findings = await checkWords(now.draft);
  const isWrong = findings.some(({ level }) => level === 'error');
  return { now, findings, edition: isWrong ? null : editionOf(now.draft, engine), live };
}
