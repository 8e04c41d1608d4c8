import { Router } from 'express';
import { show } from '../../frame/show.ts';
import { memberOf, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { whyStays } from '../../office/drafts/language-menu.ts';
import { may } from '../../office/staff/role.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { createEntryRouter } from '../line/entry-router.ts';
import { createMenuStepRouter } from '../line/menu-step.ts';
import { createLanguageKind, type LanguageParts } from './language-kind.ts';
import { type LanguageProgress, languagesView } from './list-view.ts';
import { languageMenu, mostLanguages, readLanguagesOff } from './menu.ts';
import { createPickRouter } from './pick-route.ts';
import { createStartRouter } from './start-route.ts';
import { switchOff } from './switch-off.ts';

/** The languages of the line: `/console/languages`, with a form for each language. */
export function createLanguagesPage(parts: LanguageParts & Pick<ConsoleParts, 'clock'>): ConsolePage {
  const { drafts } = parts;
  const router = Router();
  router.get('/', async (_request, response) => {
    const visit = visitOf(response);
    const { t } = visit;
    const now = await drafts.read();
    const { file } = now.line;
    const off = await readLanguagesOff(drafts, file);
    const names = namesIn(visit, now, [{ ...file, languages: off }]);
    show(response, languagesView, {
      title: t('languages.title'),
      mayEdit: may(memberOf(response).member.role, 'edit'),
      isFull: file.languages.length >= mostLanguages,
      languages: file.languages.map((each) => ({
        ...each,
        called: names.language(each.tag),
        destination: names.destination(each.destination),
        destinationId: each.destination,
        isSpoken: file.destinations.some(
          ({ id, languages }) => id === each.destination && languages.includes(each.tag),
        ),
        mayBeOff: whyStays(file, each.tag) !== 'source',
        progress: progressOf(now, each.tag),
      })),
      off: off.map(({ tag, name }) => ({
        tag,
        name,
        called: names.language(tag),
        written: now.texts.filter((text) => text.language === tag && text.sentences.length > 0).length,
      })),
    });
  });
  router.use('/', createPickRouter(parts));
  router.use('/', createStartRouter(parts));
  router.use('/', createMenuStepRouter(parts, languageMenu, [switchOff]));
  router.use('/', createEntryRouter(parts, createLanguageKind(parts)));
  return {
    path: '/languages',
    navKey: 'languages.nav',
    group: 'line',
    aboutKey: 'languages.about',
    act: 'read',
    router,
  };
}

function progressOf({ line, find }: DraftNow, tag: string): LanguageProgress {
  const needed = requiredPromptsIn(line.file, tag);
  const written = needed.flatMap((prompt) => {
    const text = find(tag, prompt);
    return text && text.sentences.length > 0 ? [text] : [];
  });
  const reviewed = written.filter(({ isReviewed }) => isReviewed).length;
  return { needed: needed.length, written: written.length, reviewed };
}
