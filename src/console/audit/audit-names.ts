import { topicPrompt } from '../../call/say.ts';
import { historyLimit } from '../../office/drafts/draft-desk.ts';
import { parseSentence } from '../../words/sentence-template.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Visitor } from '../frame/visit.ts';

/** Names for what the audit stores by id. An id that is no longer known stays as it is. */
export interface AuditNames {
  language(tag: string): string;
  topic(id: string): string;
  destination(id: string): string;
  /** A kind, a place or an action of a disaster notice. */
  choice(id: string): string;
  /** @param hash the beginning of an edition's hash */
  edition(hash: string): string;
}

/** The ids themselves, for where no names can be looked up. */
export const plainNames = ({ t }: Pick<Visitor, 't'>): AuditNames => ({
  language: (tag) => tag,
  topic: (id) => id,
  destination: (id) => id,
  choice: (id) => id,
  edition: (hash) => t('editions.of-hash', { hash }),
});

/** Looks names up in the current line and, for what has been removed, in its last revision that had it. */
export async function readAuditNames(
  { drafts, editions }: Pick<ConsoleParts, 'drafts' | 'editions'>,
  { t, language }: Pick<Visitor, 't' | 'language'>,
): Promise<AuditNames> {
  const [now, history, heads] = await Promise.all([
    drafts.read(),
    drafts.lineHistory(historyLimit),
    editions.list(historyLimit),
  ]);
  const files = [now.line.file, ...history.map(({ file }) => file)];
  const first = (entries: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
    new Map(entries.toReversed());
  const languages = first(files.flatMap((file) => file.languages.map(({ tag, name }) => [tag, name] as const)));
  const destinations = first(
    files.flatMap((file) => file.destinations.map(({ id, name }) => [id, name[language]] as const)),
  );
  const choices = first(
    files.flatMap(({ disaster }) =>
      [...(disaster?.kinds ?? []), ...(disaster?.places ?? []), ...(disaster?.actions ?? [])].map(
        ({ id, name }) => [id, name[language]] as const,
      ),
    ),
  );
  const { sourceLanguage } = now.line.file;
  const plain = plainNames({ t });
  return {
    language: (tag) => languages.get(tag) ?? tag,
    topic: (id) => titleOf(now.find(sourceLanguage, topicPrompt(id))?.sentences ?? []) || id,
    destination: (id) => destinations.get(id) ?? id,
    choice: (id) => choices.get(id) ?? id,
    edition: (hash) => {
      const head = heads.find((each) => each.hash.startsWith(hash));
      return head && hash !== '' ? t('editions.one', { number: head.number }) : plain.edition(hash);
    },
  };
}

/** What a menu says of a topic before its key: マイナンバーと 封筒 in マイナンバーと 封筒は、{{key}}。 */
function titleOf([first = '']: readonly string[]): string {
  const parts = parseSentence(first);
  const key = parts.findIndex((part) => part.kind === 'placeholder' && part.name === 'key');
  const before = key < 0 ? parts : parts.slice(0, key);
  return before
    .flatMap((part) => (part.kind === 'placeholder' ? [] : [part.text]))
    .join('')
    .replace(/(?:は)?[、,\s]*$/u, '');
}
