/** A heading of a Markdown document, with the content between it and the next heading. */
export interface Section {
  /** The level of the heading; 0 for the content before the first heading. */
  readonly level: number;
  readonly heading: string;
  /** The lines, without comments and blocks of code. */
  readonly lines: readonly string[];
  /** The lines of each fenced block of code. */
  readonly blocks: readonly (readonly string[])[];
}

interface OpenSection extends Section {
  readonly lines: string[];
  readonly blocks: string[][];
}

/** Splits a document into sections. @throws Error when a block of code is not closed */
export function sectionsOf(markdown: string): Section[] {
  let section: OpenSection = { level: 0, heading: '', lines: [], blocks: [] };
  let block: string[] | null = null;
  const sections = [section];
  for (const line of markdown.replaceAll(/<!--.*?-->/gs, '').split('\n')) {
    const [, marks = '', heading = ''] = /^(#{1,6}) (.+)$/.exec(line) ?? [];
    if (line.trimStart().startsWith('```')) {
      if (block) section.blocks.push(block);
      block = block ? null : [];
    } else if (block) block.push(line);
    else if (marks !== '') {
      section = { level: marks.length, heading, lines: [], blocks: [] };
      sections.push(section);
    } else section.lines.push(line);
  }
  if (block) throw new Error(`A block of code is not closed under "${section.heading}".`);
  return sections.filter(({ level, lines }) => level > 0 || lines.some((line) => line !== ''));
}

/** The cells of each table, row by row, without the line below the header. */
export function tablesIn({ lines }: Section): string[][][] {
  const tables: string[][][] = [];
  lines.forEach((line, index) => {
    if (!line.startsWith('|')) return;
    if (!lines[index - 1]?.startsWith('|')) tables.push([]);
    if (!/^[|:-]+$/.test(line)) tables.at(-1)?.push(cellsOf(line));
  });
  return tables;
}

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

/** The texts between backquotes. */
export const spansIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** The targets of links and pictures. */
export const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)|<(https?:[^>\s]+)>/g)].map(([, target, address]) => target ?? address ?? '');

/** The anchor of a heading, as GitHub writes it in an address. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .replaceAll(' ', '-');
