/**
 * How Twilio shall call us, at the end of every address we give it; it is neither sent nor signed. From Tokyo instead of
 * Ashburn; at most 1.5 s to connect and 4 s to the first byte; two more tries after a failure, which is harmless because a
 * repeated webhook gets the same answer. Twilio caps everything at 15 s.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export const connectionOverrides = '#e=tokyo&ct=1500&rt=4000&tt=12000&rc=2&rp=ct,rt,5xx';
