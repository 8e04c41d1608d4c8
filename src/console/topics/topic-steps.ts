import { topicPrompt } from '../../call/say.ts';
import { html, type View } from '../../frame/html.ts';
import { namesIn } from '../../naming/names.ts';
import { moveTopic, removeTopic } from '../../office/drafts/topic-menu.ts';
import type { MenuStep, PlannedStep } from '../line/menu-step.ts';
import { menuText } from './menu.ts';

/** The order of the menu after the change. */
const newOrderView: View<PlannedStep> = ({ now, after }, visit) => {
  const { t } = visit;
  const names = namesIn(visit, now);
  return html`<h2>${t('topics.new-order')}</h2>
<ul>
${after.topics.map(({ key, id }) => html`<li>${t('topics.key')} ${key}: ${names.topic(id)}</li>`)}
</ul>`;
};

/** The texts that callers will no longer hear. A text that another topic uses too is left out. */
const removalView: View<PlannedStep> = (planned, visit) => {
  const { t } = visit;
  const { now, id, after, whyNot } = planned;
  const { topics, sourceLanguage } = now.line.file;
  const menu = menuText(now, id);
  const names = namesIn(visit, now);
  const { parts = [] } = topics.find((topic) => topic.id === id) ?? {};
  const isKept = (part: string) => after.topics.some((topic) => topic.parts.includes(part));
  const silent = parts.filter((part) => !isKept(part));
  return html`<p>${t('topics.remove-about')}</p>
${menu ? html`<p lang="${sourceLanguage}">${menu}</p>` : ''}
<ul>
${[topicPrompt(id), ...silent].map((prompt) => html`<li>${names.prompt(prompt)}</li>`)}
</ul>
${whyNot === null ? newOrderView(planned, visit) : ''}`;
};

const move = (step: 'up' | 'down'): MenuStep => ({
  step,
  title: 'topics.move-title',
  submit: 'topics.move-submit',
  isDangerous: false,
  done: 'topics.done.moved',
  change: (file, id) => ({ ...file, topics: moveTopic(file.topics, id, step === 'up' ? -1 : 1) }),
  whyNot: () => null,
  aboveView: newOrderView,
});

const remove: MenuStep = {
  step: 'remove',
  title: 'topics.remove-title',
  submit: 'topics.remove-submit',
  isDangerous: true,
  done: 'topics.done.removed',
  change: (file, id) => ({ ...file, topics: removeTopic(file.topics, id) }),
  whyNot: ({ topics }) => (topics.length === 1 ? 'topics.last' : null),
  aboveView: removalView,
};

/** The steps that move a topic in the menu, or remove it from the menu. */
export const topicSteps: readonly MenuStep[] = [move('up'), move('down'), remove];
