import { type RequestHandler, Router } from 'express';
import { queryIn } from '../../frame/form.ts';
import { showMessage } from '../../frame/show.ts';
import { pathToText } from '../../office/rehearsal/path-to-text.ts';
import { plainSettings, queryOf } from '../../office/rehearsal/settings.ts';
import { toSituation } from '../../office/rehearsal/to-situation.ts';
import type { RehearsalPageParts } from './open-rehearsal.ts';

/**
 * `GET /console/rehearsal/hear?language=en&prompt=goodbye`: redirects to the shortest call in which the text is heard,
 * if the call is made now. The call is on the draft or, with `on=live`, on the live edition.
 */
export function createHearRouter({ rehearsal, shelf, clock }: RehearsalPageParts): Router {
  const hear: RequestHandler = async (request, response) => {
    const query = queryIn(request);
    const ref = { language: query.get('language') ?? '', prompt: query.get('prompt') ?? '' };
    const on = query.get('on') === 'live' ? 'live' : 'draft';
    const edition = on === 'live' ? shelf.current : (await rehearsal.drafted()).edition;
    const settings = { ...plainSettings, on } as const;
    const back = '/console/rehearsal';
    const isKnown = edition?.words[ref.language]?.prompts[ref.prompt] !== undefined;
    if (!edition || !isKnown) return showMessage(response, 404, 'rehearsal.hear.none', { back });
    const { noticeNow, approved } = rehearsal;
    const surroundings = { file: edition.file, now: clock(), noticeNow, approved };
    const { situation } = await toSituation(settings, surroundings);
    const path = pathToText(edition, situation, ref);
    // The text exists and the link was valid, so the status is 200. But no call at this time leads to the text.
    if (!path) return showMessage(response, 200, 'rehearsal.hear.none', { back });
    response.redirect(303, `${back}?${queryOf(settings, path)}#latest`);
  };
  return Router().get('/', hear);
}
