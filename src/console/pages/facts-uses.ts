import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { factUses, isUnused } from '../../office/drafts/fact-uses.ts';
import { pathOfText } from './open-text.ts';

/** Where a fact is used, as `views/parts/line-uses.eta` shows it. */
export interface ShownUses {
  readonly isUnused: boolean;
  readonly prompts: readonly {
    readonly prompt: string;
    /** `href` is null for a language that is switched off: its texts have no page. */
    readonly texts: readonly { readonly tag: string; readonly href: string | null }[];
  }[];
  readonly destinations: readonly string[];
  readonly isOnSheets: boolean;
}

/** Every use of a fact, with the addresses of the texts. */
export function showUses(now: DraftNow, name: string): ShownUses {
  const uses = factUses(now, name);
  const tags = now.line.file.languages.map(({ tag }) => tag);
  const order = (tag: string) => (tag === now.line.file.sourceLanguage ? -1 : tags.indexOf(tag) + 1 || tags.length + 1);
  return {
    isUnused: isUnused(uses),
    prompts: uses.prompts.map(({ prompt, languages }) => ({
      prompt,
      texts: languages
        .toSorted((one, other) => order(one) - order(other))
        .map((tag) => ({ tag, href: tags.includes(tag) ? `/console${pathOfText(tag, prompt)}` : null })),
    })),
    destinations: uses.destinations,
    isOnSheets: uses.isOnSheets,
  };
}
