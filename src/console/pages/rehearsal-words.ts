import type { Input } from '../../call/input.ts';
import type { MapNode } from '../../office/rehearsal/call-map.ts';
import { decodePath } from '../../office/rehearsal/path-code.ts';
import type { Translate } from '../texts/texts.ts';

/** What happened to a call, in words. */
export function showInput(t: Translate, input: Input): string {
  if (input.kind === 'key') return t('rehearsal.input.key', { key: input.key });
  return t(`rehearsal.input.${input.kind === 'dial-ended' ? input.outcome : input.kind}`);
}

/** The same in a word or less, for the map. */
export function showSign(t: Translate, sign: string): string {
  const [input] = decodePath(sign) ?? [];
  if (input === undefined || input.kind === 'key') return input?.key ?? sign;
  return t(`rehearsal.sign.${input.kind === 'silence' ? 'silence' : input.outcome}`);
}

/** A place in the dialogue. */
export const showPlace = (t: Translate, { screen, topic, part }: MapNode): string =>
  screen === 'explanation'
    ? t('rehearsal.places.explanation', { topic: topic ?? '', part: (part ?? 0) + 1 })
    : t(`rehearsal.places.${screen}`);

/** The same by its id, as kept calls name it. */
export function showPlaceById(t: Translate, id: string): string {
  const [screen = '', topic, part] = id.split('.');
  return screen === 'explanation'
    ? t('rehearsal.places.explanation', { topic: topic ?? '', part: Number(part) + 1 })
    : t(`rehearsal.places.${screen}`);
}
