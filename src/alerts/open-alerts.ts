import type { Config } from '../config.ts';
import type { RaiseAlert } from './alert.ts';
import { createMail } from './mail.ts';
import { createAlerts } from './send-alerts.ts';
import { createWebhook } from './webhook.ts';

/**
 * Opens the alerts for the receivers in the settings.
 * @param failed called when an alert could not be delivered
 * @returns null if the settings name no receiver
 */
export function openAlerts(
  { alerts, alertMail, publicUrl: line }: Pick<Config, 'alerts' | 'alertMail' | 'publicUrl'>,
  failed: (why: string) => void,
): RaiseAlert | null {
  const receivers = [
    ...(alerts ? [createWebhook({ ...alerts, line })] : []),
    ...(alertMail ? [createMail({ ...alertMail, line })] : []),
  ];
  return receivers.length === 0 ? null : createAlerts(receivers, () => performance.now(), failed);
}
