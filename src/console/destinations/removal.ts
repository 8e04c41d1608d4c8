import { Router } from 'express';
import { destinationPrompt } from '../../call/say.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { banner, csrfField, ifAny } from '../../frame/parts.ts';
import { requireMember } from '../../frame/require-member.ts';
import { show, showMessage } from '../../frame/show.ts';
import { visitOf } from '../../frame/visit.ts';
import { destinationUses } from '../../office/drafts/destination-uses.ts';
import type { ConsoleParts } from '../console-parts.ts';

interface Removal {
  readonly id: string;
  /** The revision of the line that is on the page. */
  readonly basedOn: number;
  /** Whether the line has no other destination. */
  readonly isLast: boolean;
  /** Whether callers are put through to this destination before they have chosen a language. */
  readonly isDefault: boolean;
  /** The languages whose callers are put through to this destination. */
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  /** How many texts of the destination have words, in all languages together. */
  readonly texts: number;
}

/** `/console/destinations/<id>/remove`: what removing a destination means, and what has to be changed first. */
export function createRemovalRouter({ drafts }: Pick<ConsoleParts, 'drafts'>): Router {
  const router = Router();
  router.get('/:id/remove', requireMember('edit'), async (request, response) => {
    const { t, language } = visitOf(response);
    const { line, texts } = await drafts.read();
    const { destinations } = line.file;
    const destination = destinations.find(({ id }) => id === request.params.id);
    if (!destination) return showMessage(response, 404, 'destinations.missing', { back: '/console/destinations' });
    const { id, name } = destination;
    const own = new Set((['transfer', 'number', 'hours'] as const).map((part) => destinationPrompt(id, part)));
    show(response, removalView, {
      title: t('destinations.remove-title', { name: name[language] }),
      trail: [{ path: '/destinations', text: t('destinations.nav') }],
      id,
      basedOn: line.revision,
      isLast: destinations.length === 1,
      ...destinationUses(line.file, id),
      texts: texts.filter(({ prompt, sentences }) => own.has(prompt) && sentences.length > 0).length,
    });
  });
  return router;
}

const removalView: View<Removal> = (removal, visit) => {
  const { t } = visit;
  const { id, basedOn, isLast, isDefault, languages, texts } = removal;
  const isUsed = isLast || isDefault || languages.length > 0;
  return html`${isUsed ? firstView(removal, visit) : ''}
<h2>${t('destinations.remove-lost')}</h2>
<p>${t('destinations.remove-about')}</p>
<h2>${t('destinations.remove-kept')}</h2>
<p>${t('destinations.remove-texts', { count: texts })}</p>
${
  isUsed
    ? ''
    : html`<form class="form" method="post" action="/console/destinations/${id}/remove">
${csrfField(visit)}
<input type="hidden" name="basedOn" value="${basedOn}">
<button class="button button-danger" type="submit">${t('destinations.remove')}</button>
</form>`
}
<p class="note"><a href="/console/destinations">${t('line.back')}</a></p>`;
};

/** Why the destination cannot be removed yet, with links to what has to be added or changed first. */
function firstView({ isLast, isDefault, languages }: Removal, { t }: Parameters<typeof removalView>[1]): Html {
  if (isLast) {
    return html`${banner({ kind: 'error', text: t('destinations.remove-last') })}
<p><a class="button button-quiet" href="/console/destinations/new">${t('destinations.add')}</a></p>`;
  }
  return html`${banner({ kind: 'error', text: t('destinations.still-used') })}
<ul>
${languages.map(({ tag, name }) => html`<li><a class="link-target" href="/console/languages/${tag}">${t('destinations.used-by', { name })}</a></li>`)}
${ifAny(isDefault ? [1] : [], () => html`<li><a class="link-target" href="/console/languages/start">${t('destinations.used-by-default')}</a></li>`)}
</ul>`;
}
