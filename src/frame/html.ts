import type { Html } from '../common/html.ts';
import type { Visit } from './visit.ts';

export { type Html, html, nothing, type Piece } from '../common/html.ts';

/** A page, or a part of one, as a function of its data and of the visit. */
export type View<Data> = (data: Data, visit: Visit) => Html;
