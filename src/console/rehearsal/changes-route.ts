import { Router } from 'express';
import { queryIn } from '../../frame/form.ts';
import { show } from '../../frame/show.ts';
import { visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import { changedTexts, type TextHeard } from '../../office/rehearsal/changed-texts.ts';
import type { LineFile } from '../../words/line-file.ts';
import { pathOfText } from '../text/open-text.ts';
import { partsOfText } from '../text/sentence.ts';
import { type ChangedSide, changesView } from './changes-view.ts';
import type { RehearsalPageParts } from './open-rehearsal.ts';

/**
 * `GET /console/rehearsal/changes?language=en`: the texts whose sound differs between the live edition and the
 * draft. Old and new texts are side by side.
 */
export function createChangesRouter(parts: RehearsalPageParts): Router {
  const { rehearsal, editions, engine, narrator } = parts;
  const router = Router();

  router.get('/', async (request, response) => {
    const visit = visitOf(response);
    const { t } = visit;
    const { now } = await rehearsal.drafted();
    const { languages, sourceLanguage } = now.line.file;
    const asked = queryIn(request).get('language');
    const language = languages.find(({ tag }) => tag === asked)?.tag ?? sourceLanguage;
    const [publication] = await editions.publications(1);
    const live = publication ? await editions.find(publication.edition) : null;
    const names = namesIn(visit, now, live ? [live.line] : []);
    const changed = await changedTexts(rehearsal.hashTexts, live, now.draft, engine, language);
    const isVoiceKept = live === null || live.engine.fingerprint === engine.fingerprint;
    const describeSide = (
      prompt: string,
      { sentences, narration }: TextHeard,
      line: LineFile,
      canSpeak: boolean,
    ): ChangedSide => {
      if (narration && canSpeak) narrator.register(narration);
      const partsOf = partsOfText({ line }, { language, prompt }, names);
      return {
        sentences: sentences.map(partsOf),
        audio: narration && canSpeak ? `/audio/${narration.key}.wav` : null,
      };
    };
    show(response, changesView, {
      title: t('rehearsal.changes.title'),
      trail: [{ path: '/rehearsal', text: t('rehearsal.title') }],
      languages: languages.map(({ tag, name }) => ({ tag, name, isHere: tag === language })),
      tag: language,
      isVoiceKept,
      changed: changed.map(({ prompt, before, after, isSoundOnly }) => ({
        prompt,
        name: names.prompt(prompt),
        href: `/console${pathOfText(language, prompt)}`,
        isSoundOnly,
        // If the voice has changed since the live edition, the old text has no sound here. Only the new voice could
        // speak it, and callers do not hear this voice yet.
        before: describeSide(prompt, before, live?.line ?? now.line.file, isVoiceKept),
        after: describeSide(prompt, after, now.line.file, true),
      })),
    });
  });

  return router;
}
