import { type Document, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Finding } from './finding.ts';
import { schemaProblems } from './schema-problem.ts';
import { exceeds } from './yaml-limits.ts';
import { yamlProblems } from './yaml-problem.ts';

/** A text file by its name, as it stands in the prompts folder. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** A YAML file that fits its schema, and the line on which each of its values stands. */
export interface YamlFile<Value> {
  readonly value: Value;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

type Path = readonly PropertyKey[];

/** One slip can break every entry of a file, and nobody reads more than this. */
const mostIssues = 100;

const fileFinding = (
  file: string,
  line: number,
  { ja, en }: { readonly ja: string; readonly en: string },
): Finding => ({
  rule: 'FILE',
  level: 'error',
  file,
  line,
  ja,
  en,
});

/**
 * Reads a YAML file and checks it; finds its problems at once, each with its line, up to a hundred. A text beyond
 * `yamlLimits`, with several documents, or with parts that stand for others (aliases) is refused before it is read.
 */
export function readYaml<Schema extends z.ZodType>(
  { name, text }: NamedText,
  schema: Schema,
): YamlFile<z.infer<Schema>> | { readonly findings: readonly Finding[] } {
  const tooMuch = exceeds(text);
  if (tooMuch) return { findings: [fileFinding(name, 1, tooMuch)] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, stringKeys: true, uniqueKeys: true, version: '1.2' });
  const problems = yamlProblems(document, text, lines);
  if (problems.length > 0) {
    return { findings: problems.map((problem) => fileFinding(name, lines.linePos(problem.offset).line, problem)) };
  }
  const lineOf = (path: Path) => lines.linePos(offsetOf(document, path)).line;
  const value: unknown = document.toJS();
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, lineOf };
  return {
    findings: schemaProblems(parsed.error.issues.slice(0, mostIssues), value).map((problem) =>
      fileFinding(name, lineOf(problem.path), problem),
    ),
  };
}

/** Where a value begins, or its nearest ancestor that exists. A key's own place is better than its value's. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isNode(key) && String(key) === String(last));
      if (isPair(pair) && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
