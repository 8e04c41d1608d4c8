import type { unused as japanese } from '../ja/unused.ts';
import type { SameKeys } from '../same-keys.ts';

/** Texts that no part of the line uses. */
export const unused: SameKeys<typeof japanese> = {
  title: 'Texts not in use',
  link: 'Texts not in use ({{count}})',
  intro:
    'Texts that callers no longer hear, because their topic or destination was removed. They are not checked, approved or published. You can use them again or delete them.',
  nothing: 'There are no unused texts.',
  topics: 'Removed topics',
  back: 'Bring back',
  'back-label': 'Bring back the topic “{{name}}”',
  caption: 'All texts not in use',
  text: 'Text',
  languages: 'Languages',
  action: 'Actions',
  topic: 'Topic to add it to',
  use: 'Add to this topic',
  'use-label': 'Add to this topic: “{{name}}”',
  delete: 'Delete',
  'delete-label': 'Delete “{{name}}” in every language',
  'in-use': 'This text is in use now. It was not deleted.',
  gone: 'This text or topic is no longer here. Check the list.',
  conflict: '{{who}} saved the settings of this line first ({{when}}). Nothing was changed; please try again.',
  'of-text': 'Nothing uses this text now. It is neither checked nor published.',
  done: { deleted: 'The text was deleted.' },
};
