import type { LanguageTag } from '../../../call/line.ts';
import { type Actor, whoIs } from '../../staff/desk/actor.ts';
import { may } from '../../staff/role.ts';
import { createToken, hashToken } from '../../staff/secret-token.ts';
import { isOpen, readingLifetime, readingLimits, stateOfReading } from './reading-state.ts';
import type { ReadingTools } from './reading-tools.ts';

/** What staff fill in. */
export interface ReadingForm {
  readonly language: LanguageTag;
  /** The reader's name. */
  readonly reader: string;
}

/** The outcome of asking for a reading. The token is given out only here. */
export type MakeReadingResult =
  | { readonly kind: 'made'; readonly token: string; readonly number: number; readonly validUntil: number }
  | { readonly kind: 'not-allowed' | 'unknown-language' | 'no-reader' | 'too-many' };

/** More readings than an office has in years; only their number is looked at. */
const mostKnown = 1000;

/** Makes a link for a native reader without an account. */
export async function makeReading(
  { records, drafts, clock, random }: ReadingTools,
  actor: Actor,
  form: ReadingForm,
): Promise<MakeReadingResult> {
  if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
  const { language } = form;
  const reader = form.reader.trim();
  if (reader === '') return { kind: 'no-reader' };
  const { line } = await drafts.read();
  if (!line.file.languages.some(({ tag }) => tag === language)) return { kind: 'unknown-language' };
  return records.transaction(async ({ readings, audit }): Promise<MakeReadingResult> => {
    const at = clock();
    const known = await readings.list(mostKnown);
    const open = known.filter((each) => isOpen(stateOfReading(each, at)));
    if (open.length >= readingLimits.open) return { kind: 'too-many' };
    const token = createToken(random);
    const validUntil = at + readingLifetime;
    const by = whoIs(actor);
    const number = await readings.add({ tokenHash: hashToken(token), language, reader, by, madeAt: at, validUntil });
    await audit.add({ at, who: by, act: 'reading-made', about: { language, reader, number } });
    return { kind: 'made', token, number, validUntil };
  });
}

/** Ends a link before its time. What the reader has said stays. */
export async function revokeReading(
  { records, clock }: Pick<ReadingTools, 'records' | 'clock'>,
  actor: Actor,
  number: number,
): Promise<{ readonly kind: 'revoked' | 'not-allowed' | 'unknown' | 'over-before' }> {
  if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
  return records.transaction(async ({ readings, audit }) => {
    const reading = await readings.find(number);
    if (!reading) return { kind: 'unknown' };
    const at = clock();
    if (!(await readings.revoke(number, at))) return { kind: 'over-before' };
    const { language, reader } = reading;
    await audit.add({ at, who: whoIs(actor), act: 'reading-revoked', about: { language, reader, number } });
    return { kind: 'revoked' };
  });
}

/** Says that staff have dealt with what a reader said about a text. */
export async function settleRemark(
  { records, clock }: Pick<ReadingTools, 'records' | 'clock'>,
  actor: Actor,
  number: number,
): Promise<
  | { readonly kind: 'settled'; readonly language: LanguageTag; readonly prompt: string }
  | { readonly kind: 'not-allowed' | 'unknown' }
> {
  if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
  return records.transaction(async ({ judgements, audit }) => {
    const remark = await judgements.findRemark(number);
    const at = clock();
    const by = whoIs(actor);
    if (!remark || !(await judgements.settle(number, { by, at }))) return { kind: 'unknown' };
    const { language, prompt, reader } = remark;
    await audit.add({ at, who: by, act: 'remark-settled', about: { language, prompt, reader } });
    return { kind: 'settled', language, prompt };
  });
}
