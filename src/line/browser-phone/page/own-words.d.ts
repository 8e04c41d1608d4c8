/** The types of own-words.js, for the server and the tests, which are TypeScript without the browser's own types. */
export const ownWords: Readonly<Record<string, Readonly<Record<string, string>>>>;
