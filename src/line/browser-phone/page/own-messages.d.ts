/**
 * The types of own-messages.js, for the server and the tests, which are TypeScript without the browser's own types.
 */
export const ownMessages: Readonly<Record<string, Readonly<Record<string, string>>>>;
