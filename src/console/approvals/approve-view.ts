import { field } from '../../frame/fields.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { csrfField, foldedList, ifAny, refusedAlone } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import { listeningView, type Playing } from './listening-view.ts';
import { type WaitingGroup, type WaitingPage, waitingGroupView } from './waiting-text.ts';

/** The maximum length of a reader's name, in characters. */
export const longestReader = 100;

/** The texts that wait for approval, on the page of all languages or of one language. */
export interface ApproveData extends WaitingPage {
  readonly problems: readonly string[];
  readonly details: readonly string[];
  /** What was typed into fields that the page no longer has. */
  readonly unplaced: readonly string[];
  /** New texts first, then those that callers already hear. */
  readonly groups: readonly WaitingGroup[];
  /** Number of waiting texts that are not on the page. */
  readonly left: number;
  /** Each language with the number of its waiting texts. */
  readonly languages: readonly WaitingInLanguage[];
  /** The language of the page; null for all languages. Only a page of one language asks for a native reader's name. */
  readonly language: string | null;
  /** Whether the visitor may approve at least one of the texts. */
  readonly mayTick: boolean;
  readonly reader: string;
  readonly readerError: string | undefined;
  readonly isReviewed: boolean;
  /** The listening that is being played; null if there is none. */
  readonly playing: Playing | null;
}

export const approveView: View<ApproveData> = (data, visit) => {
  const { t } = visit;
  const { address, problems, unplaced, groups, languages, mayApprove, mayTick, language, left, playing } = data;
  const [live, news] = [groups.filter(({ isLive }) => isLive), groups.filter(({ isLive }) => !isLive)];
  const nothing = t(language === null ? 'approvals.nothing-anywhere' : 'approvals.nothing');
  return html`${refusedAlone(problems, unplaced, foldedList(t, data.details))}
<p>${groups.length === 0 ? nothing : t(mayApprove ? 'approvals.how' : 'approvals.read-only')}</p>
${mayTick ? approveForm(data, visit) : ''}
<div data-player>${playing ? listeningView(visit, address, playing) : ''}</div>
${languagesView(languages, language, visit)}
${news.length === 0 && live.length > 0 ? html`<p><strong>${t('approvals.no-news')}</strong> <a class="link-target" href="/console/publish">${t('publish.nav')}</a></p>` : ''}
${part(t('approvals.news-title', { count: countIn(news) }), news)}
${
  // Hundreds of texts that callers have heard for a long time would hide the few new ones, so they are folded.
  news.length > 0 && live.length > 0 && !hasTicked(live)
    ? html`<details class="more"><summary>${t('approvals.live-title', { count: countIn(live) })}</summary>${part('', live)}</details>`
    : part(t('approvals.live-title', { count: countIn(live) }), live)
}
${left > 0 ? html`<p>${t('approvals.left', { count: left })}</p>` : ''}
<details class="more">
<summary>${t('approvals.about-approving')}</summary>
<p>${t('approvals.intro')}</p>
</details>
<p><a class="link-target" href="/console/change-sheet">${t('change-sheet.link')}</a></p>`;

  function part(title: string, some: readonly WaitingGroup[]): Html {
    return ifAny(
      some,
      (each) => html`<section class="approve-part">
${title === '' ? '' : html`<h2>${title}</h2>`}
${each.map((group) => waitingGroupView(visit, data, group))}
</section>`,
    );
  }
};

/** Whether any text of the groups is ticked or was heard. If so, the groups must not be folded. */
const hasTicked = (groups: readonly WaitingGroup[]): boolean =>
  groups.some(({ texts }) => texts.some(({ isTicked, isHeard }) => isTicked || isHeard));

const countIn = (groups: readonly WaitingGroup[]): number => groups.reduce((sum, { texts }) => sum + texts.length, 0);

/** The form for all texts. The checkboxes beside the texts belong to this form. */
const approveForm: View<ApproveData> = (data, visit) => {
  const { t } = visit;
  const { address, language, groups, reader, readerError, isReviewed } = data;
  // The button for listening is emphasised until all ticked texts have been heard. After that, the one for approving is
  // emphasised.
  const ticked = groups.flatMap(({ texts }) => texts).filter(({ isTicked }) => isTicked);
  const isHeard = ticked.length > 0 && ticked.every((each) => each.isHeard);
  const [ofListening, ofApproving] = isHeard ? [' button-quiet', ''] : ['', ' button-quiet'];
  return html`<form class="form form-wide approve-form" id="approve" method="post" action="${address}/approve">
${csrfField(visit)}
<p class="text-buttons"><button class="button${ofListening}" type="submit" formaction="${address}/listening">${t('approvals.listen-ticked')}</button>
${language === null ? approveButton() : ''}</p>
<p><button class="button button-quiet" type="submit" formaction="${address}/listening-file">${t('approvals.elsewhere.begin')}</button></p>
${
  language === null
    ? ''
    : html`<div class="check-field"><input id="reviewed" name="reviewed" type="checkbox" value="1"${isReviewed ? ' checked' : ''}><label for="reviewed">${t('approvals.reviewed')}</label></div>
${field(t, { name: 'reader', label: t('approvals.reader'), help: t('approvals.reader-help'), value: reader, error: readerError, optional: true, maxlength: longestReader, autocomplete: 'off' })}
<p class="text-buttons">${approveButton()}</p>`
}
</form>`;

  function approveButton(): Html {
    return html`<button class="button${ofApproving}" type="submit">${t('approvals.approve-heard')}</button>`;
  }
};

/** How many texts of one language wait for approval. */
export interface WaitingInLanguage {
  readonly tag: string;
  /** What staff call the language. */
  readonly name: string;
  readonly count: number;
}

/**
 * Links to the waiting texts of all languages and of each language, each link with the number of texts.
 * @param here the language of this page; null for the page of all languages
 */
function languagesView(languages: readonly WaitingInLanguage[], here: string | null, { t }: Visit): Html {
  const current = (isHere: boolean) => (isHere ? html` aria-current="page"` : '');
  const all = languages.reduce((sum, { count }) => sum + count, 0);
  return html`<nav class="text-ways" aria-label="${t('approvals.languages')}">
<a class="link-target" href="/console/approvals"${current(here === null)}>${t('approvals.all-languages')} ${t('approvals.count', { count: all })}</a>
${languages.map(({ tag, name, count }) => html`<a class="link-target" href="/console/approvals/${tag}"${current(here === tag)}>${name} ${t('approvals.count', { count })}</a> `)}
</nav>`;
}
