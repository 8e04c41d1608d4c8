import { createTranslator } from '../frame/translate.ts';
import { texts } from './texts.ts';

/** Every text of the console in its languages. */
export const { translator, hasText } = createTranslator(texts);
