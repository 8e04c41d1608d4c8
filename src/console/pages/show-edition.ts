import type { EditionRecord } from '../../office/editions/edition-record.ts';
import { factValue } from '../../words/fact-file.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import { showFact } from '../../words/show-fact.ts';
import { showPerson } from '../show-act.ts';
import { showMoment } from '../show-moment.ts';
import type { Visitor } from '../visitor.ts';

/** What callers hear in an edition: keys, texts of every language, hours, and its sounds. */
export function showEdition({ t, language }: Visitor, record: EditionRecord) {
  const { line, words, manifest } = record;
  const seconds = manifest.sounds.reduce((sum, each) => sum + each.seconds, 0);
  return {
    hash: record.hash,
    when: showMoment(language, record.at),
    who: showPerson(t, record.by),
    comment: record.comment,
    document: record.documentNumber ?? t('editions.no-document'),
    engine: `${record.engine.id} (${record.engine.fingerprint})`,
    sounds: manifest.sounds.length,
    minutes: Math.round(seconds / 60),
    languages: line.languages.map(({ tag, key, name }) => ({
      tag,
      key,
      name,
      texts: requiredPromptsIn(line, tag).map((prompt) => ({ prompt, sentences: words[tag]?.prompts[prompt] ?? [] })),
    })),
    topics: line.topics.map(({ id, key }) => ({ id, key })),
    facts: Object.entries(line.facts).map(([name, fact]) => ({
      name,
      value: showFact(language, factValue(fact)),
      source: fact.source,
      checkedOn: fact.checkedOn,
    })),
  };
}
