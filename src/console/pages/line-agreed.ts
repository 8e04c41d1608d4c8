import type { Request } from 'express';
import type { KeyChange } from '../../office/drafts/menu-keys.ts';
import { fieldOf } from '../form.ts';

/** Changes as a checkbox carries them, so that nobody agrees to others than those he has read. */
export const agreementTo = (changes: readonly KeyChange[]): string =>
  changes.map(({ key, before, after }) => `${key}:${before}>${after ?? ''}`).join(' ');

/** Whether somebody has ticked that printed sheets will be wrong in exactly this way. */
export const isAgreed = (request: Request, changes: readonly KeyChange[]): boolean =>
  changes.length === 0 || fieldOf(request, 'agreed') === agreementTo(changes);
