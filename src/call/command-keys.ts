/**
 * Keys that mean the same on every screen once a language is chosen. Only digits are named in prompts: the spoken names
 * of `*` and `#` differ from country to country, so these two work silently.
 */
export const commandKeys = { again: '9', slower: '8', back: '7', person: '0' } as const;

/** Working, never spoken. */
export const silentKeys = { back: '*', onward: '#' } as const;
