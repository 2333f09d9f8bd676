// The files by which a step answers its runner: GITHUB_OUTPUT, GITHUB_ENV, GITHUB_STATE and GITHUB_PATH.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const MAPS = ["OUTPUT", "ENV", "STATE"];
const OTHERS = ["PATH", "STEP_SUMMARY"];

/** Fresh files for one process, below `folder`. */
export class CommandFiles {
  constructor(folder) {
    mkdirSync(folder, { recursive: true });
    this.paths = Object.fromEntries([...MAPS, ...OTHERS].map((name) => [name, join(folder, name.toLowerCase())]));
    Object.values(this.paths).forEach((path) => writeFileSync(path, ""));
  }

  env() {
    return Object.fromEntries(Object.entries(this.paths).map(([name, path]) => [`GITHUB_${name}`, path]));
  }

  outputs() {
    return pairs(readFileSync(this.paths.OUTPUT, "utf8"));
  }

  variables() {
    return pairs(readFileSync(this.paths.ENV, "utf8"));
  }

  state() {
    return pairs(readFileSync(this.paths.STATE, "utf8"));
  }

  /** The last line written comes first in the PATH. */
  folders() {
    return readFileSync(this.paths.PATH, "utf8").split("\n").filter(Boolean).reverse();
  }
}

// Either `name=value`, or `name<<END`, lines, `END`.
function pairs(text) {
  const result = {};
  const lines = text.split("\n");
  while (lines.length) {
    const line = lines.shift();
    const block = /^([^=]+?)<<(.+)$/.exec(line);
    if (block) {
      const end = lines.indexOf(block[2]);
      if (end < 0) throw new Error(`a value does not end: ${line}`);
      result[block[1]] = lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join("\n");
    } else if (line.includes("=")) {
      result[line.slice(0, line.indexOf("="))] = line.slice(line.indexOf("=") + 1);
    } else if (line.trim()) {
      throw new Error(`neither name=value nor name<<END: ${line}`);
    }
  }
  return result;
}
