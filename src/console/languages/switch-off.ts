import { html, type View } from '../../frame/html.ts';
import { ifAny } from '../../frame/parts.ts';
import { switchOffLanguage, whyStays } from '../../office/drafts/language-menu.ts';
import type { MenuStep, PlannedStep } from '../line/menu-step.ts';

/**
 * Shows what callers lose and what is kept. If the language is an announcer, it cannot be switched off, and this shows
 * only a link to the page where announcers are chosen. If it cannot be switched off for another reason, this shows
 * nothing.
 */
const aboutView: View<PlannedStep> = ({ now, id, whyNot }, { t }) => {
  const { file } = now.line;
  if (whyNot !== null) {
    const isAnnouncer = whyNot === 'languages.stays.announcer';
    return html`${isAnnouncer ? html`<p><a class="button button-quiet" href="/console/languages/start">${t('languages.start.title')}</a></p>` : ''}`;
  }
  const count = now.texts.filter(({ language, sentences }) => language === id && sentences.length > 0).length;
  const { key = '', ownNumbers = [] } = file.languages.find(({ tag }) => tag === id) ?? {};
  return html`<p>${t('languages.off-about', { count })}</p>
<h2>${t('languages.off-lost')}</h2>
<ul>
<li>${t('languages.off-menu', { key })}</li>
${ifAny(ownNumbers, (numbers) => html`<li>${t('languages.off-numbers', { numbers: numbers.join(', ') })}</li>`)}
<li>${t('languages.off-sheet')}</li>
</ul>
<h2>${t('languages.off-kept')}</h2>
<ul>
<li>${t('languages.off-texts', { count })}</li>
<li>${t('languages.off-settings')}</li>
</ul>`;
};

/** Takes a language out of the menu. Its texts are kept. */
export const switchOff: MenuStep = {
  step: 'off',
  title: 'languages.off-title',
  submit: 'languages.off-submit',
  isDangerous: true,
  done: 'languages.done.off',
  change: (file, tag) => ({ ...file, languages: switchOffLanguage(file.languages, tag) }),
  whyNot: (file, tag) => {
    const stays = whyStays(file, tag);
    return stays && `languages.stays.${stays}`;
  },
  aboveView: aboutView,
};
