// Which files patterns mean, and from which folder on their paths are kept, as @actions/glob and upload-artifact have it.

import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";

/** All files below `workspace` that these lines mean: {files, top}, absolute paths. */
export function find(workspace, text, hidden) {
  const lines = text.split("\n").map((line) => line.trim());
  const patterns = lines.filter(Boolean).map((line) => resolve(workspace, line));
  const roots = patterns.map(literalPart);
  const wanted = patterns.map(toRegExp);
  const all = new Set(roots.filter(existsSync).flatMap((root) => [...filesBelow(root, hidden)]));
  const files = [...all].filter((file) => wanted.some((pattern) => pattern.test(file))).sort();
  return { files, top: roots.length === 1 && roots[0] !== files[0] ? roots[0] : common(roots) };
}

/** Where a search begins: the part of a pattern before its first `*`. */
function literalPart(pattern) {
  if (/[?[\]{}!\\]/.test(pattern)) throw new Error(`this pattern is not known here: ${pattern}`);
  const parts = pattern.split(sep);
  const first = parts.findIndex((part) => part.includes("*"));
  return first < 0 ? pattern : parts.slice(0, first).join(sep);
}

/** A pattern means what it matches, and everything below that. */
function toRegExp(pattern) {
  const words = { "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*" };
  const parts = pattern.split(/(\*\*\/|\*\*|\*)/).map((part) => words[part] ?? part.replace(/[.+^$()|]/g, "\\$&"));
  return new RegExp(`^${parts.join("")}(/.*)?$`);
}

function* filesBelow(path, hidden) {
  if (!hidden && basename(path).startsWith(".")) return;
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path)) yield* filesBelow(join(path, name), hidden);
}

/** The deepest folder of all these; the folder of a single file. */
function common(paths) {
  if (paths.length === 1) return dirname(paths[0]);
  const [first, ...others] = paths.map((path) => path.split(sep));
  const differs = first.findIndex((part, i) => others.some((other) => other[i] !== part));
  return (differs < 0 ? first : first.slice(0, differs)).join(sep);
}
