import { type Request, type Response, Router } from 'express';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { moveInList, setParts } from '../../office/drafts/move-topic.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { fieldOf } from '../form.ts';
import { requireMember } from '../require-member.ts';
import { show, showMessage } from '../show.ts';
import { visitOf } from '../visit.ts';
import { freshForm, type LineFormState, saveForm, sentForm } from './line-form.ts';
import { pathOfText } from './open-text.ts';
import { existingText, partError, textError, writeDraft } from './topics-texts.ts';

interface TypedPart {
  readonly part: string;
  readonly text: string;
}

/** `/console/topics/<id>`: the texts of one topic. No key changes here. */
export function createTopicRouter(parts: Pick<ConsoleParts, 'drafts'>): Router {
  const { drafts } = parts;
  const router = Router();
  router.use(requireMember('edit'));
  router.use('/:id', async (request, response, next) => {
    const { topics } = (await drafts.read()).line.file;
    if (topics.some(({ id }) => id === request.params.id)) return next();
    showMessage(response, 404, 'topics.missing', { back: '/console/topics' });
  });
  router.get('/:id', async (request, response) => {
    const now = await drafts.read();
    showTopic(response, now, request.params.id, freeName(now, request.params.id), freshForm(now));
  });
  router.post('/:id', (request, response) => addPart(parts, request, response, request.params.id));
  router.post('/:id/parts', (request, response) => changeParts(parts, request, response, request.params.id));
  return router;
}

/** A name for one more text of a topic. */
function freeName({ line, texts }: DraftNow, id: string): TypedPart {
  const { parts = [] } = line.file.topics.find((topic) => topic.id === id) ?? {};
  let number = parts.length + 1;
  while (parts.includes(`${id}.part-${number}`) || texts.some(({ prompt }) => prompt === `${id}.part-${number}`)) {
    number += 1;
  }
  return { part: `${id}.part-${number}`, text: '' };
}

async function addPart(
  parts: Pick<ConsoleParts, 'drafts'>,
  request: Request,
  response: Response,
  id: string,
): Promise<void> {
  const { t } = visitOf(response);
  const now = await parts.drafts.read();
  const { file } = now.line;
  const typed = { part: fieldOf(request, 'part').trim(), text: fieldOf(request, 'text').replaceAll(/\r\n?/g, '\n') };
  const existing = file.topics.find((topic) => topic.id === id)?.parts ?? [];
  const wrongPart = partError(typed.part, existing, t);
  const wrongText = textError(typed.text, existingText(now, typed.part), 'text', t);
  if (wrongPart !== null || wrongText !== null) {
    const errors = { ...(wrongPart && { part: wrongPart }), ...(wrongText && { text: wrongText }) };
    return showTopic(response, now, id, typed, sentForm(request, { status: 422, errors }));
  }
  const after = [...existing, typed.part];
  const change = { file: { ...file, topics: setParts(file.topics, id, after) }, ...audited(id, existing, after) };
  const done = { path: `/topics/${id}`, notice: 'topics.done.part-added' };
  const form = await saveForm(parts, request, response, change, done, () =>
    writeDraft(parts, response, now, typed.part, typed.text),
  );
  if (form) showTopic(response, await parts.drafts.read(), id, typed, form);
}

/** The buttons beside each text: up, down, out. */
async function changeParts(
  parts: Pick<ConsoleParts, 'drafts'>,
  request: Request,
  response: Response,
  id: string,
): Promise<void> {
  const { t } = visitOf(response);
  const now = await parts.drafts.read();
  const { file } = now.line;
  const before = file.topics.find((topic) => topic.id === id)?.parts ?? [];
  const [, what, row] = /^(up|down|remove)-(\d+)$/.exec(fieldOf(request, 'step')) ?? [];
  const index = Number(row);
  const after =
    what === 'remove' ? before.toSpliced(index, 1) : what ? moveInList(before, index, what === 'up' ? -1 : 1) : before;
  const problems = before.length > 0 && after.length === 0 ? [t('topics.part-last')] : [];
  if (problems.length > 0) {
    return showTopic(response, now, id, freeName(now, id), sentForm(request, { status: 422, problems }));
  }
  const change = { file: { ...file, topics: setParts(file.topics, id, after) }, ...audited(id, before, after) };
  const notice = what === 'remove' ? 'topics.done.part-removed' : 'topics.done.part-moved';
  const form = await saveForm(parts, request, response, change, { path: `/topics/${id}`, notice });
  const newest = form && (await parts.drafts.read());
  if (newest) showTopic(response, newest, id, freeName(newest, id), form);
}

const audited = (id: string, before: readonly string[], after: readonly string[]) =>
  ({ what: 'topics', about: { name: id, before: before.join(', '), after: after.join(', ') } }) as const;

function showTopic(response: Response, { line }: DraftNow, id: string, typed: TypedPart, form: LineFormState): void {
  const { t } = visitOf(response);
  const topic = line.file.topics.find((each) => each.id === id);
  if (!topic) {
    showMessage(response, 404, 'topics.missing', { back: '/console/topics' });
    return;
  }
  const { sourceLanguage } = line.file;
  show(response, 'topics-one', {
    status: form.status,
    title: t('topics.one-title', { name: id }),
    trail: [{ path: '/topics', text: t('topics.nav') }],
    address: `/console/topics/${id}`,
    form,
    typed,
    sourceLanguage,
    parts: topic.parts.map((name) => ({ name, href: `/console${pathOfText(sourceLanguage, name)}` })),
  });
}
