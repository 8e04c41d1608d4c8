import { type Request, type Response, Router } from 'express';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { bringTopicBack, setParts } from '../../office/drafts/move-topic.ts';
import { topicsRemoved, unusedTexts } from '../../office/drafts/unused-texts.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { fieldOf } from '../form.ts';
import { requireMember } from '../require-member.ts';
import { goTo, show, showMessage } from '../show.ts';
import { memberOf, visitOf } from '../visit.ts';
import { historyLimit } from './languages-order.ts';
import { freshForm, type LineFormState, saveForm, sentForm } from './line-form.ts';
import { pathOfText } from './open-text.ts';
import { plainText, sentenceShower, valuesIn } from './show-sentence.ts';
import { mostTopics, orderOf } from './topics-label.ts';
import { partError } from './topics-texts.ts';

type UnusedParts = Pick<ConsoleParts, 'drafts'>;

/** `/console/texts/unused`: texts that no part of the line uses, to be used again or deleted. */
export function createUnusedRouter(parts: UnusedParts): Router {
  const router = Router();
  router.get('/', (_request, response) => showUnused(parts, response, null));
  router.post('/topics/:id', requireMember('edit'), (request, response) => bringBack(parts, request, response));
  router.post('/:prompt/use', requireMember('edit'), (request, response) => useAgain(parts, request, response));
  router.post('/:prompt/delete', requireMember('edit'), async (request, response) => {
    const prompt = String(request.params.prompt);
    const { kind } = await parts.drafts.deleteUnused(actorOf(memberOf(response).member), prompt);
    if (kind === 'saved') return goTo(response, '/texts/unused', 'unused.done.deleted');
    if (kind === 'not-allowed') return showMessage(response, 403, 'frame.not-allowed');
    const problem = visitOf(response).t(kind === 'in-use' ? 'unused.in-use' : 'unused.gone');
    const status = kind === 'in-use' ? 409 : 404;
    await showUnused(parts, response, sentForm(request, { status, problems: [problem] }));
  });
  return router;
}

/** A topic comes back with its texts, behind all others. */
async function bringBack(parts: UnusedParts, request: Request, response: Response): Promise<void> {
  const { t } = visitOf(response);
  const { now, topics } = await readUnused(parts);
  const { file } = now.line;
  const topic = topics.find(({ id }) => id === request.params.id);
  const isFull = file.topics.length >= mostTopics;
  if (!topic || isFull) {
    const problems = [t(isFull ? 'topics.full' : 'unused.gone')];
    return showUnused(parts, response, sentForm(request, { status: isFull ? 409 : 404, problems }));
  }
  const after = bringTopicBack(file.topics, topic);
  const about = { name: topic.id, before: orderOf(file.topics), after: orderOf(after) };
  const change = { file: { ...file, topics: after }, what: 'topics', about } as const;
  const form = await saveForm(parts, request, response, change, { path: '/topics', notice: 'topics.done.back' });
  if (form) await showUnused(parts, response, form);
}

/** A text becomes the last one of a topic that is there. */
async function useAgain(parts: UnusedParts, request: Request, response: Response): Promise<void> {
  const { t } = visitOf(response);
  const { now, texts } = await readUnused(parts);
  const { file } = now.line;
  const prompt = String(request.params.prompt);
  const topic = file.topics.find(({ id }) => id === fieldOf(request, 'topic'));
  const isThere = texts.some((text) => text.prompt === prompt) && partError(prompt, [], t) === null;
  if (!topic || !isThere) {
    const problems = [t(isThere ? 'topics.missing' : 'unused.gone')];
    return showUnused(parts, response, sentForm(request, { status: isThere ? 409 : 404, problems }));
  }
  const after = [...topic.parts, prompt];
  const about = { name: topic.id, before: topic.parts.join(', '), after: after.join(', ') };
  const topics = setParts(file.topics, topic.id, after);
  const change = { file: { ...file, topics }, what: 'topics', about } as const;
  const done = { path: `/topics/${topic.id}`, notice: 'topics.done.part-added' };
  const form = await saveForm(parts, request, response, change, done);
  if (form) await showUnused(parts, response, form);
}

async function readUnused({ drafts }: UnusedParts) {
  const now = await drafts.read();
  const texts = unusedTexts(now);
  const history = texts.length === 0 ? [] : await drafts.lineHistory(historyLimit);
  return { now, texts, topics: topicsRemoved(now.line.file, history, texts) };
}

/** How a text that nothing uses begins, in the source language if it has words there. */
function beginningOf({ line }: DraftNow, texts: ReturnType<typeof unusedTexts>[number]['texts']) {
  const { sourceLanguage } = line.file;
  const text = texts.find(({ language }) => language === sourceLanguage) ?? texts[0];
  if (!text) return null;
  const show = sentenceShower(valuesIn(line.file, text.language, null));
  return { language: text.language, text: plainText(show(text.sentences[0] ?? '')) };
}

async function showUnused(parts: UnusedParts, response: Response, form: LineFormState | null): Promise<void> {
  const { t } = visitOf(response);
  const { now, texts, topics } = await readUnused(parts);
  const { file } = now.line;
  const state = form ?? freshForm(now);
  show(response, 'unused', {
    status: state.status,
    title: t('unused.title'),
    trail: [{ path: '/texts', text: t('ledger.nav') }],
    form: state,
    mayEdit: may(memberOf(response).member.role, 'edit'),
    isFull: file.topics.length >= mostTopics,
    topics: topics.map(({ id, parts: prompts }) => ({ id, prompts })),
    choices: file.topics.map(({ id, key }) => ({ value: id, text: `${key} ${id}` })),
    texts: texts.map(({ prompt, texts: own }) => ({
      prompt,
      beginning: beginningOf(now, own),
      languages: own.map(({ language }) => ({ tag: language, href: `/console${pathOfText(language, prompt)}` })),
      mayBePart: partError(prompt, [], t) === null && !prompt.startsWith('disaster'),
    })),
  });
}
