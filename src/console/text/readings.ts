import { type Html, html, nothing } from '../../frame/html.ts';
import { banner, ifAny } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import type { Names } from '../../naming/names.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { textLimits, tidySentences, type Untidy } from '../../office/drafts/tidy-sentences.ts';
import { DictionaryError } from '../../office/readings/dictionary.ts';
import { proposeReadings, type ReadingProposal } from '../../office/readings/propose-readings.ts';
import type { ConsoleParts } from '../console-parts.ts';

/** The answer after somebody pressed the button that adds readings to kanji. */
export type Readings =
  /** The texts with readings, in the order of the typed ones. Nothing is saved. */
  | { readonly kind: 'put'; readonly texts: readonly string[]; readonly proposal: ReadingProposal }
  /** Texts that cannot be saved are not looked up. */
  | { readonly kind: 'untidy'; readonly why: readonly Untidy[] }
  /** The dictionary could not be asked. */
  | { readonly kind: 'away' };

/** The status of a page with the answer. */
export const statusOfReadings = ({ kind }: Readings): number => ({ put: 200, untidy: 422, away: 503 })[kind];

/** Whether texts in a language can have readings, which the dictionary can propose. Only Japanese texts can. */
export const hasReadings = (language: string): boolean => new Intl.Locale(language).language === 'ja';

/**
 * Adds readings from the dictionary to typed texts in the source language. Kanji that have a reading keep it.
 * @param texts each with one sentence per line
 */
export async function putReadings(
  { dictionary, report }: Pick<ConsoleParts, 'dictionary' | 'report'>,
  { line, texts: saved }: Pick<DraftNow, 'line' | 'texts'>,
  names: Names,
  texts: readonly string[],
): Promise<Readings> {
  const typed = texts.map(tidySentences);
  const why = [...new Set(typed.flatMap(({ untidy }) => untidy))];
  if (why.length > 0) return { kind: 'untidy', why };
  const own = saved.filter(({ language }) => language === line.file.sourceLanguage);
  const known = own.map(({ prompt, sentences }) => [prompt, sentences] as const);
  try {
    const all = typed.flatMap(({ sentences }) => sentences);
    const proposal = await proposeReadings(all, dictionary, known);
    let end = 0;
    const withReadings = typed.map(({ sentences }) => {
      const begin = end;
      end += sentences.length;
      return proposal.sentences.slice(begin, end).join('\n');
    });
    return { kind: 'put', texts: withReadings, proposal: named(proposal, names) };
  } catch (error) {
    if (!(error instanceof DictionaryError)) throw error;
    report(error);
    return { kind: 'away' };
  }
}

/** Replaces the ids of prompts in a proposal by the names that staff know. */
const named = (proposal: ReadingProposal, { prompt }: Names): ReadingProposal => ({
  ...proposal,
  differences: proposal.differences.map((each) => ({ ...each, from: prompt(each.from) })),
});

/**
 * Says what staff have to check in the new readings, or why no readings were added. The readings themselves are in the
 * text fields.
 * @param readings null if the button was not pressed
 */
export function readingsAnswer(readings: Readings | null, visit: Visit): Html {
  const { t } = visit;
  if (!readings) return nothing;
  if (readings.kind === 'put') return proposalView(readings.proposal, visit);
  const text =
    readings.kind === 'away'
      ? t('text.readings.away')
      : readings.why.map((each) => t(`text.untidy.${each}`, textLimits)).join(' ');
  return banner({ kind: 'error', text, isAnswer: true });
}

const proposalView = (
  { differences, unknown }: ReadingProposal,
  { t }: Visit,
): Html => html`<div class="banner banner-information" role="status" data-answer><p><strong>${t('text.readings.put')}</strong></p>
${ifAny(
  differences,
  (some) => html`<p>${t('text.readings.differences')}</p>
<ul>
${some.map(
  ({ written, before, dictionary, used, from }) =>
    html`<li>${t('text.readings.difference', { written, before, from, dictionary, used })}</li>`,
)}
</ul>`,
)}
${unknown.length > 0 ? html`<p>${t('text.readings.unknown', { words: unknown.join('、') })}</p>` : ''}
</div>`;
