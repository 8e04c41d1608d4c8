import { assetsAt, frameStyles } from './assets-router.ts';
import { type Html, html, nothing } from './html.ts';
import { banner, csrfField, ifAny } from './parts.ts';
import type { StandingBanner, Visit } from './visit.ts';

/** What a page gives the frame, besides its own HTML. */
export interface PageFrame {
  /** The heading and the browser's title, in the visitor's language. */
  readonly title: string;
  /** 200 by default. */
  readonly status?: number;
  /** The pages between the overview and this one, the highest first. `path` is below `/console`. */
  readonly trail?: readonly { readonly path: string; readonly text: string }[];
}

/** Entries of the menu that belong together. */
export interface NavGroup {
  /** Null for entries without a heading; in that case `heading` is null too. */
  readonly id: string | null;
  readonly heading: string | null;
  readonly entries: readonly {
    readonly href: string;
    readonly text: string;
    readonly isHere: boolean;
  }[];
}

/** A sentence about what was just done. */
export interface PageNotice {
  readonly kind: 'good' | 'warning';
  readonly text: string;
}

/** A page and what is shown around it. */
interface Page extends PageFrame {
  readonly nav: readonly NavGroup[];
  /** The sentence about what was just done; null if the address names none. */
  readonly notice: PageNotice | null;
  readonly body: Html;
}

/** @param place a prefix for ids; it differs between the two menus of a page, so that no id occurs twice */
const menu = (nav: readonly NavGroup[], place: string): Html =>
  html`${nav.map(({ id, heading, entries }) => {
    const headingId = `${place}-${id}`;
    return html`${heading ? html`<h2 class="menu-heading" id="${headingId}">${heading}</h2>` : ''}
<ul class="menu"${heading ? html` aria-labelledby="${headingId}"` : ''}>
${entries.map(({ href, text, isHere }) => html`<li><a href="${href}"${isHere ? html` aria-current="page"` : ''}>${text}</a></li>`)}
</ul>`;
  })}`;

const signedInAs = ({ t, signedIn }: Visit): string =>
  signedIn ? t('frame.signed-in-as', { name: signedIn.member.display, role: t(`roles.${signedIn.member.role}`) }) : '';

/** The header. On a narrow screen it is a single row. The folded menu then says who is signed in. */
function header(visit: Visit, nav: readonly NavGroup[]): Html {
  const { t, language, address, isGet, signedIn } = visit;
  const other = language === 'ja' ? 'en' : 'ja';
  return html`<header class="header">
<a class="header-product" href="/console"><span class="header-name">${t('frame.product')}</span> <span class="header-about">${t('frame.product-about')}</span></a>
${
  signedIn
    ? html`<details class="menu-folded">
<summary>${t('frame.menu')}</summary>
<nav aria-label="${t('frame.main-menu')}">
<p class="header-who">${signedInAs(visit)}</p>
${menu(nav, 'folded')}
</nav>
</details>`
    : ''
}
<div class="header-person">
${signedIn ? html`<span class="header-who">${signedInAs(visit)}</span>` : ''}
${
  // A page that answers a form cannot be reloaded in the other language. The link would lose what was typed.
  isGet
    ? html`<a class="header-link" href="/console/language/${other}?next=${encodeURIComponent(address)}" lang="${other}" hreflang="${other}">${t('frame.other-language')}</a>`
    : ''
}
${
  signedIn
    ? html`<form method="post" action="/console/sign-out">${csrfField(visit)}<button class="header-link" type="submit">${t('frame.sign-out')}</button></form>`
    : ''
}
</div>
</header>`;
}

/** Links to the public pages. */
const footer = ({ t, hasPhonePage }: Visit): Html => html`<footer class="footer">
<ul>
<li><a class="link-target" href="/">${t('frame.public-pages')}</a></li>
${hasPhonePage ? html`<li><a class="link-target" href="/phone">${t('frame.phone-page')}</a></li>` : ''}
<li><a class="link-target" href="/privacy">${t('frame.privacy')}</a></li>
<li><a class="link-target" href="/accessibility">${t('frame.accessibility')}</a></li>
</ul>
</footer>`;

const urgency: readonly StandingBanner['kind'][] = ['error', 'warning', 'information'];

/**
 * The banners that this member may see, the most important one first. On a narrow screen, two or more banners are
 * folded into one line, with their number and the text of the first one.
 */
function standingBanners(visit: Visit): Html {
  const { t, signedIn } = visit;
  const banners = visit.banners.toSorted((one, other) => urgency.indexOf(one.kind) - urgency.indexOf(other.kind));
  const [first] = banners;
  if (!signedIn || !first) return nothing;
  const all = html`${banners.map(({ kind, text, href }) => html`<div class="banner banner-${kind}"><p><a href="${href}">${text(visit)}</a></p></div>`)}`;
  if (banners.length === 1) return all;
  return html`<div class="banners-open">${all}</div>
<details class="banners-folded banner-${first.kind}">
<summary><b>${t('frame.banners-folded', { count: banners.length })}</b> ${first.text(visit)}</summary>
${all}
</details>`;
}

const trailOf = ({ t }: Visit, { trail = [], title }: PageFrame): Html =>
  ifAny(
    trail,
    (steps) => html`<nav class="trail" aria-label="${t('frame.trail')}">
<ol>
<li><a href="/console">${t('frame.overview')}</a></li>
${steps.map(({ path, text }) => html`<li><a href="/console${path}">${text}</a></li>`)}
<li aria-current="page">${title}</li>
</ol>
</nav>`,
  );

/** Renders a whole page. */
export function layout(page: Page, visit: Visit): Html {
  const { t, language, csrfToken, signedIn, isGet, pages } = visit;
  const { title, nav, notice, body } = page;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="htmx-config" content='{"includeIndicatorCSS": false}'>
<title>${title} | ${t('frame.product')}</title>
<link rel="icon" href="${assetsAt}/icon.svg" type="image/svg+xml">
${[...frameStyles, ...pages.flatMap(({ styles = [] }) => styles)].map((name) => html`<link rel="stylesheet" href="${assetsAt}/${name}.css">`)}
${['htmx.min', 'copy'].map((name) => html`<script src="${assetsAt}/${name}.js" defer></script>`)}${[...pages.flatMap(({ scripts = [] }) => scripts), 'typed', 'answer'].map((name) => html`<script type="module" src="${assetsAt}/${name}.js"></script>`)}
</head>
<body${isGet ? '' : ' data-answer'} hx-headers:inherited='{"X-CSRF-Token": "${csrfToken}"}'>
<a class="skip-link" href="#main">${t('frame.skip')}</a>
${header(visit, nav)}
<div class="frame${signedIn ? ' frame-with-menu' : ''}">
${signedIn ? html`<nav class="menu-open" aria-label="${t('frame.main-menu')}">${menu(nav, 'open')}</nav>` : ''}
<main id="main" class="main" tabindex="-1" data-restored="${t('kept.restored')}">
${standingBanners(visit)}
${trailOf(visit, page)}
<h1>${title}</h1>
${notice === null ? '' : banner({ ...notice, isAnswer: true })}
${body}
</main>
</div>
${footer(visit)}
</body>
</html>
`;
}
