import encodeQR from 'qr';
import { type Html, html } from '../../frame/html.ts';

/** The margin that scanners need, in modules. A module is one of the small squares of the code. */
const border = 4;

/**
 * A QR code as a vector drawing, which prints sharply.
 * @param label what the code leads to, for people who cannot see it
 */
export function qrCode(address: string, label: string): Html {
  const rows = encodeQR(address, 'raw', { border });
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${rows.length} ${rows.length}" shape-rendering="crispEdges"><path d="${rows.flatMap(runs).join('')}"/></svg>`;
}

/** The stretches of dark modules in a row, as parts of an SVG path. */
const runs = (row: readonly boolean[], y: number): string[] =>
  [
    ...row
      .map((isDark) => (isDark ? '1' : '0'))
      .join('')
      .matchAll(/1+/g),
  ].map(({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`);
