import { type Response, Router } from 'express';
import { topicPrompt } from '../../call/say.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { show } from '../show.ts';
import { memberOf, visitOf } from '../visit.ts';
import { pathOfText } from './open-text.ts';
import { createTopicChangeRouter } from './topics-change.ts';
import { menuText, mostTopics } from './topics-label.ts';
import { createNewTopicRouter } from './topics-new.ts';
import { createTopicRouter } from './topics-one.ts';

type TopicsParts = Pick<ConsoleParts, 'drafts'>;

/** What callers can choose: `/console/topics`, with a page for each topic. */
export function createTopicsPage(parts: TopicsParts): ConsolePage {
  const router = Router();
  router.get('/', (_request, response) => showTopics(parts, response));
  router.use('/new', createNewTopicRouter(parts));
  router.use('/', createTopicChangeRouter(parts));
  router.use('/', createTopicRouter(parts));
  return { path: '/topics', navKey: 'topics.nav', aboutKey: 'topics.about', act: 'read', router };
}

async function showTopics({ drafts }: TopicsParts, response: Response): Promise<void> {
  const { t } = visitOf(response);
  const now = await drafts.read();
  const { topics, sourceLanguage } = now.line.file;
  const href = (prompt: string) => `/console${pathOfText(sourceLanguage, prompt)}`;
  show(response, 'topics', {
    title: t('topics.title'),
    mayEdit: may(memberOf(response).member.role, 'edit'),
    isFull: topics.length >= mostTopics,
    sourceLanguage,
    topics: topics.map(({ id, key, parts }, index) => ({
      id,
      key,
      isFirst: index === 0,
      isLast: index === topics.length - 1,
      menu: { text: menuText(now, id) || t('topics.no-text'), href: href(topicPrompt(id)) },
      parts: parts.map((part) => ({ name: part, href: href(part) })),
    })),
  });
}
