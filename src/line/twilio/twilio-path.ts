/** An address of Twilio's webhooks, taken apart. */
export interface TwilioPath {
  readonly what: 'voice' | 'turn' | 'whisper' | 'status';
  /** The coded state, or the language of a whisper; empty where there is none. */
  readonly of: string;
  /** Without its `?`. */
  readonly query: string;
}

/** `/twilio/voice`, `/twilio/turn/<state>?n=<turns>`, `/twilio/whisper/<language>`, `/twilio/status`. */
const address = /^\/twilio\/(voice|turn|whisper|status)(?:\/([^/?]*))?\/?(?:\?(.*))?$/i;

const ours = /^\/+twilio(?:[/?]|$)/i;

/**
 * Whether an address is Twilio's to ask for, whoever asks. Capitals and doubled slashes get into a console by copying and by
 * joining; the call is answered all the same. Mounting and reading go by this one file.
 */
export const isTwilioPath = (path: string): boolean => ours.test(path);

/** @returns null for an address below `/twilio` that the line does not have */
export function readTwilioPath(path: string): TwilioPath | null {
  const [, what = '', of = '', query = ''] = address.exec(path.replace(/\/{2,}/g, '/')) ?? [];
  const known = (['voice', 'turn', 'whisper', 'status'] as const).find((each) => each === what.toLowerCase());
  return known ? { what: known, of, query } : null;
}
