import { switchOffLanguage, whyStays } from '../../office/drafts/language-menu.ts';
import { html } from '../frame/html.ts';
import type { MenuStep } from '../line/menu-step.ts';

/** Takes a language out of the menu; its texts are kept. */
export const switchOff: MenuStep = {
  ...{ step: 'off', title: 'languages.off-title', submit: 'languages.off-submit', isDangerous: true },
  done: 'languages.done.off',
  change: (file, tag) => ({ ...file, languages: switchOffLanguage(file.languages, tag) }),
  whyNot: (file, tag) => {
    const stays = whyStays(file, tag);
    return stays && `languages.stays.${stays}`;
  },
  aboveView: ({ now, id, whyNot }, { t }) => {
    const count = now.texts.filter(({ language, sentences }) => language === id && sentences.length > 0).length;
    return html`${whyNot === null ? html`<p>${t('languages.off-about', { count })}</p>` : ''}`;
  },
};
