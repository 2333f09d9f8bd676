// The runner's parts against what GitHub's documentation says of them. Silent and 0 if all is well.

import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { deepStrictEqual } from "node:assert";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asText, Scope } from "./expressions.mjs";
import { CommandFiles } from "./files.mjs";
import { hashFiles } from "./hash-files.mjs";
import { rowsOf } from "./matrix.mjs";
import { run } from "./process.mjs";

// The matrix: products, exclusions, and the documentation's own example of `include`.
deepStrictEqual(rowsOf(undefined), [null]);
deepStrictEqual(rowsOf({ a: [1, 2], exclude: [{ a: 1 }] }), [{ a: 2 }]);
deepStrictEqual(rowsOf({ include: [{ a: 1 }, { a: 2, b: 3 }] }), [{ a: 1 }, { a: 2, b: 3 }]);
const fruits = {
  fruit: ["apple", "pear"],
  animal: ["cat", "dog"],
  include: [
    { color: "green" },
    { color: "pink", animal: "cat" },
    { fruit: "apple", shape: "circle" },
    { fruit: "banana" },
    { fruit: "banana", animal: "cat" },
  ],
};
deepStrictEqual(rowsOf(fruits), [
  { fruit: "apple", animal: "cat", color: "pink", shape: "circle" },
  { fruit: "apple", animal: "dog", color: "green", shape: "circle" },
  { fruit: "pear", animal: "cat", color: "pink" },
  { fruit: "pear", animal: "dog", color: "green" },
  { fruit: "banana" },
  { fruit: "banana", animal: "cat" },
]);

// Conditions: success is asked for too, unless the condition speaks of the state of things outside of a text.
const failed = new Scope({ github: { ref: "a" } }, { success: () => false, always: () => true });
const holds = (expression) => failed.holds({ expression });
deepStrictEqual(
  [failed.holds(undefined), holds("github.ref == 'a'"), holds("'always()' != ''")],
  [false, false, false],
);
deepStrictEqual([holds("always()"), holds("always() && github.ref == 'b'")], [true, false]);
deepStrictEqual([asText(undefined), asText(true), asText(1.5)], ["", "true", "1.5"]);

const folder = mkdtempSync(join(tmpdir(), "check-"));
try {
  // hashFiles: a digest of digests; folders count as a pattern says.
  mkdirSync(join(folder, "deep"));
  ["b.lock", "a.lock", "deep/c.lock"].forEach((name) => writeFileSync(join(folder, name), name));
  const sha = (bytes) => createHash("sha256").update(bytes).digest();
  const digest = (...names) => sha(Buffer.concat(names.map(sha))).toString("hex");
  deepStrictEqual(hashFiles(folder, ["*.lock"]), digest("a.lock", "b.lock"));
  deepStrictEqual(hashFiles(folder, ["**/*.lock"]), digest("a.lock", "b.lock", "deep/c.lock"));
  deepStrictEqual(hashFiles(folder, ["none.txt"]), "");

  // The files of the GITHUB_ variables.
  const files = new CommandFiles(join(folder, "files"));
  writeFileSync(files.env().GITHUB_OUTPUT, "one=1=1\nmany<<END\na\nb=c\nEND\n");
  deepStrictEqual(files.outputs(), { one: "1=1", many: "a\nb=c" });
  writeFileSync(files.env().GITHUB_PATH, "/first\n/second\n");
  deepStrictEqual(files.folders(), ["/second", "/first"]);

  // Processes: their ends, a time limit, a cancellation.
  const play = (script, limits, signal = new AbortController().signal) =>
    run({ command: ["sh", "-c", script], cwd: folder, env: process.env, hear: () => {}, signal, limits });
  deepStrictEqual(await play("exit 0", []), { outcome: "success", late: false });
  deepStrictEqual(await play("exit 3", []), { outcome: "failure", late: false });
  deepStrictEqual(await play("sleep 60", [50, undefined]), { outcome: "failure", late: true });
  deepStrictEqual(await play("sleep 60", [], AbortSignal.timeout(50)), { outcome: "cancelled", late: false });
} finally {
  rmSync(folder, { recursive: true });
}
