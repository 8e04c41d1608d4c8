import { type Html, html, nothing } from '../frame/html.ts';
import type { Translate } from '../frame/translate.ts';

/** The id of a rule, which can be looked up in the manual of the prompts folder; nothing if the finding has no rule. */
export const ruleView = (t: Translate, rule: string): Html =>
  rule === ''
    ? nothing
    : html`<details class="more finding-more"><summary>${t('frame.more')}</summary><p>${t('findings.rule', { rule })}</p></details>`;
