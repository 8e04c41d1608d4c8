import { type Request, type Response, Router } from 'express';
import { topicPrompt } from '../../call/say.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { keyChanges } from '../../office/drafts/menu-keys.ts';
import { moveTopic, removeTopic } from '../../office/drafts/move-topic.ts';
import { lookup } from '../../words/by-name.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { requireMember } from '../require-member.ts';
import { show, showMessage } from '../show.ts';
import { visitOf } from '../visit.ts';
import { agreementTo, isAgreed } from './line-agreed.ts';
import { freshForm, type LineFormState, saveForm, sentForm } from './line-form.ts';
import { menuText, orderOf } from './topics-label.ts';

type Topics = LineFile['topics'];

/** What can be done to the order of topics, by the last part of its address. */
const changes: Readonly<Record<string, (topics: Topics, id: string) => Topics>> = lookup({
  up: (topics, id) => moveTopic(topics, id, -1),
  down: (topics, id) => moveTopic(topics, id, 1),
  remove: removeTopic,
});

/** `/console/topics/<id>/up`, `down` and `remove`: first a page that says which keys change, and then the change. */
export function createTopicChangeRouter({ drafts }: Pick<ConsoleParts, 'drafts'>): Router {
  const router = Router();
  for (const [what, change] of Object.entries(changes)) {
    const address = `/:id/${what}`;
    const open = async (request: Request, response: Response) => {
      const now = await drafts.read();
      const id = String(request.params.id);
      const found = now.line.file.topics.some((topic) => topic.id === id);
      if (found) return { now, id, what, topics: change(now.line.file.topics, id) };
      showMessage(response, 404, 'topics.missing', { back: '/console/topics' });
      return null;
    };
    router.get(address, requireMember('edit'), async (request, response) => {
      const changed = await open(request, response);
      if (changed) showChange(response, changed, freshForm(changed.now));
    });
    router.post(address, requireMember('edit'), async (request, response) => {
      const changed = await open(request, response);
      if (!changed) return;
      const { now, id, topics } = changed;
      const { file } = now.line;
      const { t } = visitOf(response);
      if (topics.length === 0) return showChange(response, changed, sentForm(request, { status: 422 }));
      if (
        !isAgreed(
          request,
          keyChanges(file.topics, topics, (topic) => topic.id),
        )
      ) {
        const errors = { agreed: t('line.keys.needed') };
        return showChange(response, changed, sentForm(request, { status: 422, errors }));
      }
      const about = { name: id, before: orderOf(file.topics), after: orderOf(topics) };
      const notice = what === 'remove' ? 'topics.done.removed' : 'topics.done.moved';
      const line = { file: { ...file, topics }, what: 'topics', about } as const;
      const form = await saveForm({ drafts }, request, response, line, { path: '/topics', notice });
      const again = form && (await open(request, response));
      if (again) showChange(response, again, form);
    });
  }
  return router;
}

interface TopicChange {
  readonly now: DraftNow;
  readonly id: string;
  readonly what: string;
  readonly topics: Topics;
}

function showChange(response: Response, { now, id, what, topics }: TopicChange, state: LineFormState): void {
  const { t } = visitOf(response);
  const { file } = now.line;
  const isRemoval = what === 'remove';
  const form = { ...state, changes: keyChanges(file.topics, topics, (topic) => topic.id) };
  const { parts = [] } = file.topics.find((topic) => topic.id === id) ?? {};
  show(response, 'topics-change', {
    status: form.status,
    title: t(isRemoval ? 'topics.remove-title' : 'topics.move-title', { name: id }),
    trail: [{ path: '/topics', text: t('topics.nav') }],
    address: `/console/topics/${id}/${what}`,
    form,
    agreement: agreementTo(form.changes),
    nameOf: (topic: string) => topic,
    isRemoval,
    isPossible: topics.length > 0,
    sourceLanguage: file.sourceLanguage,
    prompts: [topicPrompt(id), ...parts],
    menu: menuText(now, id),
    topics: topics.map((topic) => ({ id: topic.id, key: topic.key })),
  });
}
