// GitHub's own npm packages, from the folder that `conformance/run --install` fills; it does not lie beside the scripts.

import { createRequire, register } from "node:module";

// The packages import JSON without saying so, which Node refuses: hand it over as a module.
register(
  "data:text/javascript," +
    encodeURIComponent(`
      import { readFile } from "node:fs/promises";
      export async function load(url, context, next) {
        if (!url.endsWith(".json")) return next(url, context);
        const text = await readFile(new URL(url), "utf8");
        return { format: "module", shortCircuit: true, source: "export default " + text };
      }`),
);

const folder = new URL("../.tools/npm/node_modules/", import.meta.url);

/** An ES module of a package, such as `load("@actions/workflow-parser", "dist/index.js")`. */
export const load = (name, file) => import(new URL(`${name}/${file}`, folder));

/** A CommonJS package. */
export const require = createRequire(new URL("./x.js", folder));
