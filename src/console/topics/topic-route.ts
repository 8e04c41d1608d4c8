import { type Request, type Response, Router } from 'express';
import { type Html, nothing } from '../../frame/html.ts';
import { chosen, readForm, textLine } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { type DoneKey, goTo, show, showMessage } from '../../frame/show.ts';
import { type Visitor, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { moveInList, setParts } from '../../office/drafts/topic-menu.ts';
import { byName } from '../../words/by-name.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { FieldErrors } from '../line/entry-kind.ts';
import { freshForm, type LineFormState, saveForm, sentForm } from '../line/line-form.ts';
import { pathOfText } from '../text/open-text.ts';
import { putReadings, readingsAnswer, statusOfReadings } from '../text/readings.ts';
import {
  existingText,
  freePart,
  longestName,
  nameFrom,
  partErrors,
  partFields,
  type TypedPart,
  writeDraft,
} from './topic-texts.ts';
import { readingsStep, type TypedName, topicView } from './topic-view.ts';

/** A topic of the present draft. */
interface OpenTopic {
  readonly now: DraftNow;
  readonly topic: LineFile['topics'][number];
}

/** `/console/topics/<id>`: the texts and the names of one topic. This page changes no keys. */
export function createTopicRouter({
  drafts,
  ...parts
}: Pick<ConsoleParts, 'drafts' | 'dictionary' | 'report'>): Router {
  const router = Router();
  router.use(requireMember('edit'));

  router.get('/:id', async (request, response) => {
    const open = await find(request, response);
    if (open) showTopic(response, open, emptyPart, freshForm(open.now));
  });

  // Adds a text to the topic.
  router.post('/:id', async (request, response) => {
    const open = await find(request, response);
    if (!open) return;
    const { now, topic } = open;
    const { t } = visitOf(response);
    const { typed, errors: tooLong } = readForm(request, t, { ...partFields, step: chosen });
    if (typed.step === readingsStep) return showReadings(request, response, open, typed);
    const part = typed.part || freePart(now, topic, typed);
    const isOld = existingText(now, part).length > 0;
    const errors = {
      ...(typed.partName === '' && !isOld && { partName: t('topics.wrong.name') }),
      ...partErrors({ part, text: typed.text }, topic.parts, now, t),
      ...tooLong,
    };
    if (Object.keys(errors).length > 0) {
      return showTopic(response, open, typed, sentForm(request, { status: 422, errors }));
    }
    await save(request, response, open, [...topic.parts, part], 'topics.done.part-added', { ...typed, part }, typed);
  });

  // After a refused form, one of these addresses is in the address bar. When the browser opens it again, it is
  // redirected to the page of the topic.
  router.get(['/:id/parts', '/:id/names'], (request, response) => goTo(response, `/topics/${request.params.id}`));

  // Moves a text up or down, or removes it from the topic. Each text has its own buttons for this.
  router.post('/:id/parts', async (request, response) => {
    const open = await find(request, response);
    if (!open) return;
    const { parts } = open.topic;
    const { t } = visitOf(response);
    const { typed } = readForm(request, t, { step: textLine(20) });
    const [, what, row] = /^(up|down|remove)-(\d+)$/.exec(typed.step) ?? [];
    if (what === undefined) return goTo(response, `/topics/${open.topic.id}`);
    const index = Number(row);
    const moved = () => moveInList(parts, index, what === 'up' ? -1 : 1);
    const after = what === 'remove' ? parts.toSpliced(index, 1) : moved();
    if (parts.length > 0 && after.length === 0) {
      const problems = [t('topics.part-last')];
      return showTopic(response, open, emptyPart, sentForm(request, { status: 422, problems }));
    }
    const notice = what === 'remove' ? 'topics.done.part-removed' : 'topics.done.part-moved';
    await save(request, response, open, after, notice, null, emptyPart);
  });

  // Changes what staff call the topic and its texts.
  router.post('/:id/names', async (request, response) => {
    const open = await find(request, response);
    if (!open) return;
    const { now, topic } = open;
    const { t } = visitOf(response);
    const fields = nameFieldsOf(topic);
    const { typed, errors: wrong } = readForm(
      request,
      t,
      Object.fromEntries(
        fields.flatMap(({ field }) => [field, `${field}En`].map((name) => [name, textLine(longestName)])),
      ),
    );
    const nameIn = (field: string) => nameFrom(typed[field] ?? '', typed[`${field}En`] ?? '');
    const sent = namesAs(visitOf(response), open, (field) => ({
      ja: typed[field] ?? '',
      en: typed[`${field}En`] ?? '',
    }));
    const noJapanese = fields.flatMap(({ field }) =>
      typed[field] === '' && typed[`${field}En`] !== '' ? [[field, t('topics.wrong.name')] as const] : [],
    );
    const errors = { ...Object.fromEntries(noJapanese), ...wrong } as FieldErrors;
    if (Object.keys(errors).length > 0) {
      return showTopic(response, open, emptyPart, sentForm(request, { status: 422, errors }), { names: sent });
    }
    const { file } = now.line;
    const topics = file.topics.map(({ name, ...each }) => {
      const given = each.id === topic.id ? nameIn(ofTopic) : (name ?? null);
      return { ...each, ...(given && { name: given }) };
    });
    const ofTexts = fields.flatMap(({ field, prompt }) => (prompt === null ? [] : [[prompt, nameIn(field)] as const]));
    const textNames = byName(
      [...Object.entries(file.textNames ?? {}), ...ofTexts].flatMap(([prompt, name]) =>
        name ? [[prompt, name] as const] : [],
      ),
    );
    for (const [prompt, name] of ofTexts) if (!name) delete textNames[prompt];
    const names = (of: readonly { readonly ja: string }[]) => of.map(({ ja }) => ja || '–').join(', ');
    const before = namesAs(visitOf(response), open);
    const about = { name: topic.id, before: names(before), after: names(sent), renamed: true };
    const change = { file: { ...file, topics, textNames }, what: 'topics', about } as const;
    const form = await saveForm({ drafts }, request, response, change, {
      path: `/topics/${topic.id}`,
      notice: 'topics.done.renamed',
    });
    const newest = form && (await find(request, response));
    if (newest) showTopic(response, newest, emptyPart, form, { names: sent });
  });

  return router;

  /** Shows the form for a new text again, with readings added to the typed text. Nothing is saved. */
  async function showReadings(request: Request, response: Response, open: OpenTopic, typed: TypedPart): Promise<void> {
    const visit = visitOf(response);
    const readings = await putReadings(parts, open.now, namesIn(visit, open.now), [typed.text]);
    const [text = typed.text] = readings.kind === 'put' ? readings.texts : [];
    const form = sentForm(request, { status: statusOfReadings(readings) });
    showTopic(response, open, { ...typed, text }, form, { answer: readingsAnswer(readings, visit) });
  }

  /** @returns null if there is no such topic; in this case the answer has already been sent */
  async function find(request: Request, response: Response): Promise<OpenTopic | null> {
    const now = await drafts.read();
    const topic = now.line.file.topics.find(({ id }) => id === request.params.id);
    if (topic) return { now, topic };
    showMessage(response, 404, 'topics.missing', { back: '/console/topics' });
    return null;
  }

  /**
   * Saves which texts a topic has, and their order.
   * @param after the ids of all texts of the topic after the change
   * @param added the text that is added; null if none is added
   * @param typed what was typed into the form, which is shown again if the line is not saved
   */
  async function save(
    request: Request,
    response: Response,
    { now, topic: { id, parts } }: OpenTopic,
    after: readonly string[],
    notice: DoneKey,
    added: TypedPart | null,
    typed: TypedPart,
  ): Promise<void> {
    const { file } = now.line;
    const about = { name: id, before: parts.join(', '), after: after.join(', ') };
    const name = added && nameFrom(added.partName, added.partNameEn);
    const textNames =
      name && added ? byName([...Object.entries(file.textNames ?? {}), [added.part, name]]) : file.textNames;
    const topics = setParts(file.topics, id, after);
    const change = { file: { ...file, topics, ...(textNames && { textNames }) }, what: 'topics', about } as const;
    const done = { path: `/topics/${id}`, notice };
    const form = await saveForm({ drafts }, request, response, change, done, async (actor) => {
      if (added) await writeDraft({ drafts }, actor, now, added.part, added.text);
    });
    const newest = form && (await find(request, response));
    if (newest) showTopic(response, newest, typed, form);
  }
}

const emptyPart: TypedPart = { partName: '', partNameEn: '', part: '', text: '' };

/** The field for the name of the topic itself. */
const ofTopic = 'ofTopic';

/** The fields for the name of a topic and of each of its texts. */
const nameFieldsOf = ({ parts }: OpenTopic['topic']): { readonly field: string; readonly prompt: string | null }[] => [
  { field: ofTopic, prompt: null },
  ...parts.map((prompt, index) => ({ field: `ofText${index}`, prompt })),
];

/** The names of a topic and its texts, as they are saved or as they were typed into the form. */
function namesAs(
  visitor: Visitor,
  { now, topic }: OpenTopic,
  typed?: (field: string) => { readonly ja: string; readonly en: string },
): TypedName[] {
  const names = namesIn(visitor, now);
  return nameFieldsOf(topic).map(({ field, prompt }) => {
    const saved = prompt === null ? topic.name : now.line.file.textNames?.[prompt];
    const { ja = '', en = '' } = typed?.(field) ?? saved ?? {};
    return { field, prompt, now: prompt === null ? names.topic(topic.id) : names.prompt(prompt), ja, en };
  });
}

function showTopic(
  response: Response,
  open: OpenTopic,
  typed: TypedPart,
  form: LineFormState,
  { names: typedNames, answer = nothing }: { readonly names?: readonly TypedName[]; readonly answer?: Html } = {},
): void {
  const { now, topic } = open;
  const visit = visitOf(response);
  const { t } = visit;
  const names = namesIn(visit, now);
  const { sourceLanguage } = now.line.file;
  show(response, topicView, {
    status: form.status,
    title: t('topics.one-title', { name: names.topic(topic.id) }),
    trail: [{ path: '/topics', text: t('topics.nav') }],
    id: topic.id,
    form,
    typed,
    answer,
    sourceLanguage,
    names: typedNames ?? namesAs(visit, open),
    parts: topic.parts.map((id) => ({ id, name: names.prompt(id), href: `/console${pathOfText(sourceLanguage, id)}` })),
  });
}
