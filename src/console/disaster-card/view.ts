import { formatMoment } from '../../frame/format-moment.ts';
import { html, type View } from '../../frame/html.ts';
import type { Visit } from '../../frame/visit.ts';
import { phoneNumberIn } from '../../words/fact-file.ts';
import type { LineFile } from '../../words/line-file.ts';

/** A line that has texts for a disaster notice. */
type DisasterLine = LineFile & Required<Pick<LineFile, 'disaster'>>;

type Choice = DisasterLine['disaster']['places'][number];

/**
 * Maximum total number of kinds, places and actions with names in both languages. If there are more, the names are
 * shown in one language, so that all of them fit on the page.
 */
const namedInBoth = 30;

const steps = ['sign-in', 'open', 'fill-in', 'confirm', 'switch-on', 'call', 'renew', 'end'] as const;
/** What callers hear, and what is different while a notice is on. */
const heard = ['new', 'in-progress', 'not-approved', 'person'] as const;
/** What staff write down by hand, in this order. */
const log = ['on', 'renewed', 'renewed', 'renewed', 'renewed', 'off'] as const;
const otherCommands = ['status', 'renew', 'off'] as const;

/** What to do on the day of a disaster, on one A4 page. */
interface DisasterCardData {
  readonly line: DisasterLine;
  /** The address of the console. */
  readonly address: string;
  /** The number of the edition that callers hear; null if it is not known. */
  readonly edition: number | null;
  /** Milliseconds since the epoch. */
  readonly printedAt: number;
}

export const disasterCardView: View<DisasterCardData> = ({ line, address, edition, printedAt }, visit) => {
  const { t, language } = visit;
  const { kinds, places, actions } = line.disaster;
  const isLong = kinds.length + places.length + actions.length > namedInBoth;
  const buttons = buttonsOf(visit);
  const when = formatMoment(language, printedAt);
  const blank = (text: string) => html`<span class="disaster-card-blank">${text}</span>`;
  const number = numberOf(line);
  const choice = ({ id, name }: Choice) =>
    html`<li><code>${id}</code> ${(isLong ? [language] : (['ja', 'en'] as const)).map((tag) => html`<span lang="${tag}">${name[tag]}</span> `)}</li>`;
  const list = (
    option: string,
    legend: string,
    all: readonly Choice[],
  ) => html`<h4>${legend} <code>${option}</code></h4>
<ul>
${all.map(choice)}
</ul>`;
  return html`<div class="sheet-screen">
<p>${t('disaster-card.print')}</p>
</div>
<article class="disaster-card">
<header>
<h2>${t('disaster-card.title')} <small>${line.name[language]}</small></h2>
<p>${t('disaster-card.lead')}</p>
</header>
<ol class="disaster-card-steps">
${steps.map(
  (step) =>
    html`<li><strong>${t(`disaster-card.step.${step}`, buttons)}</strong>${step === 'sign-in' ? html` <code class="disaster-card-address">${address}</code>` : ''}<br>${t(`disaster-card.how.${step}`, buttons)}${step === 'call' ? html` ${number === null ? blank(t('disaster-card.number-blank')) : html`<b>${number}</b>`}` : ''}</li>`,
)}
</ol>
<h3>${t('disaster-card.log-title')}</h3>
<ul class="disaster-card-log">
${log.map((what) => html`<li><b>${t(`disaster-card.log.${what}`)}</b>${blank(t('disaster-card.when'))}${blank(t('disaster-card.who'))}</li>`)}
</ul>
<h3>${t('disaster-card.heard-title')}</h3>
<ul class="disaster-card-heard">
${heard.map((what) => html`<li>${t(`disaster-card.heard.${what}`)}</li>`)}
</ul>
<section class="disaster-card-trouble">
<h3>${t('disaster-card.trouble-title')}</h3>
<p>${t('disaster-card.technician')}</p>
<p>${blank(t('disaster-card.technician-number'))} ${blank(t('disaster-card.technician-name'))}</p>
<p>${t('disaster-card.typed')}<br><code>npm run disaster -- on --kind ${t('disaster-card.kind')} --place ${t('disaster-card.place')} --action ${t('disaster-card.action')}</code></p>
<ul class="disaster-card-commands">
${otherCommands.map((command) => html`<li><code>npm run disaster -- ${command}</code> ${t(`disaster-card.command.${command}`)}</li>`)}
</ul>
<p>${t('disaster-card.repeat')}</p>
<div class="disaster-card-lists${isLong ? ' disaster-card-many' : ''}">
${list('--kind', t('disaster.kind'), kinds)}
${list('--place', t('disaster.places'), places)}
${list('--action', t('disaster.actions'), actions)}
</div>
</section>
<footer class="disaster-card-foot">${edition === null ? when : t('disaster-card.footer', { number: edition, when })}</footer>
</article>`;
};

/** The words for buttons and fields on the screen. The printed card uses the same words, so that staff find them. */
const buttonsOf = ({ t }: Visit) => ({
  signIn: t('sign-in.submit'),
  menu: t('disaster.nav'),
  kind: t('disaster.kind'),
  places: t('disaster.places'),
  actions: t('disaster.actions'),
  at: t('disaster.at'),
  until: t('disaster.until'),
  confirm: t('disaster.to-confirm'),
  back: t('disaster.back'),
  on: t('disaster.do-it.on'),
  done: t('disaster.done.on'),
  renew: t('disaster.renew'),
  change: t('disaster.change'),
  end: t('disaster.end'),
});

/** The telephone number that callers dial; null while no telephone number is entered for the leaflets. */
const numberOf = ({ leaflet, facts }: LineFile): string | null => phoneNumberIn(facts, leaflet?.number);
