/** The path at which Twilio asks the line what to do when a call comes in. */
export const voicePath = '/twilio/voice';
/** The path at which Twilio tells the line that a call has ended. */
export const statusPath = '/twilio/status';
/**
 * The dialled number in calls that the service makes to its own line. Nobody has this number. In such calls, only
 * broken turns are counted.
 */
export const ownCallNumber = '+810000000000';

/** The path at which Twilio reports errors to the line. An operator enters its address by hand in Twilio's console. */
export const alertsPath = '/twilio/alerts';

/**
 * Twilio's connection options, appended to the addresses at which Twilio asks what to do in a call. Twilio does not
 * send them to the line, and its signature does not cover them. With them, Twilio connects from Tokyo instead of
 * Ashburn, and waits at most 1.5 s for the connection and 4 s for the first byte. After a failure it tries twice more,
 * which is harmless because a repeated webhook gets the same answer. All attempts together take at most 12 s; Twilio's
 * own limit is 15 s.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export const connectionOverrides = '#e=tokyo&ct=1500&rt=4000&tt=12000&rc=2&rp=ct,rt,5xx';
