/** Where Twilio asks the line what to do when a call comes in. */
export const voicePath = '/twilio/voice';
/** Where Twilio tells the line that a call has ended. */
export const statusPath = '/twilio/status';
/** The number that calls of our own are made to. It belongs to nobody, and such calls are not counted. */
export const ownCallNumber = '+810000000000';

/** Where Twilio tells the line of errors; set by hand in its console. */
export const alertsPath = '/twilio/alerts';

/**
 * Twilio's connection options, appended to every address given to it; neither sent nor signed. Made in Tokyo instead of Ashburn; at
 * most 1.5 s to connect and 4 s to the first byte; two retries after a failure, which are harmless because a repeated webhook
 * gets the same answer. Twilio caps the total at 15 s.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export const connectionOverrides = '#e=tokyo&ct=1500&rt=4000&tt=12000&rc=2&rp=ct,rt,5xx';
