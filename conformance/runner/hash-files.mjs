// The function `hashFiles`: one SHA-256 over the SHA-256 of each file that matches, in the order of their paths; no
// file gives the empty text. Patterns know `*`, `**` and `?`; others are refused rather than misunderstood.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

export function hashFiles(workspace, patterns) {
  const wanted = patterns.map(toRegExp);
  const files = [...filesBelow(workspace)].map((path) => relative(workspace, path)).sort();
  const matching = files.filter((path) => wanted.some((pattern) => pattern.test(path)));
  const sum = createHash("sha256");
  for (const path of matching) {
    sum.update(
      createHash("sha256")
        .update(readFileSync(join(workspace, path)))
        .digest(),
    );
  }
  return matching.length ? sum.digest("hex") : "";
}

function toRegExp(pattern) {
  if (/[[\]{}!~\\]/.test(pattern)) throw new Error(`hashFiles: this pattern is not known here: ${pattern}`);
  const parts = pattern.replace(/^\.\//, "").split(/(\*\*\/|\*\*|\*|\?)/);
  const words = { "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]" };
  return new RegExp(`^${parts.map((part) => words[part] ?? part.replace(/[.+^$()|]/g, "\\$&")).join("")}$`);
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== ".git") yield* filesBelow(path);
    } else if (entry.isFile()) {
      yield path;
    }
  }
}
