/** A heading of a Markdown document, and all that stands under it up to the next one. */
export interface Section {
  /** 0 for what stands before the first heading. */
  readonly level: number;
  readonly heading: string;
  /** The lines, without comments and without the blocks of code. */
  readonly lines: readonly string[];
  /** The lines of each fenced block of code. */
  readonly blocks: readonly (readonly string[])[];
}

interface OpenSection extends Section {
  readonly lines: string[];
  readonly blocks: string[][];
}

/** Takes a document apart. @throws Error when a block of code is not closed */
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

/** The cells of each table, row by row, without the line below the head. */
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

/** What stands between backquotes. */
export const spansIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** Where links and pictures lead. */
export const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)|<(https?:[^>\s]+)>/g)].map(([, target, address]) => target ?? address ?? '');

/** As GitHub names a heading in an address. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .replaceAll(' ', '-');
