import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { fingerprint } from '../fingerprint.ts';

/**
 * W-02: the source text has changed since a translation was made, or no source text was recorded for the translation.
 */
export function staleTranslations({ line, words, translatedFrom }: Draft): Finding[] {
  if (!translatedFrom) return [];
  const source = words.get(line.sourceLanguage)?.prompts ?? {};
  return [...words].flatMap(([language, { prompts }]) =>
    language === line.sourceLanguage
      ? []
      : Object.keys(prompts).flatMap((prompt): Finding[] => {
          const from = translatedFrom[language]?.[prompt];
          if (from === fingerprint(source[prompt] ?? [])) return [];
          const command = `npm run prompts -- translated ${language} ${prompt}`;
          const [ja, en] =
            from === undefined
              ? [
                  'どの元の文から訳したか記録がありません',
                  'It is not recorded from which source text this was translated',
                ]
              : ['訳した後で、元の文が変わりました', 'The source text has changed since this was translated'];
          return [
            {
              rule: 'W-02',
              level: 'error',
              place: { language, prompt },
              ja: `「${prompt}」:${ja}。訳を見直してから「${command}」を実行してください。`,
              en: `"${prompt}": ${en}; look through the translation, then run "${command}".`,
            },
          ];
        }),
  );
}
