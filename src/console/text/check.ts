import { type Html, html, type View } from '../../frame/html.ts';
import { ifAny } from '../../frame/parts.ts';
import type { Visit, Visitor } from '../../frame/visit.ts';
import { describeFinding } from '../../naming/describe-finding.ts';
import { namesIn } from '../../naming/names.ts';
import { ruleView } from '../../naming/rule-view.ts';
import { checkText, draftOfText, type TextFinding } from '../../office/drafts/check-text.ts';
import { type SuggestedReading, suggestReadings } from '../../office/drafts/suggest-readings.ts';
import { textLimits, tidySentences } from '../../office/drafts/tidy-sentences.ts';
import { predictText } from '../../office/editions/speak-text.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import type { OpenText } from './open-text.ts';
import { partsOfText, type SentencePart, sentenceView } from './sentence.ts';

/** What a rule says about a sentence or a text, in the language of the console. */
interface CheckFinding {
  readonly rule: string;
  readonly level: 'error' | 'warning';
  readonly text: string;
  /** The reason why the warning is accepted; null if there is none. */
  readonly reason: string | null;
}

/** The result of checking a text as it is typed. */
export interface TextCheck {
  readonly sentences: readonly {
    readonly parts: readonly SentencePart[];
    readonly seconds: string | null;
    readonly findings: readonly CheckFinding[];
  }[];
  /** Findings about the text as a whole. */
  readonly findings: readonly CheckFinding[];
  /** The length of the whole text in seconds; null if it cannot be predicted or there are no sentences. */
  readonly seconds: string | null;
  readonly suggestions: readonly SuggestedReading[];
  /** Why the text cannot be saved; empty if it can. */
  readonly untidy: readonly string[];
  /** The result in one sentence. */
  readonly summary: string;
}

/** Checks a text as it is typed: how the text will look, how long it takes to say, and what the rules find. */
export function checkTyped(
  { now, language, prompt }: OpenText,
  engine: Pick<SpeechEngine, 'id' | 'fingerprint'>,
  typed: string,
  visitor: Pick<Visitor, 't' | 'language'>,
): TextCheck {
  const { t } = visitor;
  const names = namesIn(visitor, now);
  const tidy = tidySentences(typed);
  // Too many or too long sentences are reported in `untidy`. What goes beyond the limits is not checked.
  const sentences = tidy.sentences
    .slice(0, textLimits.sentences)
    .map((sentence) => sentence.slice(0, textLimits.characters));
  const place = { language, prompt };
  const draft = draftOfText(now, { ...place, sentences });
  const partsOf = partsOfText(draft, place, names);
  const { sentences: each, all } = predictText(draft, engine, place);
  const found = checkText(now, { ...place, sentences });
  const findingsOf = (of: (finding: TextFinding) => boolean) =>
    found.filter(of).map((finding): CheckFinding => {
      const { rule, level, reason = null } = finding;
      return { rule, level, text: describeFinding(visitor, names, now.line.file, finding), reason };
    });
  const open = found.filter(({ reason }) => reason === undefined);
  const errors = open.filter(({ level }) => level === 'error').length;
  const untidy = tidy.untidy.map((why) => t(`text.untidy.${why}`, textLimits));
  return {
    sentences: sentences.map((sentence, index) => ({
      parts: partsOf(sentence),
      seconds: each[index]?.toFixed(1) ?? null,
      findings: findingsOf((finding) => finding.sentence === index),
    })),
    findings: findingsOf(({ sentence }) => sentence === null || sentence >= sentences.length),
    seconds: all === null || sentences.length === 0 ? null : all.toFixed(1),
    suggestions: suggestionsFor(now, place, sentences),
    untidy,
    summary:
      open.length === 0 && untidy.length === 0
        ? t('text.check.clean')
        : t('text.check.found', { errors: errors + untidy.length, warnings: open.length - errors }),
  };
}

/** Suggests readings of kanji. They are suggested only for source texts in Japanese. */
function suggestionsFor(
  { line, texts }: OpenText['now'],
  { language, prompt }: Pick<OpenText, 'language' | 'prompt'>,
  sentences: readonly string[],
): SuggestedReading[] {
  if (language !== line.file.sourceLanguage || new Intl.Locale(language).language !== 'ja') return [];
  const own = texts.filter((text) => text.language === language);
  // Readings are learned from all texts of the language. For this text, the typed sentences replace the saved ones.
  const learned = own.map((text) => [text.prompt, text.prompt === prompt ? sentences : text.sentences] as const);
  return suggestReadings(sentences, learned);
}

/** Shows how a text looks, and what the checks find. While somebody types, the browser requests only this part. */
export const checkView: View<{ readonly tag: string; readonly check: TextCheck }> = (
  { tag, check },
  visit,
) => html`<p class="check-summary" data-summary>${check.summary}</p>
${ifAny(
  check.untidy,
  (untidy) => html`<ul class="findings">
${untidy.map((text) => html`<li class="finding finding-error"><strong>${visit.t('text.check.unsaveable')}</strong> ${text}</li>`)}
</ul>`,
)}
${sentencesView(tag, check.sentences, visit)}
${check.seconds === null ? '' : html`<p>${visit.t('text.check.seconds', { seconds: check.seconds })}</p>`}
${findingsView(check.findings, visit)}
${ifAny(check.suggestions, (suggestions) => suggestionsView(suggestions, visit))}`;

function sentencesView(tag: string, sentences: TextCheck['sentences'], visit: Visit): Html {
  const { t } = visit;
  if (sentences.length === 0) return html`<p>${t('text.check.empty')}</p>`;
  return html`<ol class="preview">
${sentences.map(
  ({ parts, seconds, findings }) =>
    html`<li><span lang="${tag}">${sentenceView(parts)}</span>${seconds === null ? '' : html` <span class="preview-seconds">${t('text.check.second', { seconds })}</span>`}
${findingsView(findings, visit)}
</li>`,
)}
</ol>`;
}

const findingsView = (findings: readonly CheckFinding[], { t }: Visit): Html =>
  ifAny(
    findings,
    () => html`<ul class="findings">
${findings.map(({ rule, level, text, reason }) =>
  reason === null
    ? html`<li class="finding finding-${level}"><strong>${t(`text.check.${level}`)}</strong> ${text} ${ruleView(t, rule)}</li>`
    : html`<li class="finding"><strong>${t('text.check.accepted')}</strong> ${text} ${t('text.check.because', { reason })} ${ruleView(t, rule)}</li>`,
)}
</ul>`,
  );

const suggestionsView = (
  suggestions: readonly SuggestedReading[],
  { t }: Visit,
): Html => html`<h3>${t('text.check.suggestions')}</h3>
<p class="quiet">${t('text.check.suggestions-about')}</p>
<ul class="suggestions">
${suggestions.map(
  ({ written, suggestion, from }) =>
    html`<li><button class="chip" type="button" data-written="${written}" data-suggestion="${suggestion}">${t('text.check.take-over', { suggestion })}</button> <span class="quiet">${t('text.check.suggested-from', { from: from.join(', ') })}</span></li>`,
)}
</ul>`;
