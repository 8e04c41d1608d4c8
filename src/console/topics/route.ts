import { Router } from 'express';
import { topicPrompt } from '../../call/say.ts';
import { show } from '../../frame/show.ts';
import { memberOf, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { createEntryRouter } from '../line/entry-router.ts';
import { createMenuStepRouter } from '../line/menu-step.ts';
import { pathOfText } from '../text/open-text.ts';
import { topicsView } from './list-view.ts';
import { menuText, mostTopics, topicMenu } from './menu.ts';
import { createTopicKind } from './topic-kind.ts';
import { createTopicRouter } from './topic-route.ts';
import { topicSteps } from './topic-steps.ts';

/** `/console/topics`: the topics that callers can choose, with a page for each topic. */
export function createTopicsPage(parts: Pick<ConsoleParts, 'drafts' | 'clock' | 'dictionary' | 'report'>): ConsolePage {
  const router = Router();
  router.get('/', async (_request, response) => {
    const visit = visitOf(response);
    const { t } = visit;
    const now = await parts.drafts.read();
    const { topics, sourceLanguage } = now.line.file;
    const names = namesIn(visit, now);
    const linkTo = (prompt: string, text: string) => ({ text, href: `/console${pathOfText(sourceLanguage, prompt)}` });
    show(response, topicsView, {
      title: t('topics.title'),
      mayEdit: may(memberOf(response).member.role, 'edit'),
      isFull: topics.length >= mostTopics,
      sourceLanguage,
      topics: topics.map((topic) => ({
        ...topic,
        name: names.topic(topic.id),
        menu: linkTo(topicPrompt(topic.id), menuText(now, topic.id) || t('topics.no-text')),
        parts: topic.parts.map((part) => ({ ...linkTo(part, names.prompt(part)), id: part })),
      })),
    });
  });
  router.use('/', createEntryRouter(parts, createTopicKind(parts)));
  router.use('/', createMenuStepRouter(parts, topicMenu, topicSteps));
  router.use('/', createTopicRouter(parts));
  return {
    path: '/topics',
    navKey: 'topics.nav',
    group: 'line',
    aboutKey: 'topics.about',
    act: 'read',
    styles: ['line'],
    router,
  };
}
