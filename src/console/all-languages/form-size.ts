import { formLimits } from '../../frame/form.ts';
import type { OpenPrompt } from './open-prompt.ts';

/** The share of the maximum size of a form that saved texts may fill. The rest is room for what staff type. */
const share = 0.6;

/** How many bytes a text takes in a form. Each byte of a letter outside ASCII is sent as three bytes. */
export const bytesInForm = (text: string): number => new URLSearchParams([['', text]]).toString().length;

/** Whether the texts of all languages together are too long for one form. Each text can still be edited on its own page. */
export const isTooLong = ({ texts }: OpenPrompt): boolean =>
  texts.reduce((sum, { text }) => sum + bytesInForm(text?.sentences.join('\n') ?? ''), 0) >
  share * formLimits.staff.bytes;
