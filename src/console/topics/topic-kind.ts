import { topicPrompt } from '../../call/say.ts';
import { words } from '../../frame/fields.ts';
import { html, type View } from '../../frame/html.ts';
import { banner } from '../../frame/parts.ts';
import { readForm } from '../../frame/read-form.ts';
import type { Translate } from '../../frame/translate.ts';
import { namesIn } from '../../naming/names.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { mostCharacters, tidySentences } from '../../office/drafts/tidy-sentences.ts';
import { addTopic } from '../../office/drafts/topic-menu.ts';
import { isEntryId } from '../../words/line-file.ts';
import { placeholdersIn } from '../../words/sentence-template.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { EntryForm, EntryKind, FieldErrors } from '../line/entry-kind.ts';
import { hyphenated, makeId } from '../line/make-id.ts';
import { orderIn } from '../line/menu.ts';
import { putReadings, readingsAnswer, statusOfReadings } from '../text/readings.ts';
import { mostTopics, topicMenu } from './menu.ts';
import {
  existingText,
  type NewTopic,
  nameFrom,
  newTopicFields,
  partErrors,
  textError,
  writeDraft,
} from './topic-texts.ts';
import { foldedPart, nameFields, readingsStep, textInput } from './topic-view.ts';

type TopicForm = EntryForm<NewTopic, NewTopic>;

/** Maximum length of the id of a topic, in characters. */
const longestId = 50;

/**
 * How the shared editor adds a topic. A new topic goes to the end of the menu. It has a menu text and one other text,
 * both in the source language.
 */
export const createTopicKind = (
  parts: Pick<ConsoleParts, 'drafts' | 'dictionary' | 'report'>,
): EntryKind<NewTopic, NewTopic> => ({
  name: 'topics',
  auditName: 'topics',
  idField: {
    name: 'id',
    longest: longestId,
    label: 'topics.id',
    help: 'topics.id-help',
    wrong: 'topics.wrong.id',
  },

  isId: isEntryId,
  idsIn: ({ topics }) => topics.map(({ id }) => id),
  full: ({ topics }) => (topics.length >= mostTopics ? 'topics.full' : null),
  put: (file, id, { part, name, nameEn }) => ({
    ...file,
    topics: addTopic(file.topics, id, part, nameFrom(name, nameEn)),
  }),
  summary: (file) => orderIn(topicMenu, file),

  fresh: () => ({ id: '', typed: { name: '', nameEn: '', menu: '', part: '', text: '' } }),
  idFrom: ({ name, nameEn }, { now }, isFree) =>
    makeId(
      [nameEn, name],
      hyphenated,
      (number) => `topic-${number}`,
      (id) => isFree(id) && !beginsTexts(now, id),
    ),
  read: (request, t) => readForm(request, t, newTopicFields),
  step: async (typed, step, { now }, visit) => {
    if (step !== readingsStep) return { typed };
    const readings = await putReadings(parts, now, namesIn(visit, now), [typed.menu, typed.text]);
    const [menu = typed.menu, text = typed.text] = readings.kind === 'put' ? readings.texts : [];
    return {
      typed: { ...typed, menu, text },
      answer: readingsAnswer(readings, visit),
      status: statusOfReadings(readings),
    };
  },
  check: ({ id, typed, now }, { t }) => {
    const entry = { ...typed, part: firstPart(id, typed) };
    const wrongMenu = menuError(typed.menu, existingText(now, topicPrompt(id)), t);
    const errors: FieldErrors = {
      ...(typed.name === '' && { name: t('topics.wrong.name') }),
      ...(wrongMenu && { menu: wrongMenu }),
      ...partErrors(entry, [], now, t),
    };
    return Object.keys(errors).length > 0 ? { entry: null, errors } : { entry, errors: null };
  },
  andThen: async ({ id, typed, now }, actor) => {
    await writeDraft(parts, actor, now, topicPrompt(id), typed.menu);
    await writeDraft(parts, actor, now, firstPart(id, typed), typed.text);
  },
  done: ({ typed: { menu, text } }) => {
    const isTidied = [menu, text].some((each) => tidySentences(each).tidied.length > 0);
    return isTidied ? 'topics.done.added-tidied' : 'topics.done.added';
  },

  title: (_topic, { t }) => t('topics.add'),
  aboveView,
  fieldsView,
  submit: () => 'topics.add',
});

/** Whether texts exist whose ids a topic with this id would use, such as the texts of a removed topic. */
const beginsTexts = ({ texts }: DraftNow, id: string): boolean =>
  texts.some(({ prompt }) => prompt.startsWith(`${id}.`) || prompt === topicPrompt(id));

/** The id of the first text of a new topic: the typed id or, if none was typed, an id made from that of the topic. */
const firstPart = (id: string, { part }: NewTopic): string => part || `${id}.about`;

/** The placeholder for the key, as it is written in a text. */
const keyPlace = '{{key}}';

/** Why the text for the menu is invalid; null if it is valid. */
function menuError(text: string, existing: readonly string[], t: Translate): string | null {
  const wrong = textError(text, existing, 'menu', t);
  if (wrong !== null || existing.length > 0) return wrong;
  const keys = tidySentences(text)
    .sentences.flatMap(placeholdersIn)
    .filter((place) => place === 'key');
  return keys.length === 1 ? null : t('topics.wrong.menu-key', { place: keyPlace });
}

/** What adding a topic means, and the key that the new topic gets. */
const aboveView: View<TopicForm> = ({ now }, { t }) => {
  const key = now.line.file.topics.length + 1;
  return html`<p>${t('topics.add-about')}</p>
${key === mostTopics ? banner({ kind: 'warning', text: t('topics.many') }) : ''}
<dl class="facts"><div><dt>${t('topics.key')}</dt><dd>${key}</dd></div></dl>`;
};

const fieldsView: View<TopicForm> = ({ now, typed, form, answer }, { t }) => {
  const { sourceLanguage } = now.line.file;
  const examples = { reading: '{漢字|かんじ}', place: keyPlace, example: `{質問|しつもん}は、${keyPlace}。` };
  return html`${nameFields(t, { name: 'name', value: typed.name, nameEn: typed.nameEn, error: form.errors.name })}
${words(t, {
  name: 'menu',
  lang: sourceLanguage,
  rows: 2,
  label: t('topics.menu'),
  value: typed.menu,
  help: t('topics.menu-help', examples),
  error: form.errors.menu,
  maxlength: mostCharacters,
})}
${textInput(t, typed, sourceLanguage, form, answer)}
${foldedPart(t, typed, form)}`;
};
