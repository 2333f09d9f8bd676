import { cpSync, mkdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { find } from "./search.mjs";
import { artifactName, input, setting } from "./toolkit.mjs";

const name = artifactName(input("name"));
const { files, top } = find(process.env.GITHUB_WORKSPACE, input("path"), input("include-hidden-files") === "true");
if (files.length) {
  const artifact = join(setting("ARTIFACTS"), name);
  mkdirSync(artifact); // fails where there is one: a run has a name once
  for (const file of files) {
    const copy = join(artifact, relative(top, file));
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(file, copy);
  }
  console.log(`Artifact ${name}: ${files.map((file) => relative(top, file)).join(", ")}`);
} else {
  const words = `No files were found for the artifact ${name}`;
  const kind = input("if-no-files-found");
  if (kind === "error") throw new Error(words);
  console.log(kind === "warn" ? `::warning::${words}` : words);
}
