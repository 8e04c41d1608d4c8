import type { LanguageTag } from '../../call/line.ts';
import type { OfficeEdition } from '../editions/edition.ts';
import type { CrawlProblem } from './crawl-finding.ts';
import { type Heard, type Offer, offersIn, promptsIn } from './heard.ts';

/** A problem without the path on which it occurred. */
export interface TurnProblem {
  readonly problem: CrawlProblem;
  readonly detail: string;
}

/**
 * Whether a prompt belongs to a disaster notice. Such a prompt may be in an announcers' language even after the choice,
 * because callers whose language has no approved text of the notice hear the notice in these languages.
 */
const isOfNotice = (prompt: string): boolean => prompt.startsWith('disaster') && prompt !== 'disaster-topics';

/**
 * Returns everything that is wrong with one answer.
 * @param chosen the language that the caller has chosen by a key or by calling that language's own number; null before
 * the choice
 */
export function checkHeard(
  { file }: OfficeEdition,
  engine: 'espeak' | 'google',
  heard: Heard,
  chosen: LanguageTag | null,
): TurnProblem[] {
  if (!heard.sentences || heard.sentences.length === 0) return [{ problem: 'silent', detail: '' }];
  const problems: TurnProblem[] = [];
  for (const { sentence, request } of heard.sentences) {
    const { prompt, language } = sentence;
    const announced = chosen === null || isOfNotice(prompt);
    const isRight =
      prompt === 'language-item' || language === chosen || (announced && file.announcers.includes(language));
    if (!isRight) problems.push({ problem: 'wrong-language', detail: `${prompt} (${language})` });
    const voice = file.languages.find(({ tag }) => tag === language)?.voices[engine];
    if (request.language !== language || request.voice !== voice) {
      problems.push({ problem: 'wrong-voice', detail: `${prompt} (${language}: ${request.voice})` });
    }
  }
  if (heard.ending === 'wait' && offersIn(heard).length === 0) problems.push({ problem: 'no-key-offered', detail: '' });
  return problems;
}

/** Whether a key did what its offer announced. False for an offer whose prompt this function does not know. */
export function agrees({ line }: OfficeEdition, { prompt, language }: Offer, before: Heard, after: Heard): boolean {
  const [said, now] = [promptsIn(before), promptsIn(after)];
  const isMenu = (prompts: readonly string[]) => prompts.some((each) => /^topic\..+\.menu$/.test(each));
  const speed = ({ sentences }: Heard) => sentences?.[0]?.request.speed;
  const topic = line.topics.find(({ id }) => prompt === `topic.${id}.menu`);
  if (topic) return now.includes(topic.parts[0] ?? '');
  switch (prompt) {
    case 'language-item':
      return (after.sentences ?? []).some(({ sentence }) => sentence.language === language);
    case 'again':
      return now.some((each) => said.includes(each));
    case 'slower':
    case 'normal-speed':
      return speed(after) !== speed(before);
    case 'back-to-topics':
    case 'disaster-topics':
      return isMenu(now);
    case 'change-language':
      return now.includes('language-item');
    case 'person':
      return after.ending === 'dial' || now.some((each) => each.startsWith('reason-'));
    case 'number-to-call':
      return now.some((each) => each.endsWith('.number'));
    default:
      return false;
  }
}
