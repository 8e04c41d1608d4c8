import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Finding, fileFinding } from './finding.ts';
import { schemaProblems } from './schema-problem.ts';
import { exceededLimit } from './yaml-limits.ts';
import { yamlProblems } from './yaml-problem.ts';

/** A text file of the prompts folder, with its name. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** A YAML file that matches its schema, and the line of each of its values. */
export interface YamlFile<Value> {
  readonly value: Value;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

type Path = readonly PropertyKey[];

/**
 * Maximum number of zod's issues that are reported for a file. One mistake can break every entry of a file, and nobody
 * reads more issues than this. An issue about several unknown names becomes one finding for each name.
 */
const maxIssues = 100;

/**
 * Reads a YAML file and checks it against a schema. A text beyond `yamlLimits` is refused before `parseDocument` reads
 * it. A file with several documents is refused, and so are aliases, which repeat another part of the file.
 * @returns the value, with the lines of its parts; or the problems, with their lines. Problems with the schema are
 * reported only if the YAML itself has no problems.
 */
export function readYaml<Schema extends z.ZodType>(
  { name, text }: NamedText,
  schema: Schema,
): YamlFile<z.infer<Schema>> | { readonly findings: readonly Finding[] } {
  const tooMuch = exceededLimit(text);
  if (tooMuch) return { findings: [fileFinding(name, tooMuch)] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, stringKeys: true, uniqueKeys: true, version: '1.2' });
  const problems = yamlProblems(document, text, lines);
  if (problems.length > 0) {
    return { findings: problems.map((problem) => fileFinding(name, problem, lines.linePos(problem.offset).line)) };
  }
  const lineOf = createLineFinder(document, lines);
  const value: unknown = document.toJS();
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, lineOf };
  return {
    findings: schemaProblems(parsed.error.issues.slice(0, maxIssues), value).map((problem) =>
      fileFinding(name, problem, lineOf(problem.path)),
    ),
  };
}

/**
 * Returns a function that finds the line on which a value begins. If the value has a key, this is the line of the key.
 * If the value does not exist, this is the line of its nearest existing ancestor. The first call collects the lines of
 * all values, because a caller may need the line of every value of a long file.
 */
function createLineFinder(document: Document, lines: LineCounter): YamlFile<unknown>['lineOf'] {
  const offsets = new Map<string, number>();
  const nameOf = (path: Path) => path.map(String).join('\n');
  const note = (node: unknown, path: Path, key?: unknown): void => {
    const [offset] = (isNode(key) ? key.range : isNode(node) ? node.range : null) ?? [0];
    offsets.set(nameOf(path), path.length === 0 ? 0 : offset);
    if (isMap(node)) for (const each of node.items) note(each.value, [...path, String(each.key)], each.key);
    if (isSeq(node)) for (const [index, each] of node.items.entries()) note(each, [...path, index]);
  };
  // This is set to null after the first call, because the document takes far more memory than the offsets.
  let contents: unknown = document.contents;
  return (path) => {
    if (offsets.size === 0) note(contents, []);
    contents = null;
    for (let length = path.length; length >= 0; length -= 1) {
      const offset = offsets.get(nameOf(path.slice(0, length)));
      if (offset !== undefined) return lines.linePos(offset).line;
    }
    return 1;
  };
}
