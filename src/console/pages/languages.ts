import { type Response, Router } from 'express';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { languagesOff, whyStays } from '../../office/drafts/place-language.ts';
import { may } from '../../office/staff/role.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { show } from '../show.ts';
import { memberOf, visitOf } from '../visit.ts';
import { mostLanguages } from './languages-check.ts';
import { createLanguageOffRouter } from './languages-off.ts';
import { createLanguageRouter } from './languages-one.ts';
import { historyLimit } from './languages-order.ts';

type LanguagesParts = Pick<ConsoleParts, 'drafts'>;

/** The languages of the line: `/console/languages`, with a form for each. */
export function createLanguagesPage(parts: LanguagesParts): ConsolePage {
  const router = Router();
  router.get('/', (_request, response) => showLanguages(parts, response));
  router.use('/', createLanguageOffRouter(parts));
  router.use('/', createLanguageRouter(parts));
  return { path: '/languages', navKey: 'languages.nav', aboutKey: 'languages.about', act: 'read', router };
}

async function showLanguages({ drafts }: LanguagesParts, response: Response): Promise<void> {
  const { t, language } = visitOf(response);
  const now = await drafts.read();
  const { file } = now.line;
  show(response, 'languages', {
    title: t('languages.title'),
    mayEdit: may(memberOf(response).member.role, 'edit'),
    isFull: file.languages.length >= mostLanguages,
    languages: file.languages.map((each) => ({
      tag: each.tag,
      key: each.key,
      name: each.name,
      destination: file.destinations.find(({ id }) => id === each.destination)?.name[language] ?? each.destination,
      voices: [`Google: ${each.voices.google}`, `espeak: ${each.voices.espeak}`, `Twilio: ${each.voices.twilio.voice}`],
      stays: whyStays(file, each.tag) !== null,
      ...counts(now, each.tag),
    })),
    off: languagesOff(file, await drafts.lineHistory(historyLimit)).map(({ tag, name }) => ({
      ...{ tag, name },
      written: now.texts.filter((text) => text.language === tag && text.sentences.length > 0).length,
    })),
  });
}

/** How many texts a language needs, has, and a native reader has gone through. */
function counts({ line, find }: DraftNow, tag: string) {
  const needed = requiredPromptsIn(line.file, tag);
  const written = needed.flatMap((prompt) => {
    const text = find(tag, prompt);
    return text && text.sentences.length > 0 ? [text] : [];
  });
  const reviewed = written.filter(({ isReviewed }) => isReviewed).length;
  return { needed: needed.length, written: written.length, reviewed };
}
