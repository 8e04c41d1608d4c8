import { type Html, html } from '../../frame/html.ts';
import { smallId } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import type { Names } from '../../naming/names.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { factUses, isUnused } from '../../office/drafts/fact-uses.ts';
import { pathOfText } from '../text/open-text.ts';

/** Where a fact is used, as `usesView` shows it. */
export interface LinkedUses {
  readonly isUnused: boolean;
  readonly prompts: readonly {
    readonly prompt: string;
    readonly name: string;
    /** `href` is null for a language that is switched off, because its texts have no page. */
    readonly texts: readonly { readonly tag: string; readonly language: string; readonly href: string | null }[];
  }[];
  readonly destinations: readonly { readonly id: string; readonly name: string }[];
  readonly isOnSheets: boolean;
}

/**
 * Finds every use of a fact, with the addresses of the texts. The texts of a prompt are in the order of the menu, but
 * the source language comes first, and languages that are switched off come last.
 */
export function linkUses(names: Names, now: DraftNow, id: string): LinkedUses {
  const uses = factUses(now, id);
  const tags = now.line.file.languages.map(({ tag }) => tag);
  const order = (tag: string) => (tag === now.line.file.sourceLanguage ? -1 : tags.indexOf(tag) + 1 || tags.length + 1);
  return {
    isUnused: isUnused(uses),
    prompts: uses.prompts.map(({ prompt, languages }) => ({
      prompt,
      name: names.prompt(prompt),
      texts: languages
        .toSorted((one, other) => order(one) - order(other))
        .map((tag) => ({
          tag,
          language: names.language(tag),
          href: tags.includes(tag) ? `/console${pathOfText(tag, prompt)}` : null,
        })),
    })),
    destinations: uses.destinations.map((destination) => ({ id: destination, name: names.destination(destination) })),
    isOnSheets: uses.isOnSheets,
  };
}

/**
 * The texts, destinations and leaflets that use a fact.
 * @param isShort whether to show one link for each prompt instead of one for each language
 */
export function usesView({ t }: Visit, uses: LinkedUses, isShort: boolean): Html {
  if (uses.isUnused) return html`<span>${t('facts.unused')}</span>`;
  const inShort = ({ name, texts }: LinkedUses['prompts'][number]): Html => {
    const href = texts.find((text) => text.href)?.href;
    return html`${href ? html`<a class="link-target" href="${href}">${name}</a>` : name}
<span class="line-quiet">${t('facts.in-languages', { count: texts.length })}</span>`;
  };
  const inFull = ({ prompt, name, texts }: LinkedUses['prompts'][number]): Html => html`${name} ${smallId(prompt)}
${texts.map(({ language, href }) => (href ? html` <a class="link-target" href="${href}" aria-label="${name} ${language}">${language}</a>` : html` <span>${language}</span>`))}`;
  return html`<ul class="plain line-uses">
${uses.prompts.map((use) => html`<li>${isShort ? inShort(use) : inFull(use)}</li>`)}
${uses.destinations.map(({ id, name }) => html`<li><a class="link-target" href="/console/destinations/${id}">${t('facts.by-destination', { name })}</a></li>`)}
${uses.isOnSheets ? html`<li><a class="link-target" href="/console/leaflets/names">${t('leaflets.nav')}</a></li>` : ''}
</ul>`;
}
