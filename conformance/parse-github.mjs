// GitHub's own words on workflows: `parse` reads them with the parser that GitHub runs, `diagnose` asks the language
// service of its editor extension. Prints JSON: [{file, findings: ["line:column: text"]}], one entry for each file.
// The exit code is 0 whenever there is an answer; findings are the caller's business.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { load, require } from "./runner/packages.mjs";

const [mode, ...files] = process.argv.slice(2);
const judges = { parse: parser, diagnose: service };
if (!judges[mode]) throw new Error(`parse or diagnose, not ${mode}`);
const judge = await judges[mode]();

const answer = [];
for (const file of files) {
  answer.push({ file, findings: await judge(file, readFileSync(file, "utf8")) });
}
console.log(JSON.stringify(answer));

async function parser() {
  const actions = await load("@actions/workflow-parser", "dist/index.js");
  return async (name, content) => {
    const result = actions.parseWorkflow({ name, content }, new actions.NoOperationTraceWriter());
    // Conversion finds what the schema cannot: unknown needs, cycles, ids. Policy 1 converts in spite of errors.
    if (result.value) {
      await actions.convertWorkflowTemplate(result.context, result.value, undefined, { errorPolicy: 1 });
    }
    return result.context.errors.getErrors().map((error) => error.message.replace(`${name} `, ""));
  };
}

async function service() {
  const { validate } = await load("@actions/languageservice", "dist/index.js");
  const { TextDocument } = require("vscode-languageserver-textdocument");
  return async (name, content) => {
    const document = TextDocument.create(pathToFileURL(name).href, "yaml", 1, content);
    const found = await validate(document);
    // Severity 3 and 4 are information and hints, such as "runs at 00:00".
    const serious = found.filter((item) => (item.severity ?? 1) <= 2);
    const texts = serious.map(({ range, message }) => {
      return `${range.start.line + 1}:${range.start.character + 1}: ${message}`;
    });
    return [...new Set(texts)]; // shared steps are visited once for each job
  };
}
