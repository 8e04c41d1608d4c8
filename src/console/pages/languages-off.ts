import { type Request, type Response, Router } from 'express';
import { keyChanges } from '../../office/drafts/menu-keys.ts';
import { switchOffLanguage, whyStays } from '../../office/drafts/place-language.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { requireMember } from '../require-member.ts';
import { show, showMessage } from '../show.ts';
import { visitOf } from '../visit.ts';
import { languageOrder } from './languages-order.ts';
import { agreementTo, isAgreed } from './line-agreed.ts';
import { freshForm, type LineFormState, saveForm, sentForm } from './line-form.ts';

/** `/console/languages/<tag>/off`: first a page that says which keys change, and then the change. */
export function createLanguageOffRouter({ drafts }: Pick<ConsoleParts, 'drafts'>): Router {
  const router = Router();
  const address = '/:tag/off';

  const showOff = async (request: Request, response: Response, form: LineFormState | null): Promise<void> => {
    const { t } = visitOf(response);
    const now = await drafts.read();
    const { file } = now.line;
    const found = file.languages.find(({ tag }) => tag === request.params.tag);
    if (!found) return showMessage(response, 404, 'languages.missing', { back: '/console/languages' });
    const after = switchOffLanguage(file.languages, found.tag);
    const state = form ?? freshForm(now);
    const changes = keyChanges(file.languages, after, ({ tag }) => tag);
    const why = whyStays(file, found.tag);
    show(response, 'languages-off', {
      status: state.status,
      title: t('languages.off-title', { name: found.name }),
      trail: [{ path: '/languages', text: t('languages.nav') }],
      address: `/console/languages/${found.tag}/off`,
      form: { ...state, changes },
      agreement: agreementTo(changes),
      nameOf: (tag: string) => file.languages.find((each) => each.tag === tag)?.name ?? tag,
      why: why && t(`languages.stays.${why}`),
      texts: now.texts.filter(({ language, sentences }) => language === found.tag && sentences.length > 0).length,
    });
  };

  router.get(address, requireMember('edit'), (request, response) => showOff(request, response, null));
  router.post(address, requireMember('edit'), async (request, response) => {
    const { t } = visitOf(response);
    const { file } = (await drafts.read()).line;
    const tag = String(request.params.tag);
    const languages = switchOffLanguage(file.languages, tag);
    if (whyStays(file, tag) !== null || languages.length === file.languages.length) {
      return showOff(request, response, sentForm(request, { status: 422 }));
    }
    if (
      !isAgreed(
        request,
        keyChanges(file.languages, languages, (each) => each.tag),
      )
    ) {
      const errors = { agreed: t('line.keys.needed') };
      return showOff(request, response, sentForm(request, { status: 422, errors }));
    }
    const about = { name: tag, before: languageOrder(file.languages), after: languageOrder(languages) };
    const change = { file: { ...file, languages }, what: 'languages', about } as const;
    const done = { path: '/languages', notice: 'languages.done.off' };
    const form = await saveForm({ drafts }, request, response, change, done);
    if (form) await showOff(request, response, form);
  });
  return router;
}
