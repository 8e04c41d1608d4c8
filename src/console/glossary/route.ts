import { Router } from 'express';
import { show } from '../../frame/show.ts';
import { visitOf } from '../../frame/visit.ts';
import { glossary, glossaryLanguage } from '../../words/rules/glossary.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { glossaryView } from './view.ts';

/** `GET /console/texts/glossary`: every official term, and its words in the other languages of the line. */
export function createGlossaryRouter({ drafts }: Pick<ConsoleParts, 'drafts'>): Router {
  const router = Router();
  router.get('/', async (_request, response) => {
    const { t } = visitOf(response);
    const { languages } = (await drafts.read()).line.file;
    const others = languages.filter(({ tag }) => tag !== glossaryLanguage);
    show(response, glossaryView, {
      title: t('glossary.title'),
      trail: [{ path: '/texts', text: t('ledger.nav') }],
      languages: others,
      terms: glossary.map(({ term, isRequired, approved }) => ({
        term,
        isRequired,
        words: others.map(({ tag }) => (Object.hasOwn(approved, tag) ? (approved[tag] ?? []) : [])),
      })),
    });
  });
  return router;
}
