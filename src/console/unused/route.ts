import { type Request, type Response, Router } from 'express';
import { oneOf, readForm } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { goTo, show, showMessage } from '../../frame/show.ts';
import { actorIn, memberOf, visitOf } from '../../frame/visit.ts';
import { type Names, namesIn } from '../../naming/names.ts';
import { destinationsRemoved } from '../../office/drafts/destination-uses.ts';
import { type DraftNow, historyLimit } from '../../office/drafts/draft-desk.ts';
import { bringTopicBack, setParts } from '../../office/drafts/topic-menu.ts';
import { topicsRemoved, unusedTexts } from '../../office/drafts/unused-texts.ts';
import { may } from '../../office/staff/role.ts';
import { isPartName } from '../../words/line-file.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { freshForm, type LineFormState, saveForm } from '../line/line-form.ts';
import { orderIn } from '../line/menu.ts';
import { pathOfText } from '../text/open-text.ts';
import { partsOfText, plainText } from '../text/sentence.ts';
import { mostTopics, topicMenu } from '../topics/menu.ts';
import { unusedView } from './view.ts';

type UnusedParts = Pick<ConsoleParts, 'drafts'>;

/**
 * `/console/texts/unused`: texts that no part of the line uses. Staff can use them again or delete them. They can also
 * put back removed topics and destinations.
 */
export function createUnusedRouter(parts: UnusedParts): Router {
  const router = Router();
  router.get('/', (_request, response) => showUnused(parts, response));
  // A browser may request the address of a form as a page. `showNotFound` redirects such a request to the address one
  // level above, which is handled here. Otherwise the router for texts would read `unused` as a language.
  router.get('/:prompt', (_request, response) => goTo(response, '/texts/unused'));
  router.post('/topics/:id', requireMember('edit'), (request, response) => bringBack(parts, request, response));
  router.post('/destinations/:id', requireMember('edit'), (request, response) =>
    bringDestinationBack(parts, request, response),
  );
  router.post('/:prompt/use', requireMember('edit'), (request, response) => useAgain(parts, request, response));
  router.post('/:prompt/delete', requireMember('edit'), async (request, response) => {
    const prompt = String(request.params.prompt);
    const { kind } = await parts.drafts.deleteUnused(actorIn(response), prompt);
    if (kind === 'saved') return goTo(response, '/texts/unused', 'unused.done.deleted');
    if (kind === 'not-allowed') return showMessage(response, 403, 'frame.not-allowed');
    const problem = visitOf(response).t(kind === 'in-use' ? 'unused.in-use' : 'unused.gone');
    const status = kind === 'in-use' ? 409 : 404;
    await showUnused(parts, response, { status, problems: [problem] });
  });
  return router;
}

/** Puts a removed topic back at the end of the menu, with its texts. */
async function bringBack(parts: UnusedParts, request: Request, response: Response): Promise<void> {
  const { t } = visitOf(response);
  const { now, topics } = await readUnused(parts);
  const { file } = now.line;
  const topic = topics.find(({ id }) => id === request.params.id);
  const isFull = file.topics.length >= mostTopics;
  if (!topic || isFull) {
    const problems = [t(isFull ? 'topics.full' : 'unused.gone')];
    return showUnused(parts, response, { status: isFull ? 409 : 404, problems });
  }
  const after = { ...file, topics: bringTopicBack(file.topics, topic) };
  const about = { name: topic.id, before: orderIn(topicMenu, file), after: orderIn(topicMenu, after) };
  const change = { file: after, what: 'topics', about } as const;
  const form = await saveForm(parts, request, response, change, { path: '/topics', notice: 'topics.done.back' });
  if (form) await showUnused(parts, response, form);
}

/** Puts a removed destination back. Calls go there only after staff choose it for a language, or as the default. */
async function bringDestinationBack(parts: UnusedParts, request: Request, response: Response): Promise<void> {
  const { t } = visitOf(response);
  const { now, destinations } = await readUnused(parts);
  const { file } = now.line;
  const destination = destinations.find(({ id }) => id === request.params.id);
  if (!destination) return showUnused(parts, response, { status: 404, problems: [t('unused.gone')] });
  const { id, number } = destination;
  const after = { ...file, destinations: [...file.destinations, destination] };
  const change = { file: after, what: 'destination', about: { name: id, before: null, after: number } } as const;
  const done = { path: '/destinations', notice: 'destinations.done.back' } as const;
  const form = await saveForm(parts, request, response, change, done);
  if (form) await showUnused(parts, response, form);
}

/** Adds an unused text to the end of a topic. */
async function useAgain(parts: UnusedParts, request: Request, response: Response): Promise<void> {
  const { t } = visitOf(response);
  const { now, texts } = await readUnused(parts);
  const { file } = now.line;
  const prompt = String(request.params.prompt);
  const { typed } = readForm(request, t, { topic: oneOf(['', ...file.topics.map(({ id }) => id)], '') });
  const topic = file.topics.find(({ id }) => id === typed.topic);
  const isThere = texts.some((text) => text.prompt === prompt) && isPartName(prompt);
  if (!topic || !isThere) {
    const problems = [t(isThere ? 'topics.missing' : 'unused.gone')];
    return showUnused(parts, response, { status: isThere ? 409 : 404, problems });
  }
  const after = [...topic.parts, prompt];
  const about = { name: topic.id, before: topic.parts.join(', '), after: after.join(', ') };
  const topics = setParts(file.topics, topic.id, after);
  const change = { file: { ...file, topics }, what: 'topics', about } as const;
  const done = { path: `/topics/${topic.id}`, notice: 'topics.done.part-added' } as const;
  const form = await saveForm(parts, request, response, change, done);
  if (form) await showUnused(parts, response, form);
}

async function readUnused({ drafts }: UnusedParts) {
  const now = await drafts.read();
  const texts = unusedTexts(now);
  const history = texts.length === 0 ? [] : await drafts.lineHistory(historyLimit);
  const { file } = now.line;
  return {
    now,
    texts,
    topics: topicsRemoved(file, history, texts),
    destinations: destinationsRemoved(file, history, texts),
  };
}

/**
 * The first sentence of an unused prompt. It is in the source language if the prompt has words in that language,
 * otherwise in another language. Null if the prompt has no words in any language.
 */
function beginningOf({ line }: DraftNow, texts: ReturnType<typeof unusedTexts>[number]['texts'], names: Names) {
  const { sourceLanguage } = line.file;
  const text = texts.find(({ language }) => language === sourceLanguage) ?? texts[0];
  if (!text) return null;
  const partsOf = partsOfText({ line: line.file }, text, names);
  return { language: text.language, text: plainText(partsOf(text.sentences[0] ?? '')) };
}

/**
 * Shows the page, always with the present lists.
 * @param refused the state of a refused form
 */
async function showUnused(parts: UnusedParts, response: Response, refused: Partial<LineFormState> = {}): Promise<void> {
  const visit = visitOf(response);
  const { t, language: shown } = visit;
  const { now, texts, topics, destinations } = await readUnused(parts);
  const { file } = now.line;
  const names = namesIn(visit, now, [{ ...file, topics: [...topics] }]);
  const form = { ...freshForm(now), ...refused };
  show(response, unusedView, {
    status: form.status,
    title: t('unused.title'),
    trail: [{ path: '/texts', text: t('ledger.nav') }],
    form,
    mayEdit: may(memberOf(response).member.role, 'edit'),
    isFull: file.topics.length >= mostTopics,
    topics: topics.map((topic) => ({
      id: topic.id,
      name: names.topic(topic.id),
      prompts: topic.parts.map(names.prompt),
    })),
    choices: file.topics.map(({ id, key }) => ({ value: id, text: `${key} ${names.topic(id)}` })),
    destinations: destinations.map(({ id, name }) => ({ id, name: name[shown] })),
    texts: texts.map(({ prompt, texts: own }) => ({
      prompt,
      name: names.prompt(prompt),
      beginning: beginningOf(now, own, names),
      languages: own.map(({ language }) => ({
        tag: language,
        language: names.language(language),
        href: `/console${pathOfText(language, prompt)}`,
      })),
      mayBePart: isPartName(prompt),
    })),
  });
}
