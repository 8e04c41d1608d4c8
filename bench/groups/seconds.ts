import { advance } from '../../src/call/advance.ts';
import type { Conditions, Input } from '../../src/call/input.ts';
import { topicPrompt } from '../../src/call/say.ts';
import type { Edition } from '../../src/office/editions/edition.ts';
import { telephoneRate } from '../../src/sound/mu-law.ts';
import type { SpokenSentence } from '../../src/speech/narration.ts';
import type { Group } from '../group.ts';
import { secondsTo } from '../seconds-to.ts';
import { mean } from '../statistics.ts';
import { decimal, verdict } from '../table.ts';

/** How long callers listen before they hear their own language, and before they hear what they called for. */
export const measureSeconds: Group = async ({ sounds }) => {
  const { edition, studio } = await sounds();
  const lengths = new Map<string, number>();
  const load = async (sentences: readonly SpokenSentence[]) => {
    for (const each of sentences) lengths.set(each.key, (await studio.codes(each)).length / telephoneRate);
  };
  const lasting = ({ key }: SpokenSentence) => lengths.get(key) ?? Number.NaN;
  const greeting = narrationOf(edition, { kind: 'call-started' });
  const offer = topicPrompt(edition.line.topics[0]?.id ?? '');
  const rows = [];
  for (const { tag: language } of edition.line.languages) {
    const topics = narrationOf(edition, { kind: 'call-started', language });
    await load([...greeting.parts, ...topics.parts].filter((part) => typeof part !== 'number'));
    rows.push({ language, seconds: secondsTo({ language, greeting, topics, offer }, lasting) });
  }
  const toLanguage = rows.map(({ seconds }) => seconds.language);
  return {
    title: 'Seconds a caller listens, in the embedded voice',
    head: ['language', 'own language heard', 'information begins'],
    rows: rows.map(({ language, seconds }) => [language, decimal(seconds.language), decimal(seconds.information)]),
    notes: [
      verdict('Own language, the last', Math.max(...toLanguage), 'at most', 22, 's'),
      verdict('Own language, on average', mean(toLanguage), 'at most', 15, 's'),
      verdict('Information, the last', Math.max(...rows.map(({ seconds }) => seconds.information)), 'at most', 45, 's'),
      'Callers are taken to press half a second after they have heard the offer; the network is not counted.',
    ],
  };
};

/** What is heard in a turn that begins a call today. A call on a language's own number begins as if it had been chosen. */
function narrationOf(edition: Edition, input: Input) {
  const conditions: Conditions = {
    now: new Date().toISOString(),
    dialsUntried: false,
    mayTransfer: true,
    disaster: null,
  };
  const [first] = advance(edition, conditions, null, input).steps;
  if (first?.do !== 'say') throw new RangeError('A call begins with words.');
  return edition.script(first.sayings, first.slow, first.afterConnecting).narration;
}
