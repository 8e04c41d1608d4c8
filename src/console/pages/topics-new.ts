import { type Request, type Response, Router } from 'express';
import { topicPrompt } from '../../call/say.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { addTopic } from '../../office/drafts/move-topic.ts';
import { tidySentences } from '../../office/drafts/tidy-sentences.ts';
import { byName, isTakenByObjects } from '../../words/by-name.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { fieldOf } from '../form.ts';
import { requireMember } from '../require-member.ts';
import { show, showMessage } from '../show.ts';
import type { Translate } from '../texts/texts.ts';
import { visitOf } from '../visit.ts';
import { freshForm, type LineFormState, saveForm, sentForm } from './line-form.ts';
import { mostTopics, orderOf } from './topics-label.ts';
import { existingText, keyPlace, menuError, partError, textError, writeDraft } from './topics-texts.ts';

/** A new topic as it stands in the form. */
interface TypedTopic {
  readonly id: string;
  readonly menu: string;
  readonly part: string;
  readonly text: string;
}

/** `/console/topics/new`: a topic at the end of the menu, with its words in the source language. */
export function createNewTopicRouter(parts: Pick<ConsoleParts, 'drafts'>): Router {
  const { drafts } = parts;
  const router = Router();
  router.use(requireMember('edit'));
  router.get('/', async (_request, response) => {
    const now = await drafts.read();
    const id = freeId(now);
    showNew(response, now, { id, menu: '', part: `${id}.about`, text: '' }, freshForm(now));
  });
  router.post('/', (request, response) => add(parts, request, response));
  return router;
}

/** A name that no topic has, and no text begins with. */
function freeId({ line, texts }: DraftNow): string {
  const taken = (id: string) =>
    line.file.topics.some((topic) => topic.id === id) ||
    texts.some(({ prompt }) => prompt.startsWith(`${id}.`) || prompt === topicPrompt(id));
  let number = line.file.topics.length + 1;
  while (taken(`topic-${number}`)) number += 1;
  return `topic-${number}`;
}

async function add(parts: Pick<ConsoleParts, 'drafts'>, request: Request, response: Response): Promise<void> {
  const { t } = visitOf(response);
  const now = await parts.drafts.read();
  const { file } = now.line;
  if (file.topics.length >= mostTopics) return showMessage(response, 422, 'topics.full', { back: '/console/topics' });
  const field = (name: string) => fieldOf(request, name).replaceAll(/\r\n?/g, '\n');
  const typed = { id: field('id').trim(), menu: field('menu'), part: field('part').trim(), text: field('text') };
  const errors = errorsIn(now, typed, t);
  if (Object.keys(errors).length > 0) return showNew(response, now, typed, sentForm(request, { status: 422, errors }));
  const topics = addTopic(file.topics, typed.id, typed.part);
  const about = { name: typed.id, before: orderOf(file.topics), after: orderOf(topics) };
  const change = { file: { ...file, topics }, what: 'topics', about } as const;
  const isTidied = [typed.menu, typed.text].some((text) => tidySentences(text).tidied.length > 0);
  const done = { path: '/topics', notice: isTidied ? 'topics.done.added-tidied' : 'topics.done.added' };
  const form = await saveForm(parts, request, response, change, done, async () => {
    await writeDraft(parts, response, now, topicPrompt(typed.id), typed.menu);
    await writeDraft(parts, response, now, typed.part, typed.text);
  });
  if (form) showNew(response, await parts.drafts.read(), typed, form);
}

function errorsIn(now: DraftNow, { id, menu, part, text }: TypedTopic, t: Translate): Record<string, string> {
  const ids = now.line.file.topics.map((topic) => topic.id);
  const isId = /^[a-z][a-z0-9-]*$/.test(id) && id !== 'new' && !isTakenByObjects(id);
  const errors = {
    id: isId ? (ids.includes(id) ? t('topics.wrong.taken') : null) : t('topics.wrong.id'),
    menu: menuError(menu, existingText(now, topicPrompt(id)), t),
    part: partError(part, [], t),
    text: textError(text, existingText(now, part), 'text', t),
  };
  return byName(Object.entries(errors).flatMap(([name, error]) => (error === null ? [] : [[name, error]])));
}

function showNew(response: Response, now: DraftNow, typed: TypedTopic, form: LineFormState): void {
  const { t } = visitOf(response);
  const { topics, sourceLanguage } = now.line.file;
  if (topics.length >= mostTopics) {
    showMessage(response, 422, 'topics.full', { back: '/console/topics' });
    return;
  }
  show(response, 'topics-new', {
    status: form.status,
    title: t('topics.add'),
    trail: [{ path: '/topics', text: t('topics.nav') }],
    form,
    typed,
    sourceLanguage,
    key: String(topics.length + 1),
    isMany: topics.length + 1 === mostTopics,
    keyPlace,
  });
}
