// A small runner for workflows in GitHub's form: reads an order from the standard input, prints an answer, both JSON.
//
// It is for what plain act cannot show: there every job has another workspace, so an environment, which holds absolute
// paths, never comes out of the cache. Here each row of a job has one machine, whose workspace keeps its path from run
// to run. Played are needs, if, matrix, env, defaults, the steps' if, continue-on-error, outputs of steps and jobs, and time limits, the
// files of the GITHUB_ variables, node actions with their post steps, and the cancellation of a run. Read but without
// meaning here: on, permissions, concurrency, runs-on. Anything else is refused.
//
// The order:
//   workflow    the file
//   machines    the folder of the machines
//   actions     {"owner/name": folder}
//   toolCache   RUNNER_TOOL_CACHE
//   env         the variables of a machine before a job begins, with PATH
//   repository  {owner, name}
//   github      what else the context `github` holds
//   slots       how many machines run at once
//   only        the names of the rows to play; the others count as green, and say what they ask for (optional)
//   results     {job: result}, for jobs that are not played but ended so (optional)
//   cancel      {row, words}: cancel the run when this row prints such a line, a regular expression (optional)

import { readFileSync } from "node:fs";
import { read, Run } from "./workflow.mjs";

const order = JSON.parse(readFileSync(0, "utf8"));
const workflow = await read(order.workflow, readFileSync(order.workflow, "utf8"));
const jobs = await new Run(workflow, order).play();
console.log(JSON.stringify({ jobs }));
