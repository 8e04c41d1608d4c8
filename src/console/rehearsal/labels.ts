import type { Input } from '../../call/input.ts';
import type { Translate } from '../../frame/translate.ts';
import type { Names } from '../../naming/names.ts';
import type { MapNode } from '../../office/rehearsal/call-map.ts';
import { decodePath } from '../../office/rehearsal/path-code.ts';
import { hasText } from '../translator.ts';

/** An input of a call, in words. */
export function inputLabel(t: Translate, input: Exclude<Input, { kind: 'call-started' }>): string {
  if (input.kind === 'key') return t('rehearsal.input.key', { key: input.key });
  return t(`rehearsal.input.${input.kind === 'dial-ended' ? input.outcome : input.kind}`);
}

/**
 * An input of a call for the map, in one character or in one or two words.
 * @param sign the input, as one sign of a path
 */
export function signLabel(t: Translate, sign: string): string {
  const [input] = decodePath(sign) ?? [];
  if (input === undefined || input.kind === 'key') return input?.key ?? sign;
  return t(`rehearsal.sign.${input.kind === 'silence' ? 'silence' : input.outcome}`);
}

/** A place in the dialogue, in words. */
export const placeLabel = (t: Translate, names: Names, { screen, topic, part }: MapNode): string =>
  screen === 'explanation'
    ? t('rehearsal.places.explanation', { topic: topic === null ? '' : names.topic(topic), part: (part ?? 0) + 1 })
    : t(`rehearsal.places.${screen}`);

/** The place with this id, in words. An id from an older version that is no longer known is returned unchanged. */
export function placeLabelById(t: Translate, names: Names, id: string): string {
  const [screen = '', topic = '', part] = id.split('.');
  const key = `rehearsal.places.${screen}` as const;
  return hasText(key) ? t(key, { topic: names.topic(topic), part: Number(part) + 1 }) : id;
}
