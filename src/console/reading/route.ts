import { type Request, type Response, Router } from 'express';
import { formOf } from '../../frame/form.ts';
import { checkbox, readForm, textArea, textLine } from '../../frame/read-form.ts';
import { visitOf } from '../../frame/visit.ts';
import { textsOf } from '../../office/editions/reading/read-texts.ts';
import { readingLimits } from '../../office/editions/reading/reading-state.ts';
import type { DeadReading } from '../../office/editions/reading/use-reading.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { showReading } from './reading-layout.ts';
import { sayIn } from './say.ts';
import { groupPage, type Refused } from './text-view.ts';
import { firstPage, onlySentence, type ReadingPages } from './view.ts';

/** A prompt's id is never longer. */
const longestPrompt = 200;

/**
 * `/console/reading/<token>`: for a native reader without an account, who opens it with a link. The first page lists groups of
 * texts; `/<group>` has the texts of one, and answers are sent there; `/sound/<prompt>` plays one; `/finish` ends the reading.
 * Nothing else of the console can be reached with the link.
 */
export function createReadingRouter({ readings, report }: Pick<ConsoleParts, 'readings' | 'report'>): Router {
  const router = Router();

  router.get('/:token', async (request, response) => {
    const pages = await openPages(request, response);
    if (pages) showFirst(response, pages, false);
  });

  router.get('/:token/sound/:prompt', async ({ params }, response) => {
    const sound = await readings.sound(params.token, params.prompt);
    response.set('Referrer-Policy', 'no-referrer');
    if (sound.kind === 'sound') return response.redirect(302, `/audio/${sound.key}.wav`);
    response.type('text/plain');
    if (sound.kind === 'no-sound' && sound.failure) {
      report(sound.failure);
      return void response.status(503).send('The sound cannot be made now. Try again later.');
    }
    response.status(404).send('There is no such sound.');
  });

  router.get('/:token/:group', async (request, response) => {
    const pages = await openPages(request, response);
    if (pages) showGroup(request, response, pages, null);
  });

  router.post('/:token/finish', async (request, response) => {
    const pages = await openPages(request, response);
    if (!pages) return;
    const { statement } = readForm(request, visitOf(response).t, { statement: checkbox }).typed;
    if (!statement) return showFirst(response, pages, true);
    const result = await readings.finish(String(request.params.token));
    if (result.kind === 'finished') {
      const { language } = pages.open.reading;
      return showReading(response, { tag: language, title: titleIn(language), body: onlySentence(language, 'thanks') });
    }
    if (result.kind === 'incomplete' || result.kind === 'changed') return response.redirect(303, pages.address);
    showDead(response, result);
  });

  router.post('/:token/:group', async (request, response) => {
    const pages = await openPages(request, response);
    if (!pages) return;
    const read = readForm(request, visitOf(response).t, {
      prompt: textLine(longestPrompt),
      hash: textLine(longestPrompt),
      answer: textLine(longestPrompt),
      comment: textArea(readingLimits.comment),
    });
    const { prompt, hash, answer, comment } = read.typed;
    const sentences = sentencesIn(request);
    const isRight = answer === 'right';
    const result =
      read.errors.comment === undefined
        ? await readings.judge(String(request.params.token), { prompt, hash, isRight, sentences, comment })
        : ({ kind: 'too-long' } as const);
    switch (result.kind) {
      case 'saved':
        return response.redirect(303, `${pages.address}/${request.params.group}#text-${numberAfter(pages, prompt)}`);
      case 'changed':
      case 'nothing-marked':
      case 'too-long': {
        const refused: Refused = { prompt, sentences, comment, error: `wrong-${result.kind}` };
        const again = await openPages(request, response);
        return again ? showGroup(request, response, again, refused) : undefined;
      }
      default:
        showDead(response, result);
    }
  });

  /** @returns null for a link that does not work; the answer has then been sent */
  async function openPages({ params }: Request, response: Response): Promise<ReadingPages | null> {
    const token = String(params.token);
    const open = await readings.open(token);
    if (open.kind === 'open') return { open, address: `/console/reading/${encodeURIComponent(token)}` };
    showDead(response, open);
    return null;
  }

  function showFirst(response: Response, pages: ReadingPages, isStatementMissing: boolean): void {
    const { language } = pages.open.reading;
    const body = firstPage(pages, isStatementMissing, visitOf(response));
    showReading(response, { status: isStatementMissing ? 422 : 200, tag: language, title: titleIn(language), body });
  }

  function showGroup({ params }: Request, response: Response, pages: ReadingPages, refused: Refused | null): void {
    const group = pages.open.groups.find(({ id }) => id === params.group);
    if (!group) {
      response.redirect(303, pages.address);
      return;
    }
    const { language } = pages.open.reading;
    const status = refused === null ? 200 : refused.error === 'wrong-changed' ? 409 : 422;
    const body = groupPage(pages, group, refused, visitOf(response));
    showReading(response, { status, tag: language, title: titleIn(language), body });
  }

  return router;
}

const titleIn = (language: string): string => sayIn(language, 'title');

/** 410: what was there is gone, and asking again changes nothing. */
function showDead(response: Response, { kind, language }: DeadReading): void {
  const tag = language ?? 'en';
  const status = kind === 'unknown' ? 404 : 410;
  showReading(response, { status, tag, title: titleIn(tag), body: onlySentence(tag, kind) });
}

/** The marked sentences of the form. */
const sentencesIn = (request: Request): number[] =>
  formOf(request)
    .getAll('sentence')
    .flatMap((sent) => (/^\d{1,4}$/.test(sent) ? [Number(sent)] : []));

/** The number of the text after one in the whole reading; of the text itself if it is the last of its group. */
function numberAfter({ open }: ReadingPages, prompt: string): number {
  const group = open.groups.find(({ texts }) => texts.some((text) => text.prompt === prompt));
  const number = textsOf(open).findIndex((text) => text.prompt === prompt) + 1;
  return group?.texts.at(-1)?.prompt === prompt ? number : number + 1;
}
