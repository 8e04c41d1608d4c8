import { formLimits } from '../../frame/form.ts';
import type { OpenPrompt } from './open-prompt.ts';

/** The share of the longest form that saved texts may fill, so that there is room to write. */
const share = 0.6;

/** How many bytes a text takes in a form. Letters outside ASCII take three bytes for each of theirs. */
export const bytesInForm = (text: string): number => new URLSearchParams([['', text]]).toString().length;

/** Whether the texts of all languages together are too long for one form; each can still be edited on its own page. */
export const isTooLong = ({ texts }: OpenPrompt): boolean =>
  texts.reduce((sum, { text }) => sum + bytesInForm(text?.sentences.join('\n') ?? ''), 0) >
  share * formLimits.staff.bytes;
