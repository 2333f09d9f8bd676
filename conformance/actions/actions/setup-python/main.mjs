import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { addPath, input, output, variable } from "./toolkit.mjs";

const wanted = input("python-version");
const shelf = join(process.env.RUNNER_TOOL_CACHE, "Python");
const arch = process.arch;

// The folder of a release counts when it is complete; the newest comes first.
const byRelease = (a, b) => b.localeCompare(a, "en", { numeric: true });
const fits = (release) => release === wanted || release.startsWith(`${wanted}.`);
const found = readdirSync(shelf)
  .sort(byRelease)
  .find((release) => {
    return fits(release) && existsSync(join(shelf, release, `${arch}.complete`));
  });
if (!found) throw new Error(`no Python ${wanted} in ${shelf}`);

const home = join(shelf, found, arch);
addPath(join(home, "bin"));
variable("pythonLocation", home);
output("python-version", found);
output("python-path", join(home, "bin/python"));
console.log(`Successfully set up CPython (${found})`);
