import { readPlaceOfPrompt } from '../../../drafts/places.ts';
import type { PlacedDraft } from '../../../drafts/to-draft.ts';
import type { UnfinishedText } from '../../../editions/check-publishable.ts';
import { lineFileName } from '../../../prompts/draft.ts';
import type { Finding } from '../../../prompts/finding.ts';
import type { Visitor } from '../visitor.ts';
import { showState } from './show-state.ts';

const hrefOf = (language: string, prompt: string): string => `/console/texts/${language}/${encodeURIComponent(prompt)}`;

/** Findings in the visitor's language, each with a link to the text that it is about. */
export const showFindings = ({ language }: Visitor, draft: PlacedDraft, findings: readonly Finding[]) =>
  findings.map((finding) => {
    const place = draft.placeOf(finding);
    const tag = finding.file.replace(/\.yaml$/, '');
    const isText = finding.file !== lineFileName && place !== null;
    const { prompt } = readPlaceOfPrompt(place ?? '');
    return {
      rule: finding.rule,
      text: language === 'ja' ? finding.ja : finding.en,
      where: isText ? `${tag} ${prompt}` : '',
      href: isText ? hrefOf(tag, prompt) : '',
    };
  });

/** Texts that may not be published as they are, with what is the matter with each. */
export const showUnfinished = ({ t }: Visitor, unfinished: readonly UnfinishedText[]) =>
  unfinished.map(({ language, prompt, state }) => ({
    where: `${language} ${prompt}`,
    href: hrefOf(language, prompt),
    state: showState(t, state),
  }));
