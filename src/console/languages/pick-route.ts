import { Router } from 'express';
import { requireMember } from '../../frame/require-member.ts';
import { goTo, show, showMessage } from '../../frame/show.ts';
import { visitOf } from '../../frame/visit.ts';
import { languageNameFor, ownName } from '../../naming/language-names.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { knownTags } from './known-languages.ts';
import { isLanguageTag } from './language-check.ts';
import { mostLanguages, readLanguagesOff } from './menu.ts';
import { pickLanguageView } from './pick-view.ts';

/**
 * `/console/languages/another`: asks which language to add. If the query names a new language, its form follows at the
 * same address. If the query names a language that is switched off, redirects to the page of this language.
 */
export function createPickRouter({ drafts }: Pick<ConsoleParts, 'drafts'>): Router {
  const router = Router();
  router.get('/another', requireMember('edit'), async (request, response, next) => {
    const { t, language } = visitOf(response);
    const { file } = (await drafts.read()).line;
    if (file.languages.length >= mostLanguages) {
      return showMessage(response, 422, 'languages.full', { back: '/console/languages' });
    }
    const asked = (name: string) => {
      const value = request.query[name];
      return typeof value === 'string' ? value.trim().slice(0, 100) : null;
    };
    const [chosen, other] = [asked('tag') ?? '', asked('other') ?? ''];
    const isOn = (each: string) => file.languages.some((entry) => entry.tag === each);
    const tag = other === '' ? chosen : canonical(other);
    if (isLanguageTag(tag) && !isOn(tag)) {
      const isOff = (await readLanguagesOff(drafts, file)).some((each) => each.tag === tag);
      if (isOff) return goTo(response, `/languages/${tag}`);
      // The form reads the tag from `tag` in the query, not from `other`.
      if (other !== '') return goTo(response, `/languages/another?tag=${tag}`);
      return next();
    }
    const isAnswered = asked('tag') !== null || other !== '';
    show(response, pickLanguageView, {
      status: isAnswered ? 422 : 200,
      title: t('languages.add'),
      trail: [{ path: '/languages', text: t('languages.nav') }],
      choices: knownTags
        .filter((each) => !isOn(each))
        .map((each) => ({ tag: each, name: languageNameFor(each, language), ownName: ownName(each) })),
      chosen,
      other,
      wrongChoice: isAnswered && other === '' ? t(isOn(tag) ? 'languages.wrong.taken' : 'languages.wrong.which') : '',
      wrongTag: other === '' ? '' : t(isOn(tag) ? 'languages.wrong.taken' : 'languages.wrong.tag'),
    });
  });
  return router;
}

/** The canonical spelling of a tag: `vi` for `VI`, `fil` for `tl`. Anything that is not a tag stays as it is. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? tag;
  } catch {
    return tag;
  }
}
