import { type Html, html, type View } from '../../frame/html.ts';
import { banner } from '../../frame/parts.ts';
import type { Translate } from '../../frame/translate.ts';
import type { Visit } from '../../frame/visit.ts';
import type { Names } from '../../naming/names.ts';
import type { Drafted } from '../../office/rehearsal/drafted-edition.ts';
import { pathOfText } from '../text/open-text.ts';
import { type CallData, callView } from './call-view.ts';
import { type DescribedSettings, settingsView } from './settings-view.ts';

/** Maximum number of texts that the banner about gaps lists. */
const mostGaps = 8;

/** What stops a call on the draft: a sentence, and the texts that cannot be spoken, each with a link to its page. */
type DescribedGaps = ReturnType<typeof describeGaps>;

/** Describes what stops a call on the draft. */
export const describeGaps = (t: Translate, names: Names, { gaps, edition }: Drafted) => ({
  text: t(edition ? 'rehearsal.gap.texts' : 'rehearsal.gap.line', { count: gaps.length }),
  texts: gaps.slice(0, mostGaps).map(({ language, prompt, why }) => ({
    href: `/console${pathOfText(language, prompt)}`,
    where: names.text({ language, prompt }),
    why: t(`rehearsal.gap.${why}`),
  })),
});

/** The page of the rehearsal phone. */
interface RehearsalData {
  /** Errors to show at the top of the page, each as a sentence. */
  readonly errors: readonly string[];
  /** What stops the call; null if nothing stops it. */
  readonly gaps: DescribedGaps | null;
  readonly settings: DescribedSettings;
  /** Null if no call has begun, or if nothing can be heard. */
  readonly call: CallData | null;
}

export const rehearsalView: View<RehearsalData> = ({ errors, gaps, settings, call }, visit) => {
  const { t } = visit;
  return html`${errors.map((text) => banner({ kind: 'error', text }))}
${gaps ? gapsBanner(gaps, visit) : ''}
${call ? callUnderway(settings, call, visit) : beforeCall(settings, visit)}
<section aria-labelledby="more-title">
<h2 id="more-title">${t('rehearsal.more.title')}</h2>
<ul>
${(['changes', 'problems', 'calls'] as const).map((name) => html`<li><a class="link-target" href="/console/rehearsal/${name}">${t(`rehearsal.more.${name}`)}</a></li>`)}
</ul>
</section>`;
};

const gapsBanner = (
  { text, texts }: DescribedGaps,
  { t }: Visit,
): Html => html`<div class="banner banner-warning" role="status">
<p>${text}</p>
${
  texts.length === 0
    ? html`<p><a class="link-target" href="/console/destinations">${t('rehearsal.gap.to-destinations')}</a></p>`
    : html`<ul>
${texts.map(({ href, where, why }) => html`<li><a class="link-target" href="${href}">${where}</a> (${why})</li>`)}
</ul>`
}
</div>`;

/** The page during a call. After every key, `rehearsal.js` replaces the content of the `data-call` element. */
function callUnderway(settings: DescribedSettings, call: CallData, visit: Visit): Html {
  const { t } = visit;
  const same = settings.isSame ? html` <span class="quiet">${t('rehearsal.settings.same')}</span>` : '';
  return html`<p class="rehearsal-said"><strong>${t('rehearsal.settings.now')}:</strong> ${settings.said.join(' / ')}${same}</p>
<details class="more">
<summary>${t('rehearsal.settings.change')}</summary>
${settingsView(settings, visit)}
</details>
<div id="call" data-call data-not-played="${t('rehearsal.phone.not-played')}" data-blocked="${t('rehearsal.phone.blocked')}" data-not-loaded="${t('rehearsal.phone.not-loaded')}">
${callView(call, visit)}
</div>`;
}

const beforeCall = (
  settings: DescribedSettings,
  visit: Visit,
): Html => html`<p>${visit.t('rehearsal.settings.keep-nothing')}</p>
${settings.isSame ? html`<p class="quiet">${visit.t('rehearsal.settings.same')}</p>` : ''}
${settingsView(settings, visit)}`;
