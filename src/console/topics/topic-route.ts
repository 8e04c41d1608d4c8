import { type Request, type Response, Router } from 'express';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { moveInList, setParts } from '../../office/drafts/topic-menu.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { readForm, textLine } from '../frame/read-form.ts';
import { requireMember } from '../frame/require-member.ts';
import { type DoneKey, show, showMessage } from '../frame/show.ts';
import { visitOf } from '../frame/visit.ts';
import { freshForm, type LineFormState, saveForm, sentForm } from '../line/line-form.ts';
import { pathOfText } from '../text/open-text.ts';
import { partErrors, partFields, type TypedPart, writeDraft } from './topic-texts.ts';
import { topicView } from './topic-view.ts';

/** A topic as it is now. */
interface OpenTopic {
  readonly now: DraftNow;
  readonly topic: LineFile['topics'][number];
}

/** `/console/topics/<id>`: the texts of one topic. No key is changed here. */
export function createTopicRouter({ drafts }: Pick<ConsoleParts, 'drafts'>): Router {
  const router = Router();
  router.use(requireMember('edit'));

  router.get('/:id', async (request, response) => {
    const open = await find(request, response);
    if (open) showTopic(response, open, freeName(open), freshForm(open.now));
  });

  // Adds a text.
  router.post('/:id', async (request, response) => {
    const open = await find(request, response);
    if (!open) return;
    const { now, topic } = open;
    const { t } = visitOf(response);
    const { typed, errors: tooLong } = readForm(request, t, partFields);
    const errors = { ...partErrors(typed, topic.parts, now, t), ...tooLong };
    if (Object.keys(errors).length > 0) {
      return showTopic(response, open, typed, sentForm(request, { status: 422, errors }));
    }
    await save(request, response, open, [...topic.parts, typed.part], 'topics.done.part-added', typed);
  });

  // The buttons beside each text: up, down, remove.
  router.post('/:id/parts', async (request, response) => {
    const open = await find(request, response);
    if (!open) return;
    const { parts } = open.topic;
    const { t } = visitOf(response);
    const { typed } = readForm(request, t, { step: textLine(20) });
    const [, what, row] = /^(up|down|remove)-(\d+)$/.exec(typed.step) ?? [];
    const index = Number(row);
    const moved = () => (what ? moveInList(parts, index, what === 'up' ? -1 : 1) : parts);
    const after = what === 'remove' ? parts.toSpliced(index, 1) : moved();
    if (parts.length > 0 && after.length === 0) {
      const problems = [t('topics.part-last')];
      return showTopic(response, open, freeName(open), sentForm(request, { status: 422, problems }));
    }
    const notice = what === 'remove' ? 'topics.done.part-removed' : 'topics.done.part-moved';
    await save(request, response, open, after, notice, null);
  });

  return router;

  /** @returns null if there is no such topic; the answer has then already been sent */
  async function find(request: Request, response: Response): Promise<OpenTopic | null> {
    const now = await drafts.read();
    const topic = now.line.file.topics.find(({ id }) => id === request.params.id);
    if (topic) return { now, topic };
    showMessage(response, 404, 'topics.missing', { back: '/console/topics' });
    return null;
  }

  /** @param typed the text that is added; null if none is added */
  async function save(
    request: Request,
    response: Response,
    { now, topic: { id, parts } }: OpenTopic,
    after: readonly string[],
    notice: DoneKey,
    typed: TypedPart | null,
  ): Promise<void> {
    const { file } = now.line;
    const about = { name: id, before: parts.join(', '), after: after.join(', ') };
    const change = { file: { ...file, topics: setParts(file.topics, id, after) }, what: 'topics', about } as const;
    const done = { path: `/topics/${id}`, notice };
    const form = await saveForm({ drafts }, request, response, change, done, async (actor) => {
      if (typed) await writeDraft({ drafts }, actor, now, typed.part, typed.text);
    });
    const newest = form && (await find(request, response));
    if (newest) showTopic(response, newest, typed ?? freeName(newest), form);
  }
}

/** An unused name for a new text of a topic. */
function freeName({ now, topic: { id, parts } }: OpenTopic): TypedPart {
  const isTaken = (name: string) => parts.includes(name) || now.texts.some(({ prompt }) => prompt === name);
  let number = parts.length + 1;
  while (isTaken(`${id}.part-${number}`)) number += 1;
  return { part: `${id}.part-${number}`, text: '' };
}

function showTopic(response: Response, { now, topic }: OpenTopic, typed: TypedPart, form: LineFormState): void {
  const { t } = visitOf(response);
  const { sourceLanguage } = now.line.file;
  show(response, topicView, {
    status: form.status,
    title: t('topics.one-title', { name: topic.id }),
    trail: [{ path: '/topics', text: t('topics.nav') }],
    ...{ id: topic.id, form, typed, sourceLanguage },
    parts: topic.parts.map((name) => ({ name, href: `/console${pathOfText(sourceLanguage, name)}` })),
  });
}
