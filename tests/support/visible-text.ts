import { plain } from './every-page.ts';

const empty = new Set(['input', 'br', 'meta', 'link', 'img', 'hr', 'path', 'rect', 'audio']);

/** Whether an element is left out, together with everything in it. */
type LeftOut = (name: string, attributes: string, inside: string) => boolean;

/**
 * The texts in attributes of an element that people see or hear: as a tooltip, in an empty field, or by a screen
 * reader.
 */
const saidBy = (attributes: string): string[] =>
  [...attributes.matchAll(/\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(([, text = '']) => plain(text));

/**
 * Collects the texts that a page shows to people: the texts between tags, and those of attributes such as `aria-label`.
 * It leaves out:
 * - ids beside names,
 * - texts in fields,
 * - places in a file that was uploaded,
 * - text that people type into programs (`<code>`),
 * - parts that are folded below "くわしく" or "Details",
 * - parts in other languages than the page, because they show what callers hear.
 * @param language the language of the page
 */
export function visibleText(html: string, language: string): string[] {
  const isLeftOut: LeftOut = (name, attributes, inside) => {
    if (['script', 'style', 'head', 'textarea', 'code'].includes(name)) return true;
    if (name === 'details') return /^\s*<summary[^>]*>(?:くわしく|Details)/.test(inside);
    if (/\bclass="(?:[^"]* )?(?:id|sheet-place)(?: [^"]*)?"/.test(attributes)) return true;
    const lang = /\blang="([^"]*)"/.exec(attributes)?.[1];
    return lang !== undefined && lang !== language && name !== 'html';
  };
  const said: string[] = [];
  const open: { readonly name: string; readonly isHidden: boolean }[] = [];
  let end = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi)) {
    const [tag, close, name = '', attributes = ''] = match;
    if (!open.at(-1)?.isHidden) said.push(plain(html.slice(end, match.index)));
    end = match.index + tag.length;
    if (close) open.splice(open.findLastIndex((each) => each.name === name));
    else {
      const isHidden = (open.at(-1)?.isHidden ?? false) || isLeftOut(name, attributes, html.slice(end, end + 200));
      if (!isHidden) said.push(...saidBy(attributes));
      if (!empty.has(name)) open.push({ name, isHidden });
    }
  }
  return said.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '');
}
