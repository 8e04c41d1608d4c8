/** Many pages differ only by a text or a number; of each kind so many are opened. */
const pagesOfAKind = 2;

const kindOf = (path: string): string => path.split(/[?/]/).slice(0, 4).join('/');

/** Undoes what the views do to text. */
export const plain = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The addresses in the console that a page leads to, without those that change the language. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\bhref="(\/console[^"#]*)/g)]
    .map(([, link = '']) => plain(link))
    .filter((link) => !link.startsWith('/console/language/'));

/**
 * Opens everything that somebody could come upon by clicking, a few pages of each kind.
 * @param open what a page is opened with; gives its HTML
 */
export async function openEveryPage(
  addresses: readonly string[],
  open: (address: string) => Promise<string>,
): Promise<string[]> {
  const opened = new Map<string, number>();
  const done = new Set<string>();
  const waiting = [...addresses];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const known = opened.get(kindOf(address)) ?? 0;
    if (done.has(address) || (known >= pagesOfAKind && !addresses.includes(address))) continue;
    opened.set(kindOf(address), known + 1);
    done.add(address);
    waiting.push(...linksIn(await open(address)));
  }
  return [...done];
}
