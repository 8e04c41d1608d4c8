import { type Alert, alertWords } from './alert.ts';
import { type AlertReceiver, reach } from './send-alerts.ts';

/** The form of message that the receiver of a webhook expects. */
export type AlertFormat = 'slack' | 'teams' | 'plain';

/** Where a webhook sends alerts, and in which form. */
interface Webhook {
  readonly url: string;
  readonly format: AlertFormat;
  /**
   * The public address of the line, so that operators of several lines know which line the alert is about. Null if the
   * line has none.
   */
  readonly line: string | null;
}

export const createWebhook = ({ url, format, line }: Webhook): AlertReceiver => ({
  send: (alert) =>
    reach(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(bodyOf(format, alert, line)),
    }),
});

/** The body of the request in the form that its receiver expects, with the alert in both languages. */
function bodyOf(format: AlertFormat, alert: Alert, line: string | null): object {
  const { ja, en } = alertWords(alert);
  const head = `言伝 Kotozute${line === null ? '' : ` ${line}`}`;
  switch (format) {
    case 'slack':
      return { text: `*${head}*\n${ja}\n${en}` };
    case 'teams': {
      const block = (text: string) => ({ type: 'TextBlock', text, wrap: true });
      const content = { type: 'AdaptiveCard', version: '1.4', body: [head, ja, en].map(block) };
      return {
        type: 'message',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
      };
    }
    case 'plain':
      return { line, kind: alert.kind, ja, en };
  }
}
