import { messageOf } from '../common/errors.ts';
import { fetchStatus } from '../common/fetch-answer.ts';
import type { Alert, RaiseAlert } from './alert.ts';
import type { AlertKind } from './alert-texts.ts';

/** Receives alerts: a webhook, or mail. */
export interface AlertReceiver {
  /** @throws Error when the alert was not delivered. The message is logged, so it must not contain a secret */
  send(alert: Alert): Promise<void>;
}

/**
 * Milliseconds after an alert during which its receiver gets no other alert of the same kind. If a kind is not raised
 * for this long, the problem counts as over. If it is raised later, that is a new problem.
 */
const toldEvery = 3_600_000;

/**
 * Milliseconds after a failed delivery before an alert of the same kind is sent again. Strangers can cause some kinds
 * of alerts. Without this pause, they could make the service send requests as often as they like.
 */
const triedEvery = 60_000;

/**
 * Sends alerts to all receivers, independently of each other. What was sent is remembered only in memory. After a
 * restart, an alert is sent again at once if it is raised again.
 * @param now milliseconds that never decrease
 * @param failed called when an alert could not be delivered. The alert is sent again when it is raised again, after a
 * minute at the earliest
 * @param clock milliseconds since the epoch
 */
export function createAlerts(
  receivers: readonly AlertReceiver[],
  now: () => number,
  failed: (why: string) => void,
  clock: () => number = Date.now,
): RaiseAlert {
  const all = receivers.map((receiver) => ({ receiver, told: new Map<AlertKind, number>() }));
  const raised = new Map<AlertKind, { readonly first: number; readonly last: number }>();
  return (kind, { details, lasting } = {}) => {
    const at = now();
    const known = raised.get(kind);
    const first = known && at - known.last < toldEvery ? known.first : at;
    raised.set(kind, { first, last: at });
    const since = clock() - (lasting ?? at - first);
    for (const { receiver, told } of all) {
      const before = told.get(kind);
      if (before !== undefined && at - before < toldEvery) continue;
      told.set(kind, at);
      // `Promise.try` also catches what `details` throws. An error must not break a turn of a call that raises this
      // alert.
      Promise.try(() => receiver.send({ kind, details: details?.() ?? [], since })).catch((error: unknown) => {
        told.set(kind, now() - toldEvery + triedEvery);
        failed(messageOf(error));
      });
    }
  };
}

/**
 * Sends a sign of life to a service that raises an alarm when no sign of life arrives.
 * @param told called with null when the service was reached, and otherwise with the reason why not
 */
export async function sendHeartbeat(url: string, told: (why: string | null) => void): Promise<void> {
  try {
    await reach(url, { redirect: 'follow' });
    told(null);
  } catch (error) {
    told(messageOf(error));
  }
}

/**
 * Sends a request to an address. The address may be a secret, so no error message contains it.
 * @throws Error with the status of an answer other than 200 to 299, or NoAnswerError with the code of the failure
 */
export async function reach(url: string, init: RequestInit): Promise<void> {
  const status = await fetchStatus(url, init);
  if (status < 200 || status > 299) throw new Error(`status ${status}`);
}
