/** Maximum number of pages of each kind that are opened by links. Many pages differ only by a text or a number. */
const pagesOfAKind = 2;

const kindOf = (path: string): string => path.split(/[?/]/).slice(0, 4).join('/');

/** Undoes the escaping of text in HTML and XML. */
export const plain = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The addresses of the console to which a page links, without the links that change the language. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\bhref="(\/console[^"#]*)/g)]
    .map(([, link = '']) => plain(link))
    .filter((link) => !link.startsWith('/console/language/'));

/**
 * Opens the pages that can be reached by clicking links, but only a few of each kind.
 * @param addresses the pages to start from. All of them are opened
 * @param open opens a page and returns its HTML
 * @returns the addresses that were opened
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
